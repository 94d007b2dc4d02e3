/** What the scan asks of a language's syntax, in terms that Python and the JavaScript family share. */

import type { Language, Slot, Span } from '../model';
import type { SyntaxNode } from '../syntax';

/** One `dialect` per language knows the node types of its grammar; nothing else in the scan does. */
export interface Dialect {
  readonly language: Language;
  /** May a declaration take values apart by their keys: `const { CREATED } = codes`. */
  readonly destructures: boolean;
  /** The types of node whose kind is `function`. */
  readonly functions: ReadonlySet<string>;
  readonly kind: (node: SyntaxNode) => Kind;
  /** Imports anywhere in the file, in source order. `text` is the whole file. */
  imports(root: SyntaxNode, text: string): ImportStatement[];
  call(node: SyntaxNode): CallParts | null;
  member(node: SyntaxNode): MemberParts | null;
  function(node: SyntaxNode): FunctionParts | null;
  /** The value bound to a name by the declaration or assignment that `name` is the target of; null if it is no target. */
  boundValue(name: SyntaxNode): SyntaxNode | null;
  /** What a name is bound to where it stands; null where it is only read. */
  binding(name: SyntaxNode): Binding | null;
  /** Is a scope's name unknown in the functions inside it, as those of a Python class are. */
  hidesFromFunctions(scope: SyntaxNode): boolean;
  /** A class or enum; null for anything else. */
  class(node: SyntaxNode): ClassParts | null;
  /** `object[index]`; null for anything else. */
  subscript(node: SyntaxNode): SubscriptParts | null;
  /** Keys and values of a mapping or object literal, in order. */
  pairs(node: SyntaxNode): Pair[];
  /** Elements of a list, tuple or array literal. */
  elements(node: SyntaxNode): SyntaxNode[];
  /** The text of a string without interpolation; null for anything else. */
  stringValue(node: SyntaxNode): string | null;
  /** What a string is put together of, by a template or by `+`: texts and expressions; empty for anything else. */
  textParts(node: SyntaxNode): (string | SyntaxNode)[];
  /** The expression inside parentheses, `await`, casts and the like; the node itself where there is nothing to peel. */
  peel(node: SyntaxNode): SyntaxNode;
  /** Both outcomes of a conditional expression; the node itself where it is none. */
  branches(node: SyntaxNode): SyntaxNode[];
  /** Where the value of an expression goes, looking through parentheses, casts and branches of a conditional. */
  place(node: SyntaxNode): Place | null;
  /** What a value stands in for: `x` of `x || value`, `x or value`; null where it stands in for nothing. */
  standsInFor(node: SyntaxNode): SyntaxNode | null;
  /** What may be written in place of a status. */
  slot(node: SyntaxNode): Slot;
  /** The function or class that a decorator's call decorates; null where the call is no decorator. */
  decorated(call: SyntaxNode): SyntaxNode | null;
  /** The calls of the decorators of a function or class, in order. */
  decorators(node: SyntaxNode): SyntaxNode[];
  /** The call of the decorator that begins at an offset. */
  decoratorAt(root: SyntaxNode, at: number): SyntaxNode | null;
  /** The name that ends at an offset, where it is that of a method of a class with a base. */
  methodAt(root: SyntaxNode, end: number): SyntaxNode | null;
  /** What an object literal or a class holds under names: methods, values of keys and fields; empty for all else. */
  members(holder: SyntaxNode): NamedMember[];
  /** The class a function is a method of; null for any other function. */
  classOf(node: SyntaxNode): ClassParts | null;
  /** What a comparison of a string with something decides: the branches of an `if`, a case; null where it is nothing. */
  branch(compared: SyntaxNode): Branch | null;
  /** Statements of a function's block. */
  statements(body: SyntaxNode): SyntaxNode[];
  /**
   * The function, class or file in whose own block a statement stands that begins with a node; null where the node is
   * part of anything else.
   */
  blockOf(node: SyntaxNode): SyntaxNode | null;
  /** The members of a class with all that belongs to them. */
  memberSpans(owner: SyntaxNode): { readonly start: number; readonly members: readonly Span[] } | null;
  /** The statement a node belongs to, when it is all of it: `return x`, `x`; null otherwise. */
  wholeStatement(node: SyntaxNode): SyntaxNode | null;
}

