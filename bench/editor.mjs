/**
 * `npm run bench:editor`: what the packed extension costs a real VS Code: its activation beside that of an extension that
 * does nothing, the first hover of a window, and memory and work of the extension host with ten files open.
 *
 * Every number is from a window of its own, with an extension host of its own.
 */

import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { startBrowser } from '../scripts/browser.mjs';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';
import { runProcess, runScript, temporaryFolder } from '../scripts/processes.mjs';
import { releaseNamed, releases, startServer } from '../scripts/vscode.mjs';
import { forwardSlashes, windowUrl } from '../scripts/workbench.mjs';
import { heading, printBars, printTable } from './print.mjs';

const ours = 'http-status-coach.http-status-coach';
const bare = 'bench.bare';
const bars = { activation: 10, hover: 150, memory: 40, rest: 0.05 };

const files = [
  'fastapi-shop/main.py',
  'fastapi-shop/models.py',
  'fastapi-shop/store.py',
  'fastapi-shop/routers/orders.py',
  'express-shop/src/app.ts',
  'express-shop/src/server.ts',
  'express-shop/src/store.ts',
  'express-shop/src/routes/orders.ts',
  'mistakes/main.py',
  'mistakes/server.ts',
];

/** @param {readonly number[]} values at least one */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1] ?? 0, sorted[middle] ?? 0];
  return (low + high) / 2;
}

/**
 * The extension that does nothing, with the probe in it.
 * @param {string} folder which is made
 */
async function writeBare(folder) {
  await mkdir(folder);
  const { engines } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const [publisher, name] = bare.split('.');
  // Activated by nobody but the probe.
  const manifest = {
    publisher,
    name,
    version: '1.0.0',
    main: './main.js',
    activationEvents: ['onCommand:bench.never'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...manifest, engines: { vscode: engines.vscode } }));
  await writeFile(join(folder, 'main.js'), 'exports.activate = () => {};\n');
  await cp(join(projectFolder, 'bench', 'editorProbe.cjs'), join(folder, 'probe.cjs'));
}

/**
 * Opens a window that nobody listens to: of a page of Playwright's, Playwright is told of all that it loads, which takes
 * processor time from what is measured.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function openWindow(browser, url) {
  const session = await browser.newBrowserCDPSession();
  const { browserContextId } = await session.send('Target.createBrowserContext');
  const { targetId } = await session.send('Target.createTarget', { url, browserContextId });
  return {
    /** As people close it, so that the server ends the extension host. */
    async close() {
      await session.send('Target.closeTarget', { targetId });
      // Its extension host takes a moment to end, and would slow down what is measured next.
      await sleep(1000);
      await session.send('Target.disposeBrowserContext', { browserContextId });
      await session.detach();
    },
  };
}

/**
 * A server whose windows measure.
 * @param {{ release: import('../scripts/vscode.mjs').Release, installed: readonly string[], folder: string,
 *   browser: import('playwright-core').Browser }} options
 */
async function openBench({ release, installed, folder, browser }) {
  const taskFile = join(folder, 'task.json');
  const report = join(folder, 'report.json');
  const server = await startServer({ release, installed, env: { STATUS_COACH_BENCH: taskFile } });
  const url = windowUrl(server, {
    folder: forwardSlashes(join(folder, 'examples')),
    extension: forwardSlashes(join(folder, 'bare')),
    tests: forwardSlashes(join(folder, 'bare', 'probe.cjs')),
  });
  return {
    /**
     * Measures in a window of its own.
     * @param {Record<string, unknown>} task
     * @returns {Promise<Record<string, number>>}
     */
    async measure(task) {
      await rm(report, { force: true });
      await writeFile(taskFile, JSON.stringify({ ...task, report }));
      const window = await openWindow(browser, url);
      try {
        const deadline = Date.now() + 90_000;
        while (Date.now() < deadline) {
          const text = await readFile(report, 'utf8').catch(() => null);
          if (text !== null) {
            const result = JSON.parse(text);
            if (result.error) throw new Failure(result.error);
            return result;
          }
          await sleep(100);
        }
        throw new Failure(`A window did not measure. The server said:\n${server.log().slice(-10).join('\n')}`);
      } finally {
        await window.close();
      }
    },
    stop: server.stop,
  };
}

