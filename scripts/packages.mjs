/** Fetches packages with the user's own npm into `.vscode-test`, each folder whole or not at all. */

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { Failure, reasonFor } from './failure.mjs';
import { isAlive, onEnd, runProcess } from './processes.mjs';

/** The folder of this project. */
export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const cacheFolder = join(projectFolder, '.vscode-test');

/**
 * How to start npm: the one that runs this script when there is one, because that needs no shell on Windows.
 * @param {readonly string[]} args
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function npm(args) {
  const running = process.env.npm_execpath;
  if (running && basename(running) === 'npm-cli.js') {
    return { command: process.execPath, args: [running, ...args], shell: false };
  }
  const windows = process.platform === 'win32';
  return { command: windows ? 'npm.cmd' : 'npm', args: [...args], shell: windows };
}

/**
 * The sentence for what npm printed when it failed.
 * @param {string} what the thing that was fetched, for the user
 * @param {string} output
 */
function npmFailure(what, output) {
  const code = /npm error code (\w+)/i.exec(output)?.[1];
  const reason = /\bENOSPC\b/.test(output) ? reasonFor('ENOSPC') : reasonFor(code);
  if (reason) return new Failure(`Could not fetch ${what}: ${reason}.`);
  if (code && /^(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)$/.test(code)) {
    return new Failure(
      `Could not fetch ${what}: npm cannot reach its registry (${code}). Check the network, and the registry and proxy that npm is set to, then run this again.`,
    );
  }
  const lines = output.match(/^npm error .*/gim)?.slice(0, 4) ?? [];
  return new Failure([`Could not fetch ${what}: npm failed.`, ...lines].join('\n'));
}

/**
 * Installs the package of a folder, or one named package into it, without running any of their scripts.
 * @param {string} folder one with a package.json
 * @param {string} what for the user
 * @param {string[]} packages `name@version`
 * @param {string[]} without options of npm that leave something out
 */
export async function npmInstall(folder, what, packages = [], without = []) {
  // No paths among the arguments: on Windows they may have to go through a shell.
  const flags = ['--ignore-scripts', '--omit=dev', '--no-save', '--no-package-lock', '--no-audit', '--no-fund'];
  // Engine checks are off because VS Code's packages may want another Node than the one that runs npm here. Warnings
  // are on because npm only warns, and succeeds, when the disk fills up while it unpacks.
  flags.push('--engine-strict=false', '--loglevel=warn');
  // What npm has fetched before serves without the network, and without a network it gives up after seconds.
  flags.push('--prefer-offline', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000');
  const { command, args, shell } = npm(['install', ...packages, ...flags, ...without]);
  const { code, output } = await runProcess(command, args, { cwd: folder, shell });
  if (code !== 0 || /\bENOSPC\b/.test(output)) throw npmFailure(what, output);
}

/** Removes what runs that were killed in the middle of a download have left. */
async function removeAbandoned() {
  for (const name of await readdir(cacheFolder)) {
    const owner = /\.partial-(\d+)$/.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) await rm(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/**
 * A folder of the cache, filled first if it is not there yet. It gets its name when it is complete, so a download that
 * was broken off is never taken for a finished one.
 * @param {string} name with the version in it
 * @param {string} what it holds and how large it is, for the user
 * @param {(folder: string) => Promise<void>} fill gets an empty folder with a package.json of its own
 * @returns {Promise<string>} its absolute path
 */
export async function cached(name, what, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  const started = performance.now();
  console.log(`Fetching ${what} ...`);
  const partial = `${folder}.partial-${process.pid}`;
  await mkdir(partial, { recursive: true });
  const discard = onEnd(() => rm(partial, { recursive: true, force: true, maxRetries: 5 }));
  await removeAbandoned();
  await writeFile(join(partial, 'package.json'), '{ "private": true }\n');
  await fill(partial);
  try {
    await rename(partial, folder);
  } catch (error) {
    // Another run may have finished the same download in the meantime; its folder is as good as ours.
    if (!existsSync(folder)) throw error;
  }
  await discard();
  console.log(`Fetched ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return folder;
}
