/** What a file imports: where its names lead, and how names are added, beside others or in a statement of their own, and taken out. */

import { composeEdits, hasOwnLines, insert, lineStart, newline, removeLines, replace, slice } from './edits';
import type { Edit, Import, Scan, Span } from './model';
import { belongsTo } from './scan/names';

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
  const written = text.slice(lineStart(text, sample.statement.start), sample.statement.end + 1);
  // Nothing may stand before an import from the future.
  const at = first ? lineStart(text, first.statement.start) : sample.statement.end;
  return { at, behind: !first, sample: written };
}

/**
 * Edits that take names out of the statements that import them. To load a module may do something by itself. So a
 * statement none of whose names stays goes only where it imports one of the modules given, and a name of Python that may
 * be a module goes only out of those.
 */
export function removeNames(
  names: readonly string[],
  { imports, language }: Pick<Scan, 'imports' | 'language'>,
  text: string,
  modules: readonly string[],
): Edit[] {
  const starts = new Set(imports.map(({ statement }) => statement.start));
  return [...starts].flatMap((start) => {
    const items = imports.filter(({ statement }) => statement.start === start);
    const gone = items.filter(
      ({ local, module }) =>
        names.includes(local) && (language !== 'python' || /^[A-Z]/.test(local) || belongsTo(module, modules)),
    );
    const [first] = gone;
    if (!first || !isTopLevel(first.statement, text)) return [];
    const { statement, module } = first;
    const written = slice(text, statement);
    // A comment may be about one of the names, or say that it is there for others.
    const lineEnd = text.indexOf('\n', statement.end);
    if (/#|\/[/*]/.test(written + text.slice(statement.end, lineEnd === -1 ? text.length : lineEnd))) return [];
    if (gone.length === items.length) {
      const whole = /^(?:from|import)\b/.test(written) && hasOwnLines(statement, text);
      return whole && belongsTo(module, modules) ? [removeLines(statement, text)] : [];
    }
    const rounds: Edit[][] = [];
    let rest = written;
    for (const { local } of gone) {
      const edit = removeName(local, rest);
      if (!edit) continue;
      rounds.push([edit]);
      rest = rest.slice(0, edit.span.start) + rest.slice(edit.span.end);
    }
    return composeEdits(written, rounds).map((edit) =>
      replace({ start: start + edit.span.start, end: start + edit.span.end }, edit.text),
    );
  });
}

/** Takes one of several names out of a statement; null where what stands beside it is not what usually does. */
function removeName(name: string, statement: string): Edit | null {
  const found = [
    ...statement.matchAll(new RegExp(`(?<![\\w$])(?:type\\s+)?${name.replaceAll('$', '\\$')}(?![\\w$])`, 'g')),
  ];
  const at = found[0];
  if (!at || found.length > 1) return null;
  const start = at.index;
  const end = start + at[0].length;
  const before = /(?:,|[({]|\bimport)\s*$/.exec(statement.slice(0, start));
  const behind = /^[ \t]*(?:,[ \t]*|(?=[)}\r\n]|$))/.exec(statement.slice(end));
  if (!before || !behind) return null;
  const own = { start, end: end + behind[0].length };
  const line = lineStart(statement, start);
  const alone = line > 0 && statement.slice(line, start).trim() === '' && /^\r?\n/.test(statement.slice(own.end));
  if (alone) return removeLines(own, statement);
  if (behind[0].includes(',') && !/,[^\S\r\n]*$/.test(before[0])) return replace(own, '');
  return before[0].startsWith(',') ? replace({ start: before.index, end }, '') : null;
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

function rootOf(module: string): string | undefined {
  return module.split('.')[0];
}
