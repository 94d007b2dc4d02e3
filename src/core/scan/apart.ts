/** Joins handlers with registrations that stand elsewhere in the file: route lists, `add_url_rule`, `as_view`. */

import type { ApartCall, Framework } from '../framework';
import type { Method } from '../model';
import type { SyntaxNode } from '../syntax';
import { argumentAt } from './calls';
import { className } from './classes';
import type { Claim, ScanContext } from './context';
import type { CallParts } from './dialect';
import { handlerOf } from './handlers';
import { inheritedRoutes, isHelper } from './inheritedRoutes';
import { namedMethods } from './methods';
import { callsOf, join, namedPrefix, prefixAround, routerPrefix } from './mounts';
import { forPattern } from './names';
import { nodesAt, span } from './nodes';
import { routerCertainty } from './routers';
import { decoratedSpan, type Registration } from './routes';
import { textOf } from './values';

/** A path that the file gives to a function or a class by a call, a decorator or a keyword of the class. */
interface Binding {
  readonly claim: Claim;
  readonly call: SyntaxNode | null;
  /** Null where the call takes no declaration of a status. */
  readonly parts: CallParts | null;
  readonly head: SyntaxNode | null;
  readonly path: string;
  /** Null where the handler's own declaration says. */
  readonly methods: readonly Method[] | null;
  readonly target: SyntaxNode | null;
}

/** All registrations of the file: those found where handlers are declared, with their paths, and those made apart. */
export function completed(found: readonly Registration[], context: ScanContext): Registration[] {
  const bindings = context.claims.flatMap((claim) => bindingsOf(claim, context));
  const called = handlersOf(found.filter(({ call }) => call !== null));
  const known = handlersOf(found);
  const declared = [
    ...found.filter((registration) => !isNamedOnly(registration, called, context)),
    ...plainlyDecorated(known, context),
    ...methodsOfBound(known, bindings, context),
    ...inheritedRoutes(context),
  ];
  const byTarget = new Map<number, Binding[]>();
  for (const binding of bindings) {
    const id = binding.target?.id;
    if (id !== undefined) byTarget.set(id, [...(byTarget.get(id) ?? []), binding]);
  }
  const all = [
    ...declared.map((registration) => withPath(registration, byTarget, context)),
    ...bindings.flatMap((binding) => registeredFunction(binding, context)),
  ];
  return all.sort((a, b) => a.head.startIndex - b.head.startIndex);
}

/** The functions that registrations name, by the numbers of their nodes. */
function handlersOf(registrations: readonly Registration[]): ReadonlySet<number> {
  return new Set(registrations.flatMap(({ handler }) => handler?.node.id ?? []));
}

/** A function that only its name would make a handler, where a decorator says what it is or its class does not call it. */
function isNamedOnly(registration: Registration, called: ReadonlySet<number>, context: ScanContext): boolean {
  const { call, handler } = registration;
  if (call || !handler) return false;
  return called.has(handler.node.id) || isHelper(registration, context);
}

function bindingsOf(claim: Claim, context: ScanContext): Binding[] {
  const { framework } = claim;
  const tables = framework.routing.apart.filter(({ of }) => of === 'router' || claim.by === 'import');
  const calls = callsOf(tables, framework, context).flatMap(({ table, call, parts }): Binding[] => {
    const pathNode = argumentAt(parts, table.path);
    const decorated = context.dialect.decorated(call);
    if ((decorated !== null) !== (table.handler === 'decorated')) return [];
    const handlerNode = table.handler === 'decorated' ? decorated : argumentAt(parts, table.handler);
    const own = pathNode ? textOf(pathNode, context) : null;
    if (own === null || !handlerNode) return [];
    const router = table.of === 'router' ? (context.dialect.member(parts.callee)?.object ?? null) : null;
    const unsure = router !== null && routerCertainty(router, framework, context) === 'possible';
    if (unsure || (claim.by === 'shape' && !own.startsWith('/'))) return [];
    const prefix = router ? routerPrefix(router, framework, context) : prefixAround(call, framework, context);
    const target = targetOf(handlerNode, framework, context);
    const methods = methodsOfCall(table, parts, target ?? handlerNode, context);
    return [
      {
        claim,
        call,
        parts: table.declares ? parts : null,
        head: parts.callee,
        path: join(prefix ?? '', own),
        methods,
        target,
      },
    ];
  });
  return [...calls, ...boundClasses(claim, context)];
}

