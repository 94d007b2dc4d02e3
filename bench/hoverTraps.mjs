/** Rests the mouse on every word of the labelled files, and judges each hover that opens: is there a status, or a route. */

import { loadEngine, serviceOf } from './engine.mjs';
import { keyOf } from './labels.mjs';
import { heading, print, printTable } from './print.mjs';
import { textsOf } from './repositories.mjs';

/** @typedef {import('./labels.mjs').Labels} Labels */

/**
 * @typedef {object} HoverCount what a group of files came to
 * @property {number} words rested on
 * @property {number} statuses hovers on a labelled status
 * @property {number} routes hovers on what registers a route
 * @property {number} exceptions hovers on exception classes that carry a status, for which there are no labels
 * @property {number} wrong hovers on a labelled other number, or on nothing that is labelled
 */

/**
 * @param {string} build
 * @param {readonly Labels[]} corpora
 * @param {ReadonlyMap<string, string>} repositories repository to its git folder
 * @param {readonly string[]} trapStrata
 * @returns {Promise<import('./print.mjs').Bar[]>}
 */
export async function judgeHovers(build, corpora, repositories, trapStrata) {
  const engine = await loadEngine(build);
  const service = serviceOf(engine);
  const traps = emptyCount();
  const others = emptyCount();
  for (const { files, uses } of corpora) {
    /** @type {Map<string, Labels['uses'][number][]>} */
    const rows = new Map();
    for (const row of uses) rows.set(keyOf(row), [...(rows.get(keyOf(row)) ?? []), row]);
    for (const file of files) {
      const served = engine.languageOfPath(file.path);
      const labelled = rows.get(keyOf(file));
      // Files without a single row were not labelled value by value.
      if (!served || !labelled) continue;
      const [found] = await textsOf(repositories.get(file.repo) ?? '', file.commit, [file.path]);
      const uri = `file:///${file.repo}/${file.path}`;
      const source = { uri, languageId: served.id, version: 1, text: found?.text ?? '' };
      await judge(source, labelled, service, trapStrata.includes(file.stratum) ? traps : others);
      service.forget(source.uri);
    }
  }
  service.dispose();

  heading('D. Hovers on every word');
  const cells = (/** @type {HoverCount} */ { words, statuses, routes, exceptions, wrong }) => [
    words,
    statuses,
    routes,
    exceptions,
    wrong,
  ];
  printTable(
    ['files', 'words', 'on statuses', 'on routes', 'on exceptions', 'wrong'],
    [
      ['trap and adversarial', ...cells(traps)],
      ['all others', ...cells(others)],
    ],
  );
  print();
  return [
    {
      name: 'hovers in trap files: none where none belongs',
      figure: `${traps.wrong} of ${traps.words} words`,
      holds: traps.words > 0 && traps.wrong === 0,
    },
  ];
}

/** @returns {HoverCount} */
function emptyCount() {
  return { words: 0, statuses: 0, routes: 0, exceptions: 0, wrong: 0 };
}

/**
 * @param {import('../src/core/model.ts').Source} source
 * @param {Labels['uses']} labels
 * @param {import('../src/core/service.ts').Service} service
 * @param {HoverCount} count
 */
async function judge(source, labels, service, count) {
  const { uses, routes } = await service.scan(source);
  const lines = [0, ...[...source.text.matchAll(/\r\n|[\r\n]/g)].map(({ index, 0: end }) => index + end.length)];
  const rows = labels.map((row) => {
    const start = (lines[row.line - 1] ?? 0) + row.col;
    return { ...row, start, end: start + row.text.length };
  });
  /** @type {Set<number>} */
  const seen = new Set();
  for (const { index, 0: word } of source.text.matchAll(/[\p{L}\d_$]+/gu)) {
    count.words++;
    const hover = await service.hover(source, index + Math.min(1, word.length), 'beginner');
    if (!hover || seen.has(hover.span.start)) continue;
    seen.add(hover.span.start);
    const { start, end } = hover.span;
    const row = rows.find((each) => each.start < end && start < each.end);
    if (row?.isStatus || row?.doubt) count.statuses++;
    else if (!row && routes.some(({ head }) => head.start === start)) count.routes++;
    else if (!row && uses.some((use) => use.span.start === start && use.form === 'exception')) count.exceptions++;
    else count.wrong++;
  }
}
