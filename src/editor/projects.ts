/** Finds the project of a file in the editor: the nearest folder above it that has manifests, each read once and watched. */

import * as vscode from 'vscode';
import type { Language, Project } from '../core/model';
import { isManifest, manifestGlob, readProject } from '../engine';

export interface Projects extends vscode.Disposable {
  /** Null for a document that lies in no folder, and for one without manifests above it. */
  of(uri: vscode.Uri, language: Language): Promise<Project | null>;
  readonly onDidChange: vscode.Event<void>;
}

/** Nothing is read or watched before the first project is asked for. */
export function createProjects(): Projects {
  const known = new Map<string, Promise<Project | null>>();
  const changed = new vscode.EventEmitter<void>();
  let watcher: vscode.FileSystemWatcher | null = null;

  function watch() {
    if (watcher) return;
    const forget = () => {
      known.clear();
      changed.fire();
    };
    watcher = vscode.workspace.createFileSystemWatcher(manifestGlob);
    watcher.onDidChange(forget);
    watcher.onDidCreate(forget);
    watcher.onDidDelete(forget);
  }

  function at(folder: vscode.Uri, top: string, language: Language): Promise<Project | null> {
    const key = `${language} ${folder.toString()}`;
    const found = known.get(key) ?? look(folder, top, language);
    known.set(key, found);
    return found;
  }

  async function look(folder: vscode.Uri, top: string, language: Language): Promise<Project | null> {
    const own = await readFolder(folder, language);
    const above = vscode.Uri.joinPath(folder, '..');
    if (own || folder.path === top || above.path === folder.path) return own;
    return at(above, top, language);
  }

  return {
    onDidChange: changed.event,
    async of(uri, language) {
      // An address such as `untitled:` or the side of a diff lies in no folder of files.
      const workspace = vscode.workspace.getWorkspaceFolder(uri);
      if (!workspace && uri.scheme !== 'file') return null;
      watch();
      return at(vscode.Uri.joinPath(uri, '..'), workspace?.uri.path ?? '/', language);
    },
    dispose() {
      watcher?.dispose();
      changed.dispose();
    },
  };
}

async function readFolder(folder: vscode.Uri, language: Language): Promise<Project | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    const names = entries.map(([name]) => name).filter((name) => isManifest(name, language));
    if (names.length === 0) return null;
    const manifests = await Promise.all(
      names.map(async (name) => {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
        return { name, text: new TextDecoder().decode(bytes) };
      }),
    );
    return readProject(manifests, language);
  } catch {
    // A folder that cannot be listed tells nothing; the ones above it may.
    return null;
  }
}
