/** The engine over files: bytes in, a report out. Every thread has one of its own. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOfPath } from '../core/languages';
import type { Finding, Grammar, Scan } from '../core/model';
import { rules } from '../core/rules/registry';
import { createService } from '../core/service';
import { frameworks } from '../frameworks/registry';
import { digest } from './digest';
import { reasonOf } from './options';
import { projectOf } from './projects';
import { type FileReport, reportOf } from './report';

/** What came of one file. Plain data: it crosses threads. */
export type Reading =
  | {
      readonly path: string;
      /** Tells contents apart, and languages: the key of the cache. */
      readonly key: string;
      /** Null for a file in which nothing was recognised. */
      readonly report: FileReport | null;
      /** What the engine had to say while it read. */
      readonly notes: readonly string[];
    }
  | { readonly path: string; readonly problem: string };

export interface Engine {
  read(path: string, bytes: Buffer): Promise<Reading>;
  /** Scan and findings of a text that may exist nowhere but in memory. */
  look(path: string, text: string): Promise<{ readonly scan: Scan; readonly findings: readonly Finding[] }>;
}

/** `judges`: whether the findings are wanted too. */
export function createEngine(judges: boolean): Engine {
  const grammarFile = (name: string) => readFile(join(__dirname, 'grammars', name));
  let notes: string[] = [];
  const note = (message: string) => notes.push(message);
  const service = createService({
    frameworks,
    rules,
    grammars: {
      runtime: () => grammarFile('tree-sitter.wasm'),
      grammar: (grammar: Grammar) => grammarFile(`tree-sitter-${grammar}.wasm`),
    },
    log: { info: note, error: note },
  });

  async function look(path: string, text: string) {
    // What is a habit is known when every file is read: see habits.ts.
    const surroundings = { project: judges ? (projectOf(path)?.project ?? null) : null, habit: null };
    const source = { uri: path, languageId: languageIdOf(path), version: 0, text, surroundings };
    const scan = await service.scan(source);
    const findings = judges ? await service.findings(source) : [];
    service.forget(path);
    return { scan, findings };
  }

  return {
    look,
    async read(path, bytes) {
      const { text, markLength } = decode(bytes);
      notes = [];
      const { scan, findings } = await look(path, text);
      const isEmpty = scan.routes.length === 0 && scan.uses.length === 0;
      const report = isEmpty ? null : reportOf(languageIdOf(path), text, markLength, scan, findings);
      return { path, key: keyOf(path, bytes, judges), report, notes };
    },
  };
}

/** Reads files one after the other; one that cannot be read is a problem of its own. */
export async function readFiles(engine: Engine, paths: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const path of paths) {
    const bytes = bytesOf(path);
    if (typeof bytes === 'string') {
      readings.push({ path, problem: bytes });
      continue;
    }
    readings.push(
      await engine
        .read(path, bytes)
        .catch((error: unknown) => ({ path, problem: `${path} was not understood: ${reasonOf(error)}.` })),
    );
  }
  return readings;
}

/** The bytes of a file, or the sentence that says why there are none. Synchronous: several times as fast. */
export function bytesOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    return `${path} cannot be read: ${reasonOf(error)}.`;
  }
}

export interface SourceText {
  /** Without a byte order mark, as an editor shows it. */
  readonly text: string;
  readonly markLength: number;
}

export function decode(bytes: Buffer): SourceText {
  const text = bytes.toString('utf8');
  return text.startsWith('\uFEFF') ? { text: text.slice(1), markLength: 1 } : { text, markLength: 0 };
}

/** What a report depends on: the bytes, the language, and where findings are wanted the project around. */
export function keyOf(path: string, bytes: Buffer, judges: boolean): string {
  const what = judges ? `check:${projectOf(path)?.key ?? ''}` : 'scan';
  return `${digest(bytes)}:${languageIdOf(path)}:${what}`;
}

function languageIdOf(path: string): string {
  const served = languageOfPath(path);
  if (!served) throw new Error(`${path} is in no language that is read here.`);
  return served.id;
}
