/** Finds every place that names a status code, and what the code is doing there. */

import type { AnswerCall, ArgumentList, InvalidStatus, MisplacedUse, Route, Span, StatusUse, UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import { argumentList } from './calls';
import { familiesOf, type ScanContext } from './context';
import { isThrown, ownExceptions } from './exceptions';
import { invalidNumber, invalidWords, movedMember, unknownMember } from './invalid';
import { misplacedAt } from './misplaced';
import { belongsTo, forPattern, joined, lastName } from './names';
import { field, nodesAt, same, span } from './nodes';
import { positionAt } from './positions';
import type { Registration } from './routes';
import { tellingRole } from './telling';
import { codeOf, constantAt, looksUp } from './values';

interface FoundUse extends Omit<StatusUse, 'route' | 'slot' | 'entry' | 'call'> {
  readonly node: SyntaxNode;
}

/** All that a file says about single codes. */
export interface FoundUses {
  readonly uses: readonly StatusUse[];
  readonly misplaced: readonly MisplacedUse[];
  readonly invalid: readonly InvalidStatus[];
}

/** What is noticed about values on the way to their roles. */
interface Oddities {
  readonly misplaced: MisplacedUse[];
  readonly invalid: InvalidStatus[];
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
  const named = constants(context, registrations, odd);
  const found = [
    ...numbers(digits, context, registrations, odd),
    ...named,
    ...ownNames([...digits, ...named.map(({ node }) => node)], named, context, registrations),
    ...stringKeys(context),
    ...exceptions(context),
    ...exits(context),
    ...ownExceptionUses(context),
  ];
  found.sort((a, b) => a.span.start - b.span.start);
  const invalid = [...odd.invalid, ...invalidWords(context, registrations)];
  return { uses: withRoutes(found, routes, context), misplaced: odd.misplaced, invalid };
}

// ---------------------------------------------------------------------------------------------------------------------
// Numbers: a status only where the position says so

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

// ---------------------------------------------------------------------------------------------------------------------
// Numeric strings: a status only as a key of a map of responses

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

// ---------------------------------------------------------------------------------------------------------------------
// Constants: a status wherever they stand

function constants(context: ScanContext, registrations: readonly Registration[], odd: Oddities): FoundUse[] {
  const families = familiesOf(context.frameworks);
  const locals = localNames(
    context,
    families.flatMap((family) => [...family.paths, ...(family.importedPaths ?? [])]),
  );
  locals.push(...destructuredFrom(locals, context.text));
  // A wildcard import brings names that tell by themselves.
  if (context.names.imports.some((item) => item.local === '*')) locals.push('HTTP_\\d{3}_[A-Z_]+');
  if (locals.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${locals.join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => {
    if (context.dialect.kind(node) !== 'name') return null;
    return constantExpression(node, context);
  });
  return nodes.flatMap((node) => {
    const constant = constantAt(node, context);
    // A name that tells by itself is a status even where the family it is taken from does not have it.
    const unknown = !constant || constant.member.startsWith('HTTP_') ? unknownMember(node, families, context) : null;
    const wrong = unknown ?? (constant && movedMember(node, constant, context));
    if (wrong) odd.invalid.push(wrong);
    if (!constant) return [];
    return [
      {
        node,
        code: constant.code,
        span: span(node),
        text: node.text,
        form: 'constant' as const,
        role: roleAt(valueAround(node, context), constant.code, context, registrations, odd) ?? 'mentioned',
        // How this file spells constants is learned from members; `codes["CREATED"]` does not show it.
        constant: context.dialect.subscript(node) ? null : { family: constant.family.id, member: constant.member },
      },
    ];
  });
}

/**
 * Names in this file that a constant can begin with: imports of a family, of a module that holds one, or of a member;
 * and the families' usual names where the file has not bound them to something else.
 */
function localNames(context: ScanContext, paths: readonly string[]): string[] {
  const { imports } = context.names;
  const names = new Set<string>();
  for (const item of imports) {
    const path = joined(item.module, item.path).replace(/\.$/, '');
    const leads = paths.some((known) => known === path || known.startsWith(`${path}.`) || path.startsWith(`${known}.`));
    const passesOn = paths.some((known) => lastName(known) === lastName(item.path)) || /^HTTP_\d{3}_/.test(item.path);
    if (leads || passesOn) names.add(item.local);
  }
  const bound = new Set(imports.map((item) => item.local));
  for (const path of paths) {
    const name = lastName(path);
    if (/^\w+$/.test(name) && path.includes('.') && !bound.has(name)) names.add(name);
  }
  return [...names].filter((name) => name !== '*').map(forPattern);
}

/** Names taken out of an object of constants: `const { CREATED } = StatusCodes`. */
function destructuredFrom(locals: readonly string[], text: string): string[] {
  if (locals.length === 0 || !/\}\s*=/.test(text)) return [];
  const pattern = new RegExp(`\\{([^{}]{1,2000})\\}\\s*=\\s*(?:${locals.join('|')})(?![\\w$])`, 'g');
  return [...text.matchAll(pattern)].flatMap((match) => match[1]?.match(/[\w$]+/g) ?? []).map(forPattern);
}

/** From the first name to the member that is the constant: `http.HTTPStatus.CREATED`, without `.value` behind it. */
function constantExpression(name: SyntaxNode, context: ScanContext): SyntaxNode | null {
  let here = name;
  for (let steps = 0; steps < 4; steps++) {
    const parent = here.parent;
    const member = parent ? context.dialect.member(parent) : null;
    if (!parent || !member || !same(member.object, here)) break;
    if (/^(?:value|real|phrase|description|name|toString)$/.test(member.property.text)) break;
    here = parent;
  }
  const imported = context.names.imports.some(
    (item) => item.statement.start <= name.startIndex && name.endIndex <= item.statement.end,
  );
  if (imported || context.dialect.binding(name)) return null;
  const subscript = here.parent ? context.dialect.subscript(here.parent) : null;
  const key = same(subscript?.object, here) && subscript ? context.dialect.stringValue(subscript.index) : null;
  return key !== null && here.parent ? here.parent : here;
}

/** A constant with `.value` behind it, which is the same number. */
function valueAround(node: SyntaxNode, { dialect }: ScanContext): SyntaxNode {
  const member = node.parent ? dialect.member(node.parent) : null;
  const value = member && same(member.object, node) && /^(?:value|real)$/.test(member.property.text);
  return value && node.parent ? node.parent : node;
}

// ---------------------------------------------------------------------------------------------------------------------
// The file's own constants: a status where the position says so, like a number

/** Uses of names that `values` are given to in this file: `CREATED`, `Status.CREATED`. */
function ownNames(
  values: readonly SyntaxNode[],
  known: readonly FoundUse[],
  context: ScanContext,
  registrations: readonly Registration[],
): FoundUse[] {
  const words = new Set(values.filter((node) => isGiven(node, context)).flatMap((node) => holdersOf(node, context)));
  if (words.size === 0) return [];
  const taken = new Set(known.map(({ node }) => node.id));
  const pattern = new RegExp(`(?<![\\w$.])(?:${[...words].map(forPattern).join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) =>
    context.dialect.kind(node) === 'name' ? constantExpression(node, context) : null,
  );
  return nodes.flatMap((node) => {
    // Places come first: most names stand where nothing can be a status, and following them costs more.
    if (!context.dialect.place(valueAround(node, context)) || taken.has(node.id)) return [];
    const code = codeOf(node, context);
    const role = code === null ? null : roleAt(valueAround(node, context), code, context, registrations);
    if (code === null || !role) return [];
    return [{ node, code, span: span(node), text: node.text, form: 'constant' as const, role, constant: null }];
  });
}

/**
 * The names that lead to a value: of the variable, and of the object, class or enum around it. A variable of a function
 * is a constant only where its name says so.
 */
/** What stands before the value of a constant: a key, or a name of its own, unlike the keyword of an argument. */
const givenTo = /(?:[\w$'"\]]\s*\??:|[\w$\])>]\s+=|(?:^|[\n;])[ \t]*[\w$]+=)\s*(?:[\w$.]+\s*\(\s*)?$/;

/** A look at the text, as most numbers are no constant's value. */
function isGiven(value: SyntaxNode, { text }: ScanContext): boolean {
  return givenTo.test(text.slice(Math.max(0, value.startIndex - 80), value.startIndex));
}

function holdersOf(value: SyntaxNode, { dialect }: ScanContext): string[] {
  const found: string[] = [];
  let here = value;
  for (let steps = 0; steps < 16 && here.parent; steps++) {
    here = here.parent;
    if (dialect.kind(here) === 'function') return found.filter((word) => /^[A-Z][A-Z\d_]*$/.test(word));
    if (dialect.kind(here) === 'call' && dialect.call(here)?.callee.text !== 'Object.freeze') return [];
    const name = field(here, 'name') ?? field(here, 'left');
    // A single letter is no name for a constant, but every name in minified code.
    if (name && name.endIndex - name.startIndex > 1 && dialect.binding(name)) found.push(name.text);
  }
  return found;
}

/** Tables first: they know the framework; then names that tell by themselves. */
function roleAt(
  node: SyntaxNode,
  code: number,
  context: ScanContext,
  registrations: readonly Registration[],
  odd?: Oddities,
): UseRole | null {
  const place = context.dialect.place(node);
  if (!place) return null;
  const found = positionAt(place, context, registrations);
  const invalid = found && odd ? invalidNumber(node, code, found, place, context, registrations) : null;
  if (invalid) odd?.invalid.push(invalid);
  const misplaced = found || !odd ? null : misplacedAt(node, code, place, context, registrations);
  if (misplaced) odd?.misplaced.push(misplaced);
  return misplaced ? 'misplaced' : (found?.role ?? tellingRole(place, code, context));
}

// ---------------------------------------------------------------------------------------------------------------------
// Exception classes: a status where one is constructed or raised

function exceptions(context: ScanContext): FoundUse[] {
  return context.claims.flatMap(({ framework, by }) => {
    const names = Object.keys(framework.exceptions);
    if (by !== 'import' || names.length === 0) return [];
    const aliases = context.names.imports.filter((item) => Object.hasOwn(framework.exceptions, lastName(item.path)));
    const words = [...new Set([...names, ...aliases.map((item) => item.local)])];
    const pattern = new RegExp(`\\b(?:${words.map(forPattern).join('|')})\\b`, 'g');
    const nodes = nodesAt(context.root, context.text, pattern, (node) => raisedClass(node, context));
    return nodes.flatMap((node) => {
      const reference = context.names.resolve(node);
      const code = framework.exceptions[lastName(reference?.path ?? '')];
      if (code === undefined || !belongsTo(reference?.module ?? null, framework.modules)) return [];
      const role = 'raised' as const;
      return [{ node, code, span: span(node), text: node.text, form: 'exception' as const, role, constant: null }];
    });
  });
}

type ExitTable = Readonly<Record<string, number>>;

/** Calls of functions that throw what the framework answers: `notFound()`. */
function exits(context: ScanContext): FoundUse[] {
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
    if (code === undefined) return [];
    const role = 'raised' as const;
    return [{ node, code, span: span(node), text: node.text, form: 'exception' as const, role, constant: null }];
  });
}

/** Classes of this file that stand for a status, where they are thrown. */
function ownExceptionUses(context: ScanContext): FoundUse[] {
  const codes = ownExceptions(context);
  if (codes.size === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${[...codes.keys()].map(forPattern).join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => (isThrown(node, context) ? node : null));
  return nodes.flatMap((node) => {
    const code = codes.get(node.text);
    if (code === undefined || context.names.bindingsOf(node).length !== 1) return [];
    const role = 'raised' as const;
    return [{ node, code, span: span(node), text: node.text, form: 'exception' as const, role, constant: null }];
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

// ---------------------------------------------------------------------------------------------------------------------
// Routes

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