/**
 * A row of figures: the median, and from where to where they went.
 * @param {string} what
 * @param {readonly number[]} values
 */
function row(what, values) {
  return [what, ...[median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1))];
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} bar
 * @param {string} unit
 * @returns {import('./print.mjs').Bar}
 */
function limit(what, value, bar, unit) {
  return { name: `${what}, under ${bar} ${unit}`, figure: `${value.toFixed(1)} ${unit}`, holds: value < bar };
}

await runScript(async () => {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '10' }, vscode: { type: 'string', default: 'newest' } },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Failure('--runs takes a whole number of at least 1.');
  const release = releaseNamed(values.vscode);

  const folder = await temporaryFolder();
  await cp(join(projectFolder, 'examples'), join(folder, 'examples'), { recursive: true });
  await writeBare(join(folder, 'bare'));
  const vsix = join(folder, 'packed.vsix');
  const { code, output } = await runProcess(process.execPath, ['scripts/package.mjs', '--out', vsix], {
    cwd: projectFolder,
  });
  if (code !== 0) throw new Failure(`The package could not be made:\n${output}`);

  const launched = await startBrowser();
  const browser = await chromium.connect(launched.endpoint);
  const example = (/** @type {string} */ file) => join(folder, 'examples', file);
  const rest = { kind: 'rest', files: files.map(example) };
  const hover = { kind: 'hover', file: example('fastapi-shop/routers/orders.py'), words: 'HTTP_409_CONFLICT' };
  const few = Math.min(runs, 3);

  const withOurs = await openBench({ release, installed: [vsix], folder, browser });
  // The first window of all compiles everything, and keeps what it compiled for all others; it is told apart.
  const { hover: veryFirst = 0 } = await withOurs.measure(hover);
  await withOurs.measure(rest);
  const activations = [];
  const hovers = [];
  const rested = [];
  for (let run = 0; run < runs; run++) {
    activations.push(await withOurs.measure({ kind: 'activation', extension: ours, bare, ours: run % 2 === 1 }));
    hovers.push(await withOurs.measure(hover));
  }
  for (let run = 0; run < few; run++) rested.push(await withOurs.measure({ ...rest, extension: ours }));
  await withOurs.stop();

  const without = await openBench({ release, installed: [], folder, browser });
  const alone = [];
  for (let run = 0; run < few; run++) alone.push(await without.measure(rest));
  await without.stop();
  await browser.close();
  await launched.stop();

  const megabytes = (/** @type {Record<string, number>} */ { rss = 0 }) => rss / 2 ** 20;
  const idle = (/** @type {Record<string, number>} */ { idle = 0 }) => idle;
  const own = rested.map(({ own = 0 }) => own);
  const activation = activations.map(({ ours = 0 }) => ours);
  const nothing = activations.map(({ bare = 0 }) => bare);
  const firstHovers = hovers.map(({ hover = 0 }) => hover);
  const added = median(rested.map(megabytes)) - median(alone.map(megabytes));
  const head = ['median', 'least', 'most'];
  heading(`VS Code ${releases[release].vscode}, ${runs} windows`);
  printTable(
    ['milliseconds', ...head],
    [
      row('activation', activation),
      row('activation of an extension that does nothing', nothing),
      row('first hover after opening a file, activation included', firstHovers),
      row('the same in the very first window after the installation', [veryFirst]),
    ],
  );
  heading(`At rest with ten files open, ${few} windows`);
  printTable(
    ['MB of the extension host', ...head],
    [row('with us', rested.map(megabytes)), row('without us', alone.map(megabytes))],
  );
  printTable(
    ['milliseconds of work in a second', ...head],
    [
      row('the extension host with us', rested.map(idle)),
      row('the extension host without us', alone.map(idle)),
      row('our own code', own),
    ],
  );
  printBars([
    limit('activation', median(activation), bars.activation, 'ms'),
    limit('first hover', median(firstHovers), bars.hover, 'ms'),
    limit('memory added', added, bars.memory, 'MB'),
    {
      name: `our work at rest, under ${bars.rest} ms in a second`,
      figure: `${median(own).toFixed(3)} ms`,
      holds: median(own) < bars.rest,
    },
  ]);
});
