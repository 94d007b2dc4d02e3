/** What a template's code has to be called in a file: its router, its constants, and whether it can stand there. */

import { slice } from '../edits';
import { constantsAt, type Spelled, spellingsFor } from '../features/constants';
import type { Framework } from '../framework';
import type { Route, UseRole } from '../model';
import type { Outline } from '../outline';
import { resourceWords, written } from './naming';
import type { StatusPart } from './parts';
import type { ImportedName } from './statements';
import type { Section, Template } from './template';

export interface OwnRouter {
  readonly name: string;
  /** What made it; null where the file does not show it. */
  readonly by: string | null;
  /** What its paths start with; null where the file does not show that. */
  readonly prefix: string | null;
}

/** The router that a handler at an offset is registered on; null where the file shows none. */
export function routerAt(offset: number, outline: Outline, framework: Framework, text: string): OwnRouter | null {
  const plugin = outline.plugins.find(
    ({ span, framework: id }) => id === framework.id && span.start < offset && offset <= span.end,
  );
  if (plugin) return { name: plugin.router, by: null, prefix: null };
  const { routes, imports } = outline.scan;
  const routers = outline.routers.filter(
    (router) => router.framework === framework.id && !framework.routing.mountsOnly?.includes(router.by ?? ''),
  );
  const names = new Set([...outline.declared, ...imports.map(({ local }) => local)]);
  const used = routes
    .filter((route) => route.framework === framework.id && route.span.start < offset)
    .map((route) => receiverOf(route, text))
    .filter((each) => names.has(each));
  const handed = imports.find(
    ({ local, module }) => module.startsWith('.') && framework.routing.routerNames.test(local),
  );
  const before = routers.filter(({ from }) => from < offset).at(-1);
  const name = used.at(-1) ?? before?.name ?? routers[0]?.name ?? handed?.local;
  if (name === undefined) return null;
  const known = routers.find((router) => router.name === name);
  const own = routes.filter((route) => route.framework === framework.id && receiverOf(route, text) === name);
  return { name, by: known?.by ?? null, prefix: known?.prefix ?? usualPrefix(own) };
}

/**
 * A router whose paths are `/` and `/:orderId` and nothing else is mounted by another file, and what it is about says
 * where that is by custom; null where the paths say something else.
 */
function usualPrefix(routes: readonly Route[]): string | null {
  const paths = routes.map(({ path }) => path ?? '?');
  if (!paths.every((path) => /^\/?(?:[:{<].*)?$/.test(path))) return null;
  const [, id] = paths.map((path) => /^\/(?::|\{|<(?:\w+:)?)(\w+?)_?[iI]d\b/.exec(path)).find(Boolean) ?? [];
  const words = id === undefined ? null : resourceWords(id);
  return words && `/${written(words, { kind: 'resource', form: 'path', plural: true }, 'python')}`;
}

/** `app` of `app.post`. */
function receiverOf(route: Route, text: string): string {
  return /^@?([\w$]+)\s*\./.exec(slice(text, route.head))?.[1] ?? '';
}

/** Has the router what a section calls on it. */
export function serves(router: OwnRouter, section: Section): boolean {
  return section.on.length === 0 || (router.by !== null && section.on.includes(router.by));
}

/** Are handlers of this template members of a class. */
export function isInClass(template: Template, section: Section): boolean {
  return !section.isTest && !section.apart && template.frame.blocks.some(({ hole }) => hole !== null && hole !== '');
}

export type SpellingOf = (code: number) => Spelled;

/** How a file spells codes at an offset, each worked out once. */
export function spellingIn(outline: Outline, framework: Framework, text: string, offset: number): SpellingOf {
  const { scan, project } = outline;
  const request = { scan, text, project, frameworks: [framework] };
  const asConstant = (role: UseRole) =>
    spellingsFor(role, request)[0] === 'constants'
      ? constantsAt(role, { start: offset, end: offset }, request)
      : () => null;
  const [success, failure] = [asConstant('success'), asConstant('raised')];
  const known = new Map<number, Spelled>();
  return (code) => {
    const constant = known.get(code) ?? (code < 400 ? success : failure)(code);
    const spelled = constant ?? { written: String(code), edits: [], needs: null };
    known.set(code, spelled);
    return spelled;
  };
}

export interface Speller {
  /** A status as the file writes it. */
  readonly write: (status: StatusPart) => string;
  /** Constants among what was written that the file does not import yet. */
  imports(): readonly ImportedName[];
}

/** Spells the statuses of one piece of code. */
export function speller(framework: Framework, spellingOf: SpellingOf): Speller {
  const written = new Set<Spelled>();
  return {
    write({ code, isKey, callee }) {
      if (framework.numbersOnly?.includes(callee)) return String(code);
      const spelled = spellingOf(code);
      written.add(spelled);
      const isConstant = spelled.written !== String(code);
      return isKey && framework.language === 'ecmascript' && isConstant ? `[${spelled.written}]` : spelled.written;
    },
    imports() {
      return [...written].flatMap(({ needs }) =>
        needs ? [{ ...needs, local: needs.name, type: false, own: false }] : [],
      );
    },
  };
}
