/** Expressions of JavaScript and TypeScript: their kinds, what they are made of, what they are wrapped in. */

import type { SyntaxNode } from '../../syntax';
import type { CallParts, Kind, MemberParts, SubscriptParts } from '../dialect';
import { code, field, lazyCall, lookThrough } from '../nodes';

const kinds: Readonly<Record<string, Kind>> = {
  identifier: 'name',
  shorthand_property_identifier: 'name',
  this: 'name',
  member_expression: 'member',
  call_expression: 'call',
  new_expression: 'call',
  number: 'number',
  string: 'string',
  template_string: 'string',
  null: 'none',
  undefined: 'none',
  true: 'literal',
  false: 'literal',
  object: 'mapping',
  array: 'list',
  arrow_function: 'function',
  function_expression: 'function',
  function_declaration: 'function',
  generator_function: 'function',
  generator_function_declaration: 'function',
  method_definition: 'function',
  await_expression: 'await',
};

export function kindOf(node: SyntaxNode): Kind {
  return kinds[node.type] ?? 'other';
}

/** The types of node whose kind is `function`. */
export const functions: ReadonlySet<string> = new Set(Object.keys(kinds).filter((type) => kinds[type] === 'function'));

/** What an expression may stand in without becoming another one. */
export const wrappers = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
]);

export function peel(node: SyntaxNode): SyntaxNode {
  return lookThrough(node, wrappers);
}

export function callParts(node: SyntaxNode): CallParts | null {
  const callee = field(node, 'function') ?? field(node, 'constructor');
  if (kindOf(node) !== 'call' || !callee) return null;
  const list = field(node, 'arguments');
  // `new HttpError` without parentheses and tagged templates have no list of arguments.
  if (list?.type !== 'arguments') return null;
  return lazyCall(callee, list, () =>
    code(list).map((argument) => ({
      name: argument.type === 'spread_element' ? '*' : null,
      node: argument,
      value: argument.type === 'spread_element' ? (code(argument)[0] ?? argument) : argument,
    })),
  );
}

export function memberParts(node: SyntaxNode): MemberParts | null {
  if (node.type !== 'member_expression') return null;
  const object = field(node, 'object');
  const property = field(node, 'property');
  return object && property ? { object, property } : null;
}

export function subscriptParts(node: SyntaxNode): SubscriptParts | null {
  const object = node.type === 'subscript_expression' ? field(node, 'object') : null;
  const index = object ? field(node, 'index') : null;
  return object && index ? { object, index } : null;
}

export function stringValue(node: SyntaxNode): string | null {
  if (node.type !== 'string' && node.type !== 'template_string') return null;
  const parts = code(node);
  if (parts.some((part) => part.type === 'template_substitution')) return null;
  return parts.map((part) => part.text).join('');
}

export function textParts(node: SyntaxNode): (string | SyntaxNode)[] {
  if (node.type === 'template_string') {
    return code(node).map((part) => (part.type === 'template_substitution' ? (code(part)[0] ?? '') : part.text));
  }
  return node.type === 'binary_expression' && field(node, 'operator')?.type === '+' ? code(node) : [];
}

export function branchesOf(node: SyntaxNode): SyntaxNode[] {
  const yes = node.type === 'ternary_expression' ? field(node, 'consequence') : null;
  const no = yes ? field(node, 'alternative') : null;
  return yes && no ? [yes, no] : [node];
}
