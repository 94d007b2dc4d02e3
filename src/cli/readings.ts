/** Gets the readings of many files: from the cache what is known there, the rest from the threads. */

import type { Cache } from './cache';
import { contentOf, keyOf, type Reading, type Task } from './engine';
import { type Crew, createLanes, inOrder } from './threads';

/** Enough to keep a thread busy while a message travels, few enough that all threads end at about the same time. */
const filesInBatch = 16;

/** Every file's reading in the files' order; what was not known is put into the cache. */
export async function* readAll(
  files: readonly string[],
  task: Task,
  crew: Crew,
  cache: Cache,
): AsyncGenerator<Reading> {
  const keys = cache.isEmpty ? new Map<string, string>() : knownKeys(files, task, cache);
  const unknown = files.length - keys.size;
  const lanes = unknown === 0 ? null : createLanes(crew, unknown);
  try {
    const readBatch = async (batch: readonly string[]): Promise<readonly Reading[]> => {
      const missing = batch.filter((path) => !keys.has(path));
      const read = lanes && missing.length > 0 ? await lanes.read(missing) : [];
      const byPath = new Map(read.map((reading) => [reading.path, reading]));
      return batch.flatMap((path) => {
        const key = keys.get(path);
        if (key === undefined) return byPath.get(path) ?? [];
        return { path, key, report: cache.get(key), notes: [] };
      });
    };
    for await (const readings of inOrder(batchesOf(files), lanes?.depth ?? 1, readBatch)) {
      for (const reading of readings) {
        // What the engine had to say would not be said again.
        if ('key' in reading && reading.key !== null && !keys.has(reading.path) && reading.notes.length === 0) {
          cache.set(reading.key, reading.report);
        }
        yield reading;
      }
    }
  } finally {
    await lanes?.close();
  }
}

/** The key of each file whose content is in the cache. */
function knownKeys(files: readonly string[], task: Task, cache: Cache): Map<string, string> {
  const keys = new Map<string, string>();
  for (const path of files) {
    const found = contentOf(path);
    if (found.problem !== null) continue;
    const key = keyOf(path, found.content, task);
    if (cache.has(key)) keys.set(path, key);
  }
  return keys;
}

function batchesOf(files: readonly string[]): readonly string[][] {
  const batches: string[][] = [];
  for (let start = 0; start < files.length; start += filesInBatch)
    batches.push(files.slice(start, start + filesInBatch));
  return batches;
}
