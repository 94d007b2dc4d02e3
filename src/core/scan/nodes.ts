/** Small helpers over syntax nodes that every dialect uses. */

import type { Span } from '../model';
import type { SyntaxNode } from '../syntax';
import type { ArgumentParts, CallParts } from './dialect';

export function field(node: SyntaxNode, name: string): SyntaxNode | null {
  return node.childForFieldName(name);
}

/** Named children without comments. */
export function code(node: SyntaxNode): SyntaxNode[] {
  return node.namedChildren.filter((child) => child !== null && !child.isExtra) as SyntaxNode[];
}

/** Keys and values of a mapping or object literal: both grammars call them `pair`. */
export function pairs(node: SyntaxNode): { readonly key: SyntaxNode; readonly value: SyntaxNode }[] {
  return code(node).flatMap((pair) => {
    const key = pair.type === 'pair' ? field(pair, 'key') : null;
    const value = key ? field(pair, 'value') : null;
    return key && value ? [{ key, value }] : [];
  });
}

/** A call whose arguments are read when somebody asks for them: most look at what is called only. */
export function lazyCall(callee: SyntaxNode, list: SyntaxNode, read: () => readonly ArgumentParts[]): CallParts {
  let known: readonly ArgumentParts[] | null = null;
  return {
    callee,
    list,
    get arguments() {
      known ??= read();
      return known;
    },
  };
}

/** Are the two the same node: nodes are made anew at each access, so identity of objects says nothing. */
export function same(a: SyntaxNode | null | undefined, b: SyntaxNode | null | undefined): boolean {
  return !!a && !!b && a.id === b.id;
}

/** The first expression inside any number of wrappers. */
export function lookThrough(node: SyntaxNode, wrappers: ReadonlySet<string>): SyntaxNode {
  let here = node;
  for (let steps = 0; steps < 16 && wrappers.has(here.type); steps++) {
    const inner = code(here)[0];
    if (!inner) break;
    here = inner;
  }
  return here;
}

/** What each node met on the way up is inside of, by the kinds of node that were looked for. */
const around = new WeakMap<SyntaxNode['tree'], Map<ReadonlySet<string>, Map<number, SyntaxNode | null>>>();

/**
 * The nearest node of some types that a node is inside of; null where there is none. The tree finds a parent by coming
 * down from its root, so that no way up is gone twice: in a chain of a thousand names it would be gone a million times.
 */
export function enclosing(node: SyntaxNode, types: ReadonlySet<string>): SyntaxNode | null {
  const ofTree = around.get(node.tree) ?? new Map<ReadonlySet<string>, Map<number, SyntaxNode | null>>();
  around.set(node.tree, ofTree);
  const known = ofTree.get(types) ?? new Map<number, SyntaxNode | null>();
  ofTree.set(types, known);
  const passed: number[] = [];
  let here: SyntaxNode | null = node;
  let found: SyntaxNode | null | undefined = known.get(node.id);
  while (found === undefined) {
    passed.push(here.id);
    here = here.parent;
    found = here === null || types.has(here.type) ? here : known.get(here.id);
    if (here === null) break;
  }
  for (const id of passed) known.set(id, found ?? null);
  return found ?? null;
}

/**
 * The nodes that `pick` chooses at every match of a global pattern between two offsets, each once, in source order. The
 * pattern is a cheap finder only: what it finds in strings and comments is `pick`'s to refuse.
 */
export function nodesAt(
  root: SyntaxNode,
  text: string,
  pattern: RegExp,
  pick: (node: SyntaxNode) => SyntaxNode | null,
  from = 0,
  to = text.length,
): SyntaxNode[] {
  const seen = new Set<number>();
  const found: SyntaxNode[] = [];
  const part = text.slice(from, to);
  for (const match of part.matchAll(pattern)) {
    const end = from + match.index + match[0].length;
    const at = root.descendantForIndex(end - 1, end);
    const node = at ? pick(at) : null;
    if (node && !seen.has(node.id)) {
      seen.add(node.id);
      found.push(node);
    }
  }
  return found;
}

/** Is it the statement that throws: `raise` in Python. */
export function isThrowing(node: SyntaxNode | null | undefined): boolean {
  return node?.type === 'raise_statement' || node?.type === 'throw_statement';
}

export function span(node: SyntaxNode): Span {
  return { start: node.startIndex, end: node.endIndex };
}
