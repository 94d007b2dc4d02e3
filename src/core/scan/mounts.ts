/** What paths begin with: the prefix of a router's construction, and of the calls of the file that put it in place. */

import type { Framework, MountCall } from '../framework';
import type { SyntaxNode } from '../syntax';
import { argument, argumentAt } from './calls';
import type { ScanContext } from './context';
import type { CallParts } from './dialect';
import { once } from './memo';
import { belongsTo, forPattern, lastName } from './names';
import { nodesAt, same } from './nodes';
import { construction, onceForName } from './routers';
import { textOf } from './values';

/** Prefixes and paths are written with and without slashes at their ends: `@Controller("users")`, `@Get(":id")`. */
export function join(prefix: string | null, own: string): string {
  if (prefix === null) return own;
  const head = prefix.replace(/\/$/, '');
  const whole = own === '' || own.startsWith('/') ? head + own : `${head}/${own}`;
  return whole.startsWith('/') ? whole : `/${whole}`;
}

/** What every path of a router starts with, where the file shows its construction or its place. */
export function routerPrefix(router: SyntaxNode, framework: Framework, context: ScanContext): string | null {
  return onceForName('prefix', router, framework, context, () => prefixOf(router, framework, context, 0));
}

function prefixOf(router: SyntaxNode, framework: Framework, context: ScanContext, depth: number): string | null {
  const { prefixKeyword } = framework.routing;
  const built = construction(router, context);
  const parts = built ? context.dialect.call(built) : null;
  const prefix = parts && prefixKeyword !== null ? argument(parts, null, prefixKeyword) : null;
  const own = prefix ? textOf(prefix, context) : null;
  // `app.router` of aiohttp is the application's own.
  const name = context.dialect.member(router)?.object ?? router;
  const mount = context.dialect.kind(name) === 'name' ? mountOf(name.text, framework, context) : null;
  if (!mount || depth > 4) return own;
  const before = mountPrefix(mount, framework, context, depth);
  if (before === null) return own;
  return own === null || (mount.table.replaces && mount.written) ? before : join(before, own);
}

/** The prefix of the calls that hold a node among what they put in place, or that are given the list it is in. */
export function prefixAround(node: SyntaxNode, framework: Framework, context: ScanContext, depth = 0): string | null {
  if (depth > 4) return null;
  const mounts = mountsIn(framework, context);
  for (let here: SyntaxNode | null = node; here; here = here.parent) {
    const outer = mounts.find((mount) => same(mount.call, here) && !same(here, node));
    if (outer) return mountPrefix(outer, framework, context, depth);
    const whole = same(here, node) || context.dialect.kind(here) === 'list';
    const place = whole ? context.dialect.place(here) : null;
    if (place?.kind === 'assigned') return namedPrefix(place.target.text, framework, context, depth + 1);
    if (context.dialect.kind(here) === 'function') return null;
  }
  return null;
}

/** The prefix of the call that a function, class or list is given to by its name. */
export function namedPrefix(name: string, framework: Framework, context: ScanContext, depth = 0): string | null {
  const mount = mountOf(name, framework, context);
  return mount ? mountPrefix(mount, framework, context, depth) : null;
}

interface Mount {
  readonly table: MountCall;
  readonly call: SyntaxNode;
  readonly parts: CallParts;
  /** Names of what it puts in place. */
  readonly names: readonly string[];
  readonly written: SyntaxNode | null;
}

/** The one call that puts a name in place; null where there is none, or where several give it different places. */
function mountOf(name: string, framework: Framework, context: ScanContext): Mount | null {
  const mounts = mountsIn(framework, context).filter(({ names }) => names.includes(name));
  return mounts.length === 1 ? (mounts[0] ?? null) : null;
}

/** Its own prefix behind that of what it is called on, or of what it stands in. */
function mountPrefix(mount: Mount, framework: Framework, context: ScanContext, depth: number): string | null {
  const own = mount.written ? textOf(mount.written, context) : '';
  const parent = context.dialect.member(mount.parts.callee)?.object;
  const around =
    mount.table.of === 'router' && parent
      ? prefixOf(parent, framework, context, depth + 1)
      : prefixAround(mount.call, framework, context, depth + 1);
  if (own === null) return null;
  return around === null ? own || null : join(around, own);
}

function mountsIn(framework: Framework, context: ScanContext): readonly Mount[] {
  return once(`calls that mount for ${framework.id}`, context, () => findMounts(framework, context));
}

function findMounts(framework: Framework, context: ScanContext): Mount[] {
  const tables = framework.routing.mounts;
  return callsOf(tables, framework, context).map(({ table, call, parts }) => {
    const { mounted } = table;
    const every = mounted.index === undefined && mounted.keyword === undefined;
    const given = every
      ? parts.arguments.filter((item) => item.name === null).map((item) => item.value)
      : [argumentAt(parts, mounted)];
    const names = given.flatMap((node) => {
      const listed = node && context.dialect.kind(node) === 'list' ? context.dialect.elements(node) : [node];
      return listed.flatMap((item) => (item && context.dialect.kind(item) === 'name' ? [item.text] : []));
    });
    return { table, call, parts, names, written: argumentAt(parts, table.prefix) };
  });
}

interface CallTable {
  readonly name: string;
  readonly of: 'framework' | 'router';
}

/** The calls in the file that a table names, where what is called is the framework's own or a member. */
export function callsOf<Table extends CallTable>(tables: readonly Table[], framework: Framework, context: ScanContext) {
  if (tables.length === 0) return [];
  const { dialect, names } = context;
  const words = [...new Set(tables.map(({ name }) => name))];
  if (!words.some((word) => context.text.includes(word))) return [];
  // The file may have given an imported name another one.
  const aliases = names.imports.filter(({ path }) => words.includes(lastName(path))).map(({ local }) => local);
  const pattern = new RegExp(`\\b(?:${[...new Set([...words, ...aliases])].map(forPattern).join('|')})\\s*\\(`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (paren) => paren.parent?.parent ?? null);
  return nodes.flatMap((call) => {
    const parts = dialect.call(call);
    if (!parts) return [];
    const member = dialect.member(parts.callee);
    const reference = names.resolve(parts.callee);
    const table = tables.find(({ name, of }) =>
      of === 'router'
        ? member?.property.text === name
        : lastName(reference?.path ?? '') === name && belongsTo(reference?.module ?? null, framework.modules),
    );
    return table ? [{ table, call, parts }] : [];
  });
}
