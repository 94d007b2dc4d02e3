/** Adds names to a file's imports, beside what is there already or in a statement of their own. */

import { insert, newline } from './edits';
import type { Edit, Import, Scan, Span } from './model';

/** Where an import leads: `fastapi.status`. */
export function fullPath(item: Import): string {
  return item.path === '' ? item.module : `${item.module}.${item.path}`;
}

/** Where a dotted name of a file leads by its imports: `http.HTTPStatus.OK` for `codes.OK`; null where it is not imported. */
export function importedPath(written: string, scan: Scan): string | null {
  const [head, ...rest] = written.split('.');
  const item = scan.imports.find(({ local }) => local === head);
  return item ? [fullPath(item), ...rest].join('.') : null;
}

/**
 * Edits that make a name of a module available, none where it is already. Null where that would take a new statement in
 * a language whose modules may be imported in several ways.
 */
export function importName(module: string, name: string, scan: Scan, text: string): readonly Edit[] | null {
  const known = scan.imports.filter((item) => item.path === name && rootOf(item.module) === rootOf(module));
  if (known.some((item) => item.local === name)) return [];
  const beside = besideOthers(module, [name], scan, text);
  if (beside) return [beside];
  // A fragment brings no imports; it is pasted into a file that has them.
  if (scan.language === 'python' && scan.imports.length === 0) return [];
  return scan.language === 'python' ? ownStatement(module, [name], scan, text) : null;
}

/** One edit that imports names, none of which is imported yet; null where the file shows no place for it. */
export function importNames(
  module: string,
  names: readonly string[],
  scan: Scan,
  text: string,
): readonly Edit[] | null {
  const beside = besideOthers(module, names, scan, text);
  return beside ? [beside] : ownStatement(module, names, scan, text);
}

/** Does a statement stand at the start of its line, where what it imports is known in all of the file. */
export function isTopLevel({ start }: Span, text: string): boolean {
  return (
    start === 0 ||
    text[start - 1] === '\n' ||
    /(?:^|\n)(?:const|let|var)\s+$/.test(text.slice(Math.max(0, start - 8), start))
  );
}

/** Where a new statement that imports is put, with one that shows how this file writes them; null where it has none. */
export function placeOfImports(
  scan: Scan,
  text: string,
): { readonly at: number; readonly behind: boolean; readonly sample: string } | null {
  const top = scan.imports.filter((item) => isTopLevel(item.statement, text));
  const first = top.find((item) => item.module !== '__future__');
  const sample = first ?? top.at(-1);
  if (!sample) return null;
  const written = text.slice(lineStartOf(sample.statement, text), sample.statement.end + 1);
  // Nothing may stand before an import from the future.
  const at = first ? lineStartOf(first.statement, text) : sample.statement.end;
  return { at, behind: !first, sample: written };
}

function besideOthers(module: string, names: readonly string[], scan: Scan, text: string): Edit | null {
  const beside = scan.imports.find(
    (item) => item.module === module && item.insertNameAt !== null && isTopLevel(item.statement, text),
  );
  return beside?.insertNameAt ? insert(beside.insertNameAt, `, ${names.join(', ')}`) : null;
}

function ownStatement(module: string, names: readonly string[], scan: Scan, text: string): readonly Edit[] | null {
  const place = placeOfImports(scan, text);
  if (!place) return null;
  const written = scan.language === 'python' ? pythonImport : ecmascriptImport;
  const statement = written(module, names, place.sample);
  return [insert(place.at, place.behind ? newline(text) + statement : statement + newline(text))];
}

function pythonImport(module: string, names: readonly string[]): string {
  return `from ${module} import ${names.join(', ')}`;
}

/** In the manner of another import of the file: its kind of module, its quotes, its semicolon. */
function ecmascriptImport(module: string, names: readonly string[], sample: string): string {
  const quote = sample.includes('"') ? '"' : "'";
  const end = /;\s*$/.test(sample) ? ';' : '';
  const list = `{ ${names.join(', ')} }`;
  return sample.startsWith('import')
    ? `import ${list} from ${quote}${module}${quote}${end}`
    : `const ${list} = require(${quote}${module}${quote})${end}`;
}

function lineStartOf({ start }: Span, text: string): number {
  return text.lastIndexOf('\n', start - 1) + 1;
}

function rootOf(module: string): string | undefined {
  return module.split('.')[0];
}
