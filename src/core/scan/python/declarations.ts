/** Functions and classes of Python, and their decorators. */

import type { SyntaxNode } from '../../syntax';
import type { ClassParts, FunctionParts, Pair, ParameterParts } from '../dialect';
import { code, field } from '../nodes';
import { argumentParts } from './expressions';

export function functionParts(node: SyntaxNode): FunctionParts | null {
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

export function classParts(node: SyntaxNode): ClassParts | null {
  const body = node.type === 'class_definition' ? field(node, 'body') : null;
  if (!body) return null;
  const list = field(node, 'superclasses');
  const items = list ? code(list).map(argumentParts) : [];
  // What is in the body is asked for seldom, and long in long classes.
  return {
    node,
    // `ModelViewSet[Item]` is the class with a type filled in.
    bases: items
      .filter((item) => item.name === null)
      .map(({ value }) => (value.type === 'subscript' ? (field(value, 'value') ?? value) : value)),
    get methods() {
      return methodsIn(body);
    },
    get init() {
      const init = code(body).find((member) => field(member, 'name')?.text === '__init__');
      return init ? functionParts(init) : null;
    },
    get attributes() {
      return attributesIn(body);
    },
    get fields() {
      return attributesIn(body);
    },
    keyword: (name) => items.find((item) => item.name === name)?.value ?? null,
  };
}

function methodsIn(body: SyntaxNode): SyntaxNode[] {
  return code(body).flatMap((child) => {
    const definition = child.type === 'decorated_definition' ? field(child, 'definition') : child;
    return definition?.type === 'function_definition' ? [definition] : [];
  });
}

function attributesIn(body: SyntaxNode): Pair[] {
  return code(body).flatMap((statement) => {
    const assignment = statement.type === 'expression_statement' ? code(statement)[0] : null;
    const key = assignment?.type === 'assignment' ? field(assignment, 'left') : null;
    const value = key && assignment ? field(assignment, 'right') : null;
    return key && value ? [{ key, value }] : [];
  });
}

export function classOf(node: SyntaxNode): ClassParts | null {
  const outer = node.parent?.type === 'decorated_definition' ? node.parent : node;
  const definition = outer.parent?.parent;
  return definition ? classParts(definition) : null;
}

export function decorated(call: SyntaxNode): SyntaxNode | null {
  const definition = call.parent?.type === 'decorator' ? call.parent.parent : null;
  return definition?.type === 'decorated_definition' ? field(definition, 'definition') : null;
}

export function decoratorAt(root: SyntaxNode, at: number): SyntaxNode | null {
  const decorator = root.descendantForIndex(at, at + 1)?.parent;
  const call = decorator?.type === 'decorator' ? code(decorator)[0] : null;
  return call?.type === 'call' && field(call, 'arguments')?.type === 'argument_list' ? call : null;
}

export function methodAt(root: SyntaxNode, end: number): SyntaxNode | null {
  const name = root.descendantForIndex(end - 1, end);
  const definition = name?.type === 'identifier' ? name.parent : null;
  if (definition?.type !== 'function_definition') return null;
  const outer = definition.parent?.type === 'decorated_definition' ? definition.parent : definition;
  const owner = outer.parent?.type === 'block' ? outer.parent.parent : null;
  return owner?.type === 'class_definition' && field(owner, 'superclasses') ? name : null;
}

export function decorators(node: SyntaxNode): SyntaxNode[] {
  const definition = node.parent?.type === 'decorated_definition' ? node.parent : null;
  return (definition ? code(definition) : []).flatMap((child) => {
    const call = child.type === 'decorator' ? code(child)[0] : null;
    return call?.type === 'call' ? [call] : [];
  });
}
