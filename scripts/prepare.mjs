/** Builds what is packed. npm runs it before it packs, and when somebody installs straight from git, as pre-commit does. */

import { createRequire } from 'node:module';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { npm, projectFolder } from './packages.mjs';
import { exitOf, runScript, startProcess } from './processes.mjs';

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} [shell]
 */
async function run(command, args, shell = false) {
  const code = await exitOf(startProcess(command, args, { cwd: projectFolder, output: 'inherit', shell }));
  if (code !== 0) throw new Failure(`"${args.join(' ')}" ended with code ${code}.`);
}

function hasBuilder() {
  try {
    return createRequire(import.meta.url).resolve('esbuild') !== '';
  } catch {
    return false;
  }
}

await runScript(async () => {
  if (!hasBuilder()) {
    // npm leaves out what a build needs when a package is installed globally from git: https://github.com/npm/cli/issues/8440
    const install = ['ci', '--global=false', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { command, args, shell } = npm(install);
    await run(command, args, shell);
  }
  await run(process.execPath, ['esbuild.mjs', '--production']);
});
