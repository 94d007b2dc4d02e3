/** `npm run accuracy`: measures the engine on labelled real code and prints what the bars ask for. */

import { runScript } from '../scripts/processes.mjs';
import { buildEngine } from './engine.mjs';
import { judgeHovers } from './hoverTraps.mjs';
import { readLabels, readOperationLabels } from './labels.mjs';
import { judgeOperations } from './openapi.mjs';
import { readOptions } from './options.mjs';
import { predict } from './predictions.mjs';
import { heading, percent, print, printBars, printTable } from './print.mjs';
import { repositoryFolders } from './repositories.mjs';
import { judgePythonUses, judgeTypeScriptUses } from './statusUses.mjs';
import { judgePythonRoutes, judgeTypeScriptRoutes } from './suggestions.mjs';
import { grouped, precisionOf, printTallies, recallOf, tallyOf } from './tally.mjs';

/** @typedef {import('./print.mjs').Bar} Bar */

/** Files chosen because they are full of numbers that look like statuses and are none. */
const trapStrata = ['trap', 'adversarial'];

// Wrong rows are counted and not shown: an engine that is tuned to the rows is measured by nothing.
await runScript(async () => {
  const { labels: folder, repositories } = readOptions();
  const python = await readLabels(folder, 'python');
  const typescript = await readLabels(folder, 'typescript');
  const operations = await readOperationLabels(folder);
  const gits = await repositoryFolders(repositories, [...python.files, ...typescript.files, ...operations]);
  const build = await buildEngine();

  const found = { python: await predict(build, python, gits), typescript: await predict(build, typescript, gits) };
  const uses = [
    ...judgePythonUses(python, found.python.uses).map((verdict) => ({ ...verdict, language: 'python' })),
    ...judgeTypeScriptUses(typescript, found.typescript.uses).map((verdict) => ({
      ...verdict,
      language: 'typescript',
    })),
  ];
  const routes = {
    python: judgePythonRoutes(python, found.python.routes),
    typescript: judgeTypeScriptRoutes(typescript, found.typescript.routes),
  };
  const bars = [
    ...reportUses(uses),
    ...reportSuggestions(routes),
    ...reportOperations(await judgeOperations(build, operations, gits)),
    ...(await judgeHovers(build, [python, typescript], gits, trapStrata)),
  ];
  printBars(bars);
});

/**
 * @param {readonly (import('./statusUses.mjs').UseVerdict & { language: string })[]} verdicts
 * @returns {Bar[]}
 */
function reportUses(verdicts) {
  heading('A. Status uses');
  const contextOf = (/** @type {typeof verdicts[number]} */ { language, context }) => `${language} ${context}`;
  printTallies('language', verdicts, ({ language }) => language);
  printTallies('context', verdicts, contextOf);
  printTallies('stratum', verdicts, ({ language, stratum }) => `${language} ${stratum}`);
  const trapped = verdicts.filter(({ outcome, stratum }) => outcome === 'false' && trapStrata.includes(stratum));
  print(`\nfalse uses in trap files: ${trapped.length}`);

  const all = tallyOf(verdicts);
  const contexts = grouped(verdicts, contextOf)
    .map(([name, group]) => ({ name, recall: recallOf(tallyOf(group)) }))
    // A class of nothing but other numbers has no recall.
    .filter(({ recall }) => !Number.isNaN(recall));
  const low = contexts.filter(({ recall }) => recall < 0.93).map(({ name, recall }) => `${name} ${percent(recall, 1)}`);
  const lowest = Math.min(...contexts.map(({ recall }) => recall));
  return [
    atLeast('status uses: recall', recallOf(all), 0.97),
    atLeast('status uses: precision', precisionOf(all), 0.995),
    {
      name: 'status uses: recall in every context class, at least 93.0 %',
      figure: low.length > 0 ? low.join(', ') : `lowest ${percent(lowest, 1)}`,
      holds: low.length === 0,
    },
    { name: 'status uses: none false in trap files', figure: String(trapped.length), holds: trapped.length === 0 },
  ];
}

/**
 * @param {{ python: import('./suggestions.mjs').RouteVerdicts, typescript: import('./suggestions.mjs').RouteVerdicts }} routes
 * @returns {Bar[]}
 */
function reportSuggestions({ python, typescript }) {
  heading('B. Suggestions of 201 and 204');
  const suggestions = [...python.suggestions, ...typescript.suggestions];
  printTallies('framework', suggestions, ({ framework }) => framework);
  const neutral = tallyOf(suggestions).neutral;
  print(`\nsuggestions that the labels call neither right nor wrong: ${neutral}`);
  const every = [...python.routes, ...typescript.routes];
  const rows = [...grouped(every, ({ framework }) => framework), /** @type {const} */ (['all', every])];
  printTable(
    ['framework', 'routes', 'found', 'share', 'status right', 'of told', 'accuracy'],
    rows.map(([name, group]) => {
      const seen = group.filter(({ found }) => found).length;
      const told = group.filter(({ status }) => status !== 'untold').length;
      const right = group.filter(({ status }) => status === 'right').length;
      return [name, group.length, seen, percent(seen, group.length), right, told, percent(right, told)];
    }),
  );
  const all = tallyOf(suggestions);
  return [
    atLeast('suggestions: precision', precisionOf(all), 0.95),
    atLeast('suggestions: recall', recallOf(all), 0.85),
  ];
}

/**
 * @param {readonly import('./openapi.mjs').OperationVerdict[]} verdicts
 * @returns {Bar[]}
 */
function reportOperations(verdicts) {
  heading("C. FastAPI's docs_src against app.openapi()");
  const rows = [...grouped(verdicts, ({ version }) => version), /** @type {const} */ (['all', verdicts])];
  const count = (/** @type {readonly (typeof verdicts[number])[]} */ group, /** @type {string} */ outcome) =>
    group.filter((verdict) => verdict.outcome === outcome).length;
  printTable(
    ['FastAPI', 'operations', 'right', 'wrong status', 'not found', 'share', 'right where not 200'],
    rows.map(([name, group]) => {
      const right = count(group, 'right');
      const unusual = group.filter((verdict) => verdict.unusual);
      const wrong = [count(group, 'wrong status'), count(group, 'not found')];
      const shareOfUnusual = `${count(unusual, 'right')} of ${unusual.length}`;
      return [name, group.length, right, ...wrong, percent(right, group.length), shareOfUnusual];
    }),
  );
  for (const { outcome, at } of verdicts) if (outcome !== 'right') print(`${outcome}: ${at}`);
  return [atLeast('docs_src: operations as OpenAPI has them', count(verdicts, 'right') / verdicts.length, 0.99)];
}

/**
 * @param {string} name
 * @param {number} share
 * @param {number} bar
 * @returns {Bar} a share of nothing does not hold
 */
function atLeast(name, share, bar) {
  return { name: `${name}, at least ${percent(bar, 1)}`, figure: percent(share, 1), holds: share >= bar };
}
