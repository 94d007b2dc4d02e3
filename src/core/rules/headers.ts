/** What rules about headers ask of an answer that is sent or raised by hand: may it carry a header that its code asks for. */

import type { OwnHeader, Route, RuleContext, StatusUse } from '../model';

/** Codes that are sent or raised in a route, by a call that shows all it sends, while the header's name is nowhere in the file. */
export function usesWithout(
  header: string,
  codes: readonly number[],
  { scan, text, framework }: RuleContext,
): (StatusUse & { readonly route: number })[] {
  // `Content-Range`, `content_range`, `contentRange`; as part of another header's name it does not count.
  const name = new RegExp(`(?<![\\w-])${header.replaceAll('-', '[-_]?')}(?![\\w-])`, 'i');
  const uses = scan.uses.filter(
    (use) => codes.includes(use.code) && (use.role === 'returned' || use.role === 'raised'),
  );
  if (uses.length === 0 || name.test(text)) return [];
  return uses.flatMap((use) => {
    const route = use.route === null ? undefined : scan.routes[use.route];
    if (use.route === null || !route || setsHeaders(use, route, text)) return [];
    return addsItself(use, framework(route.framework).ownHeaders) ? [] : [{ ...use, route: use.route }];
  });
}

/** Headers from a variable, a mapping spread into the call, a method of the response. */
function setsHeaders({ call }: StatusUse, route: Route, text: string): boolean {
  const given = call ? text.slice(call.arguments.span.start, call.arguments.span.end) : '';
  const { start, end } = route.anatomy.handler ?? route.span;
  return (
    /\bheaders\b|\*\*|\.\.\./i.test(given) ||
    /\bheaders\b|\.(?:set|append|header|set_?header|writeHead|vary|links)\s*\(/i.test(text.slice(start, end))
  );
}

function addsItself({ code, call, text }: StatusUse, own: readonly OwnHeader[]): boolean {
  const name = call?.name ?? text;
  const given = (call?.arguments.arguments.length ?? 0) > 0;
  return own.some((each) => each.code === code && each.calls.includes(name) && (given || !each.whenGiven));
}
