/** Runs the queries of frameworks where the text can hold what they find. */

import type { Framework } from '../framework';
import type { Language, Span } from '../model';
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

/** With `within`, only what touches one of these spans. */
export function capturesOf(
  query: SyntaxQuery,
  { pattern, local }: Hint,
  context: ScanContext,
  within?: readonly Span[],
): Captured[] {
  if (within) return within.flatMap((span) => matchesWithin(query, context.root, span).map(captured));
  if (!local) return query.matches(context.root).map(captured);
  const everywhere = new RegExp(pattern.source, `${pattern.flags}g`);
  return [...context.text.matchAll(everywhere)].flatMap((hit) => {
    const span = { start: hit.index, end: hit.index + hit[0].length };
    return matchesWithin(query, context.root, span).map(captured);
  });
}

function captured({ captures }: ReturnType<SyntaxQuery['matches']>[number]): Captured {
  const node = (name: (typeof captureNames)[number]) => captures.find((capture) => capture.name === name)?.node ?? null;
  return { route: node('route'), call: node('route.call'), handler: node('route.handler'), verb: node('route.verb') };
}

/** What a text must contain for a query to find anything: a look at the bytes costs far less than a query. */
export interface Hint {
  readonly pattern: RegExp;
  /** Does all that the query needs to see lie where the pattern matches, so that it need not run over the whole tree. */
  readonly local: boolean;
}

const hints = new WeakMap<Framework, Map<string, Hint>>();

export function hintOf(framework: Framework, query: string): Hint {
  const known = hints.get(framework) ?? new Map<string, Hint>();
  hints.set(framework, known);
  const hint = known.get(query) ?? newHint(framework, query);
  known.set(query, hint);
  return hint;
}

/** Nothing is registered on promises, which scripts of every kind wait for. */
const anyObject = '(?<!\\bPromise)';

/** How the name of a handler stands where it is declared. */
function declaration(verbs: string, language: Language, query: string): string {
  if (language === 'python') return `\\bdef\\s+(?:${verbs})\\b`;
  return query.includes('method_definition') ? `(?<![\\w$.])(?:${verbs})\\s*[(<]` : `\\b(?:${verbs})\\b`;
}

function newHint({ language, routing }: Framework, query: string): Hint {
  const verbs = Object.keys(routing.verbs).join('|');
  const words = [...Object.keys(routing.verbs), ...routing.generic].join('|');
  if (query.includes('@route.verb')) {
    return { pattern: new RegExp(declaration(verbs, language, query)), local: false };
  }
  // A query that names its calls itself, such as `add_api_route` of FastAPI.
  const named = [...query.matchAll(/"(\w+)"/g)].map((match) => match[1]);
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
