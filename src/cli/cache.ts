/** Remembers what was read, by content: one file, thrown away whenever it is not exactly what this build wrote. */

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { digest } from './digest';
import type { FileReport } from './report';

export interface Cache {
  has(key: string): boolean;
  /** Null for a content in which nothing was recognised, and for one that is not known. */
  get(key: string): FileReport | null;
  set(key: string, report: FileReport | null): void;
  /** Whether there is anything to ask it for. */
  readonly isEmpty: boolean;
  save(): void;
}

export const noCache: Cache = {
  has: () => false,
  get: () => null,
  set: () => undefined,
  isEmpty: true,
  save: () => undefined,
};

/** Kept reports, in UTF-16 units of their JSON; those longest unused go first. */
const mostKept = 64_000_000;

export function openCache(): Cache {
  const file = cacheFile(process.cwd());
  const build = buildDigest();
  const kept = load(file, build);
  const isEmpty = kept.size === 0;
  let changed = false;
  return {
    isEmpty,
    has: (key) => kept.has(key),
    get(key) {
      const written = kept.get(key);
      if (written === undefined) return null;
      // To the young end.
      kept.delete(key);
      kept.set(key, written);
      return JSON.parse(written);
    },
    set(key, report) {
      changed = true;
      kept.set(key, JSON.stringify(report));
    },
    save() {
      if (changed) write(file, build, kept);
    },
  };
}

/** The project's own cache folder where there is one, as other tools do; the user's otherwise. */
function cacheFile(folder: string): string {
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return join(modules, '.cache', 'http-status-coach', 'reports');
  return join(userCacheFolder(), 'http-status-coach', digest(folder));
}

function userCacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  if (process.platform === 'win32' && LOCALAPPDATA) return LOCALAPPDATA;
  return join(homedir(), ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
}

/** Another build may see other things. The grammars are told apart by their sizes, which is quick. */
function buildDigest(): string {
  const grammars = join(__dirname, 'grammars');
  const sizes = readdirSync(grammars).map((name) => `${name} ${statSync(join(grammars, name)).size}`);
  return digest(digest(readFileSync(__filename)) + sizes.sort().join());
}

/** The first line names the build and the sum of what follows: a line for each key, with its report as JSON. */
function load(file: string, build: string): Map<string, string> {
  const kept = new Map<string, string>();
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    // There is none yet, or it is not ours to read: then everything is read anew.
    return kept;
  }
  const end = bytes.indexOf('\n');
  const body = bytes.subarray(end + 1);
  if (end === -1 || bytes.toString('utf8', 0, end) !== heading(build, body)) return kept;
  for (const line of body.toString('utf8').split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) kept.set(line.slice(0, space), line.slice(space + 1));
  }
  return kept;
}

function write(file: string, build: string, kept: Map<string, string>): void {
  let room = mostKept;
  const lines: string[] = [];
  for (const [key, report] of [...kept].reverse()) {
    room -= report.length;
    if (room < 0) break;
    lines.push(`${key} ${report}\n`);
  }
  const body = Buffer.from(lines.reverse().join(''));
  // Renamed into its place whole, so that a run beside this one never reads half of it; the last to finish wins.
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, Buffer.concat([Buffer.from(`${heading(build, body)}\n`), body]));
    renameSync(draft, file);
  } catch {
    // A folder that cannot be written is common on build machines, and costs time only.
    rmSync(draft, { force: true });
  }
}

function heading(build: string, body: Buffer): string {
  return `status-coach ${build} ${digest(body)}`;
}
