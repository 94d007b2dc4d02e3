/** The rows of the route map: what each route of a file answers and what was found in it, as plain data that crosses threads. */

import { t } from '../../text';
import type { Finding, Method, Route, Scan, Severity } from '../model';
import { positionsOf } from '../positions';
import { statusClass, statusClassNames, usualPhrase } from '../statusCodes';
import { sharesHandler } from './hover/route';

export interface RouteRow {
  readonly method: Method;
  /** Null where the file does not show it. */
  readonly path: string | null;
  readonly handler: string | null;
  /** Where what registers the route begins: the line from 1, the column from 0 in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  /** What a client sees on success, ascending; empty where the file does not show it. */
  readonly effective: readonly number[];
  /** What else the route raises, returns or documents, ascending. */
  readonly others: readonly number[];
  readonly findings: readonly RowFinding[];
}

export interface RowFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly line: number;
}

/** The routes of one file, and where it stands in the workspace. */
export interface FileRoutes {
  readonly uri: string;
  /** The name of its workspace folder; null in a workspace that has only one. */
  readonly folder: string | null;
  /** Its path in that folder, with slashes. */
  readonly path: string;
  readonly routes: readonly RouteRow[];
}

export const severityOrder: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** One row for each route, in the order of the file. `refusals` are the statuses that its framework answers by itself. */
export function routeRows(
  scan: Scan,
  text: string,
  findings: readonly Finding[],
  refusals: (route: Route) => readonly number[],
): RouteRow[] {
  if (scan.routes.length === 0) return [];
  const position = positionsOf(text);
  const found = scan.routes.map((): RowFinding[] => []);
  for (const finding of findings) {
    const { rule, severity, message, span } = finding;
    const row = { rule, severity, message, line: position(span.start).line };
    for (const index of routesOf(finding, scan)) found[index]?.push(row);
  }
  return scan.routes.map((route, index) => {
    const { line, column } = position(route.head.start);
    return {
      method: route.method,
      path: route.path,
      handler: route.handler,
      line,
      column,
      effective: route.effective,
      others: otherStatuses(scan, route, refusals(route)),
      findings: found[index] ?? [],
    };
  });
}

/** The routes a finding is about: one declaration may stand for several methods. */
function routesOf({ span }: Finding, scan: Scan): number[] {
  const use = scan.uses.find((each) => each.route !== null && each.span.start === span.start);
  if (use && use.route !== null) return [use.route];
  const around = scan.routes.flatMap((route, index) => {
    const lengths = [route.head, route.span, route.anatomy.handler].flatMap((part) =>
      part && part.start <= span.start && span.start < Math.max(part.end, part.start + 1) ? part.end - part.start : [],
    );
    return lengths.length > 0 ? [{ index, length: Math.min(...lengths) }] : [];
  });
  // A route may stand inside of another's function, as in a factory of applications.
  const least = Math.min(...around.map(({ length }) => length));
  return around.filter(({ length }) => length === least).map(({ index }) => index);
}

function otherStatuses(scan: Scan, route: Route, refusals: readonly number[]): number[] {
  const named = scan.uses.filter(({ role, route: index }) => {
    if (role !== 'raised' && role !== 'returned' && role !== 'documented') return false;
    const own = index === null ? undefined : scan.routes[index];
    // Stacked decorators have one handler, whose statuses the scan counts to one of them.
    return own !== undefined && (own === route || sharesHandler(own, route));
  });
  const codes = new Set([
    ...named.map(({ code }) => code),
    // What a helper answers is not written in the route.
    ...route.anatomy.answers.flatMap(({ status, possible }) => (typeof status === 'number' ? [status] : possible)),
    ...refusals,
  ]);
  return [...codes].filter((code) => !route.effective.includes(code)).sort((a, b) => a - b);
}

/** The heaviest of some findings; null where there are none. */
export function worstSeverity(findings: readonly Pick<RowFinding, 'severity'>[]): Severity | null {
  return severityOrder.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null;
}

/** How many findings there are of each weight, the heaviest first: `1 warning, 2 hints`. */
export function findingCounts(findings: readonly Pick<RowFinding, 'severity'>[]): string {
  return severityOrder
    .flatMap((severity) => {
      const count = findings.filter((finding) => finding.severity === severity).length;
      if (count === 0) return [];
      return countOf(count, severity);
    })
    .join(', ');
}

function countOf(count: number, severity: Severity): string {
  switch (severity) {
    case 'error':
      return count === 1 ? t('1 error') : t`${count} errors`;
    case 'warning':
      return count === 1 ? t('1 warning') : t`${count} warnings`;
    case 'information':
      return t`${count} information`;
    case 'hint':
      return count === 1 ? t('1 hint') : t`${count} hints`;
  }
}

/** A code with its reason phrase, or with the name of its class where nobody has registered it. */
export function namedStatus(code: number): string {
  const kind = statusClass(code);
  return `${code} ${usualPhrase(code) ?? `(${kind ? t(statusClassNames[kind].toLowerCase()) : t('not a status code')})`}`;
}

/** A path as people read it; a route may have one that the file does not show. */
export function shownPath({ path }: Pick<RouteRow, 'path'>): string {
  return path === null ? `(${t('path not shown in the file')})` : path === '' ? `(${t('empty path')})` : path;
}
