/** The only importer of tree-sitter: loads grammars, parses incrementally, compiles queries once. */

import type {
  Language as Grammars,
  Parser as ParserClass,
  Point,
  Query,
  Range,
  Tree,
  Node as TreeNode,
} from '@vscode/tree-sitter-wasm';
import { literalData } from './literalData';
import type { Grammar, Span } from './model';

export type SyntaxNode = TreeNode;
export type SyntaxQuery = Query;

/** Reads the files of `@vscode/tree-sitter-wasm`: the host decides how, so that the core needs no file system. */
export interface GrammarFiles {
  runtime(): Promise<Uint8Array>;
  grammar(grammar: Grammar): Promise<Uint8Array>;
}

/** A text with its syntax tree; `dispose` frees the tree, which lives outside the garbage collector's reach. */
export interface ParsedText {
  readonly grammar: Grammar;
  readonly text: string;
  readonly root: SyntaxNode;
  dispose(): void;
}

export interface Syntax {
  /** Starts to load what every grammar needs, for those who have something else to do meanwhile. */
  prepare(): void;
  /**
   * Parses a text, reusing the previous tree of the same document where one is given. The previous one stays valid
   * until it is disposed. Loads the grammar on first use; rejects when its file cannot be read, and with `GivenUp`.
   */
  parse(grammar: Grammar, text: string, previous?: ParsedText): Promise<ParsedText>;
  /** The compiled query; compiled once per grammar and text. Throws on a query that the grammar does not know. */
  query(grammar: Grammar, text: string): SyntaxQuery;
}

type Library = typeof import('@vscode/tree-sitter-wasm');

interface Loaded {
  readonly library: Library;
  readonly language: Grammars;
  readonly parser: ParserClass;
}

/** What Emscripten takes to start the runtime. */
interface Start {
  readonly wasmBinary: Uint8Array;
  readonly INITIAL_MEMORY?: number;
}

/** A parse that took too long. */
export class GivenUp extends Error {}

/**
 * `patience` says how many milliseconds a parse may take; without it, as long as it takes. A sound text takes a fraction
 * of it, but behind an open bracket the parser may need the square of what is left.
 */
export function createSyntax(files: GrammarFiles, patience = Number.POSITIVE_INFINITY): Syntax {
  let runtime: Promise<Library> | undefined;
  const loading = new Map<Grammar, Promise<Loaded>>();
  const loaded = new Map<Grammar, Loaded>();
  const queries = new Map<string, SyntaxQuery>();
  let crashed = false;

  async function loadRuntime() {
    const library = await import('@vscode/tree-sitter-wasm');
    const wasmBinary = await files.runtime();
    // Emscripten takes the bytes themselves; the type declarations name only `locateFile`.
    const options: Partial<Memory> & Start = { wasmBinary, ...startingSmall(wasmBinary) };
    await library.Parser.init(options as unknown as Parameters<typeof library.Parser.init>[0]);
    passNumbersDirectly(options);
    return library;
  }

  function ensureRuntime(): Promise<Library> {
    runtime ??= loadRuntime();
    return runtime;
  }

  async function load(grammar: Grammar): Promise<Loaded> {
    const file = files.grammar(grammar);
    // Where both files are missing, it is always the same one that is missed, so that nobody is told of two errors.
    file.catch(() => undefined);
    const library = await ensureRuntime();
    const language = await library.Language.load(await file);
    const parser = new library.Parser();
    parser.setLanguage(language);
    const result = { library, language, parser };
    loaded.set(grammar, result);
    return result;
  }

  function ensure(grammar: Grammar): Promise<Loaded> {
    const known = loading.get(grammar);
    if (known) return known;
    // A failed load is forgotten, so that the next document tries again (a file system may come back).
    const attempt = load(grammar).catch((error: unknown) => {
      loading.delete(grammar);
      runtime = loaded.size > 0 ? runtime : undefined;
      throw error;
    });
    loading.set(grammar, attempt);
    return attempt;
  }

  return {
    prepare() {
      // Whoever parses is told what went wrong.
      ensureRuntime().catch(() => undefined);
    },

    async parse(grammar, text, previous) {
      const { parser } = loaded.get(grammar) ?? (await ensure(grammar));
      // Its memory is not sound any more: what it says of other texts may be wrong.
      if (crashed) throw new Error('the parser has crashed on another text');
      const old = previous?.grammar === grammar ? editedTree(previous, text) : null;
      const end = Date.now() + patience;
      let tree: Tree | null;
      try {
        tree = parser.parse(text, old, {
          includedRanges: includedRanges(text, grammar),
          ...(patience !== Number.POSITIVE_INFINITY && { progressCallback: () => Date.now() > end }),
        });
      } catch (error) {
        // It runs out of stack on thousands of brackets that are opened, broken off and never closed.
        crashed = true;
        throw new Error('the parser crashed', { cause: error });
      }
      old?.delete();
      if (!tree) {
        // Otherwise the next parse would go on with this one.
        parser.reset();
        throw new GivenUp(`The ${grammar} parser gave up.`);
      }
      return parsedText(grammar, text, tree);
    },

    query(grammar, text) {
      const key = `${grammar}\n${text}`;
      const known = queries.get(key);
      if (known) return known;
      const ready = loaded.get(grammar);
      if (!ready) throw new Error(`The ${grammar} grammar is not loaded.`);
      const compiled = new ready.library.Query(ready.language, text);
      queries.set(key, compiled);
      return compiled;
    },
  };
}

