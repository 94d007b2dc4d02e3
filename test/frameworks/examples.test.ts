/** The annotated example of every framework: each route and use in it is marked, and nothing else is found. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { describeMark, describeScan } from '../support/describe';
import { scanText } from '../support/engine';
import { addresses } from '../support/examples';
import { readMarks } from '../support/marks';

describe('framework examples', () => {
  for (const framework of frameworks) {
    const folder = `src/frameworks/${framework.id}`;
    const examples = readdirSync(folder).filter((file) => file.startsWith('example.'));

    it(`${framework.id} has an example`, () => assert.notEqual(examples.length, 0));

    for (const file of examples) {
      it(`${framework.id}/${file} says what its marks say`, async () => {
        const { text, marks } = readMarks(readFileSync(`${folder}/${file}`, 'utf8'));
        assert.notEqual(marks.length, 0, 'the example has no marks');
        const scan = await scanText(languageOfPath(file)?.id ?? '', text, addresses[`${framework.id}/${file}`]);
        assert.deepEqual(describeScan(scan, text), marks.map(describeMark).sort());
      });
    }
  }
});
