/** How Express code is rewritten: through calls on the response, and with a Location where something was created. */

import { insert, slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { parametersOf, tail } from '../locations';
import { sendRecipes } from '../sendRecipes';

export const recipes: Recipes = { ...sendRecipes({ setter: '.status', empty: '.end()' }), locate };

/** `req.baseUrl` is what the router is mounted under, wherever that is done. */
function locate({ route, text }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { id, answer } = created;
  const request = parametersOf(route, text)?.all[0]?.name;
  const path = route.anatomy.registration?.arguments[0];
  if (!request || !path || answer.kind !== 'send' || !answer.call) return null;
  const plain = /^(['"`])(?<path>(?:\/[\w.~-]+)*)\/?\1$/.exec(slice(text, path.value))?.groups?.path;
  // A slash at the end is taken too.
  const own = plain ?? `\${${request}.path.replace(/\\/$/, '')}`;
  return [insert(answer.call.span.start, `.location(\`\${${request}.baseUrl}${own}/\${${id}}${tail(created)}\`)`)];
}
