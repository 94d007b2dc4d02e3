/** Reads the parser's files from the folder that the running bundle lies in; without waiting, for threads that would wait. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GrammarFiles } from '../core/syntax';

export function grammarsBeside(folder: string): GrammarFiles {
  const read = async (name: string) => readFileSync(join(folder, 'grammars', name));
  return {
    runtime: () => read('tree-sitter.wasm'),
    grammar: (grammar) => read(`tree-sitter-${grammar}.wasm`),
  };
}
