/** Starts the extension in Node: on a desktop, and on the machine that a window is connected to. */

import { release, type } from 'node:os';
import * as vscode from 'vscode';
import { activateLate } from '../activation';
import { startReadingThread } from '../background/thread';
import { compiledFiles } from './compiled';
import { createLoader } from './loader';

export function activate(context: vscode.ExtensionContext) {
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const compiled = compiledFiles(own.fsPath, vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath);
  context.subscriptions.push(compiled);
  const load = createLoader(compiled.fetchProgram, require);
  // The build turns each of these imports into a file of its own.
  const platform = {
    startReadingThread: () => startReadingThread(vscode.Uri.joinPath(own, 'reader.js').fsPath),
    loadDemo: () => import('../demo/demo'),
    loadPanel: () => import('../panel/late'),
    loadSnippets: () => import('../snippets/library'),
    whyNoServer: null,
    system: `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  };
  activateLate(context, platform, () =>
    load<typeof import('../extension')>('adapters.js', ['engine.js', 'tree-sitter.js']),
  );
}
