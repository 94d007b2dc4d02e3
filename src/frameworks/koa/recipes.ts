/** How Koa code is rewritten so that a route answers with a code, and with a Location where something was created. */

import { isSuccess, sendsContent } from '../../core/answers';
import { insert, lineIndent, newline, replace } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { inFront, parametersOf, quoted, semicolon, template } from '../locations';

export const recipes: Recipes = { answerWith, locate };

function answerWith({ route, code, spelled, text }: AnswerRequest): readonly Edit[] | null {
  const successes = route.anatomy.answers.filter(isSuccess);
  const [answer] = successes;
  // `ctx.body = x` is the only way of answering that is rewritten, and one status serves the one that there is.
  if (route.decidedElsewhere || successes.length !== 1 || !answer?.statement || answer.kind !== 'send') return null;
  // A body of null is 204 whatever status is set (koa/lib/response.js).
  if (answer.status === 'dynamic' || (answer.body === null && sendsContent(code))) return null;
  const context = text.slice(answer.span.start, answer.span.end).split('.')[0] ?? 'ctx';
  const semicolon = text.slice(answer.statement.start, answer.statement.end).endsWith(';') ? ';' : '';
  const write = `${context}.status = ${spelled}${semicolon}`;
  if (sendsContent(code)) {
    if (answer.statusAt) return [replace(answer.statusAt, spelled)];
    return [insert(answer.statement.start, `${write}${newline(text)}${lineIndent(text, answer.statement.start)}`)];
  }
  if (answer.body && answer.body.effects !== 'none') return null;
  // Koa answers 404 while neither body nor status is set; the status alone is enough for an answer without content.
  if (answer.statusAt) return [replace(answer.statusAt, spelled), replace(answer.span, `${context}.body = null`)];
  return [replace(answer.statement, write)];
}

/** Unless told to be strict, the router takes a slash at the end of any path. */
function locate({ route, text }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const context = parametersOf(route, text)?.all[0]?.name;
  if (!context || answer.kind !== 'send') return null;
  const address = template(`${context}.path.replace(/\\/$/, '')`, created);
  return inFront(answer, `${context}.set(${quoted('Location', text)}, ${address})${semicolon(answer, text)}`, text);
}
