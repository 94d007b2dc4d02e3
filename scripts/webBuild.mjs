/** How what runs in a browser is built, and the host tests for it: there is no Node, and VS Code loads one file by itself. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the parser's runtime asks Node for, where there is one. */
const nodeOnly = /^(?:fs|fs\/promises|module|path|url)$/;

/**
 * The parser's runtime asks Node or a document where it lies, and does not start where there is neither, as in a worker.
 * It loads nothing from there, because it is handed the bytes of its grammars, so any address will do.
 */
const parserRuntimeInBrowser = {
  name: 'parser-runtime-in-browser',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: nodeOnly }, ({ importer, path }) =>
      /tree-sitter\.js$/.test(importer) ? { path, namespace: 'nothing' } : undefined,
    );
    build.onLoad({ filter: /tree-sitter\.js$/ }, async ({ path }) => ({
      contents: `const document = { currentScript: { src: 'file:///' } };${await readFile(path, 'utf8')}`,
    }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'module.exports = {};' }));
  },
};

/**
 * Options that turn a build for Node into one that runs in a browser, too. An import of a Node module fails the build.
 * @satisfies {import('esbuild').BuildOptions}
 */
export const web = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
};

/**
 * More options for tests in a browser, which are one file with the parser in it: a package stands for Node's assertions, and it looks for settings in `process`.
 * @type {import('esbuild').BuildOptions}
 */
export const webTests = {
  plugins: [parserRuntimeInBrowser],
  alias: { 'node:assert': 'assert' },
  // Mocha's bundle would take the exports of ours, if it saw a module.
  define: { process: '{"env":{}}', module: 'undefined' },
};

/**
 * Embeds the files of a folder as a module of its name: `files`, an object of texts by their paths.
 * @param {string} folder
 * @returns {Promise<import('esbuild').Plugin>}
 */
export async function webTestFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), await readFile(path, 'utf8')]),
  );
  return {
    name: 'folder',
    setup(build) {
      build.onResolve({ filter: new RegExp(`^${folder}$`) }, ({ path }) => ({ path, namespace: 'folder' }));
      build.onLoad({ filter: /.*/, namespace: 'folder' }, () => ({
        contents: `export const files = ${JSON.stringify(Object.fromEntries(texts))};`,
      }));
    },
  };
}
