/** What names of JavaScript and TypeScript are bound to where they stand, and where they are known by that. */

import type { SyntaxNode } from '../../syntax';
import type { Binding } from '../dialect';
import { enclosing, field, same } from '../nodes';

const declarations = new Set(['function_declaration', 'class_declaration', 'abstract_class_declaration']);
const functionScopes = new Set([
  'program',
  'function_declaration',
  'function_expression',
  'generator_function',
  'generator_function_declaration',
  'arrow_function',
  'method_definition',
]);
const blockScopes = new Set([
  ...functionScopes,
  'statement_block',
  'switch_body',
  'for_statement',
  'for_in_statement',
  'catch_clause',
]);

export function boundValue(name: SyntaxNode): SyntaxNode | null {
  const parent = name.parent;
  if (parent && declarations.has(parent.type) && same(field(parent, 'name'), name)) return parent;
  if (parent?.type === 'variable_declarator' && same(field(parent, 'name'), name)) return field(parent, 'value');
  if (parent?.type === 'assignment_expression' && same(field(parent, 'left'), name)) return field(parent, 'right');
  return null;
}

export function binding(name: SyntaxNode): Binding | null {
  const parent = name.parent;
  if (!parent) return null;
  if (name.type === 'shorthand_property_identifier_pattern') return destructured(name, name.text, parent);
  if (name.type !== 'identifier' && name.type !== 'type_identifier') return null;
  const opaque = { value: null, key: null, scope: enclosing(parent, blockScopes) };
  const named = same(field(parent, 'name'), name);
  switch (parent.type) {
    case 'variable_declarator': {
      const scope = enclosing(parent, parent.parent?.type === 'variable_declaration' ? functionScopes : blockScopes);
      if (!named) return null;
      const value = field(parent, 'value');
      return value ? { value, key: null, scope } : { ...opaque, scope, bare: true };
    }
    case 'function_declaration':
    case 'generator_function_declaration':
    case 'class_declaration':
    case 'abstract_class_declaration':
    case 'enum_declaration':
      return named ? { ...opaque, value: parent } : null;
    case 'assignment_expression':
      return same(field(parent, 'left'), name) ? { value: field(parent, 'right'), key: null, scope: null } : null;
    case 'augmented_assignment_expression':
      return same(field(parent, 'left'), name) ? { ...opaque, scope: null } : null;
    case 'update_expression':
      return { ...opaque, scope: null };
    case 'for_in_statement':
      return same(field(parent, 'left'), name) ? { ...opaque, scope: parent } : null;
    case 'catch_clause':
      return { ...opaque, scope: parent };
    case 'arrow_function':
      return same(field(parent, 'parameter'), name) ? { ...opaque, scope: parent } : null;
    case 'required_parameter':
    case 'optional_parameter':
      return same(field(parent, 'pattern'), name) ? opaque : null;
    case 'pair_pattern': {
      const key = field(parent, 'key');
      return key && same(field(parent, 'value'), name) ? destructured(name, key.text, parent.parent) : null;
    }
    case 'array_pattern':
    case 'rest_pattern':
    case 'object_assignment_pattern':
    case 'assignment_pattern':
      return same(field(parent, 'right'), name) ? null : opaque;
    default:
      return null;
  }
}

/** A name inside `{ ... }` on the left: of what, where that is a plain declaration. */
function destructured(name: SyntaxNode, key: string, pattern: SyntaxNode | null): Binding {
  const declarator = pattern?.type === 'object_pattern' ? pattern.parent : null;
  const plain = declarator?.type === 'variable_declarator';
  return { value: plain ? field(declarator, 'value') : null, key, scope: enclosing(name, blockScopes) };
}
