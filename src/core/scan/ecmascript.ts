/** JavaScript and TypeScript syntax in the scan's terms: node types of tree-sitter-typescript and its TSX twin. */

import type { Span } from '../model';
import type { SyntaxNode } from '../syntax';
import type {
  Binding,
  Branch,
  ClassParts,
  Dialect,
  FunctionParts,
  ImportStatement,
  Kind,
  ParameterParts,
  Place,
} from './dialect';
import { code, enclosing, field, lookThrough, nodesAt, pairs, same } from './nodes';

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

const wrappers = new Set([
  'parenthesized_expression',
  'await_expression',
  'as_expression',
  'satisfies_expression',
  'non_null_expression',
  'type_assertion',
]);

const declarations = new Set(['function_declaration', 'class_declaration', 'abstract_class_declaration']);
const blocks = new Set(['statement_block', 'program', 'switch_case', 'switch_default']);
const classes = new Set(['class', 'class_declaration', 'abstract_class_declaration', 'enum_declaration']);
const comparisons = new Set(['==', '===', '!=', '!==', '<', '<=', '>', '>=']);
const fixedPlaces = new Set(['enum_assignment', 'literal_type']);
const binders = new Set([
  'variable_declarator',
  'required_parameter',
  'optional_parameter',
  'public_field_definition',
  'assignment_pattern',
  'object_assignment_pattern',
]);
const choosers = new Set(['ternary_expression', 'binary_expression']);
const choices = new Set(['||', '??', '&&']);

