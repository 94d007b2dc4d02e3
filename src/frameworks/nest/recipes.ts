/** How NestJS code is rewritten so that a controller's method answers with a code: its `@HttpCode` says it. */

import { isSuccess, sendsContent } from '../../core/answers';
import { insert, lineIndent, newline, replace } from '../../core/edits';
import type { AnswerRequest, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';

export const recipes: Recipes = { answerWith, document };

function answerWith({ route, code, spelled, text, importName }: AnswerRequest): readonly Edit[] | null {
  const { declaredAt, answers } = route.anatomy;
  // What a method returns is its body; without content it would be dropped, and callers of the method may need it.
  const returns = answers.filter(isSuccess).some((answer) => answer.kind !== 'nothing');
  // A response that the method sends itself is not this decorator's.
  const sends =
    route.anatomy.statusWrites.length > 0 ||
    answers.some((answer) => answer.kind === 'send' || answer.kind === 'response');
  const redirects = route.unsaid !== null && route.unsaid >= 300;
  if (route.decidedElsewhere || sends || redirects || (!sendsContent(code) && returns)) return null;
  if (declaredAt) return [replace(declaredAt, spelled)];
  const imported = importName('@nestjs/common', 'HttpCode');
  const line = `@HttpCode(${spelled})${newline(text)}${lineIndent(text, route.span.start)}`;
  return imported && [insert(route.span.start, line), ...imported];
}

/** One more `@ApiResponse`, above the route's first decorator. */
function document({ route, phrase, spelled, text, importName }: AnswerRequest): readonly Edit[] | null {
  const imported = importName('@nestjs/swagger', 'ApiResponse');
  const line = `@ApiResponse({ status: ${spelled}, description: '${phrase}' })`;
  return (
    imported && [insert(route.span.start, `${line}${newline(text)}${lineIndent(text, route.span.start)}`), ...imported]
  );
}
