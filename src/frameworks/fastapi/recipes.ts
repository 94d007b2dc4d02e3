/** How FastAPI code is rewritten: like all that declares its status, and with a Location where something was created. */

import { slice } from '../../core/edits';
import type { AnswerRequest, Created, Recipes } from '../../core/framework';
import type { Edit, Route } from '../../core/model';
import { declaredRecipes } from '../declaredRecipes';
import { addParameters, hasParameters, inFront, type Parameters, parametersOf, withHeaders } from '../locations';

export const recipes: Recipes = { ...declaredRecipes('fastapi'), locate };

/** `request.url_for` knows the prefixes that routers are included under, wherever that is done. */
function locate({ route, text, importName }: AnswerRequest, created: Created): readonly Edit[] | null {
  const { answer } = created;
  const parameters = parametersOf(route, text);
  if (!parameters || !answer.statement) return null;
  const request = injected('Request', parameters, route.anatomy.registration !== null);
  const response = answer.kind === 'value' ? injected('Response', parameters, true) : undefined;
  if (request === null || response === null) return null;
  const address = addressOf(request.name, created, route, text);
  if (address === null) return null;
  const sent =
    answer.kind === 'value' && response
      ? inFront(answer, `${response.name}.headers["Location"] = ${address}`, text)
      : answer.kind === 'response' && answer.call && responses.test(answer.call.name)
        ? withHeaders(answer.call, address, text)
        : null;
  const added = [request, ...(response ? [response] : [])].filter(({ isNew }) => isNew);
  const imports = added.map(({ type }) => importName('fastapi', type));
  if (!sent || imports.some((edits) => edits === null)) return null;
  const written = added.map(({ name, type }) => `${name}: ${type}`);
  const edits = written.length > 0 ? [addParameters(parameters.start, written, text)] : [];
  return [...edits, ...sent, ...imports.flatMap((found) => found ?? [])];
}

/** Responses that take their headers by keyword. */
const responses = /^(?:JSON|ORJSON|UJSON|HTML|PlainText)?Response$/;

interface Injected {
  readonly name: string;
  readonly type: string;
  readonly isNew: boolean;
}

/**
 * The parameter that is the request or the response: one of that type, the only one of a plain Starlette endpoint, or a
 * new one where there can be one. Null where the name is taken.
 */
function injected(type: 'Request' | 'Response', { all }: Parameters, canAdd: boolean): Injected | null {
  const there = all.find(({ written }) => new RegExp(`^\\w+\\s*:\\s*(?:\\w+\\.)*${type}$`).test(written));
  if (there) return { name: there.name, type, isNew: false };
  const name = type.toLowerCase();
  const only = all.length === 1 && all[0]?.written === name ? all[0] : undefined;
  if (!canAdd) return only ? { name, type, isNew: false } : null;
  return all.some((parameter) => parameter.name === name || parameter.name === 'self')
    ? null
    : { name, type, isNew: true };
}

/**
 * The route that reads it goes by the name of its function, unless it is given one. All that the path of the request was
 * given, by a prefix that stands elsewhere too, is in the reader's path as well.
 */
function addressOf(request: string, { reader, id }: Created, route: Route, text: string): string | null {
  const [, last] = /\{(\w+)[^{}]*\}\/?$/.exec(reader.path ?? '') ?? [];
  const { registration } = reader.anatomy;
  if (!reader.handler || !last || registration?.arguments.some(({ name }) => name === 'name')) return null;
  // Routes below a mount with a name have that in front of theirs; endpoints of classes have the name of the class.
  if (!registration && (/\bname\s*=/.test(text) || /^(?:get|head)$/.test(reader.handler))) return null;
  const others = isOnApp(reader, text) && !hasParameters(route) ? '' : `**${request}.path_params, `;
  return `str(${request}.url_for("${reader.handler}", ${others}${last}=${id}))`;
}

/** Is a route registered on the application itself, which has no prefix. */
function isOnApp({ head, anatomy }: Route, text: string): boolean {
  if (!anatomy.registration) return /\bStarlette\(/.test(text);
  const owner = /^@?(\w+)\./.exec(slice(text, head))?.[1];
  const made = new RegExp(`^${owner}\\b[^\\n=]*=\\s*(?:\\w+\\.)?(\\w+)\\(`, 'm').exec(text)?.[1];
  return made === undefined ? owner === 'app' : made === 'FastAPI';
}
