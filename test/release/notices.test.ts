/** ThirdPartyNotices.txt is what the build bundles today, and ships in both packages. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundledPackages, notices, noticesFile, packagesOf } from '../../scripts/licences.mjs';

describe('third-party notices', () => {
  it('are up to date', () => {
    const packages = bundledPackages();
    for (const name of ['@vscode/tree-sitter-wasm', '@vscode/codicons', 'hono', 'lit']) {
      assert.ok(packages.includes(name), name);
    }
    const written = readFileSync(noticesFile, 'utf8').replaceAll('\r\n', '\n');
    assert.equal(written, notices(packages), 'run: npm run notices');
  });

  it('name a package by its folder, and the inner one of two', () => {
    const inputs = Object.fromEntries(
      [
        'src/a.ts',
        'node_modules/lit/index.js',
        'node_modules/a/node_modules/@b/c/index.js',
        '../x/node_modules/d/e.js',
      ].map((path) => [path, { bytes: 1, imports: [] }]),
    );
    assert.deepEqual(packagesOf([{ inputs, outputs: {} }], ['C:\\x\\node_modules\\@f\\g\\h.wasm']), [
      '@b/c',
      '@f/g',
      'd',
      'lit',
    ]);
  });

  it('refuse a package that is not there', () => {
    assert.throws(() => notices(['no-such-package']));
  });

  it('ship', () => {
    for (const file of ['.vscodeignore', '.npmignore']) {
      assert.ok(readFileSync(file, 'utf8').split(/\r?\n/).includes(`!${noticesFile}`), file);
    }
  });
});
