/** The demo's host keeps one server at most, whoever starts, stops or holds it, in whatever order. */

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import * as demoModule from '../../src/demo/demo';
import type { DemoRequest } from '../../src/demo/exchange';
import { DemoHost, type DemoState } from '../../src/demo/host';

const read: DemoRequest = { method: 'GET', target: '/items/1', headers: [], body: null };
const remove: DemoRequest = { ...read, method: 'DELETE' };

describe('demo host', () => {
  let port = 0;
  let demo: DemoHost;
  let kinds: DemoState['kind'][];

  beforeEach(() => {
    port = 0;
    kinds = [];
    demo = new DemoHost(
      async () => demoModule,
      () => port,
    );
    demo.onDidChange(() => kinds.push(demo.state.kind));
  });

  afterEach(() => demo.stop());

  const url = () => (demo.state.kind === 'running' ? demo.state.url : assert.fail(demo.state.kind));

  it('starts one server, however often it is asked to', async () => {
    await Promise.all([demo.start(), demo.start(), demo.start()]);
    assert.deepEqual(kinds, ['starting', 'running']);
    assert.equal((await fetch(`${url()}/items/1`)).status, 200);
  });

  it('stops it for good', async () => {
    await demo.start();
    const address = url();
    await demo.stop('It was stopped.');
    assert.deepEqual(demo.state, { kind: 'stopped', why: 'It was stopped.' });
    await assert.rejects(fetch(`${address}/items/1`));
  });

  it('ends as the last word says when starts and stops come at once', async () => {
    await Promise.all([demo.start(), demo.stop(), demo.start(), demo.restart(), demo.stop()]);
    assert.equal(demo.state.kind, 'stopped');
    await Promise.all([demo.start(), demo.stop(), demo.start()]);
    assert.equal(demo.state.kind, 'running');
  });

  it('answers over the socket while it runs, and in this process before and after, from the same data', async () => {
    assert.equal((await demo.send(remove)).response.httpVersion, null);
    await demo.start();
    const { response } = await demo.send(read);
    assert.deepEqual([response.httpVersion, response.status], ['1.1', 404]);
    await demo.stop();
    demo.reset();
    assert.equal((await demo.send(read)).response.status, 200);
  });

  it('waits with a request until a start has ended', async () => {
    void demo.start();
    assert.equal((await demo.send(read)).response.httpVersion, '1.1');
  });

  it('keeps the data over a restart', async () => {
    await demo.start();
    await demo.send(remove);
    await demo.restart();
    assert.equal((await demo.send(read)).response.status, 404);
  });

  it('runs as long as it is held, and no longer', async () => {
    const [first, second] = [demo.hold(), demo.hold()];
    await demo.send(read);
    first();
    assert.equal((await demo.send(read)).response.httpVersion, '1.1');
    second();
    assert.equal((await demo.send(read)).response.httpVersion, null);
    assert.equal(demo.state.kind, 'stopped');
  });

  it('does not stop and start again when one holder follows another', async () => {
    const first = demo.hold();
    await demo.send(read);
    first();
    const second = demo.hold();
    await demo.send(read);
    assert.deepEqual(kinds, ['starting', 'running']);
    second();
  });

  it('outlives its holders when somebody has started it by name', async () => {
    const release = demo.hold();
    await demo.start();
    release();
    assert.equal((await demo.send(read)).response.httpVersion, '1.1');
  });

  it('says why it cannot start, and answers all the same', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    port = typeof address === 'object' && address ? address.port : 0;
    const taken = `Port ${port} is already in use by another program.`;
    try {
      await assert.rejects(demo.start(), { name: 'DemoServerError', message: taken });
      assert.deepEqual(demo.state, { kind: 'stopped', why: taken });
      assert.equal((await demo.send(read)).response.status, 200);
      demo.hold();
      await demo.send(read);
      assert.deepEqual(demo.state, { kind: 'stopped', why: taken });
      port = 0;
      await demo.start();
      assert.equal(demo.state.kind, 'running');
    } finally {
      other.close();
    }
  });

  it('tells nobody who has stopped listening', async () => {
    let calls = 0;
    const forget = demo.onDidChange(() => calls++);
    forget();
    await demo.start();
    assert.equal(calls, 0);
  });
});
