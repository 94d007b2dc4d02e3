/** Finds the project of a file: the nearest folder above it that has manifests, each folder looked at once. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { languageOfPath } from '../core/languages';
import type { Language, Project } from '../core/model';
import { isManifest, readProject } from '../core/project/project';
import { digest } from './digest';

export interface KnownProject {
  readonly project: Project;
  /** Tells projects apart: what is found in a file may depend on it. */
  readonly key: string;
}

const known = new Map<string, KnownProject | null>();

/** Null for a file without manifests above it. */
export function projectOf(path: string): KnownProject | null {
  const language = languageOfPath(path)?.language;
  return language ? projectAt(dirname(resolve(path)), language) : null;
}

function projectAt(folder: string, language: Language): KnownProject | null {
  const id = `${language} ${folder}`;
  const found = known.get(id);
  if (found !== undefined) return found;
  const above = dirname(folder);
  const project = readFolder(folder, language) ?? (above === folder ? null : projectAt(above, language));
  known.set(id, project);
  return project;
}

function readFolder(folder: string, language: Language): KnownProject | null {
  try {
    const names = readdirSync(folder).filter((name) => isManifest(name, language));
    if (names.length === 0) return null;
    const manifests = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
    const project = readProject(manifests, language);
    return { project, key: digest(JSON.stringify(project)) };
  } catch {
    // A folder or manifest that is not ours to read tells nothing; the folders above it may.
    return null;
  }
}
