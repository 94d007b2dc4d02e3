/** Decides from the bytes alone that a text cannot name a status, so that most files are never parsed. */

import type { Framework } from './framework';
import type { Language } from './model';
import { tellingHint } from './scan/telling';

/** Longest text that is read, in UTF-16 units: bundles and data files above it are not written by hand. */
export const longestText = 1_000_000;

export type Dismissal = 'too long' | 'binary' | 'no status';

/** Why a text need not be parsed, or null when it has to be. */
export function dismissalOf(text: string, language: Language, frameworks: readonly Framework[]): Dismissal | null {
  if (text.length > longestText) return 'too long';
  if (text.includes('\0')) return 'binary';
  return hintPattern(language, frameworks).test(text) ? null : 'no status';
}

const patterns = new WeakMap<readonly Framework[], Map<Language, RegExp>>();

/** Every word that a route, a position or a constant of the language must contain at least one of. */
function hintPattern(language: Language, frameworks: readonly Framework[]): RegExp {
  const byLanguage = patterns.get(frameworks) ?? new Map<Language, RegExp>();
  patterns.set(frameworks, byLanguage);
  const known = byLanguage.get(language);
  if (known) return known;
  const own = frameworks.filter((framework) => framework.language === language);
  const words = own.flatMap((framework) => [
    ...framework.positions.flatMap(({ name, at }) => [name, at.keyword ?? '']).filter((word) => word.length > 3),
    ...Object.keys(framework.answers.exits).map((name) => name.split('.').at(-1) ?? ''),
    ...framework.constants.flatMap((family) => family.paths.map((path) => path.split(/[./]/).at(-1) ?? '')),
  ]);
  const verbs = own.flatMap((framework) => [...Object.keys(framework.routing.verbs), ...framework.routing.generic]);
  // Handlers that their own name registers: `def post(`, `async get(`, `export const GET`.
  const declared = own.some((framework) => framework.queries.some((query) => query.includes('@route.verb')))
    ? [...new Set(own.flatMap((framework) => Object.keys(framework.routing.verbs)))].join('|')
    : '';
  const pattern = new RegExp(
    `\\b(?:${[...new Set(words)].filter((word) => /^\\w+$/.test(word)).join('|')})\\b|\\.\\s*(?:${[...new Set(verbs)].join('|')})\\s*[(<]|HTTP_\\d{3}_|${tellingHint.source}${declared && `|\\b(?:def|function|async|const|as)\\s+(?:${declared})\\b`}`,
  );
  byLanguage.set(language, pattern);
  return pattern;
}
