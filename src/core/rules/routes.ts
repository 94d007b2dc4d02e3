/** What rules about the status of a whole route share. */

import { isSuccess } from '../answers';
import type { Answer, Finding, Fix, Route } from '../model';
import type { Rule } from '../rule';

/** Does the route answer a code, 200 unless told otherwise, only because nobody said anything: none is declared, written or computed. */
export function leftAtDefault(route: Route, code = 200): boolean {
  return answersOnly(route, code) && successes(route).every((answer) => answer.statusAt === null);
}

/** Is a code all that clients see on success, decided in the handler alone and not declared. */
export function answersOnly(route: Route, code: number): boolean {
  return (
    !route.decidedElsewhere &&
    !route.sharesDeclaration &&
    route.declared.length === 0 &&
    route.anatomy.statusWrites.length === 0 &&
    route.effective.length === 1 &&
    route.effective[0] === code
  );
}

/** Answers that are not errors, as far as the file shows. */
export function successes(route: Route): Answer[] {
  return route.anatomy.answers.filter(isSuccess);
}

const page = /^(?:return\s+)?(?:await\s+)?[\w$.]*(?:TemplateResponse|HTMLResponse|render\w*)\s*\(/;

/** Does the route show its result as a page: then a person reads it, and no client asks for the code. */
export function answersPage(route: Route, text: string): boolean {
  return successes(route).some(({ span }) => page.test(text.slice(span.start, span.end)));
}

/** The finding on the head of a route, with the fix that makes it answer the suggested code where that is safe. */
export function headFinding(rule: Rule, route: Route, message: string, suggest: number, fix: Fix | null): Finding[] {
  const fixes = fix ? [{ ...fix, preferred: true }] : [];
  return [{ rule: rule.id, span: route.head, message, severity: rule.severity, suggest, fixes }];
}

/** `POST /items`, or the method alone where the path is not known. */
export function nameOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return path ? `${method} ${path}` : method;
}

/** Do so many of all that it is how this project does it, and are there enough of them to say so. */
export function isHabit(many: number, all: number): boolean {
  return all >= 5 && many / all >= 0.6;
}

/** The code an answer goes out with; null where the file does not show it. */
export function answeredCode(answer: Answer, route: Route): number | null {
  if (typeof answer.status === 'number') return answer.status;
  if (answer.status === 'dynamic' || route.decidedElsewhere) return null;
  const { statusWrites } = route.anatomy;
  if (statusWrites.length === 0) return route.unsaid;
  // A write may be on another way through the handler; one that all agree on is not.
  const [code] = route.effective;
  const agreed =
    route.effective.length === 1 && statusWrites.every(({ codes }) => codes.length === 1 && codes[0] === code);
  return agreed && code !== undefined ? code : null;
}

/** One finding a place: methods that share a handler share its answers. */
export function once(found: readonly Finding[]): Finding[] {
  return found.filter((finding, index) => found.findIndex(({ span }) => span.start === finding.span.start) === index);
}
