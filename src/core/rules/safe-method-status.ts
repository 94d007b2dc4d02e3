/** Statuses that a method cannot mean: 201 after a request that only reads, and what only a reading one is answered. */

import { t } from '../../text';
import type { Fix, Method, Route, StatusUse } from '../model';
import type { Rule, RuleContext } from '../rule';

/** Methods that only read (RFC 9110 §9.2.1, RFC 10008). */
const reading: ReadonlySet<Method> = new Set(['GET', 'HEAD', 'QUERY']);

/** What RFC 9110 §9.3.3 excepts for POST, and what each of them is about. */
function neverForPost(code: number): string | null {
  switch (code) {
    case 206:
      return t(
        '206 Partial Content sends the part of a resource that a GET asked for; a POST is never answered with it (RFC 9110 §9.3.3).',
      );
    case 304:
      return t(
        '304 Not Modified tells a GET that its cached copy is still good; a POST is never answered with it (RFC 9110 §9.3.3).',
      );
    case 416:
      return t(
        '416 Range Not Satisfiable refuses the part of a resource that a GET asked for; a POST is never answered with it (RFC 9110 §9.3.3).',
      );
    default:
      return null;
  }
}

export const safeMethodStatus: Rule = {
  id: 'safe-method-status',
  summary: 'A GET never answers 201, a POST never 206, 304 or 416.',
  why: 'RFC 9110 §9.2.1: a request that only reads creates nothing that 201 could announce; §9.3.3: 206, 304 and 416 are the statuses that no POST is answered.',
  severity: 'warning',
  theme: 'method',
  example: {
    languageId: 'python',
    before: '@app.get("/items", status_code=201)\ndef list_items():\n    return items\n',
    after: '@app.get("/items", status_code=200)\ndef list_items():\n    return items\n',
  },
  check(context) {
    const { scan } = context;
    return scan.uses.flatMap((use) => {
      const route = use.route === null ? undefined : scan.routes[use.route];
      if (!route || !isAnswered(use) || !isItsOwn(route, scan.routes)) return [];
      const span = use.span;
      const finding = { rule: this.id, span, severity: this.severity };
      if (reading.has(route.method) && use.code === 201) {
        const message = t`${route.method} only reads (RFC 9110 §9.2.1), and 201 says that something was created. Answer 200 OK, or create with POST.`;
        return { ...finding, message, suggest: 200, fixes: writtenAnew(use, route, context) };
      }
      const message = route.method === 'POST' ? neverForPost(use.code) : null;
      if (message === null) return [];
      return { ...finding, message, suggest: null, fixes: [] };
    });
  },
};

function isAnswered({ role }: StatusUse): boolean {
  return role === 'success' || role === 'returned' || role === 'raised';
}

/** Is the handler this method's alone, so that what it answers is meant for no other. */
function isItsOwn(route: Route, routes: readonly Route[]): boolean {
  const { handler } = route.anatomy;
  const others = routes.filter(({ method, anatomy }) => method !== route.method && anatomy.handler !== null);
  return !route.sharesDeclaration && !others.some(({ anatomy }) => anatomy.handler?.start === handler?.start);
}

/** 200 in the place of the code, where it is written out in the route itself. */
function writtenAnew(use: StatusUse, route: Route, { framework, spell }: RuleContext): Fix[] {
  const around = [route.span, route.anatomy.handler];
  const inside = around.some((span) => span && span.start <= use.span.start && use.span.end <= span.end);
  if (!inside || (use.form !== 'number' && use.form !== 'constant')) return [];
  const edits = [{ span: use.span, text: spell(200, framework(route.framework)) }];
  return [{ title: t('Answer 200 OK'), preferred: true, edits }];
}
