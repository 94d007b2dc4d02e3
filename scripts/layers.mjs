/** The layers of `npm test`: how each is run, and what it counts. */

import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { startBrowser } from './browser.mjs';
import { outputMark, reportMark } from './counts.mjs';
import { explain, Failure } from './failure.mjs';
import { nextTypes } from './nextTypes.mjs';
import { npm, projectFolder } from './packages.mjs';
import { endProcess, exitOf, startProcess, temporaryFolder } from './processes.mjs';
import { readReport } from './report.mjs';
import { serveFolder } from './serveFolder.mjs';
import { startServer } from './vscode.mjs';
import { browserArguments, withoutServer } from './webWindow.mjs';
import { forwardSlashes, windowUrl } from './workbench.mjs';

/**
 * @typedef {object} Options
 * @property {import('./vscode.mjs').Release} release the VS Code that the layers host and ui run in
 * @property {string | undefined} [grep] run only tests whose title contains this
 */

/** @typedef {import('./tally.mjs').Outcome} Outcome */

const minutes = 60_000;

/**
 * The outcome of a run of mocha. A run that shows nothing is a failure: nothing may pass in silence.
 * @param {import('./report.mjs').Report | undefined} report
 * @param {number} exitCode
 * @returns {Outcome}
 */
export function outcomeOf(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, why: `It ended with code ${exitCode} before it reported a result.` };
  const { passed, failed } = report;
  const failures = report.failures.map(({ title, message }) => `${title}: ${message.split('\n', 1)[0]}`);
  if (passed + failed === 0) return { passed: 0, failed: 1, why: 'No test was found.' };
  if (failed === 0 && exitCode !== 0) {
    return { passed, failed: 1, why: `The tests passed, but the run ended with code ${exitCode}.` };
  }
  return { passed, failed, failures };
}

/**
 * Waits no longer than a limit.
 * @template T
 * @param {Promise<T>} work
 * @param {number} limit in milliseconds
 * @returns {Promise<T>}
 */
async function within(work, limit) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Failure(`It did not end within ${limit / minutes} minutes.`)), limit);
  });
  try {
    return await Promise.race([work, /** @type {Promise<never>} */ (late)]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Runs a command that is one check.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {boolean} [shell]
 * @returns {Promise<Outcome>}
 */
async function check(command, args, shell = false) {
  const child = startProcess(command, args, { cwd: projectFolder, output: 'inherit', shell });
  try {
    const code = await within(exitOf(child), 10 * minutes);
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, why: `It ended with code ${code}.` };
  } finally {
    await endProcess(child);
  }
}

/** @param {string} name a script of package.json that is one check */
function npmScript(name) {
  const { command, args, shell } = npm(['run', name]);
  return check(command, args, shell);
}

/**
 * Runs a bundle of tests in Node.
 * @param {string} bundle its path in dist
 * @param {{ timeout: number, limit: number, grep?: string | undefined, env?: NodeJS.ProcessEnv }} options `timeout` for
 *   a test and `limit` for the whole run, both in milliseconds
 * @returns {Promise<Outcome>}
 */
async function mochaRun(bundle, { timeout, limit, grep = '', env = {} }) {
  const reportFile = join(await temporaryFolder(), 'report.json');
  const child = startProcess(
    process.execPath,
    ['--enable-source-maps', join('scripts', 'mocha.mjs'), join('dist', bundle), reportFile, String(timeout), grep],
    { cwd: projectFolder, output: 'inherit', env: { ...process.env, ...env } },
  );
  try {
    const code = await within(exitOf(child), limit);
    return outcomeOf(readReport(reportFile), code);
  } finally {
    await endProcess(child);
  }
}

/**
 * Runs the host tests: in VS Code's extension host, behind a page of its workbench.
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
async function hostTests({ release, grep = '' }) {
  const folder = await temporaryFolder();
  const reportFile = join(folder, 'report.json');
  const workspace = join(folder, 'examples');
  await cp(join(projectFolder, 'examples'), workspace, { recursive: true });
  const env = { STATUS_COACH_TEST_REPORT: reportFile, STATUS_COACH_TEST_GREP: grep };
  const server = await startServer({ release, env });
  const browser = await startBrowser();
  /** @type {string[]} What the window complains of; of interest only when the tests do not come to an end. */
  const complaints = [];
  try {
    const page = await (await chromium.connect(browser.endpoint)).newPage();
    page.on('console', (message) => {
      const text = message.text();
      const mark = text.indexOf(outputMark);
      if (mark >= 0) console.log(text.slice(mark + outputMark.length));
      else if (message.type() === 'error' && !harmless.test(text)) complaints.push(text.slice(0, 400));
    });
    /** @type {Promise<number>} VS Code calls this function of the page, if there is one, when the tests have run. */
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    const url = windowUrl(server, {
      folder: forwardSlashes(workspace),
      extension: forwardSlashes(projectFolder),
      tests: forwardSlashes(join(projectFolder, 'dist', 'test', 'host')),
    });
    await page.goto(url);
    const code = await within(Promise.race([ended, server.ended()]), 5 * minutes);
    const outcome = outcomeOf(readReport(reportFile), code);
    if (outcome.why) outcome.why += lastWords(server, complaints);
    return outcome;
  } catch (error) {
    throw new Failure(explain(error) + lastWords(server, complaints));
  } finally {
    await browser.stop();
    await server.stop();
  }
}

