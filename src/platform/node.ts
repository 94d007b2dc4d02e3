/** Starts the extension in Node: on a desktop, and on the machine that a window is connected to. */

import { release, type } from 'node:os';
import * as vscode from 'vscode';
import { startReadingThread } from '../background/thread';
import { start } from '../extension';
import { speak } from '../text';

export function activate(context: vscode.ExtensionContext) {
  const translations = vscode.l10n.bundle;
  speak(translations);
  const reader = vscode.Uri.joinPath(context.extensionUri, 'dist', 'reader.js');
  start(context, {
    startReadingThread: () => startReadingThread(reader.fsPath, translations),
    loadDemo: () => import('../demo/demo'),
    whyNoServer: null,
    system: `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  });
}
