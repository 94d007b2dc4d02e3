/** `node bench/handlers.mjs`: times the offers of handlers while `route` is typed, from a ready scan, against the scan. */

import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { runScript } from '../scripts/processes.mjs';
import { routeFile } from './edits.mjs';
import { buildEngine, grammars, loadBundle, serviceOf } from './engine.mjs';
import { unpackFastApi } from './fastapi.mjs';
import { median, milliseconds, percentile } from './measure.mjs';
import { readOptions } from './options.mjs';
import { heading, printBars, printTable } from './print.mjs';

/** So many come first, while the engine's own code is being optimised. */
const warming = 100;
const times = 200;

/**
 * @param {string} build
 * @param {string} checkout
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureHandlers(build, checkout) {
  const bundle = await loadBundle(
    build,
    `export { createService } from './src/core/service';
    export { rules } from './src/core/rules/registry';
    export { frameworks } from './src/frameworks/registry';
    export { library } from './src/snippets/library';`,
  );
  const { library, frameworks } = bundle;
  const service = serviceOf({ ...bundle, grammars });
  const templates = library.templatesFor('python', frameworks);
  const word = 'route-p';
  const text = `${(await routeFile(checkout)).trimEnd()}\n\n\n${word}\n`;
  const offset = text.lastIndexOf(word);
  /** @type {{ scan: number, offers: number, count: number }[]} */
  const runs = [];
  for (let version = 0; version < warming + times; version++) {
    const source = { uri: 'handlers.py', languageId: 'python', version, text: text + '\n'.repeat(version % 2) };
    const start = performance.now();
    await service.scan(source);
    const ready = performance.now();
    const outline = await service.outline(source, offset);
    const offers = library.offersAt({ source, outline, offset, word, frameworks, templates });
    runs.push({ scan: ready - start, offers: performance.now() - ready, count: offers.length });
  }
  service.dispose();

  const measured = runs.slice(warming);
  const offers = measured.map((run) => run.offers);
  const scan = median(measured.map((run) => run.scan));
  const slow = percentile(offers, 0.95);
  heading(`Offers of handlers from a ready scan, in a file of ${text.split('\n').length} lines`);
  printTable(
    ['offers', 'p50', 'p95', 'p50 to a scan after a keystroke'],
    [[measured[0]?.count ?? 0, milliseconds(median(offers)), milliseconds(slow), (median(offers) / scan).toFixed(2)]],
  );
  const figure = `${milliseconds(slow)}, at p50 ${(median(offers) / scan).toFixed(2)} of a scan`;
  return [{ name: 'offers of handlers at p95, under 5 ms', figure, holds: slow < 5 && (measured[0]?.count ?? 0) > 0 }];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const { repositories } = readOptions();
    printBars(await measureHandlers(await buildEngine(), await unpackFastApi(repositories)));
  });
}
