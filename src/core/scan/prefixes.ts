/** What the path of a route starts with: the prefixes of the router it is registered on and of those that router is mounted on. */

import type { Framework } from '../framework';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { CallParts } from './dialect';
import { propertyOf } from './members';
import { groupedBy, once } from './memo';
import { nodesAt, same } from './nodes';
import { textOf } from './values';

/** A router as the file knows it: the name it is bound to, or the function that is handed it. */
interface Identity {
  readonly name: string | null;
  readonly node: SyntaxNode;
}

interface Mount {
  readonly router: SyntaxNode;
  /** Null where the file does not show it. */
  readonly prefix: string | null;
  readonly arguments: readonly SyntaxNode[];
}

const deepest = 6;

/** Calls on calls on a router: `new Hono().basePath("/v1").get("/x", h)`. */
interface Chain {
  /** The expression it begins with. */
  readonly root: SyntaxNode;
  /** What its calls put before the paths that follow. */
  readonly prefix: string | null;
}

/** The expression that a chain of calls begins with: `new Hono()` in `new Hono().get("/x", h)`. */
export function chainRoot(node: SyntaxNode, framework: Framework, context: ScanContext): SyntaxNode {
  return chainOf(node, framework, context).root;
}

/** Each link of a chain is looked at once, however many routes the chain registers. */
function chainOf(node: SyntaxNode, { id, routing }: Framework, context: ScanContext): Chain {
  const { dialect } = context;
  const known = once(`chains of ${id}`, context, () => new Map<number, Chain>());
  const links: { readonly id: number; readonly prefix: string | null }[] = [];
  let here = dialect.peel(node);
  let chain = known.get(here.id);
  while (!chain) {
    const call = dialect.call(here);
    const member = call && here.type !== 'new_expression' ? dialect.member(call.callee) : null;
    const object = member && dialect.peel(member.object);
    // `express.Router()` makes a router; `router.get(...)` is a call on one.
    const reference = object && dialect.kind(object) === 'name' ? context.names.resolve(object) : null;
    if (!call || !object || (reference?.module && !reference.called)) {
      chain = { root: here, prefix: null };
      known.set(here.id, chain);
      break;
    }
    const prefix = routing.prefixCalls.includes(member.property.text) && call.arguments[0];
    links.push({ id: here.id, prefix: prefix ? textOf(prefix.value, context) : null });
    here = object;
    chain = known.get(here.id);
  }
  for (const link of links.toReversed()) {
    if (link.prefix !== null) chain = { root: chain.root, prefix: joinPaths(chain.prefix ?? '', link.prefix) };
    known.set(link.id, chain);
  }
  return chain;
}

