/** How Flask code is rewritten so that a view answers with a code: the returned tuple says it. */

import { isSuccess, sendsContent } from '../../core/answers';
import { insert, lineIndent, newline, replace, slice } from '../../core/edits';
import type { AnswerRequest, Recipes } from '../../core/framework';
import type { Answer, Edit } from '../../core/model';

export const recipes: Recipes = { answerWith };

function answerWith(request: AnswerRequest): readonly Edit[] | null {
  const { route, code } = request;
  const successes = route.anatomy.answers.filter(isSuccess);
  // A handler that serves several methods has answers of each, and which is whose cannot be told.
  if (route.sharesDeclaration || route.anatomy.statusWrites.length > 0 || successes.length === 0) return null;
  const edits = successes.map((answer) => (sendsContent(code) ? coded(answer, request) : emptied(answer, request)));
  return edits.every((edit) => edit !== null) ? edits : null;
}

function coded(answer: Answer, { spelled }: AnswerRequest): Edit | null {
  // `(None, 201)` is an error in Flask, so a view that returns nothing has to be given something by hand.
  if (answer.status === 'dynamic' || answer.kind === 'nothing') return null;
  if (answer.statusAt) return replace(answer.statusAt, spelled);
  if (answer.kind === 'response' && answer.status !== 200) return null;
  return insert(answer.span.end, `, ${spelled}`);
}

function emptied(answer: Answer, { spelled, text }: AnswerRequest): Edit | null {
  const { body, statement, kind } = answer;
  if (!statement || kind === 'nothing' || answer.status === 'dynamic') return null;
  if (kind === 'response' && answer.status !== 200 && !answer.statusAt) return null;
  if (body && body.effects === 'inner') return null;
  const kept =
    body?.effects === 'call' ? `${slice(text, body.span)}${newline(text)}${lineIndent(text, statement.start)}` : '';
  return replace(statement, `${kept}return "", ${spelled}`);
}
