/** What a handler calls the response object, and which classes make one. */

import type { Framework } from '../framework';
import { isFrameworkName, type ScanContext } from './context';
import type { FunctionParts } from './dialect';
import type { Handler } from './handlers';
import { lastName } from './names';
import { typeReference } from './routers';

/** The handler's name for the response object, by its type or by the names and order of its parameters. */
export function responseName(handler: Handler, framework: Framework, context: ScanContext): string | null {
  const typed = handler.parts.parameters.find((parameter) => {
    const reference = parameter.type ? typeReference(parameter.type, context) : null;
    return framework.routing.responseTypes.some((name) => isFrameworkName(reference, name, framework));
  });
  if (typed) return typed.name;
  const index = responseParameter(handler.parts, framework);
  return index === null ? null : (handler.parts.parameters[index]?.name ?? null);
}

/** Index of the response parameter, known by its name and its neighbour's; null where the names do not say so. */
export function responseParameter(parts: FunctionParts, framework: Framework): number | null {
  const names = framework.routing.handlerParameters;
  if (!names) return null;
  const index = parts.parameters.findIndex(
    (parameter, at) =>
      names.response.test(parameter.name) &&
      (names.request === null || (at > 0 && names.request.test(parts.parameters[at - 1]?.name ?? ''))),
  );
  return index < 0 ? null : index;
}

/** The key of the table of response classes that a path ends in; null where none does. */
export function responseClassOf(path: string, framework: Framework): string | null {
  const classes = framework.answers.responseClasses;
  const two = path.split('.').slice(-2).join('.');
  return [two, lastName(path)].find((name) => Object.hasOwn(classes, name)) ?? null;
}
