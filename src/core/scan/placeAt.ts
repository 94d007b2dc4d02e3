/** Says of one place of a text whether a status goes there and which route it is for, without a scan of the rest. */

import type { Framework, StatusPosition } from '../framework';
import type { Language, Route, Span, StatusPlace } from '../model';
import type { ParsedText, SyntaxNode, SyntaxQuery } from '../syntax';
import { calleeName } from './calls';
import type { ScanContext } from './context';
import type { Place } from './dialect';
import { enclosing, span } from './nodes';
import { positionAt } from './positions';
import { findRegistrations, type Registration } from './routes';
import { contextOf, routeOf } from './scan';
import { findShadows } from './shadows';
import { isTelling, tellingRole } from './telling';

/** Codes that stand for all others: a success, an error, and an error that nobody knows. */
const [success, error, unknown] = [200, 404, 555] as const;

/** What a code at a span would be; null where it would be no status. Any number may stand there. */
export function placeAt(
  parsed: ParsedText,
  path: string,
  language: Language,
  frameworks: readonly Framework[],
  compiled: (query: string) => SyntaxQuery,
  at: Span,
): StatusPlace | null {
  const node = parsed.root.descendantForIndex(at.start, at.end);
  if (node?.startIndex !== at.start || node.endIndex !== at.end) return null;
  const context = contextOf(parsed, path, language, frameworks);
  const { dialect } = context;
  const place = dialect.kind(node) === 'number' ? dialect.place(node) : null;
  if (!place) return null;
  const registrations = registrationsAround(node, context, compiled);
  const found = positionAt(place, context, registrations);
  if (found && isGivenByKeyword(found.position, place, context)) return null;
  const ofErrors = found ? null : tellingRole(place, error, context);
  const role = found?.role ?? tellingRole(place, success, context) ?? ofErrors;
  if (!role) return null;
  const innermost = registrations.at(-1);
  const owner = enclosing(node, dialect.functions);
  const routes = registrations
    .filter(({ head }) => head.id === innermost?.head.id)
    .flatMap((registration) => registration.methods.map((method) => routeOf(registration, method, context).route));
  const imported = context.claims.find(({ by }) => by === 'import');
  return {
    role,
    sure: found ? isSure(found.position, owner, routes, context) : isTelling(place, unknown, context),
    errorsOnly: !found && !tellingRole(place, success, context),
    slot: dialect.slot(node),
    call: callOf(place, context),
    routes,
    around: owner && span(owner),
    handler: (owner && dialect.function(owner)?.name) ?? null,
    framework: found?.framework.id ?? innermost?.claim.framework.id ?? imported?.framework.id ?? null,
    imports: context.names.imports,
    shadows: findShadows(context),
  };
}

/** `HTTPException(|, status_code=404)` */
function isGivenByKeyword({ at }: StatusPosition, place: Place, { dialect }: ScanContext): boolean {
  const given = place.kind === 'argument' ? dialect.call(place.call)?.arguments : undefined;
  return at.keyword !== undefined && given?.some(({ name }) => name === at.keyword) === true;
}

/** A pair may be returned by any function; of handlers, which something registers, it is known what the second means. */
function isSure(
  { name }: { readonly name: string },
  owner: SyntaxNode | null,
  routes: readonly Route[],
  { dialect }: ScanContext,
): boolean {
  return name !== 'return' || routes.length > 0 || (owner !== null && dialect.decorators(owner).length > 0);
}

/** Those whose declaration or handler holds a node, from the outermost to the innermost. */
function registrationsAround(
  node: SyntaxNode,
  context: ScanContext,
  compiled: (query: string) => SyntaxQuery,
): Registration[] {
  const { dialect } = context;
  const within = [span(node)];
  for (let owner = enclosing(node, dialect.functions); owner; owner = enclosing(owner, dialect.functions)) {
    within.push(...dialect.decorators(owner).map(span));
  }
  return findRegistrations(context, compiled, within).filter(
    ({ span: whole, handler }) => holds(whole, node) || (handler !== null && holds(span(handler.node), node)),
  );
}

function holds({ start, end }: Span, node: SyntaxNode): boolean {
  return start <= node.startIndex && node.endIndex <= end;
}

function callOf(place: Place, context: ScanContext): string | null {
  const inside = place.kind === 'property' ? context.dialect.place(place.mapping) : place;
  return inside?.kind === 'argument' || inside?.kind === 'keyword' ? calleeName(inside.call, context) : null;
}
