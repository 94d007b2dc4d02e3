/** The codes offered on any route: which ones, the text each leaves, and that each keeps its promise on all our code. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { answerFixes } from '../../src/core/features/answers';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { cases, placeOf } from '../support/cases';
import { engine, parses, scanText, source } from '../support/engine';
import { readMarks } from '../support/marks';

describe('codes offered on a route', () => {
  for (const file of ['answers.py', 'answers.ts', 'others/answers.py', 'others/answers.ts']) {
    const languageId = languageOfPath(file)?.id ?? '';
    for (const { title, text: whole } of cases(`test/core/fixtures/${file}`)) {
      it(`${file}: ${title}`, async () => {
        const [marked = '', ...parts] = whole.split(/^(?:#|\/\/) --- (.*)\n/m);
        const { text, marks } = readMarks(marked);
        const cursor = marks[0];
        assert.ok(cursor, 'the case has no cursor');
        const lines = text.split('\n').slice(0, cursor.line - 1);
        const at = lines.reduce((sum, line) => sum + line.length + 1, 0) + cursor.column;
        const offered = await engine.answers(placed(languageId, text, title), { start: at, end: at });
        assert.deepEqual(offered.map((fix) => fix.title).join('; '), cursor.text);
        for (let index = 0; index < parts.length; index += 2) {
          const fix = offered.find((each) => each.title === parts[index]);
          assert.ok(fix, `${parts[index]} is not offered`);
          assert.equal(applyEdits(text, fix.edits).trimEnd(), parts[index + 1]?.trimEnd());
        }
      });
    }
  }

  const files = [
    ...readdirSync('test/rules/fixtures', { recursive: true, encoding: 'utf8' })
      .filter((file) => languageOfPath(file))
      .map((file) => `test/rules/fixtures/${file.replaceAll('\\', '/')}`),
    ...['lesson.py', 'lesson.ts', 'answers.py', 'answers.ts', 'others/answers.py', 'others/answers.ts'].map(
      (file) => `test/core/fixtures/${file}`,
    ),
  ];
  for (const file of files) {
    for (const { title, text: whole } of cases(file)) {
      const text = readMarks(whole.split(/^(?:#|\/\/) --- /m)[0] ?? '').text;
      it(`keeps its promise in ${file}: ${title}`, () =>
        keepsPromises(languageOfPath(file)?.id ?? '', text, placeOf(title)));
    }
  }
  for (const framework of frameworks) {
    for (const file of readdirSync(`src/frameworks/${framework.id}`).filter((name) => name.startsWith('example.'))) {
      const path = `src/frameworks/${framework.id}/${file}`;
      it(`keeps its promise in ${path}`, () =>
        keepsPromises(languageOfPath(path)?.id ?? '', readMarks(readFileSync(path, 'utf8')).text));
    }
  }
});

/** A source where its case's title puts it. */
function placed(languageId: string, text: string, title: string) {
  const document = source(languageId, text);
  const place = placeOf(title);
  return place === undefined ? document : { ...document, uri: `${document.uri}/${place}` };
}

/** After every offered change the text parses as before, the route answers just that code, and no other route changed. */
async function keepsPromises(languageId: string, text: string, place?: string): Promise<void> {
  const before = await scanText(languageId, text, place);
  const sound = await parses(languageId, text);
  for (const [index, route] of before.routes.entries()) {
    for (const fix of answerFixes(route, before, text, frameworks)) {
      const after = applyEdits(text, fix.edits);
      const scan = await scanText(languageId, after, place);
      assert.equal(await parses(languageId, after), sound, `${fix.title}: syntax\n${after}`);
      const code = Number(/\d{3}/.exec(fix.title)?.[0]);
      const changed = scan.routes.map(({ effective }) => effective.join());
      // Routes that share a handler change together.
      const expected = before.routes.map((other, at) =>
        at === index || other.anatomy.handler?.start === route.anatomy.handler?.start
          ? String(code)
          : other.effective.join(),
      );
      assert.equal(changed[index], String(code), `${fix.title} of ${route.method} ${route.path}\n${after}`);
      for (const [at, effective] of changed.entries()) {
        const shared = before.routes[at]?.anatomy.handler?.start === route.anatomy.handler?.start;
        if (!shared) assert.equal(effective, expected[at], `${fix.title} changed another route\n${after}`);
      }
    }
  }
}
