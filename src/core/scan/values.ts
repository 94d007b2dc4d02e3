/** Which status code an expression stands for: a number, a named constant, or a variable that holds one. */

import type { SyntaxNode } from '../syntax';
import { constantOf, familiesOf, type ScanContext } from './context';
import { ownMember } from './members';

/** The code an expression evaluates to, followed through variables of the file; null where it cannot be told. */
export function codeOf(node: SyntaxNode, context: ScanContext, depth = 0): number | null {
  const here = context.dialect.peel(node);
  const kind = context.dialect.kind(here);
  if (kind === 'number') return numberOf(here.text);
  if (kind !== 'name' && kind !== 'member') return null;
  const constant = constantOf(context.names.resolve(here), familiesOf(context.frameworks));
  if (constant) return constant.code;
  const value = kind === 'name' && !context.names.parameterOf(here) ? context.names.valueBoundTo(here) : null;
  return value && depth < 4 ? codeOf(value, context, depth + 1) : null;
}

/** Every code an expression may have: that of each branch where it is a conditional; empty where one cannot be told. */
export function codesOf(node: SyntaxNode, context: ScanContext): number[] {
  const branches = context.dialect.branches(context.dialect.peel(node));
  const codes = branches.map((branch) => codeOf(branch, context));
  return codes.every((code) => code !== null) ? [...new Set(codes)] : [];
}

function numberOf(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
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
