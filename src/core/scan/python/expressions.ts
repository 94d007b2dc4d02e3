/** Expressions of Python: their kinds, what they are made of, what they are wrapped in. */

import type { SyntaxNode } from '../../syntax';
import type { ArgumentParts, CallParts, Kind, MemberParts, SubscriptParts } from '../dialect';
import { code, field, lazyCall, lookThrough } from '../nodes';

const kinds: Readonly<Record<string, Kind>> = {
  identifier: 'name',
  attribute: 'member',
  call: 'call',
  integer: 'number',
  float: 'number',
  string: 'string',
  none: 'none',
  true: 'literal',
  false: 'literal',
  ellipsis: 'literal',
  dictionary: 'mapping',
  list: 'list',
  tuple: 'list',
  set: 'list',
  expression_list: 'list',
  lambda: 'function',
  function_definition: 'function',
  await: 'await',
};

export function kindOf(node: SyntaxNode): Kind {
  return kinds[node.type] ?? 'other';
}

/** The types of node whose kind is `function`. */
export const functions: ReadonlySet<string> = new Set(Object.keys(kinds).filter((type) => kinds[type] === 'function'));

/** What an expression may stand in without becoming another one. */
export const wrappers = new Set(['parenthesized_expression', 'await']);

export function peel(node: SyntaxNode): SyntaxNode {
  return lookThrough(node, wrappers);
}

export function callParts(node: SyntaxNode): CallParts | null {
  const callee = node.type === 'call' ? field(node, 'function') : null;
  const list = callee ? field(node, 'arguments') : null;
  if (!callee || !list) return null;
  return lazyCall(callee, list, () => (list.type === 'argument_list' ? code(list).map(argumentParts) : []));
}

export function argumentParts(node: SyntaxNode): ArgumentParts {
  if (node.type === 'keyword_argument') {
    return { name: field(node, 'name')?.text ?? '', node, value: field(node, 'value') ?? node };
  }
  if (node.type === 'dictionary_splat') return { name: '**', node, value: node };
  if (node.type === 'list_splat') return { name: '*', node, value: node };
  return { name: null, node, value: node };
}

export function memberParts(node: SyntaxNode): MemberParts | null {
  if (node.type !== 'attribute') return null;
  const object = field(node, 'object');
  const property = field(node, 'attribute');
  return object && property ? { object, property } : null;
}

export function subscriptParts(node: SyntaxNode): SubscriptParts | null {
  const object = node.type === 'subscript' ? field(node, 'value') : null;
  const index = object ? field(node, 'subscript') : null;
  return object && index ? { object, index } : null;
}

export function stringValue(node: SyntaxNode): string | null {
  if (node.type !== 'string') return null;
  const parts = code(node);
  if (parts.some((part) => part.type === 'interpolation')) return null;
  return parts.find((part) => part.type === 'string_content')?.text ?? '';
}

export function branchesOf(node: SyntaxNode): SyntaxNode[] {
  const [yes, , no] = node.type === 'conditional_expression' ? code(node) : [];
  return yes && no ? [yes, no] : [node];
}
