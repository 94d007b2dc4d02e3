/** Reads what a handler answers by what it returns, and by the functions of its framework that it leaves through. */

import type { Answer } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { CallParts } from '../dialect';
import { inheritedStatus } from '../inherited';
import { forPattern, lastName } from '../names';
import { same, span } from '../nodes';
import { responseName } from '../responseObject';
import { tellingRole } from '../telling';
import { codesOf } from '../values';
import { bodyOf } from './bodies';
import { answerThrough, helperState } from './helpers';
import { type Response, responseCall, responseTuple } from './responses';
import { type AnswerPlace, nodesInside, placeOf, type ReadingState, reachOf, unsaid, written } from './state';

const nothing = { kind: 'nothing', ...unsaid, body: null, call: null } as const;

export function readReturns(state: ReadingState) {
  const { dialect } = state.context;
  const { returnsBody, responseClasses } = state.framework.answers;
  if (!returnsBody && Object.keys(responseClasses).length === 0) return;
  for (const statement of nodesInside(state, /\breturn\b/g, (node) => (node.type === 'return' ? node.parent : null))) {
    const value = statement.namedChildren.find((child) => child !== null && !child.isExtra) ?? null;
    const whole = placeOf(state, statement);
    if (value && isReadIn(state, value)) continue;
    if (!value || dialect.kind(value) === 'none') {
      if (returnsBody) state.answers.push({ ...nothing, ...whole, span: span(value ?? statement) });
    } else {
      addReturned(state, answersOf(state, value, whole));
    }
  }
  const { body } = state.handler.parts;
  if (dialect.statements(body).length === 0 && dialect.kind(body) !== 'other' && !isReadIn(state, body)) {
    addReturned(state, answersOf(state, body, { statement: null, last: true, alone: true }));
  }
}

/** What a handler that sends returns says nothing, unless it is a response. */
function addReturned(state: ReadingState, answers: readonly Answer[]) {
  const { returnsBody } = state.framework.answers;
  state.answers.push(...answers.filter((answer) => returnsBody || answer.kind === 'response'));
}

/** `return reply.send(x)` answers by the call, which is read already. */
function isReadIn(state: ReadingState, value: SyntaxNode): boolean {
  if (state.answers.some(({ span: at }) => at.start >= value.startIndex && at.end <= value.endIndex)) return true;
  // `reply.send(x); return reply;` hands back the object that has sent.
  const returned = state.context.dialect.peel(value).text;
  return state.answers.length > 0 && returned === responseName(state.handler, state.framework, state.context);
}

function answersOf(state: ReadingState, value: SyntaxNode, whole: AnswerPlace): Answer[] {
  const { dialect } = state.context;
  const direct = dialect.peel(value);
  const tuple =
    state.framework.answers.returnsTuple && dialect.kind(direct) === 'list' ? responseTuple(state, direct) : null;
  if (tuple) return [{ ...whole, kind: 'value', span: span(value), ...tuple, call: null }];
  const response =
    responseCall(state, direct) ?? (dialect.kind(direct) === 'name' ? heldResponse(state, direct) : null);
  if (response) return [{ ...whole, kind: 'response', span: span(value), ...response }];
  const throughHelper = returnedByHelper(state, direct);
  if (throughHelper) return throughHelper.map((answer) => answerThrough(answer, span(value), whole));
  const told = toldElsewhere(state, direct);
  if (told !== undefined) {
    state.decidedElsewhere = true;
    const status = { status: 'dynamic', possible: told === null ? [] : [told], statusAt: null } as const;
    return [{ ...whole, kind: 'response', span: span(value), ...status, body: null, call: null }];
  }
  const handedOn = inheritedStatus(direct, state.handler.node, state.framework, state.context);
  if (handedOn !== undefined || isMadeElsewhere(state, direct)) {
    if (typeof handedOn !== 'number') state.decidedElsewhere = true;
    const status = { status: handedOn ?? 'dynamic', possible: [], statusAt: null } as const;
    return [{ ...whole, kind: 'response', span: span(value), ...status, body: null, call: null }];
  }
  return [{ ...whole, kind: 'value', span: span(value), ...unsaid, body: bodyOf(value, state.context), call: null }];
}

/** Helpers whose name says that they answer something else than the route does: `created(user)`, `responses.noContent()`. */
const ownStatusName =
  /(?:^|[._])(?:created|accepted|no_?content)(?:_?response)?$|(?:Created|Accepted|NoContent)(?:Response)?$|[a-z](?:created|accepted)Response$/;

/**
 * What a helper of another file is told to answer, `success_response(status_code=201)`; null where only its name says
 * that it has a status of its own, undefined where nothing does.
 */
function toldElsewhere(state: ReadingState, value: SyntaxNode): number | null | undefined {
  const { dialect, names } = state.context;
  const held = dialect.kind(value) === 'name' && !names.parameterOf(value) ? names.bindingsOf(value) : [];
  const made = held.length === 1 && held[0]?.value && held[0].key === null ? dialect.peel(held[0].value) : value;
  const call = dialect.call(made);
  // A class is as likely a model that has a field for the status.
  if (!call || /^[A-Z]/.test(lastName(call.callee.text))) return undefined;
  for (const { name, value: given } of call.arguments) {
    const [code, other] = codesOf(given, state.context);
    if (code === undefined || other !== undefined) continue;
    if (name !== null && /^(?:http_?)?status(?:_?code)?$/i.test(name)) return code;
    const place = name === null ? dialect.place(given) : null;
    if (place && tellingRole(place, code, state.context) === 'returned') return code;
  }
  return ownStatusName.test(call.callee.text) || hasHandler(call, state) ? null : undefined;
}

