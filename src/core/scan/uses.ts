/** Finds every place that names a status code, and what the code is doing there. */

import type { Framework, Route, StatusPosition, StatusUse, UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import { enclosingFunction, responseName, span } from './answers';
import { constantOf, familiesOf, isFrameworkName, type ScanContext } from './context';
import type { Place } from './dialect';
import { joined, lastName } from './names';
import { nodesAt, same } from './nodes';
import { type Registration, routerCertainty } from './routes';

interface FoundUse extends Omit<StatusUse, 'route'> {
  readonly node: SyntaxNode;
}

export function findUses(
  context: ScanContext,
  registrations: readonly Registration[],
  routes: readonly Route[],
): StatusUse[] {
  const found = [...numbers(context, registrations), ...constants(context, registrations)];
  found.sort((a, b) => a.span.start - b.span.start);
  return withRoutes(found, routes);
}

// ---------------------------------------------------------------------------------------------------------------------
// Numbers: a status only where the position says so

function numbers(context: ScanContext, registrations: readonly Registration[]): FoundUse[] {
  const nodes = nodesAt(context.root, context.text, /(?<![\w.$])[1-9]\d\d(?![\w.])/g, (node) =>
    context.dialect.kind(node) === 'number' && /^\d{3}$/.test(node.text) ? node : null,
  );
  return nodes.flatMap((node) => {
    const role = roleAt(node, context, registrations);
    if (!role) return [];
    const code = Number(node.text);
    return [{ node, code, span: span(node), text: node.text, form: 'number' as const, role, constant: null }];
  });
}

// ---------------------------------------------------------------------------------------------------------------------
// Constants: a status wherever they stand

function constants(context: ScanContext, registrations: readonly Registration[]): FoundUse[] {
  const families = familiesOf(context.frameworks);
  const locals = localNames(
    context,
    families.flatMap((family) => family.paths),
  );
  if (locals.length === 0) return [];
  const pattern = new RegExp(`(?<![\\w$.])(?:${locals.join('|')})(?![\\w$])`, 'g');
  const nodes = nodesAt(context.root, context.text, pattern, (node) => {
    if (context.dialect.kind(node) !== 'name') return null;
    return constantExpression(node, context);
  });
  return nodes.flatMap((node) => {
    const constant = constantOf(context.names.resolve(node), families);
    if (!constant) return [];
    const outer = node.parent && context.dialect.member(node.parent) ? node.parent : node;
    return [
      {
        node,
        code: constant.code,
        span: span(node),
        text: node.text,
        form: 'constant' as const,
        role: roleAt(outer, context, registrations) ?? 'mentioned',
        constant: { family: constant.family.id, member: constant.member },
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
  return [...names].filter((name) => name !== '*').map((name) => name.replaceAll('$', '\\$'));
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
  return imported ? null : here;
}

// ---------------------------------------------------------------------------------------------------------------------
// Positions

function roleAt(node: SyntaxNode, context: ScanContext, registrations: readonly Registration[]): UseRole | null {
  const place = context.dialect.place(node);
  if (!place) return null;
  const candidates = candidatesAt(place, context);
  for (const { framework, position } of candidates) {
    if (matches(position, place, framework, context, registrations)) return position.role;
  }
  return null;
}

interface Candidate {
  readonly framework: Framework;
  readonly position: StatusPosition;
}

/** Positions whose name fits, of the frameworks that claim the file; a telling name counts in any file. */
function candidatesAt(place: Place, context: ScanContext): Candidate[] {
  const name = nameAt(place, context);
  if (name === null) return [];
  const claimed = new Set(context.claims.map((claim) => claim.framework));
  return context.frameworks.flatMap((framework) =>
    framework.positions
      .filter((position) => claimed.has(framework) || position.of === 'any')
      .filter((position) => position.name === name || position.name === '*')
      .map((position) => ({ framework, position })),
  );
}

/** The name that the position is about: what is called, assigned to or compared with. */
function nameAt(place: Place, context: ScanContext): string | null {
  const { dialect } = context;
  switch (place.kind) {
    case 'argument':
    case 'keyword':
      return calleeName(place.call, context);
    case 'key': {
      const around = dialect.place(place.mapping);
      return around?.kind === 'keyword' ? calleeName(around.call, context) : null;
    }
    case 'property':
      return place.name;
    case 'assigned':
      return propertyName(place.target, context);
    case 'compared':
      return propertyName(place.with, context);
    case 'returned':
      return null;
  }
}

function calleeName(call: SyntaxNode, context: ScanContext): string | null {
  const callee = context.dialect.call(call)?.callee;
  if (!callee) return null;
  // An alias (`from fastapi import HTTPException as Problem`) goes by the name it was imported under.
  const reference = context.dialect.kind(callee) === 'name' ? context.names.resolve(callee) : null;
  return reference && reference.path !== '' && !reference.called
    ? lastName(reference.path)
    : propertyName(callee, context);
}

function propertyName(node: SyntaxNode, context: ScanContext): string {
  return context.dialect.member(node)?.property.text ?? node.text;
}

function matches(
  position: StatusPosition,
  place: Place,
  framework: Framework,
  context: ScanContext,
  registrations: readonly Registration[],
): boolean {
  const { at } = position;
  switch (place.kind) {
    case 'argument': {
      if (at.index !== place.index) return false;
      const count = context.dialect.call(place.call)?.arguments.length ?? 0;
      return (
        (at.arity === undefined || at.arity === count) &&
        belongs(position, place.call, framework, context, registrations)
      );
    }
    case 'keyword':
      return at.keyword === place.name && belongs(position, place.call, framework, context, registrations);
    case 'key': {
      const around = context.dialect.place(place.mapping);
      return (
        around?.kind === 'keyword' &&
        at.keysOf === around.name &&
        belongs(position, around.call, framework, context, registrations)
      );
    }
    case 'assigned':
      return at.assigned === true && ownedBy(position, place.target, framework, context);
    case 'compared':
      return at.compared === true && ownedBy(position, place.with, framework, context);
    default:
      return false;
  }
}

function belongs(
  position: StatusPosition,
  call: SyntaxNode,
  framework: Framework,
  context: ScanContext,
  registrations: readonly Registration[],
): boolean {
  const callee = context.dialect.call(call)?.callee;
  if (!callee) return false;
  switch (position.of) {
    case 'any':
      return true;
    case 'router':
      return (
        registrations.some((registration) => same(registration.call, call)) ||
        isRouterConstruction(callee, framework, context) ||
        isRouterMember(callee, framework, context)
      );
    case 'framework':
      return isFrameworkName(context.names.resolve(callee), position.name, framework);
    case 'response':
      return ownedBy(position, callee, framework, context);
  }
}

function isRouterConstruction(callee: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  return framework.routing.routers.some((name) => isFrameworkName(context.names.resolve(callee), name, framework));
}

function isRouterMember(callee: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const member = context.dialect.member(callee);
  return member !== null && routerCertainty(member.object, framework, context) !== 'possible';
}

/** Is the member reached from the response object: `res.statusCode`, `res.set("a", "b").status`. */
function ownedBy(position: StatusPosition, node: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  if (position.of === 'any') return true;
  const { dialect } = context;
  const member = dialect.member(node);
  if (position.of !== 'response' || !member) return false;
  let here = dialect.peel(member.object);
  for (let steps = 0; steps < 16; steps++) {
    const call = dialect.call(here);
    const inner = call ? dialect.member(call.callee) : null;
    if (!inner) break;
    here = dialect.peel(inner.object);
  }
  return dialect.kind(here) === 'name' && isResponse(here, framework, context);
}

function isResponse(name: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const bound = context.names.parameterOf(name);
  if (bound) {
    const handler = { node: bound.owner, parts: bound.function };
    return responseName(handler, framework, context) === name.text;
  }
  const reference = context.names.resolve(name);
  const word = reference ? lastName(reference.path) : '';
  return (
    reference?.called === true &&
    framework.answers.responseClasses[word] !== undefined &&
    isFrameworkName(reference, word, framework) &&
    enclosingFunction(name, context) !== null
  );
}

// ---------------------------------------------------------------------------------------------------------------------
// Routes

/**
 * The innermost route whose registration or handler holds each use. Uses come in source order, so one pass over the
 * routes' spans, which nest, serves them all.
 */
function withRoutes(uses: readonly FoundUse[], routes: readonly Route[]): StatusUse[] {
  const spans = routes.flatMap((route, index) => {
    const { handler, registration } = route.anatomy;
    return [route.span, handler, registration?.span].flatMap((around) => (around ? [{ ...around, index }] : []));
  });
  // At the same place the wider span comes first; of two routes that share one, the second, so that the first is innermost.
  spans.sort((a, b) => a.start - b.start || b.end - a.end || b.index - a.index);
  const around: typeof spans = [];
  let next = 0;
  return uses.map(({ node: _node, ...use }) => {
    for (let span = spans[next]; span && span.start <= use.span.start; span = spans[++next]) around.push(span);
    while (around.length > 0 && (around.at(-1)?.end ?? 0) < use.span.end) around.pop();
    return { ...use, route: around.at(-1)?.index ?? null };
  });
}
