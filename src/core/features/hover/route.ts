/** What a hover says about a route: its success, and every other status that its clients may see. */

import { clauses, either, t } from '../../../text';
import type { Framework } from '../../framework';
import type { Level, Route, Scan, Span } from '../../model';
import { defaultOf } from './framework';
import { routeName, titled } from './words';

/** All routes that one declaration stands for, as the base class of a view does. */
export function describeRoutes(route: Route, scan: Scan, frameworks: readonly Framework[], level: Level): string {
  const framework = frameworks.find(({ id }) => id === route.framework) ?? null;
  const routes = scan.routes.filter(({ head }) => isSame(head, route.head));
  const sentences = [...new Set(routes.map((each) => success(each, scan, framework)))];
  const rows = rowsOf(otherStatuses(routes, scan, framework));
  const table = rows.length > 0 ? [`| ${t('Also')} | |\n| :-- | :-- |`, ...rows].join('\n') : '';
  const elsewhere = framework && level === 'advanced' ? withoutHandler(framework) : '';
  return [...sentences, table, elsewhere].filter((part) => part !== '').join('\n\n');
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

function success(route: Route, scan: Scan, framework: Framework | null): string {
  const { effective, declared, method } = route;
  if (effective.length === 0) return t`${routeName(route)} answers a status that this file does not show.`;
  const codes = either(effective.map((code) => `**${titled(code)}**`));
  const onlyFails = effective.every((code) => code >= 400);
  const byDefault =
    framework !== null &&
    declared.length === 0 &&
    effective.length === 1 &&
    effective[0] === route.unsaid &&
    route.unsaid === defaultOf(route, scan.routes, framework) &&
    route.anatomy.answers.every(({ status, kind }) => status === 'default' && kind !== 'response');
  const name = routeName(route);
  if (onlyFails) return t`${name} answers ${codes}.`;
  if (!byDefault) return t`${name} answers ${codes} on success.`;
  return method === 'ANY'
    ? t`${name} answers ${codes} on success, the default of ${framework.name}.`
    : t`${name} answers ${codes} on success, the default of ${framework.name} for ${method}.`;
}

/** Codes in ascending order, each with the reasons why a client may see it, or why it may not. */
function otherStatuses(
  routes: readonly Route[],
  scan: Scan,
  framework: Framework | null,
): (readonly [code: number, why: string])[] {
  const shown = new Set(routes.flatMap(({ effective }) => effective));
  const reasons = new Map<number, Set<string>>();
  const add = (code: number, reason: string) => {
    if (!shown.has(code)) reasons.set(code, (reasons.get(code) ?? new Set()).add(reason));
  };

  // Stacked decorators have one handler, whose statuses the scan counts to one of them.
  const family = scan.routes.flatMap((other, index) =>
    routes.some((route) => route === other || sharesHandler(route, other)) ? [index] : [],
  );
  const uses = scan.uses.filter(({ route }) => route !== null && family.includes(route));
  for (const { code, role } of uses) {
    if (role === 'raised') add(code, t('raised'));
    if (role === 'returned') add(code, t('answered'));
  }
  for (const { anatomy } of routes) {
    for (const { status, possible } of anatomy.answers) {
      // What a helper answers, beside what is written in the handler itself.
      if (status === 'dynamic') for (const code of possible) if (!reasons.has(code)) add(code, t('answered'));
    }
  }
  for (const { code, role } of uses) {
    if (role === 'documented') add(code, reasons.has(code) ? t('documented') : onlyDocumented());
  }
  for (const { declared } of routes) for (const code of declared) add(code, t('declared, but not answered'));
  for (const { code, when, scope } of framework?.automatic ?? []) {
    const applies = scope === 'handler' || (scope === 'input' && routes.some(({ takesInput }) => takesInput));
    if (applies && framework) add(code, t`by ${framework.name}, when ${t(when)}`);
  }
  return [...reasons].sort(([one], [other]) => one - other).map(([code, why]) => [code, clauses([...why])]);
}

/** What clients see of requests that are not for a route at all. */
function withoutHandler({ name, automatic }: Framework): string {
  const cases = automatic.flatMap(({ code, when, scope }) => (scope === 'path' ? [t`${code} when ${t(when)}`] : []));
  return cases.length > 0 ? t`Where no handler is reached, ${name} answers ${clauses(cases)}.` : '';
}

const onlyDocumented = () => t('documented, but not answered here');

/** More rows than a hover shows without scrolling. */
const manyRows = 8;

/**
 * A row a status. Those that are only documented share one, for that may be a whole list that every route has; and so do
 * all that are told for the same reason, where there are many.
 */
function rowsOf(others: readonly (readonly [code: number, why: string])[]): string[] {
  const codesOf = new Map<string, number[]>();
  for (const [code, why] of others) codesOf.set(why, [...(codesOf.get(why) ?? []), code]);
  const shares = (why: string) =>
    (why === onlyDocumented() || others.length > manyRows) && (codesOf.get(why)?.length ?? 0) > 1;
  const own = others.filter(([, why]) => !shares(why));
  const shared = [...codesOf].filter(([why]) => shares(why));
  return [
    ...own.map(([code, why]) => `| ${titled(code)} | ${why} |`),
    ...shared.map(([why, codes]) => `| ${codes.join(', ')} | ${why} |`),
  ];
}

/** Two routes of one handler; not those of a handler that answers each method in a branch of its own. */
export function sharesHandler({ anatomy: one }: Route, { anatomy: other }: Route): boolean {
  return (
    one.handler !== null &&
    other.handler !== null &&
    isSame(one.handler, other.handler) &&
    one.answers.length === other.answers.length &&
    one.answers.every(({ span }, index) => span.start === other.answers[index]?.span.start)
  );
}
