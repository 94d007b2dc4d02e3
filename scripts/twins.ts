/** Cuts the demo's routes into the listings of the lesson: src/lesson/twins.json is made of them, and a test compares it. */

/** From the text of each file in src/demo/routes to listings by name: `GET /items/{item_id}`, `Item`, `knownItem`. */
export function cutTwins(routes: readonly string[]): Record<string, string> {
  const twins: Record<string, string> = {};
  for (const text of routes) {
    const lines = text.split('\n');
    for (const [index, line] of lines.entries()) {
      const name = nameOf(line);
      if (name === undefined) continue;
      if (name in twins) throw new Error(`two listings would be called ${name}`);
      twins[name] = cut(lines, index);
    }
  }
  return twins;
}

/** Path operations stand in the function that adds them, helpers there or beside it, models and tables beside it. */
function nameOf(line: string): string | undefined {
  const [, method, path] = /^ {2}app\.(\w+)\('([^']+)'/.exec(line) ?? [];
  if (method && path) return `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`;
  return /^ {0,2}function (?!add)(\w+)/.exec(line)?.[1] ?? /^const (\w+)/.exec(line)?.[1];
}

/** Up to the next line that is indented no more and does not merely close what was opened; with the comment above. */
function cut(lines: readonly string[], index: number): string {
  const indent = /^ */.exec(lines[index] ?? '')?.[0] ?? '';
  const starts = (line = '') => line.startsWith(indent) && /^[^\s)\]}]/.test(line.slice(indent.length));
  let start = index;
  while (/^ *(?:\/\/|\/\*\*|\*)/.test(lines[start - 1] ?? '')) start -= 1;
  let end = index + 1;
  while (end < lines.length && !starts(lines[end]) && !(indent !== '' && lines[end] === '}')) end += 1;
  const text = lines.slice(start, end).map((line) => line.slice(indent.length));
  // A comment or an empty line at the end belongs to what follows.
  while (/^(?:\s*|\/\/.*|\/\*\*.*|\s*\*.*)$/.test(text.at(-1) ?? 'end')) text.pop();
  return text.join('\n');
}
