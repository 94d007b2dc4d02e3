/** Between what stands in the composer and the request that goes out, both ways, without any rendering. */

import type { Draft, PanelEndpoint, PanelMirror, PanelRequest } from '../protocol';
import { jsonProblemAt } from './json';
import { strings } from './strings';

type MirroredRoute = PanelMirror['routes'][number];

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** The names in the braces of a path template. */
export function parameterNames(path: string): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** What to send: each parameter is encoded so that it stays one segment, and what no request line can hold. */
export function targetOf({ path, parameters, query }: Draft): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(parameters[name] ?? ''));
  const pairs = query.filter(([name]) => name !== '').map((pair) => pair.map(encodeURIComponent).join('='));
  const start = filled.replace(/[^!-~]/gu, encodeURIComponent);
  if (pairs.length === 0) return start;
  return `${start}${start.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

export function requestOf(draft: Draft): PanelRequest {
  const headers = draft.headers.filter(([name]) => name !== '');
  return { method: draft.method, target: targetOf(draft), headers, body: draft.body };
}

/** The fields filled in for a request, with the path as its endpoint writes it where there is one. */
export function draftOf({ method, target, headers, body }: PanelRequest, endpoints: readonly PanelEndpoint[]): Draft {
  const [path = '', ...rest] = target.split('?');
  const endpoint = endpointFor(method, path, endpoints);
  const parameters = (endpoint && match(endpoint.path, path)) ?? {};
  const query = rest
    .join('?')
    .split('&')
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const [name = '', ...value] = part.split('=');
      return [decoded(name), decoded(value.join('='))];
    });
  return { method, path: endpoint?.path ?? path, parameters, query, headers, body };
}

/** The endpoint that a draft is for; undefined where none has this method and path. */
export function endpointOfDraft(draft: Draft, endpoints: readonly PanelEndpoint[]): PanelEndpoint | undefined {
  return (
    endpoints.find(({ method, path }) => method === draft.method && path === draft.path) ??
    endpointFor(draft.method, draft.path.split('?')[0] ?? '', endpoints)
  );
}

function endpointFor(method: string, path: string, endpoints: readonly PanelEndpoint[]): PanelEndpoint | undefined {
  return endpoints
    .filter((endpoint) => endpoint.method === method && match(endpoint.path, path))
    .sort((a, b) => parameterNames(a.path).length - parameterNames(b.path).length)[0];
}

/** Where the mirror begins; the same as the demo has it. */
const mirrorPath = '/mirror';

/** A request for a mirrored route, with a value for each parameter, that asks for one of its answers. */
export function requestOfMirrored({ method, path }: MirroredRoute, status: number | null): PanelRequest {
  const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
  return {
    method: method === 'ANY' ? 'GET' : method,
    target: `${mirrorPath}${path.replace(/\{\*?\w+\}/g, '1')}`,
    headers: [
      ['Accept', 'application/json'],
      ...(hasBody ? [['Content-Type', 'application/json'] as const] : []),
      ...(status === null ? [] : [['Prefer', `code=${status}`] as const]),
    ],
    body: hasBody ? '{}' : null,
  };
}

/** The mirrored route that a draft is for. */
export function mirroredRouteOf(draft: Draft, mirror: PanelMirror | null | undefined): MirroredRoute | undefined {
  const path = targetOf(draft).split('?')[0] ?? '';
  return mirror?.routes.find(
    (route) =>
      [draft.method, 'ANY'].includes(route.method) &&
      match(`${mirrorPath}${route.path.replace(/\{\*/g, '{')}`, path) !== null,
  );
}

/** The values of the parameters of a template in a path; null where it does not fit. */
function match(template: string, path: string): Readonly<Record<string, string>> | null {
  const names = parameterNames(template);
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()[\]\\|]/g, '\\$&'));
  const found = new RegExp(`^${parts.join('([^/]+)')}$`).exec(path);
  return found && Object.fromEntries(names.map((name, index) => [name, decoded(found[index + 1] ?? '')]));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The same request, apart from how it is written down. */
export function sameRequest(a: PanelRequest, b: PanelRequest): boolean {
  return JSON.stringify(a, memberOrder) === JSON.stringify(b, memberOrder);
}

const memberOrder = ['method', 'target', 'headers', 'body', '0', '1'];

/** Something about a draft that the user may want to change; it cannot be sent as long as one of them stands in the way. */
export interface DraftProblem {
  readonly where: 'path' | 'headers' | 'body';
  readonly text: string;
  readonly inTheWay: boolean;
}

/** Token and field value of RFC 9110 §5. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;

export function problemsOf(draft: Draft): readonly DraftProblem[] {
  const { problems } = strings.composer;
  const found: DraftProblem[] = [];
  if (!draft.path.startsWith('/')) found.push({ where: 'path', text: problems.path, inTheWay: true });
  for (const name of parameterNames(draft.path)) {
    if (!draft.parameters[name]) found.push({ where: 'path', text: problems.parameter(name), inTheWay: false });
  }
  for (const [name, value] of draft.headers) {
    if (name === '') continue;
    if (!headerName.test(name)) found.push({ where: 'headers', text: problems.headerName(name), inTheWay: true });
    else if (!headerValue.test(value))
      found.push({ where: 'headers', text: problems.headerValue(name), inTheWay: true });
  }
  const wrong = draft.body === null || !isJson(draft) ? null : jsonProblemAt(draft.body);
  if (draft.body !== null && wrong !== null) {
    const line = draft.body.slice(0, wrong).split('\n').length;
    found.push({ where: 'body', text: `${problems.json(line)} ${problems.sendAnyway}`, inTheWay: false });
  }
  return found;
}

/** Whether the body says of itself that it is JSON, as most of them do. */
function isJson({ headers }: Draft): boolean {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? 'application/json';
  return /\bjson\b/i.test(type);
}
