/** Times the scan of a whole checkout against ast-grep, a native tool with the same parser, on the same tree. */

import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Failure } from '../scripts/failure.mjs';
import { cached, npm, npmInstall } from '../scripts/packages.mjs';
import { runProcess, temporaryFolder } from '../scripts/processes.mjs';
import { commandLine } from './engine.mjs';
import { pythonFiles } from './fastapi.mjs';
import { median, milliseconds, timeOf } from './measure.mjs';
import { heading, print, printTable, ratio, ratioBar } from './print.mjs';

// Not a dependency: it has no program for musl, and only this measurement wants it.
const astGrep = '@ast-grep/cli@0.51.1';
const rounds = 7;

/** The least work that finds routes, so that the comparison is not to our favour. */
const rule = `id: route-decorator
language: python
severity: hint
message: route
rule:
  pattern: '@$APP.$VERB($$$ARGUMENTS)'
`;

/** @typedef {import('./measure.mjs').Program} Program */

/**
 * @param {string} build
 * @param {string} checkout
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureFolderScan(build, checkout) {
  const folder = await temporaryFolder();
  const ruleFile = join(folder, 'rule.yml');
  await writeFile(ruleFile, rule);
  const scanArguments = ['scan', '--rule', ruleFile, '--json=stream', '.'];
  const ours = { command: process.execPath, cwd: checkout };
  /** @type {Record<'npx' | 'native' | 'cold' | 'warm', Program>} */
  const programs = {
    npx: { ...npm(['exec', '--yes', `--package=${astGrep}`, '--', 'ast-grep', ...scanArguments]), cwd: checkout },
    native: { command: await nativeAstGrep(), args: scanArguments, cwd: checkout },
    cold: { ...ours, args: [commandLine(build), 'scan', '.', '--format', 'json', '--no-cache'] },
    warm: { ...ours, args: [commandLine(build), 'scan', '.', '--format', 'json'] },
  };
  heading(`1. Scan of fastapi/fastapi: ${(await pythonFiles(checkout)).length} Python files`);
  print(
    `ast-grep finds ${await astGrepMatches(programs.native)} decorated calls, we find ${await routesFound(programs.warm)} routes`,
  );

  const times = await timesInTurns(programs);
  const reference = median(times.npx);
  const native = median(times.native);
  const row = (/** @type {string} */ name, /** @type {readonly number[]} */ values) => [
    name,
    milliseconds(median(values)),
    milliseconds(Math.min(...values)),
    ratio(median(values) / reference),
    ratio(median(values) / native),
  ];
  printTable(
    [`wall time, ${rounds} runs`, 'median', 'least', 'to npx ast-grep', 'to ast-grep'],
    [
      row('npx ast-grep scan', times.npx),
      row('ast-grep scan, started directly', times.native),
      row('status-coach scan --no-cache', times.cold),
      row('status-coach scan, warm cache', times.warm),
    ],
  );
  return [
    ratioBar('folder scan without cache, to npx ast-grep', median(times.cold) / reference, 1.5),
    ratioBar('folder scan with a warm cache, to npx ast-grep', median(times.warm) / reference, 0.35),
  ];
}

/**
 * Every program once a round, so that a busy moment of the machine hits all of them. The first round warms up.
 * @param {Record<'npx' | 'native' | 'cold' | 'warm', Program>} programs
 */
async function timesInTurns(programs) {
  const names = /** @type {const} */ (['npx', 'native', 'cold', 'warm']);
  /** @type {Record<(typeof names)[number], number[]>} */
  const times = { npx: [], native: [], cold: [], warm: [] };
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await timeOf(programs[name]);
      if (round > 0) times[name].push(time);
    }
  }
  return times;
}

/** The program itself, without the Node that starts it. */
async function nativeAstGrep() {
  const folder = await cached(astGrep.replace(/\W+/g, '-').replace(/^-/, ''), 'ast-grep (56 MB unpacked)', (partial) =>
    npmInstall(partial, 'ast-grep', [astGrep]),
  );
  const packages = join(folder, 'node_modules', '@ast-grep');
  const platform = (await readdir(packages)).find((name) => name.startsWith('cli-'));
  if (!platform)
    throw new Failure(`${astGrep} has no program for ${process.platform} ${process.arch} to compare with.`);
  return join(packages, platform, process.platform === 'win32' ? 'ast-grep.exe' : 'ast-grep');
}

/** @param {Program} program */
async function astGrepMatches(program) {
  const { code, output } = await runProcess(program.command, program.args, { cwd: program.cwd });
  const matches = output.split('\n').filter((line) => line.startsWith('{')).length;
  if (code !== 0 || matches === 0) throw new Failure(`ast-grep found nothing to compare with.\n${output}`);
  return matches;
}

/** @param {Program} program */
async function routesFound(program) {
  const { code, output } = await runProcess(program.command, program.args, { cwd: program.cwd });
  const routes = output.match(/"effective":/g)?.length ?? 0;
  if (code !== 0 || routes === 0) throw new Failure(`status-coach scan found no routes to measure.\n${output}`);
  return routes;
}
