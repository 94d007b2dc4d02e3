/** The codes that fit a route's method, each with the edits that make the route answer it. */

import { t } from '../../text';
import { isSuccess, sendsContent } from '../answers';
import type { AnswerRequest, Framework } from '../framework';
import { importName } from '../imports';
import type { Answer, Edit, Fix, Method, Route, Scan, Span } from '../model';
import { usualPhrase } from '../statusCodes';
import { spell } from '../style';
import { createdBy } from './location';

/** Success codes by method, the likeliest first (RFC 9110 §9.3). */
export const fitting: Readonly<Record<Method, readonly number[]>> = {
  GET: [200, 204],
  HEAD: [200, 204],
  POST: [201, 202, 204, 200],
  PUT: [200, 201, 204],
  PATCH: [200, 204],
  DELETE: [204, 202, 200],
  OPTIONS: [204, 200],
  TRACE: [200],
  QUERY: [200],
  ANY: [],
};

/** One refactoring for each code that fits the method and is not what the route answers already. */
export function answerFixes(route: Route, scan: Scan, text: string, frameworks: readonly Framework[]): Fix[] {
  // A handler that does nothing but raise, or answer errors, has no success to choose a code for.
  if (!route.anatomy.answers.some(isSuccess) && route.effective.some((code) => code >= 400)) return [];
  // One that raises its success answers what it raises, whatever success it declares.
  const raised = scan.uses.filter((use) => use.role === 'raised' && use.route === scan.routes.indexOf(route));
  if (route.anatomy.answers.length === 0 && raised.some(({ code }) => route.effective.includes(code))) return [];
  return fitting[route.method].flatMap((code) => {
    if (route.effective.length === 1 && route.effective[0] === code) return [];
    const fix = answerFix(route, code, scan, text, frameworks);
    if (!fix || fix.edits.length === 0) return [];
    const located = code === 201 ? locatedFix(route, code, scan, text, frameworks) : null;
    return located ? [fix, located] : [fix];
  });
}

/** Makes a route answer with a code, in the file's own style; null where it cannot be done safely. */
export function answerFix(
  route: Route,
  code: number,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
  alone = false,
): Fix | null {
  const edits = frameworkOf(route.framework, frameworks).recipes.answerWith({
    ...requestFor(route, code, scan, text, frameworks),
    alone,
  });
  if (!edits || overlap(edits)) return null;
  const drops = route.anatomy.answers.some((answer) => answer.body && isSuccess(answer));
  const named = `${code} ${usualPhrase(code)}`;
  const title = !sendsContent(code) && drops ? t`Answer ${named}, without a body` : t`Answer ${named}`;
  const changes = withoutRepeats(edits).filter((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text);
  return { title, preferred: false, edits: changes };
}

/** The same with the Location of what was created; alone where the route answers the code already. */
export function locatedFix(
  route: Route,
  code: number,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
): Fix | null {
  const framework = frameworkOf(route.framework, frameworks);
  const { locate } = framework.recipes;
  const created = locate ? createdBy(route, scan, text, framework) : null;
  const located = created && locate?.(requestFor(route, code, scan, text, frameworks), created);
  if (!located) return null;
  const answers = route.effective.length === 1 && route.effective[0] === code;
  const fix = answers ? null : answerFix(route, code, scan, text, frameworks);
  if (!answers && !fix) return null;
  const edits = joined([...(fix?.edits ?? []), ...located]);
  if (overlap(edits)) return null;
  const named = `${code} ${usualPhrase(code)}`;
  const title = answers ? t('Send its Location') : t`Answer ${named}, with its Location`;
  return { title, preferred: false, edits };
}

/** Insertions at one place become one, in their order. */
function joined(edits: readonly Edit[]): Edit[] {
  const found: Edit[] = [];
  for (const edit of withoutRepeats(edits)) {
    const at = found.findIndex(({ span }) => span.start === edit.span.start && span.end === edit.span.end);
    const before = found[at];
    if (before && edit.span.start === edit.span.end) found[at] = { ...before, text: before.text + edit.text };
    else found.push(edit);
  }
  return found;
}

/** The code as the route writes it already; null where it does not. */
function asWritten({ anatomy }: Route, code: number, scan: Scan): string | null {
  const places = [anatomy.declaredAt, ...anatomy.answers.map((answer) => answer.statusAt)];
  const use = scan.uses.find(
    ({ code: own, span }) => own === code && places.some((at) => at?.start === span.start && at.end === span.end),
  );
  return use?.text ?? null;
}

/** Makes one answer of a route carry a code and leaves the others, and what is declared, alone; null where that is not safe. */
export function changeFix(
  route: Route,
  answer: Answer,
  code: number,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
): Fix | null {
  // A recipe changes every answer it is shown, and may declare what holds for all of them.
  const others = route.anatomy.answers.filter((other) => other !== answer && isSuccess(other));
  const itsOwn = answer.kind === 'response' && answer.statusAt !== null;
  if (others.length > 0 && !itsOwn && route.declared.some((declared) => declared !== code)) return null;
  const shown = { ...route, anatomy: { ...route.anatomy, answers: [answer] } };
  return answerFix(shown, code, scan, text, frameworks, true);
}

/** Adds a code to what a route documents; null where its framework has no recipe for that. */
export function documentFix(
  route: Route,
  code: number,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
): Fix | null {
  const { recipes } = frameworkOf(route.framework, frameworks);
  const edits = recipes.document?.(requestFor(route, code, scan, text, frameworks));
  return edits ? { title: t`Document ${`${code} ${usualPhrase(code)}`}`, preferred: false, edits } : null;
}

function requestFor(
  route: Route,
  code: number,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
): AnswerRequest {
  const spelled = asWritten(route, code, scan) ?? spell(code, scan, frameworkOf(route.framework, frameworks));
  const phrase = usualPhrase(code) ?? '';
  const imported = (module: string, name: string) => importName(module, name, scan, text);
  return { route, alone: false, code, phrase, spelled, text, importName: imported };
}

export function frameworkOf(id: string, frameworks: readonly Framework[]): Framework {
  const framework = frameworks.find((each) => each.id === id);
  if (!framework) throw new Error(`No framework is called ${id}.`);
  return framework;
}

/** In broken source one answer may stand inside another, and then both cannot be rewritten. */
function overlap(edits: readonly Edit[]): boolean {
  const spans = withoutRepeats(edits)
    .map((edit) => edit.span)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  return spans.some((span, index) => span.start < (spans[index - 1]?.end ?? 0));
}

/** Routes a selection is about: it touches the registration or the handler's first lines, or lies inside the handler. */
export function routesAt(scan: Scan, selection: Span): Route[] {
  const touching = scan.routes.filter(
    (route) => selection.start <= route.span.end && route.span.start <= selection.end,
  );
  const narrowest = Math.min(...touching.map((route) => route.span.end - route.span.start));
  return touching.filter((route) => route.span.end - route.span.start === narrowest);
}

/** Two answers may ask for the same import: once is enough. */
function withoutRepeats(edits: readonly Edit[]): Edit[] {
  const seen = new Set<string>();
  return edits.filter((edit) => {
    const key = `${edit.span.start}:${edit.span.end}:${edit.text}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
