/** Source and frameworks in, everything the file says about status codes out: the only interpreter of syntax trees. */

import { isSuccess } from '../answers';
import type { Framework } from '../framework';
import type { Language, Method, Route, Scan, Span, StatusUse } from '../model';
import type { ParsedText, SyntaxNode, SyntaxQuery } from '../syntax';
import { type Reading, readHandler } from './answers/handler';
import { completed } from './apart';
import { argument, argumentList } from './calls';
import { byLanguage, claimsOf, type ScanContext } from './context';
import type { CallParts, Dialect } from './dialect';
import { ecmascript } from './ecmascript/ecmascript';
import { creationEvidence } from './evidence';
import type { Handler } from './handlers';
import { once } from './memo';
import { belongsTo, createNames, importsFramework, lastName } from './names';
import { span } from './nodes';
import { python } from './python/python';
import { findRegistrations, type Registration } from './routes';
import { findShadows } from './shadows';
import { type FoundRoute, findUses } from './uses/uses';
import { codeOf } from './values';
import { workOf } from './work';

const dialects: Readonly<Record<Language, Dialect>> = { python, ecmascript };

/** What a text says in which nothing is recognised. */
export function emptyScan(language: Language): Scan {
  return { language, framework: null, routes: [], uses: [], imports: [], shadows: [], misplaced: [], invalid: [] };
}

/**
 * Reads one parsed file. `compiled` compiles a query for the file's grammar. No syntax node is in the result,
 * so the tree may be freed afterwards. With `near`, only the handlers of routes around that offset are read, which is all
 * that a hover there needs.
 */
export function scan(
  parsed: ParsedText,
  path: string,
  language: Language,
  frameworks: readonly Framework[],
  compiled: (query: string) => SyntaxQuery,
  near?: number,
): Scan {
  const context = contextOf(parsed, path, language, frameworks);
  const registrations = completed(findRegistrations(context, compiled), context);
  const isRead = near === undefined ? () => true : around(near, registrations);
  const read = registrations.flatMap((registration) =>
    registration.methods.map((method) => (isRead(registration) ? routeOf : passedOver)(registration, method, context)),
  );
  const { uses, misplaced, invalid } = findUses(context, registrations, read);
  const routes = read.map(({ route, neverSucceeds }, index) => {
    const raised = neverSucceeds ? raisedCodes(uses, index) : [];
    const known = raised.length > 0 ? { ...route, effective: raised } : route;
    // What becomes of a misplaced status may depend on a version, and nothing else should be told before it is mended.
    const inDoubt = misplaced.length > 0 && uses.some((use) => use.role === 'misplaced' && use.route === index);
    return inDoubt ? { ...known, decidedElsewhere: true } : known;
  });
  return {
    language,
    framework: mainFramework(routes, context, uses.length > 0),
    routes,
    uses,
    imports: context.names.imports,
    shadows: uses.length > 0 ? findShadows(context) : [],
    misplaced,
    invalid,
  };
}

/** What every step of a look at a file shares; kept with the parse, for the offers that follow its scan. */
export function contextOf(
  parsed: ParsedText,
  path: string,
  language: Language,
  frameworks: readonly Framework[],
): ScanContext {
  return once('context', parsed, () => {
    const dialect = dialects[language];
    const own = byLanguage(frameworks).get(language) ?? [];
    const names = createNames(parsed.root, parsed.text, dialect);
    const claims = claimsOf(names, path, own);
    return { text: parsed.text, path, root: parsed.root, dialect, names, claims, frameworks: own };
  });
}

/** Registrations with an offset in them or in their handler, and all others of the same handlers. */
function around(offset: number, registrations: readonly Registration[]): (registration: Registration) => boolean {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const isNear = ({ span: whole, head, handler, region }: Registration) =>
    [whole, span(head), handler && span(handler.node), region].some((each) => each && holds(each));
  const near = registrations.filter(isNear);
  const handlers = new Set(near.map(({ handler }) => handler?.node.id));
  return (registration) => near.includes(registration) || handlers.has(registration.handler?.node.id);
}

