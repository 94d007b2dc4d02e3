/** How Hono code is rewritten so that a route answers with a code. */

import { isSuccess, sendsContent } from '../../core/answers';
import { addArgument, replace } from '../../core/edits';
import type { AnswerRequest, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';

export const recipes: Recipes = { answerWith };

function answerWith({ route, code, spelled, text }: AnswerRequest): readonly Edit[] | null {
  const successes = route.anatomy.answers.filter(isSuccess);
  if (route.decidedElsewhere || successes.length === 0 || route.anatomy.statusWrites.length > 0) return null;
  const edits: Edit[] = [];
  for (const { kind, status, statusAt, call, body } of successes) {
    if (kind !== 'send' || status === 'dynamic' || !call) return null;
    if (!sendsContent(code)) {
      // Only `c.body(null, 204)` has no content; every other call makes the Response constructor throw.
      if (body && body.effects !== 'none') return null;
      edits.push(replace(call.span, `.body(null, ${spelled})`));
    } else {
      edits.push(statusAt ? replace(statusAt, spelled) : addArgument(call.arguments, spelled, text));
    }
  }
  return edits;
}
