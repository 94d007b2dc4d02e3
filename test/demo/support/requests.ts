/** Generates requests to the API of the lesson, right and wrong in every way we could think of, as sessions that shrink. */

import fc, { type Arbitrary } from 'fast-check';
import type { WireRequest } from './wire';

const digits = fc.integer({ min: 0, max: 9 }).map(String);

const integerText = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -1, max: 8 }).map(String) },
  { weight: 1, arbitrary: fc.bigInt().map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...'200 204 205 206 299 301 304 401 405 416 426 429 500 503 504 599 600 199'.split(' ')),
  },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(digits, fc.constantFrom('-', '+', '_', '.', '0', ' ', 'e', 'x', 'a')), { maxLength: 8 })
      .map((parts) => parts.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1.0', '01', '+1', '1_0', ' 1', '1 ', '1.', '1e0', 'nan', '', '٣', '１', '\n1', '1\n'),
  },
);

const anyText = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.string({
    unit: fc.constantFrom('%', '2', 'F', 'e', '/', '.', '?', '#', '&', '=', '+', ';', '"', ' '),
    maxLength: 6,
  }),
);

/** Percent-encodes what may not stand in a target, and sometimes what may. */
function encoded(text: Arbitrary<string>): Arbitrary<string> {
  return fc.tuple(text, fc.nat(9)).map(([plain, mode]) => {
    const quoted = encodeURIComponent(plain);
    if (mode === 0) return [...Buffer.from(plain)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
    if (mode === 1) return quoted.replace(/%(..)/g, (_, pair: string) => `%${pair.toLowerCase()}`);
    if (mode === 2) return plain.replace(/[^\x21-\x7e]/g, '') || 'x';
    return quoted;
  });
}

const rawPath = fc
  .array(
    fc.constantFrom(
      '/',
      'items',
      'users',
      'process',
      'status',
      'moved',
      '1',
      '..',
      '.',
      '%2F',
      '%2f',
      '%',
      '%zz',
      '%ff',
      '%E2%82',
      '%0A',
      '~',
      '!',
      '*',
      '[',
      '{',
      '|',
      '\\',
      '^',
      '"',
      '<',
      "'",
      ';',
      ':',
      '@',
      ',',
    ),
    {
      minLength: 1,
      maxLength: 7,
    },
  )
  .map((parts) => `/${parts.join('')}`);

const id = encoded(fc.oneof({ weight: 8, arbitrary: integerText }, { weight: 1, arbitrary: anyText }));

/** Each path with the methods it has; most requests use one of them. */
const places: readonly (readonly [path: Arbitrary<string>, ...methods: string[]])[] = [
  [fc.constant('/items'), 'GET', 'POST', 'POST', 'POST'],
  [id.map((text) => `/items/${text}`), 'GET', 'PUT', 'PUT', 'PATCH', 'PATCH', 'DELETE'],
  [fc.constant('/items/upsert'), 'POST', 'PUT', 'GET'],
  [fc.constant('/users'), 'GET', 'POST', 'POST'],
  [id.map((text) => `/users/${text}`), 'GET', 'PUT', 'PUT', 'PATCH', 'PATCH', 'DELETE'],
  [fc.constant('/process'), 'POST'],
  [fc.oneof(fc.constant('1'), id).map((text) => `/process/${text}`), 'GET'],
  [fc.oneof(fc.constant('1'), id).map((text) => `/process/${text}/result`), 'GET'],
  [fc.constant('/files/sample'), 'GET'],
  [fc.constant('/secret'), 'GET'],
  [fc.constant('/login'), 'POST'],
  [fc.constantFrom('/limited', '/teapot', '/legacy', '/openapi.json'), 'GET'],
  [
    fc
      .oneof(fc.constantFrom('301', '302', '303', '307', '308', '304', '+301', '3_01', '301.0'), id)
      .map((text) => `/moved/${text}`),
    'GET',
  ],
  [fc.constant('/unstable'), 'GET'],
  [fc.oneof(fc.integer({ min: 195, max: 605 }).map(String), id).map((text) => `/status/${text}`), 'GET'],
  [rawPath, 'GET', 'POST'],
  [
    fc.constantFrom(
      '/',
      '//',
      '/docs',
      '/redoc',
      '/favicon.ico',
      '/Items',
      '/item',
      '/users/1/items',
      '/files',
      '/files/',
      '/moved',
      '/status',
      'items',
      '*',
      'http://localhost/items',
      '/items/1#a',
      '/../items',
      '/./items/1',
      '/items/%2e%2e',
    ),
    'GET',
    'POST',
  ],
];

const anyMethod = fc.constantFrom(
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'QUERY',
  'BREW',
  'get',
  'Post',
);

const queryValue = encoded(
  fc.oneof(
    integerText,
    anyText,
    fc.constantFrom('true', 'FALSE', 'Yes', 'off', '1', '0', 't', 'N', 'oui', '500', '502', '503', '504', '0x1'),
  ),
).map((text) => text.replaceAll('%20', '+'));

const query = fc.oneof(
  { weight: 5, arbitrary: fc.constant('') },
  {
    weight: 5,
    arbitrary: fc
      .array(
        fc.tuple(fc.constantFrom('skip', 'limit', 'strict', 'code', 'Skip', 'x', '%6Cimit', ''), fc.option(queryValue)),
        {
          maxLength: 4,
        },
      )
      .map((pairs) => `?${pairs.map(([name, value]) => (value === null ? name : `${name}=${value}`)).join('&')}`),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.constantFrom('skip', 'limit', '=', '&', '1', '%', '%31', '+', ';', '?', '/', '#', '%ff', '&&'), {
        maxLength: 6,
      })
      .map((parts) => `?${parts.join('')}`),
  },
);

