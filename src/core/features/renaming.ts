/** Replaces the old name of a constant by its new one, once the project is known to run on a version that has it. */

import { replace } from '../edits';
import type { Framework } from '../framework';
import { importedPath } from '../imports';
import type { Edit, Project, Scan, StatusUse } from '../model';
import { hasVersion } from '../project/facts';
import type { Renaming } from '../rule';

/** Null for a name that is not old, and where the project may still run on a version without the new one. */
export function renamingOf(
  use: StatusUse,
  scan: Scan,
  text: string,
  frameworks: readonly Framework[],
  project: Project | null,
): Renaming | null {
  const old = use.constant?.member;
  const family = frameworks.flatMap(({ constants }) => constants).find(({ id }) => id === use.constant?.family);
  const member = old === undefined ? undefined : family?.deprecated[old];
  const since = member === undefined ? undefined : family?.since[member];
  if (!family || old === undefined || member === undefined || since === undefined) return null;
  if (!hasVersion(project, family.package, since)) return null;
  // What a module of the project hands on under the same name is the project's own affair.
  const path = importedPath(use.text, scan);
  if (!family.paths.some((known) => path === `${known}.${old}`)) return null;
  return { family, member, since, edits: editsOf(use, old, member, scan, text) };
}

function editsOf(use: StatusUse, old: string, member: string, scan: Scan, text: string): readonly Edit[] | null {
  if (use.text !== old) {
    return use.text.endsWith(`.${old}`)
      ? [replace({ start: use.span.end - old.length, end: use.span.end }, member)]
      : null;
  }
  // Imported by its own name: the import and every use change together, and nothing else may go by that name.
  const item = scan.imports.find(({ local }) => local === old);
  if (!item) return null;
  const written = [...text.matchAll(new RegExp(`\\b${old}\\b`, 'g'))].map(({ index }) => index);
  const uses = scan.uses.filter(({ constant, text: own }) => constant?.member === old && own === old);
  const isKnown = (at: number) =>
    (item.statement.start <= at && at < item.statement.end) || uses.some(({ span }) => span.start === at);
  return written.every(isKnown) ? written.map((at) => replace({ start: at, end: at + old.length }, member)) : null;
}
