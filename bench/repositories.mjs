/** Finds the repositories that are measured on, clones those that are missing, and reads their files at a commit. */

import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Failure } from '../scripts/failure.mjs';
import { onEnd } from '../scripts/processes.mjs';

const run = promisify(execFile);

/** @typedef {{ readonly repo: string, readonly commit: string }} Snapshot a repository, as `owner/name`, at a commit */

/** Git never waits for a password here: an address that asks for one is an address that cannot be had. */
const environment = { ...process.env, GIT_TERMINAL_PROMPT: '0' };

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<Buffer>} what git prints
 */
async function git(folder, args) {
  const options = { cwd: folder, env: environment, encoding: /** @type {const} */ ('buffer'), maxBuffer: 2 ** 28 };
  return (await run('git', [...args], options)).stdout;
}

/**
 * What a failed git command said, in one line.
 * @param {unknown} error
 */
function complaint(error) {
  if (!(error instanceof Error)) return String(error);
  if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return 'git is not installed';
  const { stderr } = /** @type {{ stderr?: Buffer }} */ (/** @type {unknown} */ (error));
  return stderr?.toString().trim().split('\n').at(-1) || error.message;
}

/** @param {string} folder */
function isRepository(folder) {
  // Not asked of git, which would answer for a repository that the folder merely lies in.
  return existsSync(join(folder, '.git')) || (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')));
}

/**
 * The git folder of a repository, cloned at the given commits where it is missing.
 * @param {string} folder holds one repository each
 * @param {string} repo as `owner/name`
 * @param {readonly string[]} commits
 * @returns {Promise<string>}
 * @throws {Failure} when the repository or one of the commits cannot be had
 */
export async function repositoryFolder(folder, repo, commits) {
  const flat = join(folder, repo.replace('/', '+'));
  const found = [flat, join(flat, 'repo'), join(folder, repo)].find(isRepository);
  const place = found ?? (await clone(flat, repo, commits));
  for (const commit of commits) {
    await git(place, ['cat-file', '-e', `${commit}^{commit}`]).catch((error) => {
      throw new Failure(
        `${place} cannot show commit ${commit} of ${repo} (${complaint(error)}): fetch it there, or remove that folder to have it cloned.`,
      );
    });
  }
  return place;
}

/**
 * Only the commits that are measured, without their history.
 * @param {string} target
 * @param {string} repo
 * @param {readonly string[]} commits
 */
async function clone(target, repo, commits) {
  const address = `https://github.com/${repo}.git`;
  const partial = `${target}.partial-${process.pid}`;
  const discard = onEnd(() => rm(partial, { recursive: true, force: true }));
  try {
    await mkdir(partial, { recursive: true });
    await git(partial, ['init', '--quiet', '--bare']);
    for (const commit of commits) {
      await git(partial, ['fetch', '--quiet', '--depth=1', address, `${commit}:refs/measured/${commit}`]);
    }
    await rename(partial, target);
  } catch (error) {
    throw new Failure(
      `The repository ${repo} is not in ${dirname(target)} and could not be cloned (${complaint(error)}): clone ${address} to ${target} and run this again.`,
    );
  } finally {
    await discard();
  }
  return target;
}

/**
 * The repositories of many snapshots, each found or cloned once.
 * @param {string} folder
 * @param {readonly Snapshot[]} snapshots
 * @returns {Promise<ReadonlyMap<string, string>>} repository to its git folder
 */
export async function repositoryFolders(folder, snapshots) {
  /** @type {Map<string, Set<string>>} */
  const commits = new Map();
  for (const { repo, commit } of snapshots) commits.set(repo, (commits.get(repo) ?? new Set()).add(commit));
  /** @type {Map<string, string>} */
  const folders = new Map();
  for (const [repo, wanted] of commits) folders.set(repo, await repositoryFolder(folder, repo, [...wanted]));
  return folders;
}

/**
 * The files of a commit, links and submodules left out.
 * @param {string} repository its git folder
 * @param {string} commit
 * @returns {Promise<{ readonly path: string, readonly size: number }[]>} sizes in bytes
 */
export async function filesOf(repository, commit) {
  const listed = await git(repository, ['ls-tree', '-r', '-z', '--long', commit]).catch((error) => {
    throw new Failure(`${repository} cannot list commit ${commit}: ${complaint(error)}.`);
  });
  return listed
    .toString()
    .split('\0')
    .flatMap((line) => {
      const [, size, path] = /^100\d+ blob \w+ +(\d+)\t(.+)$/s.exec(line) ?? [];
      return path === undefined ? [] : [{ path, size: Number(size) }];
    });
}

/**
 * Writes a file as it was at a commit.
 * @param {string} repository its git folder
 * @param {string} commit
 * @param {string} path inside the repository
 * @param {string} target
 */
export async function writeFileOf(repository, commit, path, target) {
  const content = await git(repository, ['show', `${commit}:${path}`]).catch((error) => {
    throw new Failure(`${repository} cannot show ${path} at commit ${commit}: ${complaint(error)}.`);
  });
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

/**
 * The texts of files at a commit, all asked of one process.
 * @param {string} repository its git folder
 * @param {string} commit
 * @param {readonly string[]} paths inside the repository
 * @returns {Promise<readonly { readonly path: string, readonly text: string }[]>} in the order of the paths
 */
export async function textsOf(repository, commit, paths) {
  const reader = spawn('git', ['cat-file', '--batch'], { cwd: repository, env: environment });
  reader.stdin.end(paths.map((path) => `${commit}:${path}\n`).join(''));
  const answer = await buffer(reader.stdout);
  let at = 0;
  return paths.map((path) => {
    const end = answer.indexOf('\n', at);
    const [, size] = /^\w+ blob (\d+)$/.exec(answer.toString('utf8', at, end)) ?? [];
    if (size === undefined) throw new Failure(`${repository} cannot show ${path} at commit ${commit}.`);
    at = end + 1 + Number(size) + 1;
    return { path, text: answer.toString('utf8', end + 1, at - 1) };
  });
}

/**
 * Unpacks a commit, or one folder of it.
 * @param {string} repository its git folder
 * @param {string} commit
 * @param {string} target is created
 * @param {string} [path] inside the repository
 */
export async function unpack(repository, commit, target, path) {
  const archive = `${target}.tar`;
  await mkdir(target, { recursive: true });
  const what = path === undefined ? [commit] : [commit, path];
  await git(repository, ['archive', '--format=tar', `--output=${archive}`, ...what]).catch((error) => {
    throw new Failure(`${repository} cannot unpack commit ${commit}: ${complaint(error)}.`);
  });
  await run('tar', ['-xf', archive, '-C', target]);
  await rm(archive);
}
