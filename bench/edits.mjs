/** Times what a keystroke costs the engine against a bare parse of the whole text. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadEngine, serviceOf } from './engine.mjs';
import { pythonFiles } from './fastapi.mjs';
import { milliseconds, percentile } from './measure.mjs';
import { heading, printTable, ratio, ratioBar } from './print.mjs';

const lines = 1000;
const spots = 24;
/** So many come first, while the engine's own code is being optimised: two hundred keystrokes. They are shown by themselves. */
const warming = 6;
/** Open brackets and quotes on the way, as when a person types: the parser has to recover from them. */
const typed = '\n    answer = {"code": 201}  # new';

/**
 * @param {string} build
 * @param {string} checkout
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function measureEdits(build, checkout) {
  const engine = await loadEngine(build);
  const service = serviceOf(engine);
  const syntax = engine.createSyntax(engine.grammars);
  const text = await routeFile(checkout);
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const edits = [];
  /** @type {number[]} */
  const parses = [];
  let version = 0;
  const findings = (/** @type {string} */ edited) =>
    service.findings({ uri: 'typed.py', languageId: 'python', version: version++, text: edited });

  for (const [spot, at] of spotsIn(text).entries()) {
    await findings(text);
    for (let length = 1; length <= typed.length; length++) {
      const edited = text.slice(0, at) + typed.slice(0, length) + text.slice(at);
      const start = performance.now();
      await findings(edited);
      const between = performance.now();
      const parsed = await syntax.parse('python', edited);
      const end = performance.now();
      parsed.dispose();
      if (spot < warming) {
        first.push(between - start);
      } else {
        edits.push(between - start);
        parses.push(end - between);
      }
    }
  }
  const { routes } = await service.scan({ uri: 'typed.py', languageId: 'python', version: -1, text });
  service.dispose();

  heading(`2. A keystroke in a file of ${lines} lines and ${routes.length} routes`);
  const row = (/** @type {string} */ name, /** @type {readonly number[]} */ values) => [
    name,
    milliseconds(percentile(values, 0.5)),
    milliseconds(percentile(values, 0.95)),
  ];
  const times = (/** @type {number} */ share) => percentile(edits, share) / percentile(parses, share);
  printTable(
    [`${edits.length} keystrokes`, 'p50', 'p95'],
    [
      row(`the first ${first.length} after the start`, first),
      row('reparse, scan and findings', edits),
      row('bare parse of the whole text', parses),
      ['ratio', ratio(times(0.5)), ratio(times(0.95))],
    ],
  );
  return [ratioBar('keystroke, to a bare parse, at p95', times(0.95), 2)];
}

/**
 * Ends of lines all over a text.
 * @param {string} text
 */
function spotsIn(text) {
  const ends = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return Array.from({ length: spots }, (_, spot) => ends[Math.floor(((spot + 0.5) * ends.length) / spots)] ?? 0);
}

/**
 * The example apps of FastAPI's tutorial behind one another: a file that is full of routes.
 * @param {string} checkout
 */
export async function routeFile(checkout) {
  /** @type {string[]} */
  const all = [];
  for (const file of await pythonFiles(join(checkout, 'docs_src'))) {
    const text = await readFile(file, 'utf8');
    if (text.includes('@app.')) all.push(...text.trimEnd().split('\n'));
  }
  return `${all.slice(0, lines).join('\n')}\n`;
}
