/** Reads the parser's files from the extension's own folder, wherever the extension is installed. */

import type { GrammarFiles } from '../core/syntax';
import { t } from '../text';
import { MissingPart } from './problems';

/** `readOwn` reads a file of the extension's `dist`. */
export function grammarFiles(readOwn: (name: string) => PromiseLike<Uint8Array>): GrammarFiles {
  async function read(name: string): Promise<Uint8Array> {
    try {
      return await readOwn(`grammars/${name}`);
    } catch (cause) {
      throw new MissingPart(
        t`HTTP Status Coach cannot read its own file ${name}, so it is silent in files that need it. Installing the extension again should help.`,
        { cause },
      );
    }
  }
  return {
    runtime: async () => read('tree-sitter.wasm'),
    grammar: async (grammar) => read(`tree-sitter-${grammar}.wasm`),
  };
}
