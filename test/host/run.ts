/** Runs the host tests inside VS Code's extension host and reports to the file that STATUS_COACH_TEST_REPORT names. */

import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, relative } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { version } from 'vscode';
import { collect, outputMark, writeReport } from '../../scripts/report.mjs';

// The console of an extension host passes through that of a window, which neither fills in placeholders nor tells
// whose words they are.
const print = (...words: unknown[]): void => console.log(outputMark + format(...words));
Mocha.reporters.Base.consoleLog = print;

const mocha = new Mocha({
  timeout: 30_000,
  color: false,
  forbidOnly: true,
  forbidPending: true,
  fgrep: process.env.STATUS_COACH_TEST_GREP ?? '',
});
// Gives the test files their `describe` and `it`. They are evaluated after this module, because the bundle exports `run`
// before it imports them.
mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);

/**
 * VS Code calls this once the workbench is up.
 * @throws when a test failed, so that VS Code ends with another exit code than 0
 */
export async function run(): Promise<void> {
  const reportFile = process.env.STATUS_COACH_TEST_REPORT;
  if (!reportFile) throw new Error('STATUS_COACH_TEST_REPORT does not name a file for the report.');
  print('VS Code %s', version);
  const report = await new Promise<ReturnType<typeof collect>>((resolve) => {
    const runner = mocha.run(() => resolve(collected));
    runner.on('fail', (_, error) => {
      error.stack = sourceStack(error.stack ?? '');
    });
    const collected = collect(runner);
  });
  writeReport(reportFile, { ...report, vscode: version });
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
