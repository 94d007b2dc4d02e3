/** Starts the extension in a browser, as in vscode.dev: no ports, no threads, and a host that loads one file by itself. */

import * as vscode from 'vscode';
import { activateLate, firstFiles } from '../activation';
import { createLoader, type Program } from './loader';

declare const navigator: { readonly userAgent: string };

export function activate(context: vscode.ExtensionContext) {
  const own = vscode.Uri.joinPath(context.extensionUri, 'dist');
  const readOwn = (name: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(own, name));
  const load = createLoader(async (name) => {
    const file = vscode.Uri.joinPath(own, name);
    const text = new TextDecoder().decode(await readOwn(name));
    // As VS Code itself evaluates the one file that it loads. What is evaluated is a file of this extension.
    return () => new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${file}`) as Program;
  }, require);
  const whyNoServer = vscode.l10n.t('A browser opens no ports, so no demo server can run here.');
  const platform = {
    readOwn,
    startReadingThread: null,
    loadDemo: async () => {
      const { connectInProcess } = await load<typeof import('../demo/portable')>('demo.js');
      return { connectInProcess, connectOverSocket: () => Promise.reject(new Error(whyNoServer)) };
    },
    loadPanel: () => load<typeof import('../panel/late')>('lesson.js'),
    loadSnippets: () => load<typeof import('../snippets/library')>('snippets.js'),
    whyNoServer,
    system: navigator.userAgent,
  };
  activateLate(context, platform, () => load<typeof import('../extension')>('adapters.js', firstFiles));
}
