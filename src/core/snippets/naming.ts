/** Names a resource: two words at most, in the forms that code and sentences ask for. */

import type { Language } from '../model';
import type { ResourcePart } from './parts';

/** The words of what a person typed, in lower case: `order line`, `order-line`, `orderLine`; null where it names nothing. */
export function resourceWords(typed: string): readonly string[] | null {
  const words = typed
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s_-]+/);
  const sound = words.every((word) => /^[a-z][a-z0-9]*$/.test(word)) && words.length <= 3;
  return sound ? words : null;
}

/** The end of a word, and of more than one: the first that fits decides. */
const irregular: readonly (readonly [string, string])[] = [
  ['human', 'humans'],
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['goose', 'geese'],
  ['mouse', 'mice'],
  ['index', 'indexes'],
  ['analysis', 'analyses'],
  ['basis', 'bases'],
  ['crisis', 'crises'],
  ['criterion', 'criteria'],
  ['quiz', 'quizzes'],
  ['leaf', 'leaves'],
  ['shelf', 'shelves'],
  ['half', 'halves'],
  ['life', 'lives'],
  ['knife', 'knives'],
  ['hero', 'heroes'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
];

/** More than one of what a word names. */
export function pluralOf(word: string): string {
  const known = irregular.find(([one]) => word.endsWith(one));
  if (known) return word.slice(0, -known[0].length) + known[1];
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The resource as a template asks for it. */
export function written(words: readonly string[], { form, plural }: ResourcePart, language: Language): string {
  const last = words.at(-1) ?? '';
  const all = plural ? [...words.slice(0, -1), pluralOf(last)] : words;
  switch (form) {
    case 'name':
      return language === 'python'
        ? all.join('_')
        : all.map((word, index) => (index > 0 ? capital(word) : word)).join('');
    case 'type':
      return all.map(capital).join('');
    case 'path':
      return all.join('-');
    case 'words':
      return all.join(' ');
    case 'Words':
      return capital(all.join(' '));
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
