/** Reads the brackets around a cursor from the text alone, line by line, as people leave them open while they type. */

import type { Language } from '../../model';

/** A bracket that is open at the cursor. */
export interface Opener {
  readonly at: number;
  readonly sign: '(' | '[' | '{';
  /** How many commas stand between it and the cursor, outside of other brackets. */
  readonly commas: number;
}

/** How far up a bracket is looked for, in units and lines: calls that are longer have their status elsewhere. */
const farthest = 3000;
const mostLines = 60;

const tokens: Readonly<Record<Language, RegExp>> = {
  python: /[rbfu]{0,2}(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)|#.*|[()[\]{},]/gi,
  ecmascript: /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`(?:\\.|[^`\\])*`?|\/\/.*|\/\*.*?(?:\*\/|$)|[()[\]{},]/g,
};

interface Token {
  readonly at: number;
  readonly text: string;
}

function tokensOf(line: string, from: number, language: Language): Token[] {
  return [...line.matchAll(tokens[language])].map((match) => ({ at: from + match.index, text: match[0] }));
}

/** Does a line end inside a string or a comment, as far as the line itself shows. */
export function endsInText(line: string, language: Language): boolean {
  const last = [...line.matchAll(tokens[language])].at(-1);
  if (!last || last.index + last[0].length < line.length || /^[()[\]{},]$/.test(last[0])) return false;
  if (/^(?:#|\/\/)/.test(last[0])) return true;
  if (last[0].startsWith('/*')) return !last[0].endsWith('*/');
  const quoted = last[0].replace(/^[rbfu]+/i, '');
  return quoted.length < 2 || quoted.at(-1) !== quoted[0] || /(?:^|[^\\])(?:\\\\)*\\.$/.test(quoted);
}

const closing: Readonly<Record<Opener['sign'], string>> = { '(': ')', '[': ']', '{': '}' };

/** The brackets that are open at an offset, the innermost first, up to the line on which the innermost one stands. */
export function openersAt(text: string, offset: number, language: Language): Opener[] {
  const found: Opener[] = [];
  let closed = 0;
  let commas = 0;
  let end = offset;
  for (let lines = 0; lines < mostLines && end >= 0 && offset - end < farthest; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    for (const { at, text: sign } of tokensOf(text.slice(start, end), start, language).reverse()) {
      if (sign === ',') {
        if (closed === 0) commas++;
      } else if (sign === ')' || sign === ']' || sign === '}') {
        closed++;
      } else if (sign === '(' || sign === '[' || sign === '{') {
        if (closed > 0) {
          closed--;
          continue;
        }
        found.push({ at, sign, commas });
        commas = 0;
      }
    }
    if (found.length > 0 || start === 0) break;
    end = start - 1;
  }
  return found;
}

/** What has to stand at the end of the cursor's line so that its brackets are closed; empty where the lines below go on. */
export function missingClosers(
  text: string,
  openers: readonly Opener[],
  lineEnd: number,
  rest: string,
  language: Language,
): string {
  const [innermost] = openers;
  if (!innermost) return '';
  let open = openers.map(({ sign }) => closing[sign]);
  for (const { text: sign } of tokensOf(rest, 0, language)) {
    if (sign === open[0]) open = open.slice(1);
    else if (/^[([{]$/.test(sign)) open = [closing[sign as Opener['sign']], ...open];
  }
  if (open.length === 0) return '';
  const below = lineBelow(text, lineEnd);
  if (below.code === '') return open.join('');
  const deeper = below.indent > indentAt(text, innermost.at).length;
  if (!/^[)\]}]/.test(below.code)) return deeper ? '' : open.join('');
  // A bracket that closes the call closes all that was opened with it, or goes on with its next argument.
  const [first = '', second = ''] = below.code.replace(/\s/g, '');
  const goesOn = first === open[0] && (open.length === 1 || second === open[1] || /[,.:]/.test(second));
  return goesOn ? '' : open.join('');
}

/** The next line on which something stands, of the few below. */
export function lineBelow(text: string, lineEnd: number): { readonly indent: number; readonly code: string } {
  const below = /^(?:[ \t]*\r?\n)*([ \t]*)(\S.*)?/.exec(text.slice(lineEnd + 1, lineEnd + 400));
  return { indent: below?.[1]?.length ?? 0, code: below?.[2] ?? '' };
}

export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
