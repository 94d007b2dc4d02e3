/** Texts and their translations: none is left out, none has lost what is not language, and nothing is said that has not been through one. */

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { allTexts, bundleOf } from '../scripts/allTexts';
import { untranslated } from '../scripts/codeTexts';
import { isProse } from '../scripts/dataTexts';
import { textKeys } from '../scripts/manifest';
import { bracketed, type Entries, outside, problemsOf } from '../scripts/translations';
import { firstSteps, offers, stepAt } from '../src/core/features/chooser';
import { codeCards } from '../src/core/features/codeCards';
import { inHabit } from '../src/core/features/findings';
import { inlayHints } from '../src/core/features/inlayHints';
import { findingCounts, namedStatus, shownPath } from '../src/core/features/routeMap';
import { languageOfPath } from '../src/core/languages';
import type { Habit, Project, Severity } from '../src/core/model';
import { rules } from '../src/core/rules/registry';
import { allStatusCodes } from '../src/core/statusCodes';
import { decisions } from '../src/core/statusCodes/decisions';
import { searchStatusCodes } from '../src/core/statusCodes/search';
import { createSyntax } from '../src/core/syntax';
import { connectInProcess } from '../src/demo/inProcess';
import { reasonOf } from '../src/editor/problems';
import { settingProblem } from '../src/editor/settingProblems';
import { frameworks } from '../src/frameworks/registry';
import { endpoints } from '../src/lesson/lesson';
import { originOf } from '../src/lesson/origin';
import { complete, requestOfExample, requestsBefore } from '../src/lesson/requests';
import { panelContent } from '../src/panel/content';
import { pageStrings } from '../src/panel/page/strings';
import { speak, t } from '../src/text';
import { cases, placeOf } from './support/cases';
import { engine, grammars, source } from './support/engine';
import { addresses } from './support/examples';
import { readMarks } from './support/marks';

const syntax = createSyntax(grammars);
const read = (path: string) => readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
const entriesOf = (path: string): Entries => JSON.parse(read(path));
const how = 'run: npm run l10n';

const languages = readdirSync('l10n').flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

describe('translations', () => {
  it('begin with every English text there is', async () => {
    assert.equal(read('l10n/bundle.l10n.json'), bundleOf(await allTexts('.', syntax)), how);
    assert.deepEqual(Object.keys(entriesOf('package.nls.json')).sort(), [...textKeys(read('package.json'))].sort());
  });

  for (const language of languages) {
    it(`${language}: complete, without leftovers, with all that is not language as it was`, () => {
      const english = { ...entriesOf('package.nls.json'), ...entriesOf('l10n/bundle.l10n.json') };
      const manifest = `package.nls.${language}.json`;
      assert.ok(existsSync(manifest), `there is no ${manifest}`);
      const own = { ...entriesOf(manifest), ...entriesOf(`l10n/bundle.l10n.${language}.json`) };
      const same: Readonly<Record<string, readonly string[]>> = JSON.parse(read('l10n/same.json'));
      assert.deepEqual(problemsOf(english, own, same[language] ?? []), [], how);
    });
  }

  it('are judged by what they keep', () => {
    const text = 'Send `Allow` with {0}, and 405 ([RFC 9110 §15](https://example.com)).\nRetry-After';
    const judged = (translation: string) => problemsOf({ [text]: text }, { [text]: translation }, []);
    assert.deepEqual(
      judged('Bei {0} 405 senden, mit `Allow` ([RFC 9110 §15](https://example.com)).\nRetry-After-Kopf'),
      [],
    );
    for (const [lost, instead] of [
      ['{0}', '{1}'],
      ['`Allow`', '`Erlaube`'],
      ['405', '404'],
      ['https://example.com', 'https://example.org'],
      ['§15', '§16'],
      ['\n', ' '],
      ['Retry-After', 'Nochmal'],
    ]) {
      const translation = `Und ${text}`.replace(lost ?? '', instead ?? '');
      assert.notDeepEqual(judged(translation), [], lost);
    }
    assert.match(problemsOf({ a: 'A' }, {}, []).join(), /missing: a/);
    assert.match(problemsOf({}, { a: 'A' }, []).join(), /not used any more: a/);
    assert.match(problemsOf({ a: 'A' }, { a: 'A' }, []).join(), /still English: A/);
    assert.match(problemsOf({ a: 'A' }, { a: 'B' }, ['A']).join(), /need not be excepted: A/);
  });

  it('are asked for wherever the editor says something', async () => {
    const files = readdirSync('src', { recursive: true })
      .map((file) => `src/${String(file).replaceAll('\\', '/')}`)
      .filter(
        (file) => /^src\/(?:editor|platform)\/|^src\/(?:panel\/view|extension)\.ts$/.test(file) && file.endsWith('.ts'),
      );
    const found = await Promise.all(files.map((file) => untranslated(file, read(file), syntax)));
    assert.deepEqual(
      found.flat().filter(({ from, text }) => !inEnglish.some((each) => text.includes(each) || from.endsWith(each))),
      [],
    );
    assert.ok(files.length > 30);
  });
});

