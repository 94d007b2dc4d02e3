/** Finds route registrations: what a framework's query captured, checked against its table. */

import { isSuccess } from '../answers';
import type { Framework } from '../framework';
import type { Method, Span } from '../model';
import type { SyntaxNode, SyntaxQuery } from '../syntax';
import { readHandler } from './answers/handler';
import { argument } from './calls';
import { type Captured, capturesOf, findersOf, hintOf } from './captures';
import { attributeOf } from './classes';
import type { Claim, ScanContext } from './context';
import { description, handledCall } from './described';
import type { CallParts } from './dialect';
import { type Handler, handlerOf } from './handlers';
import { propertyOf } from './members';
import { methodBranches } from './methodBranches';
import { methodsOf, methodsQuoted } from './methods';
import { join, routerPrefix } from './mounts';
import { belongsTo, importsFramework, joined, lastName } from './names';
import { span } from './nodes';
import { chainRoot, isHandedRouter, joinPaths, mountedPrefix } from './prefixes';
import { responseName, responseParameter } from './responseObject';
import { type Certainty, chainStart, routerCertainty } from './routers';
import { textOf } from './values';

/** A registration as found: nodes and plain facts, before the handler has been read. */
export interface Registration {
  readonly claim: Claim;
  /** The whole declaration, from its first decorator on. */
  readonly span: Span;
  /** Null where the handler's own name registers it. */
  readonly call: SyntaxNode | null;
  readonly parts: CallParts | null;
  /** What a reader looks at to know the route. */
  readonly head: SyntaxNode;
  readonly methods: readonly Method[];
  readonly path: string | null;
  /** The key under which a controller object holds the handler's object: `favorite` in `favorite: { post(ctx) {} }`. */
  readonly group: string | null;
  readonly handler: Handler | null;
  /** The part of a handler of several methods that serves this one; left out where all of it does. */
  readonly region?: Span | null;
  /** Status of an answer that names none, where it is not the framework's default. */
  readonly unsaid?: number;
}

/** With `within`, only the registrations that touch one of these spans. */
export function findRegistrations(
  context: ScanContext,
  compiled: (query: string) => SyntaxQuery,
  within?: readonly Span[],
): Registration[] {
  const captures = new Map<string, Captured[]>();
  const found = new Map<number, readonly Registration[]>();
  for (const claim of context.claims) {
    const { routeFiles } = claim.framework.routing;
    if (routeFiles && !routeFiles.test(context.path)) continue;
    for (const finder of findersOf(claim.framework)) {
      const hint = hintOf(claim.framework, finder);
      if (!hint.pattern.test(context.text)) continue;
      const key = `${finder}${hint.local ? hint.pattern.source : ''}`;
      const matches = captures.get(key) ?? capturesOf(finder, hint, context, compiled, within);
      captures.set(key, matches);
      for (const captured of matches) {
        const id = (captured.call ?? captured.verb)?.id;
        if (id === undefined || found.has(id)) continue;
        const registration = captured.call ? byCall(captured, claim, context) : byName(captured, claim, context);
        if (registration) found.set(id, branched(registration, context));
      }
    }
  }
  return [...found.values()].flat().sort((a, b) => a.head.startIndex - b.head.startIndex);
}