const target = (path: Arbitrary<string>) =>
  fc
    .tuple(
      path,
      fc.oneof({ weight: 12, arbitrary: fc.constant('') }, fc.constantFrom('/', '//', '%2F', '/x', '%0A', '/%0A')),
      query,
    )
    .map(([start, end, rest]) => start + end + rest);

const etag = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((revision) => `"r${revision}"`),
  fc.constantFrom('*', 'W/"r1"', 'r1', '"sample-1"', 'W/"sample-1"', '""', '"x"', ' ', 'W/*'),
);
const etags = fc
  .array(etag, { minLength: 1, maxLength: 3 })
  .chain((tags) => fc.constantFrom(', ', ',', ' ,\t').map((comma) => tags.join(comma)));

const rangeText = fc.oneof(
  fc
    .tuple(fc.option(fc.integer({ min: 0, max: 90 })), fc.option(fc.integer({ min: 0, max: 90 })))
    .map(([first, last]) => `bytes=${first ?? ''}-${last ?? ''}`),
  fc.constantFrom(
    'bytes=0-3,5-6',
    'bytes=-',
    'bytes=',
    'bytes',
    'Bytes=0-4',
    'bytes= 0-4 ',
    'bytes=0 - 4',
    'items=0-4',
    'bytes=a-b',
    'bytes=0-99999999999999999999999999',
    'bytes=99999999999999999999999999-',
    'bytes=-99999999999999999999',
    `bytes=${'9'.repeat(40)}-`,
    'bytes=1--2',
    'bytes=+1-2',
    'bytes=\u00b2-',
    'bytes=-0',
    'bytes=74-',
    'bytes=75-',
    'bytes=00-01',
  ),
);

const authorization = fc.oneof(
  fc.constantFrom(
    'Bearer ada-token',
    'bearer ben-token',
    'BEARER  ada-token',
    'Bearer',
    'Bearer ',
    'Basic YWRhOmxvdmVsYWNl',
    'ada-token',
    'Bearer ADA-TOKEN',
    'Bearer ada-token x',
    'Bearer \u00a0ada-token\u0085',
    'Bearer\u00a0ada-token',
    'Bearer\tada-token',
  ),
  fc.string({ maxLength: 8 }).map((token) => `Bearer ${token}`),
);

const mediaType = fc.oneof(
  { weight: 12, arbitrary: fc.constant('application/json') },
  fc.constantFrom(
    'application/json; charset=utf-8',
    'APPLICATION/JSON',
    'application/problem+json',
    'application/merge-patch+json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/octet-stream',
    'application/',
    'json',
    '',
    'text/json',
    'application/jsonp',
    'application/json;',
    'application/json, text/plain',
    'application/+json',
    'a/b/c+json',
  ),
);

