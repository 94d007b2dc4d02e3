/** Finds route registrations: what a framework's query captured, checked against its table. */

import type { Framework, Method } from '../model';
import type { SyntaxNode, SyntaxQuery } from '../syntax';
import { type Claim, isFrameworkName, type ScanContext } from './context';
import type { ArgumentParts, CallParts, FunctionParts } from './dialect';
import { lastName, type Reference } from './names';
import { field } from './nodes';

/**
 * The closed vocabulary of every `query.scm`:
 * `@route` the whole declaration, `@route.call` the call that registers, `@route.handler` its function where the shape
 * shows it (otherwise it is an argument of the call).
 */
export const captureNames = ['route', 'route.call', 'route.handler'] as const;

/** A registration as found: nodes and plain facts, before the handler has been read. */
export interface Registration {
  readonly claim: Claim;
  readonly node: SyntaxNode;
  readonly call: SyntaxNode;
  readonly parts: CallParts;
  /** The node of the verb: `post` in `app.post(...)`. */
  readonly verb: SyntaxNode;
  readonly methods: readonly Method[];
  readonly path: string | null;
  readonly handler: Handler | null;
}

export interface Handler {
  readonly node: SyntaxNode;
  readonly parts: FunctionParts;
}

type Certainty = 'certain' | 'likely' | 'possible';

export function findRegistrations(context: ScanContext, query: (framework: Framework) => SyntaxQuery): Registration[] {
  const found = new Map<number, Registration>();
  for (const claim of context.claims) {
    if (!verbPattern(claim.framework).test(context.text)) continue;
    for (const match of query(claim.framework).matches(context.root)) {
      const captured = (name: (typeof captureNames)[number]) =>
        match.captures.find((capture) => capture.name === name)?.node ?? null;
      const call = captured('route.call');
      if (!call || found.has(call.id)) continue;
      const registration = read(call, captured('route') ?? call, captured('route.handler'), claim, context);
      if (registration) found.set(call.id, registration);
    }
  }
  return [...found.values()].sort((a, b) => a.verb.startIndex - b.verb.startIndex);
}

const verbPatterns = new WeakMap<Framework, RegExp>();

/** Finds out in one pass over the text that a file registers nothing, before any query runs. */
function verbPattern(framework: Framework): RegExp {
  const known = verbPatterns.get(framework);
  if (known) return known;
  const { verbs, generic } = framework.routing;
  const pattern = new RegExp(`\\.\\s*(?:${[...Object.keys(verbs), ...generic].join('|')})\\s*[(<]`);
  verbPatterns.set(framework, pattern);
  return pattern;
}

function read(
  call: SyntaxNode,
  node: SyntaxNode,
  captured: SyntaxNode | null,
  claim: Claim,
  context: ScanContext,
): Registration | null {
  const { routing } = claim.framework;
  const parts = context.dialect.call(call);
  const member = parts ? context.dialect.member(parts.callee) : null;
  if (!parts || !member) return null;

  const methods = methodsOf(member.property.text, parts, claim.framework, context);
  if (methods.length === 0) return null;

  const chain = chainStart(member.object, claim.framework, context);
  const router = chain?.router ?? member.object;
  const pathNode = chain ? chain.path : argument(parts, 0, routing.pathKeyword);
  const positional = parts.arguments.filter((item) => item.name === null);
  const handlerNode = captured ?? positional.slice(chain ? 0 : 1).at(-1)?.value ?? null;
  const handler = handlerNode ? handlerOf(handlerNode, context) : null;

  const certainty = routerCertainty(router, claim.framework, context);
  if (!believable(certainty, claim, pathNode, handlerNode, handler, context)) return null;

  const own = pathNode ? context.dialect.stringValue(pathNode) : null;
  const prefix = prefixOf(router, claim.framework, context);
  return {
    claim,
    node,
    call,
    parts,
    verb: member.property,
    methods,
    path: own === null || prefix === null ? own : prefix + own,
    handler,
  };
}

