/** Runs the host tests inside VS Code's extension host and reports to the file that STATUS_COACH_TEST_REPORT names. */

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import Mocha from 'mocha';
import { writeReport } from '../../scripts/report.mjs';
import { prepareSuite } from './suite';

// The test files are evaluated after this module, because the bundle exports `run` before it imports them.
const runSuite = prepareSuite(Mocha, process.env.STATUS_COACH_TEST_GREP ?? '', sourceStack);

/**
 * VS Code calls this once the workbench is up.
 * @throws when a test failed, so that VS Code ends with another exit code than 0
 */
export async function run(): Promise<void> {
  const reportFile = process.env.STATUS_COACH_TEST_REPORT;
  if (!reportFile) throw new Error('STATUS_COACH_TEST_REPORT does not name a file for the report.');
  const report = await runSuite();
  writeReport(reportFile, report);
  if (report.failed > 0) throw new Error(`${report.failed} host tests failed.`);
}

/**
 * A stack trace in terms of our source instead of the bundle, without mocha's own frames. Node would do this by itself,
 * had VS Code not put its own way of printing stack traces in place.
 */
function sourceStack(stack: string): string {
  const map = new SourceMap(JSON.parse(readFileSync(`${__filename}.map`, 'utf8')));
  const project = join(__dirname, '..', '..');
  return stack
    .replaceAll(/[^\s(]*host\.js:(\d+):(\d+)/g, (place, line, column) => {
      const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
      if (!('originalSource' in entry)) return place;
      const source = relative(project, join(__dirname, entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    })
    .split('\n')
    .filter((line) => !/node_modules[\\/]mocha/.test(line))
    .join('\n');
}
