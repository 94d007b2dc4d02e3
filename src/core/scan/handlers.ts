/** Follows what a registration is given to the function that answers, as far as the file shows it. */

import type { Span } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { FunctionParts } from './dialect';
import { memberOf, ownMember } from './members';
import { enclosing } from './nodes';

export interface Handler {
  readonly node: SyntaxNode;
  readonly parts: FunctionParts;
  /** Parts of the function that other methods are answered by. */
  readonly outside?: readonly Span[];
}

/** Does a node of the handler's function belong to another method. */
export function isOutside(node: SyntaxNode, { outside }: Handler): boolean {
  return outside?.some(({ start, end }) => start <= node.startIndex && node.endIndex <= end) ?? false;
}

/** The function that a node is inside of. */
export function enclosingFunction(node: SyntaxNode, context: ScanContext): SyntaxNode | null {
  return enclosing(node, context.dialect.functions);
}

const deepest = 5;

/** Null where the function is not in this file. A function without a name goes by the one it was found under. */
export function handlerOf(node: SyntaxNode, context: ScanContext, depth = 0): Handler | null {
  const { dialect } = context;
  const here = dialect.peel(node);
  const parts = dialect.function(here);
  if (parts) return { node: here, parts };
  if (depth > deepest) return null;
  switch (dialect.kind(here)) {
    case 'name': {
      const value = context.names.parameterOf(here) ? null : context.names.valueBoundTo(here);
      return value && named(handlerOf(value, context, depth + 1), here.text);
    }
    case 'member': {
      const value = memberValue(here, context);
      return value && named(handlerOf(value, context, depth + 1), dialect.member(here)?.property.text ?? '');
    }
    case 'list': {
      // `[authenticate, create]`: those in front pass the request on.
      const last = dialect.elements(here).at(-1);
      return last ? handlerOf(last, context, depth + 1) : null;
    }
    case 'mapping': {
      // `{ preHandler, handler }` of Fastify.
      const value = memberOf(here, 'handler', context);
      return value && handlerOf(value, context, depth + 1);
    }
    case 'call':
      return calledHandler(here, context, depth);
    default:
      return null;
  }
}

function named(handler: Handler | null, name: string): Handler | null {
  if (!handler || handler.parts.name !== null) return handler;
  return { ...handler, parts: { ...handler.parts, name } };
}

/** A wrapper (`asyncHandler(async (req, res) => ...)`), a bound method, or a function of the file that makes the handler. */
function calledHandler(node: SyntaxNode, context: ScanContext, depth: number): Handler | null {
  const { dialect } = context;
  const call = dialect.call(node);
  if (!call) return null;
  const member = dialect.member(call.callee);
  if (member?.property.text === 'bind') return handlerOf(member.object, context, depth + 1);
  const values = call.arguments.map((item) => dialect.peel(item.value));
  const inner = values.findLast((value) => dialect.kind(value) === 'function');
  if (inner) return handlerOf(inner, context, depth + 1);
  const maker = dialect.kind(call.callee) === 'name' ? handlerOf(call.callee, context, depth + 1) : null;
  const made = maker && dialect.function(dialect.peel(maker.parts.body));
  if (maker && made) return { node: dialect.peel(maker.parts.body), parts: made };
  for (const value of values.toReversed()) {
    const kind = dialect.kind(value);
    const handler = kind === 'name' || kind === 'member' ? handlerOf(value, context, depth + 1) : null;
    if (handler) return handler;
  }
  return null;
}

/** What `controller.create` stands for: a key of an object, a member of a class or of what is made of one. */
function memberValue(node: SyntaxNode, context: ScanContext): SyntaxNode | null {
  const { dialect, names } = context;
  const member = dialect.member(node);
  if (!member) return null;
  const object = dialect.peel(member.object);
  if (object.text === 'this') {
    return ownMember(node, member.property.text, context);
  }
  const made = dialect.kind(object) === 'call' ? object : null;
  const value =
    made ?? (dialect.kind(object) === 'name' && !names.parameterOf(object) ? names.valueBoundTo(object) : null);
  if (!value) return null;
  // `new Controller().create`: the class is what was called.
  const call = dialect.call(dialect.peel(value));
  const holder = call
    ? dialect.kind(call.callee) === 'name'
      ? names.valueBoundTo(call.callee)
      : null
    : dialect.peel(value);
  return holder && memberOf(holder, member.property.text, context);
}
