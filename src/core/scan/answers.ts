/** Reads a handler: every place where it answers, what it sets the status to, and what it leaves to others. */

import type { Answer, AnswerBody, AnswerCall, ArgumentList, Framework, Span, StatusWrite } from '../model';
import type { SyntaxNode } from '../syntax';
import { bodyOf, effectsOf } from './bodies';
import { isFrameworkName, type ScanContext } from './context';
import type { CallParts, Place } from './dialect';
import { type Handler, isOutside } from './handlers';
import { answerThrough, deepestHelper, helperCall, parameterAt } from './helpers';
import { inheritedStatus } from './inherited';
import { forPattern, lastName } from './names';
import { enclosing, nodesAt, same, span } from './nodes';
import { argument, responseParameter, typeReference } from './routers';
import { endsUnsent } from './unsent';
import { codesOf } from './values';

export interface Reading {
  readonly answers: readonly Answer[];
  readonly statusWrites: readonly StatusWrite[];
  /** Codes set once for all answers: `response.status_code = 201` in the handler's own block; empty where none is. */
  readonly settled: readonly number[];
  readonly decidedElsewhere: boolean;
  /** Is there no code to read yet: `...`, `pass`, a docstring. */
  readonly stub: boolean;
  /** Does every way through the handler end in an exception: it answers nowhere and its last statement raises. */
  readonly neverSucceeds: boolean;
  /** What clients see of it because it answers nothing; null where it does, or may. */
  readonly unanswered: number | null;
}

export function readHandler(handler: Handler, framework: Framework, context: ScanContext): Reading {
  const reader = new HandlerReader(handler, framework, context);
  return reader.read();
}

interface Write extends StatusWrite {
  readonly at: number;
  /** The block it stands in, as far as it reaches. */
  readonly reach: Span;
  /** Is it written in a helper, where it must stay as it is. */
  readonly elsewhere: boolean;
}

/** How a helper is read for the handler that calls it. */
interface HelperReading {
  readonly given: ReadonlyMap<string, SyntaxNode>;
  /** What it calls the response object; null where it is read for what it returns. */
  readonly response: string | null;
  readonly depth: number;
}

class HandlerReader {
  private readonly handler: Handler;
  private readonly framework: Framework;
  private readonly context: ScanContext;
  private readonly helper: HelperReading | null;
  private readonly answers: Answer[] = [];
  private readonly writes: Write[] = [];
  private decidedElsewhere = false;
  /** May something else answer: the response object or the request is handed on. */
  private passedOn = false;

  constructor(handler: Handler, framework: Framework, context: ScanContext, helper: HelperReading | null = null) {
    this.handler = handler;
    this.framework = framework;
    this.context = context;
    this.helper = helper;
  }

  read(): Reading {
    this.readResponseObject(responseName(this.handler, this.framework, this.context));
    this.readExits();
    this.readReturns();
    this.answers.sort((a, b) => a.span.start - b.span.start);
    const settled = this.framework.answers.returnsBody ? this.settled() : [];
    return {
      answers: this.answers.map((answer) => this.withPendingStatus(answer)),
      statusWrites: this.writes.map(({ codes, value, span: at, unsent }) => ({ codes, value, span: at, unsent })),
      settled,
      decidedElsewhere: this.decidedElsewhere,
      stub: this.isStub(),
      neverSucceeds: this.answers.length === 0 && this.endsInException(),
      unanswered: this.isUnanswered() ? (this.framework.answers.unanswered?.status ?? null) : null,
    };
  }

  // ---- returned values -------------------------------------------------------------------------------------------

