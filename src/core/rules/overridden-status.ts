/** A status that is declared or documented, and that no client ever sees, because the handler sends another. */

import { either, t } from '../../text';
import { isSuccess } from '../answers';
import type { Answer, Finding, Fix, Route } from '../model';
import type { Rule, RuleContext } from '../rule';

export const overriddenStatus: Rule = {
  id: 'overridden-status',
  summary: 'The status that a route declares or documents is the one it answers.',
  why: 'A response object that the handler returns, and a status that it sets, win over what the route declares; the OpenAPI document still shows the declared one.',
  severity: 'warning',
  theme: 'framework',
  example: {
    languageId: 'python',
    before:
      '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    return JSONResponse({"id": item.id})\n',
    after:
      '@app.post("/items", status_code=201)\ndef create_item(item: Item):\n    return JSONResponse({"id": item.id}, status_code=201)\n',
  },
  check(context) {
    return context.scan.routes.flatMap((route, index) => {
      if (route.decidedElsewhere || route.effective.length === 0) return [];
      const [declared] = route.declared;
      if (declared === undefined) return documentedOnly(this, route, index, context);
      return route.effective.includes(declared)
        ? overriddenAnswers(this, route, declared, context)
        : neverSent(this, route, declared, context);
    });
  },
};

function neverSent(rule: Rule, route: Route, declared: number, context: RuleContext): Finding[] {
  const { declaredAt, answers } = route.anatomy;
  // A handler that only fails declares its success for the day it is written.
  if (!declaredAt || route.effective.every((code) => code >= 400)) return [];
  const maker = answers.find((answer) => isSuccess(answer) && answer.call)?.call?.name;
  const message = maker
    ? t`Clients never see ${declared}: ${maker} carries its own status, ${told(route.effective)}, and that wins.`
    : t`Clients never see ${declared}: the handler sets its own status, ${told(route.effective)}, and that wins.`;
  return [finding(rule, declaredAt, message, declared, context.answerWith(route, declared), true)];
}

/** Response objects that say no status, on a route whose other answers carry the declared one. */
function overriddenAnswers(rule: Rule, route: Route, declared: number, context: RuleContext): Finding[] {
  const forgets = ({ kind, status, statusAt, call }: Answer) =>
    kind === 'response' && statusAt === null && call !== null && status !== declared && status === 200;
  return route.anatomy.answers.filter(forgets).map((answer) => {
    const message = t`This ${answer.call?.name ?? ''} answers ${answer.status}, its own status, and not the ${declared} that the route declares.`;
    return finding(rule, answer.span, message, declared, context.changeAnswer(route, answer, declared), true);
  });
}

function documentedOnly(rule: Rule, route: Route, index: number, context: RuleContext): Finding[] {
  const documented = context.scan.uses.filter(
    ({ role, route: owner, code }) => role === 'documented' && owner === index && code >= 200 && code < 300,
  );
  const [first, ...others] = documented;
  const answered = route.effective.filter((code) => code < 300);
  if (!first || answered.length === 0 || documented.some(({ code }) => answered.includes(code))) return [];
  const message = t`Documented is ${told(documented.map(({ code }) => code))}, but clients get ${told(answered)}.`;
  const fix = others.length === 0 ? context.answerWith(route, first.code) : null;
  // The description may be ahead of the code, and a dependency may set what the handler does not show: no suggestion.
  return [{ ...finding(rule, first.span, message, null, fix, false), severity: 'information' }];
}

function told(codes: readonly number[]): string {
  return either(codes.map(String));
}

function finding(
  rule: Rule,
  span: Finding['span'],
  message: string,
  suggest: number | null,
  fix: Fix | null,
  preferred: boolean,
): Finding {
  const fixes = fix && fix.edits.length > 0 ? [{ ...fix, preferred }] : [];
  return { rule: rule.id, span, message, severity: rule.severity, suggest, fixes };
}
