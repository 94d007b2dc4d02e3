/** Routes that an object describes: `fastify.route({ method, url, handler })`, `createRoute({ method, path })`. */

import type { Framework } from '../framework';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import type { CallParts } from './dialect';
import { groupedBy, once } from './memo';
import { isMethod } from './methods';
import { lastName } from './names';
import { callsNamed } from './prefixes';

/** `fastify.route({ method: "POST", url: "/x", handler })`, or one that a variable or a helper call holds. */
export function description(parts: CallParts, framework: Framework, context: ScanContext) {
  const { dialect } = context;
  const first = parts.arguments[0];
  const mapping = first ? dialect.peel(first.value) : null;
  const name = dialect.member(parts.callee)?.property.text ?? parts.callee.text;
  if (!mapping || dialect.kind(mapping) !== 'mapping' || !framework.routing.generic.includes(name)) {
    return null;
  }
  const value = (...names: readonly string[]) =>
    dialect.pairs(mapping).find(({ key }) => names.includes(dialect.stringValue(key) ?? key.text))?.value ?? null;
  const method = value('method');
  // `RequestMethod.POST` of NestJS, where GET is the default.
  const named = method
    ? [method, ...dialect.elements(method)].map(
        (node) => dialect.stringValue(node) ?? dialect.member(node)?.property.text,
      )
    : framework.routing.registration === 'bare-decorator'
      ? ['GET']
      : [];
  return {
    methods: named.map((name) => (name === 'ALL' ? 'ANY' : name?.toUpperCase())).filter(isMethod),
    path: value('url', 'path'),
    handler: value('handler'),
  };
}

/** `app.openapi(route, handler)`: the call that gives a described route its handler, with the router it is made on. */
export function handledCall(described: SyntaxNode, { routing }: Framework, context: ScanContext) {
  const { dialect } = context;
  if (routing.describedHandler === null) return null;
  const place = dialect.place(described);
  const name = place?.kind === 'assigned' ? place.target.text : place?.kind === 'property' ? place.name : null;
  const handled = once(`routes given to ${routing.describedHandler}`, context, () =>
    groupedBy(callsNamed([routing.describedHandler ?? ''], context), (node) => {
      const route = dialect.call(node)?.arguments[0]?.value;
      return route ? [dialect.kind(route) === 'call' ? route.id : lastName(route.text)] : [];
    }),
  );
  const call = handled.get(name ?? described.id)?.[0];
  const parts = call ? dialect.call(call) : null;
  const member = parts ? dialect.member(parts.callee) : null;
  const handler = parts?.arguments[1];
  return member && handler ? { router: member.object, handler: handler.value } : null;
}
