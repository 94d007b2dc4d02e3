/** Functions and classes of JavaScript and TypeScript, their decorators, and what objects and classes hold. */

import type { SyntaxNode } from '../../syntax';
import type { ClassParts, FunctionParts, NamedMember, Pair, ParameterParts } from '../dialect';
import { code, field } from '../nodes';
import { kindOf, stringValue } from './expressions';

const classes = new Set(['class', 'class_declaration', 'abstract_class_declaration', 'enum_declaration']);

export function functionParts(node: SyntaxNode): FunctionParts | null {
  const body = kindOf(node) === 'function' ? field(node, 'body') : null;
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

export function classParts(node: SyntaxNode): ClassParts | null {
  const body = classes.has(node.type) ? field(node, 'body') : null;
  if (!body) return null;
  // What is in the body is asked for seldom, and long in long classes.
  return {
    node,
    get bases() {
      const heritage = code(node).find((child) => child.type === 'class_heritage');
      const clause = heritage ? code(heritage).find((child) => child.type === 'extends_clause') : null;
      const base = clause ? field(clause, 'value') : null;
      return base ? [base] : [];
    },
    get methods() {
      return code(body).filter((member) => member.type === 'method_definition');
    },
    get init() {
      const init = code(body).find((member) => field(member, 'name')?.text === 'constructor');
      return init ? functionParts(init) : null;
    },
    get attributes() {
      return code(body).filter(isStatic).flatMap(named);
    },
    get fields() {
      return code(body)
        .filter((member) => !isStatic(member))
        .flatMap(named);
    },
    keyword: () => null,
  };
}

/** Is a member of a class or enum one of the class itself. */
function isStatic(member: SyntaxNode): boolean {
  return member.type === 'enum_assignment' || member.children.some((child) => child?.type === 'static');
}

/** A member that has a value, by its name. */
function named(member: SyntaxNode): Pair[] {
  const key = field(member, 'name');
  const value = field(member, 'value');
  return key && value ? [{ key, value }] : [];
}

export function classOf(node: SyntaxNode): ClassParts | null {
  const declaration = node.type === 'method_definition' ? (node.parent?.parent ?? null) : null;
  return declaration ? classParts(declaration) : null;
}

export function membersOf(holder: SyntaxNode): NamedMember[] {
  const list = holder.type === 'object' ? holder : field(holder, 'body');
  if (!list || (list !== holder && list.type !== 'class_body')) return [];
  return code(list).flatMap((item) => {
    if (item.type === 'shorthand_property_identifier') return [{ name: item.text, value: item }];
    const key = field(item, item.type === 'pair' ? 'key' : 'name');
    const value = item.type === 'method_definition' ? item : field(item, 'value');
    return key && value ? [{ name: stringValue(key) ?? key.text, value }] : [];
  });
}

export function decorated(call: SyntaxNode): SyntaxNode | null {
  const decorator = call.parent?.type === 'decorator' ? call.parent : null;
  let next = decorator?.nextNamedSibling ?? null;
  while (next && (next.type === 'decorator' || next.isExtra)) next = next.nextNamedSibling;
  if (next?.type === 'method_definition' || next?.type === 'class_declaration') return next;
  return decorator?.parent?.type === 'class_declaration' ? decorator.parent : null;
}

export function decorators(node: SyntaxNode): SyntaxNode[] {
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
}