/** The methods that a call registers; null where the handler says them. */
function methodsOfCall(
  { methods }: ApartCall,
  parts: CallParts,
  handler: SyntaxNode,
  context: ScanContext,
): readonly Method[] | null {
  if (methods === 'handler') return null;
  if (typeof methods === 'string') return [methods];
  const written = argumentAt(parts, methods);
  if (written && context.dialect.kind(written) !== 'none') return namedMethods(written, context);
  // A class says its methods by their names; what is named like one and stands in another file may be one.
  const name = context.dialect.member(handler)?.property.text ?? handler.text;
  const isClass = context.dialect.class(handler) !== null || /^[A-Z]|\(/.test(name);
  return isClass && context.dialect.kind(handler) !== 'function' ? null : ['GET'];
}

/** The function or class of this file that an expression stands for. */
function targetOf(node: SyntaxNode, framework: Framework, context: ScanContext, depth = 0): SyntaxNode | null {
  const { dialect, names } = context;
  const here = dialect.peel(node);
  if (dialect.kind(here) === 'function' || dialect.class(here)) return here;
  if (depth > 4) return null;
  if (dialect.kind(here) === 'name') {
    const value = names.parameterOf(here) ? null : (declaredAs(here.text, context) ?? names.valueBoundTo(here));
    return value ? targetOf(value, framework, context, depth + 1) : null;
  }
  const property = dialect.member(here);
  if (property?.object.text === 'self') return ownMethod(property.property.text, here, context);
  const call = dialect.call(here);
  if (!call) return null;
  const member = dialect.member(call.callee);
  const first = call.arguments[0]?.value;
  const { classes } = framework.routing;
  if (classes?.adapter && member?.property.text === classes.adapter) {
    // `as_view({"get": "list"})` says which method calls what, which the names of a class do not.
    return first && dialect.kind(first) === 'mapping' ? null : targetOf(member.object, framework, context, depth + 1);
  }
  return first ? targetOf(first, framework, context, depth + 1) : null;
}

/** The method of the class around: `self.index`. */
function ownMethod(name: string, inside: SyntaxNode, context: ScanContext): SyntaxNode | null {
  for (let here = inside.parent; here; here = here.parent) {
    const owner = context.dialect.kind(here) === 'function' ? context.dialect.classOf(here) : null;
    if (owner) return owner.methods.find((method) => method.childForFieldName('name')?.text === name) ?? null;
  }
  return null;
}

const declarations = new WeakMap<ScanContext, ReadonlyMap<string, readonly number[]>>();

/** The one function or class of a name; looked up in an index, because route lists are long. */
function declaredAs(name: string, context: ScanContext): SyntaxNode | null {
  const index = declarations.get(context) ?? declarationsIn(context.text);
  declarations.set(context, index);
  const [end, other] = index.get(name) ?? [];
  const node = end === undefined || other !== undefined ? null : context.root.descendantForIndex(end - 1, end);
  return node && context.dialect.boundValue(node);
}

/** Where the names of functions and classes end, by name. */
function declarationsIn(text: string): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  for (const match of text.matchAll(/^[ \t]*(?:async\s+)?(?:def|class)\s+(\w+)/gm)) {
    const name = match[1] ?? '';
    const ends = index.get(name) ?? [];
    ends.push(match.index + match[0].length);
    index.set(name, ends);
  }
  return index;
}

/** Classes that are given their path by a decorator or by a keyword beside their bases. */
function boundClasses(claim: Claim, context: ScanContext): Binding[] {
  const { dialect } = context;
  const { classes } = claim.framework.routing;
  if (!classes?.bases || (!classes.decorator && !classes.keywords)) return [];
  const nodes = nodesAt(context.root, context.text, /^[ \t]*class\b/gm, (word) => word.parent);
  return nodes.flatMap((node): Binding[] => {
    const parts = dialect.class(node);
    const none = { claim, call: null, parts: null, head: null, methods: null, target: node };
    const path = classes.keywords ? parts?.keyword(classes.keywords.path) : null;
    const router = classes.keywords ? parts?.keyword(classes.keywords.router) : null;
    const written = path ? textOf(path, context) : null;
    if (written !== null) {
      return [{ ...none, path: join(router ? routerPrefix(router, claim.framework, context) : null, written) }];
    }
    return dialect.decorators(node).flatMap((call) => {
      const decorator = dialect.call(call);
      const member = decorator ? dialect.member(decorator.callee) : null;
      const own = decorator && member?.property.text === classes.decorator ? argumentAt(decorator, { index: 0 }) : null;
      const text = own ? textOf(own, context) : null;
      if (!member || text === null) return [];
      return [{ ...none, path: join(routerPrefix(member.object, claim.framework, context), text) }];
    });
  });
}

