/** Finds the source files that the paths of a command line name: files, folders and globs, without what git ignores. */

import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { Minimatch } from 'minimatch';
import { languageOfPath } from '../core/languages';
import { reasonOf, UsageError } from './options';

/** Folders that hold no source of the project's own, whether git ignores them or not. */
const skippedFolders = new Set(['node_modules', '__pycache__', 'dist', 'build', 'venv', 'site-packages']);

const here = `${slashed(process.cwd()).replace(/\/$/, '')}/`;

export interface FoundFiles {
  /** Paths as `--format json` shows them: relative to the working directory, with slashes. */
  readonly files: readonly string[];
  /** A sentence for each file or folder that could not be looked at. */
  readonly problems: readonly string[];
}

/**
 * Every file we read below the given paths, in a stable order. A path that names a file is taken as it is, ignored or
 * not; so is a folder, but not everything in it. `onFound` is told how many there are so far. Throws for a path that names nothing or a file in another language.
 */
export function findFiles(paths: readonly string[], onFound: (count: number) => void = () => undefined): FoundFiles {
  const files = new Set<string>();
  const problems: string[] = [];
  const add = (path: string) => {
    files.add(shownPath(path));
    onFound(files.size);
  };
  for (const given of paths) {
    const path = unquoted(given);
    try {
      const found = statSync(path);
      if (found.isDirectory()) {
        walk(slashed(resolve(path)), layersAbove(resolve(path)), add, problems);
      } else {
        if (!languageOfPath(path)) throw new UsageError(`${path} is in no language that is read here.`);
        // Reading a pipe waits for somebody to write into it.
        if (found.isFile()) add(resolve(path));
        else problems.push(`${path} cannot be read: it is not a regular file.`);
      }
    } catch (error) {
      if (error instanceof UsageError) throw error;
      if (!isAbsent(error)) problems.push(`${path} cannot be read: ${reasonOf(error)}.`);
      else if (isLink(path)) problems.push(`${path} cannot be read: it is a link to nothing.`);
      else if (!isGlob(path)) throw new Error(`There is no file or folder ${path}.`);
      else if (!expand(path, add, problems)) throw new Error(`No file matches ${path}.`);
    }
  }
  return { files: [...files], problems };
}

/** A path as it is shown: relative to the working directory, with slashes. */
export function shownPath(path: string): string {
  return path.startsWith(here) ? path.slice(here.length) : slashed(relative(here, path));
}

function slashed(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}

function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  // Windows calls a name with `*` or `?` in it invalid instead of absent.
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EINVAL';
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** The Windows command prompt hands single quotes on as they were typed. */
function unquoted(path: string): string {
  return /^'.+'$/.test(path) && !existsSync(path) ? path.slice(1, -1) : path;
}

// ---------------------------------------------------------------------------------------------------------------------
// Globs

function isGlob(path: string): boolean {
  return /[*?[{]|[!@+]\(/.test(path);
}

/** Adds the files below a glob's fixed part that match the rest of it; false when there are none. */
function expand(glob: string, add: (path: string) => void, problems: string[]): boolean {
  const segments = slashed(glob).split('/');
  const firstPattern = segments.findIndex(isGlob);
  const fixed = segments.slice(0, firstPattern);
  const base = resolve(fixed.length > 0 ? `${fixed.join('/')}/` : '.');
  if (!existsSync(base)) return false;
  const pattern = new Minimatch(segments.slice(firstPattern).join('/'));
  const start = slashed(base).replace(/\/$/, '').length + 1;
  let found = false;
  walk(
    slashed(base),
    layersAbove(base),
    (path) => {
      if (!pattern.match(path.slice(start))) return;
      found = true;
      add(path);
    },
    problems,
  );
  return found;
}

// ---------------------------------------------------------------------------------------------------------------------
// What git ignores

/** The rules of one .gitignore; they speak of paths relative to its folder. */
interface Layer {
  /** With a slash at the end. */
  readonly folder: string;
  readonly rules: Ignore;
}

/** Git compares names as the file systems of these platforms do. */
const ignorecase = process.platform === 'win32' || process.platform === 'darwin';

function layerOf(folder: string, file = '.gitignore'): readonly Layer[] {
  const path = join(folder, file);
  if (!existsSync(path)) return [];
  return [{ folder: `${folder.replace(/\/$/, '')}/`, rules: ignore({ ignorecase }).add(readFileSync(path, 'utf8')) }];
}

/** Rules from the root of the repository, or else the working directory, down to a folder, its own not among them. */
function layersAbove(folder: string): readonly Layer[] {
  const parents = parentsOf(folder);
  const root =
    [folder, ...parents].find((each) => existsSync(join(each, '.git'))) ??
    parents.find((each) => each === process.cwd());
  if (root === undefined) return [];
  const above = parents.slice(0, parents.indexOf(root) + 1).reverse();
  const exclude = existsSync(join(root, '.git/info')) ? layerOf(slashed(root), '.git/info/exclude') : [];
  const layers = [...exclude, ...above.flatMap((each) => layerOf(slashed(each)))];
  // Who names an ignored folder wants it read: the rules that hide it say nothing of what is in it.
  const hidden = [folder, ...parents].slice(0, above.length).some((each) => isIgnored(`${slashed(each)}/`, layers));
  return hidden ? [] : layers;
}

/** The folders that a folder is in, the nearest first. */
function parentsOf(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [] : [parent, ...parentsOf(parent)];
}

/** The file nearest to a path that has a rule for it decides; a folder's path ends with a slash. */
function isIgnored(path: string, layers: readonly Layer[]): boolean {
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index];
    if (!layer || !path.startsWith(layer.folder) || path.length === layer.folder.length) continue;
    const { ignored, unignored } = layer.rules.test(path.slice(layer.folder.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

function walk(folder: string, above: readonly Layer[], add: (path: string) => void, problems: string[]): void {
  let entries: Dirent[];
  let layers: readonly Layer[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
    layers = entries.some(({ name }) => name === '.gitignore') ? [...above, ...layerOf(folder)] : above;
  } catch (error) {
    problems.push(`${shownPath(folder)} cannot be read: ${reasonOf(error)}.`);
    return;
  }
  const prefix = folder.endsWith('/') ? folder : `${folder}/`;
  for (const entry of entries.filter(isOurs).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = prefix + entry.name;
    if (entry.isFile()) {
      if (!isIgnored(path, layers)) add(path);
    } else if (!isIgnored(`${path}/`, layers)) {
      walk(path, layers, add, problems);
    }
  }
}

/** A file in a language we read, or a folder that may hold some. */
function isOurs(entry: Dirent): boolean {
  if (entry.isDirectory()) return !entry.name.startsWith('.') && !skippedFolders.has(entry.name);
  return entry.isFile() && languageOfPath(entry.name) !== undefined;
}
