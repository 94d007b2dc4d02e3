/** Imports what code of a template uses, beside what a file imports already. */

import { insert, newline, slice } from '../edits';
import { isTopLevel, placeOfImports } from '../imports';
import type { Edit } from '../model';
import type { Outline } from '../outline';
import { type ImportedName, writeImports } from './statements';

/** Edits that bring in the names a file does not know yet; they do not meet. */
export function importEdits(names: readonly ImportedName[], outline: Outline, text: string): Edit[] {
  const { scan, declared } = outline;
  const isKnown = (name: string) => declared.includes(name) || scan.imports.some(({ local }) => local === name);
  const missing = names.filter(({ local, own }) => !own && !isKnown(local));
  if (missing.length === 0) return [];
  const edits: Edit[] = [];
  const apart: ImportedName[] = [];
  for (const module of new Set(missing.map((name) => name.module))) {
    const wanted = missing.filter((name) => name.module === module);
    const listed = wanted.filter(({ name }) => !['', '*', 'default'].includes(name));
    const beside = listed.length > 0 ? listOf(module, listed, outline, text) : null;
    apart.push(...wanted.filter((name) => !beside || !listed.includes(name)));
    if (beside) edits.push(insert(beside.at, listed.map((name) => `, ${inList(name, beside.types)}`).join('')));
  }
  if (apart.length > 0) edits.push(newStatements(apart, outline, text));
  return edits;
}

/** The list of names in a statement that imports from the module already. */
function listOf(module: string, names: readonly ImportedName[], { scan }: Outline, text: string) {
  for (const item of scan.imports) {
    if (item.module !== module || item.insertNameAt === null || !isTopLevel(item.statement, text)) continue;
    const types = /^import\s+type\b/.test(slice(text, item.statement));
    if (!types || names.every(({ type }) => type)) return { at: item.insertNameAt, types };
  }
  return null;
}

function inList({ name, local, type }: ImportedName, types: boolean): string {
  return (type && !types ? 'type ' : '') + (name === local ? name : `${name} as ${local}`);
}

function newStatements(names: readonly ImportedName[], { scan, statements }: Outline, text: string): Edit {
  const place = placeOfImports(scan, text);
  const required = place !== null && scan.language === 'ecmascript' && !/^import\b/.test(place.sample);
  const written = (required ? requires(names) : writeImports(names, scan.language)).trimEnd();
  const statement = inManner(written, place?.sample ?? null).replaceAll('\n', newline(text));
  if (place) return insert(place.at, place.behind ? newline(text) + statement : statement + newline(text));
  // Behind what a file opens with: the words about it, or a directive.
  const first = statements.find(({ start }) => !/^(?:[rR]?["'])/.test(text.slice(start, start + 2)));
  return insert(first?.start ?? text.length, statement + newline(text).repeat(2));
}

/** The file's own quotes and semicolons. */
function inManner(statement: string, sample: string | null): string {
  if (sample === null || !/['"]/.test(sample)) return statement;
  const quoted = sample.includes('"') ? statement.replaceAll("'", '"') : statement;
  return /;\s*$/.test(sample) ? quoted : quoted.replace(/;$/gm, '');
}

function requires(names: readonly ImportedName[]): string {
  return [...new Set(names.map(({ module }) => module))]
    .map((module) => {
      const items = names.filter((name) => name.module === module && !name.type);
      const outer = items.find(({ name }) => name === 'default' || name === '*');
      const list = items
        .filter((item) => item !== outer)
        .map(({ name, local }) => (name === local ? name : `${name}: ${local}`));
      const target = outer ? outer.local : `{ ${list.join(', ')} }`;
      return `const ${target} = require('${module}');\n`;
    })
    .join('');
}
