/** Runs one bundle of tests under mocha in Node: `node scripts/mocha.mjs <bundle> <report> <timeout in ms> [grep]`. */

import process from 'node:process';
import Mocha from 'mocha';
import { collect } from './counts.mjs';
import { writeReport } from './report.mjs';

const [bundle, reportFile, timeout, grep] = process.argv.slice(2);
if (!bundle || !reportFile) throw new Error('Name a bundle of tests and the file for the report.');

const mocha = new Mocha({
  timeout: Number(timeout),
  forbidOnly: true,
  forbidPending: true,
  ...(grep && { fgrep: grep }),
});
mocha.addFile(bundle);
await mocha.loadFilesAsync();
const runner = mocha.run(() => {
  writeReport(reportFile, report);
  process.exitCode = report.failed > 0 ? 1 : 0;
  // Does not keep the process alive by itself: it fires only when something else does.
  setTimeout(() => {
    console.error(`The tests are done, but something they opened is still open: ${process.getActiveResourcesInfo()}.`);
    process.exit(1);
  }, 5000).unref();
});
const report = collect(runner);
