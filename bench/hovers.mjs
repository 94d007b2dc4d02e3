/** `node bench/hovers.mjs`: times hovers that are computed from a ready scan, against the scan itself. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runScript } from '../scripts/processes.mjs';
import { routeFile } from './edits.mjs';
import { buildEngine, loadEngine, serviceOf } from './engine.mjs';
import { unpackFastApi } from './fastapi.mjs';
import { median, milliseconds, percentile } from './measure.mjs';
import { readOptions } from './options.mjs';
import { heading, printBars, printTable } from './print.mjs';

/** @typedef {import('../src/core/service.ts').Service} Service */
/** @typedef {{ name: string, count: number, times: readonly number[], scan: number }} Row */

const lines = 1000;
/** So many come first, while the engine's own code is being optimised. */
const warming = 200;
const scans = 10;

/**
 * @param {string} build
 * @param {string} checkout
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureHovers(build, checkout) {
  const service = serviceOf(await loadEngine(build));
  const rows = [
    ...(await rowsOf('tutorial', await routeFile(checkout), service)),
    ...(await rowsOf('full of statuses', await denseFile(build), service)),
  ];
  service.dispose();

  heading(`Hovers from a ready scan, in files of ${lines} lines`);
  const share = (/** @type {Row} */ { times, scan }) => percentile(times, 0.95) / scan;
  printTable(
    ['', 'hovers', 'p50', 'p95', 'p95 to a scan'],
    rows.map((row) => [
      row.name,
      row.count,
      milliseconds(median(row.times)),
      milliseconds(percentile(row.times, 0.95)),
      share(row).toFixed(4),
    ]),
  );
  const slowest = Math.max(...rows.map(({ times }) => percentile(times, 0.95)));
  return [
    {
      name: 'hover from a ready scan at p95, under 1 ms',
      figure: `${milliseconds(slowest)}, ${Math.max(...rows.map(share)).toFixed(4)} of a scan`,
      holds: slowest < 1,
    },
  ];
}

/**
 * @param {string} name
 * @param {string} text
 * @param {Service} service
 * @returns {Promise<Row[]>}
 */
async function rowsOf(name, text, service) {
  const source = { uri: `${name}.py`, languageId: 'python', version: 0, text };
  /** @type {number[]} */
  const scanTimes = [];
  for (let version = 1; version <= scans; version++) {
    const start = performance.now();
    await service.scan({ ...source, uri: `${version}-${name}.py`, version });
    scanTimes.push(performance.now() - start);
  }
  const { uses, routes } = await service.scan(source);
  const hover = async (/** @type {number} */ offset, /** @type {'beginner' | 'advanced'} */ level) => {
    const start = performance.now();
    await service.hover(source, offset, level);
    return performance.now() - start;
  };
  const places = [
    { kind: `statuses (${uses.length})`, offsets: uses.map(({ span }) => span.start) },
    { kind: `routes (${routes.length})`, offsets: routes.map(({ head }) => head.start) },
    // Ends of lines, where nothing is to be said.
    { kind: 'anything else', offsets: [...text.matchAll(/\n/g)].map(({ index }) => index) },
  ];
  /** @type {Row[]} */
  const rows = [];
  for (const { kind, offsets } of places) {
    for (let turn = 0; turn < warming; turn++) await hover(offsets[turn % offsets.length] ?? 0, 'advanced');
    /** @type {number[]} */
    const times = [];
    for (const offset of offsets) times.push(await hover(offset, 'beginner'), await hover(offset, 'advanced'));
    rows.push({ name: `${name}: ${kind}`, count: times.length, times, scan: median(scanTimes) });
  }
  return rows;
}

/**
 * Our own example of everything that FastAPI can spell, as often as it takes.
 * @param {string} build
 */
async function denseFile(build) {
  const example = await readFile(join(build, 'src', 'frameworks', 'fastapi', 'example.py'), 'utf8');
  const all = example.trimEnd().split('\n');
  return `${Array.from({ length: lines }, (_, line) => all[line % all.length]).join('\n')}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const { repositories } = readOptions();
    printBars(await measureHovers(await buildEngine(), await unpackFastApi(repositories)));
  });
}
