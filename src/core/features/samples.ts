/** Makes a sample of a type from its declaration in the same file: a body that a client could get, before there is one. */

import type { Language } from '../model';

/** How deep samples go into each other: models often name each other in a circle. */
const maxDepth = 3;

export const textSamples: Readonly<Record<string, string>> = {
  datetime: '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  Date: '2026-01-31T12:00:00Z',
  UUID: '00000000-0000-4000-8000-000000000000',
  EmailStr: 'ada@example.com',
  HttpUrl: 'https://example.com/',
};

/** A JSON value for a type as it is written; undefined where the file does not say what it looks like. */
export function sampleOf(type: string, language: Language, text: string): unknown {
  return sample(type.trim(), language, text, '', 0);
}

function sample(type: string, language: Language, text: string, name: string, depth: number): unknown {
  if (depth > maxDepth || type === 'None' || type === 'null') return null;
  const inner = (each: string) => sample(each.trim(), language, text, name, depth);
  const [first = '', ...others] = splitAt(type, '|');
  if (others.length > 0) {
    const useful = [first, ...others].find((each) => !/^\s*(?:None|null|undefined)\s*$/.test(each));
    return useful === undefined ? null : inner(useful);
  }
  const quoted = /^(["'])(.*)\1$/.exec(type);
  // In Python a type in quotes is one that is declared further down; in TypeScript it is the value itself.
  if (quoted) return language === 'python' ? inner(quoted[2] ?? '') : quoted[2];
  if (type.endsWith('[]')) return listOf(inner(type.slice(0, -2)));
  const generic = /^([\w.]+)\s*[[<](.*)[\]>]$/s.exec(type);
  if (generic) {
    const base = generic[1]?.split('.').at(-1) ?? '';
    const [argument = '', second = ''] = splitAt(generic[2] ?? '', ',');
    switch (base) {
      case 'Promise':
      case 'Annotated':
      case 'Optional':
      case 'Awaitable':
      case 'Readonly':
      case 'Partial':
        return inner(argument);
      case 'Literal':
        return literal(argument.trim());
      case 'dict':
      case 'Dict':
      case 'Record': {
        const value = inner(second);
        return value === undefined ? {} : { key: value };
      }
      case 'list':
      case 'List':
      case 'Sequence':
      case 'set':
      case 'tuple':
      case 'Array':
      case 'ReadonlyArray':
        return listOf(inner(argument));
    }
    return undefined;
  }
  return scalar(type, name) ?? model(type, language, text, depth);
}

function listOf(element: unknown): unknown {
  return element === undefined ? [] : [element];
}

function scalar(type: string, name: string): unknown {
  switch (type) {
    case 'str':
    case 'string':
      return name === '' ? 'text' : name;
    case 'int':
    case 'bigint':
      return 1;
    case 'float':
    case 'Decimal':
    case 'number':
      return /(?:^|_)id$|Id$/.test(name) ? 1 : 1.5;
    case 'bool':
    case 'boolean':
      return true;
    case 'dict':
    case 'object':
      return {};
    case 'list':
      return [];
  }
  // `uuid.UUID` and `datetime.datetime` are known by their last part.
  return textSamples[type.split('.').at(-1) ?? ''] ?? literal(type);
}

/** The value that a literal stands for; undefined for anything else. */
function literal(text: string): unknown {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted) return quoted[2];
  const words: Readonly<Record<string, unknown>> = { True: true, true: true, False: false, false: false };
  if (text in words) return words[text];
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

interface Member {
  readonly name: string;
  readonly type: string;
  readonly value: string | null;
}

function model(type: string, language: Language, text: string, depth: number): unknown {
  if (!/^[A-Za-z_]\w*$/.test(type)) return undefined;
  const members = language === 'python' ? pythonMembers(type, text, depth) : ecmascriptMembers(type, text);
  if (!members || members.length === 0) return undefined;
  return Object.fromEntries(
    members.map(({ name, type: of, value }) => {
      const given = value === null ? undefined : literal(value);
      return [name, given ?? sample(of, language, text, name, depth + 1) ?? null];
    }),
  );
}

/** The annotated members of a class, those of a base in the same file first. */
function pythonMembers(type: string, text: string, depth: number): readonly Member[] | null {
  const found = new RegExp(`^class ${type}(?:\\(([^)]*)\\))?:[^\\n]*\\n((?:[ \\t]+[^\\n]*\\n?|\\n)*)`, 'm').exec(text);
  if (!found) return null;
  const bases = (found[1] ?? '').split(',').map((base) => base.trim());
  const inherited =
    depth > maxDepth
      ? []
      : bases.flatMap((base) =>
          base && base !== type && /^\w+$/.test(base) ? (pythonMembers(base, text, depth + 1) ?? []) : [],
        );
  const body = found[2] ?? '';
  const indent = /^[ \t]+(?=\S)/m.exec(body)?.[0] ?? '';
  const own = [
    ...body.matchAll(new RegExp(`^${indent}(\\w+)\\s*:\\s*([^=\\n#]+?)\\s*(?:=\\s*([^\\n#]+?)\\s*)?(?:#.*)?$`, 'gm')),
  ];
  const members = [
    ...inherited,
    ...own.map(([, name = '', of = '', value]) => ({ name, type: of, value: value ?? null })),
  ];
  return [...new Map(members.map((member) => [member.name, member])).values()];
}

/** The members of an interface, of a type that is an object, or of a class. */
function ecmascriptMembers(type: string, text: string): readonly Member[] | null {
  const found = new RegExp(`\\b(?:interface|class|type)\\s+${type}\\b[^{;]*\\{([^{}]*)\\}`).exec(text);
  if (!found) return null;
  const own = (found[1] ?? '').matchAll(/^\s*(?:readonly\s+|public\s+)*(\w+)[?!]?\s*:\s*([^;,\n]+)[;,]?/gm);
  return [...own].map(([, name = '', of = '']) => ({ name, type: of.trim(), value: null }));
}

/** Parts between a sign, where no bracket is open. */
export function splitAt(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const each = text[index] ?? '';
    if ('[<({'.includes(each)) depth += 1;
    // An arrow closes nothing.
    else if (']>)}'.includes(each) && text[index - 1] !== '=') depth -= 1;
    else if (each === sign && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  return [...parts, text.slice(start)];
}
