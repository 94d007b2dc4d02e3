/** How Fastify code is rewritten: through calls on the reply, and with a Location where something was created. */

import { insert, slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit } from '../../core/model';
import { inFront, parametersOf, quoted, semicolon, tail } from '../locations';
import { sendRecipes } from '../sendRecipes';

export const recipes: Recipes = { ...sendRecipes({ setter: '.code', empty: '.send()' }), locate };

/** `request.server` is the plugin that the route belongs to, and knows the prefix it was registered under. */
function locate({ route, text }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { id, answer } = created;
  const [request, reply] = parametersOf(route, text)?.all ?? [];
  const [first] = route.anatomy.registration?.arguments ?? [];
  const written = first ? slice(text, first.value) : '';
  const path = (written.startsWith('{') ? /\burl:\s*(['"`][^'"`]*['"`])/.exec(written)?.[1] : written) ?? '';
  // A parameter in the path would have to be filled in, in the form it was sent in.
  const plain = /^(['"`])(?<path>(?:\/[\w.~-]+)*)\/?\1$/.exec(path)?.groups?.path;
  if (!request?.name || !reply?.name || plain === undefined) return null;
  const address = `\`\${${request.name}.server.prefix}${plain}/\${${id}}${tail(created)}\``;
  const call = `.header(${quoted('Location', text)}, ${address})`;
  if (answer.kind === 'send' && answer.call) return [insert(answer.call.span.start, call)];
  return answer.kind === 'value' ? inFront(answer, `${reply.name}${call}${semicolon(answer, text)}`, text) : null;
}