/** The parser's memory, as Emscripten makes it of the options of its start. */
interface Memory {
  /** Another view whenever the memory has grown. */
  readonly HEAP32: Int32Array;
  getValue(address: number, type: string): number;
  setValue(address: number, value: number, type: string): void;
}

/**
 * Each question to a node takes five numbers into that memory, each answer as many out of it, and for every one the
 * runtime compares strings to know its kind. They are of one kind.
 */
function passNumbersDirectly(memory: Partial<Memory>): void {
  const { getValue, setValue } = memory;
  // Who starts it a second time is given what is there, and the parser's memory has its low bytes first everywhere.
  if (!getValue || !setValue || new Uint8Array(Int32Array.of(1).buffer)[0] !== 1) return;
  memory.getValue = (address, type) =>
    (type === 'i32' ? memory.HEAP32?.[address >> 2] : undefined) ?? getValue(address, type);
  memory.setValue = (address, value, type) => {
    if (type === 'i32' && memory.HEAP32) memory.HEAP32[address >> 2] = value;
    else setValue(address, value, type);
  };
}

/** The import of `env.memory` with at least 512 pages of 64 KB, as the binary format has it (WebAssembly core, 5.5.5). */
const importOfMemory = '\x03env\x06memory\x02\x01\x80\x04';

/**
 * Has the runtime ask for 16 MB at its start where it asks for 32, which V8 answers by collecting all garbage of the
 * process at once: in an extension host, before the first hover. It grows when a text needs more. A runtime that asks
 * otherwise is left as it is.
 *
 * @param runtime changed in place
 */
function startingSmall(runtime: Uint8Array): Pick<Start, 'INITIAL_MEMORY'> {
  const at = String.fromCharCode(...runtime.subarray(0, 4096)).indexOf(importOfMemory);
  if (at === -1) return {};
  // 256 pages.
  runtime[at + importOfMemory.length - 1] = 0x02;
  return { INITIAL_MEMORY: 2 ** 24 };
}

const trees = new WeakMap<ParsedText, Tree>();

function parsedText(grammar: Grammar, text: string, tree: Tree): ParsedText {
  const parsed: ParsedText = { grammar, text, root: tree.rootNode, dispose: () => tree.delete() };
  trees.set(parsed, tree);
  return parsed;
}

/**
 * A copy of the old tree, told what changed. One edit is derived from the two texts, from the first to the last
 * differing unit, so that callers need not record change events in order.
 */
function editedTree(previous: ParsedText, text: string): Tree | null {
  const old = trees.get(previous)?.copy();
  if (!old) return null;
  const before = previous.text;
  const shorter = Math.min(before.length, text.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < shorter - start &&
    before.charCodeAt(before.length - 1 - same) === text.charCodeAt(text.length - 1 - same)
  ) {
    same++;
  }
  const oldEnd = before.length - same;
  const newEnd = text.length - same;
  old.edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(text, start),
    oldEndPosition: pointAt(before, oldEnd),
    newEndPosition: pointAt(text, newEnd),
  });
  return old;
}

/** What is between long stretches of plain data; empty, which stands for everything, where there are none. */
function includedRanges(text: string, grammar: Grammar): Range[] {
  const left = literalData(text, grammar === 'python' ? 'python' : 'ecmascript');
  if (left.length === 0) return [];
  const bounds = [0, ...left.flatMap(({ start, end }) => [start, end]), text.length];
  const points = pointsAt(text, bounds);
  const ranges: Range[] = [];
  for (let index = 0; index + 1 < bounds.length; index += 2) {
    const [startIndex, endIndex] = [bounds[index], bounds[index + 1]];
    const [startPosition, endPosition] = [points[index], points[index + 1]];
    if (startIndex === undefined || endIndex === undefined || !startPosition || !endPosition) continue;
    ranges.push({ startIndex, endIndex, startPosition, endPosition });
  }
  return ranges;
}

function pointAt(text: string, offset: number): Point {
  return pointsAt(text, [offset])[0] ?? { row: 0, column: offset };
}

/** Rows and columns of ascending offsets, in one walk over the lines. */
function pointsAt(text: string, offsets: readonly number[]): Point[] {
  let row = 0;
  let lineStart = 0;
  let next = text.indexOf('\n');
  return offsets.map((offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) {
      row++;
      lineStart = next + 1;
    }
    return { row, column: offset - lineStart };
  });
}

/** What a query finds in and around a span of the text, without a walk over the rest of the tree. */
export function matchesWithin(query: SyntaxQuery, root: SyntaxNode, { start, end }: Span) {
  // The library counts nodes in UTF-16 units, but the bounds of a query in bytes of them.
  return query.matches(root, { startIndex: start * 2, endIndex: end * 2 });
}
