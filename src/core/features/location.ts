/** Where a new resource can be read afterwards: the route that reads it, and how the handler names its id. */

import { isSuccess, readerOf } from '../answers';
import { slice } from '../edits';
import type { Created, Framework } from '../framework';
import type { Route, Scan } from '../model';

/** What a Location of the new resource is made of; null where the file does not show all of it. */
export function createdBy(route: Route, scan: Scan, text: string, framework: Framework): Created | null {
  const reader = readerOf(route, scan);
  const successes = route.anatomy.answers.filter(isSuccess);
  const [answer] = successes;
  const parameter = reader ? lastParameter(reader.path ?? '') : undefined;
  if (!reader || !answer?.body || successes.length > 1 || !parameter) return null;
  if (route.decidedElsewhere || route.sharesDeclaration || answer.status === 'dynamic') return null;
  const handler = route.anatomy.handler ? slice(text, route.anatomy.handler) : '';
  // One that speaks of it already may send it in a way that is not seen here.
  if (/location/i.test(handler)) return null;
  const body = slice(text, answer.body.span);
  const around = { handler, text, python: scan.language === 'python', framework };
  // Names and the like would have to be escaped, and `/users/{uuid}` need not be read by what is called id.
  if (!/(?:id|pk|key|slug|code|number)$/i.test(parameter)) return null;
  for (const field of /(?<!uu|gu)id$|pk$/i.test(parameter) ? [parameter, 'id'] : [parameter]) {
    const id = idIn(body, field, around);
    if (id !== null) return { reader, parameter, id, answer };
  }
  return null;
}

/** The name of the parameter that ends a path: `{item_id:int}`, `:id`, `<int:item_id>`, `<item_id:int>`. */
function lastParameter(path: string): string | undefined {
  const [, braced, colon, left, right] = /(?:\{(\w+)[^{}]*\}|:(\w+)|<(?:([^<>:]*):)?([^<>]+)>)\/?$/.exec(path) ?? [];
  const typeFirst = left === undefined || /^(?:int|str|string|path|uuid|slug|float|any)\b/.test(left);
  return braced ?? colon ?? /^\w+/.exec((typeFirst ? right : left) ?? '')?.[0];
}

interface Around {
  readonly handler: string;
  readonly text: string;
  readonly python: boolean;
  readonly framework: Framework;
}

const named = /^[A-Za-z_]\w*$/;
/** Calls that only write out what they are given, and methods that write out what they belong to. */
const writesOut =
  /^[\w.]*\b(?:json\w*|stringify|dumps?|asdict|vars|dict|\w*encode\w*|\w*serialize\w*|model_validate|from_orm)\(\s*(.*?)\s*\)(?:\.data)?$/is;
const writesItself = /^([A-Za-z_]\w*)\.(?:(?:to|as)_?\w+|dict|json|model_dump\w*|serialize\w*)\([^()]*\)$/i;

/** The expression for the id of what is sent: a field of a variable, or what stands under that key in an object. */
function idIn(body: string, field: string, around: Around): string | null {
  if (named.test(body)) return idOf(body, field, around);
  const itself = writesItself.exec(body)?.[1];
  if (itself) return idOf(itself, field, around);
  const written = writesOut.exec(body)?.[1];
  if (written) return idIn(written, field, around);
  if (!/^\{.*\}$/s.test(body)) return null;
  const value = new RegExp(
    `^\\{(?:[^{}]*,)?\\s*(["']?)${field}\\1\\s*:\\s*(?:str\\(|String\\()?([A-Za-z_][\\w.]*(?:\\[["']\\w+["']\\])?)\\)?\\s*[,}]`,
  ).exec(body)?.[2];
  if (value) return /^(?:None|True|False|null|undefined|true|false)$/.test(value) ? null : value;
  if (!around.python && new RegExp(`^\\{(?:[^{}]*,)?\\s*${field}\\s*[,}]`).test(body)) return field;
  const [, only, short] = /^\{\s*(?:["']?\w+["']?\s*:\s*([^,{}]+?)|([A-Za-z_]\w*))\s*,?\s*\}$/.exec(body) ?? [];
  return only ? idIn(only, field, around) : short && !around.python ? idOf(short, field, around) : null;
}

/** A field of a variable: it is used in the handler, its value is written there, or its class declares it in this file. */
function idOf(name: string, field: string, { handler, text, python, framework }: Around): string | null {
  const member = `${name}.${field}`;
  if (new RegExp(`(?<![\\w.])${name}\\.${field}\\b(?!\\s*\\()`).test(handler)) return member;
  const key = new RegExp(`(?<![\\w.])${name}\\[(["'])${field}\\1\\]`).exec(handler)?.[0];
  if (key) return key;
  const values = [...handler.matchAll(new RegExp(`(?<![\\w.])${name}(?:\\s*:[^=\\n]*)?\\s*=\\s*(?=([^=>].*))`, 'g'))];
  // One that is bound twice may hold something else in the end.
  const assigned = values.length === 1 ? (values[0]?.[1] ?? '') : '';
  if (new RegExp(`^\\{(?:[^{}\\n]*,)?\\s*(["']?)${field}\\1\\s*[:,}]`).test(bracesFrom(assigned, handler)))
    return python ? `${name}["${field}"]` : member;
  const { made } = framework;
  if (made && (field === 'id' || field === made.field) && made.by.test(assigned)) return `${name}.${made.field}`;
  const typed = new RegExp(
    `(?<![\\w.])${name}(?::\\s*(\\w+)\\b(?![\\w.<[|])|[^=\\n]*=\\s*(?:new\\s+)?([A-Z]\\w*)\\()`,
  ).exec(handler);
  const type = typed?.[1] ?? typed?.[2];
  return type && declares(type, field, text, python) ? member : null;
}

/** An object that begins where a value does, with what follows it in the handler. */
function bracesFrom(assigned: string, handler: string): string {
  return assigned.startsWith('{') ? handler.slice(handler.indexOf(assigned)) : '';
}

/** Does a class, an interface or an object type of the file have a field that is always there. */
function declares(type: string, field: string, text: string, python: boolean): boolean {
  const found = python
    ? new RegExp(`^class ${type}\\b[^\\n]*:\\n((?:[ \\t]+[^\\n]*\\n|\\n)*)`, 'm')
    : new RegExp(`^(?:export\\s+)?(?:interface|class|type) ${type}\\b[^{}\\n]*\\{([^{}]*)\\}`, 'm');
  const written = found.exec(text)?.[1] ?? '';
  return new RegExp(`(?:^|[;,])[ \\t]*(?:readonly\\s+)?${field}\\s*:`, 'm').test(written);
}
