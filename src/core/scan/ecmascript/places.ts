/** Where a value of JavaScript or TypeScript goes, and what may be written in its place. */

import type { Slot } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { Place } from '../dialect';
import { code, field, same } from '../nodes';
import { callParts, kindOf, memberParts, peel, stringValue, wrappers } from './expressions';

const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=']);
const choices = new Set(['||', '??', '&&']);
const choosers = new Set(['ternary_expression', 'binary_expression']);
const fixedPlaces = new Set(['enum_assignment', 'literal_type']);
const binders = new Set([
  'variable_declarator',
  'required_parameter',
  'optional_parameter',
  'public_field_definition',
  'assignment_pattern',
  'object_assignment_pattern',
]);
const blocks = new Set(['statement_block', 'program', 'switch_case', 'switch_default']);

export function place(value: SyntaxNode): Place | null {
  let child = value;
  for (let steps = 0; steps < 8; steps++) {
    const parent = child.parent;
    if (!parent) return null;
    if (!wrappers.has(parent.type)) {
      switch (parent.type) {
        case 'ternary_expression':
          if (same(field(parent, 'condition'), child)) return null;
          break;
        case 'binary_expression': {
          const operator = field(parent, 'operator')?.type ?? '';
          if (comparisons.has(operator)) {
            const left = field(parent, 'left');
            const other = same(left, child) ? field(parent, 'right') : left;
            return other ? { kind: 'compared', with: peel(other) } : null;
          }
          if (!choices.has(operator)) return null;
          break;
        }
        case 'array': {
          // `[200, 201].includes(response.status)`
          const call = parent.parent?.type === 'member_expression' ? parent.parent.parent : null;
          const parts = call ? callParts(call) : null;
          const other = parts?.callee.text.endsWith('.includes') ? parts.arguments[0] : undefined;
          if (other) return { kind: 'compared', with: other.value };
          const index = code(parent).findIndex((element) => same(element, child));
          return index >= 0 ? { kind: 'listed', index, list: parent } : null;
        }
        case 'arguments': {
          const call = parent.parent;
          const index = code(parent).findIndex((argument) => same(argument, child));
          return call && kindOf(call) === 'call' && index >= 0 ? { kind: 'argument', call, index } : null;
        }
        case 'computed_property_name': {
          const mapping = parent.parent?.parent;
          return mapping?.type === 'object' ? { kind: 'key', mapping } : null;
        }
        case 'pair':
          return pairPlace(parent, child);
        case 'assignment_expression': {
          const target = field(parent, 'left');
          return target && !same(target, child) ? { kind: 'assigned', target } : null;
        }
        case 'variable_declarator':
        case 'public_field_definition':
        case 'enum_assignment': {
          const target = field(parent, 'name');
          return target && !same(target, child) ? { kind: 'assigned', target } : null;
        }
        case 'required_parameter':
        case 'optional_parameter': {
          const target = field(parent, 'pattern');
          return target && !same(target, child) ? { kind: 'assigned', target } : null;
        }
        case 'switch_case': {
          const statement = parent.parent?.parent;
          const subject = statement?.type === 'switch_statement' ? field(statement, 'value') : null;
          return subject && same(field(parent, 'value'), child) ? { kind: 'compared', with: peel(subject) } : null;
        }
        case 'subscript_expression': {
          const object = field(parent, 'object');
          return object && !same(object, child) ? { kind: 'index', object } : null;
        }
        case 'return_statement':
        case 'arrow_function':
          return { kind: 'returned', index: null };
        default:
          return null;
      }
    }
    child = parent;
  }
  return null;
}

export function standsInFor(value: SyntaxNode): SyntaxNode | null {
  const choice = value.parent;
  const operator = choice?.type === 'binary_expression' ? field(choice, 'operator')?.type : undefined;
  if (operator !== '||' && operator !== '??') return null;
  return choice && same(field(choice, 'right'), value) ? field(choice, 'left') : null;
}

function pairPlace(pair: SyntaxNode, child: SyntaxNode): Place | null {
  const mapping = pair.parent;
  const key = field(pair, 'key');
  if (mapping?.type !== 'object' || !key) return null;
  if (same(key, child)) return { kind: 'key', mapping };
  return { kind: 'property', mapping, name: stringValue(key) ?? key.text };
}

export function slotOf(node: SyntaxNode): Slot {
  const parent = node.parent;
  if (same(parent ? memberParts(parent)?.object : null, node)) return 'fixed';
  if (parent?.type === 'computed_property_name') return 'bracketed';
  if (parent?.type === 'pair' && same(field(parent, 'key'), node)) return 'key';
  for (let here = parent; here; here = here.parent) {
    if (fixedPlaces.has(here.type)) return 'fixed';
    // Without a type of its own, what is bound to a constant would take on the type of its family.
    if (binders.has(here.type)) return field(here, 'type') || isConst(here) ? 'expression' : 'fixed';
    if (!wrappers.has(here.type) && !choosers.has(here.type)) break;
  }
  return 'expression';
}

/** Is it declared so that it never holds another value. */
function isConst(declarator: SyntaxNode): boolean {
  const declaration = declarator.parent;
  return declaration?.type === 'lexical_declaration' && field(declaration, 'kind')?.type === 'const';
}

export function wholeStatement(node: SyntaxNode): SyntaxNode | null {
  let child = node;
  let parent = child.parent;
  while (parent && wrappers.has(parent.type)) {
    child = parent;
    parent = child.parent;
  }
  const whole = parent?.type === 'expression_statement' || parent?.type === 'return_statement';
  // `if (x) return y` has no block to put another statement into.
  return whole && parent?.parent && blocks.has(parent.parent.type) ? parent : null;
}
