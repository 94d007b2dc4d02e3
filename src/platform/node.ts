/** Starts the extension in Node: on a desktop, and on the machine that a window is connected to. */

import { release, type } from 'node:os';
import * as vscode from 'vscode';
import { activateLate } from '../activation';
import { startReadingThread } from '../background/thread';

/** The build turns each of these imports into a file of its own. */
export function activate(context: vscode.ExtensionContext) {
  const platform = {
    startReadingThread: () => startReadingThread(vscode.Uri.joinPath(context.extensionUri, 'dist', 'reader.js').fsPath),
    loadDemo: () => import('../demo/demo'),
    loadPanel: () => import('../panel/late'),
    loadSnippets: () => import('../snippets/library'),
    whyNoServer: null,
    system: `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  };
  activateLate(context, platform, () => import('../extension'));
}
