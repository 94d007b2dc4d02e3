/** Which places of a framework's calls and assignments hold a status: its table, matched against the syntax around a value. */

import type { Framework, StatusPosition } from '../framework';
import type { UseRole } from '../model';
import type { SyntaxNode } from '../syntax';
import { calleeName, propertyName } from './calls';
import { isFrameworkName, type ScanContext } from './context';
import type { Place } from './dialect';
import { enclosingFunction } from './handlers';
import { groupedBy, ofTable } from './memo';
import { lastName } from './names';
import { isThrowing, same } from './nodes';
import { responseClassOf, responseName } from './responseObject';
import { routerCertainty } from './routers';
import type { Registration } from './routes';

/** A position of a framework's table that a value stands at. */
export interface PositionFound {
  readonly framework: Framework;
  readonly position: StatusPosition;
  /** What the value does there. */
  readonly role: UseRole;
}

/** The position a place is, by the tables of the frameworks that claim the file; null where none of them says. */
export function positionAt(
  place: Place,
  context: ScanContext,
  registrations: readonly Registration[],
): PositionFound | null {
  for (const { framework, position } of candidatesAt(place, context)) {
    if (!matches(position, place, framework, context, registrations)) continue;
    return { framework, position, role: isThrown(place, context) ? 'raised' : position.role };
  }
  return null;
}

type Candidate = Omit<PositionFound, 'role'>;

/** Positions whose name fits, of the frameworks that claim the file; a telling name counts in any file. */
function candidatesAt(place: Place, context: ScanContext): readonly Candidate[] {
  const name = nameAt(place, context);
  if (name === null) return [];
  const { claims } = context;
  return (namedPositions(context.frameworks).get(name) ?? []).filter(
    ({ framework, position: { of } }) =>
      of === 'any' || of === 'platform' || claims.some((claim) => claim.framework === framework),
  );
}

/** Every number of a file is looked up among all positions of its language. */
const namedPositions = ofTable((frameworks: readonly Framework[]): ReadonlyMap<string, readonly Candidate[]> => {
  const all = frameworks.flatMap((framework) => framework.positions.map((position) => ({ framework, position })));
  return groupedBy(all, ({ position }) => [lastName(position.name)]);
});

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
    case 'property': {
      const around = context.dialect.place(place.mapping);
      return around?.kind === 'argument' ? calleeName(around.call, context) : null;
    }
    case 'assigned':
      return propertyName(place.target, context);
    case 'compared':
      return propertyName(place.with, context);
    case 'returned':
      return 'return';
    case 'index':
    case 'listed':
      return null;
  }
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
      if (at.index !== place.index || at.property !== undefined) return false;
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
    case 'property': {
      const around = context.dialect.place(place.mapping);
      return (
        around?.kind === 'argument' &&
        at.property === place.name &&
        at.index === around.index &&
        belongs(position, around.call, framework, context, registrations)
      );
    }
    case 'assigned':
      return at.assigned === true && ownedBy(position, place.target, framework, context);
    case 'returned':
      return at.returned !== undefined && at.returned === place.index;
    case 'compared':
      return at.compared === true && ownedBy(position, place.with, framework, context);
    default:
      return false;
  }
}

export function belongs(
  position: Pick<StatusPosition, 'name' | 'of'>,
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
    case 'platform': {
      const reference = context.names.resolve(callee);
      return reference?.module === null && !reference.called && reference.path === position.name;
    }
    case 'response':
      return ownedBy(position, callee, framework, context);
  }
}

/** `throw new Response(null, { status: 404 })` */
function isThrown(place: Place, context: ScanContext): boolean {
  const around = place.kind === 'property' ? context.dialect.place(place.mapping) : place;
  return around?.kind === 'argument' && isThrowing(around.call.parent);
}

function isRouterConstruction(callee: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  return framework.routing.routers.some((name) => isFrameworkName(context.names.resolve(callee), name, framework));
}

function isRouterMember(callee: SyntaxNode, framework: Framework, context: ScanContext): boolean {
  const member = context.dialect.member(callee);
  return member !== null && routerCertainty(member.object, framework, context) !== 'possible';
}

/** Is the member reached from the response object: `res.statusCode`, `res.set("a", "b").status`. */
function ownedBy(
  position: Pick<StatusPosition, 'of'>,
  node: SyntaxNode,
  framework: Framework,
  context: ScanContext,
): boolean {
  if (position.of === 'any') return true;
  const { dialect } = context;
  const member = dialect.member(node);
  if (position.of !== 'response' || !member) return false;
  let here = dialect.peel(member.object);
  for (let steps = 0; steps < 16; steps++) {
    const call = dialect.call(here);
    const own = dialect.member(here);
    const inner = call
      ? dialect.member(call.callee)
      : own && framework.answers.selfProperties.includes(own.property.text)
        ? own
        : null;
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
    responseClassOf(word, framework) !== null &&
    isFrameworkName(reference, word, framework) &&
    enclosingFunction(name, context) !== null
  );
}