export const ecmascript: Dialect = {
  language: 'ecmascript',
  functions: new Set(Object.keys(kinds).filter((type) => kinds[type] === 'function')),
  kind: (node) => kinds[node.type] ?? 'other',

  imports(root, text) {
    return nodesAt(root, text, /(?<![\w$.])(?:import\b(?!\s*[.(])|require\s*\()/g, (node) => {
      const statement = node.type === 'import' ? node.parent : null;
      if (statement?.type === 'import_statement') return statement;
      const call = node.type === '(' ? node.parent?.parent : null;
      const value = call?.parent?.type === 'member_expression' ? call.parent : call;
      const declarator = call?.type === 'call_expression' ? value?.parent : null;
      return declarator?.type === 'variable_declarator' ? declarator : null;
    }).flatMap((node) => (node.type === 'import_statement' ? importStatement(node) : requireDeclarator(node)));
  },

  call(node) {
    const callee = field(node, 'function') ?? field(node, 'constructor');
    if (kinds[node.type] !== 'call' || !callee) return null;
    const list = field(node, 'arguments');
    // `new HttpError` without parentheses and tagged templates have no list of arguments.
    if (list?.type !== 'arguments') return null;
    return {
      callee,
      list,
      arguments: code(list).map((argument) => ({
        name: argument.type === 'spread_element' ? '*' : null,
        node: argument,
        value: argument.type === 'spread_element' ? (code(argument)[0] ?? argument) : argument,
      })),
    };
  },

  member(node) {
    if (node.type !== 'member_expression') return null;
    const object = field(node, 'object');
    const property = field(node, 'property');
    return object && property ? { object, property } : null;
  },

  function(node) {
    return functionParts(node);
  },

  boundValue(name) {
    const parent = name.parent;
    if (parent && declarations.has(parent.type) && same(field(parent, 'name'), name)) return parent;
    if (parent?.type === 'variable_declarator' && same(field(parent, 'name'), name)) return field(parent, 'value');
    if (parent?.type === 'assignment_expression' && same(field(parent, 'left'), name)) return field(parent, 'right');
    return null;
  },

  binding,

  hidesFromFunctions: () => false,

  class(node) {
    const body = classes.has(node.type) ? field(node, 'body') : null;
    if (!body) return null;
    const members = code(body);
    const named = members.flatMap((member) => {
      const key = field(member, 'name');
      const value = field(member, 'value');
      const own = member.type === 'enum_assignment' || member.children.some((child) => child?.type === 'static');
      return key && value ? [{ key, value, own }] : [];
    });
    const method = members.find((member) => field(member, 'name')?.text === 'constructor');
    const heritage = code(node).find((child) => child.type === 'class_heritage');
    const clause = heritage ? code(heritage).find((child) => child.type === 'extends_clause') : null;
    const base = clause ? field(clause, 'value') : null;
    return {
      bases: base ? [base] : [],
      attributes: named.filter(({ own }) => own),
      fields: named.filter(({ own }) => !own),
      init: method ? functionParts(method) : null,
    };
  },

  subscript(node) {
    const object = node.type === 'subscript_expression' ? field(node, 'object') : null;
    const index = object ? field(node, 'index') : null;
    return object && index ? { object, index } : null;
  },

  pairs,

  elements: code,

  stringValue(node) {
    if (node.type !== 'string' && node.type !== 'template_string') return null;
    const parts = code(node);
    if (parts.some((part) => part.type === 'template_substitution')) return null;
    return parts.map((part) => part.text).join('');
  },

  textParts(node) {
    if (node.type === 'template_string') {
      return code(node).map((part) => (part.type === 'template_substitution' ? (code(part)[0] ?? '') : part.text));
    }
    return node.type === 'binary_expression' && field(node, 'operator')?.type === '+' ? code(node) : [];
  },

  peel: (node) => lookThrough(node, wrappers),
  branches(node) {
    const yes = node.type === 'ternary_expression' ? field(node, 'consequence') : null;
    const no = yes ? field(node, 'alternative') : null;
    return yes && no ? [yes, no] : [node];
  },
  place,

  slot(node) {
    const parent = node.parent;
    if (same(parent ? ecmascript.member(parent)?.object : null, node)) return 'fixed';
    if (parent?.type === 'computed_property_name') return 'bracketed';
    if (parent?.type === 'pair' && same(field(parent, 'key'), node)) return 'key';
    for (let here = parent; here; here = here.parent) {
      if (fixedPlaces.has(here.type)) return 'fixed';
      // Without a type of its own, what is bound to a constant would take on the type of its family.
      if (binders.has(here.type)) return field(here, 'type') || isConst(here) ? 'expression' : 'fixed';
      if (!wrappers.has(here.type) && !choosers.has(here.type)) break;
    }
    return 'expression';
  },

  decorated(call) {
    const decorator = call.parent?.type === 'decorator' ? call.parent : null;
    let next = decorator?.nextNamedSibling ?? null;
    while (next && (next.type === 'decorator' || next.isExtra)) next = next.nextNamedSibling;
    if (next?.type === 'method_definition' || next?.type === 'class_declaration') return next;
    return decorator?.parent?.type === 'class_declaration' ? decorator.parent : null;
  },

  decorators(node) {
    const before: SyntaxNode[] = [];
    for (let here = node.previousNamedSibling; here; here = here.previousNamedSibling) {
      if (here.type === 'decorator') before.unshift(here);
      else if (!here.isExtra) break;
    }
    const own = node.type === 'class_declaration' ? code(node).filter((child) => child.type === 'decorator') : [];
    return [...before, ...own].flatMap((decorator) => {
      const call = code(decorator)[0];
      return call?.type === 'call_expression' ? [call] : [];
    });
  },

  members(holder) {
    const list = holder.type === 'object' ? holder : field(holder, 'body');
    if (!list || (list !== holder && list.type !== 'class_body')) return [];
    return code(list).flatMap((item) => {
      if (item.type === 'shorthand_property_identifier') return [{ name: item.text, value: item }];
      const key = field(item, item.type === 'pair' ? 'key' : 'name');
      const value = item.type === 'method_definition' ? item : field(item, 'value');
      return key && value ? [{ name: ecmascript.stringValue(key) ?? key.text, value }] : [];
    });
  },

  classOf(node) {
    const declaration = node.type === 'method_definition' ? (node.parent?.parent ?? null) : null;
    return declaration ? classParts(declaration) : null;
  },

  branch,
  classParts,

  statements: (body) => (body.type === 'statement_block' ? code(body) : []),

  wholeStatement(node) {
    let child = node;
    let parent = child.parent;
    while (parent && wrappers.has(parent.type)) {
      child = parent;
      parent = child.parent;
    }
    const whole = parent?.type === 'expression_statement' || parent?.type === 'return_statement';
    // `if (x) return y` has no block to put another statement into.
    return whole && parent?.parent && blocks.has(parent.parent.type) ? parent : null;
  },
};

function branch(compared: SyntaxNode): Branch | null {
  const comparison = compared.parent;
  if (comparison?.type === 'switch_case') return caseBranch(comparison);
  const operator = comparison?.type === 'binary_expression' ? (field(comparison, 'operator')?.type ?? '') : '';
  if (!comparison || !/^[!=]==?$/.test(operator)) return null;
  let condition = comparison;
  let alone = true;
  // `a === "PUT" || a === "PATCH"`, and the opposite of it; `a === "PUT" && b` is false for more than the name.
  for (let up = condition.parent; up && /^(?:parenthesized|binary)_expression$/.test(up.type); up = up.parent) {
    if (field(up, 'operator')?.type === '&&') alone = false;
    condition = up;
  }
  const statement = condition.parent?.type === 'if_statement' ? condition.parent : null;
  const consequence = statement && field(statement, 'consequence');
  if (!statement || !consequence) return null;
  const otherwise = field(statement, 'alternative');
  if (operator.startsWith('!')) {
    if (otherwise) return { equal: span(otherwise), unequal: [span(consequence)] };
    return leaves(consequence) ? { equal: null, unequal: [span(consequence)] } : null;
  }
  const end = leaves(consequence) ? (statement.parent ?? statement).endIndex : statement.endIndex;
  return { equal: span(consequence), unequal: alone ? [{ start: consequence.endIndex, end }] : [] };
}

/** Does a block end by leaving the function. */
function leaves(block: SyntaxNode): boolean {
  const last = block.type === 'statement_block' ? code(block).at(-1) : block;
  return last !== undefined && /^(?:return|throw)_statement$/.test(last.type);
}

/** A case with those behind it that it falls into. */
function caseBranch(first: SyntaxNode): Branch {
  let last = first;
  while (field(last, 'body') === null && last.nextNamedSibling?.type === 'switch_case') last = last.nextNamedSibling;
  const others = first.parent ? code(first.parent).filter((item) => item.type === 'switch_default') : [];
  return { equal: { start: first.startIndex, end: last.endIndex }, unequal: others.map(span) };
}

function span(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}

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

function binding(name: SyntaxNode): Binding | null {
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

function classParts(node: SyntaxNode): ClassParts | null {
  if (!/^(?:abstract_)?class(?:_declaration)?$/.test(node.type)) return null;
  return { node, bases: [], methods: [], keyword: () => null, attribute: () => null };
}

/** A default import and a namespace import both stand for the module itself: a CommonJS package gives the same for both. */
function importStatement(node: SyntaxNode): ImportStatement[] {
  const source = field(node, 'source');
  const module = source ? ecmascript.stringValue(source) : null;
  if (module === null) return [];
  const names: { local: string; path: string }[] = [];
  let insertNameAt: number | null = null;
  const clause = code(node).find((child) => child.type === 'import_clause');
  for (const part of clause ? code(clause) : []) {
    if (part.type === 'identifier') names.push({ local: part.text, path: '' });
    if (part.type === 'namespace_import') names.push({ local: code(part)[0]?.text ?? '', path: '' });
    if (part.type !== 'named_imports') continue;
    for (const item of code(part)) {
      const name = field(item, 'name')?.text ?? '';
      names.push({ local: field(item, 'alias')?.text ?? name, path: name === 'default' ? '' : name });
      insertNameAt = item.endIndex;
    }
  }
  const typeOnly = /^import\s+type\b/.test(node.text.slice(0, 40));
  return [{ node, module, names, insertNameAt: typeOnly ? null : insertNameAt }];
}

/** `const express = require('express')`, `const { Router: R } = require('express')` and `= require('express').Router`. */
function requireDeclarator(node: SyntaxNode): ImportStatement[] {
  const target = field(node, 'name');
  const value = field(node, 'value');
  const member = value ? ecmascript.member(value) : null;
  const inner = member?.property.text ?? '';
  const whole = member?.object ?? value;
  const call = whole ? ecmascript.call(whole) : null;
  const module = call?.arguments[0] ? ecmascript.stringValue(call.arguments[0].value) : null;
  if (!target || !call || module === null || call.callee.text !== 'require') return [];
  if (target.type === 'identifier') {
    return [{ node, module, names: [{ local: target.text, path: inner }], insertNameAt: null }];
  }
  if (target.type !== 'object_pattern') return [];
  const items = code(target);
  const prefix = inner === '' ? '' : `${inner}.`;
  const names = items.flatMap((item) => {
    if (item.type === 'shorthand_property_identifier_pattern') {
      return [{ local: item.text, path: prefix + item.text }];
    }
    const key = item.type === 'pair_pattern' ? field(item, 'key') : null;
    const local = key ? field(item, 'value') : null;
    return key && local ? [{ local: local.text, path: prefix + key.text }] : [];
  });
  return [{ node, module, names, insertNameAt: inner === '' ? (items.at(-1)?.endIndex ?? null) : null }];
}

/** Is it declared so that it never holds another value. */
function isConst(declarator: SyntaxNode): boolean {
  const declaration = declarator.parent;
  return declaration?.type === 'lexical_declaration' && field(declaration, 'kind')?.type === 'const';
}

function functionParts(node: SyntaxNode): FunctionParts | null {
  const body = kinds[node.type] === 'function' ? field(node, 'body') : null;
  if (!body) return null;
  const list = field(node, 'parameters');
  const single = field(node, 'parameter');
  const returnType = field(node, 'return_type');
  return {
    name: field(node, 'name')?.text ?? null,
    parameters: list ? code(list).map(parameterParts) : single ? [{ name: single.text, type: null, value: null }] : [],
    returnType: returnType ? (code(returnType)[0] ?? null) : null,
    body,
  };
}

function parameterParts(node: SyntaxNode): ParameterParts {
  const name = field(node, 'pattern') ?? node;
  const type = field(node, 'type');
  return {
    name: name.type === 'identifier' ? name.text : '',
    type: type ? (code(type)[0] ?? null) : null,
    value: field(node, 'value'),
  };
}

function place(value: SyntaxNode): Place | null {
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
            return other ? { kind: 'compared', with: ecmascript.peel(other) } : null;
          }
          if (!choices.has(operator)) return null;
          break;
        }
        case 'array': {
          // `[200, 201].includes(response.status)`
          const call = parent.parent?.type === 'member_expression' ? parent.parent.parent : null;
          const parts = call ? ecmascript.call(call) : null;
          const other = parts?.callee.text.endsWith('.includes') ? parts.arguments[0] : undefined;
          return other ? { kind: 'compared', with: other.value } : null;
        }
        case 'arguments': {
          const call = parent.parent;
          const index = code(parent).findIndex((argument) => same(argument, child));
          return call && kinds[call.type] === 'call' && index >= 0 ? { kind: 'argument', call, index } : null;
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
          return subject && same(field(parent, 'value'), child)
            ? { kind: 'compared', with: ecmascript.peel(subject) }
            : null;
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

function pairPlace(pair: SyntaxNode, child: SyntaxNode): Place | null {
  const mapping = pair.parent;
  const key = field(pair, 'key');
  if (mapping?.type !== 'object' || !key) return null;
  if (same(key, child)) return { kind: 'key', mapping };
  return { kind: 'property', mapping, name: ecmascript.stringValue(key) ?? key.text };
}
