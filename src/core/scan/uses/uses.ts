/** Finds every place that names a status code, and what the code is doing there. */

import type {
  AnswerCall,
  ArgumentList,
  InvalidStatus,
  MisplacedUse,
  Route,
  Span,
  StatusUse,
  UseRole,
} from '../../model';
import type { SyntaxNode } from '../../syntax';
import { argumentList } from '../calls';
import type { ScanContext } from '../context';
import { invalidWords } from '../invalid';
import { lastName } from '../names';
import { nodesAt, same, span } from '../nodes';
import type { Registration } from '../routes';
import { tellingRole } from '../telling';
import { looksUp } from '../values';
import { familyConstants, ownConstants } from './constants';
import { exits, frameworkNames, madeErrors, ownExceptionUses } from './exceptions';
import { type FoundUse, type Oddities, roleAt, valueAround } from './found';

/** All that a file says about single codes. */
export interface FoundUses {
  readonly uses: readonly StatusUse[];
  readonly misplaced: readonly MisplacedUse[];
  readonly invalid: readonly InvalidStatus[];
}

/** A route with the part of its handler that is its own, where others share it. */
export interface FoundRoute {
  readonly route: Route;
  readonly region: Span | null;
}

export function findUses(
  context: ScanContext,
  registrations: readonly Registration[],
  routes: readonly FoundRoute[],
): FoundUses {
  const odd: Oddities = { misplaced: [], invalid: [] };
  const digits = nodesAt(context.root, context.text, /(?<![\w.$])[1-9]\d\d(?![\w.])/g, (node) =>
    context.dialect.kind(node) === 'number' && /^\d{3}$/.test(node.text) ? node : null,
  );
  const named = familyConstants(context, registrations, odd);
  const found = [
    ...numbers(digits, context, registrations, odd),
    ...named,
    ...ownConstants([...digits, ...named.map(({ node }) => node)], named, context, registrations),
    ...stringKeys(context),
    ...frameworkNames(context),
    ...madeErrors(context),
    ...exits(context),
    ...ownExceptionUses(context),
  ];
  found.sort((a, b) => a.span.start - b.span.start);
  const invalid = [...odd.invalid, ...invalidWords(context, registrations)];
  return { uses: withRoutes(found, routes, context), misplaced: odd.misplaced, invalid };
}

/** Numbers: a status only where the position says so. */
function numbers(
  nodes: readonly SyntaxNode[],
  context: ScanContext,
  registrations: readonly Registration[],
  odd: Oddities,
): FoundUse[] {
  return nodes.flatMap((node) => {
    const code = Number(node.text);
    const role = roleAt(node, code, context, registrations, odd) ?? lookedUp(node, code, context, registrations);
    if (!role) return [];
    return [{ node, code, span: span(node), text: node.text, form: 'number' as const, role, constant: null }];
  });
}

/** `HTTPStatus(404)`: the number is a status, and does what the constant it leads to does. */
function lookedUp(
  node: SyntaxNode,
  code: number,
  context: ScanContext,
  registrations: readonly Registration[],
): UseRole | null {
  const place = context.dialect.place(node);
  const call = place?.kind === 'argument' && place.index === 0 ? place.call : null;
  const parts = call && context.dialect.call(call);
  if (!call || !parts || parts.arguments.length > 1 || !looksUp(parts.callee, context)) return null;
  const own = context.names.resolve(parts.callee)?.module === null;
  return roleAt(valueAround(call, context), code, context, registrations) ?? (own ? null : 'mentioned');
}

/** Numeric strings: a status only as a key of a map of responses. */
function stringKeys(context: ScanContext): FoundUse[] {
  if (context.dialect.language !== 'ecmascript') return [];
  const nodes = nodesAt(context.root, context.text, /(['"])[1-5]\d\d\1(?=\s*:)/g, (node) =>
    context.dialect.stringValue(node) === null ? node.parent : node,
  );
  return nodes.flatMap((node) => {
    const text = context.dialect.stringValue(node);
    const place = text !== null && /^[1-5]\d\d$/.test(text) ? context.dialect.place(node) : null;
    const code = Number(text);
    if (place?.kind !== 'key' || !tellingRole(place, code, context)) return [];
    const role = 'documented' as const;
    return [{ node, code, span: span(node), text: node.text, form: 'string-key' as const, role, constant: null }];
  });
}

/**
 * The innermost route whose registration or handler holds each use. Uses come in source order, so one pass over the
 * routes' spans, which nest, serves them all.
 */
function withRoutes(uses: readonly FoundUse[], routes: readonly FoundRoute[], context: ScanContext): StatusUse[] {
  const spans = routes.flatMap(({ route, region }, index) => {
    const { handler, registration } = route.anatomy;
    const around = [route.span, handler, registration?.span, region];
    return around.flatMap((span) => (span ? [{ ...span, index }] : []));
  });
  // At the same place the wider span comes first; of two routes that share one, the second, so that the first is innermost.
  spans.sort((a, b) => a.start - b.start || b.end - a.end || b.index - a.index);
  const around: typeof spans = [];
  let next = 0;
  return uses.map(({ node, ...use }) => {
    for (let span = spans[next]; span && span.start <= use.span.start; span = spans[++next]) around.push(span);
    while (around.length > 0 && (around.at(-1)?.end ?? 0) < use.span.end) around.pop();
    const facts = {
      slot: context.dialect.slot(node),
      entry: entryOf(node, use.role, context),
      call: callOf(node, use, context),
    };
    return { ...use, ...facts, route: around.at(-1)?.index ?? null };
  });
}

/** The mapping that a documented code is the key of leads to. */
function entryOf(key: SyntaxNode, role: UseRole, { dialect }: ScanContext): ArgumentList | null {
  const pair = role === 'documented' ? key.parent : null;
  const mapping = pair?.parent ? dialect.pairs(pair.parent).find((each) => same(each.key, key))?.value : null;
  if (!mapping || dialect.kind(mapping) !== 'mapping') return null;
  return {
    span: { start: mapping.startIndex + 1, end: mapping.endIndex - 1 },
    arguments: dialect.pairs(mapping).map(({ key: name, value }) => ({
      name: dialect.stringValue(name) ?? name.text,
      span: { start: name.startIndex, end: value.endIndex },
      value: span(value),
    })),
  };
}

/** The call around a status that is sent or raised, looking through the object it may stand in. */
function callOf(
  node: SyntaxNode,
  { role, form }: Pick<StatusUse, 'role' | 'form'>,
  context: ScanContext,
): AnswerCall | null {
  const { dialect } = context;
  if (role !== 'returned' && role !== 'raised') return null;
  const inside = dialect.place(valueAround(node, context));
  const place = inside?.kind === 'property' ? dialect.place(inside.mapping) : inside;
  const around = place?.kind === 'argument' || place?.kind === 'keyword' ? place.call : null;
  const call = form === 'exception' ? node.parent : around;
  const parts = call ? dialect.call(call) : null;
  return call && parts ? { name: lastName(parts.callee.text), span: span(call), arguments: argumentList(parts) } : null;
}
