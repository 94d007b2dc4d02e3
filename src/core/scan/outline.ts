/** What a file offers to code that is written into it: frameworks, routers, names, and the place of an offset. */

import type { Framework } from '../framework';
import type { DecoratedClass, KnownRouter, Made, Outline, Plugin, Scan, Surroundings, WritingPlace } from '../model';
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
  const named = statements.flatMap((statement) => topNames(statement, context));
  const claimed = context.claims.filter(({ by }) => by === 'import').map(({ framework }) => framework.id);
  const ids = [...(found.framework === null ? [] : [found.framework]), ...claimed];
  return {
    scan: { ...found, imports: context.names.imports },
    frameworks: [...new Set(ids)],
    declared: [...new Set(named.map(({ text }) => text))],
    routers: named.flatMap((name) => routersNamed(name, context)),
    made: named.flatMap((name) => madeBy(name, context)),
    statements: statements.map(span),
    plugins: statements.flatMap((statement) => pluginsIn(statement, context)),
    classes: statements.flatMap((statement) => classesIn(statement, context)),
    place: placeAt(offset, context),
    packages: Object.keys(surroundings?.project?.versions ?? {}),
  };
}

const deepest = 4;

/** The names that a statement of the top level declares. */
function topNames(node: SyntaxNode, context: ScanContext, depth = 0): SyntaxNode[] {
  const { dialect } = context;
  if (dialect.kind(node) === 'name') return dialect.binding(node)?.scope ? [node] : [];
  if (depth > deepest) return [];
  const isOwner = dialect.function(node) !== null || dialect.class(node) !== null;
  const name = isOwner ? node.childForFieldName('name') : null;
  if (isOwner) return name ? [name] : [];
  return code(node).flatMap((child) => topNames(child, context, depth + 1));
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

function pluginsIn(node: SyntaxNode, context: ScanContext, depth = 0): Plugin[] {
  const { dialect } = context;
  const parts = dialect.function(node);
  if (!parts) {
    if (depth > deepest || dialect.class(node)) return [];
    return code(node).flatMap((child) => pluginsIn(child, context, depth + 1));
  }
  const statements = dialect.statements(parts.body).map(span);
  const [first] = parts.parameters;
  if (!first || parts.body.startIndex === node.startIndex) return [];
  return context.claims.flatMap(({ framework, by }): Plugin[] => {
    const { routerNames, handlerParameters } = framework.routing;
    const isHandler = handlerParameters?.response.test(parts.parameters[1]?.name ?? first.name) === true;
    const fits = by === 'import' && routerNames.test(first.name) && !isHandler && dialect.language === 'ecmascript';
    return fits ? [{ framework: framework.id, router: first.name, span: span(node), statements }] : [];
  });
}

function classesIn(node: SyntaxNode, context: ScanContext, depth = 0): DecoratedClass[] {
  const { dialect } = context;
  const found = dialect.class(node);
  if (!found) return depth > 1 ? [] : code(node).flatMap((child) => classesIn(child, context, depth + 1));
  const decorators = decoratorNames(node, context);
  const body = dialect.memberSpans(node);
  return body && decorators.length > 0 ? [{ decorators, span: span(node), ...body }] : [];
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
