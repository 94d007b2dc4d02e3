/** Fetches the types of Next.js, without the program that they describe, for the test that judges fixes. */

import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cached, npmInstall } from './packages.mjs';

const version = '16.4.6';

/** @returns {Promise<string>} the folder of the package `next`, with nothing but types in it */
export async function nextTypes() {
  const what = `the types of Next.js ${version}`;
  const folder = await cached(`next-types-${version}`, `${what} (about 45 MB, of which 9 stay)`, async (partial) => {
    // As a development dependency it would bring a compiler for each platform and the React that it runs on.
    await npmInstall(partial, what, [`next@${version}`], ['--omit=optional', '--legacy-peer-deps']);
    const modules = join(partial, 'node_modules');
    for (const name of await readdir(modules)) {
      if (name !== 'next') await rm(join(modules, name), { recursive: true });
    }
    await keepTypes(join(modules, 'next'));
  });
  return join(folder, 'node_modules', 'next');
}

/**
 * Removes every file of a package that says nothing about its types.
 * @param {string} folder
 */
async function keepTypes(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await keepTypes(path);
    else if (!/\.d\.[cm]?ts$|^package\.json$/.test(entry.name)) await rm(path);
  }
}
