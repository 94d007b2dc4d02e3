/** Reads a handler: every place where it answers, what it sets the status to, and what it leaves to others. */

import type { Answer, AnswerBody, AnswerCall, ArgumentList, Framework, Span, StatusWrite } from '../model';
import type { SyntaxNode } from '../syntax';
import { isFrameworkName, type ScanContext } from './context';
import type { CallParts } from './dialect';
import { type Handler, isOutside } from './handlers';
import { forPattern, lastName } from './names';
import { nodesAt, same } from './nodes';
import { argument, responseParameter, typeReference } from './routers';
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

/** In UTF-16 units. */
const longestAcknowledgement = 500;

interface Write extends StatusWrite {
  readonly at: number;
  /** The block it stands in, as far as it reaches. */
  readonly reach: Span;
}

class HandlerReader {
  private readonly handler: Handler;
  private readonly framework: Framework;
  private readonly context: ScanContext;
  private readonly answers: Answer[] = [];
  private readonly writes: Write[] = [];
  private decidedElsewhere = false;
  /** May something else answer: the response object or the request is handed on. */
  private passedOn = false;

  constructor(handler: Handler, framework: Framework, context: ScanContext) {
    this.handler = handler;
    this.framework = framework;
    this.context = context;
  }

  read(): Reading {
    this.readResponseObject();
    this.readExits();
    this.readReturns();
    this.answers.sort((a, b) => a.span.start - b.span.start);
    const settled = this.framework.answers.returnsBody ? this.settled() : [];
    return {
      answers: this.answers.map((answer) => this.withPendingStatus(answer)),
      statusWrites: this.writes.map(({ codes, value }) => ({ codes, value })),
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
  private returns(answer: Answer) {
    if (this.framework.answers.returnsBody || answer.kind === 'response') this.answers.push(answer);
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
    return this.answers.some(({ span: at }) => at.start >= value.startIndex && at.end <= value.endIndex);
  }

  private returned(value: SyntaxNode, whole: Pick<Answer, 'statement' | 'last' | 'alone'>): Answer {
    const { dialect, names } = this.context;
    const direct = dialect.peel(value);
    const bound = dialect.kind(direct) === 'name' ? names.valueBoundTo(direct) : null;
    const tuple = this.framework.answers.returnsTuple && dialect.kind(direct) === 'list' ? this.tuple(direct) : null;
    if (tuple) return { ...whole, kind: 'value', span: span(value), ...tuple, call: null };
    const response = this.responseCall(direct) ?? (bound ? this.responseCall(dialect.peel(bound)) : null);
    if (response) {
      return { ...whole, kind: 'response', span: span(value), ...response };
    }
    return {
      ...whole,
      kind: 'value',
      span: span(value),
      ...unsaid,
      body: this.bodyOf(value),
      call: null,
    };
  }

  /** `body, status` or `body, status, headers`; null for a tuple or list without a status. */
  private tuple(node: SyntaxNode): (AnswerStatus & Pick<Answer, 'body'>) | null {
    const [body, status] = this.context.dialect.elements(node);
    const found = status ? this.statusOf(status) : null;
    if (!body || !found || (found.status === 'dynamic' && found.possible.length === 0)) return null;
    return { ...found, body: this.bodyOf(body) };
  }

  /** A construction of one of the framework's response objects, or a call that makes one: `Response.json(...)`. */
  private responseCall(node: SyntaxNode): (AnswerStatus & Pick<Answer, 'body' | 'call'>) | null {
    const parts = this.context.dialect.call(node);
    const reference = parts ? this.context.names.resolve(parts.callee) : null;
    const name = reference ? responseClassOf(reference.path, this.framework) : null;
    if (!parts || !name || !isFrameworkName(reference, name, this.framework)) return null;
    const at = this.statusArgument(parts, name);
    const content = argument(parts, 0, 'content');
    return {
      ...(at ? this.statusOf(at) : { ...unsaid, status: this.framework.answers.responseClasses[name] ?? 200 }),
      body: content && !same(content, at) ? this.bodyOf(content) : null,
      call: answerCall(name, node, node, parts),
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

  private readResponseObject() {
    const name = responseName(this.handler, this.framework, this.context);
    if (!name) return;
    const pattern = new RegExp(`(?<![\\w$.])${forPattern(name)}(?![\\w$])`, 'g');
    const { dialect, names } = this.context;
    const uses = this.nodesInside(pattern, (node) => (dialect.kind(node) === 'name' ? node : null), true);
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
      body: body ? this.bodyOf(body) : null,
      call: answerCall(name, node, object, parts),
    };
  }

  private statusOf(node: SyntaxNode): AnswerStatus {
    return written(codesOf(node, this.context), span(node));
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
      body: empty ? null : this.bodyOf(value),
      call: null,
    });
  }

  private write(value: SyntaxNode, at: SyntaxNode) {
    this.writes.push({
      codes: codesOf(value, this.context),
      value: span(value),
      at: at.startIndex,
      reach: span(reachOf(at)),
    });
  }

  /** The response object handed to something else: a helper may send and set what it likes. */
  private readEscape(root: SyntaxNode) {
    if (this.context.dialect.place(root)?.kind === 'argument') this.decidedElsewhere = true;
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
    return write ? { ...answer, ...written(write.codes, write.value) } : answer;
  }

  private settled(): readonly number[] {
    const body = span(this.handler.parts.body);
    const whole = this.writes.filter((write) => write.reach.start === body.start && write.reach.end === body.end);
    return whole.at(-1)?.codes ?? [];
  }

  // ---- bodies and statements -------------------------------------------------------------------------------------

  private bodyOf(node: SyntaxNode): AnswerBody {
    return { span: span(node), content: this.contentOf(node), effects: this.effectsOf(node) };
  }

  private contentOf(node: SyntaxNode): AnswerBody['content'] {
    const { dialect } = this.context;
    const here = dialect.peel(node);
    const kind = dialect.kind(here);
    if (kind === 'none') return 'empty';
    if (kind === 'string') {
      const text = dialect.stringValue(here);
      return text === null ? 'value' : text === '' ? 'empty' : 'acknowledgement';
    }
    if (kind === 'literal') return 'acknowledgement';
    // An acknowledgement is short; long data may have been passed over by the parser (core/literalData.ts).
    if (kind !== 'mapping' || here.endIndex - here.startIndex > longestAcknowledgement) return 'value';
    const pairs = dialect.pairs(here);
    if (here.namedChildCount === 0) return 'empty';
    const literal = pairs.every(({ value }) => {
      const inner = dialect.kind(dialect.peel(value));
      return inner === 'literal' || inner === 'none' || (inner === 'string' && dialect.stringValue(value) !== null);
    });
    return literal && pairs.length === here.namedChildCount ? 'acknowledgement' : 'value';
  }

  private effectsOf(node: SyntaxNode): AnswerBody['effects'] {
    const { dialect } = this.context;
    const here = dialect.peel(node);
    const call = dialect.call(here);
    if (call) {
      // Constructing a model (`Message(message="gone")`, `new Date()`) is taken to do nothing that is missed.
      const constructs = /^[A-Z]/.test(lastName(call.callee.text)) || here.type === 'new_expression';
      const plain = call.arguments.every((item) => this.effectsOf(item.value) === 'none');
      return constructs && plain ? 'none' : constructs ? 'inner' : 'call';
    }
    const inside = nodesAt(
      here,
      this.context.text,
      /\(/g,
      (paren) => callAround(paren, here, this.context),
      here.startIndex,
      here.endIndex,
    );
    const waits = /\b(?:await|yield)\b|(?<![=!<>])=(?![=>])|\+\+|--/.test(this.withoutStrings(here));
    return inside.length > 0 || waits ? 'inner' : 'none';
  }

  /** The text of an expression with its strings left out and keyword arguments' equal signs kept away by the caller. */
  private withoutStrings(node: SyntaxNode): string {
    return node.text.replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
  }

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

export function span(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

export function argumentList(parts: CallParts): ArgumentList {
  return {
    span: { start: parts.list.startIndex + 1, end: parts.list.endIndex - 1 },
    arguments: parts.arguments.map((item) => ({ name: item.name, span: span(item.node), value: span(item.value) })),
  };
}

function answerCall(name: string, node: SyntaxNode, object: SyntaxNode, parts: CallParts): AnswerCall {
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
  for (let here = node.parent; here; here = here.parent) {
    if (context.dialect.kind(here) === 'function') return here;
  }
  return null;
}

/** The block a statement is in, or the statement alone where it is the branch of an `if` without braces. */
function reachOf(node: SyntaxNode): SyntaxNode {
  let here = node;
  while (here.parent && !/^(?:expression|return)_statement$/.test(here.type)) here = here.parent;
  return here.parent && /(?:block|program|module|switch_case|switch_default)$/.test(here.parent.type)
    ? here.parent
    : here;
}

function callAround(paren: SyntaxNode, inside: SyntaxNode, context: ScanContext): SyntaxNode | null {
  const call = paren.parent?.parent ?? null;
  if (!call || call.startIndex < inside.startIndex || call.endIndex > inside.endIndex) return null;
  return context.dialect.call(call) ? call : null;
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
