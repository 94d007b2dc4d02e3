/** Reads what a handler does with the response object: what it sends, the status it sets, whom it hands it to. */

import type { Answer } from '../../model';
import type { SyntaxNode } from '../../syntax';
import { answerCall } from '../calls';
import type { CallParts } from '../dialect';
import { propertyOf } from '../members';
import { forPattern } from '../names';
import { same, span } from '../nodes';
import { responseName } from '../responseObject';
import { bodyOf } from './bodies';
import { answerThrough, helperState } from './helpers';
import { codesGiven, nodesInside, placeOf, type ReadingState, reachOf, statusOf, unsaid, written } from './state';
import { endsUnsent } from './unsent';

/** Reads each use of the response object, known to the handler by a name. */
export function readResponseObject(state: ReadingState, name: string | null) {
  if (!name) return;
  const pattern = new RegExp(`(?<![\\w$.])${forPattern(name)}(?![\\w$])`, 'g');
  const { dialect, names } = state.context;
  const isName = (node: SyntaxNode) => dialect.kind(node) === 'name' || node.type === 'shorthand_property_identifier';
  const uses = nodesInside(state, pattern, (node) => (isName(node) ? node : null), true);
  for (const node of uses) {
    const bound = names.parameterOf(node);
    if (bound && same(bound.owner, state.handler.node) && !isParameterItself(node, state)) readUse(state, node);
  }
}

function isParameterItself(node: SyntaxNode, { handler }: ReadingState): boolean {
  return node.endIndex <= handler.parts.body.startIndex;
}

function readUse(state: ReadingState, root: SyntaxNode) {
  const { dialect } = state.context;
  const { sends, statusSetters, statusProperty, bodyProperty, selfProperties } = state.framework.answers;
  let here = root;
  let status: SyntaxNode | null = null;
  for (let steps = 0; steps < 32; steps++) {
    const parent = here.parent;
    const member = parent ? dialect.member(parent) : null;
    if (!parent || !member || !same(member.object, here)) break;
    const name = member.property.text;
    if (same(here, root) && !isRead(state, name)) state.passedOn = true;
    if (selfProperties.includes(name)) {
      here = parent;
      continue;
    }
    const call = parent.parent ? dialect.call(parent.parent) : null;
    if (!parent.parent || !call || !same(call.callee, parent)) {
      if (name === statusProperty) readAssignment(state, parent);
      if (name === bodyProperty) readBodyAssignment(state, root, parent);
      return;
    }
    here = parent.parent;
    if (statusSetters.includes(name)) status = call.arguments[0]?.value ?? null;
    if (Object.hasOwn(sends, name)) {
      state.answers.push(sentBy(state, name, root, member.object, here, call, status));
      return;
    }
  }
  if (status) addWrite(state, status, here);
  else if (same(here, root)) readEscape(state, root);
  if (same(here, root)) state.passedOn = true;
}

/** May a handler use this property of the response object without answering by it. */
function isRead(state: ReadingState, name: string): boolean {
  return state.framework.answers.unanswered?.reads.test(name) ?? false;
}

function sentBy(
  state: ReadingState,
  name: string,
  root: SyntaxNode,
  object: SyntaxNode,
  node: SyntaxNode,
  parts: CallParts,
  setter: SyntaxNode | null,
): Answer {
  const send = state.framework.answers.sends[name] ?? {};
  const { dialect } = state.context;
  // `redirect(url)` and `redirect(301, url)`: the status is there only when another argument follows it.
  const own = send.status !== undefined && parts.arguments.length > (send.fixed ? 1 : 0) ? send.status : null;
  const given = own === null ? null : (parts.arguments[own]?.value ?? null);
  // A status may come in an object with headers: `c.json(x, { status: 201 })`.
  const at =
    (given && dialect.kind(given) === 'mapping' ? propertyOf(given, 'status', state.context) : given) ?? setter;
  const content = send.body === undefined ? null : (parts.arguments[send.body]?.value ?? null);
  const body = content && (send.serialises || dialect.kind(dialect.peel(content)) !== 'none') ? content : null;
  return {
    kind: send.fixed ? 'response' : 'send',
    span: { start: root.startIndex, end: node.endIndex },
    ...placeOf(state, dialect.wholeStatement(node)),
    ...(at ? statusOf(state, at) : { ...unsaid, status: send.defaultStatus ?? 'default' }),
    body: body ? bodyOf(body, state.context) : null,
    call: answerCall(name, node, object, parts),
  };
}