/** `authenticated({ request, handler: async () => ... })`: what is given as the handler answers. */
function hasHandler({ arguments: given }: CallParts, { context: { dialect } }: ReadingState): boolean {
  const pairs = given.flatMap(({ value }) => (dialect.kind(value) === 'mapping' ? dialect.pairs(value) : []));
  return pairs.some(({ key, value }) => key.text === 'handler' && dialect.kind(value) === 'function');
}

function isMadeElsewhere(state: ReadingState, value: SyntaxNode): boolean {
  const { returnsResponse } = state.framework.answers;
  return (
    (returnsResponse || promisesResponse(state, value)) &&
    /^(?:call|name|member)$/.test(state.context.dialect.kind(value))
  );
}

/**
 * Does the handler's return type name a class of responses: what it hands on then has a status of its own, unless it is
 * made here of another class of that type, as `Item(...)` under `-> Item | RedirectResponse`.
 */
function promisesResponse(state: ReadingState, value: SyntaxNode): boolean {
  const type = state.handler.parts.returnType?.text ?? '';
  const { responseClasses } = state.framework.answers;
  const words: readonly string[] = type.match(/[\w$]+/g) ?? [];
  const made = state.context.dialect.call(value)?.callee.text ?? '';
  const makesOther = words.includes(made) && !Object.hasOwn(responseClasses, made);
  return !makesOther && words.some((word) => Object.hasOwn(responseClasses, word));
}

/** The responses of a helper whose call is returned; null where it is none or leaves the status to the route. */
function returnedByHelper(state: ReadingState, node: SyntaxNode): readonly Answer[] | null {
  const helper = helperState(state, state.context.dialect.call(node), null);
  if (!helper) return null;
  readReturns(helper);
  const { returnsTuple } = state.framework.answers;
  const says = ({ kind, statusAt }: Answer) => statusAt !== null || (kind === 'response' && !returnsTuple);
  const known = helper.answers.every(
    (answer) => says(answer) && (answer.status !== 'dynamic' || answer.possible.length > 0),
  );
  if (!helper.answers.some(says)) return null;
  if (known && !helper.decidedElsewhere) return helper.answers;
  state.decidedElsewhere = true;
  return null;
}

/** The response that a variable holds: one that this handler gives it, or else the one that the file does. */
function heldResponse(state: ReadingState, name: SyntaxNode): Response | null {
  const { dialect, names } = state.context;
  const given = new RegExp(`(?<![\\w$.])${forPattern(name.text)}(?=\\s*(?::[^=\\n;]{1,120})?=(?![=>]))`, 'g');
  const own = nodesInside(state, given, (node) => dialect.boundValue(node));
  const elsewhere = own.length === 0 ? names.valueBoundTo(name) : null;
  const made = [...own, ...(elsewhere ? [elsewhere] : [])].map((value) => responseCall(state, dialect.peel(value)));
  const responses = made.filter((response) => response !== null);
  const [first] = responses;
  if (!first || responses.length < made.length) return null;
  const codes = responses.flatMap(({ status, possible }) => (typeof status === 'number' ? [status] : possible));
  const one = responses.length === 1 ? first : null;
  const said = one ?? { status: 'dynamic' as const, possible: codes, statusAt: null, body: null, call: null };
  return { ...said, ...statusSetOn(state, name, said) };
}

/** `response.status_code = 201` on a response that the handler made and returns. */
function statusSetOn(state: ReadingState, name: SyntaxNode, made: Response): Partial<Response> {
  const { dialect } = state.context;
  const { statusProperty } = state.framework.answers;
  const set = new RegExp(`(?<![\\w$.])${forPattern(name.text)}\\.${forPattern(statusProperty)}(?=\\s*=(?![=>]))`, 'g');
  const members = nodesInside(state, set, (node) => node.parent);
  const last = members.at(-1);
  const value = last ? dialect.boundValue(last) : null;
  if (!last || !value) return {};
  const codes = codesOf(value, state.context);
  const always = members.length === 1 && same(reachOf(last), state.handler.parts.body);
  const before = typeof made.status === 'number' ? [made.status] : made.possible;
  return always
    ? { ...written(codes, span(value)), call: null }
    : {
        status: 'dynamic',
        possible: members.length === 1 ? [...before, ...codes] : [],
        statusAt: span(value),
        call: null,
      };
}

/** `notFound()` and `redirect("/new")` of Next.js throw what the framework answers. */
export function readExits(state: ReadingState) {
  const { names, dialect } = state.context;
  const { exits } = state.framework.answers;
  if (Object.keys(exits).length === 0) return;
  const local = names.imports.filter(({ module, path }) => Object.hasOwn(exits, `${module}.${path}`));
  if (local.length === 0) return;
  const pattern = new RegExp(
    `(?<![\\w$.])(?:${local.map((item) => forPattern(item.local)).join('|')})(?=\\s*\\()`,
    'g',
  );
  const calls = nodesInside(state, pattern, (name) => (name.parent && dialect.call(name.parent) ? name.parent : null));
  for (const call of calls) {
    const parts = dialect.call(call);
    const reference = parts && names.resolve(parts.callee);
    const status = reference ? exits[`${reference.module}.${reference.path}`] : undefined;
    if (!parts || status === undefined) continue;
    state.answers.push({
      ...nothing,
      kind: 'response',
      status,
      span: span(call),
      ...placeOf(state, dialect.wholeStatement(call)),
    });
  }
}