  private readReturns() {
    const { dialect } = this.context;
    const { returnsBody, responseClasses } = this.framework.answers;
    if (!returnsBody && Object.keys(responseClasses).length === 0) return;
    for (const statement of this.nodesInside(/\breturn\b/g, (node) => (node.type === 'return' ? node.parent : null))) {
      const value = statement.namedChildren.find((child) => child !== null && !child.isExtra) ?? null;
      const whole = { statement: span(statement), ...this.positionOf(statement) };
      if (value && this.isReadIn(value)) continue;
      if (!value || dialect.kind(value) === 'none') {
        if (returnsBody) this.answers.push({ ...nothing, ...whole, span: span(value ?? statement) });
      } else {
        this.returns(this.returned(value, whole));
      }
    }
    const { body } = this.handler.parts;
    if (dialect.statements(body).length === 0 && dialect.kind(body) !== 'other' && !this.isReadIn(body)) {
      this.returns(this.returned(body, { statement: null, last: true, alone: true }));
    }
  }

  /** What a handler that sends returns says nothing, unless it is a response. */
  private returns(answers: readonly Answer[]) {
    const { returnsBody } = this.framework.answers;
    this.answers.push(...answers.filter((answer) => returnsBody || answer.kind === 'response'));
  }

  /** `notFound()` and `redirect("/new")` of Next.js throw what the framework answers. */
  private readExits() {
    const { names, dialect } = this.context;
    const { exits } = this.framework.answers;
    const local = names.imports.filter(({ module, path }) => Object.hasOwn(exits, `${module}.${path}`));
    if (local.length === 0) return;
    const pattern = new RegExp(
      `(?<![\\w$.])(?:${local.map((item) => forPattern(item.local)).join('|')})(?=\\s*\\()`,
      'g',
    );
    const calls = this.nodesInside(pattern, (name) => (name.parent && dialect.call(name.parent) ? name.parent : null));
    for (const call of calls) {
      const parts = dialect.call(call);
      const reference = parts && names.resolve(parts.callee);
      const status = reference ? exits[`${reference.module}.${reference.path}`] : undefined;
      if (!parts || status === undefined) continue;
      const whole = dialect.wholeStatement(call);
      this.answers.push({
        ...nothing,
        kind: 'response',
        status,
        span: span(call),
        statement: whole ? span(whole) : null,
        ...(whole ? this.positionOf(whole) : { last: false, alone: false }),
      });
    }
  }

  /** `return reply.send(x)` answers by the call, which is read already. */
  private isReadIn(value: SyntaxNode): boolean {
    if (this.answers.some(({ span: at }) => at.start >= value.startIndex && at.end <= value.endIndex)) return true;
    // `reply.send(x); return reply;` hands back the object that has sent.
    const returned = this.context.dialect.peel(value).text;
    return this.answers.length > 0 && returned === responseName(this.handler, this.framework, this.context);
  }

  private returned(value: SyntaxNode, whole: Pick<Answer, 'statement' | 'last' | 'alone'>): Answer[] {
    const { dialect } = this.context;
    const direct = dialect.peel(value);
    const tuple = this.framework.answers.returnsTuple && dialect.kind(direct) === 'list' ? this.tuple(direct) : null;
    if (tuple) return [{ ...whole, kind: 'value', span: span(value), ...tuple, call: null }];
    const response = this.responseCall(direct) ?? (dialect.kind(direct) === 'name' ? this.heldResponse(direct) : null);
    if (response) return [{ ...whole, kind: 'response', span: span(value), ...response }];
    const throughHelper = this.returnedByHelper(direct);
    if (throughHelper) return throughHelper.map((answer) => answerThrough(answer, span(value), whole));
    const handedOn = inheritedStatus(direct, this.handler.node, this.framework, this.context);
    if (handedOn !== undefined || this.isMadeElsewhere(direct)) {
      if (typeof handedOn !== 'number') this.decidedElsewhere = true;
      const status = { status: handedOn ?? 'dynamic', possible: [], statusAt: null } as const;
      return [{ ...whole, kind: 'response', span: span(value), ...status, body: null, call: null }];
    }
    return [{ ...whole, kind: 'value', span: span(value), ...unsaid, body: bodyOf(value, this.context), call: null }];
  }

