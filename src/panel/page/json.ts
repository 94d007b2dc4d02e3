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
