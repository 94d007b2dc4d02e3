/** `npm run offers`: how often codes are offered where a status stood, and where a number stood that is none. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runScript, temporaryFolder } from '../scripts/processes.mjs';
import { buildEngine, loadEngine, serviceOf } from './engine.mjs';
import { keyOf, readLabels } from './labels.mjs';
import { readOffersOptions } from './options.mjs';
import { heading, percent, print, printBars, printTable } from './print.mjs';
import { filesOf, repositoryFolders, textsOf, writeFileOf } from './repositories.mjs';

/**
 * @typedef {object} Place a number or constant in a file, which is taken out before codes are asked for
 * @property {number} start
 * @property {number} end
 * @property {'status' | 'number' | 'sign'} kind
 * @property {number | null} code the status that stood there
 * @property {string} group
 */

/** @typedef {{ languageId: string, text: string, name: string }} Text */

/** Python files are given in rows of labels; numbers in strings, names and fractions are none. */
const number = /(?<![\w.$])\d{1,6}(?![\w.])/g;
/** Files of a whole repository that are looked at, the first in the order of their paths. */
const mostFiles = 150;

await runScript(async () => {
  const { labels: folder, repositories, whole, list } = readOffersOptions();
  const engine = await loadEngine(await buildEngine());
  const service = serviceOf(engine);
  let count = 0;

  /**
   * How far up in the list a code is, from 0 on; null where nothing is offered.
   * @param {Text} file
   * @param {Place} place
   */
  const rankAt = async ({ languageId, text }, { start, end, code }) => {
    const uri = `offers:${count++}`;
    const emptied = text.slice(0, start) + text.slice(end);
    const found = await service.completions({ uri, languageId, version: 1, text: emptied }, start);
    service.forget(uri);
    if (!found) return null;
    const codes = [...new Set(found.items.map((item) => item.code))];
    return code !== null && codes.includes(code) ? codes.indexOf(code) : codes.length;
  };

  /** @type {Map<string, (number | null)[]>} */
  const ranks = new Map();
  /** @param {Text} file @param {readonly Place[]} places */
  const judge = async (file, places) => {
    for (const place of places) {
      const rank = await rankAt(file, place);
      const key = `${place.kind} ${place.group}`;
      ranks.set(key, [...(ranks.get(key) ?? []), rank]);
      if (list && (rank !== null) !== (place.kind === 'status')) {
        const line = file.text.slice(file.text.lastIndexOf('\n', place.start - 1) + 1).split('\n')[0];
        print(`${place.kind === 'status' ? 'missed' : 'false '} ${file.name}: ${line?.trim().slice(0, 140)}`);
      }
    }
  };

  const staged = await temporaryFolder();
  for (const corpus of /** @type {const} */ (['python', 'typescript'])) {
    const labels = await readLabels(folder, corpus);
    const gits = await repositoryFolders(repositories, labels.files);
    for (const label of labels.files) {
      const target = join(staged, corpus, label.repo.replace('/', '+'), label.path);
      await writeFileOf(gits.get(label.repo) ?? '', label.commit, label.path, target);
      const file = textOf(engine, label.path, await readFile(target, 'utf8'), keyOf(label));
      if (!file) continue;
      const rows = labels.uses.filter((row) => keyOf(row) === keyOf(label) && !row.doubt);
      const trap = ['trap', 'adversarial'].includes(label.stratum) ? 'in trap files' : 'in other files';
      const statuses = rows.filter(({ isStatus }) => isStatus).flatMap((row) => placeOf(row, file.text, trap));
      const others = numbersOf(file.text, trap).filter(
        ({ start }) => !statuses.some((status) => status.start <= start && start < status.end),
      );
      // Numbers that the labels leave open, and statuses that are written in strings, count for nothing.
      const uses = (
        await service.scan({ uri: 'whole', languageId: file.languageId, version: count++, text: file.text })
      ).uses;
      const plain = others.filter(({ start }) => !uses.some(({ span }) => span.start <= start && start < span.end));
      await judge(file, [...statuses, ...plain, ...signsOf(file.text, trap, uses)]);
    }
  }
  for (const repo of whole) {
    const gits = await repositoryFolders(repositories, [{ repo, commit: 'HEAD' }]);
    const git = gits.get(repo) ?? '';
    const paths = (await filesOf(git, 'HEAD'))
      .filter(({ path, size }) => engine.languageOfPath(path) && size < 100_000 && !/\.min\.|\/dist\//.test(path))
      .map(({ path }) => path)
      .sort();
    const step = Math.max(1, Math.floor(paths.length / mostFiles));
    const some = paths.filter((_, index) => index % step === 0);
    for (const { path, text } of await textsOf(git, 'HEAD', some)) {
      const file = textOf(engine, path, text, `${repo}:${path}`);
      if (!file) continue;
      const { uses } = await service.scan({ uri: 'whole', languageId: file.languageId, version: count++, text });
      const statuses = uses
        .filter(({ form }) => form === 'number' || form === 'constant')
        .map(({ span, code }) => ({ ...span, code, kind: /** @type {const} */ ('status'), group: `in ${repo}` }));
      const plain = numbersOf(text, `in ${repo}`).filter(
        ({ start }) => !uses.some(({ span }) => span.start <= start && start < span.end),
      );
      await judge(file, [...statuses, ...plain]);
    }
  }

  heading('Codes offered where a status was taken out, and how far up that status is');
  const rows = [...ranks].sort(([one], [other]) => (one < other ? -1 : 1));
  const within = (/** @type {readonly (number | null)[]} */ all, /** @type {number} */ most) =>
    all.filter((rank) => rank !== null && rank < most).length;
  const statuses = [...rows.filter(([name]) => name.startsWith('status')), all('status')];
  printTable(
    ['places', 'all', 'offered', 'share', 'first', 'of the first 3', 'of the first 5'],
    statuses.map(([name, all]) => [
      name,
      all.length,
      within(all, Number.POSITIVE_INFINITY),
      percent(within(all, Number.POSITIVE_INFINITY), all.length),
      ...[1, 3, 5].map((most) => percent(within(all, most), all.length)),
    ]),
  );
  heading('Codes offered where none belongs');
  const others = [...rows.filter(([name]) => !name.startsWith('status')), all('number'), all('sign')];
  printTable(
    ['places', 'all', 'offered'],
    others.map(([name, all]) => [name, all.length, within(all, Number.POSITIVE_INFINITY)]),
  );

  /** @param {string} kind @returns {[string, (number | null)[]]} */
  function all(kind) {
    return [`${kind}, all`, rows.filter(([name]) => name.startsWith(kind)).flatMap(([, each]) => each)];
  }
  const [numbers, found] = [all('number')[1], all('status')[1]];
  const [falseOffers, offers] = [numbers, found].map((each) => within(each, Number.POSITIVE_INFINITY));
  printBars([
    {
      name: 'codes offered where another number stood: none',
      figure: `${falseOffers} of ${numbers.length}`,
      holds: falseOffers === 0,
    },
    {
      name: 'codes offered where a status stood, at least 95.0 %',
      figure: percent(offers ?? 0, found.length),
      holds: (offers ?? 0) >= 0.95 * found.length,
    },
  ]);
  service.dispose();
});

/**
 * @param {import('./engine.mjs').Engine} engine
 * @param {string} path
 * @param {string} text
 * @param {string} name
 * @returns {Text | null}
 */
function textOf(engine, path, text, name) {
  const served = engine.languageOfPath(path);
  return served ? { languageId: served.id, text, name } : null;
}

/**
 * @param {import('./labels.mjs').UseLabel} row
 * @param {string} text
 * @param {string} group
 * @returns {Place[]} none for what is written in a string
 */
function placeOf(row, text, group) {
  const lineStart =
    text
      .split('\n')
      .slice(0, row.line - 1)
      .join('\n').length + (row.line > 1 ? 1 : 0);
  const start = lineStart + row.col;
  if (!text.startsWith(row.text, start) || /^['"]/.test(row.text)) return [];
  return [{ start, end: start + row.text.length, kind: 'status', code: row.code, group }];
}

/**
 * @param {string} text
 * @param {string} group
 * @returns {Place[]}
 */
function numbersOf(text, group) {
  return [...text.matchAll(number)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'number',
    code: null,
    group,
  }));
}

/**
 * Every cursor behind a sign that opens the list, unless a status follows: there it is offered to be replaced.
 * @param {string} text
 * @param {string} group
 * @param {readonly { span: { start: number, end: number } }[]} uses
 * @returns {Place[]}
 */
function signsOf(text, group, uses) {
  return [...text.matchAll(/[([{=:,](?: |(?!\s))|(?<=\w) (?=\S)/g)].flatMap((match) => {
    const at = match.index + match[0].length;
    if (uses.some(({ span }) => span.start <= at && at < span.end)) return [];
    return [{ start: at, end: at, kind: /** @type {const} */ ('sign'), code: null, group }];
  });
}
