/** What a completion says of its code: a few words beside it, and a few sentences for those who look closer. */

import { t } from '../../../text';
import type { Route, StatusCode, StatusPlace } from '../../model';
import { statusClass, statusClassNames, usualPhrase } from '../../statusCodes';

/** What speaks for a code at a place, or what kind of code it is, in a few words. */
export function fewWords({ code, standing, owner }: StatusCode, place: StatusPlace, route: Route | null): string {
  if (standing === 'unregistered') return owner ? t`used by ${t(owner)}` : t('not registered');
  const reason = route && reasonFor(code, place, route);
  return reason ?? t(statusClassNames[statusClass(code) ?? 5].toLowerCase());
}

function reasonFor(code: number, { role }: StatusPlace, route: Route): string | null {
  if (role !== 'success' && role !== 'returned') return null;
  if (code === 201 && route.creates) return t`because of ${route.creates.what}`;
  if (code === 202 && route.queues) return t`because of ${route.queues.what}`;
  return code === 204 && route.returns === 'nothing' ? t('nothing is returned') : null;
}

function doing(role: StatusPlace['role'], route: string): string | null {
  switch (role) {
    case 'success':
      return t`answer of ${route}`;
    case 'returned':
      return t`answered by ${route}`;
    case 'raised':
      return t`raised by ${route}`;
    case 'documented':
      return t`documented for ${route}`;
    default:
      return null;
  }
}

/** Markdown: what the code is here, what it says, and where to read on. */
export function documentation(status: StatusCode, { role }: StatusPlace, route: Route | null): string {
  const { code, meaning, reference, mdn } = status;
  const name = route && (route.path === null ? `\`${route.method}\`` : `\`${route.method} ${route.path}\``);
  const here = name && doing(role, name);
  const title = `**${code} ${usualPhrase(code) ?? ''}**${here ? ` · ${here}` : ''}`;
  const links = [reference && `[${reference.label}](${reference.url})`, mdn && `[MDN](${mdn})`].filter(Boolean);
  return [title, t(meaning.beginner), links.join(' · ')].filter((part) => part !== '').join('\n\n');
}
