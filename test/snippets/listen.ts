/** Serves programs on free ports of this machine. */

import assert from 'node:assert/strict';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A program that listens. */
export interface Running {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a listener of Node on a free port of this machine. */
export async function listen(listener: RequestListener): Promise<Running> {
  assert.equal(typeof listener, 'function');
  return running(createServer(listener));
}

export async function running(server: Server): Promise<Running> {
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', ready);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
