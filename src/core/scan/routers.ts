/** What a route is registered on: how sure the file makes us that it is a router, its prefix, its chain of verbs. */

import type { Framework } from '../model';
import type { SyntaxNode } from '../syntax';
import { isFrameworkName, type ScanContext } from './context';
import type { ArgumentParts, CallParts, FunctionParts } from './dialect';
import { lastName, type Reference } from './names';
import { field } from './nodes';

export type Certainty = 'certain' | 'likely' | 'possible';

/** The positional argument at an index or the keyword argument of a name. */
export function argument(parts: CallParts, index: number | null, keyword: string | null): SyntaxNode | null {
  const named = keyword === null ? undefined : parts.arguments.find((item) => item.name === keyword);
  if (named) return named.value;
  if (index === null) return null;
  const before = parts.arguments.slice(0, index + 1);
  // A spread argument makes every later index a guess.
  const sound = before.every((item: ArgumentParts) => item.name !== '*' && item.name !== '**');
  const positional = parts.arguments.filter((item) => item.name === null);
  return sound ? (positional[index]?.value ?? null) : null;
}

/** `router.route("/x").get(a).post(b)`: the path stands once, at the head of the chain. */
export function chainStart(object: SyntaxNode, framework: Framework, context: ScanContext) {
  const { chainOpener, verbs } = framework.routing;
  if (chainOpener === null) return null;
  let here = object;
  for (let steps = 0; steps < 16; steps++) {
    const parts = context.dialect.call(here);
    const member = parts ? context.dialect.member(parts.callee) : null;
    if (!parts || !member) return null;
    if (member.property.text === chainOpener) return { router: member.object, path: argument(parts, 0, null) };
    if (!Object.hasOwn(verbs, member.property.text)) return null;
    here = member.object;
  }
  return null;
}

/** How sure the file makes us that routes are registered on this expression. */
export function routerCertainty(router: SyntaxNode, framework: Framework, context: ScanContext): Certainty {
  const reference = context.names.resolve(router);
  if (isRouter(reference, framework)) return 'certain';
  const parameter = context.dialect.kind(router) === 'name' ? context.names.parameterOf(router) : null;
  const type = parameter?.parameter.type ? typeReference(parameter.parameter.type, context) : null;
  if (type && isRouter({ ...type, called: true }, framework)) return 'certain';
  const word = lastName(router.text);
  return framework.routing.routerNames.test(word) ? 'likely' : 'possible';
}

function isRouter(reference: Reference | null, framework: Framework): boolean {
  if (!reference?.called) return false;
  const names = framework.routing.routers;
  // `express()` calls the module itself.
  if (reference.path === '')
    return names.includes(reference.module ?? '') && framework.modules.includes(reference.module ?? '');
  return names.includes(lastName(reference.path)) && isFrameworkName(reference, lastName(reference.path), framework);
}

/** The name of a type without its type arguments. */
export function typeReference(type: SyntaxNode, context: ScanContext): Reference | null {
  const plain = type.type === 'generic_type' ? (field(type, 'name') ?? type.namedChild(0)) : type;
  if (!plain) return null;
  const word = plain.text;
  if (!/^[\w$.]+$/.test(word)) return null;
  const head = word.split('.')[0] ?? word;
  const item = context.names.imports.find((each) => each.local === head);
  const rest = word.slice(head.length + 1);
  if (!item) return { module: null, path: word, called: false };
  return { module: item.module, path: [item.path, rest].filter((part) => part !== '').join('.'), called: false };
}

/** Index of the response parameter, known by its name and its neighbour's; null where the names do not say so. */
export function responseParameter(parts: FunctionParts, framework: Framework): number | null {
  const names = framework.routing.handlerParameters;
  if (!names) return null;
  const index = parts.parameters.findIndex(
    (parameter, at) =>
      names.response.test(parameter.name) &&
      (names.request === null || (at > 0 && names.request.test(parts.parameters[at - 1]?.name ?? ''))),
  );
  return index < 0 ? null : index;
}

/** What every path of a router starts with, where the file shows its construction. */
export function routerPrefix(router: SyntaxNode, framework: Framework, context: ScanContext): string | null {
  const keyword = framework.routing.prefixKeyword;
  if (keyword === null || context.dialect.kind(router) !== 'name') return null;
  const value = context.names.valueBoundTo(router);
  const parts = value ? context.dialect.call(context.dialect.peel(value)) : null;
  const prefix = parts ? argument(parts, null, keyword) : null;
  return prefix ? context.dialect.stringValue(prefix) : null;
}
