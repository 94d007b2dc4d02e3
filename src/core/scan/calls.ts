/** The arguments of calls: looked up, and as plain data. */

import type { ArgumentAt } from '../framework';
import type { AnswerCall, ArgumentList } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { ArgumentParts, CallParts } from './dialect';
import { lastName } from './names';
import { span } from './nodes';

/** The positional argument at an index or the keyword argument of a name. */
export function argument(parts: CallParts, index: number | null, keyword: string | null): SyntaxNode | null {
  const named = keyword === null ? undefined : parts.arguments.find((item) => item.name === keyword);
  if (named) return named.value;
  if (index === null) return null;
  const before = parts.arguments.slice(0, index + 1);
  // A spread argument makes every later index a guess.
  const sound = before.every((item: ArgumentParts) => item.name !== '*' && item.name !== '**');
  const positional = parts.arguments.filter((item) => item.name === null);
  return sound ? (positional[index]?.value ?? null) : null;
}

/** The argument at a place of a framework's table. */
export function argumentAt(parts: CallParts, at: ArgumentAt): SyntaxNode | null {
  return argument(parts, at.index ?? null, at.keyword ?? null);
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

export function calleeName(call: SyntaxNode, context: ScanContext): string | null {
  const callee = context.dialect.call(call)?.callee;
  if (!callee) return null;
  // An alias (`from fastapi import HTTPException as Problem`) goes by the name it was imported under.
  const reference = context.dialect.kind(callee) === 'name' ? context.names.resolve(callee) : null;
  return reference && reference.path !== '' && !reference.called
    ? lastName(reference.path)
    : propertyName(callee, context);
}

/** The last name of a member, or the name itself. */
export function propertyName(node: SyntaxNode, context: ScanContext): string {
  return context.dialect.member(node)?.property.text ?? node.text;
}
