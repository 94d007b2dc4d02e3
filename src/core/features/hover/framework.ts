/** What the framework at hand does with a code when nobody tells it to. */

import { clauses, t } from '../../../text';
import { contentEffect, sendsContent } from '../../answers';
import type { Framework } from '../../framework';
import type { Route } from '../../model';
import type { Setting } from './setting';
import { codeSpan, titled } from './words';

/** What follows "In FastAPI", without its full stop; empty where there is nothing to say. */
export function ownWays(setting: Setting, framework: Framework): string {
  const automatic = framework.automatic.filter(({ code }) => code === setting.use.code);
  const parts = [
    automatic.length > 0 ? t`it comes by itself when ${anyOf(automatic.map(({ when }) => t(when)))}` : '',
    withoutIt(setting, framework),
  ];
  return clauses(parts);
}

function anyOf(conditions: readonly string[]): string {
  return conditions.reduce((before, next) => t`${before}, or when ${next}`);
}

/** What is answered where the code is not written. */
function withoutIt({ use, route, scan }: Setting, framework: Framework): string {
  if (use.role === 'success' && route) {
    const usual = defaultOf(route, scan.routes, framework);
    return usual === use.code
      ? t`${route.method} is answered with it anyway`
      : t`${route.method} is answered with ${titled(usual)} unless told otherwise`;
  }
  const name = use.role === 'returned' ? (use.call?.name ?? '') : '';
  const { responseClasses, sends } = framework.answers;
  const usual =
    (Object.hasOwn(responseClasses, name) ? responseClasses[name] : null) ??
    (Object.hasOwn(sends, name) ? sends[name]?.defaultStatus : null);
  if (!usual) return '';
  return usual === use.code
    ? t`${codeSpan(name)} sends it anyway`
    : t`${codeSpan(name)} sends ${titled(usual)} unless told otherwise`;
}

/** The status of a route that says none. */
export function defaultOf(route: Route, routes: readonly Route[], framework: Framework): number {
  const together = routes.filter(({ head }) => head.start === route.head.start && head.end === route.head.end);
  return framework.defaultStatus(
    route.method,
    together.map(({ method }) => method),
  );
}

/** What becomes of content beside a code that has none, as a sentence; empty where nobody knows, or it has some. */
export function effectOfContent({ use, route }: Setting, framework: Framework): string {
  const isSent = use.role === 'returned' || (use.role === 'success' && route !== null);
  if (!isSent || sendsContent(use.code)) return '';
  const call = use.role === 'success' ? 'return' : (use.call?.name ?? 'return');
  return contentEffect(framework, use.code, call)?.effect ?? '';
}
