/** Shows how time and memory of a scan grow with the number of files. */

import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { projectFolder } from '../scripts/packages.mjs';
import { temporaryFolder } from '../scripts/processes.mjs';
import { commandLine } from './engine.mjs';
import { pythonFiles } from './fastapi.mjs';
import { median, milliseconds, timeOf } from './measure.mjs';
import { heading, printTable, ratioBar } from './print.mjs';

const shardSize = 100;
const sizes = [100, 300, 1000, 3000, 10_000];
const rounds = 3;

/** @typedef {{ files: number, megabytes: number, time: number, peak: number }} Step time in milliseconds, peak in MB */

/** @typedef {{ megabytes: number, times: number[], peaks: number[] }} Rounds */

/**
 * @param {string} build
 * @param {string} checkout
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureGrowth(build, checkout) {
  const { folder, shards } = await repeatedFiles(checkout);
  /** @type {Map<number, Rounds>} */
  const measured = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const files of sizes) {
      const some = shards.slice(0, files / shardSize);
      const { time, peak } = await scanOf(
        build,
        folder,
        some.map(({ name }) => name),
      );
      const { times, peaks } = measured.get(files) ?? { times: [], peaks: [] };
      const megabytes = some.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
      measured.set(files, { megabytes, times: [...times, time], peaks: [...peaks, peak] });
    }
  }
  // Of rounds over all sizes the least time of each: what else the machine does would look like growth. How much garbage
  // lies about at its peak is a matter of chance.
  const steps = [...measured].map(
    /** @returns {Step} */
    ([files, { megabytes, times, peaks }]) => ({ files, megabytes, time: Math.min(...times), peak: median(peaks) }),
  );
  heading('3. From 100 to 10,000 files');
  printTable(
    ['files', 'source', 'time', 'a file', 'a further file', 'peak memory'],
    steps.map(({ files, megabytes, time, peak }, index) => {
      const smaller = steps[index - 1];
      const further = smaller ? milliseconds(furtherFile(smaller, { files, time })) : '-';
      const source = `${megabytes.toFixed(1)} MB`;
      return [files, source, milliseconds(time), milliseconds(time / files), further, `${peak.toFixed(0)} MB`];
    }),
  );
  return growthBars(steps);
}

/**
 * What one more file costs, without the start of the process.
 * @param {Pick<Step, 'files' | 'time'>} from
 * @param {Pick<Step, 'files' | 'time'>} to
 */
function furtherFile(from, to) {
  return (to.time - from.time) / (to.files - from.files);
}

/**
 * Linear: a further file costs no more in the last step than in the one before. Flat: what is alive stays at some ten
 * MB a thread, so that the last step adds no more than what the collector leaves lying about.
 * @param {readonly Step[]} steps
 * @returns {import('./print.mjs').Bar[]}
 */
function growthBars(steps) {
  const [small, middle, large] = steps.slice(-3);
  if (!small || !middle || !large) throw new Error('The growth was not measured.');
  return [
    ratioBar(
      `a further file up to ${large.files} files, to one up to ${middle.files}`,
      furtherFile(middle, large) / furtherFile(small, middle),
      1.25,
    ),
    ratioBar(`peak memory of ${large.files} files, to that of ${middle.files}`, large.peak / middle.peak, 1.25),
  ];
}

/**
 * @param {string} build
 * @param {string} folder
 * @param {readonly string[]} paths
 */
async function scanOf(build, folder, paths) {
  const report = join(folder, 'peak.txt');
  const hook = pathToFileURL(join(projectFolder, 'bench', 'peakMemory.mjs')).href;
  const args = ['--import', hook, commandLine(build), 'scan', ...paths, '--format', 'json', '--no-cache'];
  const time = await timeOf({ command: process.execPath, args, cwd: folder, env: { STATUS_COACH_PEAK: report } });
  return { time, peak: Number(await readFile(report, 'utf8')) / 1000 };
}

/**
 * Real files, as often as it takes, in folders of 100. No two are alike, so that no shortcut by content can help, and
 * they are taken in large steps, so that every folder is a mixture.
 * @param {string} checkout
 */
async function repeatedFiles(checkout) {
  const folder = await temporaryFolder();
  const files = await pythonFiles(checkout);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const stride = Math.floor(files.length * 0.618) | 1;
  /** @type {{ name: string, bytes: number }[]} */
  const shards = [];
  for (let shard = 0; shard < Math.max(...sizes) / shardSize; shard++) {
    const name = `part${String(shard).padStart(3, '0')}`;
    await mkdir(join(folder, name));
    let bytes = 0;
    for (let number = shard * shardSize; number < (shard + 1) * shardSize; number++) {
      const target = join(folder, name, `file${number}.py`);
      // The turn is added, so that a stride with a common divisor still reaches every file.
      const turn = Math.floor(number / texts.length);
      await writeFile(target, `${texts[(number * stride + turn) % texts.length] ?? ''}\n# ${number}\n`);
      bytes += (await stat(target)).size;
    }
    shards.push({ name, bytes });
  }
  return { folder, shards };
}