/**
 * Runs the host tests in a browser's extension host: in a window without a server, on a folder that is no folder of a
 * disk.
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
async function webTests({ release, grep = '' }) {
  const tests = 'dist/test/web/host';
  // The server only gives the workbench's files away.
  const server = await startServer({ release });
  const files = await serveFolder(projectFolder, {
    [`${tests}.js`]: `globalThis.statusCoachGrep = ${JSON.stringify(grep)};`,
  });
  const browser = await startBrowser(browserArguments);
  /** @type {string[]} */
  const complaints = [];
  /** @type {import('./counts.mjs').Report | undefined} */
  let report;
  try {
    const page = await (await chromium.connect(browser.endpoint)).newPage();
    page.on('console', (message) => {
      const text = message.text();
      const [mark, reported] = [text.indexOf(outputMark), text.indexOf(reportMark)];
      if (mark >= 0) console.log(text.slice(mark + outputMark.length));
      else if (reported >= 0) report = JSON.parse(text.slice(reported + reportMark.length));
      else if (message.type() === 'error' && !harmless.test(text)) complaints.push(text.slice(0, 400));
    });
    /** @type {Promise<number>} */
    const ended = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
    await withoutServer(page, server.origin, {
      port: files.port,
      extensions: ['', 'test/host/web/folder'],
      tests,
      folder: 'coach-test:/examples',
    });
    await page.goto(`${server.origin}/?tkn=${server.token}`);
    const code = await within(Promise.race([ended, server.ended()]), 5 * minutes);
    const outcome = outcomeOf(report, code);
    if (outcome.why) outcome.why += lastWords(server, complaints);
    return outcome;
  } catch (error) {
    throw new Failure(explain(error) + lastWords(server, complaints));
  } finally {
    await browser.stop();
    await files.stop();
    await server.stop();
  }
}

/**
 * What a VS Code complains of whenever it runs without its native modules, which are for logs, crashes and telemetry, and
 * without a service worker.
 */
const harmless = /spdlog|bindings|watchdog|vsda|Service Worker|status of 404|HTTP response code/;

/**
 * What there is to find out why a window did not do its work.
 * @param {import('./vscode.mjs').Server} server
 * @param {string[]} complaints of the window
 */
function lastWords(server, complaints) {
  const log = server.log().filter((line) => !harmless.test(line));
  return [
    '\nThe window complained:',
    ...(complaints.length > 0 ? complaints.slice(-10) : ['of nothing']),
    "The server's last messages:",
    ...log.slice(-15),
  ].join('\n');
}

/**
 * Runs the UI tests: in Node, on pages of VS Code's workbench.
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
async function uiTests({ release, grep }) {
  const server = await startServer({ release });
  const browser = await startBrowser();
  const webBrowser = await startBrowser(browserArguments);
  const files = await serveFolder(projectFolder);
  try {
    const { origin, token } = server;
    const web = { browser: webBrowser.endpoint, port: files.port };
    const folder = await temporaryFolder();
    const setup = { origin, token, browser: browser.endpoint, project: projectFolder, folder, web };
    const env = { STATUS_COACH_UI: JSON.stringify(setup) };
    return await mochaRun('test/ui.js', { timeout: minutes, limit: 20 * minutes, grep, env });
  } finally {
    await browser.stop();
    await webBrowser.stop();
    await files.stop();
    await server.stop();
  }
}

/**
 * Runs the pure tests in Node.
 * @param {Options} options
 * @returns {Promise<Outcome>}
 */
async function unitTests({ grep }) {
  const env = { STATUS_COACH_NEXT_TYPES: await nextTypes() };
  return await mochaRun('test/unit.js', { timeout: 30_000, limit: 10 * minutes, grep, env });
}

/**
 * Every layer, in the order in which `npm test` runs them.
 * @satisfies {Record<string, (options: Options) => Promise<Outcome>>}
 */
export const layers = {
  typecheck: () => npmScript('typecheck'),
  lint: () => npmScript('lint'),
  build: () => check(process.execPath, ['esbuild.mjs']),
  unit: unitTests,
  host: hostTests,
  web: webTests,
  ui: uiTests,
};