function byCall({ route, call, handler: shown }: Captured, claim: Claim, context: ScanContext): Registration | null {
  const { dialect } = context;
  const { routing } = claim.framework;
  const parts = call ? dialect.call(call) : null;
  if (!call || !parts) return null;
  const member = dialect.member(parts.callee);
  const below = dialect.decorated(call);
  // A decorated class is a view: its methods are the routes.
  if (below && dialect.class(below)) return null;
  const bare = routing.registration === 'bare-decorator';
  // `createRoute({ method, path })` describes a route by a function of the framework's own, without a router.
  if ((bare || !member) && !isOwnName(parts.callee, claim, context)) return null;
  const verb = member ? member.property.text : lastName(context.names.resolve(parts.callee)?.path ?? '');

  const described = parts.arguments.length === 1 ? description(parts, claim.framework, context) : null;
  const methodFirst = routing.methodFirst.includes(verb);
  const methods = described
    ? described.methods
    : methodFirst
      ? methodsQuoted(parts.arguments[0]?.value ?? null, context)
      : methodsOf(verb, parts, claim.framework, context);
  if (methods.length === 0) return null;

  const handled = described && !member ? handledCall(call, claim.framework, context) : null;
  const chain = member ? chainStart(member.object, claim.framework, context) : null;
  const router = chain?.router ?? member?.object ?? handled?.router ?? null;
  const pathAt = methodFirst || isNamed(parts, claim, context) ? 1 : 0;
  const pathNode = described ? described.path : chain ? chain.path : argument(parts, pathAt, routing.pathKeyword);
  const positional = parts.arguments.filter((item) => item.name === null || item.name === '*');
  const handlerNode =
    shown ??
    below ??
    described?.handler ??
    handled?.handler ??
    positional.slice(chain ? 0 : pathAt + 1).at(-1)?.value ??
    null;
  const handler = handlerNode ? handlerOf(handlerNode, context) : null;
  if (bare) {
    if (!handler) return null;
  } else if (!member) {
    if (!described?.path) return null;
  } else {
    const certainty = router
      ? certaintyOf(chainRoot(router, claim.framework, context), claim.framework, context)
      : 'possible';
    if (!believable(certainty, claim, pathNode, handlerNode, handler, context)) return null;
  }

  // `@action()` of REST framework takes no path.
  const pathless = routing.pathKeyword === null && routing.generic.includes(verb);
  const written = pathNode ? textOf(pathNode, context) : bare && !pathless ? '' : null;
  const prefix =
    (router
      ? (routerPrefix(router, claim.framework, context) ?? mountedPrefix(router, claim.framework, context))
      : null) ?? classPrefix(handler, claim, context);
  return {
    claim,
    span: below ? decoratedSpan(below, context) : span(route ?? call),
    call,
    parts,
    head: parts.callee,
    methods,
    path: written === null ? null : joinedPath(prefix, written, claim.framework),
    group: null,
    handler,
  };
}

/** A method of a handler class, or an exported function, that is named after the request method it answers. */
function byName({ route, handler: shown, verb }: Captured, claim: Claim, context: ScanContext): Registration | null {
  const { routing } = claim.framework;
  const method = verb && Object.hasOwn(routing.verbs, verb.text) ? routing.verbs[verb.text] : undefined;
  const handler = shown ? handlerOf(shown, context) : null;
  if (!verb || !method) return null;
  // A method of a plain controller object, or a default export, that takes what only handlers are given.
  const takesResponse = handler !== null && responseParameter(handler.parts, claim.framework) !== null;
  if (routing.routeFiles) {
    const imports = importsFramework(context.names.imports, claim.framework);
    if (routing.handlerParameters && !takesResponse && !imports) return null;
  } else {
    const bases = (handler && context.dialect.classOf(handler.node)?.bases) ?? [];
    const known = routing.classes?.bases;
    const inherits = known && bases.some((base) => known.test(lastName(base.text)));
    if (!inherits && !takesResponse) return null;
  }
  return {
    claim,
    span: span(route ?? shown ?? verb),
    call: null,
    parts: null,
    head: verb,
    methods: [method],
    path: routing.routeFiles ? filePath(context.path, routing.routeFiles) : null,
    group: shown && groupOf(shown, context),
    handler,
  };
}

/** One registration for each method that a handler of all methods looks at. */
function branched(registration: Registration, context: ScanContext): readonly Registration[] {
  const { handler, claim, methods } = registration;
  if (!handler || methods.length > 1 || methods[0] !== 'ANY') return [registration];
  const branches = methodBranches(handler, responseName(handler, claim.framework, context), context);
  const registrations = branches.map((branch): Registration => {
    const { method, at, region } = branch;
    return { ...registration, methods: [method], head: at, region, handler: branch.handler };
  });
  if (branches.length > 0 && branches.some(({ region }) => region === null)) return registrations;
  // What is answered beside all branches is for every other method, unless it refuses them.
  const outside = branches.flatMap(({ region }) => region ?? []);
  const rest = { ...handler, outside };
  const { answers } = readHandler(rest, claim.framework, context);
  // A status that is computed says nothing here: it is what a `catch` sends.
  const serves = answers.some((answer) => isSuccess(answer) && answer.status !== 'dynamic');
  return branches.length === 0 || serves ? [...registrations, { ...registration, handler: rest }] : registrations;
}

