/** What every step of one scan shares: the file, its syntax, its names and the frameworks that claim it. */

import type { ConstantFamily, Framework } from '../framework';
import type { SyntaxNode } from '../syntax';
import type { Dialect } from './dialect';
import { groupedBy, ofTable } from './memo';
import { belongsTo, importsFramework, joined, lastName, type Names, type Reference } from './names';

export interface ScanContext {
  readonly text: string;
  /** The address of the source as a path with forward slashes; frameworks that route by files look at it. */
  readonly path: string;
  readonly root: SyntaxNode;
  readonly dialect: Dialect;
  readonly names: Names;
  /** Frameworks this file imports, or may belong to by shape when it imports none. */
  readonly claims: readonly Claim[];
  /** Every framework of the language, for positions whose name alone is proof. */
  readonly frameworks: readonly Framework[];
}

export interface Claim {
  readonly framework: Framework;
  /** `import`: the file imports it; `shape`: only a shape that can be nothing else is believed. */
  readonly by: 'import' | 'shape';
}

/**
 * Frameworks that may own routes of a file. A file that imports none of them may still be a fragment or a module that
 * is handed its app, unless it imports a rival whose shapes are the same.
 */
export function claimsOf(names: Names, path: string, frameworks: readonly Framework[]): Claim[] {
  const imported = frameworks.filter(
    (framework) => importsFramework(names.imports, framework) || framework.routing.routeFiles?.test(path),
  );
  if (imported.length > 0) return imported.map((framework) => ({ framework, by: 'import' }));
  return frameworks
    .filter(({ routing }) => routing.registration !== 'bare-decorator' && routing.registration !== 'name')
    .filter((framework) => !names.imports.some((item) => belongsTo(item.module, framework.rivals)))
    .map((framework) => ({ framework, by: 'shape' }));
}

/**
 * Is a reference one of the framework's own names. A name that comes from nowhere counts in a fragment; a name that
 * comes from another module of the project counts as passed on.
 */
export function isFrameworkName(reference: Reference | null, name: string, framework: Framework): boolean {
  if (!reference || (reference.path !== name && !reference.path.endsWith(`.${name}`))) return false;
  return (
    reference.module === null || isProjectModule(reference.module) || belongsTo(reference.module, framework.modules)
  );
}

function isProjectModule(module: string): boolean {
  return module.startsWith('.') || module.startsWith('@/') || module.startsWith('~/') || /^(?:app|src)\b/.test(module);
}

export interface Constant {
  readonly family: ConstantFamily;
  readonly member: string;
  readonly code: number;
}

/** The constant a reference names; null where it names none. */
export function constantOf(reference: Reference | null, families: readonly ConstantFamily[]): Constant | null {
  if (!reference || reference.called) return null;
  const path = joined(reference.module ?? '', reference.path)
    .replace(/^\./, '')
    .replace(/\.(?:value|real)$/, '');
  const member = lastName(path);
  const holder = path.slice(0, Math.max(0, path.length - member.length - 1));
  const having = families.filter((family) => family.members[member] !== undefined);
  const family =
    having.find(({ paths, importedPaths }) => paths.includes(holder) || importedPaths?.includes(holder)) ??
    // Passed on by a module of the project, or taken for granted in a fragment.
    having.find(
      ({ paths }) =>
        (holder !== '' && paths.some((own) => lastName(own) === lastName(holder))) || /^HTTP_\d{3}_/.test(member),
    );
  const code = family?.members[member];
  return family && code !== undefined ? { family, member, code } : null;
}

/** The frameworks of each language. */
export const byLanguage = ofTable((frameworks: readonly Framework[]) =>
  groupedBy(frameworks, ({ language }) => [language]),
);

/** The families of every framework of the file's language, each once. */
export const familiesOf = ofTable((frameworks: readonly Framework[]): readonly ConstantFamily[] => [
  ...new Set(frameworks.flatMap((framework) => framework.constants)),
]);