const headerLines: Arbitrary<(readonly [string, string])[]> = fc
  .array(
    fc.oneof(
      fc.tuple(fc.constantFrom('if-match', 'If-Match'), etags),
      fc.tuple(fc.constant('if-none-match'), etags),
      fc.tuple(fc.constant('if-range'), etag),
      fc.tuple(fc.constantFrom('range', 'Range'), rangeText),
      fc.tuple(fc.constantFrom('authorization', 'Authorization'), authorization),
      fc.tuple(fc.constant('host'), fc.constantFrom('localhost:1', '127.0.0.1', 'LOCALHOST:8000')),
      fc.tuple(fc.constant('x-forwarded-proto'), fc.constantFrom('https', 'wss', 'ftp', ' http ', 'https, http')),
      fc.tuple(fc.constant('content-type'), fc.constantFrom('text/plain', 'application/json')),
      fc.tuple(
        fc.constantFrom('upgrade', 'expect', 'transfer', 'cookie', 'content-encoding'),
        fc.constantFrom('websocket', '100-continue', 'gzip', 'a=b'),
      ),
      fc.tuple(fc.constant('accept'), fc.constantFrom('*/*', 'text/html', 'application/xml')),
    ),
    { maxLength: 3 },
  )
  .map((lines) =>
    // A second Host gets a 400, and uvicorn sends a body with it even to HEAD, which nothing can read.
    lines.filter(([name], index) => name !== 'host' || lines.findIndex(([other]) => other === name) === index),
  )
  .map((lines) =>
    lines.map(([name, value]): [string, string] => [name, value.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').trim()]),
  );

const itemName = fc.oneof(
  fc.constantFrom('"Notebook"', '"Pencil"', '"Desk lamp"', '"Stapler"', '"Eraser"', '"a"', '"notebook"'),
  fc.string({ minLength: 1, maxLength: 5 }).map((name) => JSON.stringify(name)),
);
const numberText = fc.oneof(
  fc.double({ noNaN: true }).map((number) => JSON.stringify(number)),
  fc.integer().map(String),
  fc.bigInt().map(String),
  fc.constantFrom(
    '-0',
    '-0.0',
    '0.0',
    '1E5',
    '1e400',
    '-1e400',
    'NaN',
    'Infinity',
    '-Infinity',
    '1e-7',
    '123456789012345680000',
    '01',
    '+1',
    '1.',
    '.5',
  ),
);
const stringText = fc.oneof(
  fc.string({ maxLength: 8 }).map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary', maxLength: 6 }).map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '""',
    '"\\ud800"',
    '"\\u0000"',
    '"\\ud83d\\ude00"',
    '"\\x"',
    '"\n"',
    '"a@b"',
    '"@b"',
    '"a@"',
    '"a@b@c"',
    '"a b@c"',
    '"a@b\\n"',
    '"admin"',
    '"member"',
    '"Admin"',
    '"owner"',
    `"${'n'.repeat(100)}"`,
    `"${'n'.repeat(101)}"`,
    `"${'😀'.repeat(101)}"`,
    `"${'d'.repeat(1001)}"`,
    `"${'e'.repeat(253)}@b"`,
    '"1.5"',
    '" 2 "',
    '"1_0"',
    '"inf"',
    '"true"',
  ),
);
const anyJson: Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    numberText,
    stringText,
    fc.constantFrom('null', 'true', 'false', '{}', '[]', 'nul', 'True'),
    fc.array(tie('value'), { maxLength: 3 }).map((elements) => `[${elements.join(', ')}]`),
    fc
      .array(
        fc.tuple(fc.oneof(stringText, fc.constantFrom('"_sa"', '"id"', '"name"', '"1"', '"__proto__"')), tie('value')),
        { maxLength: 3 },
      )
      .map((members) => `{${members.map(([name, value]) => `${name}: ${value}`).join(', ')}}`),
  ),
})).value;

const goodMembers: readonly (readonly [name: string, value: Arbitrary<string>])[] = [
  ['name', itemName],
  ['description', fc.oneof(fc.constant('null'), stringText)],
  [
    'price',
    fc.oneof(
      fc.double({ min: 0, max: 1e6, noNaN: true }).map(String),
      fc.nat(100).map(String),
      fc.constantFrom('"9.5"', 'true'),
    ),
  ],
  ['email', fc.constantFrom('"a@b"', '"ada@example.com"', '"é@ü.de"')],
  ['role', fc.constantFrom('"member"', '"admin"')],
  ['username', fc.constantFrom('"ada"', '"ben"', '"eve"')],
  ['password', fc.constantFrom('"lovelace"', '"franklin"', '""')],
];

