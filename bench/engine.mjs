/** Builds the engine from a copy of the source, and runs it as the command line or inside this process. */

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import * as esbuild from 'esbuild';
import { javascriptTemplates } from '../scripts/eraseTypes.mjs';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';
import { runProcess, temporaryFolder } from '../scripts/processes.mjs';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * What the command line prints, as far as it is measured (README, "Command line").
 * @typedef {object} FileReport
 * @property {string} path relative to the working directory
 * @property {readonly { method: string, path: string | null, line: number, endLine: number, effective: readonly number[] }[]} routes
 * @property {readonly { code: number, form: string, line: number, column: number }[]} uses
 * @property {readonly { line: number, suggest: number | null }[]} findings
 */

/**
 * A production build in a folder of its own: a run of minutes measures one state of the source, and nobody's `dist`
 * changes under them.
 * @returns {Promise<string>} the folder, with `dist` and `src` in it
 */
export async function buildEngine() {
  const folder = await temporaryFolder();
  for (const name of ['src', 'scripts', 'esbuild.mjs', 'package.json', 'tsconfig.json']) {
    await cp(join(projectFolder, name), join(folder, name), { recursive: true });
  }
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { code, output } = await runProcess(process.execPath, ['esbuild.mjs', '--production'], { cwd: folder });
  if (code !== 0) throw new Failure(`The engine could not be built.\n${output}`);
  return folder;
}

/**
 * The command line of a build.
 * @param {string} build
 */
export function commandLine(build) {
  return join(build, 'dist', 'cli.js');
}

/**
 * `status-coach check` over named files.
 * @param {string} build
 * @param {string} folder the working directory
 * @param {readonly string[]} paths relative to it
 * @returns {Promise<readonly FileReport[]>} a report for every file in which something was recognised
 * @throws {Failure} when it cannot read one of them
 */
export async function check(build, folder, paths) {
  const args = [commandLine(build), 'check', ...paths, '--format', 'json', '--fail-on', 'error'];
  const options = { cwd: folder, maxBuffer: 2 ** 28 };
  const { stdout } = await run(process.execPath, args, options).catch((error) => {
    // 1 says that there are findings.
    if (error.code === 1) return error;
    throw new Failure(`status-coach check failed with ${error.code}.\n${error.stderr}`);
  });
  return JSON.parse(stdout).files;
}

/**
 * @typedef {object} Engine the parts of the core that are measured without the command line
 * @property {typeof import('../src/core/edits.ts').applyEdits} applyEdits
 * @property {typeof import('../src/core/features/findings.ts').inHabit} inHabit
 * @property {typeof import('../src/core/habit.ts').habitOf} habitOf
 * @property {typeof import('../src/core/languages.ts').languageOfPath} languageOfPath
 * @property {typeof import('../src/core/service.ts').createService} createService
 * @property {typeof import('../src/core/syntax.ts').createSyntax} createSyntax
 * @property {typeof import('../src/core/rules/registry.ts').rules} rules
 * @property {typeof import('../src/frameworks/registry.ts').frameworks} frameworks
 * @property {import('../src/core/syntax.ts').GrammarFiles} grammars
 */

/**
 * The core of a build, loaded into this process.
 * @param {string} build
 * @returns {Promise<Engine>}
 */
export async function loadEngine(build) {
  const bundle = await loadBundle(
    build,
    `export { applyEdits } from './src/core/edits';
    export { inHabit } from './src/core/features/findings';
    export { habitOf } from './src/core/habit';
    export { languageOfPath } from './src/core/languages';
    export { createService } from './src/core/service';
    export { createSyntax } from './src/core/syntax';
    export { rules } from './src/core/rules/registry';
    export { frameworks } from './src/frameworks/registry';`,
  );
  return { ...bundle, grammars };
}

/** The grammars as the package has them. */
export const grammars = {
  runtime: () => wasm('tree-sitter.wasm'),
  grammar: (/** @type {string} */ grammar) => wasm(`tree-sitter-${grammar}.wasm`),
};

const library = require.resolve('@vscode/tree-sitter-wasm');

/** @param {string} name */
function wasm(name) {
  return readFile(join(dirname(library), name));
}

/**
 * Loads what a piece of TypeScript exports into this process.
 * @param {string} folder with `src` in it; the bundle is written to its `dist`
 * @param {string} contents
 */
export async function loadBundle(folder, contents) {
  const outfile = join(folder, 'dist', `${createHash('sha256').update(contents).digest('hex').slice(0, 8)}.cjs`);
  await esbuild.build({
    stdin: { contents, resolveDir: folder },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    loader: { '.scm': 'text', '.py': 'text', '.txt': 'text' },
    logLevel: 'error',
    alias: { '@vscode/tree-sitter-wasm': library },
    external: [library],
    plugins: [javascriptTemplates],
    supported: { 'dynamic-import': false },
  });
  return require(outfile);
}

/**
 * A service like the editor's.
 * @param {Engine} engine
 */
export function serviceOf({ createService, rules, frameworks, grammars }) {
  const log = {
    info: () => {},
    // A rule that fails would look like a rule that is fast and silent.
    error: (/** @type {string} */ message) => {
      throw new Failure(message);
    },
  };
  return createService({ frameworks, rules, grammars, log });
}
