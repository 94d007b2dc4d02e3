/** Starts the reading thread, where there are threads. */

import { askOf } from './ask';
import type { ReadBatch } from './reader';
import type { FileToRead } from './routeReading';

export interface ReadingThread {
  /** Rejects when the thread fails or was ended. */
  read(files: readonly FileToRead[]): Promise<ReadBatch>;
  end(): void;
}

/** `program` is the built reader. Rejects where Node's threads do not exist, as in a browser. */
export async function startReadingThread(program: string): Promise<ReadingThread> {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(program, { name: 'HTTP Status Coach: routes' });
  return { read: askOf<readonly FileToRead[], ReadBatch>(worker), end: () => void worker.terminate() };
}
