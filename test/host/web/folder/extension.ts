/** A file system in memory for tests in a browser, filled with the examples: what a repository is to vscode.dev. */

import { files } from 'examples';
import * as vscode from 'vscode';

const scheme = 'coach-test';

type Entry = { readonly kind: 'folder' } | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly at: number };

export function activate(context: vscode.ExtensionContext) {
  const entries = new Map<string, Entry>([['/', { kind: 'folder' }]]);
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();

  function tell(type: vscode.FileChangeType, uri: vscode.Uri) {
    changed.fire([{ type, uri }]);
  }

  function found(uri: vscode.Uri): Entry {
    const entry = entries.get(uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  function addFolders(path: string) {
    const parts = path.split('/').slice(1, -1);
    for (const [index] of parts.entries()) {
      entries.set(`/${parts.slice(0, index + 1).join('/')}`, { kind: 'folder' });
    }
  }

  function write(path: string, bytes: Uint8Array) {
    addFolders(path);
    entries.set(path, { kind: 'file', bytes, at: Date.now() });
  }

  for (const [path, text] of Object.entries(files)) write(`/examples/${path}`, new TextEncoder().encode(text));

  const provider: vscode.FileSystemProvider = {
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat(uri) {
      const entry = found(uri);
      if (entry.kind === 'folder') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      return { type: vscode.FileType.File, ctime: entry.at, mtime: entry.at, size: entry.bytes.length };
    },
    readDirectory(uri) {
      found(uri);
      const start = uri.path === '/' ? '/' : `${uri.path}/`;
      return [...entries].flatMap(([path, { kind }]): [string, vscode.FileType][] => {
        const name = path.startsWith(start) ? path.slice(start.length) : '';
        if (name === '' || name.includes('/')) return [];
        return [[name, kind === 'folder' ? vscode.FileType.Directory : vscode.FileType.File]];
      });
    },
    readFile(uri) {
      const entry = found(uri);
      if (entry.kind === 'folder') throw vscode.FileSystemError.FileIsADirectory(uri);
      return entry.bytes;
    },
    writeFile(uri, bytes) {
      const isNew = !entries.has(uri.path);
      write(uri.path, bytes);
      tell(isNew ? vscode.FileChangeType.Created : vscode.FileChangeType.Changed, uri);
    },
    createDirectory(uri) {
      addFolders(`${uri.path}/`);
    },
    delete(uri) {
      for (const path of [...entries.keys()]) {
        if (path === uri.path || path.startsWith(`${uri.path}/`)) entries.delete(path);
      }
      tell(vscode.FileChangeType.Deleted, uri);
    },
    rename(from, to) {
      found(from);
      for (const [path, entry] of [...entries]) {
        if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
        entries.delete(path);
        entries.set(to.path + path.slice(from.path.length), entry);
      }
      tell(vscode.FileChangeType.Deleted, from);
      tell(vscode.FileChangeType.Created, to);
    },
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerFileSystemProvider(scheme, provider),
    // The VS Code that npm has comes without the browser's part of its own notebooks.
    vscode.workspace.registerNotebookSerializer('jupyter-notebook', {
      deserializeNotebook: () => new vscode.NotebookData([]),
      serializeNotebook: () => new Uint8Array(),
    }),
  );
}