/** The framework most routes belong to; in a file without routes the one it imports. */
function mainFramework(routes: readonly Route[], context: ScanContext, hasUses: boolean): string | null {
  const counts = new Map<string, number>();
  for (const route of routes) counts.set(route.framework, (counts.get(route.framework) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  if (most) return most[0];
  // A file that only lies where routes of a framework may lie can be another's.
  const imported = context.claims.find(({ framework }) => importsFramework(context.names.imports, framework));
  return hasUses && imported ? imported.framework.id : null;
}

/** A handler that is not in this file. */
const unread: Reading = {
  answers: [],
  statusWrites: [],
  settled: null,
  decidedElsewhere: true,
  stub: false,
  neverSucceeds: false,
  unanswered: null,
};

/** The status that a decorator beside the route's own declares: `@HttpCode(204)`. */
function decoratedStatus({ claim, handler }: Registration, context: ScanContext): SyntaxNode | null {
  const parts = decoratorNamed(claim.framework.routing.statusDecorators, handler, context);
  return parts ? argument(parts, 0, null) : schemaStatus(claim.framework, handler, context);
}

/** The status beside the schema of the answer: `@blp.response(201, ItemSchema)`. */
function schemaStatus({ routing }: Framework, handler: Handler | null, context: ScanContext): SyntaxNode | null {
  const used = routing.schemaDecorators.filter(({ module }) =>
    context.names.imports.some((item) => belongsTo(item.module, [module])),
  );
  if (!handler || used.length === 0) return null;
  const written = context.dialect.decorators(handler.node).flatMap((call) => {
    const parts = context.dialect.call(call);
    const named = parts ? used.filter(({ name }) => name === lastName(parts.callee.text)) : [];
    return named.flatMap(({ index, keyword }) => (parts && argument(parts, index, keyword)) ?? []);
  });
  // Packages share the name: one of them has its schema where the other has its status.
  return written.find((node) => codeOf(node, context) !== null) ?? (used.length === 1 ? written[0] : null) ?? null;
}

/** What a decorator that redirects says: `@Redirect("/new", 301)`. */
function redirectStatus({ claim, handler }: Registration, context: ScanContext) {
  const decorator = claim.framework.routing.redirectDecorator;
  const parts = decorator && decoratorNamed([decorator.name], handler, context);
  return parts && { written: argument(parts, decorator.index, null), defaultStatus: decorator.defaultStatus };
}

function decoratorNamed(names: readonly string[], handler: Handler | null, context: ScanContext): CallParts | null {
  if (!handler || names.length === 0) return null;
  for (const call of context.dialect.decorators(handler.node)) {
    const parts = context.dialect.call(call);
    if (parts && names.includes(lastName(context.names.resolve(parts.callee)?.path ?? ''))) return parts;
  }
  return null;
}

/** What clients see of a handler that only raises: what it says beside the error, or writes on it (`error.status = 403`). */
function raisedCodes(uses: readonly StatusUse[], route: number): number[] {
  const own = uses.filter((use) => use.route === route);
  const raised = own.filter((use) => use.role === 'raised');
  const errors = raised.length > 0 ? raised : own.filter((use) => use.role === 'mentioned' && use.code >= 400);
  return [...new Set(errors.map((use) => use.code))].sort((a, b) => a - b);
}

interface ReadRoute extends FoundRoute {
  readonly neverSucceeds: boolean;
}

/** A route of which nobody needs to know more than where it is: its handler is taken for one of another file. */
function passedOver(registration: Registration, method: Method, context: ScanContext): ReadRoute {
  const { route, ...rest } = routeOf({ ...registration, handler: null }, method, context);
  const handler = registration.handler ? span(registration.handler.node) : null;
  return { ...rest, route: { ...route, anatomy: { ...route.anatomy, handler } } };
}

export function routeOf(registration: Registration, method: Method, context: ScanContext): ReadRoute {
  const { claim, handler, parts } = registration;
  const { framework } = claim;
  const reading = handler ? readHandler(handler, framework, context) : unread;
  const redirect = redirectStatus(registration, context);
  const statusNode =
    (parts && argument(parts, null, framework.routing.statusKeyword)) ??
    redirect?.written ??
    decoratedStatus(registration, context);
  const declaredCode = statusNode ? codeOf(statusNode, context) : null;
  const undeclared = statusNode !== null && declaredCode === null && context.dialect.kind(statusNode) !== 'none';
  const declared = declaredCode === null ? [] : [declaredCode];
  // A handler of another file that sends its answer, or must return a response, says its status there.
  const { returnsBody, returnsResponse } = framework.answers;
  const hidden = !handler && registration.call !== null && (returnsResponse || !returnsBody);
  const unsaid =
    undeclared || hidden
      ? null
      : (declaredCode ??
        redirect?.defaultStatus ??
        classStatus(registration, context) ??
        registration.unsaid ??
        framework.defaultStatus(method, registration.methods));
  const handlerSpan = handler ? span(handler.node) : null;
  const route: Route = {
    framework: framework.id,
    method,
    path: registration.path,
    handler: handler?.parts.name ?? null,
    span: registration.span,
    head: span(registration.head),
    declared,
    effective: unsaid === null ? [] : effectiveCodes(reading, framework, unsaid),
    unsaid,
    sharesDeclaration: registration.methods.length > 1,
    decidedElsewhere: undeclared || reading.decidedElsewhere,
    returns: returnsOf(reading, framework),
    takesInput: takesInput(registration),
    creates: creationEvidence(registration, method, context),
    ...workOf(registration, method, reading.answers, context),
    anatomy: {
      registration: parts ? argumentList(parts) : null,
      declaredAt: statusNode ? span(statusNode) : null,
      handler: handlerSpan,
      returnType: handler?.parts.returnType ? span(handler.parts.returnType) : null,
      answers: reading.answers,
      statusWrites: reading.statusWrites,
    },
  };
  return { route, region: registration.region ?? null, neverSucceeds: reading.neverSucceeds };
}

/** What is handed over as it is has nothing to be checked; what a dependency takes is not looked at. */
function takesInput({ claim: { framework }, handler }: Registration): boolean {
  const checks = framework.automatic.find(({ scope }) => scope === 'input');
  if (!checks || !handler) return false;
  return handler.parts.parameters.some(
    ({ name, type, value }) =>
      name !== 'self' && ![type, value].some((node) => node && checks.unchecked?.test(node.text)),
  );
}

/** `response_class=RedirectResponse` makes every returned value a redirect. */
function classStatus({ claim, parts }: Registration, context: ScanContext): number | null {
  const node = parts && argument(parts, null, claim.framework.routing.responseClassKeyword);
  const reference = node ? context.names.resolve(node) : null;
  return claim.framework.answers.responseClasses[lastName(reference?.path ?? '')] ?? null;
}

/** What clients see: each answer's own status, and the route's where an answer says nothing; errors only where there is nothing else. */
function effectiveCodes(reading: Reading, framework: Framework, base: number): number[] {
  // A send has taken on what was set before it; a returned value takes on whatever may have been set on the way, and a
  // handler that answers nowhere else has set all that there is.
  const written = reading.statusWrites.flatMap((write) => write.codes);
  const onTheWay = framework.answers.returnsBody ? written : [];
  if (reading.unanswered !== null) return [reading.unanswered];
  const unsent = reading.answers.length === 0 && !framework.answers.returnsBody && written.length > 0;
  const route = unsent ? written : (reading.settled ?? [base, ...onTheWay]);
  const codes = reading.answers.flatMap((answer) => {
    if (answer.status === 'default') return route;
    return answer.status === 'dynamic' ? answer.possible : [answer.status];
  });
  const seen = [...new Set(reading.answers.length === 0 ? route : codes)].sort((a, b) => a - b);
  const good = seen.filter((code) => code < 400);
  // Errors are all that is known of a handler whose success is decided elsewhere.
  return good.length > 0 || reading.decidedElsewhere ? good : seen;
}

function returnsOf(reading: Reading, framework: Framework): Route['returns'] {
  const { answers } = reading;
  const successes = answers.filter(isSuccess);
  if (successes.length === 0) {
    // A handler that returns falls off its end with nothing; one that has to send and does not is not understood.
    const fallsOff =
      framework.answers.returnsBody &&
      answers.length === 0 &&
      !reading.stub &&
      !reading.neverSucceeds &&
      !reading.decidedElsewhere;
    return fallsOff ? 'nothing' : 'unknown';
  }
  if (successes.every((answer) => answer.kind === 'response')) return 'response';
  const tells = successes.some((answer) => answer.kind === 'value' || answer.body !== null);
  return tells ? 'value' : 'nothing';
}