/** The members a body of this path should have, each there, wrong or missing. */
function members(...names: readonly string[]): Arbitrary<string> {
  const known = goodMembers.filter(([name]) => names.includes(name));
  const member = ([name, value]: (typeof goodMembers)[number]) =>
    fc
      .oneof(
        { weight: 14, arbitrary: value },
        { weight: 2, arbitrary: anyJson },
        { weight: 1, arbitrary: stringText },
        { weight: 1, arbitrary: fc.constant(null) },
      )
      .map((text) => (text === null ? [] : [`"${name}": ${text}`]));
  const extra = fc.array(fc.tuple(fc.constantFrom('"id"', '"extra"', '"Name"', '"_sa_x"', '"price"'), anyJson), {
    maxLength: 1,
  });
  return fc
    .tuple(fc.tuple(...known.map(member)), fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, extra), fc.boolean())
    .map(([parts, more, reversed]) => {
      const all = [...parts.flat(), ...more.map(([name, value]) => `${name}: ${value}`)];
      return `{${(reversed ? all.reverse() : all).join(', ')}}`;
    });
}

/** JSON with a few characters lost, doubled or swapped for others. */
function damaged(text: Arbitrary<string>): Arbitrary<string> {
  const wound = fc.tuple(
    fc.nat(200),
    fc.constantFrom('', '', '"', '{', '}', '[', ']', ',', ':', '\\', ' ', '\u0000', 'é', '1', '\n', '//'),
  );
  return fc
    .tuple(text, fc.array(wound, { minLength: 1, maxLength: 2 }))
    .map(([whole, wounds]) =>
      wounds.reduce(
        (left, [at, by]) => left.slice(0, at % (left.length + 1)) + by + left.slice((at % (left.length + 1)) + 1),
        whole,
      ),
    );
}

type Body = Pick<WireRequest, 'body' | 'bodyBase64'>;

function bodies(expected: Arbitrary<string>): Arbitrary<Body> {
  const text = fc.oneof(
    { weight: 12, arbitrary: expected },
    { weight: 2, arbitrary: damaged(expected) },
    { weight: 2, arbitrary: anyJson },
  );
  return fc.oneof(
    { weight: 14, arbitrary: text.map((body) => ({ body: Buffer.from(body).toString() })) },
    { weight: 1, arbitrary: fc.constantFrom<Body>({}, { body: '' }, { body: 'null' }, { body: 'name=a&price=1' }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(text, fc.constantFrom<BufferEncoding>('utf16le', 'latin1'))
        .map(([body, encoding]) => ({ bodyBase64: Buffer.from(body, encoding).toString('base64') })),
    },
    {
      weight: 1,
      arbitrary: fc
        .uint8Array({ minLength: 1, maxLength: 12 })
        .map((bytes) => ({ bodyBase64: Buffer.from(bytes).toString('base64') })),
    },
  );
}

function bodyFor(path: string): Arbitrary<Body> {
  if (path.startsWith('/users')) return bodies(members('name', 'email', 'role'));
  if (path.startsWith('/login')) return bodies(members('username', 'password'));
  return bodies(members('name', 'description', 'price'));
}

const request: Arbitrary<WireRequest> = fc
  .integer({ min: 0, max: places.length - 1 })
  .chain((index) => {
    const [path = rawPath, ...methods] = places[index] ?? [];
    const method = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...methods) }, { weight: 1, arbitrary: anyMethod });
    return fc.tuple(method, target(path), headerLines, fc.option(mediaType, { freq: 12 }), fc.nat(9));
  })
  .chain(([method, path, headers, type, luck]) => {
    const hasBody = ['POST', 'PUT', 'PATCH'].includes(method) ? luck > 0 : luck === 9;
    const body: Arbitrary<Body> = hasBody ? bodyFor(path) : fc.constant({});
    const chunks = luck === 1 ? fc.constantFrom(1, 7, 1000).map((size) => ({ chunks: size })) : fc.constant({});
    return fc.tuple(body, chunks).map(([content, pieces]) => ({
      method,
      target: path,
      headers: hasBody && type !== null ? [['content-type', type] as const, ...headers] : headers,
      ...content,
      ...(hasBody && pieces),
    }));
  });

/** Requests that follow each other on the same data. */
export const sessions: Arbitrary<readonly WireRequest[]> = fc.array(request, {
  minLength: 10,
  maxLength: 30,
  size: 'max',
});
