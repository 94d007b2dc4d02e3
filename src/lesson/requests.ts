/** Finds the endpoint that a request is for, and a request for whatever is to be shown. */

import type { SeenExchange, SentRequest } from './chapter';
import { chapters } from './course';
import type { Endpoint, Example } from './endpoint';
import { endpoints } from './lesson';

/** A request with everything said. */
export type WireRequest = SeenExchange['request'];

export function complete({ method, target, headers, body }: SentRequest): WireRequest {
  return { method, target, headers: headers ?? [], body: body ?? null };
}

/** The endpoint whose path a request has, and whose method too where there is one; undefined where none has the path. */
export function endpointOf({ method, target }: Pick<SentRequest, 'method' | 'target'>): Endpoint | undefined {
  const fitting = endpointsAt(target.split('?', 1)[0] ?? '');
  return fitting.find((endpoint) => endpoint.method === method) ?? fitting[0];
}

/** Those with this path, as Starlette matches it: a parameter is one segment, and a path without any goes first. */
export function endpointsAt(path: string): readonly Endpoint[] {
  return endpoints
    .filter((endpoint) => pattern(endpoint.path).test(path))
    .sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')));
}

function pattern(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()[\]\\|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}

/** An example as the request that is sent; a body is JSON. */
export function requestOfExample(
  endpoint: Pick<Endpoint, 'method' | 'path'>,
  { path = {}, query = '', headers = [], body }: Example,
): WireRequest {
  const filled = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const contentType = body === undefined ? [] : [['Content-Type', 'application/json'] as const];
  return {
    method: endpoint.method,
    target: query === '' ? filled : `${filled}?${query}`,
    headers: [...contentType, ...headers],
    body: body ?? null,
  };
}

/** The requests without a body that an example needs to come first. */
export function requestsBefore({ after = [] }: Example): readonly WireRequest[] {
  return after.map((line) => {
    const [method = '', target = ''] = line.split(' ');
    return complete({ method, target });
  });
}

/** Where a code is taught and seen: the chapter that tries it first, and a request that gets it from fresh data. */
export function placeOfCode(code: number): { readonly chapter: string | null; readonly request: WireRequest | null } {
  return { chapter: chapterOf(code), request: requestFor(code) };
}

function chapterOf(code: number): string | null {
  const tries = chapters.find((chapter) =>
    [...chapter.beginner, ...chapter.advanced].some((block) => block.kind === 'try' && block.status === code),
  );
  return (
    (tries ?? chapters.find((chapter) => JSON.stringify(chapter).includes(`"${code}"`)) ?? byClass(code))?.id ?? null
  );
}

function byClass(code: number) {
  const id = { 2: 'success', 4: 'client-errors', 5: 'server-errors' }[Math.floor(code / 100)];
  return chapters.find((chapter) => chapter.id === (id ?? 'status-codes'));
}

/** An endpoint that gives this answer for a reason, or the one that gives any; the demo sends 200 to 599. */
function requestFor(code: number): WireRequest | null {
  for (const endpoint of endpoints) {
    const example = endpoint.examples.find(({ status, after }) => status === code && !after);
    if (example) return requestOfExample(endpoint, example);
  }
  for (const chapter of chapters) {
    for (const block of [...chapter.beginner, ...chapter.advanced]) {
      if (block.kind === 'try' && block.status === code) return complete(block.request);
    }
  }
  return code >= 200 && code <= 599 ? complete({ method: 'GET', target: `/status/${code}` }) : null;
}
