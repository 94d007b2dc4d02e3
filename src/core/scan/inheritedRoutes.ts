/** Routes that a class has from a base class of its framework, without a handler of its own. */

import type { InheritedHandlers } from '../framework';
import type { Method } from '../model';
import { attributeOf, className, functionNames } from './classes';
import type { Claim, ScanContext } from './context';
import type { ClassParts } from './dialect';
import { handlersOf } from './inherited';
import { namedMethods } from './methods';
import { belongsTo, lastName } from './names';
import { nodesAt, span } from './nodes';
import type { Registration } from './routes';

/** The base class is the route's place: it is all that the file says of it. */
export function inheritedRoutes(context: ScanContext): Registration[] {
  return context.claims.flatMap((claim) => {
    const inherited = claim.framework.routing.classes?.inherited;
    if (!inherited || claim.by === 'shape') return [];
    const nodes = nodesAt(context.root, context.text, /^[ \t]*class\b/gm, (word) => word.parent);
    const classes = nodes.flatMap((node) => context.dialect.class(node) ?? []);
    const extended = new Set(classes.flatMap(({ bases }) => bases.map((base) => base.text)));
    return classes.flatMap((parts) =>
      isBase(parts, inherited) || extended.has(className(parts)) ? [] : routesOf(parts, inherited, claim, context),
    );
  });
}

/** A class that others extend, as its name or what it lacks tells, is theirs to register. */
function isBase(parts: ClassParts, { needs }: InheritedHandlers): boolean {
  const own = functionNames(parts);
  if (/^_?(?:Base|Abstract|Generic)|(?:Base|Mixin)$/.test(className(parts))) return true;
  return !needs.some((each) => own.includes(each) || attributeOf(parts, each));
}

/**
 * Does a function of a class only bear the name of a handler: `create` beside a `post` that may call it, or in a class
 * whose bases are all the framework's and know no such handler.
 */
export function isHelper({ handler, methods, claim }: Registration, context: ScanContext): boolean {
  const inherited = claim.framework.routing.classes?.inherited;
  const owner = handler ? context.dialect.classOf(handler.node) : null;
  const name = handler?.parts.name ?? '';
  const verb = methods[0]?.toLowerCase() ?? '';
  if (!inherited || !owner || name === verb) return false;
  if (owner.bases.some((base) => inherited.completes.test(lastName(base.text)))) return false;
  if (functionNames(owner).includes(verb)) return true;
  if (handlersOf(owner, inherited, claim.framework, context).some((each) => each.name === name)) return false;
  return owner.bases.every((base) => belongsTo(context.names.resolve(base)?.module ?? null, claim.framework.modules));
}

function routesOf(parts: ClassParts, inherited: InheritedHandlers, claim: Claim, context: ScanContext): Registration[] {
  const { verbs } = claim.framework.routing;
  const own = new Set(functionNames(parts));
  const limited = attributeOf(parts, inherited.methodsAttribute);
  const allowed = limited ? namedMethods(limited, context) : null;
  const seen = new Set<string>();
  return handlersOf(parts, inherited, claim.framework, context).flatMap(({ name, base }): Registration[] => {
    const method: Method | undefined = verbs[name];
    const callsOn = inherited.callsOn[name];
    const replaced =
      own.has(name) || own.has((method ?? '').toLowerCase()) || (callsOn !== undefined && own.has(callsOn));
    if (!method || replaced || seen.has(name) || (allowed && !allowed.includes(method))) return [];
    seen.add(name);
    const unsaid = inherited.status[name];
    return [
      {
        claim,
        span: span(base),
        call: null,
        parts: null,
        head: base,
        methods: [method],
        path: null,
        group: null,
        handler: null,
        ...(unsaid === undefined ? {} : { unsaid }),
      },
    ];
  });
}
