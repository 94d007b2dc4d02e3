/** Routes requests as Starlette does, so that every path, method and slash gets the answer FastAPI would give. */

import type { Params, Result, Router } from 'hono/router';

/** What a server knows about a request that a web-standard Request cannot carry, or only at some cost. */
export interface RequestBindings {
  /** The request target as it came over the wire: parsing it into a URL would resolve `..` and drop a fragment. */
  readonly target?: string;
  /** The values of all headers of a name in lower case; web-standard Headers would join them. */
  readonly headers?: (name: string) => readonly string[];
  readonly body?: () => Promise<Uint8Array>;
}

/** Enough of a Request for Hono, which asks it for its method only, where all else is in the bindings. */
export function requestLike(method: string): Request {
  return { method, url: 'http://localhost/' } as Request;
}

interface Route<T> {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handler: T;
}

/** A router for Hono: patterns are tried in the order of their registration, on the decoded path, and the first answers. */
export class StarletteRouter<T> implements Router<T> {
  readonly name = 'StarletteRouter';
  readonly #routes: Route<T>[] = [];

  add(method: string, path: string, handler: T): void {
    this.#routes.push({ method, pattern: pathPattern(path), handler });
  }

  match(method: string, path: string): Result<T> {
    for (const route of this.#routes) {
      if (route.method !== method) continue;
      const found = route.pattern.exec(path);
      if (found) return [[[route.handler, protectedParams(found.groups)]]];
    }
    return [[]];
  }

  /** The method of the first path operation at this path, the only one that Starlette names in Allow. */
  methodAt(path: string): string | undefined {
    return this.#routes.find((route) => route.pattern.test(path))?.method;
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

const noParams: Params = {};

/** Hono decodes parameters once more when they are read; the path they come from is decoded already. */
function protectedParams(groups: Record<string, string> | undefined): Params {
  if (!groups) return noParams;
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value.replaceAll('%', '%25')]));
}

/** The target of a request: path and query, still encoded. */
export function requestTarget(request: Request, bindings?: RequestBindings): { path: string; query: string } {
  const target = bindings?.target ?? targetOfUrl(request.url);
  const mark = target.indexOf('?');
  return mark === -1 ? { path: target, query: '' } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

function targetOfUrl(address: string): string {
  const url = new URL(address);
  return url.pathname + url.search;
}

/** The path that ASGI hands to the application: uvicorn decodes it before any route is tried, `%2F` included. */
export function requestPath(request: Request, bindings?: RequestBindings): string {
  return unquote(requestTarget(request, bindings).path);
}

/** The last value of each query parameter, which is the one that FastAPI takes: Python's `parse_qsl`, with blank values. */
export function queryParameters(query: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const sign = part.indexOf('=');
    const [name, value] = sign === -1 ? [part, ''] : [part.slice(0, sign), part.slice(sign + 1)];
    parameters.set(unquote(name.replaceAll('+', ' ')), unquote(value.replaceAll('+', ' ')));
  }
  return parameters;
}

/** The same path with its trailing slash added or removed, which Starlette redirects to where a route is found there. */
export function otherSlash(path: string): string {
  if (!path.endsWith('/')) return `${path}/`;
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** An absolute URL for Location, encoded as Starlette's RedirectResponse does it. */
export function redirectUrl(scheme: string, host: string, path: string, query: string): string {
  return quote(`${scheme}://${host}${path}${query && `?${query}`}`);
}

/** Python's `urllib.parse.unquote`. */
function unquote(text: string): string {
  if (!text.includes('%')) return text;
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    decoder.decode(Uint8Array.from(run.slice(1).split('%'), (pair) => Number.parseInt(pair, 16))),
  );
}

/** Python's `urllib.parse.quote` with the characters that starlette/responses.py calls safe. */
function quote(text: string): string {
  return text.replace(/[^\w.~:/%#?=@[\]!$&'()*+,;-]+/g, encodeURIComponent);
}
