/** `status-coach demo`: serves the API of the lesson until it is interrupted. */

import { once } from 'node:events';
import type { DemoOptions } from './options';

/** Prints the address as one line, for people and scripts alike. Rejects with a sentence when no port can be opened. */
export async function serveDemo({ port }: DemoOptions): Promise<number> {
  // Loaded now, so that checking files does not pay for it.
  const { startDemoServer } = await import('../demo/demo');
  const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const server = await startDemoServer({ port });
  process.stdout.write(`${server.url}\n`);
  await interrupted;
  await server.close();
  return 0;
}
