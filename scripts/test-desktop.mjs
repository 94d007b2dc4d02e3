/**
 * `npm run test:desktop`: runs the host tests in the desktop VS Code, in the oldest supported version and the newest, or
 * in the one that is named: `minimum`, `stable`, or a version.
 */

import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { Failure } from './failure.mjs';
import { layers, outcomeOf } from './layers.mjs';
import { projectFolder } from './packages.mjs';
import { runScript, temporaryFolder } from './processes.mjs';
import { readReport } from './report.mjs';
import { runLayers } from './tally.mjs';

/** The oldest version that package.json promises to support: `^1.99.0` promises 1.99.0. */
async function minimumVersion() {
  const { engines } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const version = /^\^(\d+\.\d+\.\d+)$/.exec(engines.vscode)?.[1];
  if (!version) {
    throw new Failure(`engines.vscode in package.json is "${engines.vscode}", not a version after a caret.`);
  }
  return version;
}

/**
 * Runs the host tests in one version of the desktop VS Code.
 * @param {string} version
 * @returns {Promise<import('./tally.mjs').Outcome>}
 */
async function desktopTests(version) {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Failure('The desktop VS Code needs a display. Without one, run "xvfb-run -a npm run test:desktop".');
  }
  const vscodeExecutablePath = await downloadAndUnzipVSCode({
    version,
    cachePath: join(projectFolder, '.vscode-test'),
  }).catch((error) => {
    throw new Failure(`VS Code ${version} could not be downloaded: ${error instanceof Error ? error.message : error}.`);
  });
  const folder = await temporaryFolder();
  const reportFile = join(folder, 'report.json');
  const workspace = join(folder, 'examples');
  await cp(join(projectFolder, 'examples'), workspace, { recursive: true });
  const exitCode = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: projectFolder,
    extensionTestsPath: join(projectFolder, 'dist', 'test', 'host'),
    extensionTestsEnv: { STATUS_COACH_TEST_REPORT: reportFile },
    launchArgs: [workspace, '--disable-extensions', `--user-data-dir=${join(folder, 'user-data')}`],
  }).catch((error) => error.code ?? 1);
  return outcomeOf(readReport(reportFile), exitCode);
}

await runScript(async () => {
  const named = process.argv.slice(2);
  const wrong = named.find((name) => !/^(?:minimum|stable|insiders|\d+\.\d+\.\d+)$/.test(name));
  if (wrong) throw new Failure(`A VS Code is named "minimum", "stable" or by its version, not "${wrong}".`);
  const minimum = await minimumVersion();
  const versions = (named.length > 0 ? named : ['minimum', 'stable']).map((name) => name.replace('minimum', minimum));
  await runLayers([
    ['build', layers.build],
    ...versions.map((version) => /** @type {const} */ ([`VS Code ${version}`, () => desktopTests(version)])),
  ]);
});
