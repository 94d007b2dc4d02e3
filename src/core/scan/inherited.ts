/** What a class has from base classes of its framework: handlers, and the status of a call that hands on to one. */

import type { Framework, InheritedHandlers } from '../framework';
import type { SyntaxNode } from '../syntax';
import { functionNames } from './classes';
import type { ScanContext } from './context';
import type { ClassParts } from './dialect';
import { belongsTo, lastName } from './names';

/** A handler that a base class brings. */
export interface Inherited {
  readonly name: string;
  readonly base: SyntaxNode;
}

/** The handlers that the bases of a class bring, in the order of its bases. */
export function handlersOf(
  { bases }: ClassParts,
  { classes, mixins, completes }: InheritedHandlers,
  framework: Framework,
  context: ScanContext,
): Inherited[] {
  const complete = bases.some((base) => completes.test(lastName(base.text)));
  return bases.flatMap((base) => {
    const reference = context.names.resolve(base);
    if (!reference || !belongsTo(reference.module, framework.modules)) return [];
    const name = lastName(reference.path);
    const names = classes[name] ?? (complete ? mixins[name] : undefined) ?? [];
    return names.map((each) => ({ name: each, base }));
  });
}

/**
 * The status that a handler answers by handing on to an inherited one, `return super().create(request)`: null where the
 * file does not show it, undefined where it does no such thing.
 */
export function inheritedStatus(
  call: SyntaxNode,
  handler: SyntaxNode,
  framework: Framework,
  context: ScanContext,
): number | null | undefined {
  const { dialect } = context;
  const { verbs, classes } = framework.routing;
  const member = dialect.member(dialect.call(call)?.callee ?? call);
  const owner = classes?.inherited ? dialect.classOf(handler) : null;
  if (!member || !owner || !classes?.inherited) return undefined;
  const name = member.property.text;
  const method = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  const up = /^super\([^()]*\)$/.test(member.object.text);
  if (!method || !(up || member.object.text === 'self')) return undefined;
  if (!up && functionNames(owner).includes(name)) return null;
  const brought = handlersOf(owner, { ...classes.inherited, completes: /(?:)/ }, framework, context).find(
    (each) => each.name === name || (name === method.toLowerCase() && verbs[each.name] === method),
  );
  if (!brought) return null;
  // `super().post()` calls what the class itself has put in the place of `create`.
  if (brought.name !== name && functionNames(owner).includes(brought.name)) return null;
  return classes.inherited.status[brought.name] ?? framework.defaultStatus(method, [method]);
}
