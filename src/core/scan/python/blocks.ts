/** In which block of Python a statement stands. */

import type { Span } from '../../model';
import type { SyntaxNode } from '../../syntax';
import { code, field } from '../nodes';

/** What a word that is being typed may be taken for. */
const unfinished = new Set(['identifier', 'binary_operator', 'expression_statement', 'ERROR', 'integer']);
const owners = new Set(['function_definition', 'class_definition']);

export function blockOf(node: SyntaxNode): SyntaxNode | null {
  let here = node;
  while (unfinished.has(here.type) && here.parent) here = here.parent;
  if (here.type === 'module') return here;
  const owner = here.type === 'block' ? here.parent : null;
  return owner && owners.has(owner.type) ? owner : null;
}

export function memberSpans(owner: SyntaxNode): { start: number; members: Span[] } | null {
  const body = field(owner, 'body');
  const members = body ? code(body).map(({ startIndex, endIndex }) => ({ start: startIndex, end: endIndex })) : [];
  return body && { start: body.startIndex, members };
}
