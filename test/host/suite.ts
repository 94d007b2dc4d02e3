/** Prepares mocha inside an extension host, in Node as in a browser. */

import type Mocha from 'mocha';
import { version } from 'vscode';
import { collect, outputMark } from '../../scripts/counts.mjs';

type Report = ReturnType<typeof collect>;

/**
 * Gives the test files their `describe` and `it`; to be called before they are evaluated. `stackOf` turns a stack trace
 * into one that leads to our sources.
 */
export function prepareSuite(library: typeof Mocha, grep: string, stackOf = (stack: string) => stack) {
  library.reporters.Base.consoleLog = print;
  const mocha = new library({
    timeout: 30_000,
    color: false,
    forbidOnly: true,
    forbidPending: true,
    fgrep: grep,
    reporter: 'spec',
  });
  mocha.suite.emit(library.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, '', mocha);
  return async (): Promise<Report> => {
    print('VS Code %s', version);
    const report = await new Promise<Report>((resolve) => {
      const runner = mocha.run(() => resolve(collected));
      runner.on('fail', (_, error) => {
        error.stack = stackOf(error.stack ?? '');
      });
      const collected = collect(runner);
    });
    return { ...report, vscode: version };
  };
}

// The console of an extension host passes through that of a window, which neither fills in placeholders nor tells
// whose words they are.
function print(text: unknown = '', ...values: unknown[]): void {
  const rest = [...values];
  const filled = String(text).replaceAll(/%([sd%])/g, (_, sign) => (sign === '%' ? '%' : String(rest.shift())));
  console.log(outputMark + [filled, ...rest].join(' '));
}
