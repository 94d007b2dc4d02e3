/** What a route is registered on: how sure the file makes us that it is a router, its prefix, its chain of verbs. */

import type { Framework } from '../framework';
import type { SyntaxNode } from '../syntax';
import { argument } from './calls';
import { isFrameworkName, type ScanContext } from './context';
import { once } from './memo';
import { lastName, type Reference } from './names';
import { field } from './nodes';

export type Certainty = 'certain' | 'likely' | 'possible';

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
  return onceForName('certainty', router, framework, context, () => judgeRouter(router, framework, context));
}

/** What is found out about a router by its name: the same one stands before each of its routes. */
export function onceForName<Result>(
  what: string,
  router: SyntaxNode,
  { id }: Framework,
  context: ScanContext,
  compute: () => Result,
): Result {
  const plain = context.dialect.kind(router) === 'name' && !context.names.parameterOf(router);
  return plain ? once(`${what} ${id} ${router.text}`, context, compute) : compute();
}

function judgeRouter(router: SyntaxNode, framework: Framework, context: ScanContext): Certainty {
  const reference = context.names.resolve(router);
  if (isRouter(reference, framework)) return 'certain';
  if (isOwnKind(router, framework, context)) return 'certain';
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

/** The expression that constructs a router, looked for behind its name and behind a function that returns it. */
export function construction(router: SyntaxNode, context: ScanContext, depth = 0): SyntaxNode | null {
  const { dialect, names } = context;
  const here = dialect.peel(router);
  if (depth > 4) return null;
  if (dialect.kind(here) === 'name') {
    const value = names.parameterOf(here) ? null : names.valueBoundTo(here);
    return value && dialect.kind(value) !== 'function' ? construction(value, context, depth + 1) : null;
  }
  const callee = dialect.call(here)?.callee;
  const factory = callee && dialect.kind(callee) === 'name' ? names.valueBoundTo(callee) : null;
  const parts = factory ? dialect.function(factory) : null;
  const last = parts ? dialect.statements(parts.body).at(-1) : null;
  const returned = last?.type === 'return_statement' ? last.namedChild(0) : null;
  return returned ? construction(returned, context, depth + 1) : callee ? here : null;
}

/** Is it made by a class of this file that extends one of the framework's routers. */
function isOwnKind(router: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const { dialect, names } = context;
  let callee = dialect.call(construction(router, context) ?? router)?.callee ?? null;
  for (let steps = 0; callee && steps < 4; steps++) {
    const reference = names.resolve(callee);
    if (isRouter(reference && { ...reference, called: true }, framework)) return true;
    const declared = dialect.kind(callee) === 'name' ? names.valueBoundTo(callee) : null;
    callee = (declared && dialect.class(declared)?.bases[0]) ?? null;
  }
  return false;
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
