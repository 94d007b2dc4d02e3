/** Bad and huge input: no exception, no hang, right positions; and an edit leaves the same scan as a fresh read. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { longestText } from '../../src/core/dismissal';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { describeScan } from '../support/describe';
import { engine, logged, scanText, source } from '../support/engine';
import { readMarks } from '../support/marks';
import { fuzzRuns } from '../support/properties';

/** Every framework's example, without its marks. */
const examples = frameworks.flatMap(({ id }) =>
  readdirSync(`src/frameworks/${id}`)
    .filter((file) => file.startsWith('example.'))
    .map((file) => ({
      name: `${id}/${file}`,
      languageId: languageOfPath(file)?.id ?? '',
      text: readMarks(readFileSync(`src/frameworks/${id}/${file}`, 'utf8')).text,
    })),
);

/** `npm run fuzz` asks for many more cases, and that none of them takes longer than a person would notice. */
const longestCase = fuzzRuns > 0 ? 250 : Number.POSITIVE_INFINITY;

describe('robustness', () => {
  it('dismisses a text of 5 MB at once and says so in the log', async () => {
    const text = '@app.get("/items")\ndef items(): ...\n'.repeat(140_000);
    assert.ok(text.length > 5_000_000);
    const document = source('python', text);
    const started = performance.now();
    assert.deepEqual(describeScan(await engine.scan(document), text), []);
    assert.ok(performance.now() - started < 100);
    assert.ok(logged.some((line) => line.includes('too long') && line.includes(document.uri)));
  });

  it('reads the longest text it accepts without a hang', async function () {
    this.timeout(20_000);
    const unit = '@app.delete("/items/{n}", status_code=204)\ndef delete_item(n: int) -> None:\n    items.pop(n)\n\n';
    const text = unit.repeat(Math.floor(longestText / unit.length));
    const scan = await scanText('python', text);
    assert.equal(scan.routes.length, Math.floor(longestText / unit.length));
    assert.equal(scan.uses.length, scan.routes.length);
  });

  it('dismisses a binary text', async () => {
    const text = `@app.get("/items", status_code=201)\0\ndef items(): ...\n`;
    assert.deepEqual(describeScan(await scanText('python', text), text), []);
  });

  it('reads on behind an unterminated string', async () => {
    const text = '@app.post("/items", status_code=201)\ndef create_item(): return {}\n\nx = "never closed\n';
    assert.deepEqual(describeScan(await scanText('python', text), text), [
      '1:0 route POST /items -> 201 value creates',
      '1:32-35 use 201 success',
    ]);
  });

  it('keeps positions right with carriage returns and characters outside the basic plane', async () => {
    const text =
      '# \u{1F375} tea\r\n@app.post("/\u{1F375}", status_code=201)\r\ndef create_tea():\r\n    return {}\r\n';
    assert.deepEqual(describeScan(await scanText('python', text), text), [
      '2:0 route POST /\u{1F375} -> 201 value creates',
      '2:29-32 use 201 success',
    ]);
  });

  it('reads deeply nested code without a hang', async () => {
    for (const languageId of ['python', 'typescript']) {
      const text = `status_code = ${'('.repeat(20_000)}404${')'.repeat(20_000)}\nres.status(404)\n`;
      const started = performance.now();
      await scanText(languageId, text);
      assert.ok(performance.now() - started < 2_000, languageId);
    }
  });

  for (const { name, languageId, text: example } of examples) {
    it(`${name}: junk, cuts and gaps never throw, and spans stay inside the text`, async function () {
      this.timeout(600_000);
      await fc.assert(
        fc.asyncProperty(mutations(example), async (text) => {
          const document = source(languageId, text);
          const started = performance.now();
          const scan = await engine.scan(document);
          const findings = await engine.findings(document);
          assert.ok(performance.now() - started < longestCase, `${Math.round(performance.now() - started)} ms`);
          const spans = [
            ...scan.uses.map((use) => use.span),
            ...scan.routes.flatMap((route) => [route.span, route.head]),
            ...findings.flatMap((finding) => [
              finding.span,
              ...finding.fixes.flatMap((fix) => fix.edits.map((edit) => edit.span)),
            ]),
          ];
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
          for (const use of scan.uses) assert.equal(text.slice(use.span.start, use.span.end), use.text);
          engine.forget(document.uri);
        }),
        { numRuns: fuzzRuns || 60 },
      );
    });

    it(`${name}: a scan after edits equals a scan of the same text read anew`, async function () {
      this.timeout(60_000);
      await fc.assert(
        fc.asyncProperty(fc.array(mutations(example), { minLength: 1, maxLength: 4 }), async (texts) => {
          const document = source(languageId, example);
          await engine.scan(document);
          for (const [index, text] of texts.entries()) {
            const edited = await engine.scan({ ...document, text, version: index + 2 });
            assert.deepEqual(edited, await scanText(languageId, text));
          }
          engine.forget(document.uri);
        }),
        { numRuns: Math.ceil(fuzzRuns / 8) || 15 },
      );
    });
  }
});

/** A text with a few ranges deleted, replaced by junk, doubled, or cut off behind. */
function mutations(text: string): fc.Arbitrary<string> {
  const junk = fc.oneof(
    fc.constantFrom(
      '',
      '"',
      "'",
      '(',
      ')',
      '{',
      '`',
      '\n',
      '\r\n',
      '\t',
      '"""',
      '404',
      'status_code=',
      '@',
      '\u{1F600}',
      '\uFEFF',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const change = fc.record({
    at: fc.nat(text.length),
    length: fc.oneof(fc.nat(3), fc.nat(60), fc.nat(text.length)),
    junk,
  });
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) =>
      changes.reduce((result, { at, length, junk }) => result.slice(0, at) + junk + result.slice(at + length), text),
    );
}
