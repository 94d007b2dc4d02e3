/** Finds long stretches of plain data, such as a recorded JSON answer in a test, which the parser need not look at. */

import type { Language, Span } from './model';

/** Shorter ones cost as much to pass over as to parse. In UTF-16 units. */
const shortest = 1000;

const opening = /[{[][ \t]*\r?\n/g;
const wordOrNumber = /(?:True|False|None|true|false|null|(?![1-5]\d\d(?![\w.]))-?\d+(?:\.\d+)?)(?![\w.])/;
// Without escapes and line breaks, and not the beginning of three quotes in a row: those are more than this reads.
const string = /""(?!")|''(?!')|"[^"\\\n]+"|'[^'\\\n]+'/;
// The keys of a map of responses are strings in JavaScript as often as numbers.
const noStatus = /(?!(["'])[1-5]\d\d\1)/;

/**
 * Values, none of which may be a status, with what stands around them: up to the first comma in their brackets, and from
 * there on. In pieces of some length.
 */
const values = {
  python: valuesOf(string.source),
  ecmascript: valuesOf(`${noStatus.source}(?:${string.source})`),
} satisfies Record<Language, unknown>;

function valuesOf(text: string) {
  const upTo = (space: string) => new RegExp(`(?:[${space}]+|${text}|${wordOrNumber.source}){1,200}`, 'y');
  return { first: upTo(' \\t\\r\\n:'), others: upTo(' \\t\\r\\n:,') };
}

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

const code = { comma: 44, bracketOpen: 91, bracketClose: 93, braceOpen: 123, braceClose: 125 } as const;

/** Reads from a bracket on, as long as everything is data: the long parts closed until then, and where reading ended. */
function stretch(text: string, from: number, language: Language): { readonly spans: Span[]; readonly end: number } {
  const starts: number[] = [];
  const firstCommas: number[] = [];
  let spans: Span[] = [];
  let at = from;
  read: while (at < text.length) {
    switch (text.charCodeAt(at)) {
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
        const value = firstCommas.at(-1) ? values[language].others : values[language].first;
        value.lastIndex = at;
        if (!value.test(text)) break read;
        at = value.lastIndex;
      }
    }
  }
  return { spans, end: Math.max(at, from + 1) };
}
