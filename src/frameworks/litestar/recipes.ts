/** How Litestar code is rewritten: the handler declares its status, and a response around what it returns has a Location. */

import { insert, replace, slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { declaredRecipes } from '../declaredRecipes';
import { addParameters, fString, parametersOf, withHeaders } from '../locations';

export const recipes: Recipes = { ...declaredRecipes(null), locate };

/** A parameter called `request` is given the request; its path has every prefix, and may end with a slash. */
function locate({ route, text, importName }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const parameters = parametersOf(route, text);
  if (!parameters) return null;
  const [first] = parameters.all;
  const method = first?.name === 'self';
  if (method && parameters.all.length === 1) return null;
  const hasRequest = parameters.all.some(({ name }) => name === 'request');
  const address = fString('request.url.path', route, created, false);
  const sent = wrapped({ route, text, importName }, created, address);
  const imported = hasRequest ? [] : importName('litestar', 'Request');
  if (!sent || !imported) return null;
  const at = method ? (parameters.all[1]?.start ?? parameters.start) : parameters.start;
  const parameter = hasRequest ? [] : [addParameters(at, ['request: Request'], text)];
  return answer.kind === 'nothing' ? null : [...parameter, ...sent, ...imported];
}

/** The returned value becomes the content of a response, in the annotation too; a response that is one is given the header. */
function wrapped(
  { route, text, importName }: Pick<AnswerRequest, 'route' | 'text' | 'importName'>,
  { answer }: Created,
  address: string,
): readonly Edit[] | null {
  const { returnType } = route.anatomy;
  if (answer.kind === 'response' && answer.call?.name === 'Response') return withHeaders(answer.call, address, text);
  const type = returnType ? slice(text, returnType) : '';
  const imported = importName('litestar', 'Response');
  if (answer.kind !== 'value' || !returnType || !answer.body || !/^[\w.[\], |]+$/.test(type) || !imported) return null;
  return [
    replace(returnType, `Response[${type}]`),
    insert(answer.body.span.start, 'Response('),
    insert(answer.body.span.end, `, headers={"Location": ${address}})`),
    ...imported,
  ];
}
