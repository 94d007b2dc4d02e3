/** The names of request methods as source texts write them. */

import type { Framework } from '../framework';
import type { Method } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { CallParts } from './dialect';

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
export function methodsQuoted(node: SyntaxNode | null, context: ScanContext): Method[] {
  const named = node ? [node, ...context.dialect.elements(node)].map((item) => context.dialect.stringValue(item)) : [];
  return named.filter((name) => name !== null).filter(isMethod);
}

/** The methods that a registration by a verb is for: the verb's own, or those that it is given by a keyword. */
export function methodsOf(
  verb: string,
  parts: CallParts,
  framework: Framework,
  context: ScanContext,
): readonly Method[] {
  const { verbs, generic, methodsKeyword } = framework.routing;
  const one = verbs[verb];
  if (one && Object.hasOwn(verbs, verb)) return [one];
  if (!generic.includes(verb) || methodsKeyword === null) return [];
  // `@api_view(["POST"])` lists the methods first, where others have the path.
  const first = parts.arguments.find((item) => item.name === null && context.dialect.kind(item.value) === 'list');
  const list = parts.arguments.find((item) => item.name === methodsKeyword) ?? first;
  return list ? namedMethods(list.value, context) : ['GET'];
}

/** The methods that a list, a text or a constant names: `["GET"]`, `"POST"`, `HttpMethod.POST`, `"*"`. */
export function namedMethods(node: SyntaxNode, context: ScanContext, depth = 0): readonly Method[] {
  const { dialect, names } = context;
  const value = dialect.kind(node) === 'name' && depth < 3 ? names.valueBoundTo(node) : null;
  if (value) return namedMethods(value, context, depth + 1);
  const items = dialect.kind(node) === 'list' ? dialect.elements(node) : [node];
  const named = items.map((item) => dialect.stringValue(item) ?? dialect.member(item)?.property.text);
  return named.map((name) => (name === '*' ? 'ANY' : name?.toUpperCase())).filter(isMethod);
}
