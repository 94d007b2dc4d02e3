/** Finds and reads the source files of the workspace, without what its settings and git leave out. */

import ignore, { type Ignore } from 'ignore';
import * as vscode from 'vscode';
import type { Source } from '../core/model';
import { languageOfPath, servedLanguages, sourceText } from '../engine';
import { hasSearch, walk } from './walk';

/** Folders of other people's code, whatever the settings say. */
const foreign = ['**/node_modules', '**/site-packages', '**/__pycache__'];

/** Files of the languages served, for a search or a watcher. */
export const servedGlob = `**/*.{${servedLanguages.flatMap((served) => served.endings.map((ending) => ending.slice(1))).join(',')}}`;

/** Every file of a served language that a search of the workspace would look into. */
export async function sourceFiles(token: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    // An exclusion given here takes the place of `files.exclude`.
    const exclude = [...foreign, ...excluded('files', folder), ...excluded('search', folder)];
    const [files, ignoring] = await filesIn(folder, exclude, token);
    const isIgnored = await ignoredIn(folder, ignoring);
    found.push(...files.filter((file) => !isIgnored(file)));
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The source files of a folder, and its files that say what git ignores. */
async function filesIn(
  folder: vscode.WorkspaceFolder,
  exclude: readonly string[],
  token: vscode.CancellationToken,
): Promise<readonly [vscode.Uri[], vscode.Uri[]]> {
  if (!hasSearch(folder.uri)) {
    const all = await walk(folder.uri, exclude, token);
    const isIgnoring = ({ path }: vscode.Uri) => path.endsWith('/.gitignore');
    return [all.filter(({ path }) => languageOfPath(path)), all.filter(isIgnoring)];
  }
  const find = (glob: string) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), `{${exclude.join(',')}}`, undefined, token);
  return [await find(servedGlob), await find('**/.gitignore')];
}

/** Globs that a setting turns on; those that depend on files beside are left out. */
function excluded(section: 'files' | 'search', folder: vscode.WorkspaceFolder): string[] {
  const globs = vscode.workspace.getConfiguration(section, folder).get<Record<string, unknown>>('exclude') ?? {};
  // A list in braces cannot hold a comma that stands outside of braces of its own.
  return Object.keys(globs).filter((glob) => globs[glob] === true && !glob.replaceAll(/\{[^{}]*\}/g, '').includes(','));
}

/** Says of a file whether a .gitignore names it; the one nearest to the file that has a rule for it decides. */
async function ignoredIn(
  folder: vscode.WorkspaceFolder,
  ignoring: readonly vscode.Uri[],
): Promise<(file: vscode.Uri) => boolean> {
  if (vscode.workspace.getConfiguration('search', folder).get('useIgnoreFiles') === false) return () => false;
  const layers: { readonly base: string; readonly rules: Ignore }[] = [];
  for (const file of ignoring) {
    const bytes = await vscode.workspace.fs.readFile(file);
    layers.push({
      base: file.path.slice(0, file.path.lastIndexOf('/') + 1),
      rules: ignore().add(new TextDecoder().decode(bytes)),
    });
  }
  layers.sort((a, b) => b.base.length - a.base.length);
  return ({ path }) => {
    for (const { base, rules } of layers) {
      if (!path.startsWith(base)) continue;
      const { ignored, unignored } = rules.test(path.slice(base.length));
      if (ignored || unignored) return ignored;
    }
    return false;
  };
}

/**
 * A file as a source: what is being edited where it is open, what is stored otherwise. Null for a file that cannot be
 * read, or whose bytes VS Code may show in other lines than we would: not in UTF-8, or with lines that a lone carriage
 * return ends.
 */
export async function readSource(file: vscode.Uri): Promise<Source | null> {
  const uri = file.toString();
  const open = openDocument(file);
  if (open) return { uri, languageId: open.languageId, version: open.version, text: open.getText() };
  const languageId = languageOfPath(file.path)?.id;
  if (languageId === undefined) return null;
  try {
    const text = sourceText(await vscode.workspace.fs.readFile(file));
    return text === null ? null : { uri, languageId, version: 0, text };
  } catch {
    return null;
  }
}

export function openDocument(file: vscode.Uri): vscode.TextDocument | undefined {
  const address = file.toString();
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === address);
}

/** Is a file other people's code, by the folder it lies in. */
export function isForeign(file: vscode.Uri): boolean {
  return file.path.split('/').some((part) => foreign.includes(`**/${part}`));
}
