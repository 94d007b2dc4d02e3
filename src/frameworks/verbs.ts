/** The names that frameworks give to request methods. */

import type { Method } from '../core/model';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

function named(spell: (method: string) => string): Readonly<Record<string, Method>> {
  return Object.fromEntries(methods.map((method) => [spell(method), method]));
}

/** `get`, `post`. */
export const lowerVerbs = named((method) => method.toLowerCase());
/** `GET`, `POST`. */
export const upperVerbs = named((method) => method);
/** `Get`, `Post`. */
export const capitalVerbs = named((method) => method.charAt(0) + method.slice(1).toLowerCase());
