/** A DELETE that has nothing to say and answers 200 is told that 204 says exactly that. */

import { t } from '../../text';
import type { Route } from '../model';
import type { Rule } from '../rule';
import { answersOnly, headFinding, isHabit, leftAtDefault, nameOf, successes } from './routes';

export const deleteAnswers204: Rule = {
  id: 'delete-answers-204',
  summary: 'A DELETE with nothing to say answers 204 No Content.',
  why: 'RFC 9110 §9.3.5: a DELETE that is done and has nothing further to say SHOULD answer 204 No Content; 200 is for an answer that describes the outcome.',
  severity: 'hint',
  theme: 'method',
  example: {
    languageId: 'python',
    before:
      '@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    del items[item_id]\n    return {"ok": True}\n',
    after: '@app.delete("/items/{item_id}", status_code=204)\ndef delete_item(item_id: int):\n    del items[item_id]\n',
  },
  check({ scan, answerWith }) {
    return scan.routes.flatMap((route) => {
      // Work that waits in a queue is not done yet, so accepted-202 speaks of it.
      if (route.method !== 'DELETE' || route.queues || !(leftAtDefault(route) ? saysNothing(route) : sendsEmpty(route)))
        return [];
      const acknowledges = successes(route).some((answer) => answer.body?.content === 'acknowledgement');
      const message = acknowledges
        ? t`${nameOf(route)} only says that it worked and answers 200. 204 No Content says that without a body (RFC 9110 §9.3.5, SHOULD).`
        : t`${nameOf(route)} has nothing to say and answers 200. 204 No Content says that without a body (RFC 9110 §9.3.5, SHOULD).`;
      return headFinding(this, route, message, 204, answerWith(route, 204));
    });
  },
  oddIn({ deleting, answering204 }) {
    return isHabit(answering204, deleting)
      ? t`${answering204} of ${deleting} deleting handlers here answer 204.`
      : null;
  },
};

/** Nothing is returned, or only what the status says already. */
function saysNothing(route: Route): boolean {
  if (route.returns === 'nothing') return true;
  const answers = successes(route);
  return (
    answers.length > 0 && answers.every((answer) => answer.kind !== 'response' && answer.body?.content !== 'value')
  );
}

/** 200 written beside an empty body: the code promises what the same line does not send. */
function sendsEmpty(route: Route): boolean {
  const answers = successes(route);
  return (
    answersOnly(route, 200) &&
    answers.length > 0 &&
    answers.every((answer) => answer.kind !== 'response' && answer.body?.content === 'empty')
  );
}
