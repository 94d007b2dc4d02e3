/** What a run of mocha hands over to whoever started it: plain data in a file, the same in Node and in VS Code. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** @typedef {import('./counts.mjs').Report} Report */

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
