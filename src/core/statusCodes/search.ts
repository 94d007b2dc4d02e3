/** Finds status codes by number, by any of their names and by everyday words, for those who look while they type. */

import { onceALanguage, t } from '../../text';
import type { StatusCode } from '../model';
import { allStatusCodes, statusClass, statusClassNames, usualPhrase } from '../statusCodes';
import { everydayCodes, everydayWords, ownEverydayWords } from './everyday';

/** Words that say nothing about which code is meant, unless a name has them. */
const weak = new Set(
  'a an the is are was were be been has have had it its this that to of in on at by for from with and or if my me i you we user client request response answer code status http error errors'.split(
    ' ',
  ),
);

/** A name or a phrase, as words. */
interface Text {
  readonly words: readonly string[];
  /** What it is worth when the query is all of it, begins it, or has its words in it somewhere. */
  readonly worth: { readonly whole: number; readonly start: number; readonly inside: number };
}

interface Entry {
  readonly status: StatusCode;
  readonly number: string;
  readonly texts: readonly Text[];
  readonly words: readonly string[];
  /** Settles what the query leaves open: everyday codes first, unregistered ones last. */
  readonly rank: number;
}

const ofName = { whole: 800, start: 600, inside: 450 };
const ofEveryday = { whole: 700, start: 550, inside: 400 };
const ofFormerName = { whole: 750, start: 500, inside: 380 };
const ofMeaning = { whole: 150, start: 150, inside: 150 };
/** For words that the texts of a code have only between them. */
const scattered = 200;

/** Read when they are first looked through, not while the editor starts. */
const entries = onceALanguage((): readonly Entry[] => allStatusCodes.map(entryOf));

function entryOf(status: StatusCode): Entry {
  const { code } = status;
  const name = usualPhrase(code) ?? status.phrase;
  const className = statusClassNames[statusClass(code) ?? 5];
  const meaning = `${status.meaning.beginner} ${className} ${status.owner ?? ''}`;
  const own = t(status.meaning.beginner);
  const texts: readonly Text[] = [
    { words: wordsOf(name), worth: ofName },
    // As some write it: `notfound`, `EARLYHINTS`.
    { words: [wordsOf(name).join('')], worth: ofName },
    ...[...status.formerPhrases, status.phrase].map((phrase) => ({ words: wordsOf(phrase), worth: ofFormerName })),
    ...searchWords(code).map((phrase) => ({ words: wordsOf(phrase), worth: ofEveryday })),
    { words: wordsOf(meaning).filter((word) => !weak.has(word)), worth: ofMeaning },
    ...(own === status.meaning.beginner ? [] : [{ words: wordsOf(own), worth: ofMeaning }]),
  ];
  const everyday = everydayCodes.indexOf(code);
  const usual = everyday === -1 ? 0 : everydayCodes.length - everyday;
  return {
    status,
    number: String(code),
    texts,
    words: [...new Set(texts.flatMap(({ words }) => words))],
    rank: status.standing === 'unregistered' ? -100 : status.standing === 'registered' ? usual : usual - 20,
  };
}

/**
 * Codes that a query is about, the best first: by the beginning of their number (`42`, `4xx`), by a name they have or had,
 * in words or as a constant (`HTTP_404_NOT_FOUND`, `NotFound`), and by everyday words (`rate limit`). Every word of the
 * query counts by its beginning. Where no code has all of them, those come that have most. All codes for an empty query.
 */
export function searchStatusCodes(query: string): readonly StatusCode[] {
  const words = wordsOf(query);
  if (words.length === 0) return /\S/.test(query) ? [] : allStatusCodes;
  const telling = words.filter((word) => !weak.has(word));
  const full = ranked((entry) => Math.max(score(entry, words), telling.length > 0 ? score(entry, telling) - 50 : 0));
  if (full.length > 0 || telling.length < 2) return full;
  const matched = (entry: Entry) => telling.filter((word) => hasWord(entry, word));
  const most = Math.max(...entries().map((entry) => matched(entry).length));
  if (most * 2 < telling.length || most === 0) return [];
  return ranked((entry) => {
    const found = matched(entry);
    return found.length === most ? score(entry, found) : 0;
  });
}

/** Everything in words that a code is found by, its names aside: for a list that somebody else filters. */
export function searchWords(code: number): readonly string[] {
  return [...(everydayWords[code] ?? []), ...ownEverydayWords(code)];
}

function ranked(scoreOf: (entry: Entry) => number): readonly StatusCode[] {
  return entries()
    .map((entry) => ({ entry, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score + b.entry.rank - (a.score + a.entry.rank) || a.entry.status.code - b.entry.status.code)
    .map(({ entry }) => entry.status);
}

/** What all of the words are worth for a code; 0 where one of them is not its own. */
function score(entry: Entry, words: readonly string[]): number {
  const names = words.filter((word) => !isNumber(word));
  const numbers = words.filter(isNumber);
  if (numbers.some((word) => !hasNumber(entry, word))) return 0;
  // Everyday codes do not come first among numbers: people expect those in order.
  if (names.length === 0) return numbers.includes(entry.number) ? 3000 : 2000 - 3 * entry.status.code - entry.rank;
  let best = names.every((word) => entry.words.some((own) => begins(own, word))) ? scattered : 0;
  if (best === 0) return 0;
  for (const text of entry.texts) best = Math.max(best, worthOf(text, names));
  return best + (numbers.length > 0 ? 1000 : 0);
}

function worthOf({ words, worth }: Text, asked: readonly string[]): number {
  const begun = asked.every((word, index) => begins(words[index], word));
  if (begun && words.length === asked.length && words.at(-1) === asked.at(-1)) return worth.whole;
  if (begun) return worth.start;
  return asked.every((word) => words.some((own) => begins(own, word))) ? worth.inside : 0;
}

function hasWord(entry: Entry, word: string): boolean {
  return isNumber(word) ? hasNumber(entry, word) : entry.words.some((own) => begins(own, word));
}

/** Is a word typed in part, or in another form of it: `duplicates` for `duplicate`. */
function begins(own: string | undefined, typed: string): boolean {
  if (own === undefined) return false;
  if (isUnspaced(typed)) return own.includes(typed);
  return own.startsWith(typed) || (own.length > 3 && typed.length <= own.length + 2 && typed.startsWith(own));
}

/** Is a word of a script that sets no spaces between words, so that it may stand inside of what is taken for one. */
export function isUnspaced(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
}

/** A number, its beginning, or a whole class of them: `404`, `40`, `4xx`. */
function isNumber(word: string): boolean {
  return /^(?:[1-9]\d{0,2}|[1-9]x{1,2}|[1-9]\dx)$/.test(word);
}

function hasNumber({ number }: Entry, word: string): boolean {
  return number.startsWith(word.replace(/x+$/, ''));
}

/** Words in small letters: of a sentence, of `SNAKE_CASE` and of `camelCase`. */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replaceAll(/['\u2019]|\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*http[_ ](?=\d)/, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
