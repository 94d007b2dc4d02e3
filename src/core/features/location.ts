/** Where a new resource can be read afterwards: the route that reads it, and how the handler names its id. */

import { isSuccess, readerOf } from '../answers';
import { slice } from '../edits';
import type { Created } from '../framework';
import type { Route, Scan } from '../model';

/** What a Location of the new resource is made of; null where the file does not show all of it. */
export function createdBy(route: Route, scan: Scan, text: string): Created | null {
  const reader = readerOf(route, scan);
  const successes = route.anatomy.answers.filter(isSuccess);
  const [answer] = successes;
  const name = answer?.body ? slice(text, answer.body.span) : '';
  const parameter = reader ? lastParameter(reader.path ?? '') : undefined;
  if (!reader || !answer || successes.length > 1 || !parameter || !/^[A-Za-z_]\w*$/.test(name)) return null;
  const id = ['id', parameter].find((field) => hasField(name, field, route, text));
  return id === undefined ? null : { reader, parameter, id: `${name}.${id}`, answer };
}

/** The name of the parameter that ends a path: `{item_id:int}`, `:id`, `<int:item_id>`. */
function lastParameter(path: string): string | undefined {
  const [, braced, colon, angled] = /(?:\{(\w+)[^{}]*\}|:(\w+)|<(?:[^<>:]*:)?(\w+)>)\/?$/.exec(path) ?? [];
  return braced ?? colon ?? angled;
}

/** Has a variable of the handler a field: it is used there, or the variable's class declares it in this file. */
function hasField(name: string, field: string, { anatomy }: Route, text: string): boolean {
  const handler = anatomy.handler ? slice(text, anatomy.handler) : '';
  if (new RegExp(`(?<![\\w.])${name}\\.${field}\\b`).test(handler)) return true;
  const named = new RegExp(`(?<![\\w.])${name}(?::\\s*(\\w+)|\\s*=\\s*([A-Z]\\w*)\\()`).exec(handler);
  const type = named?.[1] ?? named?.[2];
  if (!type) return false;
  const declared = new RegExp(`^class ${type}\\b[^\\n]*:\\n((?:[ \\t]+[^\\n]*\\n|\\n)*)`, 'm').exec(text)?.[1] ?? '';
  return new RegExp(`^[ \\t]+${field}\\s*:`, 'm').test(declared);
}
