/** What each kind of handler promises in every framework: requests, and what is answered to them. */

import assert from 'node:assert/strict';

/**
 * A request and the promised answer. Item 1, named "One", is in the store; item 9 is not. `{location}` and `{etag}` stand
 * for those headers of the last answer that had them. The environment has API_TOKEN=secret.
 */
export interface Promised {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly status: number;
  /** Other statuses that may come before it: the request is made again until they are over. */
  readonly meanwhile?: number;
  /** Patterns of response headers. */
  readonly answers?: Readonly<Record<string, string>>;
  /** The body as JSON; a record's further keys are left open. */
  readonly value?: unknown;
  /** The body as text. */
  readonly text?: string;
}

export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const one = { id: 1, name: 'One' };
const create = { method: 'POST', path: '/items' } as const;
const created: Promised = {
  ...create,
  json: { name: 'Two' },
  status: 201,
  answers: { location: '^/items/2$' },
  value: { id: 2, name: 'Two' },
};
const missing = { path: '/items/9', status: 404 } as const;
const job = '^/items/jobs/[\\w-]+$';

/** What a body that is not valid is answered with is the framework's custom: `invalid400` or `invalid422`. */
export function promisesOf(operation: string, invalidName: unknown = 2): readonly Promised[] {
  const invalid = /^invalid(4(?:00|22))$/.exec(operation)?.[1];
  const promised = all(Number(invalid), invalidName)[invalid === undefined ? operation : 'invalid'];
  assert.ok(promised, `nothing is promised for ${operation}`);
  return promised;
}

/** The same for a server whose paths start with a prefix. */
export function under(prefix: string, promises: readonly Promised[]): readonly Promised[] {
  return promises.map((promised) => {
    const { path, answers } = promised;
    const location = answers?.location?.replace('^', `^${prefix}`);
    return {
      ...promised,
      path: path.startsWith('/') ? prefix + path : path,
      ...(location !== undefined && { answers: { ...answers, location } }),
    };
  });
}

/** Every operation that a framework has a handler and a test for. */
export const operations: readonly string[] = Object.keys(all(0, 2));

function all(invalid: number, invalidName: unknown): Readonly<Record<string, readonly Promised[]>> {
  return {
    list200: [{ method: 'GET', path: '/items', status: 200, value: [one] }],
    get200: [
      { method: 'GET', path: '/items/1', status: 200, value: one },
      { method: 'GET', ...missing },
    ],
    post201: [created],
    put200: [
      { method: 'PUT', path: '/items/1', json: { name: 'New' }, status: 200, value: { id: 1, name: 'New' } },
      { method: 'PUT', json: { name: 'New' }, ...missing },
    ],
    patch200: [
      { method: 'PATCH', path: '/items/1', json: {}, status: 200, value: one },
      { method: 'PATCH', path: '/items/1', json: { name: 'New' }, status: 200, value: { id: 1, name: 'New' } },
      { method: 'PATCH', json: { name: 'New' }, ...missing },
    ],
    delete204: [
      { method: 'DELETE', path: '/items/1', status: 204, text: '' },
      { method: 'DELETE', path: '/items/1', status: 404 },
      { method: 'DELETE', ...missing },
    ],
    accepted202: [
      { method: 'POST', path: '/items/jobs', json: { name: 'Two' }, status: 202, answers: { location: job } },
    ],
    conflict409: [
      { ...create, json: { name: 'One' }, status: 409 },
      created,
      { ...create, json: { name: 'Two' }, status: 409 },
    ],
    invalid: [
      { ...create, json: {}, status: invalid },
      { ...create, json: { name: '' }, status: invalid },
      { ...create, json: { name: invalidName }, status: invalid },
      created,
    ],
    auth401: [
      { method: 'GET', path: '/items', status: 401, answers: { 'www-authenticate': '^Bearer\\b' } },
      {
        method: 'GET',
        path: '/items',
        headers: { authorization: 'Bearer wrong' },
        status: 401,
        answers: { 'www-authenticate': '^Bearer\\b' },
      },
      { method: 'GET', path: '/items', headers: { authorization: 'Bearer secret' }, status: 200, value: [one] },
    ],
    etag304: [
      { method: 'GET', path: '/items/1', status: 200, value: one, answers: { etag: '^(?:W/)?"[^"]+"$' } },
      {
        method: 'GET',
        path: '/items/1',
        headers: { 'if-none-match': '{etag}' },
        status: 304,
        text: '',
        answers: { etag: '^(?:W/)?"[^"]+"$' },
      },
      { method: 'GET', path: '/items/1', headers: { 'if-none-match': '"other", {etag}' }, status: 304, text: '' },
      { method: 'GET', path: '/items/1', headers: { 'if-none-match': '"other"' }, status: 200, value: one },
      { method: 'GET', ...missing },
    ],
    range206: [
      {
        method: 'GET',
        path: '/items/1/content',
        status: 200,
        text: '0123456789',
        answers: { 'accept-ranges': '^bytes$' },
      },
      ...(
        [
          ['bytes=2-5', '2345', '2-5'],
          ['bytes=7-', '789', '7-9'],
          ['bytes=-3', '789', '7-9'],
          ['bytes=8-99', '89', '8-9'],
        ] as const
      ).map(
        ([range, text, part]): Promised => ({
          method: 'GET',
          path: '/items/1/content',
          headers: { range },
          status: 206,
          text,
          answers: { 'content-range': `^bytes ${part}/10$` },
        }),
      ),
      {
        method: 'GET',
        path: '/items/1/content',
        headers: { range: 'bytes=20-' },
        status: 416,
        answers: { 'content-range': '^bytes \\*/10$' },
      },
      { method: 'GET', path: '/items/9/content', status: 404 },
    ],
    error: [
      { method: 'POST', path: '/items/1/lock', status: 204, text: '' },
      {
        method: 'POST',
        path: '/items/1/lock',
        status: 423,
        answers: { 'content-type': '^application/problem\\+json' },
        value: { title: 'Locked', status: 423 },
      },
    ],
    job202: [
      { method: 'POST', path: '/items/jobs', json: { name: 'Two' }, status: 202, answers: { location: job } },
      { method: 'GET', path: '{location}', status: 303, meanwhile: 200, answers: { location: '^/items/2$' } },
      { method: 'GET', path: '/items/jobs/none', status: 404 },
    ],
  };
}

