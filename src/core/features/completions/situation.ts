/** What a place is for, as far as the code around it says: its route, the condition it depends on, codes beside it. */

import type { Language, Method, Route, Scan, Span } from '../../model';
import { openersAt } from './brackets';
import { shapeAt } from './cursor';
import type { Words } from './hints';
import type { Situation } from './ranking';
import type { CompletionRequest } from './request';

/** Does the file have a status at another place that looks the same: after `new AppError(`, after `status:`. */
export function isUsedAlike(request: CompletionRequest): boolean {
  const { cursor, known, language } = request;
  const { kind, name, index } = cursor.shape;
  if (kind === 'returned') return registered(request) !== null;
  if (kind === 'choice' || name === '') return false;
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return known.scan.uses.some(({ span, form }) => {
    if (form === 'exception' || !word.test(known.text.slice(Math.max(0, span.start - 300), span.start))) return false;
    const shape = shapeAt(known.text, span.start, language);
    return shape?.kind === kind && shape.name === name && shape.index === index;
  });
}

/** The route of a handler that is registered elsewhere in the file, as far as the last scan knew it. */
export function registered({ place, known }: CompletionRequest): Route | null {
  if (place.handler === null) return null;
  const [route, other] = known.scan.routes.filter(({ handler }) => handler === place.handler);
  return other ? null : (route ?? null);
}

export function situationOf(request: CompletionRequest): Situation {
  const { cursor, place, filled, text, known } = request;
  const own = place.routes.length > 0 ? place.routes : [registered(request) ?? []].flat();
  const route = own.length === 1 ? (own[0] ?? null) : commonRoute(own);
  const { start } = cursor.token;
  const before = text.slice(place.around?.start ?? 0, start);
  return {
    role: place.role,
    errorsOnly: place.errorsOnly,
    route,
    call: place.call,
    asked: place.role === 'compared' ? askedIn(before) : null,
    words: wordsAround(filled.text, filled.code, request.language),
    title: place.role === 'compared' ? titleOf(before, text.slice(0, place.around?.start ?? 0)) : '',
    habit: habitOf(place.role, known.scan),
    documentsSuccess:
      request.language === 'ecmascript' || known.scan.uses.some((use) => use.role === 'documented' && use.code < 300),
    undocumented: place.role === 'documented' && route ? undocumented(route, known.scan) : [],
    taken: place.role === 'documented' ? keysBefore(request) : [],
  };
}

/** One declaration of several methods says nothing about one of them. */
function commonRoute(routes: readonly Route[]): Route | null {
  const [first] = routes;
  return first ? { ...first, method: 'ANY', creates: null, acts: null } : null;
}

/** The last request before a comparison: `client.post("/items")`, `request(app).delete("/items/1")`. */
function askedIn(before: string): Method | null {
  const near = before.slice(-1500);
  const asked = [
    ...near.matchAll(/\.(get|head|post|put|patch|delete|options)\s*(?:<[^<>]*>)?\(|\bmethod\s*[:=]\s*['"](\w+)/gi),
  ];
  const last = asked.at(-1);
  const method = (last?.[1] ?? last?.[2] ?? '').toUpperCase();
  return methods.find((known) => known === method) ?? null;
}

const methods: readonly Method[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** What a test is called, by its function or by the text in front of it. */
function titleOf(before: string, ahead: string): string {
  const own = /^(?:async )?(?:def|function) (test\w*)/.exec(before)?.[1];
  return own ?? /\b(?:it|test)(?:\.\w+)?\(\s*(['"`])(.{1,200}?)\1,\s*(?:async\s*)?$/.exec(ahead.slice(-250))?.[2] ?? '';
}

function habitOf(role: Situation['role'], { uses }: Scan): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const use of uses) if (use.role === role) counts.set(use.code, (counts.get(use.code) ?? 0) + 1);
  return counts;
}

/** The line of a place with what belongs to it above and below, and the line that decides whether it is reached. */
function wordsAround(text: string, { start, end }: Span, language: Language): Words {
  const lineStart = statementStart(text, start, language);
  const line = text.slice(lineStart, start);
  const below = /^[^\n]*(?:\n(?![ \t]*(?:\n|return|if|for|def|async|class|@|\})).*){0,2}/.exec(
    text.slice(end, end + 300),
  );
  const rest = below?.[0] ?? '';
  const [ownLine = ''] = rest.split('\n');
  const isOpen = /[([{,]\s*$/.test(line) || /[,({[]\s*$/.test(ownLine);
  const indent = line.length - line.trimStart().length;
  const decides = /^\s*(?:\}\s*)?(?:else\s+)?if\b/.test(line);
  const own = `${line} ${isOpen ? rest : ownLine}`;
  return { own, condition: decides ? line.trim() : conditionAbove(text, lineStart, indent) };
}

/** Where the line of an offset begins, or the line above that opened the bracket which it closes. */
function statementStart(text: string, offset: number, language: Language): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const closer = /^[ \t]*(?=[)\]}])/.exec(text.slice(start, offset));
  const [opener] = closer ? openersAt(text, start + closer[0].length, language) : [];
  return opener && start - opener.at < 600 ? text.lastIndexOf('\n', opener.at) + 1 : start;
}

/** The line that decides whether what stands below it is reached; empty where none of the few lines above does. */
function conditionAbove(text: string, lineStart: number, indent: number): string {
  let outer = indent;
  for (const line of text
    .slice(Math.max(0, lineStart - 500), lineStart)
    .trimEnd()
    .split('\n')
    .reverse()
    .slice(0, 5)) {
    const own = line.length - line.trimStart().length;
    if (line.trim() === '' || own >= outer) continue;
    if (/^\s*(?:[})]\s*)?(?:if|elif|else|except|catch|case)\b/.test(line)) return line.trim();
    // A call that the place is inside of may depend on a line above it.
    if (!/[([{,]\s*$/.test(line)) break;
    outer = own;
  }
  return '';
}

/** What the handler raises and sends that its documentation does not have yet, as far as the last scan knew the route. */
function undocumented(route: Route, scan: Scan): number[] {
  const index = scan.routes.findIndex(({ method, path, handler }) => {
    return method === route.method && path === route.path && handler === route.handler;
  });
  const own = index === -1 ? [] : scan.uses.filter((use) => use.route === index);
  const known = own.filter(({ role }) => role === 'documented').map(({ code }) => code);
  const sent = own.filter(({ role }) => role === 'raised' || role === 'returned').map(({ code }) => code);
  return [...new Set(sent)].filter((code) => !known.includes(code) && !route.effective.includes(code));
}

/** Codes that the same mapping has already before the place. */
function keysBefore({ text, cursor, language, known }: CompletionRequest): number[] {
  const { start } = cursor.token;
  const [inner] = openersAt(text, start, language);
  const mapping = inner?.sign === '[' ? openersAt(text, inner.at, language)[0] : inner;
  const near = text.slice(mapping?.at ?? start, start);
  const numbers = [...near.matchAll(/[{,\n]\s*['"]?([1-5]\d\d)['"]?\s*:/g)].map((match) => Number(match[1]));
  const constants = known.scan.uses.filter((use) => near.includes(`${use.text}]:`));
  return [...numbers, ...constants.map(({ code }) => code)];
}
