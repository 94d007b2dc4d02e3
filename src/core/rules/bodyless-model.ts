/** A route that declares content for a code that has none: the program does not start. */

import { sentences, t } from '../../text';
import { removeArgument } from '../edits';
import type { Finding, Fix, Route, StatusUse } from '../model';
import type { Rule, RuleContext } from '../rule';
import { declaresModel, hasNoContent } from './models';
import { once } from './routes';

export const bodylessModel: Rule = {
  id: 'bodyless-model',
  summary: 'A route that answers 204, 205, 304 or 1xx declares no response model.',
  why: 'RFC 9110 §15.3.5: a 204 cannot have content; FastAPI and Litestar check that when the route is declared, and the program does not start.',
  severity: 'error',
  theme: 'content',
  example: {
    languageId: 'python',
    before:
      '@app.delete("/items/{item_id}", status_code=204)\ndef delete_item(item_id: int) -> dict[str, bool]:\n    del items[item_id]\n    return {"ok": True}\n',
    after:
      '@app.delete("/items/{item_id}", status_code=204)\ndef delete_item(item_id: int) -> None:\n    del items[item_id]\n',
  },
  check(context) {
    return once([
      ...context.scan.routes.flatMap((route) => declared(this, route, context)),
      ...context.scan.uses.flatMap((use) => documented(this, use, context)),
    ]);
  },
};

function declared(rule: Rule, route: Route, context: RuleContext): Finding[] {
  const span = declaresModel(route, context);
  const code = route.unsaid;
  if (!span || code === null) return [];
  const effect = context.framework(route.framework).bodyless?.effect ?? '';
  const contradiction = route.anatomy.declaredAt
    ? t`${code} cannot have content, but the route declares some.`
    : t`${code} is the default for ${route.method} and cannot have content, but the route declares some.`;
  const message = sentences(contradiction, t(effect));
  const without = code >= 200 ? context.answerWith(route, code) : null;
  const kept = context.answerWith(route, 200);
  const acknowledges = route.anatomy.answers.every(({ body }) => body?.content !== 'value');
  const fixes: Fix[] = [];
  if (without) fixes.push({ ...without, preferred: acknowledges });
  if (kept) fixes.push({ ...kept, title: t('Answer 200 OK and keep the body') });
  return [{ rule: rule.id, span, message, severity: rule.severity, suggest: null, fixes }];
}

function documented(
  rule: Rule,
  { code, route: index, entry }: StatusUse,
  { scan, text, framework }: RuleContext,
): Finding[] {
  const route = index === null ? undefined : scan.routes[index];
  const table = route ? framework(route.framework).bodyless : null;
  if (!entry || !table?.documentedKey || !hasNoContent(code, table)) return [];
  const model = entry.arguments.find(({ name }) => name === table.documentedKey);
  if (!model || text.slice(model.value.start, model.value.end) === 'None') return [];
  const message = sentences(t`${code} cannot have content, but its documentation names a model.`, t(table.effect));
  const fix = { title: t('Remove the model'), preferred: true, edits: [removeArgument(entry, model, text)] };
  return [{ rule: rule.id, span: model.span, message, severity: rule.severity, suggest: null, fixes: [fix] }];
}
