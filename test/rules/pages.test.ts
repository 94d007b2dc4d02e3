/** What `npm run docs` makes of rules, settings and frameworks is what is in the project. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { generatedFiles } from '../../scripts/rulePages';
import { rulePage } from '../../src/core/rules/pages';
import { rules } from '../../src/core/rules/registry';
import { frameworks } from '../../src/frameworks/registry';
import { engine } from '../support/engine';

const how = 'run: npm run docs';

describe('generated pages, settings and tables', () => {
  it('are up to date', async () => {
    const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    const abouts = frameworks.map(({ id, name }) => ({ name, ...JSON.parse(read(`src/frameworks/${id}/about.json`)) }));
    const files = await generatedFiles(
      rules,
      engine,
      read('package.json'),
      read('package.nls.json'),
      read('README.md'),
      abouts,
    );
    for (const [path, text] of files) assert.equal(read(path), text, `${path} is not up to date; ${how}`);
    assert.deepEqual(
      readdirSync('docs/rules')
        .map((name) => `docs/rules/${name}`)
        .sort(),
      [...files.keys()].filter((path) => path.startsWith('docs/rules/')).sort(),
      how,
    );
  });

  it('show the fix that the engine makes', async () => {
    for (const { id, example } of rules) {
      const text = readFileSync(`docs/rules/${id}.md`, 'utf8').replaceAll('\r\n', '\n');
      assert.ok(text.includes(`\n${example.before}`), `${id}: before`);
      assert.ok(example.after === null || text.includes(`\n${example.after}`), `${id}: after`);
    }
  });

  it('are where findings link to', () => {
    const manifest: { repository: { url: string } } = JSON.parse(readFileSync('package.json', 'utf8'));
    const repository = manifest.repository.url.replace(/^git\+|\.git$/g, '');
    assert.equal(rulePage('some-rule'), `${repository}/blob/main/docs/rules/some-rule.md`);
  });
});
