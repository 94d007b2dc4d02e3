/** Says from the text alone whether a status could be meant at a cursor, and what the text would be with one there. */

import type { Language, Span } from '../../model';
import { endsInText, indentAt, lineBelow, missingClosers, type Opener, openersAt } from './brackets';

/** What stands before the cursor, as far as it decides what is written there. */
export interface Shape {
  readonly kind: 'argument' | 'named' | 'key' | 'compared' | 'returned' | 'index' | 'choice';
  /** The last name before it: what is called, assigned, compared or indexed; empty where there is none. */
  readonly name: string;
  /** Which argument it is; 0 for all that are none. */
  readonly index: number;
}

export interface Cursor {
  readonly offset: number;
  /** What has been typed of a status already, and the rest of that word behind the cursor. */
  readonly typed: string;
  readonly token: Span;
  readonly shape: Shape;
}

/** A text in which a code stands at the cursor, with all closed that was left open. */
export interface Filled {
  readonly text: string;
  readonly code: Span;
}

/** Any code does: it is never judged by its own meaning. */
const placeholder = '404';

const name = '([\\w$]+)';
const patterns = {
  choice: /\?[^?:\n]{0,200}:\s*$|[^?]\?\s*$|\?\?\s*$|\|\|\s*$|\b(?:else|or)\s+$/,
  compared: new RegExp(`${name}['"\`]?\\]?\\s*(?:\\(\\s*\\)\\s*)?\\)*\\s*(?:[=!]==?|[<>]=?)\\s*$`),
  among: new RegExp(`${name}\\s+(?:not\\s+)?in\\s*[([{][^()\\[\\]{}]{0,200}$`),
  match: /(?:^|[\n;{])\s*case\s+(?:[\w.]+\s*\|\s*)*$/,
  assigned: new RegExp(`${name}['"\`]?\\]?\\s*\\??(?::[ \\t]*[\\w$.[\\]|<> ]{1,60}?)?[ \\t]*=\\s*$`),
  property: new RegExp(`(?:^|[{,(\\s])['"]?${name}['"]?\\s*:\\s*$`),
  callee: new RegExp(`${name}\\s*(?:<[^<>()]{0,80}>)?\\s*$`),
  holder: new RegExp(`${name}['"]?\\s*(?::[^=\\n{(,]{0,60}(?:\\[[^\\]\\n]{0,60}\\])?\\s*)?[=:(]\\s*$`),
};

/**
 * The cursor at an offset where a status may go; null where the line alone says that none does: in strings and comments,
 * behind the dot of a member, in the middle of a name.
 */
export function cursorAt(text: string, offset: number, language: Language): Cursor | null {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(lineStart, offset);
  // Between the signs of `===` nothing is to be written.
  if (line.length > 500 || text[offset] === '=' || endsInText(line, language)) return null;
  const words = /(?:\d+|[A-Za-z][A-Za-z']*(?:[ -][A-Za-z']+){0,3} ?)$/.exec(line)?.[0] ?? '';
  const behind = /^[\w$]*/.exec(text.slice(offset, offset + 80))?.[0] ?? '';
  // The longest run of words that leaves a status place before it: "too many", but not "x if ok".
  for (const typed of suffixes(words)) {
    const start = offset - typed.length;
    if (/[\w$.@#]$/.test(line.slice(0, line.length - typed.length))) continue;
    const shape = shapeAt(text, start, language);
    if (!shape) continue;
    // A name goes on behind the cursor: what stands there is somebody's, unless it is a number.
    if (behind !== '' && !/^\d*$/.test(typed + behind)) return null;
    if (behind === '' && takenBy.test(text.slice(offset, offset + 80))) return null;
    return { offset, typed, token: { start, end: offset + behind.length }, shape };
  }
  return null;
}

/** Another value, which the cursor stands in front of; what has a keyword is an argument of its own. */
const takenBy = /^[ \t]*(?!(?:if|else|or|and|in|is|not|as|for|satisfies)\b)(?![\w$]+\s*=(?!=))[\w$"'`*@[{(]/;

/** A run of words, and what is left of it without its first words; nothing at the end. */
function suffixes(words: string): string[] {
  const found: string[] = [];
  for (let rest = words; rest.trim() !== ''; rest = /[ -](.*)$/s.exec(rest)?.[1] ?? '') found.push(rest);
  return [...found, ''];
}

/** What stands before an offset; null where no status can follow it. */
export function shapeAt(text: string, offset: number, language: Language): Shape | null {
  const before = text.slice(Math.max(0, offset - 300), offset);
  const lineOnly = before.slice(before.lastIndexOf('\n') + 1);
  const plain = (kind: Shape['kind'], match: RegExpExecArray | null, index = 0): Shape | null =>
    match && { kind, name: match[1] ?? '', index };
  const simple =
    plain('compared', patterns.compared.exec(lineOnly)) ??
    plain('compared', patterns.among.exec(lineOnly)) ??
    plain('compared', patterns.match.exec(before)) ??
    plain('named', patterns.assigned.exec(before)) ??
    plain('choice', patterns.choice.exec(lineOnly)) ??
    plain('named', patterns.property.exec(before));
  if (simple) return simple;
  const [opener] = openersAt(text, offset, language);
  const between = opener ? text.slice(opener.at + 1, offset) : '';
  // Only right behind the bracket or a comma does another element begin.
  if (opener && /^\s*$|,\s*$/.test(between)) {
    const ahead = text.slice(Math.max(0, opener.at - 200), opener.at);
    if (opener.sign === '(') {
      const called = patterns.callee.exec(ahead);
      if (called?.[1] === 'return') return language === 'python' && opener.commas > 0 ? aReturned : null;
      if (called) return notCalled.test(called[1] ?? '') ? null : plain('argument', called, opener.commas);
    }
    if (opener.sign === '{') return plain('key', patterns.holder.exec(ahead));
    if (opener.sign === '[') {
      const indexed = plain('index', patterns.callee.exec(ahead));
      const key = indexed ? null : shapeAt(text, opener.at, language);
      return indexed ?? (key?.kind === 'key' ? { ...key, kind: 'index' } : null);
    }
  }
  const isReturned = language === 'python' && !opener && /,\s*$/.test(lineOnly) && returnsHere(text, offset);
  return isReturned ? aReturned : null;
}

const aReturned: Shape = { kind: 'returned', name: '', index: 0 };
const notCalled = /^(?:if|while|switch|for|in|not|and|or)$/;

/** Is a line part of what a `return` hands over, which may have begun on a line above it. */
function returnsHere(text: string, offset: number): boolean {
  let end = offset;
  for (let lines = 0; lines < 40 && end > 0; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    const line = text.slice(start, end);
    if (/^\s*return\b/.test(line)) return true;
    // A statement that goes on begins on the line that its last bracket was opened on.
    const [opener] = /^\s*[)\]}]/.test(line) ? openersAt(text, start + line.search(/\S/), 'python') : [];
    if (!opener) return false;
    end = text.indexOf('\n', opener.at);
  }
  return false;
}

