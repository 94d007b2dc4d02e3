/** `npm run fuzz`: damaged versions of our examples and of real files, tens of thousands, read without a throw or a pause. */

import process from 'node:process';
import { Failure } from '../scripts/failure.mjs';
import { exitOf, runScript, startProcess, temporaryFolder } from '../scripts/processes.mjs';
import { readFuzzOptions } from './options.mjs';
import { print } from './print.mjs';
import { stageRealFiles } from './realFiles.mjs';

await runScript(async () => {
  const { runs, fileRuns, files, seed, only, labels, repositories } = readFuzzOptions();
  print(`Seed ${seed}: give it with --seed to see the same again.`);
  let folder = '';
  if (repositories) {
    folder = await temporaryFolder();
    print(await stageRealFiles(labels, repositories, { files, seed }, folder));
  } else {
    print('Only our own examples and fixtures are damaged: real files need --repos DIR or STATUS_COACH_REPOS.');
  }
  const mocha = ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', 'dist/test/unit.js', '--grep', only];
  const child = startProcess(process.execPath, mocha, {
    output: 'inherit',
    env: {
      ...process.env,
      STATUS_COACH_FUZZ_RUNS: String(runs),
      STATUS_COACH_FUZZ_FILES: folder,
      STATUS_COACH_FUZZ_FILE_RUNS: String(fileRuns),
      STATUS_COACH_FUZZ_SEED: String(seed),
    },
  });
  if ((await exitOf(child)) !== 0)
    throw new Failure(`Something failed: see above, and run it again with --seed ${seed}.`);
});
