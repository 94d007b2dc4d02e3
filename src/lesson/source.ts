/** Cuts a Python file into its definitions, so that a listing in the lesson is the code that runs, and finds what is around a line. */

/** What a line at the top level defines: a function, a class, a variable. */
const defined = /^(?:(?:async def|def|class) (\w+)|(\w+)(?:: [^=]+)? = )/;

/** The functions, classes and variables at the top level of a module, with their decorators and the comment right above. */
export function definitionsOf(module: string): ReadonlyMap<string, string> {
  const lines = module.split('\n');
  const definitions = new Map<string, string>();
  for (const [index, line] of lines.entries()) {
    const match = defined.exec(line);
    const name = match?.[1] ?? match?.[2];
    if (name === undefined) continue;
    let start = index;
    while (/^[@#]/.test(lines[start - 1] ?? '')) start -= 1;
    let end = index + 1;
    // What closes a bracket still belongs to it.
    while (end < lines.length && !/^[^\s)\]}]/.test(lines[end] ?? '')) end += 1;
    definitions.set(name, lines.slice(start, end).join('\n').trimEnd());
  }
  return definitions;
}

/** The name of the innermost function around a line of a module, counted from 0; null outside of functions. */
export function definitionAround(module: string, line: number): string | null {
  const lines = module.split('\n');
  const depth = (text: string) => text.length - text.trimStart().length;
  let inside = depth(lines[line] ?? '');
  for (let index = line - 1; index >= 0; index--) {
    const text = lines[index] ?? '';
    // The end of a signature that has a line for each parameter is as deep as its beginning.
    if (text.trim() === '' || depth(text) >= inside || text.trimStart().startsWith(')')) continue;
    inside = depth(text);
    const name = /^\s*(?:async def|def) (\w+)/.exec(text)?.[1];
    if (name) return name;
  }
  return null;
}
