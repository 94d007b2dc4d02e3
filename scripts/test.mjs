/** `npm test`: runs the layers of tests in order and ends with one line that counts them all. */

import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { layers } from './layers.mjs';
import { runScript } from './processes.mjs';
import { runLayers } from './tally.mjs';
import { releaseNamed } from './vscode.mjs';

/** @typedef {keyof typeof layers} Layer */

const names = /** @type {Layer[]} */ (Object.keys(layers));
const usage = `Usage: npm test -- [layer...] [--grep TEXT] [--vscode newest|minimum]

  layer       ${names.join(', ')}; all of them by default, and always the build that a layer needs
  --grep T    only tests whose title contains T (layers unit, host, web and ui)
  --vscode V  the version of VS Code that the layers host, web and ui run in; by default the newest`;

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { grep: { type: 'string' }, vscode: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/**
 * The layers to run, in their order.
 * @param {string[]} wanted none for all
 * @returns {Layer[]}
 */
function select(wanted) {
  const unknown = wanted.find((name) => !names.some((layer) => layer === name));
  if (unknown) throw new Failure(`There is no layer "${unknown}".\n${usage}`);
  if (wanted.length === 0) return names;
  const needsBuild = wanted.some((name) => ['unit', 'host', 'web', 'ui'].includes(name));
  return names.filter((name) => wanted.includes(name) || (name === 'build' && needsBuild));
}

async function main() {
  const { values, positionals } = options();
  if (values.help) return console.log(usage);
  const selected = select(positionals);
  const release = releaseNamed(values.vscode ?? 'newest');
  await runLayers(selected.map((layer) => [layer, () => layers[layer]({ release, grep: values.grep })]));
}

await runScript(main);
