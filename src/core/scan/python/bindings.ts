/** What names of Python are bound to where they stand, and where they are known by that. */

import type { SyntaxNode } from '../../syntax';
import type { Binding } from '../dialect';
import { enclosing, field, same } from '../nodes';

const scopes = new Set(['module', 'function_definition', 'lambda', 'class_definition']);
/** Where a name is given something that the place does not show. */
const opaqueTargets = new Set([
  'pattern_list',
  'tuple_pattern',
  'list_pattern',
  'list_splat_pattern',
  'dictionary_splat_pattern',
  'as_pattern_target',
  'parameters',
  'lambda_parameters',
  'typed_parameter',
  'nonlocal_statement',
  'delete_statement',
]);

export function boundValue(name: SyntaxNode): SyntaxNode | null {
  const parent = name.parent;
  if (parent?.type === 'function_definition' || parent?.type === 'class_definition') {
    return same(field(parent, 'name'), name) ? parent : null;
  }
  if (parent?.type !== 'assignment' && parent?.type !== 'named_expression') return null;
  const target = field(parent, 'left') ?? field(parent, 'name');
  return same(target, name) ? (field(parent, 'right') ?? field(parent, 'value')) : null;
}

export function binding(name: SyntaxNode): Binding | null {
  const parent = name.parent;
  if (!parent || name.type !== 'identifier') return null;
  const opaque = { value: null, key: null, scope: enclosing(name, scopes) };
  switch (parent.type) {
    case 'assignment': {
      const value = same(field(parent, 'left'), name) ? field(parent, 'right') : null;
      return value ? { ...opaque, value } : null;
    }
    case 'named_expression':
      return same(field(parent, 'name'), name) ? { ...opaque, value: field(parent, 'value') } : null;
    case 'function_definition':
    case 'class_definition':
      return same(field(parent, 'name'), name) ? { value: parent, key: null, scope: enclosing(parent, scopes) } : null;
    case 'augmented_assignment':
    case 'for_statement':
    case 'for_in_clause':
      return same(field(parent, 'left'), name) ? opaque : null;
    case 'default_parameter':
    case 'typed_default_parameter':
      return same(field(parent, 'name'), name) ? opaque : null;
    case 'global_statement':
      return { ...opaque, scope: outermost(name) };
    default:
      return opaqueTargets.has(parent.type) ? opaque : null;
  }
}

function outermost(node: SyntaxNode): SyntaxNode {
  let here = node;
  while (here.parent) here = here.parent;
  return here;
}
