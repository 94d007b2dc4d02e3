/** Says whether a file has a handler already: the name of its function, or its method and path. */

import type { Language } from '../model';
import type { Outline } from '../outline';
import type { OwnRouter } from './fitting';
import { partsOf } from './parts';
import { remembered } from './remembered';
import { asNumber, plainText } from './writing';

/** What a file has already, each once for the whole file. */
export interface Taken {
  readonly names: ReadonlySet<string>;
  /** As `methodAndPath` writes them. */
  readonly routes: ReadonlySet<string>;
}

export function takenBy({ declared, scan }: Outline): Taken {
  return {
    names: new Set([...declared, ...scan.imports.map(({ local }) => local)]),
    routes: new Set(scan.routes.map(({ method, path }) => methodAndPath(method, path ?? '?'))),
  };
}

/** What code of a template is written for. */
interface Place {
  readonly router: OwnRouter;
  readonly taken: Taken;
  /** What the template calls its router. */
  readonly usual: string;
  readonly language: Language;
}

/** Does a template's code, written for a resource, declare no function and register no route that the file has already. */
export function isNew(code: string, resource: readonly string[], { router, taken, usual, language }: Place): boolean {
  const { functions, routes } = declaredBy(code, language, usual, resource.join(' '));
  return (
    !functions.some((name) => taken.names.has(name)) &&
    !routes.some(
      ({ method, path }) =>
        taken.routes.has(methodAndPath(method, path)) ||
        taken.routes.has(methodAndPath(method, `${router.prefix ?? ''}${path}`)),
    )
  );
}

const declaredBy = remembered((code: string, language: Language, usual: string, resource: string) => {
  const parts = partsOf(code, language, usual);
  const text = plainText(parts, { router: usual, resource: resource.split(' '), status: asNumber }, language);
  return {
    functions: [...text.matchAll(/^(?:async )?(?:def|function) (\w+)/gm)].map(([, name = '']) => name),
    routes: [...text.matchAll(new RegExp(`(?<![\\w.])${usual}\\.(\\w+)\\(\\s*(["'\`])(.*?)\\2`, 'g'))].map(
      ([, method = '', , path = '']) => ({ method, path }),
    ),
  };
});

/** The same for all ways to write a parameter, and with a slash at the end or without. */
function methodAndPath(method: string, path: string): string {
  return `${method.toUpperCase()} ${path.replace(/[:{<][^/]*/g, ':').replace(/\/+$/, '')}`;
}
