/** How Hono code is rewritten so that a route answers with a code, and with a Location where something was created. */

import { isSuccess, sendsContent } from '../../core/answers';
import { addArgument, replace } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { inFront, isRoot, parametersOf, quoted, semicolon, template } from '../locations';

export const recipes: Recipes = { answerWith, locate };

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

/** The path of the request is the whole one, wherever the app is mounted; Hono takes it as it was registered. */
function locate({ route, text }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const context = parametersOf(route, text)?.all[0]?.name;
  if (!context || answer.kind !== 'send') return null;
  const exact = !isRoot(route) && !route.path?.endsWith('/') && !/\bstrict:/.test(text);
  const path = `${context}.req.path${exact ? '' : ".replace(/\\/$/, '')"}`;
  const line = `${context}.header(${quoted('Location', text)}, ${template(path, created)})${semicolon(answer, text)}`;
  return inFront(answer, line, text);
}