  /** The responses of a helper whose call is returned; null where it is none or leaves the status to the route. */
  private returnedByHelper(node: SyntaxNode): readonly Answer[] | null {
    const reader = this.helperReader(this.context.dialect.call(node), null);
    if (!reader) return null;
    reader.readReturns();
    const { returnsTuple } = this.framework.answers;
    const says = ({ kind, statusAt }: Answer) => statusAt !== null || (kind === 'response' && !returnsTuple);
    const known = reader.answers.every(
      (answer) => says(answer) && (answer.status !== 'dynamic' || answer.possible.length > 0),
    );
    if (!reader.answers.some(says)) return null;
    if (known && !reader.decidedElsewhere) return reader.answers;
    this.decidedElsewhere = true;
    return null;
  }

  /** The response that a variable holds: one that this handler gives it, or else the one that the file does. */
  private heldResponse(name: SyntaxNode): (AnswerStatus & Pick<Answer, 'body' | 'call'>) | null {
    const { dialect, names } = this.context;
    const given = new RegExp(`(?<![\\w$.])${forPattern(name.text)}(?=\\s*(?::[^=\\n;]{1,120})?=(?![=>]))`, 'g');
    const own = this.nodesInside(given, (node) => dialect.boundValue(node));
    const elsewhere = own.length === 0 ? names.valueBoundTo(name) : null;
    const made = [...own, ...(elsewhere ? [elsewhere] : [])].map((value) => this.responseCall(dialect.peel(value)));
    const responses = made.filter((response) => response !== null);
    const [first] = responses;
    if (!first || responses.length < made.length) return null;
    const codes = responses.flatMap(({ status, possible }) => (typeof status === 'number' ? [status] : possible));
    const one = responses.length === 1 ? first : null;
    const said = one ?? { status: 'dynamic' as const, possible: codes, statusAt: null, body: null, call: null };
    return { ...said, ...this.statusSetOn(name, said) };
  }

