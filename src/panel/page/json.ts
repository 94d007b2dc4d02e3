/** Lays out JSON text for reading without touching what it says: 10.0 stays 10.0, big numbers keep their digits. */

/** A string, a piece of punctuation, or a run of anything else (numbers, literals), without the space around them. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** Two spaces a level. Text that is no JSON comes back as it is. */
export function layOutJson(text: string): string {
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  const tokens = text.match(token) ?? [];
  let depth = 0;
  let result = '';
  const newLine = () => `\n${'  '.repeat(depth)}`;
  for (const [index, part] of tokens.entries()) {
    const next = tokens[index + 1];
    if (part === '{' || part === '[') {
      depth += 1;
      result += next === '}' || next === ']' ? part : part + newLine();
    } else if (part === '}' || part === ']') {
      depth -= 1;
      const previous = tokens[index - 1];
      result += previous === '{' || previous === '[' ? part : newLine() + part;
    } else if (part === ',') result += part + newLine();
    else result += part === ':' ? ': ' : part;
  }
  return result;
}

/** One value at a time: space and a string, a number or a word, each as RFC 8259 has it. */
const space = /[ \t\n\r]*/y;
const scalar =
  /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Where a text stops being JSON, as an offset; null where all of it is. Browsers tell it in words only, and not always. */
export function jsonProblemAt(text: string): number | null {
  let at = 0;
  const read = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    at += found?.length ?? 0;
    return found;
  };
  const take = (sign: string): boolean => {
    read(space);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  };
  /** Closing signs that are awaited, the innermost last. */
  const open: ('}' | ']')[] = [];
  const name = () => {
    read(space);
    return text[at] === '"' && read(scalar) !== null && take(':');
  };
  // Without recursion, so that a text of a hundred thousand brackets is no trouble.
  for (;;) {
    if (take('{')) {
      if (!take('}')) {
        if (!name()) return at;
        open.push('}');
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push(']');
        continue;
      }
    } else if (read(scalar) === null) return at;
    for (let close = open.at(-1); close && take(close); close = open.at(-1)) open.pop();
    const inside = open.at(-1);
    if (!inside) break;
    if (!take(',')) return at;
    if (inside === '}' && !name()) return at;
  }
  read(space);
  return at === text.length ? null : at;
}
