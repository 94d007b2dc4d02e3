/** Chooses real files to damage: those with labels, the largest of each repository, and a seeded draw of the rest. */

import { createHash } from 'node:crypto';
import { extname, join } from 'node:path';
import { readLabels, readOperationLabels } from './labels.mjs';
import { filesOf, repositoryFolders, writeFileOf } from './repositories.mjs';
import { grouped } from './tally.mjs';

/** @typedef {{ readonly repo: string, readonly commit: string, readonly path: string, readonly size: number }} RealFile size in bytes */

/** The languages that are read. */
const served = /\.(?:pyi?|[cm]?ts|tsx|[cm]?js|jsx)$/;
/** Of each repository, whatever the draw brings. */
const largest = 3;

/**
 * Writes the chosen files, each as `owner+name/path`.
 * @param {string} labels
 * @param {string} repositories
 * @param {{ files: number, seed: number }} draw
 * @param {string} folder
 * @returns {Promise<string>} a sentence about them
 */
export async function stageRealFiles(labels, repositories, draw, folder) {
  const labelled = [...(await readLabels(labels, 'python')).files, ...(await readLabels(labels, 'typescript')).files];
  // Of a repository that is labelled at several commits, the last one.
  const commits = new Map(
    [...labelled, ...(await readOperationLabels(labels))].map(({ repo, commit }) => [repo, commit]),
  );
  const gits = await repositoryFolders(
    repositories,
    [...commits].map(([repo, commit]) => ({ repo, commit })),
  );
  /** @type {RealFile[]} */
  const all = [];
  for (const [repo, commit] of commits) {
    const files = await filesOf(gits.get(repo) ?? '', commit);
    all.push(...files.filter(({ path }) => served.test(path)).map((file) => ({ repo, commit, ...file })));
  }
  const named = new Set(labelled.map(({ repo, path }) => `${repo}/${path}`));
  const chosen = choose(all, ({ repo, path }) => named.has(`${repo}/${path}`), draw);
  for (const { repo, commit, path } of chosen) {
    await writeFileOf(gits.get(repo) ?? '', commit, path, join(folder, repo.replace('/', '+'), path));
  }
  const endings = grouped(chosen, ({ path }) => extname(path));
  const counts = endings.map(([ending, files]) => `${files.length} ${ending}`);
  const most = Math.max(...chosen.map(({ size }) => size));
  return `${chosen.length} real files of ${commits.size} repositories, of ${all.length} in all: ${counts.join(', ')}; the largest ${Math.round(most / 1000)} kB.`;
}

/**
 * Labelled files and the largest first, then a draw that gives every ending its turn.
 * @param {readonly RealFile[]} all
 * @param {(file: RealFile) => boolean} isLabelled
 * @param {{ files: number, seed: number }} draw
 */
function choose(all, isLabelled, { files, seed }) {
  const place = (/** @type {RealFile} */ { repo, path }) =>
    createHash('sha256').update(`${seed} ${repo} ${path}`).digest('hex');
  const shuffled = [...all].map((file) => ({ file, at: place(file) })).sort((a, b) => (a.at < b.at ? -1 : 1));
  const drawn = shuffled.map(({ file }) => file);
  const large = grouped(all, ({ repo }) => repo).flatMap(([, ofRepo]) =>
    [...ofRepo].sort((a, b) => b.size - a.size).slice(0, largest),
  );
  const chosen = new Set([...large, ...drawn.filter(isLabelled)].slice(0, files));
  const queues = grouped(drawn, ({ path }) => extname(path)).map(([, ofEnding]) => ofEnding);
  while (chosen.size < Math.min(files, all.length)) {
    for (const queue of queues) {
      const next = queue.find((file) => !chosen.has(file));
      if (next && chosen.size < files) chosen.add(next);
    }
  }
  return [...chosen];
}
