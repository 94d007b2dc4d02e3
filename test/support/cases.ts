/** Splits a fixture file into its cases: each begins with a comment line `# ### title` or `// ### title`. */

import { readFileSync } from 'node:fs';

export interface Case {
  readonly title: string;
  readonly text: string;
}

/** Throws for a file without cases, so that a fixture that lost its titles cannot pass for tested. */
export function cases(path: string): Case[] {
  const parts = readFileSync(path, 'utf8').split(/^(?:#|\/\/) ### (.*)\n/m);
  const found: Case[] = [];
  for (let index = 1; index < parts.length; index += 2) {
    found.push({ title: parts[index] ?? '', text: `${(parts[index + 1] ?? '').trimEnd()}\n` });
  }
  if (found.length === 0) throw new Error(`${path} has no cases.`);
  return found;
}

/** Where routes are known by their file, the case's title names it: `in app/route.ts: ...`. */
export function placeOf(title: string): string | undefined {
  return /^in (\S+): /.exec(title)?.[1];
}
