/** Tells from the names before a cursor alone that no status can be meant, so that most keys ask for no parse. */

import type { Framework } from '../../framework';
import type { Language } from '../../model';
import { openersAt } from './brackets';
import type { Cursor } from './cursor';

/** Parts of the names that tell of a status by themselves, and of what tests and errors are called. */
const telling = /status|code|error|exception|problem|respon|expect|equal|same/i;
const matcher = /^(?:toBe|be|is|eq|eql)$/;

interface Known {
  /** Last names of calls, assigned and compared things, keywords and properties. */
  readonly names: ReadonlySet<string>;
  /** Modules of frameworks whose handlers may return a status beside the body. */
  readonly returning: readonly string[];
}

const tables = new WeakMap<readonly Framework[], Map<Language, Known>>();

function knownIn(frameworks: readonly Framework[], language: Language): Known {
  const byLanguage = tables.get(frameworks) ?? new Map<Language, Known>();
  tables.set(frameworks, byLanguage);
  const own = frameworks.filter((framework) => framework.language === language);
  const known = byLanguage.get(language) ?? {
    names: new Set(
      own.flatMap(({ positions }) =>
        positions.flatMap(({ name, at }) => [
          name.split('.').at(-1) ?? '',
          at.keyword ?? '',
          at.property ?? '',
          at.keysOf ?? '',
        ]),
      ),
    ),
    returning: own.filter(({ answers }) => answers.returnsTuple).flatMap(({ modules }) => modules),
  };
  byLanguage.set(language, known);
  return known;
}

/** May a status follow what stands before a cursor: by its name, or by what the file says about that name. */
export function mayTakeStatus(
  { shape: { kind, name }, token }: Cursor,
  text: string,
  language: Language,
  frameworks: readonly Framework[],
): boolean {
  const known = knownIn(frameworks, language);
  const line = lineAround(text, token.start);
  switch (kind) {
    case 'returned':
      return known.returning.some((module) => text.includes(module));
    case 'choice':
      return telling.test(line) || [...line.matchAll(/[\w$]+/g)].some(([word]) => known.names.has(word));
    case 'compared':
      // What a case is compared with stands above it.
      return name === ''
        ? /status/i.test(text.slice(Math.max(0, token.start - 3000), token.start))
        : telling.test(line);
    case 'index':
      if (telling.test(line)) return true;
      break;
    case 'named':
      // A map of codes says so where it begins.
      if (telling.test(lineAround(text, openersAt(text, token.start, language)[0]?.at ?? token.start))) return true;
      break;
  }
  return known.names.has(name) || telling.test(name) || matcher.test(name) || isOwn(name, text);
}

function lineAround(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, end === -1 ? text.length : end).slice(0, 500);
}

/** Is a name an alias, or a function or class of the file with a parameter that is called a status. */
function isOwn(name: string, text: string): boolean {
  if (!/^[\w$]+$/.test(name)) return false;
  const word = name.replaceAll('$', '\\$');
  return new RegExp(
    `\\bas\\s+${word}\\b|(?<![\\w$.])${word}\\s*(?:=\\s*(?:async\\s*)?)?\\([^)]{0,300}(?:status|code)`,
    'i',
  ).test(text);
}
