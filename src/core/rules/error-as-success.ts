/** A failure that goes out as a success: an error in the body of a 200, a 2xx raised as an exception. */

import { sentences, t } from '../../text';
import type { Answer, Finding, Route, StatusUse } from '../model';
import type { Rule, RuleContext } from '../rule';
import { answeredCode, once } from './routes';

export const errorAsSuccess: Rule = {
  id: 'error-as-success',
  summary: 'A failure is answered with an error code, and a success is not raised.',
  why: 'RFC 9110 §15.3: a 2xx says that the request was received, understood and accepted; clients, caches, retries and monitoring go by the code and not by the body.',
  severity: 'warning',
  theme: 'errors',
  example: {
    languageId: 'python',
    before:
      '@app.get("/items/{item_id}")\ndef read_item(item_id: int):\n    if item_id not in items:\n        return {"error": "no such item"}\n    return items[item_id]\n',
    after: null,
  },
  check(context) {
    const answered = context.scan.routes.flatMap((route) =>
      route.anatomy.answers
        .filter((answer) => isDisguised(answer, route) && !isMeantOtherwise(answer, context))
        .map((answer) => tell(this, answer, route)),
    );
    const raised = context.scan.uses.flatMap((use) => raisedSuccess(this, use, context));
    return [...once(answered), ...raised];
  },
};

/** Protocols that carry their own errors in a 200, and callers that would only send a failed call again. */
const carriesOwnErrors = /graphql|rpc|mcp|webhook|callback|slack|telegram|alexa/i;

function isDisguised(answer: Answer, route: Route): boolean {
  const code = answeredCode(answer, route);
  const carried = carriesOwnErrors.test(`${route.path} ${route.handler}`);
  return code !== null && code >= 200 && code <= 202 && answer.body?.failure === true && !carried;
}

/** Has the answer a status of which the framework makes something else. */
function isMeantOtherwise({ span }: Answer, { scan }: RuleContext): boolean {
  return scan.misplaced.some((use) => span.start <= use.span.start && use.span.end <= span.end);
}

function tell(rule: Rule, answer: Answer, route: Route): Finding {
  const code = answeredCode(answer, route);
  const span = answer.statusAt ?? answer.body?.span ?? answer.span;
  const message = t`The body says that the request failed, the status ${String(code)} that it succeeded (RFC 9110 §15.3). Clients, caches and monitoring go by the status: answer 4xx or 5xx.`;
  return { rule: rule.id, span, message, severity: rule.severity, suggest: null, fixes: [] };
}

/** Redirects are raised on purpose in many frameworks, successes in few. */
function raisedSuccess(rule: Rule, use: StatusUse, { scan, framework }: RuleContext): Finding[] {
  if (use.role !== 'raised' || use.code < 200 || use.code > 299) return [];
  if (scan.invalid.some(({ span }) => span.start === use.span.start)) return [];
  const id = (use.route === null ? undefined : scan.routes[use.route])?.framework ?? scan.framework;
  const effect = id === null ? null : framework(id).raisedSuccess;
  if (!effect) return [];
  const message = sentences(t`${use.code} is a success, and it is raised as an error.`, t(effect));
  return [{ rule: rule.id, span: use.span, message, severity: rule.severity, suggest: null, fixes: [] }];
}
