/** What recipes share that send a Location: the handler's parameters, the address of the new resource, and where a header goes. */

import { addArgument, insert, lineIndent, lineStart, newline, slice } from '../core/edits';
import type { AnswerRequest, Created } from '../core/framework';
import type { Answer, AnswerCall, Edit, Route } from '../core/model';

export interface Parameter {
  readonly name: string;
  /** As it is written, with decorators, type and default. */
  readonly written: string;
  readonly start: number;
}

/** A handler's parameters, and where the first one stands or would stand. */
export interface Parameters {
  readonly all: readonly Parameter[];
  readonly start: number;
}

/** What a handler is given, in order; null where its text does not show it. Parameters that are taken apart have no name. */
export function parametersOf({ anatomy }: Route, text: string): Parameters | null {
  const { handler } = anatomy;
  if (!handler) return null;
  const written = slice(text, handler);
  const alone = /^(?:async\s+)?([A-Za-z_$][\w$]*)\s*=>/.exec(written)?.[1];
  if (alone) {
    const start = handler.start + written.indexOf(alone, /^async\s+/.exec(written)?.[0].length ?? 0);
    return { start, all: [{ name: alone, written: alone, start }] };
  }
  const opening = /^(?:@[^\n]*\n\s*)*[^({]*\(/.exec(written)?.[0].length;
  if (opening === undefined) return null;
  const all: Parameter[] = [];
  let depth = 0;
  let from = opening;
  for (let at = opening; at < written.length; at++) {
    const sign = written[at] ?? '';
    if ('\'"`'.includes(sign)) at = endOfString(written, at);
    else if ('([{'.includes(sign)) depth++;
    else if (depth === 0 && ',)'.includes(sign)) {
      all.push(...parameter(written.slice(from, at), handler.start + from));
      from = at + 1;
      if (sign === ')') return { all, start: handler.start + opening };
    } else if (')]}'.includes(sign)) depth--;
  }
  return null;
}

function endOfString(text: string, at: number): number {
  const end = text.indexOf(text[at] ?? '', at + 1);
  return end < 0 ? text.length : end;
}

function parameter(part: string, start: number): Parameter[] {
  const written = part.trim();
  if (written === '') return [];
  const undecorated = written.replace(/^(?:@\w+\((?:[^()]|\([^()]*\))*\)\s*|(?:private|public|readonly)\s+)+/, '');
  const name = /^([A-Za-z_$][\w$]*)\s*(?:[?]?:|=|$)/.exec(undecorated)?.[1] ?? '';
  return [{ name, written, start: start + part.indexOf(written) }];
}

/** Further parameters in front of the others, on lines of their own where those are. */
export function addParameters(at: number, written: readonly string[], text: string): Edit {
  const rest = text.slice(at);
  const indent = /^[ \t]*\r?\n([ \t]*)/.exec(rest)?.[1];
  if (indent !== undefined) return insert(at, written.map((each) => `${newline(text)}${indent}${each},`).join(''));
  return insert(at, `${written.join(', ')}${/^\s*\)/.test(rest) ? '' : ', '}`);
}

/** A statement in front of the one that answers; null where that one is not a line of a block of its own. */
export function inFront({ statement }: Answer, line: string, text: string): readonly Edit[] | null {
  if (!statement || text.slice(lineStart(text, statement.start), statement.start).trim() !== '') return null;
  const before = text.slice(Math.max(0, statement.start - 2000), statement.start).trimEnd();
  const uncommented = before.replace(/(?:\s*(?:\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/))+$/, '');
  if (belongsToCondition(before) || belongsToCondition(uncommented)) return null;
  return [insert(statement.start, `${line}${newline(text)}${lineIndent(text, statement.start)}`)];
}

/** Does a text end with what takes one statement, to which a second one would not belong: `if (...)`, `else`. */
function belongsToCondition(before: string): boolean {
  if (!before.endsWith(')')) return /\b(?:else|do)$/.test(before);
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    if (before[at] === ')') depth++;
    else if (before[at] === '(' && --depth === 0) return /\b(?:if|for|while|for\s+await)\s*$/.test(before.slice(0, at));
  }
  return true;
}

/** A call is given one more header, by keyword; null where it has some already or takes them some other way. */
export function withHeaders({ arguments: list }: AnswerCall, address: string, text: string): readonly Edit[] | null {
  const written = list.arguments.map((argument) => slice(text, argument.span));
  const positional = list.arguments.filter(({ name }) => name === null).length;
  if (positional > 2 || written.some((each) => /^\*|^headers\b/.test(each))) return null;
  return [addArgument(list, `headers={"Location": ${address}}`, text)];
}

/** May a path begin or end with more slashes than it shows: the whole prefix may stand elsewhere. */
export function isRoot({ path }: Route): boolean {
  return path === null || path === '' || path === '/';
}

/** What follows the new id in the path that reads it. */
export function tail({ reader }: Created): string {
  return reader.path?.endsWith('/') ? '/' : '';
}

/** An address as a template literal of JavaScript. */
export function template(base: string, created: Created): string {
  return `\`\${${base}}/\${${created.id}}${tail(created)}\``;
}

/**
 * An address as an f-string, after the path that was asked for. `exact` says that the framework takes a path with the
 * slash at its end that it was registered with, and no other.
 */
export function fString(base: string, route: Route, created: Created, exact: boolean): string {
  const id = created.id.replaceAll('"', "'");
  const isSure = exact && !isRoot(route);
  const start = isSure ? `{${base}}${route.path?.endsWith('/') ? '' : '/'}` : `{${base}.rstrip('/')}/`;
  return `f"${start}{${id}}${tail(created)}"`;
}

/** Has a path parameters, whose values a decoded path does not show as they were sent. */
export function hasParameters({ path }: Route): boolean {
  return path === null || /[:<{]/.test(path);
}

/** The name of the request in a Python handler that is given it first, or has it as its own attribute. */
export function pythonRequest({ route, text }: AnswerRequest, attribute: string | null): string | null {
  const all = parametersOf(route, text)?.all ?? [];
  const own = all[0]?.name === 'self' ? all.slice(1) : all;
  const first = own[0]?.name;
  if (all.length > own.length && own.length === 0 && attribute) return `self.${attribute}`;
  return first && /request|^req$/.test(first) ? first : null;
}

/** The path that was asked for, mounted or not, without a slash at its end: the routers of Express and Polka take both. */
export function originalPath(request: string): string {
  return `${request}.originalUrl.replace(/\\/?(\\?.*)?$/, '')`;
}

/** The quotes of a file's imports. */
export function quoted(word: string, text: string): string {
  const quote = /(?:from|require\()\s*"/.test(text) ? '"' : "'";
  return `${quote}${word}${quote}`;
}

/** The end of a statement in the manner of the one that answers. */
export function semicolon({ statement }: Answer, text: string): string {
  return statement && slice(text, statement).endsWith(';') ? ';' : '';
}
