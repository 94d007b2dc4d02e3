/** Both ways to reach the demo, over a socket and in process, hand back what really came. */

import assert from 'node:assert/strict';
import { connectOverSocket } from '../../src/demo/client';
import type { DemoConnection, DemoRequest } from '../../src/demo/exchange';
import { connectInProcess } from '../../src/demo/inProcess';

const json = [['Content-Type', 'application/json']] as const;
const read: DemoRequest = { method: 'GET', target: '/items/1', headers: [['Accept', 'application/json']], body: null };
const create: DemoRequest = {
  method: 'POST',
  target: '/items',
  headers: json,
  body: '{"name": "Füller", "price": 10}',
};
const created = '{"id":4,"name":"Füller","description":null,"price":10.0}';

const ways: Record<string, () => Promise<DemoConnection>> = {
  'over a socket': connectOverSocket,
  'in process': async () => connectInProcess(),
};

for (const [way, open] of Object.entries(ways)) {
  describe(`demo ${way}`, () => {
    let connection: DemoConnection;

    beforeEach(async () => {
      connection = await open();
    });

    afterEach(() => connection.close());

    it('keeps status, headers and body', async () => {
      const { request, response, milliseconds } = await connection.send(create);
      assert.equal(response.status, 201);
      assert.equal(response.body, created);
      assert.equal(response.bodyBytes, Buffer.byteLength(created));
      const headers = new Map(response.headers.map(([name, value]) => [name.toLowerCase(), value]));
      assert.equal(headers.get('location'), '/items/4');
      assert.equal(headers.get('content-type'), 'application/json');
      assert.deepEqual(
        { ...request, headers: request.headers.filter(([name]) => name === 'Content-Type') },
        { ...create, headers: [...json] },
      );
      assert.ok(milliseconds > 0);
    });

    it('shows an empty body as empty', async () => {
      const { response } = await connection.send({ method: 'DELETE', target: '/items/1', headers: [], body: null });
      assert.equal(response.status, 204);
      assert.equal(response.body, '');
      assert.equal(response.bodyBytes, 0);
    });

    it('sends the target as it is', async () => {
      const { response } = await connection.send({ ...read, target: '/items/../items/1' });
      assert.equal(response.status, 404);
      assert.equal((await connection.send({ ...read, target: '/items/..' })).response.status, 422);
    });

    it('puts the data back on reset', async () => {
      await connection.send({ ...read, method: 'DELETE' });
      assert.equal((await connection.send(read)).response.status, 404);
      connection.reset();
      assert.equal((await connection.send(read)).response.status, 200);
    });
  });
}

describe('demo over a socket', () => {
  it('keeps the status line and says which headers went out', async () => {
    const connection = await connectOverSocket();
    try {
      const { request, response } = await connection.send(create);
      assert.equal(`HTTP/${response.httpVersion} ${response.status} ${response.reason}`, 'HTTP/1.1 201 Created');
      assert.deepEqual(request.headers, [
        ['Host', new URL(connection.url).host],
        ['Content-Type', 'application/json'],
        ['Content-Length', String(Buffer.byteLength(create.body ?? ''))],
        ['Connection', 'keep-alive'],
      ]);
    } finally {
      await connection.close();
    }
  });

  it('says so when no answer comes', async () => {
    const connection = await connectOverSocket();
    await connection.close();
    await assert.rejects(connection.send(read), /^Error: The demo server gave no answer \(connect ECONNREFUSED/);
  });
});

describe('demo in process', () => {
  it('has no address and no status line', async () => {
    const connection = connectInProcess();
    assert.equal(connection.url, null);
    assert.equal((await connection.send(read)).response.httpVersion, null);
  });
});
