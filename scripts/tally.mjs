/** Runs layers of tests one after the other and ends with one line that counts them all. */

import process from 'node:process';
import { explain, Failure } from './failure.mjs';
import { isEnding } from './processes.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {string} [why] explains a failure that is no test's
 * @property {readonly string[]} [failures] what failed, a line each
 */

/**
 * Runs a layer, and says how it went.
 * @param {string} name
 * @param {() => Promise<Outcome>} run
 * @returns {Promise<Outcome>}
 */
async function runLayer(name, run) {
  console.log(`\n=== ${name} ===`);
  const started = performance.now();
  const outcome = await run().catch((error) => ({ passed: 0, failed: 1, why: explain(error) }));
  if (isEnding()) throw new Failure('The run was broken off.');
  const { passed, failed, why } = outcome;
  if (why) console.error(`The layer ${name} failed: ${why}`);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`--- ${name}: ${passed + failed} run, ${failed} failed, ${seconds} s`);
  return outcome;
}

/**
 * Runs layers in their order. When the layer `build` fails, the later ones have nothing to run, and count as failed.
 * @param {readonly (readonly [name: string, run: () => Promise<Outcome>])[]} layers
 */
export async function runLayers(layers) {
  const total = { passed: 0, failed: 0 };
  /** @type {string[]} Said once more at the end, where somebody looks who has only the end of a long log. */
  const failures = [];
  let built = true;
  for (const [name, run] of layers) {
    const unbuilt = async () => ({ passed: 0, failed: 1, why: 'It did not run, because the build failed.' });
    const { passed, failed, why, failures: ofLayer = [] } = await runLayer(name, built ? run : unbuilt);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) failures.push(...[...ofLayer, ...(why ? [why] : [])].map((line) => `${name}: ${line}`));
    if (name === 'build') built = failed === 0;
  }
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((line) => `  ${line}`).join('\n')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}
