/** Finds and reads the source files below the paths of a command line. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { languageOfPath } from '../core/languages';

/** Folders that hold no source of the project's own. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'dist', 'build', 'venv', 'site-packages']);

/** Every file we read below the given paths, in a stable order; a path that names a file is taken as it is. */
export async function sourceFiles(paths: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new Error(`There is no file or folder ${path}.`) : error;
    });
    if (info.isDirectory()) await walk(path, found);
    else found.push(path);
  }
  return [...new Set(found)];
}

async function walk(folder: string, found: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith('.') && !skippedFolders.has(entry.name)) await walk(path, found);
    } else if (entry.isFile() && languageOfPath(entry.name)) {
      found.push(path);
    }
  }
}

export interface SourceText {
  /** Without a byte order mark, as an editor shows it. */
  readonly text: string;
  readonly markLength: number;
}

export async function readSource(path: string): Promise<SourceText> {
  const text = await readFile(path, 'utf8');
  return text.startsWith('\uFEFF') ? { text: text.slice(1), markLength: 1 } : { text, markLength: 0 };
}
