/** Reads files in this thread and in worker threads beside it: the same built file, started again as a worker. */

import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { askOf } from '../background/ask';
import { createEngine, type Engine, type Reading, readFiles, type Task } from './engine';

type ReadBatch = (paths: readonly string[]) => Promise<readonly Reading[]>;

/** Reads batches of files, wherever there is a thread free. */
export interface Lanes {
  /** How many batches are worth having under way at a time. */
  readonly depth: number;
  readonly read: ReadBatch;
  close(): Promise<void>;
}

/** Below this many files a worker costs more than it saves: it loads the program and compiles the grammars anew. */
const filesThatPay = 250;
const mostThreads = 4;

/** The workers of a run, which are started as soon as it is seen that they pay. */
export interface Crew {
  /** This thread's own, which reads beside them. */
  readonly engine: Engine;
  readonly workers: readonly Worker[];
  /** Starts those that a number of files is worth, as far as they are not there yet. */
  grow(files: number): void;
}

/** `threads`: null for as many as the files are worth; 1 is this thread alone. */
export function createCrew(task: Task, threads: number | null): Crew {
  optimiseLess();
  const workers: Worker[] = [];
  const most = (threads ?? Math.min(availableParallelism(), mostThreads)) - 1;
  return {
    engine: createEngine(task),
    workers,
    grow(files) {
      if (threads === null && files < filesThatPay) return;
      while (workers.length < most) {
        const worker = new Worker(__filename, { workerData: task });
        // Until something is asked of it, it does not keep the program running.
        worker.unref();
        workers.push(worker);
      }
    },
  };
}

/**
 * Node 20 spends as much time on optimising code, in every thread anew, as a run of a second can win by it. Later ones
 * do so more cheaply, and no longer know this flag.
 */
function optimiseLess(): void {
  if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=1000000');
}

/** The lanes that a number of files is worth. */
export function createLanes(crew: Crew, files: number): Lanes {
  crew.grow(files);
  const { engine, workers } = crew;
  for (const worker of workers) worker.ref();
  const own: ReadBatch = async (paths) => {
    const readings = await readFiles(engine, paths);
    // Lets the answers of the workers in: until here nothing has waited for anything but promises.
    if (workers.length > 0) await nextTurn();
    return readings;
  };
  // A worker has a second batch at hand when it answers the first. This thread begins while the others start.
  const idle = [...workers.map((worker): ReadBatch => askOf(worker)).flatMap((ask) => [ask, ask]), own];
  const waiting: ((lane: ReadBatch) => void)[] = [];

  return {
    // Deep enough that no thread has to wait until the results before its own are written.
    depth: workers.length === 0 ? 1 : (workers.length + 1) * 8,
    async read(paths) {
      const lane = idle.pop() ?? (await new Promise<ReadBatch>((resolve) => waiting.push(resolve)));
      const readings = await lane(paths);
      const next = waiting.shift();
      if (next) next(lane);
      else idle.push(lane);
      return readings;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

/** What a worker thread does: it answers each batch of paths with what it read. */
export function serveThread(): void {
  const engine = createEngine(workerData as Task);
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (paths: readonly string[]) => {
    last = last.then(async () => parentPort?.postMessage(await readFiles(engine, paths)));
  });
}

/** The results of work on each item, in the items' order, with so many under way at a time. */
export async function* inOrder<T, R>(
  items: readonly T[],
  depth: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for (const item of items) {
    const promise = work(item);
    // Awaited in its turn below; a failure until then is not one that nobody handles.
    promise.catch(() => undefined);
    running.push(promise);
    if (running.length < depth) continue;
    const first = running.shift();
    if (first) yield await first;
  }
  for (const promise of running) yield await promise;
}
