/** The engine over files: their contents in, a report out. Every thread has one of its own. */

import { readFileSync } from 'node:fs';
import { grammarsBeside } from '../background/grammars';
import { languageOfPath } from '../core/languages';
import type { Finding, Scan } from '../core/model';
import { rules } from '../core/rules/registry';
import { createService } from '../core/service';
import { frameworks } from '../frameworks/registry';
import { digest } from './digest';
import { reasonOf, type Severities } from './options';
import { projectOf } from './projects';
import { type FileReport, reportOf } from './report';

/** What came of one file. Plain data: it crosses threads. */
export type Reading =
  | {
      readonly path: string;
      /** Tells contents apart, and languages: the key of the cache; null where nothing is remembered. */
      readonly key: string | null;
      /** Null for a file in which nothing was recognised. */
      readonly report: FileReport | null;
      /** What the engine had to say while it read. */
      readonly notes: readonly string[];
    }
  | { readonly path: string; readonly problem: string };

export interface Engine {
  /** Starts to load what the first file will need. */
  prepare(): void;
  read(path: string, content: string): Promise<Reading>;
  /** Scan and findings of a text that may exist nowhere but in memory. */
  look(path: string, text: string): Promise<{ readonly scan: Scan; readonly findings: readonly Finding[] }>;
}

/** What a thread's engine is for. */
export interface Task {
  /** Are the findings wanted too. */
  readonly judges: boolean;
  /** How rules are marked, where that is not left to them. */
  readonly severities: Severities;
  /** Are readings kept in the cache. */
  readonly remembers: boolean;
}

export function createEngine({ judges, severities, remembers }: Task): Engine {
  let notes: string[] = [];
  const note = (message: string) => notes.push(message);
  const service = createService({
    frameworks,
    rules,
    grammars: grammarsBeside(__dirname),
    log: { info: note, error: note },
  });

  async function look(path: string, text: string) {
    // What is a habit is known when every file is read: see habits.ts.
    const surroundings = { project: judges ? (projectOf(path)?.project ?? null) : null, habit: null };
    const source = { uri: path, languageId: languageIdOf(path), version: 0, text, surroundings };
    const scan = await service.scan(source);
    const findings = judges ? await service.findings(source, (rule) => severities[rule.id] ?? null) : [];
    service.forget(path);
    return { scan, findings };
  }

  return {
    prepare: service.prepare,
    look,
    async read(path, content) {
      const { text, markLength } = withoutMark(content);
      notes = [];
      const { scan, findings } = await look(path, text);
      const isEmpty = scan.routes.length === 0 && scan.uses.length === 0;
      const report = isEmpty ? null : reportOf(languageIdOf(path), text, markLength, scan, findings);
      return { path, key: remembers ? keyOf(path, content, { judges, severities }) : null, report, notes };
    },
  };
}

/** Reads files one after the other; one that cannot be read is a problem of its own. */
export async function readFiles(engine: Engine, paths: readonly string[]): Promise<Reading[]> {
  const readings: Reading[] = [];
  for (const path of paths) {
    const found = contentOf(path);
    if (found.problem !== null) {
      readings.push({ path, problem: found.problem });
      continue;
    }
    readings.push(
      await engine
        .read(path, found.content)
        .catch((error: unknown) => ({ path, problem: `${path} was not understood: ${reasonOf(error)}.` })),
    );
  }
  return readings;
}

/** The text of a file, or the sentence that says why there is none. Synchronous, and not by way of bytes: several times as fast. */
export function contentOf(path: string): { content: string; problem: null } | { problem: string } {
  try {
    return { content: readFileSync(path, 'utf8'), problem: null };
  } catch (error) {
    return { problem: `${path} cannot be read: ${reasonOf(error)}.` };
  }
}

export interface SourceText {
  /** Without a byte order mark, as an editor shows it. */
  readonly text: string;
  readonly markLength: number;
}

export function withoutMark(content: string): SourceText {
  const marked = content.startsWith('\uFEFF');
  return marked ? { text: content.slice(1), markLength: 1 } : { text: content, markLength: 0 };
}

/** What a report depends on: the text, the language, and where findings are wanted the rules' severities and the project around. */
export function keyOf(path: string, content: string, { judges, severities }: Omit<Task, 'remembers'>): string {
  const what = judges ? `check:${JSON.stringify(severities)}:${projectOf(path)?.key ?? ''}` : 'scan';
  return `${digest(content)}:${languageIdOf(path)}:${what}`;
}

function languageIdOf(path: string): string {
  const served = languageOfPath(path);
  if (!served) throw new Error(`${path} is in no language that is read here.`);
  return served.id;
}
