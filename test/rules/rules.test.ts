/** Every rule: its own example, and its fixtures with marks for what it finds and the text that each fix must leave. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { languageOfPath } from '../../src/core/languages';
import type { Finding, Rule } from '../../src/core/model';
import { positionsOf } from '../../src/core/positions';
import { rules } from '../../src/core/rules/registry';
import { cases } from '../support/cases';
import { engine, parses, source } from '../support/engine';
import { readMarks } from '../support/marks';

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('its example is found and fixed', async () => {
        const { languageId, before, after } = rule.example;
        const found = await findingsOf(rule, languageId, before);
        assert.equal(found.length, 1);
        assert.equal(await fixed(rule, languageId, before, found), after);
      });

      const files = ['py', 'ts'].map((ending) => `test/rules/fixtures/${rule.id}.${ending}`).filter(existsSync);
      it('has fixtures', () => assert.notEqual(files.length, 0));
      for (const file of files) {
        const languageId = languageOfPath(file)?.id ?? '';
        for (const { title, text: whole } of cases(file)) {
          const [marked = '', title204, after] = whole.split(/^(?:#|\/\/) --- (.*)\n/m);
          const { text, marks } = readMarks(marked);

          it(`${languageId}: ${title}`, async () => {
            const found = await findingsOf(rule, languageId, text);
            assert.deepEqual(
              found.map((finding) => describeFinding(finding, text)),
              marks.map(({ line, column, text: expected }) => `${line}:${column} ${expected}`),
            );
            assert.equal(title204 !== undefined, found.length > 0, 'a case with findings shows the text after the fix');
            if (after === undefined) return;
            assert.deepEqual(
              found.flatMap((finding) => finding.fixes.map((fix) => fix.title)),
              [title204],
            );
            assert.equal(await fixed(rule, languageId, text, found), after);
          });
        }
      }
    });
  }
});

async function findingsOf(rule: Rule, languageId: string, text: string): Promise<readonly Finding[]> {
  const all = await engine.findings(source(languageId, text));
  return all.filter((finding) => finding.rule === rule.id);
}

/** The text after the preferred fix of every finding; it must parse as well as before and leave nothing to find. */
async function fixed(rule: Rule, languageId: string, text: string, found: readonly Finding[]): Promise<string> {
  const edits = found.flatMap((finding) => finding.fixes.find((fix) => fix.preferred)?.edits ?? []);
  const after = applyEdits(text, edits);
  assert.equal(await parses(languageId, after), await parses(languageId, text), 'the fix broke the syntax');
  assert.deepEqual(await findingsOf(rule, languageId, after), [], 'the finding is still there');
  return after;
}

function describeFinding(finding: Finding, text: string): string {
  const { line, column } = positionsOf(text)(finding.span.start);
  return `${line}:${column} ${finding.rule} ${finding.suggest}`;
}
