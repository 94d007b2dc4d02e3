/** Routes requests as Starlette does, so that every path, method and slash gets the answer FastAPI would give. */

import type { Params, Result, Router } from 'hono/router';

/** What a server knows about a request that a web-standard Request cannot carry. */
export interface RequestBindings {
  /** The request target as it came over the wire: parsing it into a URL would resolve `..` and drop a fragment. */
  readonly target?: string;
}

interface Route<T> {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: T;
}

/** A router for Hono: patterns are tried in the order of their registration, on the decoded path. */
export class StarletteRouter<T> implements Router<T> {
  readonly name = 'StarletteRouter';
  readonly #routes: Route<T>[] = [];

  add(method: string, path: string, handler: T): void {
    this.#routes.push({ method, pattern: path.endsWith('*') ? /^/ : pathPattern(path), handler });
  }

  match(method: string, path: string): Result<T> {
    const matches: [T, Params][] = [];
    for (const route of this.#routes) {
      if (route.method !== method && route.method !== 'ALL') continue;
      const found = route.pattern.exec(path);
      if (found) matches.push([route.handler, protectedParams(found.groups ?? {})]);
    }
    return [matches];
  }

  /** The method of the first path operation at this path, the only one that Starlette names in Allow. */
  methodAt(path: string): string | undefined {
    return this.#routes.find((route) => route.method !== 'ALL' && route.pattern.test(path))?.method;
  }
}

/** Python's `$` also matches before a line feed at the very end, so `/items%0A` is `/items`: starlette/routing.py, compile_path. */
function pathPattern(template: string): RegExp {
  const source = template
    .split('/')
    .map((part) => (part.startsWith(':') ? `(?<${part.slice(1)}>[^/]+)` : part.replace(/[^\w-]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}\\n?$`);
}

/** Hono decodes parameters once more when they are read; the path they come from is decoded already. */
function protectedParams(groups: Record<string, string>): Params {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value.replaceAll('%', '%25')]));
}

/** The target of a request: path and query, still encoded. */
export function requestTarget(request: Request, bindings?: RequestBindings): { path: string; query: string } {
  const url = new URL(request.url);
  const target = bindings?.target ?? url.pathname + url.search;
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** The path that ASGI hands to the application: uvicorn decodes it before any route is tried, `%2F` included. */
export function requestPath(request: Request, bindings?: RequestBindings): string {
  return unquote(requestTarget(request, bindings).path);
}

/** The same path with its trailing slash added or removed, which Starlette redirects to where a route is found there. */
export function otherSlash(path: string): string {
  return path.endsWith('/') ? path.replace(/\/+$/, '') : `${path}/`;
}

/** An absolute URL for Location, encoded as Starlette's RedirectResponse does it. */
export function redirectUrl(host: string, path: string, query: string): string {
  return quote(`http://${host}${path}${query && `?${query}`}`);
}

/** Python's `urllib.parse.unquote`. */
function unquote(text: string): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    decoder.decode(Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))),
  );
}

/** Python's `urllib.parse.quote` with the characters that starlette/responses.py calls safe. */
function quote(text: string): string {
  return text.replace(/[^\w.~:/%#?=@[\]!$&'()*+,;-]+/g, encodeURIComponent);
}
