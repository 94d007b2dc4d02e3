/** Where a value of Python goes, and what may be written in its place. */

import type { Slot } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { Place } from '../dialect';
import { code, field, same } from '../nodes';
import { memberParts, stringValue, wrappers } from './expressions';

const fixedPlaces = new Set(['interpolation', 'case_pattern', 'case_clause', 'type']);
const statement = /_statement$|^block$|^module$/;

export function place(value: SyntaxNode): Place | null {
  let child = value;
  for (let steps = 0; steps < 8; steps++) {
    const parent = child.parent;
    if (!parent) return null;
    switch (parent.type) {
      case 'parenthesized_expression':
      case 'boolean_operator':
        break;
      case 'conditional_expression':
        if (same(code(parent)[1], child)) return null;
        break;
      case 'expression_list':
      case 'tuple':
      case 'list':
      case 'set':
        if (parent.type !== 'list' && parent.parent?.type === 'return_statement') {
          return { kind: 'returned', index: code(parent).findIndex((element) => same(element, child)) };
        }
        if (parent.parent?.type !== 'comparison_operator') return listedPlace(parent, child);
        break;
      case 'argument_list':
        return argumentPlace(parent, child);
      case 'keyword_argument': {
        const call = parent.parent?.parent;
        const name = field(parent, 'name');
        return call?.type === 'call' && name && !same(name, child) ? { kind: 'keyword', call, name: name.text } : null;
      }
      case 'pair':
        return pairPlace(parent, child);
      case 'assignment':
      case 'default_parameter':
      case 'typed_default_parameter': {
        const target = field(parent, 'left') ?? field(parent, 'name');
        return target && !same(target, child) ? { kind: 'assigned', target } : null;
      }
      case 'comparison_operator': {
        const other = code(parent).find((operand) => !same(operand, child) && operand.type !== 'integer');
        return other ? { kind: 'compared', with: other } : null;
      }
      case 'union_pattern':
        break;
      case 'case_pattern': {
        const match = parent.parent?.parent?.parent;
        const subject = match?.type === 'match_statement' ? field(match, 'subject') : null;
        return subject ? { kind: 'compared', with: subject } : null;
      }
      case 'subscript': {
        const object = field(parent, 'value');
        return object && !same(object, child) ? { kind: 'index', object } : null;
      }
      case 'return_statement':
        return { kind: 'returned', index: null };
      default:
        return null;
    }
    child = parent;
  }
  return null;
}

function listedPlace(list: SyntaxNode, child: SyntaxNode): Place | null {
  const around = list.parent;
  const index = code(list).findIndex((element) => same(element, child));
  if (around?.type === 'for_statement' && same(field(around, 'right'), list)) {
    const target = field(around, 'left');
    return target ? { kind: 'assigned', target } : null;
  }
  // `{(404, "application/json"): ...}`
  const mapping = around?.type === 'pair' && same(field(around, 'key'), list) ? around.parent : null;
  if (mapping) return index === 0 ? { kind: 'key', mapping } : null;
  return { kind: 'listed', index, list };
}

export function standsInFor(value: SyntaxNode): SyntaxNode | null {
  const choice = value.parent;
  if (choice?.type !== 'boolean_operator' || field(choice, 'operator')?.type !== 'or') return null;
  return same(field(choice, 'right'), value) ? field(choice, 'left') : null;
}

function argumentPlace(list: SyntaxNode, child: SyntaxNode): Place | null {
  const call = list.parent;
  if (call?.type !== 'call') return null;
  const index = code(list)
    .filter((argument) => argument.type !== 'keyword_argument')
    .findIndex((argument) => same(argument, child));
  return index < 0 ? null : { kind: 'argument', call, index };
}

function pairPlace(pair: SyntaxNode, child: SyntaxNode): Place | null {
  const mapping = pair.parent;
  const key = field(pair, 'key');
  if (!mapping || !key) return null;
  if (same(key, child)) return { kind: 'key', mapping };
  return { kind: 'property', mapping, name: stringValue(key) ?? key.text };
}

export function slotOf(node: SyntaxNode): Slot {
  const member = node.parent ? memberParts(node.parent) : null;
  if (same(member?.object, node)) return 'fixed';
  for (let here = node.parent; here && !statement.test(here.type); here = here.parent) {
    if (fixedPlaces.has(here.type)) return 'fixed';
  }
  return 'expression';
}

export function wholeStatement(node: SyntaxNode): SyntaxNode | null {
  let child = node;
  let parent = child.parent;
  while (parent && wrappers.has(parent.type)) {
    child = parent;
    parent = child.parent;
  }
  return parent?.type === 'expression_statement' || parent?.type === 'return_statement' ? parent : null;
}
