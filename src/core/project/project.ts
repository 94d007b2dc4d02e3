/** Manifests and lock files of one folder in, the facts of its project out. */

import type { Language, Project, VersionFact } from '../model';
import { packageJson, packageLock, pnpmLock, yarnLock } from './npm';
import { pipfileLock, pyproject, type Requirement, requirementsTxt, setupCfg, tomlLock } from './python';
import { lowestOf } from './versions';

interface ManifestKind {
  readonly name: RegExp;
  readonly language: Language;
  readonly isLock: boolean;
  read(text: string): Requirement[];
}

const kinds: readonly ManifestKind[] = [
  { name: /^requirements[\w.-]*\.txt$/, language: 'python', isLock: false, read: requirementsTxt },
  { name: /^pyproject\.toml$/, language: 'python', isLock: false, read: pyproject },
  { name: /^setup\.cfg$/, language: 'python', isLock: false, read: setupCfg },
  { name: /^(?:uv|poetry)\.lock$/, language: 'python', isLock: true, read: tomlLock },
  { name: /^Pipfile\.lock$/, language: 'python', isLock: true, read: pipfileLock },
  { name: /^package\.json$/, language: 'ecmascript', isLock: false, read: packageJson },
  { name: /^package-lock\.json$/, language: 'ecmascript', isLock: true, read: packageLock },
  { name: /^yarn\.lock$/, language: 'ecmascript', isLock: true, read: yarnLock },
  { name: /^pnpm-lock\.yaml$/, language: 'ecmascript', isLock: true, read: pnpmLock },
];

/** What a watcher of files has to look at, as a glob. */
export const manifestGlob =
  '**/{requirements*.txt,pyproject.toml,setup.cfg,uv.lock,poetry.lock,Pipfile.lock,package.json,package-lock.json,yarn.lock,pnpm-lock.yaml}';

/** Does a file of this name tell what a project in this language runs on. */
export function isManifest(name: string, language: Language): boolean {
  return kindOf(name, language) !== undefined;
}

function kindOf(name: string, language: Language): ManifestKind | undefined {
  return kinds.find((kind) => kind.language === language && kind.name.test(name));
}

export interface Manifest {
  readonly name: string;
  readonly text: string;
}

/**
 * The project that the manifests of one folder describe. A lock file decides; manifests that disagree count with the
 * lowest version they allow. A file that cannot be understood says nothing.
 */
export function readProject(manifests: readonly Manifest[], language: Language): Project {
  const stated = collect(manifests, language, false);
  const locked = collect(manifests, language, true);
  if (language === 'ecmascript') {
    // A lock file lists what others brought along too; only what the project asks for is its own to import.
    for (const name of locked.keys()) if (!stated.has(name)) locked.delete(name);
  }
  const facts = new Map<string, VersionFact>();
  for (const [name, versions] of [...stated, ...locked]) facts.set(name, { lowest: lowestOf(versions) });
  return { versions: Object.fromEntries([...facts].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function collect(manifests: readonly Manifest[], language: Language, isLock: boolean): Map<string, (string | null)[]> {
  const found = new Map<string, (string | null)[]>();
  for (const { name, text } of manifests) {
    const kind = kindOf(name, language);
    if (kind?.isLock !== isLock) continue;
    for (const [required, lowest] of understood(kind, text)) {
      found.set(required, [...(found.get(required) ?? []), lowest]);
    }
  }
  return found;
}

function understood(kind: ManifestKind, text: string): Requirement[] {
  try {
    return kind.read(text.replace(/^\uFEFF/, ''));
  } catch {
    // Half-written, or in a form of its own: as good as absent, and for its own tools to complain about.
    return [];
  }
}
