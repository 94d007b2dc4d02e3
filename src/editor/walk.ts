/** Lists the files of a folder where VS Code has no search: a folder that an extension provides may have none. */

import ignore from 'ignore';
import * as vscode from 'vscode';

/** Where folders come with a search: disks, remote machines, and the repositories of vscode.dev. */
const searched = new Set(['file', 'vscode-remote', 'vscode-vfs']);

/** Folders that are listed at a time. */
const batch = 16;

/** Without a search of its own, VS Code would wait for one to be registered, and never answer. */
export function hasSearch({ scheme }: vscode.Uri): boolean {
  return searched.has(scheme);
}

/** Every file below a folder but those excluded, by globs such as those of `files.exclude`. */
export async function walk(
  top: vscode.Uri,
  exclude: readonly string[],
  token: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  // The two kinds of pattern say the same, but for what stands at the top.
  const rules = ignore().add(exclude.map((glob) => (glob.startsWith('**/') ? glob : `/${glob}`)));
  const files: vscode.Uri[] = [];
  const folders = [{ uri: top, path: '' }];
  while (folders.length > 0 && !token.isCancellationRequested) {
    const listed = await Promise.all(
      folders.splice(0, batch).map(async ({ uri, path }) => ({ uri, path, entries: await entriesOf(uri) })),
    );
    for (const { uri, path, entries } of listed) {
      for (const [name, type] of entries) {
        const entry = { uri: vscode.Uri.joinPath(uri, name), path: `${path}${name}` };
        if (type === vscode.FileType.Directory) {
          if (!rules.ignores(`${entry.path}/`)) folders.push({ uri: entry.uri, path: `${entry.path}/` });
        } else if ((type & vscode.FileType.File) !== 0 && !rules.ignores(entry.path)) files.push(entry.uri);
      }
    }
  }
  return files;
}

/** What cannot be listed has no files to show. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
