/** What the path of a route starts with: the prefixes of the router it is registered on and of those that router is mounted on. */

import type { Framework } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { CallParts } from './dialect';
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

/** The expression that a chain of calls begins with: `new Hono()` in `new Hono().get("/x", h)`. */
export function chainRoot(node: SyntaxNode, context: ScanContext): SyntaxNode {
  const { dialect } = context;
  let here = dialect.peel(node);
  for (let steps = 0; steps < 64; steps++) {
    const callee = dialect.call(here)?.callee;
    const member = callee && here.type !== 'new_expression' ? dialect.member(callee) : null;
    const object = member && dialect.peel(member.object);
    // `express.Router()` makes a router; `router.get(...)` is a call on one.
    const reference = object && dialect.kind(object) === 'name' ? context.names.resolve(object) : null;
    if (!object || (reference?.module && !reference.called)) return here;
    here = object;
  }
  return here;
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
  const root = chainRoot(router, context);
  const identity = identityOf(root, context);
  const parts = [
    identity ? outerPrefix(identity, framework, context, depth) : null,
    constructedPrefix(root, framework, context, depth),
    identity ? statedPrefix(identity, framework, context) : null,
    chainPrefix(router, framework, context),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.reduce(joinPaths, '');
}

/** Is a name the first parameter of a function that the file registers: `app.register(async (scope) => ...)`. */
export function isHandedRouter(router: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const identity = context.dialect.kind(router) === 'name' ? identityOf(router, context) : null;
  if (identity?.name !== null) return false;
  return mountsOf(framework, context).some((mount) =>
    mount.arguments.some((value) => stands(value, identity, context)),
  );
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
  // A construction with its chain of calls: the name it is assigned to.
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
  const option = call.arguments[0] && keyword !== null ? property(call.arguments[0].value, keyword, context) : null;
  if (option) return textOf(option, context);
  if (!bound) return null;
  const base = chainRoot(value, context);
  if (same(base, value)) return null;
  // `const api = app.basePath("/api")` starts with all that `app` starts with.
  return dialect.kind(base) === 'name'
    ? mountedPrefix(value, framework, context, depth + 1)
    : [constructedPrefix(base, framework, context, depth + 1), chainPrefix(value, framework, context)]
        .filter((part) => part !== null)
        .reduce<string | null>((all, part) => joinPaths(all ?? '', part), null);
}

/** Prefixes given along the chain that an expression is: `app.basePath("/v1")`. */
function chainPrefix(node: SyntaxNode, { routing }: Framework, context: ScanContext): string | null {
  const { dialect } = context;
  const given: string[] = [];
  let here = dialect.peel(node);
  for (let steps = 0; steps < 64; steps++) {
    const call = dialect.call(here);
    const member = call ? dialect.member(call.callee) : null;
    if (!call || !member) break;
    const prefix = routing.prefixCalls.includes(member.property.text) && call.arguments[0];
    const text = prefix ? textOf(prefix.value, context) : null;
    if (text !== null) given.unshift(text);
    here = dialect.peel(member.object);
  }
  return given.length === 0 ? null : given.reduce(joinPaths, '');
}

/** `router.prefix("/x");`: a statement of its own, which changes the router. */
function statedPrefix({ name }: Identity, { routing }: Framework, context: ScanContext): string | null {
  const { dialect } = context;
  if (name === null || routing.prefixCalls.length === 0) return null;
  const calls = callsNamed(routing.prefixCalls, context).filter((node) => {
    const call = dialect.call(node);
    const member = call ? dialect.member(call.callee) : null;
    return member?.object.text === name && dialect.wholeStatement(node) !== null;
  });
  const prefix = calls.length === 1 && calls[0] ? dialect.call(calls[0])?.arguments[0] : undefined;
  return prefix ? textOf(prefix.value, context) : null;
}

/** What the router is mounted under, with all that is around it; null where that is nowhere or in several places. */
function outerPrefix(identity: Identity, framework: Framework, context: ScanContext, depth: number): string | null {
  const mounts = mountsOf(framework, context).filter((mount) =>
    mount.arguments.some((value) => stands(value, identity, context)),
  );
  const [mount] = mounts;
  if (!mount || mounts.length > 1) return null;
  const around = mountedPrefix(mount.router, framework, context, depth + 1);
  if (mount.prefix === null) return around;
  return joinPaths(around ?? '', mount.prefix);
}

function stands(value: SyntaxNode, identity: Identity, context: ScanContext): boolean {
  const { dialect, names } = context;
  const here = dialect.peel(value);
  if (identity.name === null) {
    const bound = dialect.kind(here) === 'name' ? names.valueBoundTo(here) : null;
    return same(here, identity.node) || same(bound, identity.node);
  }
  if (here.text === identity.name) return true;
  // `router.routes()` of Koa.
  const callee = dialect.call(here)?.callee;
  const member = callee ? dialect.member(callee) : null;
  return member?.object.text === identity.name && /^(?:routes|middleware)$/.test(member.property.text);
}

const found = new WeakMap<ScanContext, Map<Framework, readonly Mount[]>>();

function mountsOf(framework: Framework, context: ScanContext): readonly Mount[] {
  const known = found.get(context) ?? new Map<Framework, readonly Mount[]>();
  found.set(context, known);
  const mounts = known.get(framework) ?? findMounts(framework, context);
  known.set(framework, mounts);
  return mounts;
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
export function callsNamed(names: readonly string[], context: ScanContext): SyntaxNode[] {
  if (names.length === 0) return [];
  return nodesAt(context.root, context.text, new RegExp(`\\.\\s*(?:${names.join('|')})\\s*\\(`, 'g'), (paren) => {
    const call = paren.parent?.parent ?? null;
    return call && context.dialect.call(call) ? call : null;
  });
}

function optionOf(call: CallParts, name: string, context: ScanContext): SyntaxNode | null {
  for (const { value } of call.arguments) {
    const found = property(value, name, context);
    if (found) return found;
  }
  return null;
}

function property(node: SyntaxNode, name: string, context: ScanContext): SyntaxNode | null {
  const { dialect } = context;
  const mapping = dialect.peel(node);
  if (dialect.kind(mapping) !== 'mapping') return null;
  return dialect.pairs(mapping).find(({ key }) => (dialect.stringValue(key) ?? key.text) === name)?.value ?? null;
}
