/** Starts the reading thread, where there are threads. */

import type { Translations } from '../text';
import { askOf } from './ask';
import type { ReadBatch } from './reader';
import type { FileToRead } from './routeReading';

export interface ReadingThread {
  /** Rejects when the thread fails or was ended. */
  read(files: readonly FileToRead[]): Promise<ReadBatch>;
  end(): void;
}

/** Rejects where no thread can be started. */
export type StartThread = () => Promise<ReadingThread>;

/** `program` is the built reader; it says what it finds in the language of the translations. */
export async function startReadingThread(program: string, translations?: Translations): Promise<ReadingThread> {
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(program, { name: 'HTTP Status Coach: routes', workerData: { translations } });
  return { read: askOf<readonly FileToRead[], ReadBatch>(worker), end: () => void worker.terminate() };
}
