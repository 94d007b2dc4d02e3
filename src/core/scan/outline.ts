/** What a file offers to code that is written into it: frameworks, routers, names, and the place of an offset. */

import type { Framework } from '../framework';
import type { Scan, Surroundings } from '../model';
import type { DecoratedClass, KnownRouter, Made, Outline, Plugin, WritingPlace } from '../outline';
import type { ParsedText, SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import { routerPrefix } from './mounts';
import { lastName } from './names';
import { code, span } from './nodes';
import { mountedPrefix } from './prefixes';
import { routerCertainty } from './routers';
import { contextOf } from './scan';

export function outlineOf(
  parsed: ParsedText,
  path: string,
  found: Scan,
  offset: number,
  frameworks: readonly Framework[],
  surroundings: Surroundings | undefined,
): Outline {
  const context = contextOf(parsed, path, found.language, frameworks);
  const statements = code(context.root);
  const made = namesOfCalls(context);
  const claimed = context.claims.filter(({ by }) => by === 'import').map(({ framework }) => framework.id);
  const ids = [...(found.framework === null ? [] : [found.framework]), ...claimed];
  return {
    scan: { ...found, imports: context.names.imports },
    frameworks: [...new Set(ids)],
    declared: declaredNames(context),
    routers: made.flatMap((name) => routersNamed(name, context)),
    made: made.flatMap((name) => madeBy(name, context)),
    statements: statements.map(span),
    plugins: statements
      .filter((statement) => beginsLike(/\bfunction\b|=>/, statement, context))
      .flatMap((statement) => pluginsIn(statement, context)),
    classes: statements
      .filter((statement) => beginsLike(/\bclass\b/, statement, context))
      .flatMap((statement) => classesIn(statement, context)),
    place: placeAt(offset, context),
    packages: Object.keys(surroundings?.project?.versions ?? {}),
    project: surroundings?.project ?? null,
  };
}

const declarations =
  /^(?:export[ \t]+(?:default[ \t]+)?)?(?:(?:(?:declare|abstract|async)[ \t]+)*(?:def|function\*?|class|interface|type|const|let|var|enum)[ \t]+([\w$]+)|([\w$]+)[ \t]*(?::[^=\n]+)?=(?!=))/gm;
const calls =
  /^(?:export[ \t]+)?(?:(?:const|let|var)[ \t]+)?([\w$]+)[ \t]*(?::[^=\n]+)?=[ \t]*(?:(?:await|new)[ \t]+)?[\w$.]+[ \t]*[(<]/gm;

/** A look at the bytes: a word too many does no harm, for all that is not declared is imported. */
function declaredNames({ text }: ScanContext): string[] {
  return [...new Set([...text.matchAll(declarations)].map((match) => match[1] ?? match[2] ?? ''))];
}

/** The variables of the top level that are given what a call returns. */
function namesOfCalls({ root, text, dialect }: ScanContext): SyntaxNode[] {
  return [...text.matchAll(calls)].flatMap((match) => {
    const [whole, name = ''] = match;
    const start = match.index + whole.indexOf(name);
    const node = root.descendantForIndex(start, start + name.length);
    return node && dialect.binding(node)?.scope?.id === root.id ? [node] : [];
  });
}

function routersNamed(name: SyntaxNode, context: ScanContext): KnownRouter[] {
  return context.claims.flatMap(({ framework }): KnownRouter[] => {
    if (routerCertainty(name, framework, context) !== 'certain') return [];
    const reference = context.names.resolve(name);
    const by = reference ? lastName(reference.path) || reference.module : null;
    const prefix = routerPrefix(name, framework, context) ?? mountedPrefix(name, framework, context);
    return [{ framework: framework.id, name: name.text, by, prefix, from: name.startIndex }];
  });
}

function madeBy(name: SyntaxNode, { names }: ScanContext): Made[] {
  const reference = names.resolve(name);
  if (!reference?.called || reference.module === null) return [];
  return [{ name: name.text, by: lastName(reference.path), module: reference.module }];
}

/** How deep in its statement a function or class is looked for. */
const deepest = 4;
/** How far from the beginning of its statement, in UTF-16 units. */
const nearby = 400;

function beginsLike(pattern: RegExp, { startIndex, endIndex }: SyntaxNode, { text }: ScanContext): boolean {
  return pattern.test(text.slice(startIndex, Math.min(endIndex, startIndex + nearby)));
}

function pluginsIn(node: SyntaxNode, context: ScanContext, depth = 0): Plugin[] {
  const { dialect } = context;
  if (dialect.language !== 'ecmascript') return [];
  const parts = dialect.function(node);
  if (!parts) {
    if (depth > deepest || dialect.class(node)) return [];
    return code(node).flatMap((child) => pluginsIn(child, context, depth + 1));
  }
  const [first] = parts.parameters;
  if (!first || parts.body.startIndex === node.startIndex) return [];
  const statements = dialect.statements(parts.body).map(span);
  return context.claims.flatMap(({ framework, by }): Plugin[] => {
    const { routerNames, handlerParameters } = framework.routing;
    const isHandler = handlerParameters?.response.test(parts.parameters[1]?.name ?? first.name) === true;
    const fits = by === 'import' && routerNames.test(first.name) && !isHandler;
    return fits ? [{ framework: framework.id, router: first.name, span: span(node), statements }] : [];
  });
}

function classesIn(node: SyntaxNode, context: ScanContext, depth = 0): DecoratedClass[] {
  const { dialect } = context;
  if (!dialect.class(node)) return depth > 1 ? [] : code(node).flatMap((child) => classesIn(child, context, depth + 1));
  const decorators = decoratorNames(node, context);
  const body = decorators.length > 0 ? dialect.memberSpans(node) : null;
  return body ? [{ decorators, span: span(node), ...body }] : [];
}

function decoratorNames(node: SyntaxNode, { dialect, names }: ScanContext): string[] {
  return dialect.decorators(node).map((call) => {
    const callee = dialect.call(call)?.callee;
    return lastName((callee && names.resolve(callee)?.path) ?? '');
  });
}

function placeAt(offset: number, context: ScanContext): WritingPlace | null {
  const { dialect, root, text } = context;
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  if (before.trim() !== '') return null;
  const node = /\S/.test(text[offset] ?? '') ? root.descendantForIndex(offset, offset + 1) : null;
  const owner = node && dialect.blockOf(node);
  if (!owner) return null;
  const parts = dialect.function(owner);
  if (parts) {
    const place = dialect.place(owner);
    const callee = place?.kind === 'argument' ? dialect.call(place.call)?.callee : null;
    const parameters = parts.parameters.map(({ name }) => name);
    return { kind: 'function', parameters, argumentOf: callee?.text ?? null };
  }
  if (dialect.class(owner)) return { kind: 'class', decorators: decoratorNames(owner, context) };
  return before === '' ? { kind: 'module' } : null;
}
