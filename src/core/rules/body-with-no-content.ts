/** An answer whose code has no content, 204 above all, and that is given some: what becomes of it differs by framework. */

import { sentences, t } from '../../text';
import { contentEffect } from '../answers';
import type { ContentEffect } from '../framework';
import type { Answer, AnswerBody, Finding, Fix, Route, Span } from '../model';
import type { Rule, RuleContext } from '../rule';
import { declaresModel } from './models';
import { answeredCode, once } from './routes';

export const bodyWithNoContent: Rule = {
  id: 'body-with-no-content',
  summary: 'An answer of 204, 205, 304 or 1xx is given no content.',
  why: 'RFC 9110 §15.3.5 and §15.4.5: a 204 and a 304 end with their headers and cannot have content, nor can a 1xx (§15.2); a server MUST NOT generate content in a 205 (§15.3.6).',
  severity: 'warning',
  theme: 'content',
  example: {
    languageId: 'python',
    before:
      '@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    del items[item_id]\n    return JSONResponse({"ok": True}, status_code=204)\n',
    after:
      '@app.delete("/items/{item_id}")\ndef delete_item(item_id: int):\n    del items[item_id]\n    return Response(status_code=204)\n',
  },
  check(context) {
    const found = context.scan.routes.flatMap((route) => {
      const framework = context.framework(route.framework);
      if (declaresModel(route, context)) return [];
      return route.anatomy.answers.flatMap((answer) => {
        const code = answeredCode(answer, route);
        const { body } = answer;
        if (code === null || !body) return [];
        const effect = contentEffect(framework, code, answer.call?.name ?? 'return');
        return effect && isContent(body, effect, answer, context.text)
          ? [findingOn(this, route, answer, body, code, effect, context)]
          : [];
      });
    });
    return once(found);
  },
};

function isContent(body: AnswerBody, { counts }: ContentEffect, answer: Answer, text: string): boolean {
  // What a call returns may be nothing; what is given to a response is meant to be content.
  if (answer.call === null && body.mayBeNothing) return false;
  const written = text.slice(body.span.start, body.span.end);
  if (written === 'undefined') return false;
  if (counts === 'anything') return true;
  const isEmpty = body.content === 'empty' || /^\[\s*\]$/.test(written);
  return counts === 'not empty' ? !isEmpty : !/^(?:None|null)$/.test(written);
}

function findingOn(
  rule: Rule,
  route: Route,
  answer: Answer,
  body: AnswerBody,
  code: number,
  { severity, effect }: ContentEffect,
  context: RuleContext,
): Finding {
  const declared = answer.statusAt === null && route.anatomy.declaredAt !== null;
  const span: Span = answer.statusAt ?? route.anatomy.declaredAt ?? body.span;
  const change = (to: number) => (declared ? context.answerWith(route, to) : context.changeAnswer(route, answer, to));
  const without = code >= 200 ? change(code) : null;
  const kept = body.content === 'empty' ? null : change(200);
  const fixes: Fix[] = [];
  if (without) fixes.push({ ...without, preferred: body.content !== 'value' });
  if (kept) fixes.push({ ...kept, title: t('Answer 200 OK and keep the body') });
  return { rule: rule.id, span, message: sentences(duty(code), t(effect)), severity, suggest: null, fixes };
}

function duty(code: number): string {
  if (code === 205) return t('A 205 answer MUST NOT have content (RFC 9110 §15.3.6).');
  const section = code === 204 ? '§15.3.5' : code === 304 ? '§15.4.5' : '§15.2';
  return t`A ${code} answer cannot have content (RFC 9110 ${section}).`;
}
