/** Starts the extension in Node: on a desktop, and on the machine that a window is connected to. */

import { release, type } from 'node:os';
import * as vscode from 'vscode';
import { startReadingThread } from '../background/thread';
import { start } from '../extension';

export function activate(context: vscode.ExtensionContext) {
  const reader = vscode.Uri.joinPath(context.extensionUri, 'dist', 'reader.js');
  start(context, {
    startReadingThread: () => startReadingThread(reader.fsPath),
    loadDemo: () => import('../demo/demo'),
    whyNoServer: null,
    system: `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  });
}
