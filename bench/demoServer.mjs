/** A server to put under load, in a process of its own: the demo, or a bare one that always returns the same bytes. */

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import process from 'node:process';

/** @typedef {{ status: number, headers: string[], body: string }} Bytes */

const [bundle = ''] = process.argv.slice(2);
/** @type {{ startDemoServer: typeof import('../src/demo/server').startDemoServer }} */
const { startDemoServer } = createRequire(import.meta.url)(bundle);

/** @type {Bytes} */
let bytes = { status: 200, headers: [], body: '' };
const bare = createServer((_, outgoing) => {
  outgoing.writeHead(bytes.status, bytes.headers).end(bytes.body);
});
bare.listen(0, '127.0.0.1', async () => {
  const starts = [];
  for (let round = 0; round < 20; round++) {
    const begun = performance.now();
    const server = await startDemoServer();
    starts.push(performance.now() - begun);
    await server.close();
  }
  const demo = await startDemoServer();
  const address = bare.address();
  process.send?.({ starts, demo: demo.port, bare: typeof address === 'object' ? address?.port : undefined });
});

process.on('message', (/** @type {Bytes | 'memory'} */ message) => {
  if (message !== 'memory') {
    bytes = message;
    process.send?.('ready');
    return;
  }
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  process.send?.({ heap: process.memoryUsage().heapUsed });
});
// Whoever started this has ended.
process.on('disconnect', () => process.exit());
