/** The demo server's own duties, over raw sockets: who is answered, how much is read, how it starts and stops. */

import assert from 'node:assert/strict';
import { connect, type Socket } from 'node:net';
import { maxBodyBytes } from '../../src/demo/gate';
import { type DemoServer, DemoServerError, startDemoServer } from '../../src/demo/server';
import { DemoStore, maxItems, maxProcesses, maxUsers } from '../../src/demo/store';
import { quickest } from '../support/time';

const { Request: nativeRequest, Response: nativeResponse } = globalThis;

describe('demo server', () => {
  let server: DemoServer;

  beforeEach(async () => {
    server = await startDemoServer();
  });

  afterEach(() => server.close());

  const get = (...headers: string[]) =>
    talk(server.port, ['GET /items/1 HTTP/1.1', ...headers, 'Connection: close', '', ''].join('\r\n'));

  describe('answers only this machine', () => {
    it('by any name of it', async () => {
      for (const host of [`127.0.0.1:${server.port}`, `localhost:${server.port}`, 'localhost', 'LOCALHOST:80']) {
        assert.match(await get(`Host: ${host}`), /^HTTP\/1\.1 200 OK\r\n/, host);
      }
    });

    it('not a name that was rebound to it', async () => {
      for (const host of [
        'evil.example',
        `evil.example:${server.port}`,
        'localhost.evil.example',
        '127.0.0.1.evil.example',
        'a@127.0.0.1',
        '',
      ]) {
        const answer = await get(`Host: ${host}`);
        assert.match(answer, /^HTTP\/1\.1 403 Forbidden\r\n/, host);
        assert.deepEqual(JSON.parse(bodyOf(answer)), {
          detail: 'This demo server only answers requests addressed to 127.0.0.1 or localhost.',
        });
      }
    });

    it('not HTTP/1.0 without a host', async () => {
      assert.match(await talk(server.port, 'GET /items/1 HTTP/1.0\r\n\r\n'), /^HTTP\/1\.1 403 /);
    });

    it('its own origin', async () => {
      const host = `127.0.0.1:${server.port}`;
      assert.match(await get(`Host: ${host}`, `Origin: http://${host}`), /^HTTP\/1\.1 200 /);
    });

    it('no other origin', async () => {
      const host = `127.0.0.1:${server.port}`;
      for (const origin of [
        'http://evil.example',
        'null',
        `https://${host}`,
        'http://127.0.0.1:1',
        `http://localhost:${server.port}`,
      ]) {
        const answer = await get(`Host: ${host}`, `Origin: ${origin}`);
        assert.match(answer, /^HTTP\/1\.1 403 Forbidden\r\n/, origin);
        assert.deepEqual(JSON.parse(bodyOf(answer)), {
          detail: 'This demo server does not answer web pages of other origins.',
        });
        assert.doesNotMatch(answer, /access-control/i);
      }
    });

    it('no page of another site that embeds an address of it, but whoever follows a link', async () => {
      const host = `Host: localhost:${server.port}`;
      for (const site of ['cross-site', 'same-site']) {
        const answer = await get(host, `Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: no-cors');
        assert.match(answer, /^HTTP\/1\.1 403 /, site);
        assert.match(await get(host, `Sec-Fetch-Site: ${site}`, 'Sec-Fetch-Mode: navigate'), /^HTTP\/1\.1 200 /);
      }
      assert.match(await get(host, 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Mode: cors'), /^HTTP\/1\.1 200 /);
    });

    it('not before Host and Origin are right, whatever the method or the target', async () => {
      for (const line of ['BREW /items/1', 'CONNECT /items/1', 'GET items', 'TRACE /x', 'OPTIONS *']) {
        const answer = await talk(server.port, `${line} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`);
        assert.match(answer, /^HTTP\/1\.1 403 Forbidden\r\n/, line);
      }
    });

    it('one Host and no more', async () => {
      assert.match(
        await get('Host: localhost', 'Host: localhost'),
        /^HTTP\/1\.1 400 .*Invalid HTTP request received\.$/s,
      );
      assert.match(await get('X-Host: localhost'), /^HTTP\/1\.1 400 /);
    });

    it('a hostile page cannot delete either', async () => {
      await talk(
        server.port,
        `DELETE /items/1 HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: http://evil.example\r\nConnection: close\r\n\r\n`,
      );
      assert.match(await get('Host: localhost'), /^HTTP\/1\.1 200 /);
    });
  });

  describe('limits what it reads', () => {
    const head = (...headers: string[]) =>
      [
        'POST /items HTTP/1.1',
        'Host: localhost',
        'Content-Type: application/json',
        'Connection: close',
        ...headers,
        '',
        '',
      ].join('\r\n');

    it('to 1 MB by the stated length', async () => {
      const answer = await talk(server.port, head(`Content-Length: ${maxBodyBytes + 1}`));
      assert.match(answer, /^HTTP\/1\.1 413 Payload Too Large\r\n/);
      assert.deepEqual(JSON.parse(bodyOf(answer)), { detail: 'A request body may have at most 1 MB here.' });
    });

    it('to 1 MB when no length is stated', async () => {
      const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
      const answer = await talk(server.port, `${head('Transfer-Encoding: chunked')}${chunk.repeat(17)}0\r\n\r\n`);
      assert.match(answer, /^HTTP\/1\.1 413 Payload Too Large\r\n/);
      assert.deepEqual(JSON.parse(bodyOf(answer)), { detail: 'A request body may have at most 1 MB here.' });
    });

    it('and reads exactly 1 MB, stated or not', async () => {
      const item = '{"name": "Large", "price": 1}';
      const body = item.padEnd(maxBodyBytes);
      assert.match(await talk(server.port, head(`Content-Length: ${body.length}`) + body), /^HTTP\/1\.1 201 /);
      const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
      assert.match(await talk(server.port, head('Transfer-Encoding: chunked') + chunked), /^HTTP\/1\.1 409 /);
    });

    it('to headers of 64 KB', async () => {
      assert.match(await get('Host: localhost', `X-Large: ${'x'.repeat(60_000)}`), /^HTTP\/1\.1 200 /);
      assert.match(await get('Host: localhost', `X-Large: ${'x'.repeat(70_000)}`), /^HTTP\/1\.1 431 /);
    });

    it('to what is HTTP', async () => {
      assert.match(
        await talk(server.port, 'nonsense\r\n\r\n'),
        /^HTTP\/1\.1 400 Bad Request\r\n.*\r\nInvalid HTTP request received\.$/s,
      );
    });
  });

  it('reads requests that Node does not, with their bodies', async () => {
    const body = '{"name": "Odd", "price": 1}';
    const head = `Host: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    assert.match(await talk(server.port, `POST %2Fitems HTTP/1.1\r\n${head}${body}`), /^HTTP\/1\.1 201 Created\r\n/);
    assert.match(
      await talk(server.port, `BREW /items HTTP/1.1\r\n${head}${body}`),
      /^HTTP\/1\.1 405 .*\r\nAllow: GET\r\n/s,
    );
    assert.match(await talk(server.port, `B\0EW /items HTTP/1.1\r\n${head}${body}`), /^HTTP\/1\.1 400 /);
    assert.match(await talk(server.port, `BREW /items HTTP/1.1\r\nHost localhost\r\n\r\n`), /^HTTP\/1\.1 400 /);
  });

  // What h11, and so the real FastAPI under uvicorn, was seen to answer.
  for (const [what, request, answer] of [
    ['lines that end as somebody types them', 'GET /teapot HTTP/1.1\nHost: localhost\n\n', 418],
    ['a header over two lines', 'GET /teapot HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\n\r\n', 418],
    ['a folded Host', 'GET /teapot HTTP/1.1\r\nHost:\r\n localhost\r\n\r\n', 418],
    ['a fold with nothing before it', 'GET /teapot HTTP/1.1\r\n b\r\nHost: localhost\r\n\r\n', 400],
    ['the same length twice', 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2, 2\r\n\r\n{}', 422],
    ['two lengths', 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2, 3\r\n\r\n{} ', 400],
    ['a length that is none', 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: +2\r\n\r\n{}', 400],
    ['a body that has not come', 'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\t\r\n\r\n{}', 400],
    ['an unusual method in chunks', 'BREW /login HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n2\r\n', 405],
    [
      'chunks beside a length',
      'POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2;a=b\r\n{}\r\n0\r\n\r\n',
      422,
    ],
    [
      'a coding that is none',
      'POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n',
      400,
    ],
    ['another host on a second line', 'GET /teapot HTTP/1.1\r\nHost: localhost\r\n .evil.example\r\n\r\n', 403],
  ] as const)
    it(`takes ${what} as uvicorn does`, async () => {
      assert.equal((await talk(server.port, request)).slice(0, 13), `HTTP/1.1 ${answer} `);
    });

  it('answers a request, and then what is none behind it, as uvicorn does', async () => {
    const requests = 'GET /teapot HTTP/1.1\r\nHost: localhost\r\n\r\nB\0EW / HTTP/1.1\r\nHost: x\r\n\r\n';
    assert.match(await talk(server.port, requests), /^HTTP\/1\.1 418 .*HTTP\/1\.1 400 /s);
  });

  it('gives away nothing of its inside, and takes no header from a path', async () => {
    for (const target of [
      '/unstable?code=500',
      '/items/%0d%0aX-Injected:%201/',
      '/items/?a=%0d%0aX-Injected:%201',
      '/../../../../etc/passwd',
      '/files/..%2f..%2f..%2fetc%2fpasswd',
      '/src/demo/app.ts',
    ]) {
      const request = `GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`;
      const answer = await talk(server.port, request);
      assert.match(answer, /^HTTP\/1\.1 (?:307|404|422|500) /, target);
      assert.doesNotMatch(answer, /^X-Injected|root:|node:|\.[jt]s:\d|mistake in/im, target);
    }
  });

  it('is not held up by text that would cost a careless pattern the square of its length', async () => {
    const blanks = ' '.repeat(900_000);
    const time = await quickest(2000, async () => {
      for (const price of [`x${blanks}x`, `${blanks}1${blanks.slice(1)}x`.slice(0, 900_000), '1'.repeat(900_000)]) {
        const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
        const response = await fetch(`${server.url}/items`, { ...init, body: JSON.stringify({ name: 'x', price }) });
        assert.ok(response.status === 422 || response.status === 201);
        await response.text();
      }
      const tag = `"x"${' '.repeat(12_000)}y`;
      await get('Host: localhost', `If-Match: ${tag}`, `Authorization: Bearer a${tag}`);
      await talk(server.port, `GET /${'/'.repeat(12_000)}x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    });
    assert.ok(time < 2000, `${time} ms`);
  });

  it(`keeps at most ${maxUsers} users and ${maxProcesses} processes`, async () => {
    const store = new DemoStore();
    const { users, processes } = store;
    while (users.users.size < maxUsers) users.add({ name: 'x', email: 'a@b', role: 'member' });
    const full = await startDemoServer({ store });
    try {
      const body = '{"name": "One more", "email": "a@b"}';
      const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
      const refused = await fetch(`${full.url}/users`, init);
      assert.equal(refused.status, 507);
      for (let count = 0; count < maxProcesses + 5; count++) {
        assert.equal((await fetch(`${full.url}/process`, { method: 'POST' })).status, 202);
      }
      assert.equal(processes.questions.size, maxProcesses);
      assert.equal((await fetch(`${full.url}/process/5`)).status, 404);
      assert.equal((await fetch(`${full.url}/process/6`)).status, 200);
    } finally {
      await full.close();
    }
  });

  it(`keeps at most ${maxItems} items`, async () => {
    const store = new DemoStore();
    const { items } = store;
    while (items.items.size < maxItems)
      items.write(items.nextId, { name: `${items.nextId}`, description: null, price: 1 });
    const full = await startDemoServer({ store });
    try {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"name": "One more", "price": 1}',
      };
      const refused = await fetch(`${full.url}/items`, init);
      assert.equal(refused.status, 507);
      assert.deepEqual(await refused.json(), { detail: 'The store is full, delete an item first' });
      assert.equal((await fetch(`${full.url}/items/1`, { method: 'DELETE' })).status, 204);
      assert.equal((await fetch(`${full.url}/items`, init)).status, 201);
    } finally {
      await full.close();
    }
  });

  it('puts the data back on reset', async () => {
    const before = await (await fetch(`${server.url}/items/2`)).text();
    await fetch(`${server.url}/items/2`, { method: 'DELETE' });
    assert.equal((await fetch(`${server.url}/items/2`)).status, 404);
    server.reset();
    assert.equal(await (await fetch(`${server.url}/items/2`)).text(), before);
  });

  it('leaves the globals of its process alone', () => {
    assert.equal(globalThis.Request, nativeRequest);
    assert.equal(globalThis.Response, nativeResponse);
  });

  describe('stops', () => {
    it('at once, with idle and half-sent requests open', async () => {
      const own = await startDemoServer();
      const sockets = await Promise.all([open(own.port), open(own.port), open(own.port)]);
      sockets[1]?.write('GET /items/1 HTTP/1.1\r\nHost: localhost\r\n\r\n');
      sockets[2]?.write('POST /items HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12');
      await new Promise((resolve) => sockets[1]?.once('data', resolve));
      const ends = Promise.all(sockets.map(ended));
      const start = performance.now();
      await own.close();
      await ends;
      assert.ok(performance.now() - start < 1000);
      await assert.rejects(open(own.port), { code: 'ECONNREFUSED' });
    });

    it('twice without complaint', async () => {
      const own = await startDemoServer();
      await own.close();
      await own.close();
    });
  });

  describe('says why it cannot start', () => {
    it('on a port that is taken', async () => {
      await assert.rejects(startDemoServer({ port: server.port }), (error) => {
        assert.ok(error instanceof DemoServerError);
        assert.equal(error.problem, 'port-taken');
        assert.equal(error.message, `Port ${server.port} is already in use by another program.`);
        return true;
      });
    });

    it('on what is no port', async () => {
      for (const port of [-1, 65536, 1.5, Number.NaN]) {
        await assert.rejects(startDemoServer({ port }), { name: 'DemoServerError', problem: 'port-invalid' });
      }
    });
  });
});

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.on('error', reject);
  });
}

/** A socket that is cut ends with an error or without; both are an end. */
function ended(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.resume();
  });
}

/** Writes bytes and reads until the server closes. */
async function talk(port: number, message: string): Promise<string> {
  const socket = await open(port);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.write(message);
  await new Promise<void>((resolve) => socket.once('close', () => resolve()));
  return Buffer.concat(chunks).toString();
}

function bodyOf(answer: string): string {
  return answer.slice(answer.indexOf('\r\n\r\n') + 4);
}
