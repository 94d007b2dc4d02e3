/** The names of request methods as source texts write them. */

import type { Method } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';

export const methodNames: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
  'ANY',
]);

export function isMethod(name: string | undefined): name is Method {
  return name !== undefined && methodNames.has(name);
}

/** `"POST"` or `["PUT", "PATCH"]`; nothing where it names something else, such as an event. */
export function methodsNamed(node: SyntaxNode | null, context: ScanContext): Method[] {
  const named = node ? [node, ...context.dialect.elements(node)].map((item) => context.dialect.stringValue(item)) : [];
  return named.filter((name) => name !== null).filter(isMethod);
}
