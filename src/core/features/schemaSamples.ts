/** Makes a sample of what a TypeScript route says it answers in a schema: zod, TypeBox, JSON Schema, or a table of Drizzle. */

import { splitAt, textSamples } from './samples';

/** Objects, lists and names of schemas count each. */
const maxDepth = 12;

/** A JSON value for the success that a registration describes under `response` or `responses`; undefined where it describes none. */
export function schemaSample(registration: string, status: number, text: string): unknown {
  const at = /\bresponses?\s*:\s*\{/.exec(registration);
  const described = at && balanced(registration, at.index + at[0].length - 1);
  const answers = described ? membersOf(described) : [];
  const isFor = (key: string) =>
    key === String(status) || key === '2xx' || (successNames[status]?.test(key.replace(/[^A-Za-z]/g, '')) ?? false);
  const found = answers.find(([key]) => isFor(key));
  return found && sample(found[1], '', text, 0);
}

/** How constants of a success end, without underscores. */
const successNames: Readonly<Record<number, RegExp>> = {
  200: /OK$/i,
  201: /CREATED$/i,
  202: /ACCEPTED$/i,
};

function sample(expression: string, name: string, text: string, depth: number): unknown {
  const written = expression.trim();
  if (depth > maxDepth) return undefined;
  const inner = (other: string, of = name) => sample(other, of, text, depth + 1);
  if (written.startsWith('{')) return ofObject(written, inner);
  const [, path = '', open] = /^([\w$.]+)\s*(\()?/.exec(written) ?? [];
  if (path === '') return undefined;
  const kind = path.split('.').at(-1) ?? '';
  if (!open) {
    const declared = declarationOf(path.split('.')[0] ?? '', text);
    return declared === null ? undefined : chained(inner(declared), written);
  }
  const start = written.indexOf('(');
  const content = balanced(written, start);
  if (content === null) return undefined;
  const rest = written.slice(start + content.length + 2);
  const given = splitAt(content, ',').map((argument) => argument.trim());
  // `Schema.array()` and `Schema.partial()` start from a schema with a name.
  const base = path.includes('.') ? declarationOf(path.split('.')[0] ?? '', text) : null;
  if (base !== null) return chained(inner(base), written.slice(path.indexOf('.')));
  return chained(ofCall(kind, given, `${content}${rest}`, name, inner), rest);
}

function ofCall(
  kind: string,
  [first = '', second = '']: readonly string[],
  said: string,
  name: string,
  inner: (other: string, of?: string) => unknown,
): unknown {
  switch (kind.toLowerCase()) {
    case 'object':
    case 'strictobject':
    case 'looseobject':
      return first.startsWith('{') ? ofMembers(first, inner) : {};
    case 'sqlitetable':
    case 'pgtable':
    case 'mysqltable':
      return ofMembers(second, inner);
    case 'array':
      return [inner(first)].filter((element) => element !== undefined);
    case 'string':
    case 'text':
    case 'varchar':
    case 'char':
      return ofText(said, name);
    case 'email':
    case 'uuid':
    case 'url':
      return ofText(kind, name);
    case 'date':
    case 'timestamp':
    case 'datetime':
      return textSamples.datetime;
    case 'number':
    case 'integer':
    case 'int':
    case 'bigint':
    case 'serial':
    case 'float':
    case 'real':
      if (/["']boolean["']/.test(said)) return true;
      return /["']timestamp/.test(said) ? textSamples.datetime : 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'record':
      return {};
    case 'literal':
    case 'const':
      return literalIn(first);
    case 'enum':
    case 'union':
    case 'oneof':
    case 'anyof': {
      const [choice = ''] = first.startsWith('[') ? splitAt(first.slice(1, -1), ',') : [];
      return literalIn(choice) ?? inner(choice);
    }
    default:
      // A helper around a schema: `jsonContent(Item, "...")`, `createSelectSchema(items)`.
      return first === '' ? undefined : inner(first);
  }
}

/** A JSON Schema, what OpenAPI has around one, or only its properties. */
function ofObject(written: string, inner: (other: string, of?: string) => unknown): unknown {
  const members = new Map(membersOf(written.slice(1, -1)));
  const content = members.get('content');
  if (content?.startsWith('{')) {
    const [media] = membersOf(content.slice(1, -1));
    return media && inner(media[1]);
  }
  const schema = members.get('schema');
  if (schema !== undefined) return inner(schema);
  const properties = members.get('properties');
  if (properties?.startsWith('{')) return ofMembers(properties, inner);
  const items = members.get('items');
  if (items !== undefined) return [inner(items)].filter((element) => element !== undefined);
  const [choice] = splitAt(members.get('enum')?.slice(1, -1) ?? '', ',');
  if (choice) return literalIn(choice);
  const type = /^["'](\w+)["']$/.exec(members.get('type') ?? '')?.[1];
  return type === undefined ? ofMembers(written, inner) : inner(`schema.${type}(${members.get('format') ?? ''})`);
}

function ofMembers(written: string, inner: (other: string, of?: string) => unknown): unknown {
  const members = membersOf(written.trim().slice(1, -1));
  return Object.fromEntries(members.map(([name, value]) => [name, inner(value, name) ?? null]));
}

function chained(value: unknown, rest: string): unknown {
  return /\.array\(/.test(rest) && value !== undefined ? [value] : value;
}

function ofText(said: string, name: string): unknown {
  if (/uuid/i.test(said)) return textSamples.UUID;
  if (/email/i.test(said)) return textSamples.EmailStr;
  if (/date/i.test(said)) return textSamples.datetime;
  if (/\bur[il]\b/i.test(said)) return textSamples.HttpUrl;
  return name === '' ? 'text' : name;
}

function literalIn(text: string): unknown {
  const written = text.trim();
  const quoted = /^(["'])(.*)\1$/s.exec(written);
  if (quoted) return quoted[2];
  if (written === 'true' || written === 'false') return written === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(written) ? Number(written) : undefined;
}

/** Names and values of an object, given without its braces. */
function membersOf(content: string): (readonly [name: string, value: string])[] {
  return splitAt(content.replace(/^\s*\/\/.*$/gm, ''), ',').flatMap((member) => {
    const [, quoted, computed, plain, value] =
      /^\s*(?:["']([^"']+)["']|\[([^\]]+)\]|([\w$]+))\s*:\s*([\s\S]+)$/.exec(member) ?? [];
    const name = quoted ?? computed ?? plain;
    return name === undefined || value === undefined ? [] : [[name, value.trim()] as const];
  });
}

/** What `const Name =` is given. */
function declarationOf(name: string, text: string): string | null {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return null;
  const found = new RegExp(`\\bconst ${name.replaceAll('$', '\\$')}\\b[^=;\\n]*=\\s*`).exec(text);
  if (!found) return null;
  const rest = text.slice(found.index + found[0].length, found.index + found[0].length + 20_000);
  let depth = 0;
  for (let index = 0; index < rest.length; index++) {
    const each = rest[index] ?? '';
    if ('([{'.includes(each)) depth += 1;
    else if (')]}'.includes(each)) depth -= 1;
    else if (depth === 0 && (each === ';' || (each === '\n' && !/^\s*\./.test(rest.slice(index)))))
      return rest.slice(0, index);
  }
  return rest;
}

/** What is between the bracket at this place and the one that closes it. */
function balanced(text: string, open: number): string | null {
  let depth = 0;
  for (let index = open; index < text.length; index++) {
    const each = text[index] ?? '';
    if ('([{'.includes(each)) depth += 1;
    else if (')]}'.includes(each)) depth -= 1;
    if (depth === 0) return text.slice(open + 1, index);
  }
  return null;
}
