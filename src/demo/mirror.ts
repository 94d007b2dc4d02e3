/** Answers for routes that exist only as code so far: each with a status that its code sends and a sample of its body. */

import { plainResponse } from './plainResponse';
import type { RequestBindings } from './starlette';

/** A route as its code describes it. */
export interface MirrorRoute {
  /** `ANY` answers all. */
  readonly method: string;
  /** With parameters in braces; `{*rest}` takes what is left of the path. */
  readonly path: string;
  readonly statuses: readonly [number, ...number[]];
  /** JSON; null where the code does not show what it looks like. */
  readonly sample: string | null;
  /** Handler, file and line. */
  readonly from: string;
}

/** Everything of the mirror is below this path, and has this header, so that nobody takes it for the real thing. */
export const mirrorPath = '/mirror';
export const mirrorHeader = 'X-Mirror';

/** The answer to a request below the mirror's path; null for any other. */
export function mirrorAnswer(
  routes: readonly MirrorRoute[],
  method: string,
  { target = '', headers = () => [] }: RequestBindings,
): Response | null {
  const [full = ''] = target.split(/[?#]/, 1);
  if (full !== mirrorPath && !full.startsWith(`${mirrorPath}/`)) return null;
  const path = full.slice(mirrorPath.length) || '/';
  const fitting = routes.filter((route) => fits(route.path, path)).sort((a, b) => weight(a.path) - weight(b.path));
  const route = fitting.find((each) => each.method === method || each.method === 'ANY');
  if (route) return routeAnswer(route, preferred(headers('prefer')));
  if (fitting.length > 0) {
    const allow = [...new Set(fitting.map((each) => each.method))].join(', ');
    return answer(405, 'no route', { Allow: allow }, { detail: 'The mirror has this path for other methods only.' });
  }
  if (path !== '/') return answer(404, 'no route', {}, { detail: 'The mirror has no route with this path.' });
  const list = routes.map(({ method: of, path: at, statuses, from }) => ({
    method: of,
    path: `${mirrorPath}${at}`,
    statuses,
    from,
  }));
  return answer(200, 'all routes', {}, { mirror: true, routes: list });
}

function routeAnswer({ statuses, sample, from }: MirrorRoute, wanted: number | null): Response {
  const status = wanted !== null && statuses.includes(wanted) ? wanted : statuses[0];
  if (status === 204 || status === 205 || status === 304) return plainResponse(status, [marked(from)], null);
  if (status >= 300 && status < 400) return plainResponse(status, [marked(from), ['Location', mirrorPath]], '');
  if (status >= 400) return answer(status, from, {}, { detail: 'A sample error of the mirror.' });
  return plainResponse(status, [marked(from), contentType], sample ?? '{}');
}

const contentType = ['Content-Type', 'application/json'] as const;

function answer(status: number, from: string, headers: Readonly<Record<string, string>>, body: unknown): Response {
  return plainResponse(status, [marked(from), ...Object.entries(headers), contentType], JSON.stringify(body));
}

/** A header holds visible ASCII; a path may be anything. */
function marked(from: string): readonly [string, string] {
  return [mirrorHeader, from.replace(/[^ -~]/g, '?')];
}

/** `Prefer: code=404` asks for that answer, as other mock servers have it (RFC 7240 for the header). */
function preferred(values: readonly string[]): number | null {
  const found = /(?:^|[,;\s])code=(\d{3})\b/.exec(values.join(','));
  return found ? Number(found[1]) : null;
}

/** Fixed paths go before those with parameters, and those before what takes the rest. */
function weight(path: string): number {
  return (path.match(/\{\w/g) ?? []).length + 100 * (path.match(/\{\*/g) ?? []).length;
}

/**
 * Whether a path is one of a template, with or without a slash at its end. No regular expression is made of what people
 * write in their code: `{a}-{b}-{c}` would take the cube of a long path's length.
 */
function fits(template: string, path: string): boolean {
  const wanted = segmentsOf(template);
  const given = segmentsOf(path);
  const rest = wanted.findIndex((segment) => segment.startsWith('{*'));
  if (rest === -1)
    return given.length === wanted.length && wanted.every((each, index) => fitsSegment(each, given[index]));
  const behind = wanted.length - rest - 1;
  const taken = given.slice(rest, given.length - behind);
  return (
    taken.join('') !== '' &&
    wanted.slice(0, rest).every((each, index) => fitsSegment(each, given[index])) &&
    wanted.slice(rest + 1).every((each, index) => fitsSegment(each, given[given.length - behind + index]))
  );
}

function segmentsOf(path: string): readonly string[] {
  return path.replace(/\/$/, '').split('/');
}

/** A parameter takes at least one character; what stands between parameters is looked for from left to right. */
function fitsSegment(template: string, segment: string | undefined): boolean {
  if (segment === undefined) return false;
  const [first = '', ...others] = template.split(/\{\w+\}/);
  const last = others.pop();
  if (last === undefined) return segment === first;
  if (!segment.startsWith(first)) return false;
  let at = first.length;
  for (const literal of others) {
    const found = segment.indexOf(literal, at + 1);
    if (found === -1) return false;
    at = found + literal.length;
  }
  return segment.length - last.length > at && segment.endsWith(last);
}