function readAssignment(state: ReadingState, member: SyntaxNode) {
  const value = state.context.dialect.boundValue(member);
  if (value) addWrite(state, value, member);
}

/** `ctx.body = x` answers with what it is given; nothing given is 204 by itself (koa/lib/response.js). */
function readBodyAssignment(state: ReadingState, root: SyntaxNode, member: SyntaxNode) {
  const value = state.context.dialect.boundValue(member);
  if (!value) return;
  const empty = state.context.dialect.kind(state.context.dialect.peel(value)) === 'none';
  const whole = member.parent ? state.context.dialect.wholeStatement(member.parent) : null;
  state.answers.push({
    kind: 'send',
    span: { start: root.startIndex, end: value.endIndex },
    ...placeOf(state, whole),
    ...(empty ? { ...unsaid, status: 204 } : unsaid),
    body: empty ? null : bodyOf(value, state.context),
    call: null,
  });
}

function addWrite(state: ReadingState, value: SyntaxNode, at: SyntaxNode) {
  state.writes.push({
    codes: codesGiven(state, value),
    value: span(value),
    span: span(at),
    unsent: isUnsent(state, at),
    at: at.startIndex,
    reach: span(reachOf(at)),
    elsewhere: false,
  });
}

function isUnsent(state: ReadingState, write: SyntaxNode): boolean {
  if (state.framework.answers.emptySend === null || state.helper) return false;
  const name = responseName(state.handler, state.framework, state.context);
  return name !== null && endsUnsent(write, name, state.handler, state.context);
}

/** The response object handed to something else: a helper of this file is read, any other may do what it likes. */
function readEscape(state: ReadingState, root: SyntaxNode) {
  const { dialect } = state.context;
  const place = dialect.place(root);
  if (place?.kind !== 'argument' && place?.kind !== 'keyword') {
    // Under another name or inside another object it is followed no further.
    const renamed = place?.kind === 'assigned' || place?.kind === 'property' || dialect.kind(root) !== 'name';
    if (renamed) state.decidedElsewhere = true;
    return;
  }
  const helper = helperState(state, dialect.call(place.call), place);
  if (!helper) {
    if (place.kind === 'argument') state.decidedElsewhere = true;
    return;
  }
  readResponseObject(helper, helper.helper?.response ?? null);
  const sent = helper.answers.map((answer) => withPendingStatus(helper, answer));
  const told = sent.filter(({ status }) => status === 'dynamic').map(({ possible }) => possible);
  const unknown = [...told, ...helper.writes.map(({ codes }) => codes)].some((codes) => codes.length === 0);
  if (helper.decidedElsewhere || unknown) {
    state.decidedElsewhere = true;
    return;
  }
  const position = placeOf(state, dialect.wholeStatement(place.call));
  state.answers.push(...sent.map((answer) => answerThrough(answer, span(place.call), position)));
  if (sent.length > 0 && !state.framework.answers.returnsBody) return;
  const at = {
    value: span(place.call),
    span: span(place.call),
    unsent: false,
    at: place.call.startIndex,
    reach: span(reachOf(place.call)),
  };
  state.writes.push(...helper.writes.map(({ codes }) => ({ ...at, codes, elsewhere: true })));
}

/** A send without a status of its own takes the one set before it in a block around it. */
export function withPendingStatus(state: ReadingState, answer: Answer): Answer {
  if (answer.status !== 'default' || state.framework.answers.returnsBody) return answer;
  const anywhere = state.framework.answers.bodyProperty !== null;
  const before = state.writes.filter(
    (write) =>
      (anywhere || write.at < answer.span.start) &&
      write.reach.start <= answer.span.start &&
      answer.span.end <= write.reach.end,
  );
  const write = before.at(-1);
  if (!write) return answer;
  const told = written(write.codes, write.value);
  return { ...answer, ...told, ...(write.elsewhere ? { status: 'dynamic', possible: write.codes } : {}) };
}
