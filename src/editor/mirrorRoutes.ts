/** Collects routes for the mirror of the demo server: of the file in front, or of the workspace. */

import * as vscode from 'vscode';
import { type MirroredRoute, mirroredRoutes } from '../core/features/mirrored';
import type { Source } from '../core/model';
import type { Service } from '../core/service';
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
    const file = { label: `Routes of ${name}`, description: `${ofFile.length}` };
    const all = { label: 'Routes of the workspace' };
    const choice = hasWorkspace
      ? await vscode.window.showQuickPick([file, all], { title: 'Mirror on the demo server' })
      : file;
    if (!choice) return null;
    if (choice === file) return { name, routes: ofFile };
  }
  const routes = await routesOfWorkspace(service);
  if (routes.length > 0) return { name: 'the workspace', routes };
  void vscode.window.showInformationMessage('There is no route to mirror, in the file in front or in the workspace.');
  return null;
}

function routesOfWorkspace(service: Service): Thenable<readonly MirroredRoute[]> {
  const options = { location: vscode.ProgressLocation.Notification, title: 'Reading routes', cancellable: true };
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
  return mirroredRoutes((await service.read(source)).scan, source.text, name);
}

function nameOf(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file);
}
