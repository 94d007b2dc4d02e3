/** What a comparison decides in JavaScript and TypeScript: the branches of an `if`, the cases of a `switch`. */

import type { SyntaxNode } from '../../syntax';
import type { Branch } from '../dialect';
import { code, field, span } from '../nodes';

export function branch(compared: SyntaxNode): Branch | null {
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
