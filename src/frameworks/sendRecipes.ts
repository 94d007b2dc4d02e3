/** How code that sends through a response object is rewritten: the shape that Express and Fastify share. */

import { isSuccess, sendsContent } from '../core/answers';
import { insert, lineIndent, newline, replace, slice } from '../core/edits';
import type { AnswerRequest, Recipes } from '../core/framework';
import type { Answer, Edit } from '../core/model';

export interface SendStyle {
  /** Call that sets the status in front of the one that sends: `.status`. */
  readonly setter: string;
  /** Call that sends nothing: `.end()`. */
  readonly empty: string;
}

export function sendRecipes(style: SendStyle): Recipes {
  return { answerWith: (request) => answerWith(request, style) };
}

function answerWith(request: AnswerRequest, style: SendStyle): readonly Edit[] | null {
  const { route, code } = request;
  const successes = route.anatomy.answers.filter(isSuccess);
  if (route.decidedElsewhere || successes.length === 0) return null;
  const edits: Edit[] = [];
  const rewritten = new Set<number>();
  for (const answer of successes) {
    if (answer.kind !== 'send' || answer.status === 'dynamic') return null;
    const edited = sendsContent(code) ? [status(answer, request, style)] : emptied(answer, request, style);
    if (!edited) return null;
    for (const edit of edited) {
      // Two sends may share the one place where their status is set.
      if (edit.text !== '' && rewritten.has(edit.span.start) && edit.span.end > edit.span.start) continue;
      rewritten.add(edit.span.start);
      edits.push(edit);
    }
  }
  return edits;
}

function status(answer: Answer, { spelled }: AnswerRequest, { setter }: SendStyle): Edit {
  if (answer.statusAt) return replace(answer.statusAt, spelled);
  return insert(answer.call?.span.start ?? answer.span.end, `${setter}(${spelled})`);
}

/** `.json(x)` and `.send(x)` become the empty send; a call that made the content keeps being made, before. */
function emptied(answer: Answer, request: AnswerRequest, style: SendStyle): Edit[] | null {
  const { call, body, statement } = answer;
  if (!call) return null;
  if (call.name === 'sendStatus') return [status(answer, request, style)];
  if (!body || body.effects === 'none') {
    const ending = replace(call.span, `${answer.statusAt ? '' : `${style.setter}(${request.spelled})`}${style.empty}`);
    return answer.statusAt ? [status(answer, request, style), ending] : [ending];
  }
  if (body.effects === 'inner' || !statement) return null;
  const { text } = request;
  const before = `${slice(text, body.span)};${newline(text)}${lineIndent(text, statement.start)}`;
  const rest = emptied({ ...answer, body: null }, request, style);
  return rest && [insert(statement.start, before), ...rest];
}
