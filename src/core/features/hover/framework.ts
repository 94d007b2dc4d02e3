/** What the framework at hand does with a code when nobody tells it to. */

import { contentEffect, sendsContent } from '../../answers';
import type { Framework } from '../../framework';
import type { Route } from '../../model';
import type { Setting } from './setting';
import { codeSpan, titled } from './words';

/** Sentences without their full stop, for a line that starts with the framework's name. */
export function ownWays(setting: Setting): string[] {
  const { framework, use } = setting;
  if (!framework) return [];
  const automatic = framework.automatic.filter(({ code }) => code === use.code);
  const parts = [
    automatic.length > 0 ? `sends it by itself when ${automatic.map(({ when }) => when).join(', or when ')}` : '',
    withoutIt(setting, framework),
    givenContent(setting, framework),
  ].filter((part) => part !== '');
  return parts.length > 0 ? [parts.join('; ')] : [];
}

/** What it answers where the code is not written. */
function withoutIt({ use, route, scan }: Setting, framework: Framework): string {
  if (use.role === 'success' && route) {
    const usual = defaultOf(route, scan.routes, framework);
    return usual === use.code
      ? `answers ${route.method} with it without being told`
      : `answers ${route.method} with ${titled(usual)} unless told otherwise`;
  }
  const name = use.role === 'returned' ? (use.call?.name ?? '') : '';
  const { responseClasses, sends } = framework.answers;
  const usual = Object.hasOwn(responseClasses, name)
    ? responseClasses[name]
    : Object.hasOwn(sends, name)
      ? sends[name]?.defaultStatus
      : null;
  if (!usual) return '';
  return usual === use.code
    ? `has it as the default of ${codeSpan(name)}`
    : `has ${titled(usual)} as the default of ${codeSpan(name)}`;
}

/** The status of a route that says none. */
export function defaultOf(route: Route, routes: readonly Route[], framework: Framework): number {
  const together = routes.filter(({ head }) => head.start === route.head.start && head.end === route.head.end);
  return framework.defaultStatus(
    route.method,
    together.map(({ method }) => method),
  );
}

/** What becomes of content beside a code that has none. */
function givenContent({ use, route }: Setting, framework: Framework): string {
  const sent = use.role === 'returned' || (use.role === 'success' && route !== null);
  if (!sent || sendsContent(use.code)) return '';
  const effect = contentEffect(framework, use.code, use.role === 'success' ? 'return' : (use.call?.name ?? 'return'));
  return effect ? `content all the same: ${effect.effect.replace(/\.$/, '')}` : '';
}
