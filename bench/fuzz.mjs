/** `npm run fuzz`: mutated versions of every framework's example, over 20,000 of them, read without a throw or a pause. */

import { spawnSync } from 'node:child_process';
import process from 'node:process';

/** Cases for each example; there are a dozen examples. */
const runs = process.argv[2] ?? '1800';

const { status } = spawnSync(
  process.execPath,
  ['--enable-source-maps', 'node_modules/mocha/bin/mocha.js', 'dist/test/unit.js', '--grep', 'robustness'],
  { stdio: 'inherit', env: { ...process.env, STATUS_COACH_FUZZ_RUNS: runs } },
);
process.exitCode = status ?? 1;
