/** Which status code an expression stands for: a number, a named constant, or what the file's own names hold. */

import { statusCode } from '../statusCodes';
import type { SyntaxNode } from '../syntax';
import { type Constant, constantOf, familiesOf, type ScanContext } from './context';
import { ownMember } from './members';
import { belongsTo, forPattern, joined } from './names';

/** Names followed from one to the next; further than any code goes, and an end to names that lead to each other. */
const deepest = 4;

/** The code an expression evaluates to, followed through names of the file; null where it cannot be told or is one of several. */
export function codeOf(node: SyntaxNode, context: ScanContext): number | null {
  const [code, other] = codesOf(node, context);
  return code !== undefined && other === undefined ? code : null;
}

/**
 * Every code an expression may have: that of each branch where it is a conditional, of each assignment where it is a
 * variable; empty where one cannot be told.
 */
export function codesOf(node: SyntaxNode, context: ScanContext, depth = 0): number[] {
  const branches = context.dialect.branches(context.dialect.peel(node));
  return together(branches.map((branch) => codesOfOne(context.dialect.peel(branch), context, depth)));
}

function codesOfOne(node: SyntaxNode, context: ScanContext, depth: number): number[] {
  const { dialect } = context;
  if (depth > deepest) return [];
  const kind = dialect.kind(node);
  if (kind === 'number') return /^\d{1,4}$/.test(node.text) ? [Number(node.text)] : [];
  if (kind === 'call') return codesOfCall(node, context, depth);
  const constant = constantAt(node, context);
  if (constant) return [constant.code];
  if (kind === 'name') return codesOfName(node, context, depth);
  const member = dialect.member(node);
  if (member && /^(?:value|real)$/.test(member.property.text)) {
    const inner = dialect.peel(member.object);
    if (dialect.kind(inner) !== 'name') return codesOf(inner, context, depth + 1);
  }
  const named = memberAt(node, context);
  return named ? codesOfMember(named.object, named.name, context, depth) : [];
}

/** The constant of a family that an expression names: `HTTPStatus.CREATED`, `HTTPStatus["CREATED"]`. */
export function constantAt(node: SyntaxNode, context: ScanContext): Constant | null {
  const families = familiesOf(context.frameworks);
  const subscript = context.dialect.subscript(node);
  if (!subscript) return constantOf(context.names.resolve(node), families);
  const key = context.dialect.stringValue(subscript.index);
  const reference = key === null ? null : context.names.resolve(subscript.object);
  return reference && key !== null ? constantOf({ ...reference, path: joined(reference.path, key) }, families) : null;
}

/** `HTTPStatus(404)`, and the like of an enum of this file: a call that looks a member up by its code. */
export function looksUp(callee: SyntaxNode, context: ScanContext): boolean {
  const reference = context.names.resolve(callee);
  if (!reference || reference.called || context.dialect.language !== 'python') return false;
  if (reference.module === null) return enumClass(callee, context);
  const path = joined(reference.module, reference.path);
  return familiesOf(context.frameworks).some((family) => 'OK' in family.members && family.paths.includes(path));
}

function enumClass(name: SyntaxNode, context: ScanContext): boolean {
  const [binding, other] = context.dialect.kind(name) === 'name' ? context.names.bindingsOf(name) : [];
  const bases = binding?.value && !other ? (context.dialect.class(binding.value)?.bases ?? []) : [];
  return bases.some((base) => {
    const reference = context.names.resolve(base);
    return belongsTo(reference?.module ?? null, ['enum']);
  });
}

function codesOfCall(node: SyntaxNode, context: ScanContext, depth: number): number[] {
  const parts = context.dialect.call(node);
  const [first, other] = parts?.arguments ?? [];
  return parts && first && !other && looksUp(parts.callee, context) ? codesOf(first.value, context, depth + 1) : [];
}

function codesOfName(name: SyntaxNode, context: ScanContext, depth: number): number[] {
  const bindings = context.names.bindingsOf(name);
  const codes = together(
    bindings.map(({ value, key }) => {
      if (!value) return [];
      return key === null ? codesOf(value, context, depth + 1) : codesOfMember(value, key, context, depth);
    }),
  );
  // What starts as 0 or -1 and is given its codes on the way has none that can be relied on.
  return bindings.length > 1 && codes.some((code) => !statusCode(code)) ? [] : codes;
}

/** `Status.CREATED` and `Status["CREATED"]`, as object and name; null for anything else. */
function memberAt(node: SyntaxNode, { dialect }: ScanContext): { object: SyntaxNode; name: string } | null {
  const member = dialect.member(node);
  if (member) return { object: member.object, name: member.property.text };
  const subscript = dialect.subscript(node);
  const name = subscript ? dialect.stringValue(subscript.index) : null;
  return subscript && name !== null ? { object: subscript.object, name } : null;
}

/** What an enum, a class or an object literal of this file has under a name. */
function codesOfMember(object: SyntaxNode, name: string, context: ScanContext, depth: number): number[] {
  const { dialect, names, text } = context;
  if (dialect.kind(object) !== 'name') return [];
  const [binding, other] = names.bindingsOf(object);
  if (!binding?.value || binding.key !== null || other) return [];
  const holder = frozen(dialect.peel(binding.value), context);
  const pairs = dialect.kind(holder) === 'mapping' ? dialect.pairs(holder) : (dialect.class(holder)?.attributes ?? []);
  const [pair, again] = pairs.filter(({ key }) => (dialect.stringValue(key) ?? key.text) === name);
  const rewritten = new RegExp(`(?<![\\w$.])${forPattern(object.text)}\\.${forPattern(name)}\\s*=(?!=)`);
  return pair && !again && !rewritten.test(text) ? codesOf(pair.value, context, depth + 1) : [];
}

/** The object inside `Object.freeze({ ... })`. */
function frozen(node: SyntaxNode, { dialect }: ScanContext): SyntaxNode {
  const parts = dialect.call(node);
  const first = parts?.callee.text === 'Object.freeze' ? parts.arguments[0] : undefined;
  return first ? dialect.peel(first.value) : node;
}

/** All of them, each once; none where one of them is not known. */
function together(each: readonly number[][]): number[] {
  return each.every((codes) => codes.length > 0) ? [...new Set(each.flat())] : [];
}

/** The text of a string expression, with variables of the file filled in; null where it cannot be told. */
export function textOf(node: SyntaxNode, context: ScanContext, depth = 0): string | null {
  const { dialect } = context;
  const here = dialect.peel(node);
  const plain = dialect.stringValue(here);
  if (plain !== null || depth > 4) return plain;
  if (dialect.kind(here) === 'name') {
    const value = context.names.parameterOf(here) ? null : context.names.valueBoundTo(here);
    return value && textOf(value, context, depth + 1);
  }
  const member = dialect.member(here);
  if (member?.object.text === 'this') {
    const value = ownMember(here, member.property.text, context);
    return value && textOf(value, context, depth + 1);
  }
  const parts = dialect
    .textParts(here)
    .map((part) => (typeof part === 'string' ? part : textOf(part, context, depth + 1)));
  return parts.length > 0 && parts.every((part) => part !== null) ? parts.join('') : null;
}
