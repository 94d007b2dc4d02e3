/** The checkout that speed is measured on: FastAPI itself, at the newest commit that is labelled. */

import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../scripts/processes.mjs';
import { repositoryFolder, unpack } from './repositories.mjs';

const repo = 'fastapi/fastapi';
const commit = 'c3f316b7e814667e8ee81e03a7330d00ee61e45c';

/**
 * @param {string} repositories
 * @returns {Promise<string>} a folder that is gone when this process is
 */
export async function unpackFastApi(repositories) {
  const folder = join(await temporaryFolder(), 'fastapi');
  await unpack(await repositoryFolder(repositories, repo, [commit]), commit, folder);
  return folder;
}

/**
 * The Python files below a folder, as absolute paths in a stable order.
 * @param {string} folder
 */
export async function pythonFiles(folder) {
  const paths = await readdir(folder, { recursive: true });
  return paths
    .filter((path) => path.endsWith('.py'))
    .sort()
    .map((path) => join(folder, path));
}
