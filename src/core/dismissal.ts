/** Decides from the bytes alone that a text can hold neither a route nor a status, so that most files are never parsed. */

import type { Framework } from './framework';
import type { Language } from './model';
import { findersOf, hintOf } from './scan/captures';
import { byLanguage } from './scan/context';
import { wordPattern } from './scan/invalid';
import { ofTable } from './scan/memo';
import { forPattern } from './scan/names';

/** Longest text that is read, in UTF-16 units: bundles and data files above it are not written by hand. */
export const longestText = 1_000_000;

export type Dismissal = 'too long' | 'binary' | 'no status';

/** Why a text need not be parsed, or null when it has to be. */
export function dismissalOf(
  text: string,
  path: string,
  language: Language,
  frameworks: readonly Framework[],
): Dismissal | null {
  if (text.length > longestText) return 'too long';
  if (text.includes('\0')) return 'binary';
  const clues = cluesOf(byLanguage(frameworks).get(language) ?? []);
  if (clues.everywhere.some((pattern) => pattern.test(text))) return null;
  const imported = clues.imported.some(({ module, words }) => module.test(text) && words.test(text));
  const byPlace = clues.byPlace.some(({ files, words }) => files.test(path) && words.test(text));
  return imported || byPlace ? null : 'no status';
}

/** A number that may be a status, and constants that name one. */
const numberOrName = /(?<![\w.$])[1-9]\d\d(?![\w.])|HTTP_\d{3}_/;

/** What a text must have at least one of. */
interface Clues {
  readonly everywhere: readonly RegExp[];
  /** What says something beside an import of its framework only. */
  readonly imported: readonly { readonly module: RegExp; readonly words: RegExp }[];
  /** What says something in files that are routes by their place only. */
  readonly byPlace: readonly { readonly files: RegExp; readonly words: RegExp }[];
}

const cluesOf = ofTable((frameworks: readonly Framework[]): Clues => {
  const byPlace = frameworks.filter(({ routing }) => routing.routeFiles !== null);
  const others = frameworks.filter((framework) => !byPlace.includes(framework));
  const families = frameworks.flatMap(({ constants }) => constants);
  const apart = frameworks.flatMap(({ routing }) => routing.apart);
  return {
    everywhere: [
      // First, because most texts that are read have one.
      numberOrName,
      ...hintsOf(others),
      named(families.flatMap(({ paths, importedPaths = [] }) => [...paths, ...importedPaths].map(lastWord))),
      named(frameworks.flatMap(({ errorMaker }) => errorMaker?.object ?? [])),
      called(apart.filter(({ of }) => of === 'router').map(({ name }) => name)),
      new RegExp(wordPattern(frameworks)?.source ?? '(?!)'),
    ],
    imported: frameworks.flatMap(({ modules, routing, exceptions, documents = {}, answers }) => {
      const names = [
        ...Object.keys(exceptions),
        ...Object.keys(documents),
        ...Object.keys(answers.exits).map(lastWord),
        ...Object.keys(routing.plainDecorators),
        ...Object.keys(routing.classes?.inherited?.classes ?? {}),
        ...Object.keys(routing.classes?.inherited?.mixins ?? {}),
      ];
      const words = [called(routing.apart.map(({ name }) => name)), ...(names.length > 0 ? [named(names)] : [])];
      return words.map((words) => ({ module: named(modules), words }));
    }),
    byPlace: byPlace.flatMap((framework) =>
      hintsOf([framework]).map((words) => ({ files: framework.routing.routeFiles ?? /(?!)/, words })),
    ),
  };
});

/** What registers routes of frameworks needs, each pattern once. */
function hintsOf(frameworks: readonly Framework[]): RegExp[] {
  const patterns = frameworks.flatMap((framework) =>
    findersOf(framework).map((finder) => hintOf(framework, finder).pattern),
  );
  return [...new Map(patterns.map((pattern) => [pattern.source, pattern])).values()];
}

/** Any of the words; an import under another name has them too. */
function named(words: readonly string[]): RegExp {
  return new RegExp(`(?<!\\w)(?:${alternatives(words)})(?!\\w)`);
}

/** Any of the names, called or imported under another one. */
function called(names: readonly string[]): RegExp {
  return new RegExp(`(?<!\\w)(?:${alternatives(names)})(?:\\s*\\(|\\s+as\\b)`);
}

function alternatives(words: readonly string[]): string {
  return [...new Set(words)].map(forPattern).join('|') || '(?!)';
}

/** The last word of a path, without what only says that it is a module's main export. */
function lastWord(path: string): string {
  return path.replace(/\.default$/, '').replace(/^.*[./]/, '');
}
