/** Tells code from strings and comments, as far as templates are written. */

import type { Language } from '../model';

export type Place = 'code' | 'text';

/** For each character, is it code, or in a string or comment; what is embedded in a string is code again. */
export function placesOf(code: string, language: Language): Place[] {
  const places: Place[] = [];
  /** Open strings by their quotes, and open braces in them. */
  const open: string[] = [];
  const comment = language === 'python' ? '#' : '//';
  let at = 0;
  const take = (length: number, place: Place) => {
    for (let index = 0; index < length; index++) places.push(place);
    at += length;
  };
  while (at < code.length) {
    const inside = open.at(-1);
    const rest = code.slice(at);
    if (inside === undefined || inside === '}') {
      if (rest.startsWith(comment)) {
        take(/^.*/.exec(rest)?.[0].length ?? 0, 'text');
        continue;
      }
      if (inside === '}' && rest.startsWith('}')) {
        open.pop();
        take(1, 'text');
        continue;
      }
      const quote = /^(?:[rb]*f?[rb]*(?:"""|'''|"|')|`)/.exec(
        language === 'python' ? rest : rest.replace(/^[rbf]/, ' '),
      )?.[0];
      const isName = /[\w$]$/.test(code.slice(0, at));
      if (quote && !(isName && /^\w/.test(quote))) {
        open.push(quote);
        take(quote.length, 'text');
      } else take(1, 'code');
      continue;
    }
    const closing = inside.replace(/^[rbf]+/, '');
    const embeds = closing === '`' ? rest.startsWith('${') : inside.includes('f') && rest.startsWith('{');
    if (rest.startsWith('\\')) take(2, 'text');
    else if (rest.startsWith(closing)) {
      open.pop();
      take(closing.length, 'text');
    } else if (embeds) {
      open.push('}');
      take(closing === '`' ? 2 : 1, 'text');
    } else take(1, 'text');
  }
  return places;
}

/** The text with everything but code blanked out. */
export function codeOnly(code: string, language: Language): string {
  const places = placesOf(code, language);
  return [...code.split('')].map((sign, index) => (places[index] === 'text' && sign !== '\n' ? ' ' : sign)).join('');
}
