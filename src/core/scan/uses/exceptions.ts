/** Uses of names that stand for a status: exception classes, functions that throw one, decorators that document one. */

import type { Framework } from '../../framework';
import type { UseRole } from '../../model';
import type { SyntaxNode } from '../../syntax';
import type { ScanContext } from '../context';
import { isThrown, ownExceptions } from '../exceptions';
import { belongsTo, forPattern, lastName } from '../names';
import { nodesAt, same, span } from '../nodes';
import type { FoundUse } from './found';

/** Names of the frameworks that stand for a status: exceptions that are constructed or raised, decorators that document. */
export function frameworkNames(context: ScanContext): FoundUse[] {
  return context.claims.flatMap(({ framework, by }) =>
    by === 'import'
      ? [
          ...calledNames(framework.exceptions, 'raised', framework, context),
          ...calledNames(framework.documents ?? {}, 'documented', framework, context),
        ]
      : [],
  );
}

function calledNames(
  codes: Readonly<Record<string, number>>,
  role: UseRole,
  { modules }: Framework,
  context: ScanContext,
): FoundUse[] {
  const names = Object.keys(codes);
  if (names.length === 0) return [];
  const aliases = context.names.imports.filter((item) => Object.hasOwn(codes, lastName(item.path)));
  const words = [...new Set([...names, ...aliases.map((item) => item.local)])];
  const pattern = new RegExp(`\\b(?:${words.map(forPattern).join('|')})\\b`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => raisedClass(node, context));
  return nodes.flatMap((node) => {
    const reference = context.names.resolve(node);
    const code = codes[lastName(reference?.path ?? '')];
    if (code === undefined || !belongsTo(reference?.module ?? null, modules)) return [];
    return [{ ...raised(node, code), role }];
  });
}

/** The class, with what it is a member of, where it is called or raised as it is. */
function raisedClass(name: SyntaxNode, context: ScanContext): SyntaxNode | null {
  const parent = name.parent;
  const member = parent ? context.dialect.member(parent) : null;
  const whole = parent && member && same(member.property, name) ? parent : name;
  const around = whole.parent;
  const callee = around ? context.dialect.call(around)?.callee : null;
  return same(callee, whole) || around?.type === 'raise_statement' ? whole : null;
}

/** Errors that an object makes by name, whatever it is a member of: `fastify.httpErrors.notFound()`. */
export function madeErrors(context: ScanContext): FoundUse[] {
  return context.claims.flatMap(({ framework: { errorMaker } }) => {
    if (!errorMaker || !context.text.includes(errorMaker.object)) return [];
    const { object, codes } = errorMaker;
    const pattern = new RegExp(`(?<=\\b${object}\\s*\\.\\s*)(?:${Object.keys(codes).join('|')})(?=\\s*\\()`, 'g');
    const nodes = nodesAt(context.root, context.text, pattern, (node) => {
      const member = node.parent && context.dialect.member(node.parent);
      const called = node.parent?.parent && context.dialect.call(node.parent.parent);
      const made = member && same(member.property, node) && lastName(member.object.text) === object;
      return made && called && same(called.callee, node.parent) ? node.parent : null;
    });
    return nodes.flatMap((node) => {
      const code = codes[lastName(node.text)];
      return code === undefined ? [] : [raised(node, code)];
    });
  });
}

type ExitTable = Readonly<Record<string, number>>;

/** Calls of functions that throw what the framework answers: `notFound()`. */
export function exits(context: ScanContext): FoundUse[] {
  const table = Object.assign({}, ...context.claims.map(({ framework }) => framework.answers.exits)) as ExitTable;
  const local = new Map(
    context.names.imports.flatMap(({ local, module, path }) => {
      const code = table[`${module}.${path}`];
      return code === undefined ? [] : [[local, code] as const];
    }),
  );
  if (local.size === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${[...local.keys()].map(forPattern).join('|')})(?=\\s*\\()`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => {
    const called = context.dialect.kind(node) === 'name' && node.parent && context.dialect.call(node.parent);
    return called && same(called.callee, node) && !context.names.parameterOf(node) ? node : null;
  });
  return nodes.flatMap((node) => {
    const code = local.get(node.text);
    return code === undefined ? [] : [raised(node, code)];
  });
}

/** Classes of this file that stand for a status, where they are thrown. */
export function ownExceptionUses(context: ScanContext): FoundUse[] {
  const codes = ownExceptions(context);
  if (codes.size === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${[...codes.keys()].map(forPattern).join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => (isThrown(node, context) ? node : null));
  return nodes.flatMap((node) => {
    const code = codes.get(node.text);
    if (code === undefined || context.names.bindingsOf(node).length !== 1) return [];
    return [raised(node, code)];
  });
}

function raised(node: SyntaxNode, code: number): FoundUse {
  return { node, code, span: span(node), text: node.text, form: 'exception', role: 'raised', constant: null };
}
