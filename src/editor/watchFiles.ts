/** Tells what happens to source files on disk, folders that come and go with them included. */

import * as vscode from 'vscode';
import { languageOfPath } from '../engine';
import { isForeign } from './workspaceFiles';

/** Deletions come in bursts; they are told together after so many milliseconds. */
const burst = 50;

export interface FileChanges {
  /** The content of a source file. */
  changed(file: vscode.Uri): void;
  /** Some are gone: `isGone` says which, by themselves or with a folder above them. */
  deleted(isGone: (file: vscode.Uri) => boolean): void;
  /** There may be files that were not there, or are no longer ignored; which ones only a search tells. */
  appeared(): void;
}

export function watchFiles({ changed, deleted, appeared }: FileChanges): vscode.Disposable {
  const gone = new Set<string>();
  let telling: NodeJS.Timeout | undefined;

  function tellDeleted() {
    telling = undefined;
    const paths = new Set(gone);
    gone.clear();
    deleted(({ path }) => {
      for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
        if (paths.has(path.slice(0, end))) return true;
      }
      return false;
    });
  }

  // Of a folder that is moved or removed as a whole, its files are not told one by one: so everything is watched.
  const watcher = vscode.workspace.createFileSystemWatcher('**');
  return vscode.Disposable.from(
    watcher,
    watcher.onDidChange((uri) => {
      if (isElsewhere(uri)) return;
      if (languageOfPath(uri.path)) changed(uri);
      else if (isIgnoreFile(uri)) appeared();
    }),
    watcher.onDidCreate((uri) => {
      if (isElsewhere(uri)) return;
      // One that is written anew, as many programs save, has changed too.
      if (languageOfPath(uri.path)) changed(uri);
      if (languageOfPath(uri.path) || isIgnoreFile(uri) || mayBeFolder(uri)) appeared();
    }),
    watcher.onDidDelete((uri) => {
      if (isElsewhere(uri)) return;
      if (isIgnoreFile(uri)) appeared();
      gone.add(uri.path);
      telling ??= setTimeout(tellDeleted, burst);
    }),
    { dispose: () => clearTimeout(telling) },
  );
}

function isElsewhere(uri: vscode.Uri): boolean {
  return isForeign(uri) || uri.path.includes('/.git/');
}

function isIgnoreFile(uri: vscode.Uri): boolean {
  return uri.path.endsWith('/.gitignore');
}

function mayBeFolder(uri: vscode.Uri): boolean {
  return !/\.\w+$/.test(uri.path);
}
