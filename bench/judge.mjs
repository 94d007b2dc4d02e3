/** `npm run judge`: applies every fix to FastAPI's own examples, one at a time, and asks the real FastAPI what became of them. */

import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';
import { runScript, temporaryFolder } from '../scripts/processes.mjs';
import { buildEngine, loadEngine, serviceOf } from './engine.mjs';
import { pythonFiles, unpackFastApi } from './fastapi.mjs';
import { readJudgeOptions } from './options.mjs';
import { heading, print, printBars, printTable } from './print.mjs';

/**
 * @typedef {object} Case one fix of one file
 * @property {string} path of the example, relative to the checkout
 * @property {string} title of the fix
 * @property {string | null} method of the route it is for; null for a fix that promises no code
 * @property {string | null} route its path, as the file shows it
 * @property {number | null} code that the fix promises
 * @property {string} text of the file after the fix
 */

/** @typedef {{ readonly path: string, readonly title: string, readonly outcome: 'kept' | 'broken' | 'not imported' | 'not in the app', readonly why: string }} Verdict */

await runScript(async () => {
  const { repositories, python } = readJudgeOptions();
  const checkout = await unpackFastApi(repositories);
  const engine = await loadEngine(await buildEngine());
  const service = serviceOf(engine);

  /** @type {Case[]} */
  const cases = [];
  for (const file of await pythonFiles(join(checkout, 'docs_src'))) {
    const path = relative(checkout, file).replaceAll('\\', '/');
    const text = await readFile(file, 'utf8');
    const source = { uri: path, languageId: 'python', version: 1, text };
    for (const { head, method, path: route } of (await service.scan(source)).routes) {
      for (const { title, edits } of await service.answers(source, head)) {
        const code = Number(/\d{3}/.exec(title)?.[0]);
        cases.push({ path, title, method, route, code, text: engine.applyEdits(text, edits) });
      }
    }
    const judged = new Set(cases.filter((each) => each.path === path).map((each) => each.text));
    for (const { rule, fixes } of await service.findings(source)) {
      for (const { title, edits } of fixes) {
        const fixed = engine.applyEdits(text, edits);
        if (judged.has(fixed)) continue;
        cases.push({ path, title: `${rule}: ${title}`, method: null, route: null, code: null, text: fixed });
      }
    }
    service.forget(path);
  }
  if (cases.length === 0) throw new Failure('No fix is offered on any of the examples.');

  const input = join(await temporaryFolder(), 'cases.json');
  await writeFile(input, JSON.stringify(cases));
  const script = join(projectFolder, 'bench', 'judge.py');
  const answer = spawnSync(python, [script, input], { cwd: checkout, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (answer.status !== 0) {
    throw new Failure(`${python} with fastapi installed is needed (--python PATH).\n${answer.stderr || answer.error}`);
  }
  /** @type {{ fastapi: string, verdicts: readonly Verdict[] }} */
  const { fastapi, verdicts } = JSON.parse(answer.stdout);

  heading(`Fixes of docs_src, judged by FastAPI ${fastapi}`);
  const count = (/** @type {Verdict['outcome']} */ outcome) =>
    verdicts.filter((each) => each.outcome === outcome).length;
  printTable(
    ['fixes', 'in all', 'kept their promise', 'did not', 'not in the app', 'examples that do not import here'],
    [['docs_src', verdicts.length, count('kept'), count('broken'), count('not in the app'), count('not imported')]],
  );
  for (const { path, title, outcome, why } of verdicts) if (outcome === 'broken') print(`\n${path}: ${title}: ${why}`);
  const missing = new Set(
    verdicts.filter(({ outcome }) => outcome === 'not imported').map(({ path, why }) => `${path}: ${why}`),
  );
  for (const example of missing) print(`not imported: ${example}`);
  const judged = count('kept') + count('broken');
  printBars([
    {
      name: 'fixes that do not keep their promise',
      figure: `${count('broken')} of ${judged}`,
      holds: judged > 0 && count('broken') === 0,
    },
  ]);
});
