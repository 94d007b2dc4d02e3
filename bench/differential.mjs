/** `npm run differential`: generated sessions, sent to the demo and to lesson/app.py under a real FastAPI, must get the same answers. */

import process from 'node:process';
import { Failure } from '../scripts/failure.mjs';
import { exitOf, runScript, startProcess } from '../scripts/processes.mjs';
import { readDifferentialOptions } from './options.mjs';
import { print } from './print.mjs';

await runScript(async () => {
  const { python, requests, seed, record } = readDifferentialOptions();
  print(`Seed ${seed}: give it with --seed to send the same again.`);
  const mocha = ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', 'dist/test/unit.js'];
  const child = startProcess(process.execPath, [...mocha, '--grep', 'generated sessions'], {
    output: 'inherit',
    env: {
      ...process.env,
      STATUS_COACH_PYTHON: python,
      STATUS_COACH_REQUESTS: String(requests),
      STATUS_COACH_SEED: String(seed),
      ...(record && { STATUS_COACH_RECORD: '1' }),
    },
  });
  if ((await exitOf(child)) !== 0)
    throw new Failure('The demo and FastAPI differ, or FastAPI did not start: see above.');
});
