/** How hovers name codes and routes in Markdown. */

import { either, t } from '../../../text';
import type { Route } from '../../model';
import { statusClass, usualPhrase } from '../../statusCodes';

/** `404 Not Found`. */
export function titled(code: number): string {
  return `${code} ${usualPhrase(code) ?? (statusClass(code) ? t('Unregistered') : t('Not a status code'))}`;
}

/** `200 OK or 204 No Content`. */
export function eitherOf(codes: readonly number[]): string {
  return either(codes.map(titled));
}

export function routeName({ method, path }: Route): string {
  return codeSpan(path === null ? method : `${method} ${path}`);
}

/** Text of the file as it stands: nothing in it, not even a backtick, is read as Markdown. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const edge = longest > 0 ? ' ' : '';
  // A bar would end the cell of a table.
  return fence + edge + text.replace(/\s+/g, ' ').replaceAll('|', '\\|') + edge + fence;
}
