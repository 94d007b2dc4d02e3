/** Finds where the usual name of a family of constants is taken: there the family cannot be reached by it. */

import type { Shadow } from '../model';
import { familiesOf, type ScanContext } from './context';
import { forPattern, isInImport, joined, lastName } from './names';
import { nodesAt, span } from './nodes';

/** Scopes that bind the last name of a family's path, or the name it was imported by, to something of their own. */
export function findShadows(context: ScanContext): Shadow[] {
  const { dialect, names, root, text } = context;
  const paths = familiesOf(context.frameworks).flatMap(({ paths, importedPaths = [] }) => [...paths, ...importedPaths]);
  const own = names.imports
    .filter((item) => paths.includes(item.path === '' ? item.module : joined(item.module, item.path)))
    .map((item) => item.local);
  const words = [...new Set([...paths.map(lastName), ...own])].filter((word) => /^[\w$]+$/.test(word));
  const shadows = new Map<string, Shadow>();
  nodesAt(root, text, new RegExp(`(?<![\\w$.])(?:${words.map(forPattern).join('|')})(?![\\w$.])`, 'g'), (node) => {
    const binding = dialect.binding(node);
    // `const { StatusCodes } = require("http-status-codes")` binds the name to the family itself.
    if (!binding || isInImport(node, names)) return null;
    const isFile = !binding.scope?.parent;
    const around = binding.scope && !isFile ? span(binding.scope) : { start: 0, end: text.length };
    shadows.set(`${node.text} ${around.start}`, { name: node.text, span: around });
    return null;
  });
  return [...shadows.values()];
}
