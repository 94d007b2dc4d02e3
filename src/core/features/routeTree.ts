/** Groups routes by file or by path, as the tree that the route map shows. */

import { t } from '../../text';
import type { FileRoutes, RouteRow } from './routeMap';

export type Grouping = 'file' | 'path';

/** `id` names a node for as long as what it shows is the same thing, however often the tree is made anew. */
export type RouteNode = GroupNode | LeafNode;

export interface GroupNode {
  readonly kind: 'folder' | 'file' | 'segment';
  readonly id: string;
  readonly label: string;
  /** Of a file: its folder in the workspace. */
  readonly detail: string;
  /** Of a file: its address. */
  readonly uri: string | null;
  readonly children: readonly RouteNode[];
  /** Routes below it. */
  readonly count: number;
}

export interface LeafNode {
  readonly kind: 'route';
  readonly id: string;
  readonly route: RouteRow;
  readonly file: FileRoutes;
}

export function routeTree(files: readonly FileRoutes[], grouping: Grouping): readonly RouteNode[] {
  return grouping === 'file' ? byFolder(files) : byPath(files);
}

// ---------------------------------------------------------------------------------------------------------------------
// By file

function byFolder(files: readonly FileRoutes[]): readonly RouteNode[] {
  const folders = new Map<string, FileRoutes[]>();
  for (const file of files) {
    if (file.routes.length === 0) continue;
    const folder = file.folder ?? '';
    const own = folders.get(folder);
    if (own) own.push(file);
    else folders.set(folder, [file]);
  }
  return [...folders].sort(byKey).flatMap(([name, own]) => {
    const children = own.sort((a, b) => compare(a.path, b.path)).map(fileNode);
    if (name === '') return children;
    return [
      { kind: 'folder', id: `folder ${name}`, label: name, detail: '', uri: null, children, count: sum(children) },
    ];
  });
}

function fileNode(file: FileRoutes): GroupNode {
  const cut = file.path.lastIndexOf('/');
  const children = leavesOf(file);
  return {
    kind: 'file',
    id: `file ${file.uri}`,
    label: file.path.slice(cut + 1),
    detail: file.path.slice(0, Math.max(cut, 0)),
    uri: file.uri,
    children,
    count: children.length,
  };
}

/** The same method and path may be registered twice in a file; the second is told apart by its number. */
function leavesOf(file: FileRoutes): LeafNode[] {
  const seen = new Map<string, number>();
  return file.routes.map((route) => {
    const name = `${file.uri} ${route.method} ${route.path}`;
    const number = seen.get(name) ?? 0;
    seen.set(name, number + 1);
    return { kind: 'route', id: `${name} ${number}`, route, file };
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// By path

interface Segment {
  /** As it was first written, a parameter in braces. */
  readonly label: string;
  readonly names: Set<string>;
  readonly routes: LeafNode[];
  readonly below: Map<string, Segment>;
}

/** Paths that lead to the same place stand together, whatever their frameworks call the parameters. */
function byPath(files: readonly FileRoutes[]): readonly RouteNode[] {
  const top = segment('');
  const unknown: LeafNode[] = [];
  for (const leaf of files.flatMap(leavesOf)) {
    if (leaf.route.path === null) {
      unknown.push(leaf);
      continue;
    }
    let place = top;
    for (const part of segmentsOf(leaf.route.path)) {
      const key = part.replaceAll(/\{[^{}]*\}/g, '{}');
      const next = place.below.get(key) ?? segment(part);
      next.names.add(part);
      place.below.set(key, next);
      place = next;
    }
    place.routes.push(leaf);
  }
  const nodes = [...top.below].sort(byKey).map(([key, below]) => segmentNode(below, `/${key}`, labelOf(below)));
  // Of the path `/` itself.
  const root = top.routes.length > 0 ? [segmentNode({ ...top, below: new Map() }, '/', '/')] : [];
  const rest = unknown.length > 0 ? [groupOf('unknown', t('Path not shown in the file'), inOrder(unknown))] : [];
  return [...root, ...nodes, ...rest];
}

function segment(label: string): Segment {
  return { label, names: new Set(), routes: [], below: new Map() };
}

/** A segment that only leads to one other is shown together with it. */
function segmentNode(own: Segment, key: string, label: string): GroupNode {
  const [only] = own.below;
  if (own.routes.length === 0 && own.below.size === 1 && only) {
    return segmentNode(only[1], `${key}/${only[0]}`, `${label}${labelOf(only[1])}`);
  }
  const below = [...own.below].sort(byKey).map(([next, each]) => segmentNode(each, `${key}/${next}`, labelOf(each)));
  return groupOf(key, label, [...inOrder(own.routes), ...below]);
}

/** Where files call a parameter differently, the first names are shown. */
function labelOf({ label, names }: Segment): string {
  return `/${names.size > 1 ? [...names].sort(compare).slice(0, 2).join(' ') : label}`;
}

function groupOf(key: string, label: string, children: readonly RouteNode[]): GroupNode {
  return { kind: 'segment', id: `path ${key}`, label, detail: '', uri: null, children, count: sum(children) };
}

const methodOrder = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY', 'ANY'];

function inOrder(leaves: readonly LeafNode[]): LeafNode[] {
  const rank = ({ route }: LeafNode) => methodOrder.indexOf(route.method);
  return [...leaves].sort(
    (a, b) => rank(a) - rank(b) || compare(a.file.path, b.file.path) || a.route.line - b.route.line,
  );
}

/** The segments of a path, every parameter in braces; a slash at the end is no segment. */
export function segmentsOf(path: string): string[] {
  return plainPath(path).split('/').filter(Boolean);
}

/**
 * A path with its parameters as `{name}`, from whatever its framework writes: `:id`, `:id(\d+)`, `<int:id>`, `{id:int}`,
 * `[id]`, and the named groups of Django's expressions.
 */
export function plainPath(path: string): string {
  return (
    path
      .replace(/^\^/, '')
      .replace(/(?:\\Z|\$)$/, '')
      .replaceAll(/\(\?P?<(\w+)>(?:\[[^\]]*\]|\\.|\([^()]*\)|[^()[\]\\])*\)/g, '{$1}')
      .replaceAll(/<([^<>:]*):\s*([^<>]*)>/g, (_, first: string, second: string) =>
        isType(second) && !isType(first) ? `{${first}}` : `{${second}}`,
      )
      .replaceAll(/<(\w+)>/g, '{$1}')
      .replaceAll(/\{(\w+)[^{}]*(?:\{[^{}]*\}[^{}]*)*\}/g, '{$1}')
      // Not in `items/{id}:archive`, where the colon begins the name of an action.
      .replaceAll(/(?<=^|[/.~-]):([A-Za-z_]\w*)(?:\((?:\\.|\([^()]*\)|[^()\\])*\)|\{[^{}]*\})?[?*+]?/g, '{$1}')
      .replaceAll(/\[{1,2}(?:\.\.\.)?(\w+)\]{1,2}/g, '{$1}')
  );
}

/** Flask and Django write the type in front, as in `<int:id>`, Sanic behind. */
function isType(word: string): boolean {
  return /^(?:int|float|number|str|string|strorempty|path|uuid|slug|alpha|ymd|ext|any)\b/.test(word);
}

// ---------------------------------------------------------------------------------------------------------------------

function sum(nodes: readonly RouteNode[]): number {
  return nodes.reduce((total, node) => total + (node.kind === 'route' ? 1 : node.count), 0);
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return compare(a[0], b[0]);
}

/** By UTF-16 units, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
