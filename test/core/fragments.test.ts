/** Code without imports: the lesson's handlers are understood in full, and code that only looks alike is silence. */

import assert from 'node:assert/strict';
import { languageOfPath } from '../../src/core/languages';
import { cases } from '../support/cases';
import { describeMark, describeScan } from '../support/describe';
import { engine, source } from '../support/engine';
import { readMarks } from '../support/marks';

describe('fragments without imports', () => {
  for (const file of ['lesson.py', 'lesson.ts']) {
    for (const { title, text: marked } of cases(`test/core/fixtures/${file}`)) {
      it(`${file}: ${title}`, async () => {
        const { text, marks } = readMarks(marked);
        assert.notEqual(marks.length, 0, 'the case has no marks');
        const scan = await engine.scan(source(languageOfPath(file)?.id ?? '', text));
        assert.deepEqual(describeScan(scan, text), marks.map(describeMark).sort());
      });
    }
  }
});

describe('responses of the web platform', () => {
  for (const { title, text: marked } of cases('test/core/fixtures/webResponses.ts')) {
    it(title, async () => {
      const { text, marks } = readMarks(marked);
      const scan = await engine.scan(source('typescript', text));
      assert.deepEqual(describeScan(scan, text), marks.map(describeMark).sort());
      assert.notEqual(marks.length, 0, 'the case has no marks');
    });
  }
});

describe('silence', () => {
  for (const file of ['silence.py', 'silence.ts']) {
    for (const { title, text } of cases(`test/core/fixtures/${file}`)) {
      it(`${file}: ${title}`, async () => {
        const document = source(languageOfPath(file)?.id ?? '', text);
        assert.deepEqual(describeScan(await engine.scan(document), text), []);
        assert.deepEqual(await engine.findings(document), []);
      });
    }
  }
});
