/** Starts the extension in Node: on a desktop, and on the machine that a window is connected to. */

import { readFileSync } from 'node:fs';
import { release, type } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activateLate, firstFiles } from '../activation';
import { startReadingThread } from '../background/thread';
import { compiledFiles } from './compiled';
import { createLoader } from './loader';

export function activate(context: vscode.ExtensionContext) {
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const compiled = compiledFiles(own.fsPath, vscode.Uri.joinPath(context.globalStorageUri, 'compiled').fsPath);
  context.subscriptions.push(compiled);
  const load = createLoader(compiled.fetchProgram, require);
  const reader = vscode.Uri.joinPath(own, 'reader.js');
  const platform = {
    // Not by way of VS Code, which asks its main thread before each file, and at once, as `require` does.
    readOwn: async (name: string) => readFileSync(join(own.fsPath, name)),
    startReadingThread: () => startReadingThread(reader.fsPath, vscode.l10n.bundle),
    loadDemo: () => load<typeof import('../demo/demo')>('server.js', ['demo.js']),
    loadPanel: () => load<typeof import('../panel/late')>('lesson.js'),
    loadSnippets: () => load<typeof import('../snippets/library')>('snippets.js'),
    whyNoServer: null,
    system: `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  };
  activateLate(context, platform, () => load<typeof import('../extension')>('adapters.js', firstFiles));
}
