/** What the facts of a project say: asked by whatever goes by versions, which need not know how manifests are read. */

import type { Project, Since } from '../model';
import { isAtLeast } from './versions';

/** Is the project sure to have a package in this version or a later one. */
export function hasVersion(project: Project | null, name: string, version: string): boolean {
  const fact = project && Object.hasOwn(project.versions, name) ? project.versions[name] : undefined;
  return fact?.lowest !== null && fact?.lowest !== undefined && isAtLeast(fact.lowest, version);
}

/** Does the project name a package, in whatever version. */
export function hasPackage(project: Project | null, name: string): boolean {
  return project !== null && Object.hasOwn(project.versions, name);
}

/** Does what holds from a version on hold in a project; null where nothing says which version it runs on. */
export function holdsIn(project: Project | null, { package: name, version }: Since): boolean | null {
  const lowest = project?.versions[name]?.lowest ?? null;
  return lowest === null ? null : isAtLeast(lowest, version);
}