  /** `response.status_code = 201` on a response that the handler made and returns. */
  private statusSetOn(name: SyntaxNode, made: AnswerStatus): Partial<AnswerStatus & Pick<Answer, 'call'>> {
    const { dialect } = this.context;
    const { statusProperty } = this.framework.answers;
    const set = new RegExp(
      `(?<![\\w$.])${forPattern(name.text)}\\.${forPattern(statusProperty)}(?=\\s*=(?![=>]))`,
      'g',
    );
    const members = this.nodesInside(set, (node) => node.parent);
    const last = members.at(-1);
    const value = last ? dialect.boundValue(last) : null;
    if (!last || !value) return {};
    const codes = codesOf(value, this.context);
    const always = members.length === 1 && same(reachOf(last), this.handler.parts.body);
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

  private isMadeElsewhere(value: SyntaxNode): boolean {
    const { returnsResponse } = this.framework.answers;
    return (
      (returnsResponse || this.promisesResponse()) && /^(?:call|name|member)$/.test(this.context.dialect.kind(value))
    );
  }

  /** Does the handler's return type name a class of responses: what it hands on then has a status of its own. */
  private promisesResponse(): boolean {
    const type = this.handler.parts.returnType?.text ?? '';
    return (type.match(/[\w$]+/g) ?? []).some((word) => Object.hasOwn(this.framework.answers.responseClasses, word));
  }

  /** `body, status` or `body, status, headers`; null for a tuple or list without a status. */
  private tuple(node: SyntaxNode): (AnswerStatus & Pick<Answer, 'body'>) | null {
    const [body, status] = this.context.dialect.elements(node);
    const found = status ? this.statusOf(status) : null;
    if (!body || !found || (found.status === 'dynamic' && found.possible.length === 0)) return null;
    return { ...found, body: this.wrappedBody(body) };
  }

  /** A construction of one of the framework's response objects, or a call that makes one: `Response.json(...)`. */
  private responseCall(node: SyntaxNode): (AnswerStatus & Pick<Answer, 'body' | 'call'>) | null {
    const parts = this.context.dialect.call(node);
    const reference = parts ? this.context.names.resolve(parts.callee) : null;
    const name = reference ? responseClassOf(reference.path, this.framework) : null;
    if (!parts || !name || !isFrameworkName(reference, name, this.framework)) return null;
    const at = this.statusArgument(parts, name);
    const content = this.content(parts);
    return {
      ...(at ? this.statusOf(at) : { ...unsaid, status: this.framework.answers.responseClasses[name] ?? 'default' }),
      body: content && !same(content, at) ? this.wrappedBody(content) : null,
      call: answerCall(name, node, node, parts),
    };
  }

  private content(parts: CallParts): SyntaxNode | null {
    for (const keyword of this.framework.answers.contentKeywords) {
      const named = argument(parts, null, keyword);
      if (named) return named;
    }
    return argument(parts, 0, null);
  }

  /** What is sent by `jsonify(x), 204`: the content that the response around it is made of. */
  private wrappedBody(node: SyntaxNode): AnswerBody {
    const here = this.context.dialect.peel(node);
    const response = this.responseCall(here);
    const parts = response ? this.context.dialect.call(here) : null;
    if (!response || !parts) return bodyOf(node, this.context);
    const given = parts.arguments.length > 0;
    return {
      span: span(node),
      content: response.body?.content ?? (given ? 'value' : 'empty'),
      effects: parts.arguments.every((item) => effectsOf(item.value, this.context) === 'none') ? 'none' : 'inner',
      mayBeNothing: false,
      failure: response.body?.failure ?? false,
    };
  }

  /** Where a response's own status stands, by the framework's table. */
  private statusArgument(parts: CallParts, name: string): SyntaxNode | null {
    for (const { name: own, of, at } of this.framework.positions) {
      if (of === 'response' || of === 'router' || (own !== name && own !== lastName(name))) continue;
      const value = argument(parts, at.index ?? null, at.keyword ?? null);
      const found = value && at.property !== undefined ? this.property(value, at.property) : value;
      if (found) return found;
    }
    return null;
  }

  private property(node: SyntaxNode, name: string): SyntaxNode | null {
    const { dialect } = this.context;
    const pairs = dialect.pairs(dialect.peel(node));
    return pairs.find(({ key }) => (dialect.stringValue(key) ?? key.text) === name)?.value ?? null;
  }

  // ---- the response object ---------------------------------------------------------------------------------------

  private readResponseObject(name: string | null) {
    if (!name) return;
    const pattern = new RegExp(`(?<![\\w$.])${forPattern(name)}(?![\\w$])`, 'g');
    const { dialect, names } = this.context;
    const isName = (node: SyntaxNode) => dialect.kind(node) === 'name' || node.type === 'shorthand_property_identifier';
    const uses = this.nodesInside(pattern, (node) => (isName(node) ? node : null), true);
    for (const node of uses) {
      const bound = names.parameterOf(node);
      if (bound && same(bound.owner, this.handler.node) && !isParameterItself(node, this.handler)) this.readUse(node);
    }
  }

  private readUse(root: SyntaxNode) {
    const { dialect } = this.context;
    const { sends, statusSetters, statusProperty, bodyProperty, selfProperties } = this.framework.answers;
    let here = root;
    let status: SyntaxNode | null = null;
    for (let steps = 0; steps < 32; steps++) {
      const parent = here.parent;
      const member = parent ? dialect.member(parent) : null;
      if (!parent || !member || !same(member.object, here)) break;
      const name = member.property.text;
      if (same(here, root) && !this.isRead(name)) this.passedOn = true;
      if (selfProperties.includes(name)) {
        here = parent;
        continue;
      }
      const call = parent.parent ? dialect.call(parent.parent) : null;
      if (!parent.parent || !call || !same(call.callee, parent)) {
        if (name === statusProperty) this.readAssignment(parent);
        if (name === bodyProperty) this.readBodyAssignment(root, parent);
        return;
      }
      here = parent.parent;
      if (statusSetters.includes(name)) status = call.arguments[0]?.value ?? null;
      if (Object.hasOwn(sends, name)) {
        this.answers.push(this.sent(name, root, member.object, here, call, status));
        return;
      }
    }
    if (status) this.write(status, here);
    else if (same(here, root)) this.readEscape(root);
    if (same(here, root)) this.passedOn = true;
  }

  private sent(
    name: string,
    root: SyntaxNode,
    object: SyntaxNode,
    node: SyntaxNode,
    parts: CallParts,
    setter: SyntaxNode | null,
  ): Answer {
    const send = this.framework.answers.sends[name] ?? {};
    const { dialect } = this.context;
    // `redirect(url)` and `redirect(301, url)`: the status is there only when another argument follows it.
    const own = send.status !== undefined && parts.arguments.length > (send.fixed ? 1 : 0) ? send.status : null;
    const given = own === null ? null : (parts.arguments[own]?.value ?? null);
    // A status may come in an object with headers: `c.json(x, { status: 201 })`.
    const at = (given && dialect.kind(given) === 'mapping' ? this.property(given, 'status') : given) ?? setter;
    const content = send.body === undefined ? null : (parts.arguments[send.body]?.value ?? null);
    const body = content && (send.serialises || dialect.kind(dialect.peel(content)) !== 'none') ? content : null;
    const whole = dialect.wholeStatement(node);
    return {
      kind: send.fixed ? 'response' : 'send',
      span: { start: root.startIndex, end: node.endIndex },
      statement: whole ? span(whole) : null,
      ...(whole ? this.positionOf(whole) : { last: false, alone: false }),
      ...(at ? this.statusOf(at) : { ...unsaid, status: send.defaultStatus ?? 'default' }),
      body: body ? bodyOf(body, this.context) : null,
      call: answerCall(name, node, object, parts),
    };
  }

  private statusOf(node: SyntaxNode): AnswerStatus {
    return written(this.codes(node), span(node));
  }

  private codes(node: SyntaxNode): number[] {
    return codesOf(this.givenFor(node) ?? node, this.context);
  }

  /** What the call of a helper gives the parameter that stands here; null where it is none or is given anew inside. */
  private givenFor(node: SyntaxNode): SyntaxNode | null {
    const { dialect, names } = this.context;
    const here = dialect.peel(node);
    const owner = this.helper && dialect.kind(here) === 'name' ? names.parameterOf(here)?.owner : null;
    if (!this.helper || !same(owner, this.handler.node) || names.bindingsOf(here).length > 1) return null;
    return this.helper.given.get(here.text) ?? null;
  }

  /** May a handler use this property of the response object without answering by it. */
  private isRead(name: string): boolean {
    return this.framework.answers.unanswered?.reads.test(name) ?? false;
  }

  private readAssignment(member: SyntaxNode) {
    const value = this.context.dialect.boundValue(member);
    if (value) this.write(value, member);
  }

  /** `ctx.body = x` answers with what it is given; nothing given is 204 by itself (koa/lib/response.js). */
  private readBodyAssignment(root: SyntaxNode, member: SyntaxNode) {
    const value = this.context.dialect.boundValue(member);
    if (!value) return;
    const empty = this.context.dialect.kind(this.context.dialect.peel(value)) === 'none';
    const whole = member.parent ? this.context.dialect.wholeStatement(member.parent) : null;
    this.answers.push({
      kind: 'send',
      span: { start: root.startIndex, end: value.endIndex },
      statement: whole ? span(whole) : null,
      ...(whole ? this.positionOf(whole) : { last: false, alone: false }),
      ...(empty ? { ...unsaid, status: 204 } : unsaid),
      body: empty ? null : bodyOf(value, this.context),
      call: null,
    });
  }

  private write(value: SyntaxNode, at: SyntaxNode) {
    this.writes.push({
      codes: this.codes(value),
      value: span(value),
      span: span(at),
      unsent: this.isUnsent(at),
      at: at.startIndex,
      reach: span(reachOf(at)),
      elsewhere: false,
    });
  }

  private isUnsent(write: SyntaxNode): boolean {
    if (this.framework.answers.emptySend === null || this.helper) return false;
    const name = responseName(this.handler, this.framework, this.context);
    return name !== null && endsUnsent(write, name, this.handler, this.context);
  }

  /** The response object handed to something else: a helper of this file is read, any other may do what it likes. */
  private readEscape(root: SyntaxNode) {
    const { dialect } = this.context;
    const place = dialect.place(root);
    if (place?.kind !== 'argument' && place?.kind !== 'keyword') {
      // Under another name or inside another object it is followed no further.
      const renamed = place?.kind === 'assigned' || place?.kind === 'property' || dialect.kind(root) !== 'name';
      if (renamed) this.decidedElsewhere = true;
      return;
    }
    const reader = this.helperReader(dialect.call(place.call), place);
    if (!reader) {
      if (place.kind === 'argument') this.decidedElsewhere = true;
      return;
    }
    reader.readResponseObject(reader.helper?.response ?? null);
    const sent = reader.answers.map((answer) => reader.withPendingStatus(answer));
    const told = sent.filter(({ status }) => status === 'dynamic').map(({ possible }) => possible);
    const unknown = [...told, ...reader.writes.map(({ codes }) => codes)].some((codes) => codes.length === 0);
    if (reader.decidedElsewhere || unknown) {
      this.decidedElsewhere = true;
      return;
    }
    const whole = dialect.wholeStatement(place.call);
    const position = {
      statement: whole ? span(whole) : null,
      ...(whole ? this.positionOf(whole) : { last: false, alone: false }),
    };
    this.answers.push(...sent.map((answer) => answerThrough(answer, span(place.call), position)));
    if (sent.length > 0 && !this.framework.answers.returnsBody) return;
    const at = {
      value: span(place.call),
      span: span(place.call),
      unsent: false,
      at: place.call.startIndex,
      reach: span(reachOf(place.call)),
    };
    this.writes.push(...reader.writes.map(({ codes }) => ({ ...at, codes, elsewhere: true })));
  }

  /** A reader for the function of this file that is called; given a place, for what it does with the value there. */
  private helperReader(parts: CallParts | null, place: Place | null): HandlerReader | null {
    const depth = (this.helper?.depth ?? 0) + 1;
    const call = parts && depth <= deepestHelper ? helperCall(parts, this.context) : null;
    const response = call && place ? parameterAt(place, call)?.name : null;
    if (!call || response === undefined || response === '') return null;
    const given = new Map([...call.given].map(([name, node]) => [name, this.givenFor(node) ?? node]));
    return new HandlerReader(call.handler, this.framework, this.context, { given, response, depth });
  }

  /** A send without a status of its own takes the one set before it in a block around it. */
  private withPendingStatus(answer: Answer): Answer {
    if (answer.status !== 'default' || this.framework.answers.returnsBody) return answer;
    const anywhere = this.framework.answers.bodyProperty !== null;
    const before = this.writes.filter(
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

  private settled(): readonly number[] {
    const body = span(this.handler.parts.body);
    const whole = this.writes.filter((write) => write.reach.start === body.start && write.reach.end === body.end);
    return whole.at(-1)?.codes ?? [];
  }

  // ---- bodies and statements -------------------------------------------------------------------------------------

  private positionOf(statement: SyntaxNode): Pick<Answer, 'last' | 'alone'> {
    const siblings = statement.parent ? this.context.dialect.statements(statement.parent) : [];
    const own = this.context.dialect.statements(this.handler.parts.body);
    return { last: same(own.at(-1), statement), alone: siblings.length === 1 };
  }

  private isStub(): boolean {
    const { dialect } = this.context;
    const statements = dialect.statements(this.handler.parts.body);
    if (statements.length === 0) return dialect.kind(this.handler.parts.body) === 'other';
    return statements.every(
      (statement) =>
        statement.type === 'pass_statement' ||
        (statement.type === 'expression_statement' &&
          /^(?:ellipsis|string)$/.test(statement.namedChild(0)?.type ?? '')),
    );
  }

  private endsInException(): boolean {
    const { body } = this.handler.parts;
    const last = this.context.dialect.statements(body).at(-1) ?? body;
    return /^(?:raise|throw)_statement$/.test(last.type) || this.raises(last);
  }

  /** `ctx.throw(404)`, `next(error)`, alone or returned. */
  private raises(statement: SyntaxNode): boolean {
    const { dialect, names } = this.context;
    const { raises } = this.framework.answers;
    const whole = /^(?:expression|return)_statement$/.test(statement.type) ? statement.namedChildren[0] : statement;
    const call = whole && raises.length > 0 ? dialect.call(dialect.peel(whole)) : null;
    if (!call || call.arguments.length === 0) return false;
    const member = dialect.member(call.callee);
    const parameter = names.parameterOf(member ? member.object : call.callee);
    return raises.includes((member ? member.property : call.callee).text) && same(parameter?.owner, this.handler.node);
  }

  private isUnanswered(): boolean {
    const silent = this.answers.length === 0 && this.writes.length === 0 && !this.decidedElsewhere;
    // A parameter behind the response object's passes the request on.
    return silent && !this.passedOn && this.handler.parts.parameters.length === 1 && !this.isStub();
  }

  /** Nodes inside the handler; those of functions nested in it only where `nested` asks for them. */
  private nodesInside(pattern: RegExp, pick: (node: SyntaxNode) => SyntaxNode | null, nested = false): SyntaxNode[] {
    const { node } = this.handler;
    return nodesAt(
      this.context.root,
      this.context.text,
      pattern,
      (found) => {
        const picked = pick(found);
        if (picked && isOutside(picked, this.handler)) return null;
        return picked && (nested || same(enclosingFunction(picked, this.context), node)) ? picked : null;
      },
      node.startIndex,
      node.endIndex,
    );
  }
}

type AnswerStatus = Pick<Answer, 'status' | 'possible' | 'statusAt'>;

const unsaid = { status: 'default', possible: [], statusAt: null } as const;
const nothing = { kind: 'nothing', ...unsaid, body: null, call: null } as const;

function written(codes: readonly number[], at: Span): AnswerStatus {
  const [code] = codes;
  return codes.length === 1 && code !== undefined
    ? { status: code, possible: [], statusAt: at }
    : { status: 'dynamic', possible: codes, statusAt: at };
}

export function argumentList(parts: CallParts): ArgumentList {
  return {
    span: { start: parts.list.startIndex + 1, end: parts.list.endIndex - 1 },
    arguments: parts.arguments.map((item) => ({ name: item.name, span: span(item.node), value: span(item.value) })),
  };
}

export function answerCall(name: string, node: SyntaxNode, object: SyntaxNode, parts: CallParts): AnswerCall {
  const start = object === node ? node.startIndex : object.endIndex;
  return { name, span: { start, end: node.endIndex }, arguments: argumentList(parts) };
}

/** The key of the table of response classes that a path ends in; null where none does. */
export function responseClassOf(path: string, framework: Framework): string | null {
  const classes = framework.answers.responseClasses;
  const two = path.split('.').slice(-2).join('.');
  return [two, lastName(path)].find((name) => Object.hasOwn(classes, name)) ?? null;
}

export function enclosingFunction(node: SyntaxNode, context: ScanContext): SyntaxNode | null {
  return enclosing(node, context.dialect.functions);
}

/** The block a statement is in, or the statement alone where it is the branch of an `if` without braces. */
function reachOf(node: SyntaxNode): SyntaxNode {
  let here = node;
  while (here.parent && !/^(?:expression|return)_statement$/.test(here.type)) here = here.parent;
  return here.parent && /(?:block|program|module|switch_case|switch_default)$/.test(here.parent.type)
    ? here.parent
    : here;
}

/** The handler's name for the response object, by its type or by the names and order of its parameters. */
export function responseName(handler: Handler, framework: Framework, context: ScanContext): string | null {
  const typed = handler.parts.parameters.find((parameter) => {
    const reference = parameter.type ? typeReference(parameter.type, context) : null;
    return framework.routing.responseTypes.some((name) => isFrameworkName(reference, name, framework));
  });
  if (typed) return typed.name;
  const index = responseParameter(handler.parts, framework);
  return index === null ? null : (handler.parts.parameters[index]?.name ?? null);
}

function isParameterItself(node: SyntaxNode, handler: Handler): boolean {
  return node.endIndex <= handler.parts.body.startIndex;
}
