/** Python's syntax in the scan's terms: node types of tree-sitter-python. */

import type { SyntaxNode } from '../syntax';
import type {
  ArgumentParts,
  Binding,
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

const wrappers = new Set(['parenthesized_expression', 'await']);

const fixedPlaces = new Set(['interpolation', 'case_pattern', 'case_clause', 'type']);
const statement = /_statement$|^block$|^module$/;

export const python: Dialect = {
  language: 'python',
  functions: new Set(Object.keys(kinds).filter((type) => kinds[type] === 'function')),
  kind: (node) => kinds[node.type] ?? 'other',

  imports(root, text) {
    return nodesAt(root, text, /(?:^|;)[ \t]*(?:from|import)\b/gm, (node) =>
      lookUp(node, ['import_statement', 'import_from_statement']),
    ).map(importStatement);
  },

  call(node) {
    const callee = node.type === 'call' ? field(node, 'function') : null;
    const list = callee ? field(node, 'arguments') : null;
    if (!callee || !list) return null;
    return { callee, list, arguments: list.type === 'argument_list' ? code(list).map(argumentParts) : [] };
  },

  member(node) {
    if (node.type !== 'attribute') return null;
    const object = field(node, 'object');
    const property = field(node, 'attribute');
    return object && property ? { object, property } : null;
  },

  function(node) {
    return functionParts(node);
  },

  boundValue(name) {
    const parent = name.parent;
    if (parent?.type === 'function_definition' || parent?.type === 'class_definition') {
      return same(field(parent, 'name'), name) ? parent : null;
    }
    if (parent?.type !== 'assignment' && parent?.type !== 'named_expression') return null;
    const target = field(parent, 'left') ?? field(parent, 'name');
    return same(target, name) ? (field(parent, 'right') ?? field(parent, 'value')) : null;
  },

  binding,

  hidesFromFunctions: (scope) => scope.type === 'class_definition',

  class(node) {
    const body = node.type === 'class_definition' ? field(node, 'body') : null;
    if (!body) return null;
    const bases = field(node, 'superclasses');
    const attributes = code(body).flatMap((statement) => {
      const assignment = statement.type === 'expression_statement' ? code(statement)[0] : null;
      const key = assignment?.type === 'assignment' ? field(assignment, 'left') : null;
      const value = key && assignment ? field(assignment, 'right') : null;
      return key && value ? [{ key, value }] : [];
    });
    const method = code(body).find(
      (member) => member.type === 'function_definition' && field(member, 'name')?.text === '__init__',
    );
    return {
      bases: bases ? code(bases).filter((base) => base.type !== 'keyword_argument') : [],
      attributes,
      fields: attributes,
      init: method ? functionParts(method) : null,
    };
  },

  subscript(node) {
    const object = node.type === 'subscript' ? field(node, 'value') : null;
    const index = object ? field(node, 'subscript') : null;
    return object && index ? { object, index } : null;
  },

  pairs,

  elements: code,

  stringValue(node) {
    if (node.type !== 'string') return null;
    const parts = code(node);
    if (parts.some((part) => part.type === 'interpolation')) return null;
    return parts.find((part) => part.type === 'string_content')?.text ?? '';
  },

  peel: (node) => lookThrough(node, wrappers),
  branches(node) {
    const [yes, , no] = node.type === 'conditional_expression' ? code(node) : [];
    return yes && no ? [yes, no] : [node];
  },
  place,

  slot(node) {
    const member = node.parent ? python.member(node.parent) : null;
    if (same(member?.object, node)) return 'fixed';
    for (let here = node.parent; here && !statement.test(here.type); here = here.parent) {
      if (fixedPlaces.has(here.type)) return 'fixed';
    }
    return 'expression';
  },

  decorated(call) {
    const definition = call.parent?.type === 'decorator' ? call.parent.parent : null;
    return definition?.type === 'decorated_definition' ? field(definition, 'definition') : null;
  },

  decorators(node) {
    const definition = node.parent?.type === 'decorated_definition' ? node.parent : null;
    return (definition ? code(definition) : []).flatMap((child) => {
      const call = child.type === 'decorator' ? code(child)[0] : null;
      return call?.type === 'call' ? [call] : [];
    });
  },

  members: () => [],
  branch: () => null,
  textParts: () => [],

  classOf(node) {
    const outer = node.parent?.type === 'decorated_definition' ? node.parent : node;
    const definition = outer.parent?.parent;
    return definition ? classParts(definition) : null;
  },

  classParts,

  statements: code,

  wholeStatement(node) {
    let child = node;
    let parent = child.parent;
    while (parent && wrappers.has(parent.type)) {
      child = parent;
      parent = child.parent;
    }
    return parent?.type === 'expression_statement' || parent?.type === 'return_statement' ? parent : null;
  },
};

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

function binding(name: SyntaxNode): Binding | null {
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

function lookUp(node: SyntaxNode, types: readonly string[]): SyntaxNode | null {
  let here: SyntaxNode | null = node;
  for (let steps = 0; here && steps < 3; steps++, here = here.parent) {
    if (types.includes(here.type)) return here;
  }
  return null;
}

function importStatement(node: SyntaxNode): ImportStatement {
  const from = node.type === 'import_from_statement' ? (field(node, 'module_name')?.text ?? '') : null;
  const items = node.childrenForFieldName('name').filter((item) => item !== null);
  const names = items.map((item) => {
    const alias = item.type === 'aliased_import' ? field(item, 'alias') : null;
    const name = (alias ? field(item, 'name') : item)?.text ?? item.text;
    if (from !== null) return { local: alias?.text ?? name, path: name };
    // `import a.b` binds `a` to the module `a`; `import a.b as c` binds `c` to `a.b`.
    return alias ? { local: alias.text, module: name, path: '' } : { local: top(name), module: top(name), path: '' };
  });
  if (from !== null && names.length === 0) names.push({ local: '*', path: '' });
  const last = items.at(-1);
  return {
    node,
    module: from ?? items[0]?.text ?? '',
    names,
    insertNameAt: from !== null && last ? last.endIndex : null,
  };
}

function top(dotted: string): string {
  return dotted.split('.')[0] ?? dotted;
}

function argumentParts(node: SyntaxNode): ArgumentParts {
  if (node.type === 'keyword_argument') {
    return { name: field(node, 'name')?.text ?? '', node, value: field(node, 'value') ?? node };
  }
  if (node.type === 'dictionary_splat') return { name: '**', node, value: node };
  if (node.type === 'list_splat') return { name: '*', node, value: node };
  return { name: null, node, value: node };
}

function classParts(node: SyntaxNode): ClassParts | null {
  if (node.type !== 'class_definition') return null;
  const list = field(node, 'superclasses');
  const items = list ? code(list).map(argumentParts) : [];
  const body = field(node, 'body');
  return {
    node,
    // `ModelViewSet[Item]` is the class with a type filled in.
    bases: items
      .filter((item) => item.name === null)
      .map(({ value }) => (value.type === 'subscript' ? (field(value, 'value') ?? value) : value)),
    // Asked for seldom, and long in long classes.
    get methods() {
      return (body ? code(body) : []).flatMap((child) => {
        const definition = child.type === 'decorated_definition' ? field(child, 'definition') : child;
        return definition?.type === 'function_definition' ? [definition] : [];
      });
    },
    keyword: (name) => items.find((item) => item.name === name)?.value ?? null,
    attribute: (name) => (body ? classAttribute(body, name) : null),
  };
}

function classAttribute(body: SyntaxNode, name: string): SyntaxNode | null {
  for (const statement of code(body)) {
    const assignment = statement.type === 'expression_statement' ? code(statement)[0] : null;
    if (assignment?.type === 'assignment' && field(assignment, 'left')?.text === name)
      return field(assignment, 'right');
  }
  return null;
}

function functionParts(node: SyntaxNode): FunctionParts | null {
  const body = node.type === 'function_definition' || node.type === 'lambda' ? field(node, 'body') : null;
  if (!body) return null;
  const parameters = field(node, 'parameters');
  return {
    name: field(node, 'name')?.text ?? null,
    parameters: parameters ? code(parameters).flatMap(parameterParts) : [],
    returnType: field(node, 'return_type'),
    body,
  };
}

function parameterParts(node: SyntaxNode): ParameterParts[] {
  const name = node.type === 'identifier' ? node : (field(node, 'name') ?? code(node)[0]);
  if (name?.type !== 'identifier') return [];
  const type = field(node, 'type');
  return [{ name: name.text, type: type ? (code(type)[0] ?? null) : null, value: field(node, 'value') }];
}

function place(value: SyntaxNode): Place | null {
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
        if (parent.parent?.type !== 'comparison_operator') return null;
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
  return { kind: 'property', mapping, name: python.stringValue(key) ?? key.text };
}
