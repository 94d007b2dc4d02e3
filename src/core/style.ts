/** How this file writes status codes: numbers or which constants under which name, learned from what is there. */

import type { ConstantFamily, Framework } from './framework';
import { fullPath } from './imports';
import type { Import, Scan } from './model';

/**
 * A code as this file would write it. Constants are written only through names the file has already: a family it uses
 * or imports. A code its family lacks is written as a number.
 */
export function spell(code: number, scan: Scan, framework: Framework): string {
  const written = scan.uses.filter((use) => use.form === 'number' || use.form === 'constant');
  const constants = written.filter((use) => use.constant !== null);
  if (constants.length * 2 < written.length) return String(code);

  const last = constants.at(-1);
  const family = framework.constants.find((each) => each.id === last?.constant?.family);
  const member = family?.preferred(code);
  if (last?.constant && family && member) {
    // `status.HTTP_404_NOT_FOUND` shows what stands before a member; a bare member needs an import of its own.
    const before = last.text.slice(0, last.text.length - last.constant.member.length);
    if (before !== '') return before + member;
    return importedAs(family, member, scan.imports) ?? String(code);
  }
  return written.length === 0 ? fromImports(code, scan, framework) : String(code);
}

/** A file that imports a family without using it yet means to use it. */
function fromImports(code: number, scan: Scan, framework: Framework): string {
  for (const family of framework.constants) {
    const holder = scan.imports.find((item) => family.paths.includes(fullPath(item)) && item.path !== '');
    const member = family.preferred(code);
    if (holder && member) return `${holder.local}.${member}`;
  }
  return String(code);
}

function importedAs(family: ConstantFamily, member: string, imports: readonly Import[]): string | null {
  const paths = family.paths.map((path) => `${path}.${member}`);
  return imports.find((item) => paths.includes(fullPath(item)))?.local ?? null;
}

/** Names of a code's constant as this file could write them, for the families it imports; all families' where it imports none. */
export function constantNames(code: number, scan: Scan, families: readonly ConstantFamily[]): string[] {
  const own = families.flatMap((family) => {
    const holder = scan.imports.find((item) => item.path !== '' && family.paths.includes(fullPath(item)));
    const member = family.preferred(code);
    return holder && member ? [`${holder.local}.${member}`] : [];
  });
  const used = scan.uses.flatMap((use) => {
    const family = families.find((each) => each.id === use.constant?.family);
    const member = family?.preferred(code);
    const before = use.constant ? use.text.slice(0, use.text.length - use.constant.member.length) : '';
    return member && before !== '' ? [before + member] : [];
  });
  const known = [...new Set([...own, ...used])];
  if (known.length > 0) return known;
  const general = families.flatMap((family) => {
    const member = family.preferred(code);
    const holder = family.paths[0]?.split(/[./]/).at(-1);
    // A package whose name is no identifier is not how anybody spells a constant.
    return member && holder && /^[\w$]+$/.test(holder) ? [`${holder}.${member}`] : [];
  });
  return [...new Set(general)];
}
