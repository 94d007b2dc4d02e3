/** What the names of a file stand for: imports under any alias, and variables followed to their values. */

import type { Framework } from '../framework';
import type { Import } from '../model';
import type { SyntaxNode } from '../syntax';
import type { Binding, Dialect, FunctionParts, ImportedName, ParameterParts } from './dialect';
import { enclosing, nodesAt, same } from './nodes';

/** What a name or dotted path stands for. */
export interface Reference {
  /** Module it was imported from; null where the file does not say (a parameter, a global, a fragment without imports). */
  readonly module: string | null;
  /** Dotted path inside the module, or the bare name. */
  readonly path: string;
  /** Is it the result of calling what `path` names: `APIRouter()`. */
  readonly called: boolean;
}

export interface Names {
  readonly imports: readonly Import[];
  resolve(node: SyntaxNode): Reference | null;
  /** The value, function or class a name is bound to in this file, followed once; null where it has none or several that differ. */
  valueBoundTo(name: SyntaxNode): SyntaxNode | null;
  /**
   * Everything a name may be bound to where it stands, by the scopes of the file; empty where the file does not say, and
   * for names that are imported.
   */
  bindingsOf(name: SyntaxNode): readonly Binding[];
  /** The parameter a name refers to, with the function it belongs to; null where it is none. */
  parameterOf(name: SyntaxNode): BoundParameter | null;
}

export interface BoundParameter {
  readonly owner: SyntaxNode;
  readonly function: FunctionParts;
  readonly parameter: ParameterParts;
  readonly index: number;
}

interface PlacedBinding extends Binding {
  readonly at: SyntaxNode;
}

const deepest = 6;
const mostBindings = 40;

