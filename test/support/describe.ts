/** A scan as sorted lines of text in the words of marks, so that the two can be compared and read in a diff. */

import type { Route, Scan } from '../../src/core/model';
import { positionsOf } from '../../src/core/positions';
import type { Mark } from './marks';

export function describeScan(scan: Scan, text: string): string[] {
  const position = positionsOf(text);
  const routes = scan.routes.map((route) => {
    const { line, column } = position(route.span.start);
    return `${line}:${column} ${describeRoute(route)}`;
  });
  const uses = scan.uses.map((use) => {
    const { line, column } = position(use.span.start);
    return `${line}:${column}-${position(use.span.end).column} use ${use.code} ${use.role}`;
  });
  return [...routes, ...uses].sort();
}

export function describeMark({ line, column, endColumn, text }: Mark): string {
  // A route is described by where it starts, however its mark points there.
  const end = endColumn === null || text.startsWith('route ') ? '' : `-${endColumn}`;
  return `${line}:${column}${end} ${text}`;
}

function describeRoute(route: Route): string {
  const codes = route.effective.join(',');
  return `route ${route.method} ${route.path} -> ${codes} ${route.returns}${route.creates ? ' creates' : ''}`;
}
