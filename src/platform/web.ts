/** Starts the extension in a browser, as in vscode.dev: no ports, no threads, all in one file. */

import * as vscode from 'vscode';
import { start } from '../extension';
import { speak, t } from '../text';

declare const navigator: { readonly userAgent: string };

export function activate(context: vscode.ExtensionContext) {
  speak(vscode.l10n.bundle);
  const whyNoServer = t('A browser opens no ports, so no demo server can run here.');
  start(context, {
    startReadingThread: null,
    loadDemo: async () => {
      const { connectInProcess } = await import('../demo/inProcess');
      return { connectInProcess, connectOverSocket: () => Promise.reject(new Error(whyNoServer)) };
    },
    whyNoServer,
    system: navigator.userAgent,
  });
}
