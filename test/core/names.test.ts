/** Names followed within a file, to constants, helpers and exception classes: every route and use is marked, nothing else found. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { languageOfPath } from '../../src/core/languages';
import { describeMark, describeScan } from '../support/describe';
import { scanText } from '../support/engine';
import { readMarks } from '../support/marks';

const folder = 'test/core/fixtures/names';

describe('names of a file', () => {
  for (const file of readdirSync(folder)) {
    it(file, async () => {
      const { text, marks } = readMarks(readFileSync(`${folder}/${file}`, 'utf8'));
      assert.notEqual(marks.length, 0, 'the fixture has no marks');
      const scan = await scanText(languageOfPath(file)?.id ?? '', text);
      assert.deepEqual(describeScan(scan, text), marks.map(describeMark).sort());
    });
  }
});
