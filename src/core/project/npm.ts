/** Reads which packages a `package.json` and the lock file beside it name, and from which version on. */

import minVersion from 'semver/ranges/min-version';
import type { Requirement } from './python';

const sections = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const;

/** Throws where the text is no JSON. */
export function packageJson(text: string): Requirement[] {
  const file: Partial<Record<(typeof sections)[number], unknown>> | null = JSON.parse(text);
  return sections.flatMap((section) =>
    Object.entries(file?.[section] ?? {}).map(([name, range]) => [name, lowest(range)] as const),
  );
}

/** Null for a tag, an address or a catalogue, which say nothing of versions. */
function lowest(range: unknown): string | null {
  try {
    return typeof range === 'string' ? (minVersion(range)?.version ?? null) : null;
  } catch {
    return null;
  }
}

// Lock files are written by tools, each in one form, and are too long to be worth parsing whole.

export function packageLock(text: string): Requirement[] {
  return matches(text, /"node_modules\/((?:@[^/"]+\/)?[^/"]+)": \{\s*"version": "([^"]+)"/g);
}

/** Of the classic form and of the later one. */
export function yarnLock(text: string): Requirement[] {
  return matches(text, /^"?((?:@[^/"\s]+\/)?[^@"/\s]+)@[^\n]*:\r?\n {2}version:? "?([^"\s]+)"?/gm);
}

/** What the packages of the workspace ask for themselves. */
export function pnpmLock(text: string): Requirement[] {
  return matches(text, /^ +'?((?:@[^/':]+\/)?[^/':\s]+)'?:\r?\n +specifier: [^\n]*\n +version: '?(\d[^\s('"]*)/gm);
}

function matches(text: string, entry: RegExp): Requirement[] {
  return [...text.matchAll(entry)].map(([, name = '', version = '']) => [name, version]);
}
