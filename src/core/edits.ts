/** Builds small edits from plain spans: arguments added and removed, lines taken out, indentation kept. */

import type { Argument, ArgumentList, Edit, Span } from './model';

export function replace(span: Span, text: string): Edit {
  return { span, text };
}

export function insert(at: number, text: string): Edit {
  return { span: { start: at, end: at }, text };
}

/** Adds an argument behind the last one, on a line of its own where the list is written that way. */
export function addArgument(list: ArgumentList, written: string, text: string): Edit {
  const last = list.arguments.at(-1);
  if (!last) return insert(list.span.start, written);
  const ownLine = text.slice(lineStart(text, last.span.start), last.span.start).trim() === '';
  const lineEnd = last.span.end + (/[\r\n]/.exec(text.slice(last.span.end, list.span.end))?.index ?? Number.NaN);
  if (!ownLine || Number.isNaN(lineEnd)) return insert(last.span.end, `, ${written}`);
  // What follows on the line, a comma and a comment perhaps, stays with the argument it is about.
  const behind = text.slice(last.span.end, lineEnd);
  const line = `${newline(text)}${lineIndent(text, last.span.start)}${written}`;
  if (behind.trimStart().startsWith(',')) return insert(lineEnd, `${line},`);
  return behind.trim() === ''
    ? insert(last.span.end, `,${line}`)
    : replace({ start: last.span.end, end: lineEnd }, `,${behind}${line}`);
}

/** Takes an argument out together with the comma that set it apart. */
export function removeArgument(list: ArgumentList, argument: Argument, text: string): Edit {
  const index = list.arguments.indexOf(argument);
  const before = list.arguments[index - 1];
  const after = list.arguments[index + 1];
  if (before) return replace({ start: before.span.end, end: argument.span.end }, '');
  if (after) return replace({ start: argument.span.start, end: after.span.start }, '');
  const comma = /^\s*,?/.exec(text.slice(argument.span.end, list.span.end))?.[0] ?? '';
  return replace({ start: argument.span.start, end: argument.span.end + comma.length }, '');
}

/** Does nothing else, not even a comment, stand on the lines of a statement. */
export function hasOwnLines(statement: Span, text: string): boolean {
  const end = text.indexOf('\n', statement.end);
  const behind = text.slice(statement.end, end === -1 ? text.length : end);
  return (text.slice(lineStart(text, statement.start), statement.start) + behind).trim() === '';
}

/** Takes out every line that a statement stands on. */
export function removeLines(statement: Span, text: string): Edit {
  const start = lineStart(text, statement.start);
  const end = text.indexOf('\n', statement.end);
  return replace({ start, end: end === -1 ? text.length : end + 1 }, '');
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The white space that the line of an offset begins with. */
export function lineIndent(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** The line break this text uses. */
export function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

export function slice(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** The text with edits applied; they must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return inOrderOfWriting(edits).reduce(
    (result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end),
    text,
  );
}

/** From the last to the first, so that the offsets of those to come stay right. */
function inOrderOfWriting(edits: readonly Edit[]): Edit[] {
  return [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end);
}

/** A stretch of a text while it is being edited: kept as it was, by its offsets there, or written anew. */
type Piece = { readonly kept: Span } | { readonly written: string };

/**
 * The edits that do in one go what rounds of edits do one after the other. The spans of a round are offsets in the text
 * that the round before it left. The result is in source order, and no two of its edits meet.
 */
export function composeEdits(text: string, rounds: readonly (readonly Edit[])[]): Edit[] {
  let pieces: readonly Piece[] = [{ kept: { start: 0, end: text.length } }];
  for (const round of rounds) for (const edit of inOrderOfWriting(round)) pieces = write(pieces, edit);
  const edits: Edit[] = [];
  let at = 0;
  let written = '';
  const close = (end: number) => {
    if (slice(text, { start: at, end }) !== written) edits.push(replace({ start: at, end }, written));
    written = '';
  };
  for (const piece of pieces) {
    if ('written' in piece) {
      written += piece.written;
      continue;
    }
    close(piece.kept.start);
    at = piece.kept.end;
  }
  close(text.length);
  return edits;
}

function write(pieces: readonly Piece[], { span, text }: Edit): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  let isWritten = false;
  const keep = (piece: Piece, from: number, to: number) => {
    if (to <= from) return;
    result.push(
      'kept' in piece
        ? { kept: { start: piece.kept.start + from, end: piece.kept.start + to } }
        : { written: piece.written.slice(from, to) },
    );
  };
  for (const piece of pieces) {
    const length = 'kept' in piece ? piece.kept.end - piece.kept.start : piece.written.length;
    keep(piece, 0, Math.min(span.start - at, length));
    if (!isWritten && span.start <= at + length) {
      result.push({ written: text });
      isWritten = true;
    }
    keep(piece, Math.max(span.end - at, 0), length);
    at += length;
  }
  return result;
}
