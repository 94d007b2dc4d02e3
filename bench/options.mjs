/** Reads the options that both measurements share: where labels and repositories are kept outside the project. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Failure } from '../scripts/failure.mjs';
import { projectFolder } from '../scripts/packages.mjs';

/**
 * The command line of a measurement, as absolute paths.
 * @returns {{ labels: string, repositories: string }}
 * @throws {Failure} on an option that is not known, or without a folder for repositories
 */
export function readOptions() {
  const { labels, repos } = parsed();
  const repositories = repos ?? process.env.STATUS_COACH_REPOS;
  if (!repositories) {
    throw new Failure(
      'No folder for the measured repositories was named: give one with --repos DIR or STATUS_COACH_REPOS; a repository that is not in it is cloned into it.',
    );
  }
  return {
    labels: resolve(labels ?? process.env.STATUS_COACH_LABELS ?? resolve(projectFolder, '../shared/corpus')),
    repositories: existing(resolve(repositories)),
  };
}

function parsed() {
  try {
    return parseArgs({ options: { labels: { type: 'string' }, repos: { type: 'string' } } }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** @param {string} folder */
function existing(folder) {
  if (existsSync(folder)) return folder;
  throw new Failure(
    `There is no folder ${folder} for the measured repositories: create it, or name another with --repos DIR.`,
  );
}
