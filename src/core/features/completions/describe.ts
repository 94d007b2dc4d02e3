/** What a completion says of its code: a few words beside it, and a few sentences for those who look closer. */

import type { Route, StatusCode, StatusPlace } from '../../model';
import { statusClass, statusClassNames, usualPhrase } from '../../statusCodes';

/** What speaks for a code at a place, or what kind of code it is, in a few words. */
export function fewWords({ code, standing, owner }: StatusCode, place: StatusPlace, route: Route | null): string {
  if (standing === 'unregistered') return owner ? `used by ${owner}` : 'not registered';
  const reason = route && reasonFor(code, place, route);
  return reason ?? (statusClassNames[statusClass(code) ?? 5] ?? '').toLowerCase();
}

function reasonFor(code: number, { role }: StatusPlace, route: Route): string | null {
  if (role !== 'success' && role !== 'returned') return null;
  if (code === 201 && route.creates) return `because of ${route.creates.what}`;
  if (code === 202 && route.queues) return `because of ${route.queues.what}`;
  return code === 204 && route.returns === 'nothing' ? 'nothing is returned' : null;
}

const doings: Readonly<Partial<Record<StatusPlace['role'], string>>> = {
  success: 'answer of',
  returned: 'answered by',
  raised: 'raised by',
  documented: 'documented for',
};

/** Markdown: what the code is here, what it says, and where to read on. */
export function documentation(status: StatusCode, { role }: StatusPlace, route: Route | null): string {
  const { code, meaning, reference, mdn } = status;
  const name = route && (route.path === null ? `\`${route.method}\`` : `\`${route.method} ${route.path}\``);
  const doing = doings[role];
  const title = `**${code} ${usualPhrase(code) ?? ''}**${name && doing ? ` · ${doing} ${name}` : ''}`;
  const links = [reference && `[${reference.label}](${reference.url})`, mdn && `[MDN](${mdn})`].filter(Boolean);
  return [title, meaning.beginner, links.join(' · ')].filter((part) => part !== '').join('\n\n');
}
