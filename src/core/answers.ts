/** What everybody asks of answers: is one a success, may content follow its code, which route reads what it made. */

import type { ContentEffect, Framework } from './framework';
import type { Answer, Route, Scan } from './model';

/** Is it an answer of the successful kind, as far as the file shows. */
export function isSuccess({ status }: Pick<Answer, 'status'>): boolean {
  return typeof status !== 'number' || status < 400;
}

/** May content follow this code (RFC 9110 §6.4.1: never 1xx, 204 and 304; 205 has none to send). */
export function sendsContent(code: number): boolean {
  return code >= 200 && code !== 204 && code !== 205 && code !== 304;
}

/** What the framework does with content that a call (`return` where there is none) gives to an answer of that code. */
export function contentEffect(framework: Framework, code: number, call: string): ContentEffect | null {
  const kind = code < 200 ? '1xx' : code;
  const effects = framework.answers.withoutContent;
  return (
    effects.find(({ codes, calls }) => codes.some((each) => each === kind) && (calls?.includes(call) ?? true)) ?? null
  );
}

/** The route that reads one resource of the collection: its path is the collection's with one parameter behind it. */
export function readerOf({ path, framework }: Route, scan: Scan): Route | undefined {
  if (path === null) return undefined;
  const collection = path.replace(/\/$/, '');
  return scan.routes.find((other) => {
    const rest = other.path?.startsWith(`${collection}/`) ? other.path.slice(collection.length + 1) : '';
    return other.method === 'GET' && other.framework === framework && /^(?:\{[^{}/]+\}|:\w+|<[^<>/]+>)\/?$/.test(rest);
  });
}
