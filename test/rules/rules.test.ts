/** Every rule: its own example, and its fixtures with marks for what it finds and the text that each fix must leave. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { languageOfPath } from '../../src/core/languages';
import type { Finding, Fix, Project } from '../../src/core/model';
import { positionsOf } from '../../src/core/positions';
import type { Rule } from '../../src/core/rule';
import { rules } from '../../src/core/rules/registry';
import { cases, placeOf } from '../support/cases';
import { engine, parses, source } from '../support/engine';
import { readMarks } from '../support/marks';

describe('rules', () => {
  for (const rule of rules) {
    describe(rule.id, () => {
      it('its example is found and fixed', async () => {
        const { languageId, before, after } = rule.example;
        const found = await findingsOf(rule, languageId, before);
        assert.equal(found.length, 1);
        assert.equal(await fixed(rule, languageId, before, found), after ?? before);
      });

      const files = ['fixtures', 'fixtures/others'].flatMap((folder) =>
        ['py', 'ts'].map((ending) => `test/rules/${folder}/${rule.id}.${ending}`).filter(existsSync),
      );
      it('has fixtures', () => assert.notEqual(files.length, 0));
      for (const file of files) {
        const languageId = languageOfPath(file)?.id ?? '';
        for (const { title, text: whole } of cases(file)) {
          const [marked = '', ...parts] = whole.split(/^(?:#|\/\/) --- (.*)\n/m);
          const { text, marks } = readMarks(marked);

          it(`${languageId}: ${title}`, async () => {
            const found = await findingsOf(rule, languageId, text, placeOf(title));
            assert.deepEqual(
              found.map((finding) => describeFinding(rule, finding, text)),
              marks.map(({ line, column, text: expected }) => `${line}:${column} ${expected}`),
            );
            const titles = [...new Set(found.flatMap((finding) => finding.fixes.map((fix) => fix.title)))];
            const shown = parts.filter((_, index) => index % 2 === 0);
            assert.deepEqual(titles, shown, 'a case shows the text after each fix that is offered, and no other');
            for (const [index, fix] of titles.entries()) {
              assert.equal(await fixed(rule, languageId, text, found, fix, placeOf(title)), parts[index * 2 + 1]);
            }
          });
        }
      }
    });
  }
});

async function findingsOf(rule: Rule, languageId: string, text: string, uri?: string): Promise<readonly Finding[]> {
  const surroundings = { project: projectOf(rule, text), habit: null };
  const document = { ...source(languageId, text), surroundings };
  // A rule that is off until somebody asks for it is asked for here.
  const asked = (each: Rule) => (each === rule && rule.offByDefault ? rule.severity : null);
  const all = await engine.findings(
    uri === undefined ? document : { ...document, uri: `${document.uri}/${uri}` },
    asked,
  );
  return all.filter((finding) => finding.rule === rule.id);
}

/** The project that a case names in a comment, `project: starlette 0.40.0`; otherwise the one of the rule's example. */
function projectOf(rule: Rule, text: string): Project | null {
  const named = /^(?:#|\/\/) project: (\S+) (\S+)$/m.exec(text);
  if (!named?.[1]) return rule.example.project ?? null;
  return { versions: { [named[1]]: { lowest: named[2] === 'any' ? null : (named[2] ?? null) } } };
}

/**
 * The text after the fix of that title, or the preferred one, of every finding that has it; it must parse as well as
 * before, and leave nothing to find where it was applied.
 */
async function fixed(
  rule: Rule,
  languageId: string,
  text: string,
  found: readonly Finding[],
  title?: string,
  uri?: string,
) {
  const isMeant = (fix: Fix) => (title === undefined ? fix.preferred : fix.title === title);
  const mended = found.filter((finding) => finding.fixes.some(isMeant));
  const after = applyEdits(
    text,
    mended.flatMap((finding) => finding.fixes.find(isMeant)?.edits ?? []),
  );
  assert.equal(await parses(languageId, after), await parses(languageId, text), 'the fix broke the syntax');
  const left = await findingsOf(rule, languageId, after, uri);
  assert.equal(left.length, found.length - mended.length, 'the finding is still there');
  return after;
}

/** `rule suggested-code severity`, without a suggestion where there is none, and the severity only where it is not the rule's. */
function describeFinding(rule: Rule, finding: Finding, text: string): string {
  const { line, column } = positionsOf(text)(finding.span.start);
  const words = [finding.rule, finding.suggest, finding.severity === rule.severity ? null : finding.severity];
  return `${line}:${column} ${words.filter((word) => word !== null).join(' ')}`;
}
