/** Starts child processes and sees to it that none of them, and no temporary folder, outlives this process. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain, Failure } from './failure.mjs';

const windows = process.platform === 'win32';
/** How long a process group gets to end by itself before it is killed, in milliseconds. */
const patience = 1500;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<() => Promise<unknown>>} */
const cleanups = new Set();
/** @type {Promise<void> | undefined} */
let cleaning;

/**
 * Starts a program in a process group of its own, so that everything it forks can be ended with it. It has no
 * standard input, which also keeps it from taking the terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, output?: 'inherit' | 'pipe', shell?: boolean }} [options]
 * @returns {import('node:child_process').ChildProcess}
 */
export function startProcess(command, args, { output = 'pipe', ...options } = {}) {
  if (isEnding()) throw new Failure(`${command} was not started, because everything is being ended.`);
  const child = spawn(command, args, {
    ...options,
    stdio: ['ignore', output, output],
    detached: !windows,
    windowsHide: true,
  });
  running.add(child);
  // Not on 'exit', which says nothing about the programs that it has started: endProcess looks after those.
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Waits for a program to end.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} the exit code, or 128 plus the number of the signal that ended it
 * @throws the system's error when it could not be started
 */
export async function exitOf(child) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode ?? 128 + constants.signals[child.signalCode ?? 'SIGKILL'];
}

/**
 * Runs a program to its end and collects what it prints.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runProcess(command, args, options) {
  const child = startProcess(command, args, options);
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    output += chunk;
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const code = await exitOf(child);
  await endProcess(child);
  return { code, output };
}

/**
 * Sends a signal to a whole process group, or asks whether one of its members still lives (signal 0).
 * @param {number} pid
 * @param {NodeJS.Signals | 0} signal
 * @returns {boolean} whether the group still had members
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function killTree(pid) {
  if (!windows) return void signalGroup(pid, 'SIGKILL');
  try {
    execFileSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' });
  } catch {
    // It has ended already.
  }
}

/**
 * Ends a program and everything it started, first politely, then by force.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function endProcess(child) {
  const { pid } = child;
  if (pid !== undefined && running.has(child)) {
    if (windows) killTree(pid);
    else if (signalGroup(pid, 'SIGTERM')) {
      const end = Date.now() + patience;
      while (signalGroup(pid, 0) && Date.now() < end) await sleep(25);
      killTree(pid);
    }
  }
  running.delete(child);
}

/**
 * Remembers what to undo when this process ends, however it ends. The latest is undone first.
 * @param {() => Promise<unknown>} cleanup
 * @returns {() => Promise<void>} undoes it now
 */
export function onEnd(cleanup) {
  cleanups.add(cleanup);
  return async () => {
    if (cleanups.delete(cleanup)) await cleanup();
  };
}

/**
 * A temporary folder that is gone when this process is.
 * @returns {Promise<string>} its absolute path
 */
export async function temporaryFolder() {
  // The real path, because VS Code resolves links (macOS has one in its temporary path) and tests compare paths.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'status-coach-')));
  onEnd(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Whether everything is being ended, so that what fails now is no news. */
export function isEnding() {
  return cleaning !== undefined;
}

async function cleanUp() {
  // Programs first: they write into the folders that the rest removes.
  await Promise.all([...running].map(endProcess));
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    await cleanup().catch((error) => console.error(explain(error)));
  }
}

/**
 * The npm that runs this script, if one does and the system tells.
 * @returns {number | undefined} its process id
 */
function npmProcess() {
  if (windows || !process.env.npm_lifecycle_event) return undefined;
  try {
    const answer = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(process.ppid)], { encoding: 'utf8' });
    const [, grandparent, parentName] = /^\s*(\d+)\s+(.*)/.exec(answer) ?? [];
    // npm starts a shell that starts us; some shells are replaced by their only command.
    return grandparent && parentName && /sh$/.test(parentName) ? Number(grandparent) : process.ppid;
  } catch {
    return process.ppid;
  }
}

/**
 * Whether a process is there.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It may be somebody else's.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Runs a script: prints an error as its sentence, undoes everything at the end and on Ctrl+C, a closed terminal and
 * `kill`, and sets the exit code (1 for an error, 128 plus the number of the signal).
 * @param {() => Promise<void>} main
 */
export async function runScript(main) {
  // A terminal sends Ctrl+C to npm and to us, and npm passes it on: the second one is not impatience.
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    cleaning ??= cleanUp().finally(() => process.exit(128 + constants.signals[signal]));
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => stop(signal));
  const npm = npmProcess();
  // A signal to npm alone ends npm, and perhaps the shell between us, but not us.
  if (npm !== undefined) setInterval(() => isAlive(npm) || stop('SIGTERM'), 500).unref();
  process.on('exit', () => {
    for (const { pid } of running) if (pid !== undefined) killTree(pid);
  });
  // After a terminal was closed every write to it fails; that must not keep us from cleaning up.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await main();
  } catch (error) {
    if (!isEnding()) console.error(explain(error));
    process.exitCode = 1;
  }
  cleaning ??= cleanUp();
  await cleaning;
}
