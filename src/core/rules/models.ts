/** What rules about routes without content ask of what a route declares to return. */

import type { BodylessTable } from '../framework';
import type { Route, Span } from '../model';
import type { RuleContext } from '../rule';

/** Where a route whose code has no content declares some, so that its framework refuses it at start-up; null where it does not. */
export function declaresModel(route: Route, { text, framework }: RuleContext): Span | null {
  const table = framework(route.framework).bodyless;
  const code = route.unsaid;
  // Of a route with several methods the framework decides by all of them.
  if (!table || code === null || (route.sharesDeclaration && route.declared.length === 0)) return null;
  if (!hasNoContent(code, table)) return null;
  const { registration, returnType } = route.anatomy;
  const model = registration?.arguments.find(({ name }) => name !== null && name === table.modelKeyword);
  if (model) return /^None$/.test(text.slice(model.value.start, model.value.end)) ? null : model.span;
  const annotated = returnType && text.slice(returnType.start, returnType.end).replace(/^(['"])(.*)\1$/, '$2');
  return returnType && annotated && !table.accepted.test(annotated) ? returnType : null;
}

/** Does the framework hold that nothing follows this code. */
export function hasNoContent(code: number, { codes }: BodylessTable): boolean {
  return code < 200 || codes.includes(code);
}
