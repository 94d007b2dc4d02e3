/** What rules about headers ask of an answer that is sent or raised by hand: may it carry a header that its code asks for. */

import type { OwnHeader } from '../framework';
import type { Route, Scan, StatusUse } from '../model';
import type { RuleContext } from '../rule';

/** Codes that are sent or raised in a route, by a call that shows all it sends, while the header's name is nowhere in the file. */
export function usesWithout(
  header: string,
  codes: readonly number[],
  { scan, text, framework }: RuleContext,
): (StatusUse & { readonly route: number })[] {
  const uses = scan.uses.filter(
    (use) => codes.includes(use.code) && (use.role === 'returned' || use.role === 'raised'),
  );
  if (uses.length === 0 || mentions(header, text)) return [];
  return uses.flatMap((use) => {
    const route = use.route === null ? undefined : scan.routes[use.route];
    if (use.route === null || !route || isGivenHeaders(use, text) || setsHeaders(route, text)) return [];
    return addsItself(use, framework(route.framework).ownHeaders ?? [], scan) ? [] : [{ ...use, route: use.route }];
  });
}

/** Is the header named anywhere: `Content-Range`, `content_range`, `contentRange`, but not as part of another's name. */
export function mentions(header: string, text: string): boolean {
  return new RegExp(`(?<![\\w-])${header.replaceAll('-', '[-_]?')}(?![\\w-])`, 'i').test(text);
}

/** Does the handler set headers that its text need not name: by a method of the response, from a mapping. */
export function setsHeaders(route: Route, text: string): boolean {
  const { start, end } = route.anatomy.handler ?? route.span;
  const written = text.slice(start, end);
  if (/\bheaders\b|\.(?:header|set_?header|writeHead|vary|links)\s*\(/i.test(written)) return true;
  // Lists and maps have these too: `items.append(item)`.
  return [...written.matchAll(/([\w$.]*)\.(?:set|append)\s*\(/g)].some(
    ([, receiver = '']) => receiver === '' || /res|rep|head|ctx|context|cookie|(?:^|\.)[a-z]$/i.test(receiver),
  );
}

/** Is a call given headers, or something that may hold them. */
function isGivenHeaders({ call }: StatusUse, text: string): boolean {
  const given = call ? text.slice(call.arguments.span.start, call.arguments.span.end) : '';
  return /\bheaders\b|\*\*|\.\.\./i.test(given);
}

function addsItself({ code, call, text }: StatusUse, own: readonly OwnHeader[], { imports }: Scan): boolean {
  const name = call?.name ?? text;
  const given = (call?.arguments.arguments.length ?? 0) > 0;
  return own.some(
    ({ code: about, calls, whenGiven, beside }) =>
      about === code &&
      calls.includes(name) &&
      (given || !whenGiven) &&
      (beside === undefined || imports.some(({ module }) => module.split('.')[0] === beside)),
  );
}
