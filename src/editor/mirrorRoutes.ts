/** Collects routes for the mirror of the demo server: of the file in front, or of the workspace. */

import * as vscode from 'vscode';
import type { MirroredRoute } from '../core/features/mirrored';
import type { Scan, Source } from '../core/model';
import type { Service } from '../core/service';
import { mirroredRoutes } from '../engine';
import { t } from '../text';
import { toSource } from './convert';
import { readSource, sourceFiles } from './workspaceFiles';

export interface RoutesToMirror {
  /** What they are the routes of: `main.py`, `the workspace`. */
  readonly name: string;
  readonly routes: readonly MirroredRoute[];
}

const maxRoutes = 1000;

/** Asks which routes where there is a choice; null where the user thinks better of it, or there are none. */
export async function routesToMirror(service: Service): Promise<RoutesToMirror | null> {
  const document = vscode.window.activeTextEditor?.document;
  const ofFile = document ? await routesOf(service, toSource(document), nameOf(document.uri)) : [];
  const hasWorkspace = (vscode.workspace.workspaceFolders ?? []).length > 0;
  if (document && ofFile.length > 0) {
    const name = nameOf(document.uri);
    const file = { label: t('Routes of {0}', name), description: `${ofFile.length}` };
    const all = { label: t('Routes of the workspace') };
    const choice = hasWorkspace
      ? await vscode.window.showQuickPick([file, all], { title: t('Mirror on the demo server') })
      : file;
    if (!choice) return null;
    if (choice === file) return { name, routes: ofFile };
  }
  const routes = await routesOfWorkspace(service);
  if (routes.length > 0) return { name: t('the workspace'), routes };
  void vscode.window.showInformationMessage(
    t('There is no route to mirror, in the file in front or in the workspace.'),
  );
  return null;
}

function routesOfWorkspace(service: Service): Thenable<readonly MirroredRoute[]> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Reading routes'),
    cancellable: true,
  };
  return vscode.window.withProgress(options, async (_, token) => {
    const routes: MirroredRoute[] = [];
    for (const file of await sourceFiles(token)) {
      if (token.isCancellationRequested || routes.length >= maxRoutes) break;
      const source = await readSource(file);
      if (source) routes.push(...(await routesOf(service, source, nameOf(file))));
      // Lets the editor do what waits.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    return token.isCancellationRequested ? [] : routes.slice(0, maxRoutes);
  });
}

async function routesOf(service: Service, source: Source, name: string): Promise<readonly MirroredRoute[]> {
  const { scan } = await service.read(source);
  if (scan.routes.length === 0) return [];
  return mirroredRoutes(scan, source.text, name, await importedText(vscode.Uri.parse(source.uri), scan));
}

/** More modules than a file of routes has its models from. */
const maxModules = 30;

/** The text of those modules that lie in the workspace, as far as their names tell where. */
async function importedText(file: vscode.Uri, { imports, language }: Scan): Promise<string> {
  if (!vscode.workspace.getWorkspaceFolder(file)) return '';
  const modules = [...new Set(imports.map(({ module }) => module))].slice(0, maxModules);
  const texts = await Promise.all(modules.map((module) => firstText(placesOf(file, module, language))));
  return texts.join('\n');
}

/** Where a module may lie, the likeliest place first. */
function placesOf(file: vscode.Uri, module: string, language: Scan['language']): readonly vscode.Uri[] {
  const folder = vscode.Uri.joinPath(file, '..');
  if (language === 'ecmascript') {
    if (!module.startsWith('.')) return [];
    const path = module.replace(/\.[cm]?jsx?$/, '');
    return ['.ts', '.tsx', '/index.ts', '.js'].map((ending) => vscode.Uri.joinPath(folder, `${path}${ending}`));
  }
  const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  if (name === '') return [];
  const path = name.replaceAll('.', '/');
  // `.models` is beside, `..models` a folder up; without a dot it may count from any folder above.
  const ups = dots === '' ? [0, 1, 2, 3] : [dots.length - 1];
  return ups.flatMap((up) =>
    [`${path}.py`, `${path}/__init__.py`].map((end) => vscode.Uri.joinPath(folder, '../'.repeat(up), end)),
  );
}

async function firstText(places: readonly vscode.Uri[]): Promise<string> {
  for (const place of places) {
    if (!vscode.workspace.getWorkspaceFolder(place)) continue;
    const source = await readSource(place);
    if (source) return source.text;
  }
  return '';
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
