/** How Polka code is rewritten: through calls on Node's response, and with a Location where something was created. */

import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { inFront, originalPath, parametersOf, quoted, semicolon, template } from '../locations';
import { sendRecipes } from '../sendRecipes';

// `writeHead` gives the response back, so that the call that ends it follows (nodejs.org/api/http.html).
export const recipes: Recipes = { ...sendRecipes({ setter: '.writeHead', empty: '.end()' }), locate };

function locate({ route, text }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const [request, response] = parametersOf(route, text)?.all ?? [];
  if (!request?.name || !response?.name || answer.kind !== 'send') return null;
  // Once the head is written no header can be added.
  if (route.anatomy.statusWrites.some(({ span }) => text.slice(span.start, span.end).includes('writeHead')))
    return null;
  const address = template(originalPath(request.name), created);
  const line = `${response.name}.setHeader(${quoted('Location', text)}, ${address})${semicolon(answer, text)}`;
  return inFront(answer, line, text);
}
