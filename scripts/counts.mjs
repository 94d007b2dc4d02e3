/** Counts what a run of mocha does; needs no Node, so that tests in a browser use it too. */

/** Marks the lines of mocha among everything else that a VS Code window writes to its console. */
export const outputMark = 'host tests | ';

/** Marks the line that carries the report of a run that cannot write files. */
export const reportMark = 'host tests report | ';

/**
 * @typedef {object} Report
 * @property {number} passed how many tests passed
 * @property {number} failed how many failed, were skipped (which mocha is told to forbid), or had a hook that failed
 * @property {{ title: string, message: string, stack: string }[]} failures
 * @property {string} [vscode] the version of VS Code that the tests ran in, if they did
 */

/**
 * Counts what a runner does. The report is complete when the run has ended.
 * @param {import('mocha').Runner} runner
 * @returns {Report}
 */
export function collect(runner) {
  /** @type {Report} */
  const report = { passed: 0, failed: 0, failures: [] };
  runner.on('pass', () => {
    report.passed += 1;
  });
  runner.on('fail', (test, error) => {
    report.failed += 1;
    report.failures.push({ title: test.fullTitle(), message: error.message, stack: error.stack ?? '' });
  });
  return report;
}
