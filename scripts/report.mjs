/** What a run of mocha hands over to whoever started it: plain data in a file, the same in Node and in VS Code. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Marks the lines of mocha among everything else that a VS Code window writes to its console. */
export const outputMark = 'host tests | ';

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

/**
 * Writes a report, whole or not at all, so that who waits for the file never reads half of it.
 * @param {string} file
 * @param {Report} report
 */
export function writeReport(file, report) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.partial`, JSON.stringify(report));
  renameSync(`${file}.partial`, file);
}

/**
 * Reads a report that this module has written.
 * @param {string} file
 * @returns {Report | undefined} nothing when no run has written one
 */
export function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
