/** What judges of rewritten programs share: writing the programs, telling them apart, and asking tsc. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

const tsconfig = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    skipLibCheck: true,
    experimentalDecorators: true,
    types: [],
  },
};

/** What `tsc --strict` says of modules, which are written to a folder of their own; `paths` has packages that lie elsewhere. */
export function typeCheck(
  directory: string,
  files: Readonly<Record<string, string>>,
  paths: Readonly<Record<string, readonly string[]>> = {},
) {
  rmSync(directory, { recursive: true, force: true });
  const options = { compilerOptions: { ...tsconfig.compilerOptions, paths } };
  write(directory, { ...files, 'tsconfig.json': JSON.stringify(options) });
  const tsc = join(dirname(createRequire(resolve('package.json')).resolve('typescript/package.json')), 'bin', 'tsc');
  return spawnSync(process.execPath, [tsc, '-p', directory], { encoding: 'utf8' });
}

/** The preamble without imports from modules that the fixture imports from itself. */
export function withoutOwnImports(preamble: string, text: string): string {
  const own = [...text.matchAll(/from '([^']+)'/g)].map((match) => match[1] ?? '');
  return preamble
    .split('\n')
    .filter((line) => !own.some((module) => line.startsWith('import ') && line.includes(`'${module}'`)))
    .join('\n');
}

export function write(directory: string, files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, name)), { recursive: true });
    writeFileSync(join(directory, name), text);
  }
}

export function hashOf(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort())
    hash
      .update(name)
      .update('\0')
      .update(files[name] ?? '')
      .update('\0');
  return hash.digest('hex');
}
