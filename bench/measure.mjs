/** Takes times: of programs from start to end, and of many small steps. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { Failure } from '../scripts/failure.mjs';

/** @typedef {{ command: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean }} Program */

/**
 * Runs a program whose output nobody reads.
 * @param {Program} program
 * @returns {Promise<number>} milliseconds from its start to its end
 * @throws {Failure} when it does not succeed: the time of a failure says nothing
 */
export async function timeOf({ command, args, cwd, env = {}, shell = false }) {
  const start = performance.now();
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    shell,
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  });
  const complaint = text(child.stderr);
  const [code] = await once(child, 'close');
  const time = performance.now() - start;
  if (code !== 0) throw new Failure(`${command} ${args.join(' ')} failed with ${code}.\n${(await complaint).trim()}`);
  return time;
}

/**
 * @param {readonly number[]} values
 * @param {number} share 0.5 for the median, 0.95 for what 95 of 100 stay below
 */
export function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export function median(values) {
  return percentile(values, 0.5);
}

/** @param {number} milliseconds */
export function milliseconds(milliseconds) {
  return `${milliseconds.toFixed(milliseconds < 100 ? 2 : 0)} ms`;
}
