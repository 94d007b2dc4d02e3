/** The parts of one handler that serve different methods: `if (req.method === "POST")`, `switch (req.method)`. */

import type { Method, Span } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ScanContext } from './context';
import { type Handler, handlerOf } from './handlers';
import { lastName } from './names';
import { nodesAt } from './nodes';

export interface MethodBranch {
  readonly method: Method;
  /** The method as it is written in the comparison. */
  readonly at: SyntaxNode;
  /** Serves this method only; null for the rest of the handler behind a guard, `if (req.method !== "POST") return`. */
  readonly region: Span | null;
  /** What of the handler answers this method. */
  readonly handler: Handler;
}

const written = /(['"`])(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\1/g;

/** In source order; empty where the handler does not look at the method. */
export function methodBranches(handler: Handler, responseName: string | null, context: ScanContext): MethodBranch[] {
  const { dialect } = context;
  const { node } = handler;
  const looks = nodesAt(
    context.root,
    context.text,
    written,
    (found) => {
      const string = dialect.stringValue(found) === null ? found.parent : found;
      const place = string && dialect.place(string);
      return place?.kind === 'compared' && isMethodName(place.with, context) ? string : null;
    },
    node.startIndex,
    node.endIndex,
  ).flatMap((at) => {
    const branch = dialect.branch(at);
    const method = dialect.stringValue(at) as Method;
    return branch ? [{ at, method, region: branch.equal, unequal: branch.unequal }] : [];
  });
  const seen = new Set<Method>();
  return looks.flatMap(({ at, region, method }) => {
    if (seen.has(method)) return [];
    seen.add(method);
    const own = looks.filter((look) => look.method === method);
    // Cases that fall into one another share what answers them.
    const shared = (region: Span) => own.some((look) => look.region && overlap(look.region, region));
    const others = looks.flatMap((look) => (look.region && !shared(look.region) ? [look.region] : []));
    // What one comparison leaves out a later one may take in again.
    const unequal = own
      .flatMap((look) => look.unequal)
      .filter(({ start, end }) => !own.some((look) => look.at.startIndex >= start && look.at.endIndex <= end));
    const outside = [...others, ...unequal];
    const mine = own.find((look) => look.region)?.region ?? region;
    const delegate = mine && responseName !== null ? delegateIn(mine, responseName, context) : null;
    return [{ method, at, region: mine, handler: delegate ?? { ...handler, outside } }];
  });
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** `req.method`, or `method` taken out of it. */
function isMethodName(node: SyntaxNode, context: ScanContext): boolean {
  const { dialect } = context;
  const kind = dialect.kind(node);
  return (kind === 'member' || kind === 'name') && lastName(node.text) === 'method';
}

/** `return createItem(req, res)`: the function of this file that a branch hands the response to. */
function delegateIn({ start, end }: Span, responseName: string, context: ScanContext): Handler | null {
  const { dialect } = context;
  const calls = nodesAt(
    context.root,
    context.text,
    /[\w$]\s*\(/g,
    (paren) => {
      const call = paren.parent?.parent ?? null;
      const parts = call && dialect.call(call);
      return parts?.arguments.some(({ value }) => value.text === responseName) ? call : null;
    },
    start,
    end,
  );
  const callee = calls.length === 1 && calls[0] ? dialect.call(calls[0])?.callee : null;
  return callee && dialect.kind(callee) === 'name' ? handlerOf(callee, context) : null;
}
