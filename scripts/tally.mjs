/** Runs layers of tests one after the other and ends with one line that counts them all. */

import process from 'node:process';
import { explain, Failure } from './failure.mjs';
import { isEnding } from './processes.mjs';

/** @typedef {{ passed: number, failed: number, why?: string }} Outcome `why` explains a failure that is no test's */

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
  let built = true;
  for (const [name, run] of layers) {
    const unbuilt = async () => ({ passed: 0, failed: 1, why: 'It did not run, because the build failed.' });
    const { passed, failed } = await runLayer(name, built ? run : unbuilt);
    total.passed += passed;
    total.failed += failed;
    if (name === 'build') built = failed === 0;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  if (total.failed > 0) process.exitCode = 1;
}
