/** Reads the parser's files from the extension's own folder, wherever the extension is installed. */

import * as vscode from 'vscode';
import type { GrammarFiles } from '../core/syntax';

export function grammarFiles(extension: vscode.Uri): GrammarFiles {
  const read = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist', 'grammars', name));
  return {
    runtime: async () => read('tree-sitter.wasm'),
    grammar: async (grammar) => read(`tree-sitter-${grammar}.wasm`),
  };
}
