/** The engine as tests use it: every framework and rule, grammars from the built folder. */

import { readFile } from 'node:fs/promises';
import { servedLanguage } from '../../src/core/languages';
import type { Scan } from '../../src/core/model';
import { rules } from '../../src/core/rules/registry';
import { createService, type Log, type Service } from '../../src/core/service';
import { createSyntax, type GrammarFiles } from '../../src/core/syntax';
import { frameworks } from '../../src/frameworks/registry';

export const logged: string[] = [];

export const grammars: GrammarFiles = {
  runtime: () => readFile('dist/grammars/tree-sitter.wasm'),
  grammar: (grammar) => readFile(`dist/grammars/tree-sitter-${grammar}.wasm`),
};

const log: Log = { info: (message) => logged.push(message), error: (message) => logged.push(message) };

export const engine: Service = createService({ frameworks, rules, grammars, log });

/** As the editor has it: it does not wait for a parse that gets nowhere. */
export const hastyEngine: Service = createService({ frameworks, rules, grammars, log, patience: 1000 });

let counter = 0;

/** A source with an address of its own. */
export function source(languageId: string, text: string) {
  return { uri: `test:${++counter}`, languageId, version: 1, text };
}

export function scanText(languageId: string, text: string, uri?: string): Promise<Scan> {
  const document = source(languageId, text);
  return engine.scan(uri === undefined ? document : { ...document, uri });
}

const syntax = createSyntax(grammars);

/** Is a text free of syntax errors. */
export async function parses(languageId: string, text: string): Promise<boolean> {
  const parsed = await syntax.parse(servedLanguage(languageId)?.grammar ?? 'python', text);
  const sound = !parsed.root.hasError;
  parsed.dispose();
  return sound;
}