/** A function that a call registers with methods of its own, or one of another file. */
function registeredFunction(binding: Binding, context: ScanContext): Registration[] {
  const { claim, call, parts, head, path, methods, target } = binding;
  if (!call || !head || !methods || methods.length === 0) return [];
  const handler = target ? handlerOf(target, context) : null;
  if (target && !handler) return [];
  if (!handler && claim.by === 'shape') return [];
  const decorated = context.dialect.decorated(call);
  const around = decorated ? decoratedSpan(decorated, context) : span(call);
  return [{ claim, span: around, call, parts, head, methods, path, group: null, handler }];
}

/** Methods of classes that are registered, whatever their bases are called. */
function methodsOfBound(
  known: ReadonlySet<number>,
  bindings: readonly Binding[],
  context: ScanContext,
): Registration[] {
  const seen = new Set<number>();
  return bindings.flatMap(({ claim, target }) => {
    const parts = target ? context.dialect.class(target) : null;
    if (!parts || seen.has(parts.node.id)) return [];
    seen.add(parts.node.id);
    return parts.methods.flatMap((node) => methodOfBound(node, claim, known, context));
  });
}

function methodOfBound(
  node: SyntaxNode,
  claim: Claim,
  known: ReadonlySet<number>,
  context: ScanContext,
): Registration[] {
  const handler = handlerOf(node, context);
  const name = handler?.parts.name ?? '';
  const { verbs } = claim.framework.routing;
  const method = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const head = node.childForFieldName('name');
  if (!handler || !method || !head || known.has(node.id)) return [];
  return [
    { claim, span: span(node), call: null, parts: null, head, methods: [method], path: null, group: null, handler },
  ];
}

/** Functions under a decorator that needs no call: `@require_POST`. */
function plainlyDecorated(known: ReadonlySet<number>, context: ScanContext): Registration[] {
  return context.claims.flatMap((claim) => {
    const table = claim.framework.routing.plainDecorators;
    const words = Object.keys(table);
    if (words.length === 0 || claim.by === 'shape') return [];
    const pattern = new RegExp(
      `^[ \\t]*@\\s*(?:[\\w.]+\\.)?(?:${words.map(forPattern).join('|')})\\b(?!\\s*\\()`,
      'gm',
    );
    const names = nodesAt(context.root, context.text, pattern, (node) => {
      const whole = node.parent && context.dialect.member(node.parent) ? node.parent : node;
      return context.dialect.decorated(whole) ? whole : null;
    });
    return names.flatMap((head): Registration[] => {
      const decorated = context.dialect.decorated(head);
      const handler = decorated ? handlerOf(decorated, context) : null;
      const methods = table[context.dialect.member(head)?.property.text ?? head.text] ?? [];
      if (!decorated || !handler || known.has(decorated.id)) return [];
      const around = decoratedSpan(decorated, context);
      const start = Math.min(around.start, head.parent?.startIndex ?? around.start);
      return [
        { claim, span: { ...around, start }, call: null, parts: null, head, methods, path: null, group: null, handler },
      ];
    });
  });
}

/** The path that the file gives a handler apart from its declaration, where it gives it one. */
function withPath(
  registration: Registration,
  bindings: ReadonlyMap<number, readonly Binding[]>,
  context: ScanContext,
): Registration {
  const { handler, methods, claim, path, head } = registration;
  const isPutByName = claim.framework.routing.registration === 'bare-decorator';
  if (path !== null && !isPutByName) return registration;
  const around = head.parent?.parent;
  const owner = handler ? context.dialect.classOf(handler.node) : around ? context.dialect.class(around) : null;
  if (path !== null) {
    // Handlers and their classes are put under a prefix by their names: `Router(path="/api", route_handlers=[read])`.
    const name = owner ? className(owner) : handler?.parts.name;
    const prefix = name ? namedPrefix(name, claim.framework, context) : null;
    return prefix === null ? registration : { ...registration, path: join(prefix, path) };
  }
  const paths = [owner?.node, handler?.node]
    .flatMap((node) => (node && bindings.get(node.id)) ?? [])
    .filter((binding) => !binding.methods || methods.every((method) => binding.methods?.includes(method)))
    .map((binding) => binding.path);
  const [only] = new Set(paths).size === 1 ? paths : [];
  return only === undefined ? registration : { ...registration, path: only };
}