/** Null where the file gives no prefix, or more than one. */
export function mountedPrefix(
  router: SyntaxNode,
  framework: Framework,
  context: ScanContext,
  depth = 0,
): string | null {
  const { routing } = framework;
  if (depth > deepest || (routing.mountNames.length === 0 && routing.prefixCalls.length === 0)) return null;
  const { root, prefix } = chainOf(router, framework, context);
  const identity = identityOf(root, context);
  const parts = [
    identity ? outerPrefix(identity, framework, context, depth) : null,
    constructedPrefix(root, framework, context, depth),
    identity ? statedPrefix(identity, framework, context) : null,
    prefix,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce(joinPaths, '');
}

/** Is a name the first parameter of a function that the file registers: `app.register(async (scope) => ...)`. */
export function isHandedRouter(router: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const identity = context.dialect.kind(router) === 'name' ? identityOf(router, context) : null;
  return identity?.name === null && mountsOf(identity, framework, context).length > 0;
}

/** Paths join with one slash between them and none at the end. */
export function joinPaths(prefix: string, own: string): string {
  const joined = [prefix, own].map((part) => part.replace(/^\/+|\/+$/g, '')).filter((part) => part !== '');
  return `/${joined.join('/')}`;
}

function identityOf(root: SyntaxNode, context: ScanContext): Identity | null {
  const { dialect, names } = context;
  if (dialect.kind(root) === 'name') {
    const parameter = names.parameterOf(root);
    return parameter
      ? parameter.index === 0
        ? { name: null, node: parameter.owner }
        : null
      : { name: root.text, node: root };
  }
  if (dialect.kind(root) === 'member') return { name: root.text, node: root };
  return once(`identity of ${root.id}`, context, () => assignedTo(root, context));
}

/** The name that a construction with its chain of calls is given. */
function assignedTo(root: SyntaxNode, context: ScanContext): Identity | null {
  const { dialect } = context;
  let whole = root;
  for (let steps = 0; steps < 128; steps++) {
    const parent = whole.parent;
    const member = parent ? dialect.member(parent) : null;
    const called = parent && (member ? same(member.object, whole) : same(dialect.call(parent)?.callee, whole));
    if (!parent || !called) break;
    whole = parent;
  }
  const place = dialect.place(whole);
  return place?.kind === 'assigned' ? { name: place.target.text, node: place.target } : null;
}

/** `new Router({ prefix: "/x" })`, `new Hono().basePath("/x")`, or one made by calls on another router. */
function constructedPrefix(root: SyntaxNode, framework: Framework, context: ScanContext, depth: number): string | null {
  const { dialect, names } = context;
  const bound = dialect.kind(root) === 'name' && !names.parameterOf(root) ? names.valueBoundTo(root) : null;
  const value = dialect.peel(bound ?? root);
  const call = dialect.call(value);
  if (!call) return null;
  const keyword = framework.routing.prefixKeyword;
  const option = call.arguments[0] && keyword !== null ? propertyOf(call.arguments[0].value, keyword, context) : null;
  if (option) return textOf(option, context);
  if (!bound) return null;
  const { root: base, prefix } = chainOf(value, framework, context);
  if (same(base, value)) return null;
  // `const api = app.basePath("/api")` starts with all that `app` starts with.
  return dialect.kind(base) === 'name'
    ? mountedPrefix(value, framework, context, depth + 1)
    : [constructedPrefix(base, framework, context, depth + 1), prefix]
        .filter((part) => part !== null)
        .reduce<string | null>((all, part) => joinPaths(all ?? '', part), null);
}

/** `router.prefix("/x");`: a statement of its own, which changes the router. */
function statedPrefix({ name }: Identity, { routing }: Framework, context: ScanContext): string | null {
  const { dialect } = context;
  if (name === null || routing.prefixCalls.length === 0) return null;
  const stated = once(`prefixes by ${routing.prefixCalls.join(', ')}`, context, () =>
    groupedBy(
      callsNamed(routing.prefixCalls, context).filter((node) => dialect.wholeStatement(node) !== null),
      (node) => [dialect.member(dialect.call(node)?.callee ?? node)?.object.text ?? ''],
    ),
  );
  const calls = stated.get(name) ?? [];
  const prefix = calls.length === 1 && calls[0] ? dialect.call(calls[0])?.arguments[0] : undefined;
  return prefix ? textOf(prefix.value, context) : null;
}

/** What the router is mounted under, with all that is around it; null where that is nowhere or in several places. */
function outerPrefix(identity: Identity, framework: Framework, context: ScanContext, depth: number): string | null {
  const mounts = mountsOf(identity, framework, context);
  const [mount] = mounts;
  if (!mount || mounts.length > 1) return null;
  const around = mountedPrefix(mount.router, framework, context, depth + 1);
  return mount.prefix === null ? around : joinPaths(around ?? '', mount.prefix);
}

/** Mounts by what they put in place: its name, or the id of the function that is handed the router. */
function mountsOf({ name, node }: Identity, framework: Framework, context: ScanContext): readonly Mount[] {
  const mounts = once(`mounts of ${framework.id}`, context, () =>
    groupedBy(
      findMounts(framework, context),
      (mount) => new Set(mount.arguments.flatMap((value) => mountedKeys(value, context))),
    ),
  );
  return mounts.get(name ?? node.id) ?? [];
}

function mountedKeys(value: SyntaxNode, context: ScanContext): (string | number)[] {
  const { dialect, names } = context;
  const here = dialect.peel(value);
  switch (dialect.kind(here)) {
    case 'function':
      return [here.id];
    case 'name': {
      const bound = names.parameterOf(here) ? null : names.valueBoundTo(here);
      return bound && dialect.kind(bound) === 'function' ? [here.text, bound.id] : [here.text];
    }
    case 'member':
      return [here.text];
    case 'call': {
      // `router.routes()` of Koa.
      const callee = dialect.call(here)?.callee;
      const member = callee ? dialect.member(callee) : null;
      return member && /^(?:routes|middleware)$/.test(member.property.text) ? [member.object.text] : [];
    }
    default:
      return [];
  }
}

function findMounts({ routing }: Framework, context: ScanContext): readonly Mount[] {
  const { dialect } = context;
  return callsNamed(routing.mountNames, context).flatMap((node) => {
    const call = dialect.call(node);
    const member = call ? dialect.member(call.callee) : null;
    if (!call || !member) return [];
    const values = call.arguments.map((item) => item.value);
    const router = member.object;
    const option = routing.prefixKeyword === null ? null : optionOf(call, routing.prefixKeyword, context);
    if (option) return [{ router, prefix: textOf(option, context), arguments: values }];
    const [first, ...rest] = values;
    const prefix = first ? textOf(first, context) : null;
    return [{ router, prefix, arguments: prefix === null ? values : rest }];
  });
}

/** Calls of a member of one of these names, anywhere in the file. */
export function callsNamed(names: readonly string[], context: ScanContext): readonly SyntaxNode[] {
  if (names.length === 0) return [];
  return once(`calls of ${names.join(', ')}`, context, () =>
    nodesAt(context.root, context.text, new RegExp(`\\.\\s*(?:${names.join('|')})\\s*\\(`, 'g'), (paren) => {
      const call = paren.parent?.parent ?? null;
      return call && context.dialect.call(call) ? call : null;
    }),
  );
}

function optionOf(call: CallParts, name: string, context: ScanContext): SyntaxNode | null {
  for (const { value } of call.arguments) {
    const found = propertyOf(value, name, context);
    if (found) return found;
  }
  return null;
}
