/** Reason phrases to show behind numbers: of every status code or of the lesser-known ones, where nothing says them yet. */

import { t } from '../../text';
import type { Scan, Span, StatusUse } from '../model';
import { statusCode, usualPhrase } from '../statusCodes';

export type InlayHintMode = 'off' | 'lesserKnown' | 'all';

/** A phrase to show at an offset, and a sentence for those who want to know more. */
export interface InlayHint {
  readonly offset: number;
  readonly phrase: string;
  readonly tooltip: string;
}

/** Codes that whoever reads route handlers knows by heart; the others are the lesser-known ones. */
export const everyoneKnows: readonly number[] = [200, 201, 204, 301, 302, 304, 400, 401, 403, 404, 500];

/** The hints inside of a span of the text. */
export function inlayHints(scan: Scan, text: string, span: Span, mode: InlayHintMode): readonly InlayHint[] {
  if (mode === 'off') return [];
  return scan.uses.flatMap((use) => {
    const known = statusCode(use.code);
    const phrase = usualPhrase(use.code);
    const isInside = span.start <= use.span.end && use.span.end <= span.end;
    if (!isInside || use.form !== 'number' || use.role === 'misplaced' || !known || phrase === undefined) return [];
    if (mode === 'lesserKnown' && everyoneKnows.includes(use.code)) return [];
    if (isBound(use, text) || isSaid([phrase, ...known.formerPhrases], use, text)) return [];
    return [{ offset: use.span.end, phrase, tooltip: t(known.meaning.beginner) }];
  });
}

/** The end of a range, as in `status < 300` or `range(400, 500)`, which does not stand for what the code means. */
function isBound({ span }: StatusUse, text: string): boolean {
  const before = text.slice(lineStart(text, span.start), span.start);
  const behind = text.slice(span.end, span.end + 8);
  return /(?<!=)[<>]=?\s*$/.test(before) || /^\s*[<>]=?/.test(behind) || /\brange\(\s*(?:\d+\s*,\s*)?$/.test(before);
}

/** Does the line, or the call that the code is an argument of, say the phrase already: in a text, a comment or a name. */
function isSaid(phrases: readonly string[], { span, call }: StatusUse, text: string): boolean {
  const end = text.indexOf('\n', span.end);
  const line = text.slice(lineStart(text, span.start), end === -1 ? text.length : end);
  const said = ` ${words(line)} ${call ? words(text.slice(call.span.start, call.span.end)) : ''} `;
  return phrases.some((phrase) => said.includes(` ${words(phrase)} `));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** In small letters, one space between two: of a sentence, of `NOT_FOUND` and of `notFound`. */
function words(text: string): string {
  return text
    .replaceAll(/['\u2019]/g, '')
    .replaceAll(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
}
