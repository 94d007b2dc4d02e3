/** How Express code is rewritten: through calls on the response, and with a Location where something was created. */

import { insert, slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { sendRecipes } from '../sendRecipes';

export const recipes: Recipes = { ...sendRecipes({ setter: '.status', empty: '.end()' }), locate };

/** `req.baseUrl` is what the router is mounted under, wherever that is done. */
function locate({ route, text }: AnswerRequest, { id, answer }: Created): readonly Edit[] | null {
  const { handler, registration } = route.anatomy;
  const signature = handler ? /^[^{]*?\(\s*([A-Za-z]\w*)\b/.exec(slice(text, handler))?.[1] : undefined;
  const path = registration?.arguments[0];
  if (!signature || !path || answer.kind !== 'send' || !answer.call) return null;
  const own = /^['"`]\/?['"`]$/.test(slice(text, path.value)) ? '' : `\${${signature}.path}`;
  return [insert(answer.call.span.start, `.location(\`\${${signature}.baseUrl}${own}/\${${id}}\`)`)];
}
