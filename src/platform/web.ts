/** Starts the extension in a browser, as in vscode.dev: no ports, no threads, all in one file. */

import type * as vscode from 'vscode';
import { start } from '../extension';

declare const navigator: { readonly userAgent: string };

const whyNoServer = 'A browser opens no ports, so no demo server can run here.';

export function activate(context: vscode.ExtensionContext) {
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
