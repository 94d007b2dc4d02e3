/** The worker thread that reads the routes of many files, so that the extension host stays free for whoever types. */

import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { createService, frameworks, readRoutes, rules, sourceText } from '../engine';
import { speak } from '../text';
import { grammarsBeside } from './grammars';
import type { FileToRead, ReadRoutes } from './routeReading';

/** What a batch comes to: a file that fails costs only its own routes, and is told in `problems`. */
export interface ReadBatch {
  readonly files: readonly ReadRoutes[];
  readonly problems: readonly string[];
}

speak(workerData?.translations);

let problems: string[] = [];
const note = (message: string) => problems.push(message);
const service = createService({
  frameworks,
  rules,
  grammars: grammarsBeside(__dirname),
  log: { info: note, error: note },
  patience: 1000,
});

async function readFile({ uri, languageId, at, ...judging }: FileToRead): Promise<ReadRoutes> {
  try {
    const text = 'text' in at ? at.text : sourceText(readFileSync(at.path));
    if (text === null) return { uri, routes: null };
    return { uri, routes: await readRoutes(service, { uri, languageId, version: 0, text }, judging) };
  } catch (error) {
    note(`Not read: ${uri}: ${error instanceof Error ? error.message : String(error)}`);
    return { uri, routes: null };
  }
}

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (files: readonly FileToRead[]) => {
  last = last.then(async () => {
    const read: ReadRoutes[] = [];
    for (const file of files) read.push(await readFile(file));
    const batch: ReadBatch = { files: read, problems };
    problems = [];
    parentPort?.postMessage(batch);
  });
});
