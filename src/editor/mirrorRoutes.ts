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

/** The text of those modules that lie in the workspace, as far as their names tell where, and of those that they import. */
async function importedText(file: vscode.Uri, { imports, language }: Scan): Promise<string> {
  if (!vscode.workspace.getWorkspaceFolder(file)) return '';
  const read = new Map<string, string>();
  const follow = async (from: vscode.Uri, modules: readonly string[]): Promise<readonly Module[]> => {
    const found = await Promise.all(modules.map((module) => firstModule(placesOf(from, module, language))));
    const fresh = found.filter((each) => each !== null && !read.has(each.uri.toString())) as Module[];
    for (const { uri, text } of fresh.slice(0, maxModules - read.size)) read.set(uri.toString(), text);
    return fresh;
  };
  const first = await follow(file, [...new Set(imports.map(({ module }) => module))]);
  await Promise.all(first.map(({ uri, text }) => follow(uri, modulesIn(text, language))));
  return [...read.values()].join('\n');
}

interface Module {
  readonly uri: vscode.Uri;
  readonly text: string;
}

/** What a text imports, without a parse: a name too many is only a file that is not there. */
function modulesIn(text: string, language: Scan['language']): readonly string[] {
  const pattern = language === 'python' ? /^\s*from\s+([\w.]+)\s+import\b/gm : /\bfrom\s*['"]([^'"\n]+)['"]/g;
  return [...new Set([...text.matchAll(pattern)].map(([, module = '']) => module))].slice(0, maxModules);
}

/** How many folders above a file its project may begin. */
const maxUps = 8;

/** Where a module may lie, the likeliest place first. */
function placesOf(file: vscode.Uri, module: string, language: Scan['language']): readonly vscode.Uri[] {
  const folder = vscode.Uri.joinPath(file, '..');
  const above = [...Array(maxUps).keys()].map((up) => '../'.repeat(up));
  if (language === 'ecmascript') {
    const path = module.replace(/\.[cm]?jsx?$/, '');
    // `@/models` and `~/models` are what projects call their own folder of sources.
    const alias = /^[@~]\/(.*)$/.exec(path)?.[1];
    if (alias === undefined && !path.startsWith('.')) return [];
    const paths = alias === undefined ? [path] : above.flatMap((up) => [`${up}src/${alias}`, `${up}${alias}`]);
    const endings = ['.ts', '.tsx', '/index.ts', '.js'];
    return paths.flatMap((each) => endings.map((ending) => vscode.Uri.joinPath(folder, `${each}${ending}`)));
  }
  const [, dots = '', name = ''] = /^(\.*)(.*)$/.exec(module) ?? [];
  if (name === '') return [];
  const path = name.replaceAll('.', '/');
  // `.models` is beside, `..models` a folder up; without a dot it may count from any folder above.
  const ups = dots === '' ? above : ['../'.repeat(dots.length - 1)];
  return ups.flatMap((up) => [`${path}.py`, `${path}/__init__.py`].map((end) => vscode.Uri.joinPath(folder, up, end)));
}

async function firstModule(places: readonly vscode.Uri[]): Promise<Module | null> {
  for (const uri of places) {
    if (!vscode.workspace.getWorkspaceFolder(uri)) continue;
    const source = await readSource(uri);
    if (source) return { uri, text: source.text };
  }
  return null;
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
