/** Runs the host tests inside the extension host of a browser, which has no files to report to: the console carries it all. */

// Mocha's own bundle for browsers, which leaves its class in the global scope.
import 'mocha/mocha.js';
import type MochaClass from 'mocha';
import { reportMark } from '../../../scripts/counts.mjs';
import { prepareSuite } from '../suite';

declare const Mocha: typeof MochaClass;
/** Whoever serves this file puts it before it. */
declare const statusCoachGrep: string;

const runSuite = prepareSuite(Mocha, statusCoachGrep);

/**
 * VS Code calls this once the workbench is up.
 * @throws when a test failed
 */
export async function run(): Promise<void> {
  const report = await runSuite();
  console.log(reportMark + JSON.stringify({ ...report, failures: [] }));
  if (report.failed > 0) throw new Error(`${report.failed} host tests failed.`);
}