function groupOf(handler: SyntaxNode, context: ScanContext): string | null {
  const place = handler.parent ? context.dialect.place(handler.parent) : null;
  return place?.kind === 'property' ? place.name : null;
}

/** `@Get()` counts where the name was imported from the framework. */
function isOwnName(callee: SyntaxNode, claim: Claim, context: ScanContext): boolean {
  const reference = context.names.resolve(callee);
  return (
    claim.by === 'import' &&
    belongsTo(reference?.module ?? null, claim.framework.modules) &&
    reference?.called === false &&
    !claim.framework.routing.notRegistering.includes(joined(reference.module ?? '', reference.path))
  );
}

/** `router.get("user", "/users/:id", show)` of Koa: a name stands before the path. */
function isNamed(parts: CallParts, { framework }: Claim, { dialect }: ScanContext): boolean {
  const [name, path, handler] = parts.arguments.map((item) => dialect.stringValue(item.value));
  return framework.routing.registration === 'call' && !!name && path?.startsWith('/') === true && handler === null;
}

function certaintyOf(router: SyntaxNode, framework: Framework, context: ScanContext): Certainty {
  const certainty = routerCertainty(router, framework, context);
  return certainty === 'possible' && isHandedRouter(router, framework, context) ? 'likely' : certainty;
}

/** The prefix that the class of a handler gives its routes; null where there is no class or it gives none. */
function classPrefix(handler: Handler | null, claim: Claim, context: ScanContext): string | null {
  const { classes } = claim.framework.routing;
  const owner = handler && classes ? context.dialect.classOf(handler.node) : null;
  if (!owner || !classes) return null;
  const attribute = classes.pathAttribute === null ? null : attributeOf(owner, classes.pathAttribute);
  if (attribute) return context.dialect.stringValue(attribute);
  for (const call of classes.decorator === null ? [] : context.dialect.decorators(owner.node)) {
    const parts = context.dialect.call(call);
    if (!parts || lastName(context.names.resolve(parts.callee)?.path ?? '') !== classes.decorator) continue;
    const first = argument(parts, 0, null);
    return first ? context.dialect.stringValue(propertyOf(first, 'path', context) ?? first) : '';
  }
  return null;
}

/** Python's routers put the two together as they are; a slash at the end is a path of its own there. */
function joinedPath(prefix: string | null, own: string, { language }: Framework): string {
  return prefix === null || language === 'python' ? join(prefix, own) : joinPaths(prefix, own);
}

/** The path that a file stands for by its folders: `app/api/items/[id]/route.ts` is `/api/items/[id]`. */
function filePath(file: string, routeFiles: RegExp): string {
  const folders = (routeFiles.exec(file)?.groups?.path ?? '').replace(/(?:^|\/)index$/, '').split('/');
  // Folders in parentheses group routes, and those with an at sign fill slots; neither is part of the path.
  return `/${folders.filter((folder) => folder !== '' && !/^[(@]/.test(folder)).join('/')}`;
}

/** From the first decorator of a function to its end. */
export function decoratedSpan(node: SyntaxNode, context: ScanContext): Span {
  const first = context.dialect.decorators(node)[0]?.parent;
  return { start: Math.min(first?.startIndex ?? node.startIndex, node.startIndex), end: node.endIndex };
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
  const literal = textOf(path, context);
  const looksLikePath = literal !== null && /^(?:[*/]|$)/.test(literal);
  if (routing.registration === 'decorator') {
    if (certainty === 'certain') return true;
    if (literal === null) return certainty === 'likely' && claim.by === 'import';
    return looksLikePath && (literal !== '' || certainty === 'likely');
  }
  const kind = context.dialect.kind(context.dialect.peel(handlerNode));
  const canBeHandler =
    handler !== null ||
    kind === 'function' ||
    kind === 'name' ||
    kind === 'member' ||
    kind === 'call' ||
    kind === 'list';
  if (!canBeHandler) return false;
  const takesResponse = handler !== null && responseParameter(handler.parts, claim.framework) !== null;
  if (claim.by === 'shape') return looksLikePath && takesResponse;
  if (certainty === 'certain') return true;
  return (looksLikePath || literal === null) && (takesResponse || (certainty === 'likely' && looksLikePath));
}
