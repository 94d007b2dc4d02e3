/** In which block of JavaScript or TypeScript a statement stands. */

import type { Span } from '../../model';
import type { SyntaxNode } from '../../syntax';
import { code, field } from '../nodes';
import { kindOf } from './expressions';

/** What a word that is being typed may be taken for. */
const unfinished = new Set([
  'identifier',
  'property_identifier',
  'binary_expression',
  'expression_statement',
  'public_field_definition',
  'number',
  'ERROR',
]);

export function blockOf(node: SyntaxNode): SyntaxNode | null {
  let here = node;
  while (unfinished.has(here.type) && here.parent) here = here.parent;
  const owner = here.parent;
  if (here.type === 'program') return here;
  if (here.type === 'class_body') return owner;
  return here.type === 'statement_block' && owner && kindOf(owner) === 'function' ? owner : null;
}

export function memberSpans(owner: SyntaxNode): { start: number; members: Span[] } | null {
  const body = field(owner, 'body');
  if (!body) return null;
  const members: Span[] = [];
  let start: number | null = null;
  for (const child of code(body)) {
    start ??= child.startIndex;
    // A decorator is a sibling of what it decorates.
    if (child.type === 'decorator') continue;
    members.push({ start, end: child.endIndex });
    start = null;
  }
  return { start: body.startIndex + 1, members };
}
