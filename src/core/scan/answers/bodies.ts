/** Reads what an answer sends: whether it tells the client anything, and what dropping it would lose. */

import type { AnswerBody } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import { lastName } from '../names';
import { nodesAt, span } from '../nodes';

/** In UTF-16 units. */
const longestAcknowledgement = 500;

export function bodyOf(node: SyntaxNode, context: ScanContext): AnswerBody {
  return {
    span: span(node),
    content: contentOf(node, context),
    effects: effectsOf(node, context),
    mayBeNothing: mayBeNothing(node, context),
    failure: isFailure(node, context),
  };
}

function contentOf(node: SyntaxNode, { dialect }: ScanContext): AnswerBody['content'] {
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

function mayBeNothing(node: SyntaxNode, { dialect }: ScanContext): boolean {
  const here = dialect.peel(node);
  const call = dialect.call(here);
  if (call) return !/^[A-Z]/.test(lastName(call.callee.text)) && here.type !== 'new_expression';
  return dialect.kind(here) === 'other';
}

/** What the body of a failure consists of. */
const saysFailure =
  /err|fail|success|^(?:ok|status|code|message|msg|reason|details?|title|type|hint|cause|stack|trace|timestamp|path|instance|description|help|docs?)$|_?code$|message|reason|detail/i;

/** A failure is one only where its sign cannot be empty: `error: null` and `errors: []` are successes. */
function isFailure(node: SyntaxNode, context: ScanContext): boolean {
  const { dialect } = context;
  const here = dialect.peel(node);
  if (dialect.kind(here) !== 'mapping' || here.endIndex - here.startIndex > longestAcknowledgement) return false;
  const pairs = dialect.pairs(here).map(({ key, value }) => ({ name: dialect.stringValue(key) ?? key.text, value }));
  // JSON-RPC and GraphQL tell errors their own way.
  if (pairs.some(({ name }) => name === 'jsonrpc' || name === 'data')) return false;
  if (tellsMore(here, context)) return false;
  const explains = pairs.some(
    ({ name, value }) => /^(?:errors?|message|msg|reason|detail)$/.test(name) && contentOf(value, context) !== 'empty',
  );
  return pairs.some(({ name, value }) => {
    const written = dialect.peel(value);
    if (/^errors?$/.test(name)) return isSomething(written, context);
    if (name === 'success' || (name === 'ok' && explains)) return /^[Ff]alse$/.test(written.text);
    return name === 'status' && /^(?:error|fail|failure)$/i.test(dialect.stringValue(written) ?? '');
  });
}

/** What has more to tell than the failure is a report: `{ reachable: false, url, error: "no answer" }`. */
function tellsMore(body: SyntaxNode, { dialect }: ScanContext): boolean {
  const shorthands = body.namedChildren.filter((child) => child !== null && /^[\w$]+$/.test(child.text));
  const told = dialect.pairs(body).filter(({ value }) => {
    const kind = dialect.kind(dialect.peel(value));
    return kind === 'name' || kind === 'member' || kind === 'call';
  });
  const names = [
    ...told.map(({ key }) => dialect.stringValue(key) ?? key.text),
    ...shorthands.map((node) => node?.text),
  ];
  return names.some((name) => name !== undefined && !saysFailure.test(name));
}

/** Text, `true`, an object with members, or the message of an exception. */
function isSomething(node: SyntaxNode, { dialect }: ScanContext): boolean {
  const kind = dialect.kind(node);
  if (kind === 'string') return dialect.stringValue(node)?.trim() !== '';
  if (kind === 'mapping') return node.namedChildCount > 0;
  return /^(?:[Tt]rue|str\((?:e|ex|exc|err|error)\)|(?:e|ex|err|error)\.message)$/.test(node.text);
}

export function effectsOf(node: SyntaxNode, context: ScanContext): AnswerBody['effects'] {
  const { dialect } = context;
  const here = dialect.peel(node);
  const call = dialect.call(here);
  if (call) {
    // Constructing a model (`Message(message="gone")`, `new Date()`) is taken to do nothing that is missed.
    const constructs = /^[A-Z]/.test(lastName(call.callee.text)) || here.type === 'new_expression';
    const plain = call.arguments.every((item) => effectsOf(item.value, context) === 'none');
    return constructs && plain ? 'none' : constructs ? 'inner' : 'call';
  }
  const inside = nodesAt(
    here,
    context.text,
    /\(/g,
    (paren) => callAround(paren, here, context),
    here.startIndex,
    here.endIndex,
  );
  const waits = /\b(?:await|yield)\b|(?<![=!<>])=(?![=>])|\+\+|--/.test(withoutStrings(here));
  return inside.length > 0 || waits ? 'inner' : 'none';
}

/** The text of an expression with its strings left out and keyword arguments' equal signs kept away by the caller. */
function withoutStrings(node: SyntaxNode): string {
  return node.text.replace(/"[^"\n]*"|'[^'\n]*'/g, '""');
}

function callAround(paren: SyntaxNode, inside: SyntaxNode, context: ScanContext): SyntaxNode | null {
  const call = paren.parent?.parent ?? null;
  if (!call || call.startIndex < inside.startIndex || call.endIndex > inside.endIndex) return null;
  return context.dialect.call(call) ? call : null;
}
