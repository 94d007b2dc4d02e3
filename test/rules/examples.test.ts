/** Every fix of every finding in the examples, of the frameworks and of the shops: tried one by one, and all at once. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { languageOfPath } from '../../src/core/languages';
import type { Finding } from '../../src/core/model';
import { engine, parses, source } from '../support/engine';
import { readMarks } from '../support/marks';

const files = ['src/frameworks', 'examples'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => languageOfPath(file) && (folder === 'examples' || /\/example[^/]*$/.test(file))),
);

describe('fixes in the examples', () => {
  let tried = 0;

  for (const file of files) {
    it(file, async () => {
      const { text } = readMarks(readFileSync(file, 'utf8'));
      const languageId = languageOfPath(file)?.id ?? '';
      const look = (code: string) => engine.findings({ ...source(languageId, code), uri: file });
      const before = await look(text);
      for (const finding of before) {
        for (const fix of finding.fixes) {
          tried++;
          const after = applyEdits(text, fix.edits);
          assert.equal(await parses(languageId, after), await parses(languageId, text), fix.title);
          const left = await look(after);
          assert.equal(count(left, finding.rule), count(before, finding.rule) - 1, `${fix.title} leaves its finding`);
          for (const { rule } of left) {
            assert.ok(count(left, rule) <= count(before, rule), `${fix.title} brings ${rule}`);
          }
        }
      }
    });
  }

  it('are more than a few', () => assert.ok(tried > 20, `only ${tried} fixes`));
});

function count(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}
