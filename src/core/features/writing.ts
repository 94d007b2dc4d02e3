/** Writes a status code that somebody chose where the cursor is: in place of the one there, or as a new one. */

import { isSuccess, sendsContent } from '../answers';
import { applyEdits, replace } from '../edits';
import { importName } from '../imports';
import type { Edit, Method, Route, Scan, Span, StatusUse } from '../model';
import { statusCode } from '../statusCodes';
import { answerFix, changeFix, routesAt } from './answers';
import { constantInstead, numberInstead, type SpellingRequest, writesConstants } from './constants';

/** What a chosen code would be written for. */
export interface CodePlace {
  /** The text it takes the place of; empty where it is inserted. */
  readonly span: Span;
  readonly use: StatusUse | null;
  /** The route whose own registration the cursor is on, where no status stands. */
  readonly route: Route | null;
  /** The method of the route around; null outside of routes, and where the declaration serves several. */
  readonly method: Method | null;
  /** That route as people name it, `POST /items`; null where the method is. */
  readonly name: string | null;
}

/** A status that the selection touches, else digits, else the selection itself. */
export function codePlaceAt(scan: Scan, text: string, selection: Span): CodePlace {
  const touches = ({ span }: { readonly span: Span }) => selection.start <= span.end && span.start <= selection.end;
  const use = scan.uses.find(touches) ?? null;
  const own = use?.route == null ? null : scan.routes[use.route];
  const around = own ? [own] : routesAt(scan, selection);
  const [route] = around;
  const isOne = route !== undefined && route.method !== 'ANY' && !route.sharesDeclaration && around.length === 1;
  const isHead = isOne && !use && route.head.start < selection.start && selection.end < route.head.end;
  return {
    span: use?.span ?? scan.invalid.find(touches)?.span ?? digitsAt(text, selection) ?? selection,
    use,
    route: isHead ? route : null,
    method: isOne ? route.method : null,
    name: isOne ? (route.path === null ? route.method : `${route.method} ${route.path}`) : null,
  };
}

/** Up to three digits at the cursor, with which a new number would run together. */
function digitsAt(text: string, { start, end }: Span): Span | null {
  if (start !== end) return null;
  const before = /[\w.]*$/.exec(text.slice(Math.max(0, start - 20), start))?.[0] ?? '';
  const behind = /^[\w.]*/.exec(text.slice(start, start + 20))?.[0] ?? '';
  return /^\d{1,3}$/.test(before + behind) ? { start: start - before.length, end: start + behind.length } : null;
}

/**
 * Edits that write a code at a place: those that keep a route in order where the place is what a route answers, else the
 * code alone, as the file writes codes. Null where what stands there cannot become that code. `look` scans a draft.
 */
export async function codeEdits(
  request: SpellingRequest,
  place: CodePlace,
  code: number,
  look: (text: string) => Promise<Scan>,
): Promise<readonly Edit[] | null> {
  const { use, route } = place;
  if (use) return use.code === code ? [] : insteadOf(use, code, request);
  if (route) {
    const { scan, text, frameworks } = request;
    const fix = answerFix(route, code, scan, text, frameworks);
    if (fix && isAnswered(code)) return fix.edits;
  }
  const apart = separation(place.span, request.text);
  if (apart === null) return null;
  const number = [replace(place.span, String(code) + apart)];
  if (!writesConstants(request)) return number;
  const isPlace = ({ span }: Edit) => span.start === place.span.start && span.end === place.span.end;
  const constant = constantInstead(request, newUse(place.span), code)?.map((edit) =>
    isPlace(edit) ? { ...edit, text: edit.text + apart } : edit,
  );
  return constant && (await isUse(code, place.span, constant, request.text, look)) ? constant : number;
}

