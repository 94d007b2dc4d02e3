/** Reads which packages Python's manifests and lock files name, and from which version on. */

import { parse } from 'smol-toml';
import { lowestAllowed } from './versions';

/** A package that a manifest names; the lowest version is null where any will do. */
export type Requirement = readonly [name: string, lowest: string | null];

/** The requirements of a `requirements.txt`; options, addresses and other files it includes are passed over. */
export function requirementsTxt(text: string): Requirement[] {
  return text
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .flatMap(requirement);
}

/** `[project]` with its groups, and the tables of Poetry and uv. */
export function pyproject(text: string): Requirement[] {
  const file = parse(text);
  const project = table(file.project);
  const tool = table(file.tool);
  const poetry = table(tool.poetry);
  const lists = [
    project.dependencies,
    ...Object.values(table(project['optional-dependencies'])),
    ...Object.values(table(file['dependency-groups'])),
    table(tool.uv)['dev-dependencies'],
  ];
  const groups = Object.values(table(poetry.group)).map((group) => table(group).dependencies);
  const python = project['requires-python'];
  return [
    ...(typeof python === 'string' ? [['python', lowestAllowed(python)] as const] : []),
    ...lists.flatMap(strings).flatMap(requirement),
    ...[poetry.dependencies, poetry['dev-dependencies'], ...groups].flatMap((each) =>
      Object.entries(table(each)).map(([name, wanted]) => [normal(name), poetryVersion(wanted)] as const),
    ),
  ];
}

/** `uv.lock` and `poetry.lock`: written by tools in one form, and too long to be worth parsing whole. */
export function tomlLock(text: string): Requirement[] {
  const entries = text.matchAll(/^\[\[package\]\]\r?\nname = "([^"]+)"\r?\nversion = "([^"]+)"/gm);
  return [...entries].map(([, name = '', version = '']) => [normal(name), version]);
}

export function pipfileLock(text: string): Requirement[] {
  const file: unknown = JSON.parse(text);
  return ['default', 'develop'].flatMap((section) =>
    Object.entries(table(table(file)[section])).map(([name, entry]) => {
      const { version } = table(entry);
      return [normal(name), typeof version === 'string' ? lowestAllowed(version) : null] as const;
    }),
  );
}

/** What `setup.cfg` writes below `install_requires`, and its version of Python. */
export function setupCfg(text: string): Requirement[] {
  const list = /^install_requires[ \t]*=[ \t]*\r?\n((?:[ \t]+\S.*(?:\r?\n|$))+)/m.exec(text)?.[1] ?? '';
  const python = /^python_requires[ \t]*=[ \t]*(.+)$/m.exec(text)?.[1];
  return [
    ...(python === undefined ? [] : [['python', lowestAllowed(python.trim())] as const]),
    ...requirementsTxt(list),
  ];
}

/** One requirement as PEP 508 has it: name, extras, versions, and a condition that is passed over. */
function requirement(line: string): Requirement[] {
  const plain = line.replace(/(?:^|\s)#.*$/, '').replace(/;.*$|\s--.*$/, '');
  const match = /^\s*([a-z\d](?:[\w.-]*[a-z\d])?)\s*(?:\[[^\]]*\])?\s*\(?([^)]*)\)?\s*$/i.exec(plain);
  return match?.[1] ? [[normal(match[1]), lowestAllowed(match[2] ?? '')]] : [];
}

/** `"^1.2"`, `{ version = "^1.2" }`, or a list of such. */
function poetryVersion(wanted: unknown): string | null {
  const version = typeof wanted === 'string' ? wanted : table(wanted).version;
  return typeof version === 'string' ? lowestAllowed(version) : null;
}

/** PyPI takes `Flask_RESTful` and `flask-restful` for the same. */
function normal(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

function table(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
