/** Cuts a Python file into its definitions, so that a listing in the lesson is the code that runs. */

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