/** What has to follow a code so that it does not run into what is behind it; null where it would run into what is before. */
function separation({ start, end }: Span, text: string): string | null {
  if (start !== end) return '';
  if (/[\p{L}_$]/u.test(text.slice(Math.max(0, start - 1), start))) return null;
  const isArgument = /[(,]\s*$/.test(text.slice(Math.max(0, start - 20), start));
  return isArgument && /^[\p{L}_$'"]/u.test(text.slice(end, end + 1)) ? ', ' : '';
}

/** A status that is about to be written. */
function newUse(span: Span): StatusUse {
  return {
    code: 0,
    span,
    text: '',
    form: 'number',
    role: 'returned',
    route: null,
    constant: null,
    slot: 'expression',
    entry: null,
    call: null,
  };
}

/** Does a draft have a status where it was written; a constant in a comment is none. */
async function isUse(
  code: number,
  { start }: Span,
  edits: readonly Edit[],
  text: string,
  look: (text: string) => Promise<Scan>,
): Promise<boolean> {
  const before = edits.filter(({ span }) => span.end <= start && !(span.start === start && span.end === start));
  const shift = before.reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0);
  const draft = await look(applyEdits(text, edits));
  return draft.uses.some((use) => use.code === code && use.span.start === start + shift);
}

function insteadOf(use: StatusUse, code: number, request: SpellingRequest): readonly Edit[] | null {
  const alone = codeInstead(use, code, request);
  const safe = isAnswered(code) ? routeEdits(use, code, request) : null;
  if (!safe) return alone;
  // The place itself is written as it was, a constant as one of its family, wherever the rest does not replace it too.
  const isPlace = ({ span }: Edit) => span.start === use.span.start && span.end === use.span.end;
  const [written, ...more] = alone?.filter(isPlace) ?? [];
  if (!alone || !written || more.length > 0 || !safe.some(isPlace)) return safe;
  const rest = safe.filter((edit) => !isPlace(edit) && !alone.some((own) => sameEdit(own, edit)));
  return [...alone, ...rest];
}

/** Codes whose writing may ask for more than the number: successes, and what has no content. */
function isAnswered(code: number): boolean {
  return (code >= 200 && code < 300) || !sendsContent(code);
}

/** Makes the route around answer the code, where the use is what it answers on success. */
function routeEdits(use: StatusUse, code: number, { scan, text, frameworks }: SpellingRequest): readonly Edit[] | null {
  const route = use.route === null ? undefined : scan.routes[use.route];
  if (!route || (use.role !== 'success' && use.role !== 'returned')) return null;
  const isHere = (span: Span | null) => span?.start === use.span.start && span.end === use.span.end;
  const successes = route.anatomy.answers.filter(isSuccess);
  const answer = successes.find(({ statusAt }) => isHere(statusAt));
  if (answer && successes.length > 1) return changeFix(route, answer, code, scan, text, frameworks)?.edits ?? null;
  if (!answer && !isHere(route.anatomy.declaredAt)) return null;
  return answerFix(route, code, scan, text, frameworks)?.edits ?? null;
}

function codeInstead(use: StatusUse, code: number, request: SpellingRequest): readonly Edit[] | null {
  const { text } = request;
  switch (use.form) {
    case 'exception':
      return exceptionInstead(use, code, request);
    case 'string-key':
      return [replace(use.span, text.slice(use.span.start, use.span.end).replace(/\d+/, String(code)))];
    case 'symbol':
      return null;
    case 'number':
      return (
        (writesConstants(request, use) ? constantInstead(request, use, code) : null) ?? [
          replace(use.span, String(code)),
        ]
      );
    case 'constant':
      return constantInstead(request, use, code) ?? numberInstead(request, use, code);
  }
}

/** The class that is named for the other code as this one is for its own: `ConflictException` for `NotFoundException`. */
function exceptionInstead(use: StatusUse, code: number, request: SpellingRequest): readonly Edit[] | null {
  const { scan, text, frameworks } = request;
  const name = use.text.slice(use.text.lastIndexOf('.') + 1);
  const { exceptions = {} } = frameworks.find(({ id }) => id === scan.framework) ?? {};
  const phrase =
    exceptions[name] === use.code ? namesOf(use.code).find((own) => name.toLowerCase().includes(own)) : null;
  if (phrase == null) return null;
  const isAlike = (other: string, ofCode: number) =>
    namesOf(ofCode).some((own) => other.toLowerCase() === name.toLowerCase().replace(phrase, own));
  const alike = Object.entries(exceptions).filter(([other, ofCode]) => isAlike(other, ofCode));
  // Classes that are named in several ways come from several modules, and which has this one nobody knows.
  if (alike.length * 2 < Object.keys(exceptions).length) return null;
  const [found] = alike.find(([, ofCode]) => ofCode === code) ?? [];
  if (found === undefined) return null;
  const written = replace({ start: use.span.end - name.length, end: use.span.end }, found);
  if (name !== use.text) return [written];
  const source = scan.imports.find(({ local, path }) => local === name && path === name);
  const imported = source && importName(source.module, found, scan, text);
  return imported ? [...imported, written] : null;
}

/** The phrases of a code as they are part of a class's name, in small letters. */
function namesOf(code: number): string[] {
  const known = statusCode(code);
  return known
    ? [known.phrase, ...known.formerPhrases].map((phrase) => phrase.toLowerCase().replaceAll(/[^a-z]/g, ''))
    : [];
}

function sameEdit(one: Edit, other: Edit): boolean {
  return one.span.start === other.span.start && one.span.end === other.span.end && one.text === other.text;
}