function methodsOf(verb: string, parts: CallParts, framework: Framework, context: ScanContext): readonly Method[] {
  const { verbs, generic, methodsKeyword } = framework.routing;
  const one = verbs[verb];
  if (one && Object.hasOwn(verbs, verb)) return [one];
  if (!generic.includes(verb) || methodsKeyword === null) return [];
  const list = parts.arguments.find((item) => item.name === methodsKeyword);
  if (!list) return ['GET'];
  const named = context.dialect.elements(list.value).map((item) => context.dialect.stringValue(item)?.toUpperCase());
  return named.filter((method): method is Method => method !== undefined && methodNames.has(method));
}

const methodNames: ReadonlySet<string> = new Set([
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'QUERY',
]);

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
function chainStart(object: SyntaxNode, framework: Framework, context: ScanContext) {
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

function handlerOf(node: SyntaxNode, context: ScanContext, depth = 0): Handler | null {
  const here = context.dialect.peel(node);
  const parts = context.dialect.function(here);
  if (parts) return { node: here, parts };
  if (depth > 3) return null;
  if (context.dialect.kind(here) === 'name' && !context.names.parameterOf(here)) {
    const value = context.names.valueBoundTo(here);
    return value ? handlerOf(value, context, depth + 1) : null;
  }
  // A wrapper around the handler: `asyncHandler(async (req, res) => ...)`.
  const call = context.dialect.call(here);
  const inner = call?.arguments.findLast(
    (item) => context.dialect.kind(context.dialect.peel(item.value)) === 'function',
  );
  return inner ? handlerOf(inner.value, context, depth + 1) : null;
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

/**
 * Is it a registration. With proof of the router nearly anything is; without it the path has to look like one, and
 * where the file does not even import the framework the handler's own shape has to say it.
 */
function believable(
  certainty: Certainty,
  claim: Claim,
  path: SyntaxNode | null,
  handlerNode: SyntaxNode | null,
  handler: Handler | null,
  context: ScanContext,
): boolean {
  const { routing } = claim.framework;
  if (!handlerNode || !path) return false;
  const literal = context.dialect.stringValue(path);
  const looksLikePath = literal !== null && /^(?:[*/]|$)/.test(literal);
  if (routing.registration === 'decorator') {
    if (certainty === 'certain') return true;
    if (literal === null) return certainty === 'likely' && claim.by === 'import';
    return looksLikePath && (literal !== '' || certainty === 'likely');
  }
  const kind = context.dialect.kind(context.dialect.peel(handlerNode));
  const canBeHandler =
    kind === 'function' || kind === 'name' || kind === 'member' || kind === 'call' || kind === 'list';
  if (!canBeHandler) return false;
  const takesResponse = handler !== null && responseParameter(handler.parts, claim.framework) !== null;
  if (claim.by === 'shape') return looksLikePath && takesResponse;
  if (certainty === 'certain') return true;
  return (looksLikePath || literal === null) && (takesResponse || (certainty === 'likely' && looksLikePath));
}

/** Index of the response parameter, known by its name and its neighbour's; null where the names do not say so. */
export function responseParameter(parts: FunctionParts, framework: Framework): number | null {
  const names = framework.routing.handlerParameters;
  if (!names) return null;
  const index = parts.parameters.findIndex(
    (parameter, at) =>
      at > 0 && names.response.test(parameter.name) && names.request.test(parts.parameters[at - 1]?.name ?? ''),
  );
  return index < 0 ? null : index;
}

function prefixOf(router: SyntaxNode, framework: Framework, context: ScanContext): string | null {
  const keyword = framework.routing.prefixKeyword;
  if (keyword === null || context.dialect.kind(router) !== 'name') return null;
  const value = context.names.valueBoundTo(router);
  const parts = value ? context.dialect.call(context.dialect.peel(value)) : null;
  const prefix = parts ? argument(parts, null, keyword) : null;
  return prefix ? context.dialect.stringValue(prefix) : null;
}
