/** A redirect after a write that says neither "look there" nor "send it there again" is told to be 303 See Other. */

import { sentences, t } from '../../text';
import { addArgument } from '../edits';
import type { Framework } from '../framework';
import type { Answer, AnswerCall, Edit, Finding, Method, Route } from '../model';
import type { Rule, RuleContext } from '../rule';

const writing: ReadonlySet<Method> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

export const redirectAfterWrite: Rule = {
  id: 'redirect-after-write',
  summary: 'A redirect to the result of a write is 303 See Other.',
  why: 'RFC 9110 §15.4.4: 303 sends the client to look at another address with GET; §15.4.2, §15.4.3: after 301 and 302 only a POST may become a GET, and after 307 nothing does (§15.4.8).',
  severity: 'information',
  theme: 'method',
  example: {
    languageId: 'python',
    before:
      '@app.post("/items")\ndef create_item(item: Item):\n    save(item)\n    return RedirectResponse("/items")\n',
    after:
      '@app.post("/items")\ndef create_item(item: Item):\n    save(item)\n    return RedirectResponse("/items", status_code=303)\n',
  },
  check(context) {
    const { scan, text } = context;
    return scan.routes.flatMap((route): Finding[] => {
      if (!writing.has(route.method) || route.sharesDeclaration || isSharedByReader(route, scan.routes)) return [];
      const handler = route.anatomy.handler;
      // htmx acts on headers of its own, and its handlers choose their status for it.
      if (!handler || /\bHX[-_]|htmx/i.test(text.slice(handler.start, handler.end))) return [];
      const redirects = route.anatomy.answers.filter((answer) => isRedirect(answer) && !isAllThereIs(answer, route));
      const [first] = redirects;
      if (!first?.call) return [];
      // One finding a route, and one fix for all of its redirects: they are chosen together.
      const edits = redirects.map((answer) => seeOther(answer, route, context));
      const sound = edits.filter((edit) => edit !== null);
      const fix = { title: t('Answer 303 See Other'), preferred: true, edits: sound };
      return [
        {
          rule: this.id,
          span: first.statusAt ?? nameOf(first.call, text),
          message: messageOf(first, route.method),
          severity: this.severity,
          suggest: 303,
          fixes: sound.length === edits.length ? [fix] : [],
        },
      ];
    });
  },
};

/** 301 and 302 are what people mean by a redirect; 307 is meant where it is written and an accident where it is not. */
function isRedirect({ kind, status, statusAt, call }: Answer): boolean {
  if (kind !== 'response' || !call) return false;
  if (statusAt && (statusAt.start < call.span.start || call.span.end < statusAt.end)) return false;
  return status === 301 || status === 302 || (status === 307 && statusAt === null);
}

/** A handler that does nothing but redirect says that the address has moved, not what a write led to. */
function isAllThereIs(answer: Answer, { anatomy }: Route): boolean {
  return (answer.last && answer.alone) || (!answer.statement && answer.span.end === anatomy.handler?.end);
}

/** Does the same handler serve a method that reads, so that the redirect may be for that one. */
function isSharedByReader(route: Route, routes: readonly Route[]): boolean {
  const start = route.anatomy.handler?.start;
  return routes.some((other) => other.anatomy.handler?.start === start && !writing.has(other.method));
}

function nameOf({ span, name }: AnswerCall, text: string) {
  const start = text.indexOf(name, span.start);
  return start < 0 || start + name.length > span.end ? span : { start, end: start + name.length };
}

function messageOf({ status, statusAt }: Answer, method: Method): string {
  const then =
    method === 'POST' && status !== 307
      ? statusAt
        ? t`After ${status} a client may send the POST again or turn it into a GET.`
        : t`This redirect is ${status} by default: a client may send the POST again or turn it into a GET.`
      : statusAt
        ? t`After ${status} browsers send the same ${method} again, to the new address.`
        : t`This redirect is ${status} by default: browsers send the same ${method} again, to the new address.`;
  return sentences(then, t('303 See Other always leads to a GET (RFC 9110 §15.4.4).'));
}

function seeOther({ call, statusAt }: Answer, route: Route, context: RuleContext): Edit | null {
  const framework = context.framework(route.framework);
  const spelled = context.spell(303, framework);
  if (statusAt) return { span: statusAt, text: spelled };
  return call && writtenIn(call, spelled, framework, context.text);
}

/** The status put where this framework's call takes it: by keyword, else by position; null where it takes none. */
function writtenIn(call: AnswerCall, spelled: string, { positions }: Framework, text: string): Edit | null {
  const list = call.arguments;
  const given = list.arguments.filter(({ name }) => name === null).length;
  if (list.arguments.some(({ name }) => name === '*' || name === '**')) return null;
  for (const { at } of positions.filter((position) => position.name === call.name.split('.').at(-1))) {
    if (at.property !== undefined || at.keysOf !== undefined) continue;
    if (at.keyword !== undefined) return addArgument(list, `${at.keyword}=${spelled}`, text);
    if (at.index === 0 && at.arity === given + 1)
      return { span: { start: list.span.start, end: list.span.start }, text: `${spelled}, ` };
    if (at.index !== undefined && at.index === given) return addArgument(list, spelled, text);
  }
  return null;
}
