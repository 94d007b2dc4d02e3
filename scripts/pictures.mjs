/** `npm run pictures`: takes the walkthrough's pictures in a real VS Code, and writes them to `media/walkthrough/`. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';
import { startBrowser } from './browser.mjs';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { exitOf, runScript, startProcess, temporaryFolder } from './processes.mjs';
import { startServer } from './vscode.mjs';

/** @param {string[]} args of Node */
async function run(args, env = {}) {
  const child = startProcess(process.execPath, args, {
    cwd: projectFolder,
    output: 'inherit',
    env: { ...process.env, ...env },
  });
  if ((await exitOf(child)) !== 0) throw new Failure('The pictures were not taken.');
}

await runScript(async () => {
  await run(['esbuild.mjs', '--production']);
  const bundle = join('dist', 'test', 'pictures.js');
  await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: [join('test', 'ui', 'pictures.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['mocha', 'playwright-core', 'upng-js'],
    sourcemap: true,
  });
  await mkdir(join(projectFolder, 'media', 'walkthrough'), { recursive: true });
  const server = await startServer({ release: 'newest' });
  const browser = await startBrowser();
  try {
    const folder = await temporaryFolder();
    const { origin, token } = server;
    const setup = { origin, token, browser: browser.endpoint, project: projectFolder, folder };
    const minute = '60000';
    await run(
      [join('scripts', 'mocha.mjs'), bundle, join(folder, 'report.json'), minute, ...process.argv.slice(2, 3)],
      { STATUS_COACH_UI: JSON.stringify(setup) },
    );
  } finally {
    await browser.stop();
    await server.stop();
  }
});