export function createNames(root: SyntaxNode, text: string, dialect: Dialect): Names {
  const imports: Import[] = dialect.imports(root, text).flatMap((statement) =>
    statement.names.filter(isName).map((name) => ({
      local: name.local,
      module: name.module ?? statement.module,
      path: name.path,
      statement: { start: statement.node.startIndex, end: statement.node.endIndex },
      insertNameAt: statement.insertNameAt,
    })),
  );
  const imported = new Map(imports.map((item) => [item.local, item]));
  const values = new Map<string, SyntaxNode | null>();
  const read = new Map<number, FunctionParts | null>();

  function valueBoundTo(name: SyntaxNode): SyntaxNode | null {
    const word = name.text;
    const known = values.get(word);
    if (known !== undefined) return known;
    const binding = new RegExp(
      `(?<![\\w$.])(?:(?:function|def)\\s+${forPattern(word)}(?=\\s*[(<])|class\\s+${forPattern(word)}(?![\\w$])|${forPattern(word)}(?=\\s*(?::[^=\\n;]{1,120})?=(?![=>])))`,
      'g',
    );
    const found: SyntaxNode[] = [];
    nodesAt(root, text, binding, (node) => {
      const value = dialect.boundValue(node);
      if (value) found.push(value);
      return null;
    });
    const first = found[0];
    const agreed = first && found.every((value) => value.text === first.text) ? first : null;
    values.set(word, agreed);
    return agreed;
  }

  const bindings = new Map<string, readonly PlacedBinding[]>();

  function allBindings(word: string): readonly PlacedBinding[] {
    const known = bindings.get(word);
    if (known) return known;
    const found: PlacedBinding[] = [];
    nodesAt(root, text, new RegExp(`(?<![\\w$])(?<!\\w\\.)${forPattern(word)}(?![\\w$])`, 'g'), (node) => {
      const binding = dialect.binding(node);
      if (binding && found.length <= mostBindings) found.push({ ...binding, at: node });
      return null;
    });
    bindings.set(word, found);
    return found;
  }

  function bindingsOf(name: SyntaxNode): readonly Binding[] {
    const word = name.text;
    if (imported.has(word)) return [];
    const all = allBindings(word);
    // A name that means so many things is a minifier's, and each look at its scopes costs as many steps.
    if (all.length === 0 || all.length > mostBindings) return [];
    const scope = scopeAround(name, all);
    const own = all.filter((binding) => same(binding.scope ?? scopeAround(binding.at, all), scope));
    return scope ? own.filter((binding) => !binding.bare) : [];
  }

  /** The innermost scope that declares a name and holds a place. */
  function scopeAround(place: SyntaxNode, all: readonly PlacedBinding[]): SyntaxNode | null {
    let innermost: SyntaxNode | null = null;
    for (const { scope } of all) {
      if (!scope || scope.startIndex > place.startIndex || scope.endIndex < place.endIndex) continue;
      if (dialect.hidesFromFunctions(scope) && enclosesFunction(scope, place)) continue;
      if (!innermost || scope.endIndex - scope.startIndex < innermost.endIndex - innermost.startIndex)
        innermost = scope;
    }
    return innermost;
  }

  function enclosesFunction(scope: SyntaxNode, place: SyntaxNode): boolean {
    const owner = enclosing(place, dialect.functions);
    return (
      owner !== null && owner.startIndex >= scope.startIndex && owner.endIndex <= scope.endIndex && !same(owner, scope)
    );
  }

  function resolve(node: SyntaxNode, depth = 0): Reference | null {
    const here = dialect.peel(node);
    if (depth > deepest) return null;
    const member = dialect.member(here);
    if (member) {
      const object = resolve(member.object, depth + 1);
      return object && !object.called ? { ...object, path: joined(object.path, member.property.text) } : null;
    }
    const call = dialect.call(here);
    if (call) {
      const callee = resolve(call.callee, depth + 1);
      return callee && !callee.called ? { ...callee, called: true } : null;
    }
    if (dialect.kind(here) !== 'name') return null;
    const item = imported.get(here.text);
    if (item) return { module: item.module, path: item.path, called: false };
    if (parameterOf(here)) return { module: null, path: here.text, called: false };
    const value = valueBoundTo(here);
    const followed = value && dialect.kind(value) !== 'function' ? resolve(value, depth + 1) : null;
    return followed ?? (value ? null : destructured(here, depth)) ?? { module: null, path: here.text, called: false };
  }

  /** `CREATED` after `const { CREATED } = StatusCodes`. */
  function destructured(name: SyntaxNode, depth: number): Reference | null {
    if (!dialect.destructures) return null;
    const [binding, other] = bindingsOf(name);
    if (!binding?.value || binding.key === null || other) return null;
    const object = resolve(binding.value, depth + 1);
    return object && !object.called ? { ...object, path: joined(object.path, binding.key) } : null;
  }

  /** Read once: every name in a function asks for its parameters. */
  function functionParts(owner: SyntaxNode): FunctionParts | null {
    const known = read.get(owner.id);
    if (known !== undefined) return known;
    const parts = dialect.function(owner);
    read.set(owner.id, parts);
    return parts;
  }

  function parameterOf(name: SyntaxNode): BoundParameter | null {
    const word = name.text;
    const { functions } = dialect;
    for (let owner = enclosing(name, functions); owner; owner = enclosing(owner, functions)) {
      const parts = functionParts(owner);
      const index = parts ? parts.parameters.findIndex((parameter) => parameter.name === word) : -1;
      const parameter = parts?.parameters[index];
      if (parts && parameter) return { owner, function: parts, parameter, index };
    }
    return null;
  }

  return { imports, resolve, valueBoundTo, bindingsOf, parameterOf };
}

export function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** The last name of a dotted path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Is a module one of the listed ones or inside one: `fastapi.responses`, `hono/http-exception`. */
export function belongsTo(module: string | null, modules: readonly string[]): boolean {
  return (
    module !== null &&
    modules.some((name) => module === name || module.startsWith(`${name}.`) || module.startsWith(`${name}/`))
  );
}

/** Does a node stand in a statement that imports. */
export function isInImport(node: SyntaxNode, { imports }: Names): boolean {
  return imports.some(({ statement }) => statement.start <= node.startIndex && node.endIndex <= statement.end);
}

/** Does a file with these imports use the framework. */
export function importsFramework(imports: readonly Import[], framework: Framework): boolean {
  return imports.some((item) => belongsTo(item.module, framework.modules));
}

/** In broken source anything can stand where a name should. */
function isName({ local }: ImportedName): boolean {
  // Nearly all names are plain, and the pattern for those of every script takes as long to compile as a file to scan.
  return local === '*' || /^[A-Za-z_$][\w$]*$/.test(local) || /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(local);
}

/** Longer names are nobody's: a regular expression has a largest size, and compiling one above it throws. */
const longestName = 1000;

/** A word as it stands in a regular expression; matches nothing where it is absurdly long. */
export function forPattern(word: string): string {
  if (word.length > longestName) return '(?!)';
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
