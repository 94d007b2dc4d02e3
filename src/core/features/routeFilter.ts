/** The filter of the route map: words that a route must all match. */

import { usualPhrase } from '../statusCodes';
import type { FileRoutes, RouteRow } from './routeMap';

const methods = new Set(['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace', 'query', 'any']);

type Test = (route: RouteRow, file: FileRoutes) => boolean;

/**
 * The files with only those routes that match every word, without the files that are left with none. A word is a method
 * (`post`), a status or its beginning (`404`, `40`), a class of statuses (`4xx`), or any part of a path, handler, file,
 * reason phrase, rule or severity; case does not matter.
 */
export function filterRoutes(files: readonly FileRoutes[], filter: string): readonly FileRoutes[] {
  const tests = filter.toLowerCase().split(/\s+/).filter(Boolean).map(testOf);
  if (tests.length === 0) return files.filter(({ routes }) => routes.length > 0);
  return files.flatMap((file) => {
    const routes = file.routes.filter((route) => tests.every((test) => test(route, file)));
    if (routes.length === 0) return [];
    return [routes.length === file.routes.length ? file : { ...file, routes }];
  });
}

function testOf(word: string): Test {
  if (methods.has(word)) {
    // A registration for every method serves this one too.
    return ({ method }) => method.toLowerCase() === word || method === 'ANY';
  }
  const kind = /^([1-5])x{1,2}$/.exec(word)?.[1];
  if (kind !== undefined) return (route) => statuses(route).some((code) => `${code}`.startsWith(kind));
  if (/^\d{3}$/.test(word)) return (route) => statuses(route).some((code) => `${code}` === word);
  const isBeginning = /^\d{1,2}$/.test(word);
  return (route, file) =>
    (isBeginning && statuses(route).some((code) => `${code}`.startsWith(word))) || wordsOf(route, file).includes(word);
}

function statuses({ effective, others }: RouteRow): number[] {
  return [...effective, ...others];
}

/** Everything in which a word may stand; a line end keeps a word from matching across two of them. */
function wordsOf(route: RouteRow, file: FileRoutes): string {
  return [
    route.path ?? '',
    route.handler ?? '',
    file.path,
    file.folder ?? '',
    ...statuses(route).map((code) => usualPhrase(code) ?? ''),
    ...route.findings.flatMap(({ rule, severity }) => [rule, severity]),
  ]
    .join('\n')
    .toLowerCase();
}
