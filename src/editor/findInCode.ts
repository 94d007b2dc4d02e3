/** Lists the routes of the workspace that may answer a status code, for somebody who looks at the code in the panel. */

import * as vscode from 'vscode';
import type { Route, Scan } from '../core/model';
import type { Service } from '../core/service';
import { codeTitle } from '../engine';
import { t } from '../text';
import { openDocument, readSource, sourceFiles } from './workspaceFiles';

interface Item extends vscode.QuickPickItem {
  readonly file?: vscode.Uri;
  /** Offset of the route. */
  readonly at?: number;
}

/** How often the list grows while files are read, in milliseconds. */
const pause = 200;

/** Resolves when the list is closed. */
export async function findInCode(service: Service, code: number): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  const cancellation = new vscode.CancellationTokenSource();
  pick.title = t('Routes that answer {0}', codeTitle(code));
  pick.placeholder = t('Looking through the workspace...');
  pick.matchOnDescription = true;
  pick.busy = true;
  const closed = new Promise<Item | undefined>((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
  });
  pick.show();
  void list(service, code, pick, cancellation.token);
  const chosen = await closed;
  cancellation.cancel();
  pick.dispose();
  if (chosen?.file) await show(chosen.file, chosen.at ?? 0);
}

async function list(
  service: Service,
  code: number,
  pick: vscode.QuickPick<Item>,
  token: vscode.CancellationToken,
): Promise<void> {
  const found: Item[] = [];
  let shownAt = Date.now();
  for (const file of await filesToLookAt(token)) {
    if (token.isCancellationRequested) return;
    const source = await readSource(file);
    if (!source) continue;
    const { scan } = await service.read(source);
    found.push(...routesWith(scan, code).map((route) => itemOf(route, file, source.text)));
    if (Date.now() - shownAt < pause) continue;
    shownAt = Date.now();
    pick.items = found;
    // Lets the editor do what waits, typing above all.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (token.isCancellationRequested) return;
  pick.busy = false;
  pick.placeholder = found.length === 1 ? t('1 route') : t`${found.length} routes`;
  pick.items =
    found.length > 0 ? found : [{ label: t('No route of the workspace answers {0}', code), alwaysShow: true }];
}

/** Those of the workspace; without one, what is open. */
async function filesToLookAt(token: vscode.CancellationToken): Promise<readonly vscode.Uri[]> {
  const files = await sourceFiles(token);
  const known = new Set(files.map((file) => file.toString()));
  const open = vscode.workspace.textDocuments.filter(({ uri, isClosed }) => !isClosed && uri.scheme === 'untitled');
  return [...files, ...open.map(({ uri }) => uri).filter((uri) => !known.has(uri.toString()))];
}

/** Routes that succeed with a code, or that name it in what they return or raise. */
export function routesWith({ routes, uses }: Scan, code: number): readonly Route[] {
  const named = new Set(
    uses
      .filter((use) => use.code === code && ['success', 'returned', 'raised'].includes(use.role))
      .map(({ route }) => route),
  );
  return routes.filter((route, index) => route.effective.includes(code) || named.has(index));
}

function itemOf({ method, path, handler, span }: Route, file: vscode.Uri, text: string): Item {
  const line = text.slice(0, span.start).split('\n').length;
  return {
    label: `${method} ${path ?? '...'}`,
    description: `${handler ? `${handler} · ` : ''}${vscode.workspace.asRelativePath(file)}:${line}`,
    file,
    at: span.start,
  };
}

async function show(file: vscode.Uri, at: number): Promise<void> {
  const document = openDocument(file) ?? (await vscode.workspace.openTextDocument(file));
  const position = document.positionAt(at);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}