/** The text with a code at the cursor. */
export function filledAt(text: string, cursor: Cursor, language: Language): Filled {
  const { token, shape } = cursor;
  const openers = openersAt(text, token.start, language);
  const found = text.indexOf('\n', token.end);
  const lineEnd = found === -1 ? text.length : found;
  const rest = text.slice(token.end, lineEnd).replace(/\r$/, '');
  const behind = rest.trimStart();
  const isKey = shape.kind === 'key' && !behind.startsWith(':');
  const below = lineBelow(text, lineEnd);
  const next = behind !== '' || below.indent <= indentAt(text, openers[0]?.at ?? 0).length ? behind : below.code;
  const comma = openers.length > 0 && startsAnother.test(next) ? ',' : '';
  const tail = `${isKey ? ': 0' : ''}${comma}`;
  const closers = missingClosers(text, openers, lineEnd, tail + rest, language);
  const end = statementEnd(text, token, openers, rest + closers, lineEnd, language);
  const lineStop = token.end + rest.length;
  return {
    text: `${text.slice(0, token.start)}${placeholder}${tail}${rest}${closers}${end}${text.slice(lineStop)}`,
    code: { start: token.start, end: token.start + placeholder.length },
  };
}

/** An argument or a key that has to be set apart from what is typed in front of it. */
const startsAnother = /^(?!(?:if|else|or|and|in|is|as|for|satisfies)\b)[\w$"'`@*]/;

/** What a statement needs to be one: the colon and block of an `if`, the function below a decorator. */
function statementEnd(
  text: string,
  token: Span,
  openers: readonly Opener[],
  rest: string,
  lineEnd: number,
  language: Language,
): string {
  const from = openers[0]?.at ?? token.start;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const line = text.slice(lineStart, from + 1);
  const below = lineBelow(text, lineEnd);
  const indent = indentAt(text, from);
  const ownLine = text.slice(text.lastIndexOf('\n', token.start - 1) + 1, token.start);
  if (/^\s*case\b/.test(ownLine)) return /:\s*$/.test(rest) ? '' : ':';
  if (language !== 'python') return '';
  if (/^\s*@/.test(line)) {
    const goesOn = rest.trim() === '' || /[,(]\s*$/.test(rest) || /^(?:def|async|class|@|[)\]}])/.test(below.code);
    return goesOn ? '' : `\n${indent}def placeholder(): pass`;
  }
  if (!/^\s*(?:if|elif|while)\b/.test(line)) return '';
  const block = below.indent > indent.length && below.code ? '' : ' pass';
  return /:\s*$/.test(rest) ? block : `:${block}`;
}
