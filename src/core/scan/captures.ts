/** Finds what may register routes, by the queries and shapes of frameworks, where the text can hold it. */

import type { Framework, Shape } from '../framework';
import type { Span } from '../model';
import { matchesWithin, type SyntaxNode, type SyntaxQuery } from '../syntax';
import type { ScanContext } from './context';
import { methodNames } from './methods';

/**
 * The closed vocabulary of every `query.scm`:
 * `@route` the whole declaration; `@route.call` the call that registers; `@route.handler` its function where the shape
 * shows it (otherwise it is decorated by the call, or an argument of it); `@route.verb` the name that is the method
 * where no call registers: a method of a class, an exported function.
 */
export const captureNames = ['route', 'route.call', 'route.handler', 'route.verb'] as const;

export interface Captured {
  readonly route: SyntaxNode | null;
  readonly call: SyntaxNode | null;
  readonly handler: SyntaxNode | null;
  readonly verb: SyntaxNode | null;
}

/** A query's text, or the name of a shape. */
export type Finder = string | Shape;

export function findersOf({ routing, queries }: Framework): readonly Finder[] {
  return [...routing.shapes, ...queries];
}

function isShape(finder: Finder): finder is Shape {
  return finder === 'decorators' || finder === 'class methods';
}

/** With `within`, only what touches one of these spans. */
export function capturesOf(
  finder: Finder,
  { pattern, local }: Hint,
  context: ScanContext,
  compiled: (query: string) => SyntaxQuery,
  within?: readonly Span[],
): Captured[] {
  const { root, text } = context;
  if (!isShape(finder)) {
    const query = compiled(finder);
    if (within) return within.flatMap((span) => matchesWithin(query, root, span).map(captured));
    if (!local) return query.matches(root).map(captured);
    return hits(pattern, text).flatMap((span) => matchesWithin(query, root, span).map(captured));
  }
  return hits(pattern, text).flatMap((hit) => {
    const found = shapeAt(finder, hit, context);
    const node = found?.call ?? found?.handler;
    return found && node && (!within || within.some((span) => touches(span, node))) ? [found] : [];
  });
}

function hits(pattern: RegExp, text: string): Span[] {
  const everywhere = new RegExp(pattern.source, `${pattern.flags}g`);
  return [...text.matchAll(everywhere)].map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
}

function shapeAt(shape: Shape, { start, end }: Span, { root, dialect }: ScanContext): Captured | null {
  const call = shape === 'decorators' ? dialect.decoratorAt(root, start) : null;
  const verb = shape === 'class methods' ? dialect.methodAt(root, end) : null;
  return call || verb ? { route: null, call, verb, handler: verb?.parent ?? null } : null;
}

function touches({ start, end }: Span, node: SyntaxNode): boolean {
  return node.startIndex < end && start < node.endIndex;
}

function captured({ captures }: ReturnType<SyntaxQuery['matches']>[number]): Captured {
  const node = (name: (typeof captureNames)[number]) => captures.find((capture) => capture.name === name)?.node ?? null;
  return { route: node('route'), call: node('route.call'), handler: node('route.handler'), verb: node('route.verb') };
}

/** What a text must contain for anything to be found: a look at the bytes costs far less than a query. */
export interface Hint {
  readonly pattern: RegExp;
  /** Does all that the query needs to see lie where the pattern matches, so that it need not run over the whole tree. */
  readonly local: boolean;
}

const hints = new WeakMap<Framework, Map<string, Hint>>();

export function hintOf(framework: Framework, finder: Finder): Hint {
  const known = hints.get(framework) ?? new Map<string, Hint>();
  hints.set(framework, known);
  const hint = known.get(finder) ?? newHint(framework, finder);
  known.set(finder, hint);
  return hint;
}

/** Nothing is registered on promises, which scripts of every kind wait for. */
const anyObject = '(?<!\\bPromise)';

function newHint({ routing }: Framework, finder: Finder): Hint {
  const verbs = Object.keys(routing.verbs).join('|');
  const words = [...Object.keys(routing.verbs), ...routing.generic].join('|');
  if (finder === 'class methods') return { pattern: new RegExp(`\\bdef\\s+(?:${verbs})\\b`), local: true };
  if (finder.includes('@route.verb')) {
    const name = finder.includes('method_definition') ? `(?<![\\w$.])(?:${verbs})\\s*[(<]` : `\\b(?:${verbs})\\b`;
    return { pattern: new RegExp(name), local: false };
  }
  // A query that names its calls itself, such as `add_api_route` of FastAPI.
  const named = [...finder.matchAll(/"(\w+)"/g)].map((match) => match[1]);
  if (routing.registration === 'call' || named.length > 0) {
    const calls = named.length > 0 ? `\\b(?:${named.join('|')})\\s*[(<]` : `${anyObject}\\.\\s*(?:${words})\\s*[(<]`;
    // Such a name is an event's as often: the method behind it tells.
    const first = routing.methodFirst.map(
      (name) => `|\\.\\s*${name}\\s*\\(\\s*\\[?\\s*['"](?:${[...methodNames].join('|')})\\b`,
    );
    return { pattern: new RegExp(calls + first.join('')), local: false };
  }
  return { pattern: new RegExp(`@(?<=^[ \\t]*@).*?\\b(?:${words})\\s*\\(`, 'm'), local: true };
}