/** What stands in the log, in a report for the maintainers or in the page's frame, or is data that is translated where it is shown. */
const inEnglish: readonly string[] = [
  'src/editor/issueText.ts',
  'src/editor/exampleFiles.ts',
  'Caused by: ',
  'post 4xx orders',
  '<main id="page">',
  '<script type="application/json"',
];

describe('everything said is translated', () => {
  before(() => speak(bracketed(entriesOf('l10n/bundle.l10n.json'))));
  after(() => speak(undefined));

  it('brackets tell', () => {
    assert.deepEqual(proseOutside(t`Answer ${'404 Not Found'}`), []);
    assert.deepEqual(proseOutside(`${t('Headers')} glued on`), ['glued', 'on']);
  });

  for (const { id } of frameworks) {
    it(`hovers, hints, completions and fixes: ${id}`, async () => {
      const folder = `src/frameworks/${id}`;
      for (const file of readdirSync(folder).filter((name) => /^example[.\w]*\.(?:py|[jt]sx?)$/.test(name))) {
        const { text } = readMarks(read(`${folder}/${file}`));
        await readAll(languageOfPath(file)?.id ?? '', text, addresses[`${id}/${file}`]);
      }
    });
  }

  it('hovers on every code', async () => {
    for (const { code } of allStatusCodes) {
      const roles = [
        `@app.get("/items", status_code=${code})\ndef items(): ...`,
        `@app.post("/items")\ndef create():\n    raise HTTPException(${code})`,
        `@app.put("/items", responses={${code}: {}})\ndef put():\n    return JSONResponse({}, status_code=${code})`,
        `assert response.status_code == ${code}`,
      ];
      await readAll('python', `from fastapi import FastAPI, HTTPException\napp = FastAPI()\n${roles.join('\n\n')}\n`);
    }
    await readAll('python', 'assert response.status_code == 299\nassert response.status_code == 799\n');
  });

  for (const rule of rules) {
    it(`findings and fixes of ${rule.id}`, async () => {
      const files = ['fixtures', 'fixtures/others'].flatMap((folder) =>
        ['py', 'ts'].map((ending) => `test/rules/${folder}/${rule.id}.${ending}`).filter(existsSync),
      );
      let count = 0;
      for (const file of files) {
        for (const { title, text: whole } of cases(file)) {
          const [marked = ''] = whole.split(/^(?:#|\/\/) --- (.*)\n/m);
          const { text } = readMarks(marked);
          const place = placeOf(title);
          const document = source(languageOfPath(file)?.id ?? '', text);
          const found = await engine.findings(
            {
              ...document,
              ...(place !== undefined && { uri: `${document.uri}/${place}` }),
              surroundings: { project: projectOf(text), habit: null },
            },
            (each) => (each === rule && rule.offByDefault ? rule.severity : null),
          );
          for (const finding of found.filter(({ rule: id }) => id === rule.id)) {
            count += 1;
            const told = inHabit(finding, rule, busyHabit).message;
            assertBracketed(told, whole);
            for (const { title: said, edits } of finding.fixes) {
              assertBracketed(said, `${whole} ${edits.map((edit) => edit.text).join(' ')}`);
            }
          }
        }
      }
      assert.ok(count > 0);
    });
  }

  it('the chooser', () => {
    for (const node of decisions) {
      if (node.kind === 'code') continue;
      for (const offer of offers(node, '')) {
        const { text, detail, reason, note } = { text: '', detail: '', reason: '', note: '', ...offer };
        for (const said of [text, detail, reason, note]) assertBracketed(said ?? '');
      }
    }
    assertBracketed(t(stepAt(firstSteps(null)).question.ask));
    for (const offer of offers(stepAt(firstSteps(null)).question, 'teapot')) {
      assertBracketed(offer.kind === 'question' ? offer.text : offer.reason);
    }
  });

  it('the route map', () => {
    const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
    for (const severity of severities) {
      assertBracketed(findingCounts([{ severity }]));
      assertBracketed(findingCounts([{ severity }, { severity }]));
    }
    for (const code of [404, 299, 799]) assertBracketed(namedStatus(code));
    for (const path of [null, '']) assertBracketed(shownPath({ path }));
  });

  it('the content of the panel', () => {
    const content = panelContent(codeCards());
    for (const [path, said] of leavesOf({ ...content, endpoints: content.endpoints.map(shownOf) })) {
      if (
        /\.(?:id|to|kind|level|method|path|phrase|target|label|url|mdn|body|first|chapter|strength|name|words\.\d+|headers\.\d+\.\d+|python|typescript)$/.test(
          path,
        )
      )
        continue;
      if (isProse(said)) assertBracketed(said, '', path);
    }
  });

  it('the words of the page', () => {
    const own = new Set(['page.composer.formats', 'page.sources.python', 'page.sources.typescript', 'page.codes.mdn']);
    let count = 0;
    for (const [path, said] of leavesOf(pageStrings(), 'page')) {
      if ([...own].some((each) => path.startsWith(each))) continue;
      count += 1;
      assertBracketed(said, '', path);
    }
    assert.ok(count > 100);
  });

  it('why an answer has its status', async () => {
    for (const endpoint of endpoints) {
      for (const example of endpoint.examples) {
        const demo = connectInProcess();
        for (const request of requestsBefore(example)) await demo.send(request);
        const { request, response } = await demo.send(requestOfExample(endpoint, example));
        assertBracketed(originOf({ request, response }).by, `${endpoint.path} ${endpoint.python} ${response.body}`);
      }
    }
    const demo = connectInProcess();
    for (const target of ['/nothing', '/openapi.json', '/items/']) {
      const { request, response } = await demo.send(complete({ method: 'GET', target }));
      assertBracketed(originOf({ request, response }).by, target);
    }
    const { request, response } = await demo.send(complete({ method: 'TRACE', target: '/items' }));
    assertBracketed(originOf({ request, response }).by, '/items GET POST');
  });

  it('what is wrong with files and settings', () => {
    for (const message of ['ENOSPC', 'EROFS', 'EACCES', 'ENOENT', 'Unavailable'])
      assertBracketed(reasonOf(new Error(message)));
    for (const schema of [
      { type: 'string', enum: ['a', 'b'], default: 'a' },
      { type: 'boolean', default: true },
      { type: 'integer', minimum: 0, maximum: 9, default: 1 },
      { type: 'number', minimum: 0, default: 1 },
      { type: 'number', maximum: 9, default: 1 },
      { type: 'array', default: [] },
      { type: 'object', default: {} },
    ] as const) {
      assertBracketed(settingProblem('some.key', schema, Number.NaN) ?? '', 'some.key null true');
    }
  });
});

describe('words of the language', () => {
  after(() => speak(undefined));

  it('find codes, also where no spaces part them', () => {
    const english =
      Object.keys(entriesOf('l10n/bundle.l10n.json')).find((text) => text.startsWith('not logged in, login')) ?? '';
    speak({ [english]: 'nicht angemeldet, Anmeldung fehlt' });
    assert.equal(searchStatusCodes('nicht ange')[0]?.code, 401);
    assert.equal(searchStatusCodes('not logged in')[0]?.code, 401);
    speak({ [english]: '没有登录、需要登录' });
    assert.equal(searchStatusCodes('登录')[0]?.code, 401);
    speak(undefined);
    assert.deepEqual(searchStatusCodes('nicht angemeldet'), []);
  });
});

// ---------------------------------------------------------------------------------------------------------------------

const busyHabit: Habit = { creating: 10, answering201: 8, deleting: 10, answering204: 8 };

/** A project that has whatever the rules ask for. */
function projectOf(text: string): Project | null {
  return /HTTP_4\d\d_/.test(text) ? { versions: { starlette: { lowest: '0.48.0' } } } : null;
}

/** All that the engine says about a text. */
async function readAll(languageId: string, text: string, uri?: string) {
  const document = { ...source(languageId, text), ...(uri !== undefined && { uri }) };
  const scan = await engine.scan(document);
  const places = [...scan.uses.map(({ span }) => span.start), ...scan.routes.map(({ head }) => head.start)];
  for (const offset of new Set(places)) {
    for (const level of ['beginner', 'advanced'] as const) {
      assertBracketed((await engine.hover(document, offset, level))?.markdown ?? '', text);
    }
    const here = { start: offset, end: offset };
    for (const { title } of [...(await engine.answers(document, here)), ...(await engine.spellings(document, here))]) {
      assertBracketed(title, `${text} ${frameworkWords}`);
    }
    const completions = await engine.completions(document, offset + 3);
    for (const { detail, documentation } of completions?.items ?? []) {
      assertBracketed(detail, text);
      assertBracketed(documentation, text);
    }
  }
  for (const { tooltip } of inlayHints(scan, text, { start: 0, end: text.length }, 'all'))
    assertBracketed(tooltip, text);
}

/** Names that fixes write and that no example has to hold. */
const frameworkWords = frameworks
  .flatMap(({ constants }) => constants.flatMap(({ paths, members }) => [...paths, ...Object.keys(members)]))
  .join(' ');

const phrases = allStatusCodes
  .flatMap(({ phrase, formerPhrases }) => [phrase, ...formerPhrases])
  .sort((one, other) => other.length - one.length);
/** The longer ones first, for some hold others. */
const names = [
  ...frameworks.flatMap(({ name, constants }) => [name, ...constants.map((family) => family.package)]),
  ...allStatusCodes.flatMap(({ reference }) => reference?.label ?? []),
].sort((one, other) => other.length - one.length);

function assertBracketed(said: string, known = '', where = '') {
  assert.deepEqual(proseOutside(said, known), [], `${where} ${said}`);
}

/** Words that are not in brackets, and are no code, reason phrase, address or part of the text it is about. */
function proseOutside(said: string, known = ''): string[] {
  let rest = outside(said)
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/(`+)[^`]*\1/g, ' ');
  for (const name of [...phrases, ...names]) rest = rest.replaceAll(name, ' ');
  return (rest.match(/[\p{L}_$][\p{L}\p{N}_$]+/gu) ?? []).filter(
    (word) => /\p{Ll}/u.test(word) && !known.includes(word),
  );
}

/** Every text in a value, with the way to it; functions are called with values that have no words. */
function* leavesOf(value: unknown, path = ''): Generator<[path: string, text: string]> {
  if (typeof value === 'string') yield [path, value];
  else if (typeof value === 'function') {
    for (const count of [0, 1, 2]) yield [path, String(value(count, count, count, count))];
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* leavesOf(part, `${path}.${key}`);
  }
}

/** Requests and listings are no language. */
function shownOf({
  title,
  teaches,
  examples,
}: {
  title: string;
  teaches: unknown;
  examples: readonly { label: string }[];
}) {
  return { title, teaches, examples: examples.map(({ label }) => ({ text: label })) };
}