/** Throws where an answer is not the promised one. */
export function assertKept(promised: Promised, exchange: Exchange | undefined): void {
  const request = `${promised.method} ${promised.path} ${JSON.stringify(promised.headers ?? promised.json ?? '')}`;
  assert.ok(exchange, `${request} was not made`);
  assert.equal(exchange.status, promised.status, `${request} answered ${exchange.body}`);
  for (const [name, pattern] of Object.entries(promised.answers ?? {})) {
    assert.match(exchange.headers[name] ?? '', new RegExp(pattern), `${name} of ${request}`);
  }
  if (promised.text !== undefined) assert.equal(exchange.body, promised.text, request);
  if (promised.value !== undefined) assertContains(JSON.parse(exchange.body), promised.value, request);
}

function assertContains(actual: unknown, expected: unknown, request: string) {
  if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual) && actual.length === expected.length, request);
    for (const [index, item] of expected.entries()) assertContains(actual[index], item, request);
  } else if (typeof expected === 'object' && expected !== null) {
    assert.ok(typeof actual === 'object' && actual !== null, request);
    for (const [key, value] of Object.entries(expected)) assertContains(Reflect.get(actual, key), value, request);
  } else assert.deepEqual(actual, expected, request);
}

const deadline = 5000;

/** Makes all requests, one after the other. */
export async function ask(origin: string, promises: readonly Promised[]): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const known = { location: '', etag: '' };
  const filled = (text: string) => text.replace('{location}', known.location).replace('{etag}', known.etag);
  for (const { method, path, headers = {}, json, status, meanwhile } of promises) {
    const started = Date.now();
    const request = {
      method,
      redirect: 'manual',
      headers: {
        ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, filled(value)])),
        ...(json !== undefined && { 'content-type': 'application/json' }),
        // Otherwise nobody could say whether a 304 is an answer of the server.
        'cache-control': 'no-store',
      },
      ...(json !== undefined && { body: JSON.stringify(json) }),
    } as const;
    const url = new URL(filled(path), origin);
    let response = await fetch(url, request);
    while (response.status === meanwhile && status !== meanwhile && Date.now() - started < deadline) {
      await response.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, 20));
      response = await fetch(url, request);
    }
    const received = Object.fromEntries([...response.headers].map(([name, value]) => [name.toLowerCase(), value]));
    known.location = received.location ?? known.location;
    known.etag = received.etag ?? known.etag;
    exchanges.push({ method, path, status: response.status, headers: received, body: await response.text() });
  }
  return exchanges;
}
