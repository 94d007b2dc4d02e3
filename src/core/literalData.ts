/** Finds long stretches of plain data, such as a recorded JSON answer in a test, which the parser need not look at. */

import type { Language, Span } from './model';

/** Shorter ones cost as much to pass over as to parse. In UTF-16 units. */
const shortest = 1000;

const opening = /[{[][ \t]*\r?\n/g;
const wordOrNumber = /(?:True|False|None|true|false|null|-?\d+(?:\.\d+)?)(?![\w.])/y;
const statusNumber = /^[1-5]\d\d$/;

/**
 * Spans inside brackets that hold nothing but strings, numbers, constants and further brackets, without anything that
 * could be a status. Each leaves the first element of its brackets outside, so that they do not look empty. Ascending,
 * without overlaps; linear in the length of the text.
 */
export function literalData(text: string, language: Language): Span[] {
  const found: Span[] = [];
  if (text.length < shortest) return found;
  opening.lastIndex = 0;
  for (let hit = opening.exec(text); hit; hit = opening.exec(text)) {
    const { spans, end } = stretch(text, hit.index, language);
    found.push(...spans);
    opening.lastIndex = end;
  }
  return found;
}

const code = {
  tab: 9,
  newline: 10,
  return: 13,
  space: 32,
  doubleQuote: 34,
  singleQuote: 39,
  comma: 44,
  colon: 58,
  bracketOpen: 91,
  bracketClose: 93,
  braceOpen: 123,
  braceClose: 125,
} as const;

/** Reads from a bracket on, as long as everything is data: the long parts closed until then, and where reading ended. */
function stretch(text: string, from: number, language: Language): { readonly spans: Span[]; readonly end: number } {
  const starts: number[] = [];
  const firstCommas: number[] = [];
  let spans: Span[] = [];
  let at = from;
  read: while (at < text.length) {
    switch (text.charCodeAt(at)) {
      case code.space:
      case code.newline:
      case code.return:
      case code.tab:
      case code.colon:
        at++;
        break;
      case code.comma:
        if (firstCommas.at(-1) === 0) firstCommas[firstCommas.length - 1] = at;
        at++;
        break;
      case code.braceOpen:
      case code.bracketOpen:
        starts.push(at);
        firstCommas.push(0);
        at++;
        break;
      case code.braceClose:
      case code.bracketClose: {
        const start = starts.pop() ?? from;
        const comma = firstCommas.pop() ?? 0;
        if (comma > 0 && at - comma > shortest) {
          spans = spans.filter((span) => span.end <= start);
          spans.push({ start: comma + 1, end: at });
        }
        at++;
        if (starts.length === 0) break read;
        break;
      }
      default: {
        const end = valueEnd(text, at, language);
        if (end < 0) break read;
        at = end;
      }
    }
  }
  return { spans, end: Math.max(at, from + 1) };
}

/** Behind the plain value that begins at an offset; negative where there is none, or one that may be a status. */
function valueEnd(text: string, at: number, language: Language): number {
  const first = text.charCodeAt(at);
  if (first !== code.doubleQuote && first !== code.singleQuote) {
    wordOrNumber.lastIndex = at;
    const value = wordOrNumber.exec(text)?.[0];
    return value === undefined || statusNumber.test(value) ? -1 : at + value.length;
  }
  const end = text.indexOf(first === code.doubleQuote ? '"' : "'", at + 1);
  const content = text.slice(at + 1, end);
  // An escape, a line break or three quotes in a row: more than this reads.
  if (end < 0 || /[\\\n]/.test(content) || (content === '' && text.charCodeAt(end + 1) === first)) return -1;
  // The keys of a map of responses are strings in JavaScript as often as numbers.
  return language === 'ecmascript' && statusNumber.test(content) ? -1 : end + 1;
}
