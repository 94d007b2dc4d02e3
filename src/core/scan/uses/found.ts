/** What a use of a status code is while it is looked for, and the role that the place of a value gives it. */

import type { InvalidStatus, MisplacedUse, StatusUse, UseRole } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import { invalidNumber } from '../invalid';
import { misplacedAt } from '../misplaced';
import { same } from '../nodes';
import { positionAt } from '../positions';
import type { Registration } from '../routes';
import { fallbackRole, tellingRole } from '../telling';

export interface FoundUse extends Omit<StatusUse, 'route' | 'slot' | 'entry' | 'call'> {
  readonly node: SyntaxNode;
}

/** What is noticed about values on the way to their roles. */
export interface Oddities {
  readonly misplaced: MisplacedUse[];
  readonly invalid: InvalidStatus[];
}

/** Tables first: they know the framework; then names that tell by themselves. */
export function roleAt(
  node: SyntaxNode,
  code: number,
  context: ScanContext,
  registrations: readonly Registration[],
  odd?: Oddities,
): UseRole | null {
  const place = context.dialect.place(node);
  if (!place) return null;
  const found = positionAt(place, context, registrations);
  const invalid = found && odd ? invalidNumber(node, code, found, place, context, registrations) : null;
  if (invalid) odd?.invalid.push(invalid);
  const misplaced = found || !odd ? null : misplacedAt(node, code, place, context, registrations);
  if (misplaced) odd?.misplaced.push(misplaced);
  return misplaced
    ? 'misplaced'
    : (found?.role ?? tellingRole(place, code, context) ?? fallbackRole(node, code, context));
}

/** A constant with `.value` behind it, which is the same number. */
export function valueAround(node: SyntaxNode, { dialect }: ScanContext): SyntaxNode {
  const member = node.parent ? dialect.member(node.parent) : null;
  const value = member && same(member.object, node) && /^(?:value|real)$/.test(member.property.text);
  return value && node.parent ? node.parent : node;
}
