/** Reads the options of measurements and of `npm run fuzz`: where labels and repositories are kept outside the project. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';

const folders = /** @type {const} */ ({ labels: { type: 'string' }, repos: { type: 'string' } });

/**
 * The command line of a measurement, as absolute paths.
 * @returns {{ labels: string, repositories: string }}
 * @throws {Failure} on an option that is not known, or without a folder for repositories
 */
export function readOptions() {
  return required(parsed(folders));
}

/** @param {{ labels?: string | undefined, repos?: string | undefined }} values */
function required(values) {
  const { labels, repositories } = placesOf(values);
  if (repositories === null) {
    throw new Failure(
      'No folder for the measured repositories was named: give one with --repos DIR or STATUS_COACH_REPOS; a repository that is not in it is cloned into it.',
    );
  }
  return { labels, repositories };
}

/**
 * The command line of `npm run findings`: `--rule ID` looks at one rule, `--list` prints each finding for a reader,
 * `--write` makes the page of the documentation.
 * @returns {{ labels: string, repositories: string, rule: string | null, list: boolean, write: boolean }}
 * @throws {Failure} on an option that is not known, or without a folder for repositories
 */
export function readFindingsOptions() {
  const {
    rule = null,
    list = false,
    write = false,
    ...places
  } = parsed({ ...folders, rule: { type: 'string' }, list: { type: 'boolean' }, write: { type: 'boolean' } });
  return { ...required(places), rule, list, write };
}

/**
 * The command line of `npm run offers`: `--whole NAMES` also looks at whole repositories, `--list` prints what was wrong.
 * @returns {{ labels: string, repositories: string, whole: readonly string[], list: boolean }}
 * @throws {Failure} on an option that is not known
 */
export function readOffersOptions() {
  const {
    whole = '',
    list = false,
    ...places
  } = parsed({ ...folders, whole: { type: 'string' }, list: { type: 'boolean' } });
  return { ...required(places), whole: whole.split(',').filter((name) => name !== ''), list };
}

/**
 * The command line of `npm run judge`: `--python PATH` names a Python that has FastAPI installed.
 * @returns {{ labels: string, repositories: string, python: string }}
 * @throws {Failure} on an option that is not known, or without a folder for repositories
 */
export function readJudgeOptions() {
  const { python = 'python3', ...places } = parsed({ ...folders, python: { type: 'string' } });
  return { ...required(places), python };
}

/**
 * The command line of `npm run differential`: `--python PATH` names a Python that has FastAPI and uvicorn installed,
 * `--record` keeps what FastAPI answered for those who have none.
 * @returns {{ python: string, requests: number, seed: number, record: boolean }}
 * @throws {Failure} on an option that is not known
 */
export function readDifferentialOptions() {
  const { python, requests, seed, record } = parsed({
    python: { type: 'string', default: 'python3' },
    requests: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    record: { type: 'boolean', default: false },
  });
  return { python, requests: whole('requests', requests), seed: whole('seed', seed), record };
}

/**
 * The command line of `npm run fuzz`.
 * @returns {{ runs: number, fileRuns: number, files: number, seed: number, only: string, labels: string, repositories: string | null }}
 *   `runs` are cases for each example, `fileRuns` for each real file; repositories are null where none were named
 * @throws {Failure} on an option that is not known
 */
export function readFuzzOptions() {
  const {
    runs,
    'file-runs': fileRuns,
    files,
    seed,
    only,
    ...places
  } = parsed({
    ...folders,
    runs: { type: 'string' },
    'file-runs': { type: 'string', default: '50' },
    files: { type: 'string', default: '400' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: 'robustness' },
  });
  const found = placesOf(places);
  return {
    // Over 20,000 cases either way: there are a dozen examples.
    runs: whole('runs', runs ?? (found.repositories ? '1000' : '1800')),
    fileRuns: whole('file-runs', fileRuns),
    files: whole('files', files),
    seed: whole('seed', seed),
    only,
    ...found,
  };
}

/** @param {{ labels?: string | undefined, repos?: string | undefined }} values */
function placesOf({ labels, repos }) {
  const repositories = repos ?? process.env.STATUS_COACH_REPOS;
  return {
    labels: resolve(labels ?? process.env.STATUS_COACH_LABELS ?? resolve(projectFolder, '../shared/corpus')),
    repositories: repositories ? existing(resolve(repositories)) : null,
  };
}

/**
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} Known
 * @param {Known} options
 */
function parsed(options) {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} name
 * @param {string} value
 */
function whole(name, value) {
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value);
  throw new Failure(`--${name} takes a whole number from 1 on.`);
}

/** @param {string} folder */
function existing(folder) {
  if (existsSync(folder)) return folder;
  throw new Failure(
    `There is no folder ${folder} for the measured repositories: create it, or name another with --repos DIR.`,
  );
}
