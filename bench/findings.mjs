/** `npm run findings`: every finding in the labelled repositories, what a reader said of it, and every fix tried out. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';
import { runScript } from '../scripts/processes.mjs';
import { buildEngine, loadEngine, serviceOf } from './engine.mjs';
import { createTrial } from './fixes.mjs';
import { readLabels } from './labels.mjs';
import { readFindingsOptions } from './options.mjs';
import { heading, percent, print, printBars, printTable } from './print.mjs';
import { filesOf, repositoryFolders, textsOf } from './repositories.mjs';
import { grouped } from './tally.mjs';

/** What was found, and what a reader said of it, one line each; the page is made of them. */
const verdictFile = join(projectFolder, 'bench', 'verdicts.jsonl');
const page = join(projectFolder, 'docs', 'accuracy.md');

/**
 * @typedef {object} Verdict of a finding that somebody has read in its source
 * @property {string} repo
 * @property {string} path
 * @property {string} rule
 * @property {string} at the line of source it is on, without white space around it
 * @property {'right' | 'wrong'} verdict
 * @property {string} [note] why it is wrong
 */

/**
 * @typedef {object} Found
 * @property {string} repo
 * @property {string} path
 * @property {number} line from 1
 * @property {string} at
 * @property {import('../src/core/model.ts').Finding} finding
 * @property {readonly string[]} failures what its fixes did wrong
 */

await runScript(async () => {
  const options = readFindingsOptions();
  const python = await readLabels(options.labels, 'python');
  const typescript = await readLabels(options.labels, 'typescript');
  // Of a repository that is labelled at several commits, the last one.
  const commits = new Map([...python.files, ...typescript.files].map(({ repo, commit }) => [repo, commit]));
  const snapshots = [...commits].map(([repo, commit]) => ({ repo, commit }));
  const gits = await repositoryFolders(options.repositories, snapshots);
  const engine = await loadEngine(await buildEngine());
  const service = serviceOf(engine);
  const tryFix = createTrial(engine, service);
  const verdicts = await readVerdicts();

  /** @type {Found[]} */
  const all = [];
  for (const { repo, commit } of snapshots) {
    const git = gits.get(repo) ?? '';
    const served = (await filesOf(git, commit)).map(({ path }) => path).filter((path) => engine.languageOfPath(path));
    const scans = [];
    /** @type {Found[]} */
    const ofRepository = [];
    for (const { path, text } of await textsOf(git, commit, served)) {
      const languageId = engine.languageOfPath(path)?.id ?? '';
      const source = { uri: path, languageId, version: 1, text };
      scans.push(await service.scan(source));
      const findings = await service.findings(source);
      for (const finding of findings) {
        if (options.rule !== null && finding.rule !== options.rule) continue;
        const failures = [];
        for (const fix of finding.fixes) failures.push(...(await tryFix(source, findings, finding, fix)));
        const line = text.slice(0, finding.span.start).split('\n').length;
        ofRepository.push({ repo, path, line, at: text.split('\n')[line - 1]?.trim() ?? '', finding, failures });
      }
      service.forget(path);
    }
    // The repository's own habit makes warnings of some hints.
    const habit = engine.habitOf(scans);
    const ruleOf = (/** @type {Found} */ { finding }) => engine.rules.find(({ id }) => id === finding.rule);
    all.push(
      ...ofRepository.map((found) => ({ ...found, finding: engine.inHabit(found.finding, ruleOf(found), habit) })),
    );
  }

  const verdictOf = (/** @type {Found} */ found) =>
    verdicts.get(keyOf(found.repo, found.path, found.finding.rule, found.at));
  if (options.list) list(all, verdictOf);
  const rows = grouped(all, ({ finding }) => finding.rule)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, found]) => {
      const loud = found.filter(isLoud);
      const read = loud.filter((each) => verdictOf(each) !== undefined);
      const wrong = read.filter((each) => verdictOf(each)?.verdict === 'wrong');
      const fixes = found.reduce((sum, { finding }) => sum + finding.fixes.length, 0);
      return [
        rule,
        found.length,
        loud.length,
        read.length,
        wrong.length,
        fixes,
        found.flatMap(({ failures }) => failures).length,
      ];
    });
  const head = ['rule', 'findings', 'warnings and errors', 'of them read', 'wrong', 'fixes tried', 'fixes failed'];
  heading(`Findings in ${commits.size} repositories`);
  printTable(head, rows);
  const total = (/** @type {number} */ column) => rows.reduce((sum, row) => sum + Number(row[column]), 0);
  for (const { repo, path, line, finding, failures } of all) {
    for (const failure of failures) print(`\n${repo}/${path}:${line} ${finding.rule}: ${failure}`);
  }
  if (options.write) await writePage(head, rows, commits.size);
  printBars([
    {
      name: 'every warning and error was read',
      figure: `${total(3)} of ${total(2)}`,
      holds: total(3) === total(2),
    },
    {
      name: 'wrong warnings and errors, at most 2.0 %',
      figure: percent(total(4), total(3)),
      holds: total(3) > 0 && total(4) / total(3) <= 0.02,
    },
    { name: 'fixes that fail', figure: `${total(6)} of ${total(5)}`, holds: total(5) > 0 && total(6) === 0 },
  ]);
});

/** @param {Found} found */
function isLoud({ finding }) {
  return finding.severity === 'warning' || finding.severity === 'error';
}

/**
 * Prints each finding for a reader, with its source and what was said of it.
 * @param {readonly Found[]} all
 * @param {(found: Found) => Verdict | undefined} verdictOf
 */
function list(all, verdictOf) {
  for (const found of all) {
    const { repo, path, line, at, finding } = found;
    const said = verdictOf(found);
    print(`\n${repo}/${path}:${line} ${finding.severity} ${finding.rule} ${said ? `(${said.verdict})` : ''}`);
    print(`    ${at.slice(0, 160)}`);
    print(`    ${finding.message}`);
  }
}

/** @returns {Promise<ReadonlyMap<string, Verdict>>} */
async function readVerdicts() {
  const text = await readFile(verdictFile, 'utf8').catch(() => '');
  const rows = text.split('\n').filter((line) => line !== '');
  return new Map(
    rows.map((row, index) => {
      /** @type {Verdict} */
      const verdict = JSON.parse(row);
      if (!['right', 'wrong'].includes(verdict.verdict))
        throw new Failure(`${verdictFile}:${index + 1} gives no verdict.`);
      return [keyOf(verdict.repo, verdict.path, verdict.rule, verdict.at), verdict];
    }),
  );
}

/**
 * Lines move; what stands on them seldom changes.
 * @param {readonly string[]} parts
 */
function keyOf(...parts) {
  return parts.join('\n');
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 * @param {number} repositories
 */
async function writePage(head, rows, repositories) {
  const line = (/** @type {readonly (string | number)[]} */ cells) => `| ${cells.join(' | ')} |`;
  const table = [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)];
  await writeFile(
    page,
    `# How often the rules are right

Every rule was run over ${repositories} public repositories that nobody here wrote (\`npm run findings -- --repos DIR --write\` clones them into \`DIR\` and makes this table).
Each warning and error was read in its source by one of us; the verdicts are in [\`bench/verdicts.jsonl\`](../bench/verdicts.jsonl).
Every fix of every finding is tried on the text it was offered for: it must leave no new syntax error, remove its finding, and bring no other.

${table.join('\n')}

The recognition of status codes and the suggestions of 201 and 204 are measured against labels: \`npm run accuracy -- --repos DIR\`.
`,
  );
  process.stdout.write(`\nWritten to ${page}\n`);
}