/** Kinds of expression that the scan tells apart. */
export type Kind =
  | 'name'
  | 'member'
  | 'call'
  | 'number'
  | 'string'
  | 'none'
  | 'literal'
  | 'mapping'
  | 'list'
  | 'function'
  | 'await'
  | 'other';

export interface ImportStatement {
  readonly node: SyntaxNode;
  readonly module: string;
  /** Just behind the last name of the list; null where the statement has no list of names. */
  readonly insertNameAt: number | null;
  readonly names: readonly ImportedName[];
}

export interface ImportedName {
  /** The name in this file; `*` for a wildcard. */
  readonly local: string;
  /** The module it comes from, where it is not the statement's: `import a.b as c, d`. */
  readonly module?: string;
  /** The name inside the module; empty for the module itself. */
  readonly path: string;
}

export interface CallParts {
  readonly callee: SyntaxNode;
  /** The node of the argument list, parentheses included. */
  readonly list: SyntaxNode;
  readonly arguments: readonly ArgumentParts[];
}

export interface ArgumentParts {
  readonly name: string | null;
  /** The whole argument, keyword included. */
  readonly node: SyntaxNode;
  readonly value: SyntaxNode;
}

export interface MemberParts {
  readonly object: SyntaxNode;
  readonly property: SyntaxNode;
}

export interface SubscriptParts {
  readonly object: SyntaxNode;
  readonly index: SyntaxNode;
}

export interface Binding {
  /** What it is given; null where that cannot be told, as for a parameter or the target of a loop. */
  readonly value: SyntaxNode | null;
  /** The key of that value the name takes: `CREATED` in `const { CREATED: made } = codes`; null for the value itself. */
  readonly key: string | null;
  /** The part of the file that knows the name by this; null where the name is only given a new value. */
  readonly scope: SyntaxNode | null;
  /** Declared without a value: `let status;`. */
  readonly bare?: true;
}

export interface FunctionParts {
  readonly name: string | null;
  readonly parameters: readonly ParameterParts[];
  /** The type behind the arrow or colon, without it. */
  readonly returnType: SyntaxNode | null;
  /** A block, or the expression of an arrow function. */
  readonly body: SyntaxNode;
}

export interface ClassParts {
  readonly node: SyntaxNode;
  readonly bases: readonly SyntaxNode[];
  /** The functions in its body, in source order. */
  readonly methods: readonly SyntaxNode[];
  /** Its constructor. */
  readonly init: FunctionParts | null;
  /** Named values of the class itself. */
  readonly attributes: readonly Pair[];
  /** Named values that its instances start with: in Python the same ones. */
  readonly fields: readonly Pair[];
  /** The value of a keyword in the list of its bases; null where it has none of that name. */
  keyword(name: string): SyntaxNode | null;
}

export interface ParameterParts {
  readonly name: string;
  readonly type: SyntaxNode | null;
  /** Its default; null where it has none. */
  readonly value: SyntaxNode | null;
}

export interface Pair {
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

export interface NamedMember {
  readonly name: string;
  readonly value: SyntaxNode;
}

export interface Branch {
  /** Runs only where the two are equal; null where that is the rest of the block, because the branch for all else leaves. */
  readonly equal: Span | null;
  /** Does not run where they are equal. */
  readonly unequal: readonly Span[];
}

/** Where a value goes. */
export type Place =
  | { readonly kind: 'argument'; readonly call: SyntaxNode; readonly index: number }
  | { readonly kind: 'keyword'; readonly call: SyntaxNode; readonly name: string }
  | { readonly kind: 'key'; readonly mapping: SyntaxNode }
  | { readonly kind: 'property'; readonly mapping: SyntaxNode; readonly name: string }
  | { readonly kind: 'assigned'; readonly target: SyntaxNode }
  | { readonly kind: 'index'; readonly object: SyntaxNode }
  | { readonly kind: 'compared'; readonly with: SyntaxNode }
  /** One of the elements of a list, tuple or set that goes somewhere itself. */
  | { readonly kind: 'listed'; readonly index: number; readonly list: SyntaxNode }
  | { readonly kind: 'returned'; readonly index: number | null };
