/** Cuts the part of a Python file that defines one name, so that a listing in the lesson is the code that runs. */

/**
 * The function, class or variable `name` at the top level of a module, with its decorators and the comment right above.
 * Throws when there is none, which is a mistake in the lesson.
 */
export function cutDefinition(module: string, name: string): string {
  const lines = module.split('\n');
  const defines = new RegExp(`^(?:(?:async def|def|class) ${name}\\b|${name}(?:: [^=]+)? = )`);
  const definition = lines.findIndex((line) => defines.test(line));
  if (definition === -1) throw new Error(`nothing at the top level is called ${name}`);
  let start = definition;
  while (/^[@#]/.test(lines[start - 1] ?? '')) start -= 1;
  const length = lines.slice(definition + 1).findIndex((line) => /^[^\s)\]}]/.test(line));
  const end = length === -1 ? lines.length : definition + 1 + length;
  return lines.slice(start, end).join('\n').trimEnd();
}
