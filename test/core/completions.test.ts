/** Completions: where codes are offered and which come first, in every framework; and where nothing is. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../src/core/edits';
import type { Completions } from '../../src/core/features/completions/completions';
import { cursorAt, filledAt } from '../../src/core/features/completions/cursor';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { cases } from '../support/cases';
import { engine, source } from '../support/engine';
import { examples } from '../support/examples';
import { damaged, damages } from '../support/mutations';
import { fuzzRuns } from '../support/properties';

const mark = '‸';
const folder = 'test/core/fixtures/completions';

interface Asked {
  readonly text: string;
  readonly offset: number;
  readonly found: Completions | null;
}

/** Asks where the mark stands; `place` names the file where its place matters. */
async function ask(languageId: string, marked: string, place?: string): Promise<Asked> {
  const offset = marked.indexOf(mark);
  const text = marked.replace(mark, '');
  assert.ok(offset >= 0 && !text.includes(mark), 'a case has one mark');
  const document = source(languageId, text);
  const found = await engine.completions(place === undefined ? document : { ...document, uri: place }, offset);
  engine.forget(place ?? document.uri);
  return { text, offset, found };
}

/** What choosing a code leaves of the text, cursor included. */
function chosen({ text, found }: Asked, code: number): string {
  const item = found?.items.find((each) => each.code === code);
  assert.ok(found && item, `${code} is not offered`);
  return applyEdits(text, [...item.edits, { span: found.span, text: item.insert }]);
}

function shown(found: Completions | null): string[] {
  return (found?.items ?? []).map(
    ({ insert, preselected, edits }) => insert.trimEnd() + (preselected ? '!' : '') + (edits.length > 0 ? '+' : ''),
  );
}

describe('completions', () => {
  const titles: string[] = [];
  for (const file of ['places.py', 'places.ts', 'broken.py', 'broken.ts']) {
    for (const { title, text } of cases(`${folder}/${file}`)) {
      const [what = '', expected = ''] = title.split(' => ');
      titles.push(what);
      it(`${what} (${file})`, async () => {
        const { found } = await ask(languageOfPath(file)?.id ?? '', text, / in (\S+)$/.exec(what)?.[1]);
        assert.ok(expected !== '', 'a case says what comes first');
        assert.equal(`${shown(found).join(' ')} `.slice(0, expected.length + 1), `${expected} `);
      });
    }
  }

  it('have cases for every framework', () => {
    for (const { id } of frameworks)
      assert.ok(
        titles.some((title) => title.startsWith(`${id}:`)),
        id,
      );
  });

  for (const file of ['nothing.py', 'nothing.ts']) {
    for (const { title, text } of cases(`${folder}/${file}`)) {
      it(`offer nothing ${title} (${file})`, async () => {
        assert.equal((await ask(languageOfPath(file)?.id ?? '', text)).found, null);
      });
    }
  }

  it('write the code over what is typed of it, and what a word led to', async () => {
    const typed = await ask('python', `raise HTTPException(status_code=40${mark}, detail="gone")\n`);
    assert.equal(chosen(typed, 409), 'raise HTTPException(status_code=409, detail="gone")\n');
    const word = await ask('python', `raise HTTPException(status_code=not fo${mark})\n`);
    assert.equal(chosen(word, 404), 'raise HTTPException(status_code=404)\n');
    const middle = await ask('python', `raise HTTPException(status_code=4${mark}04)\n`);
    assert.equal(chosen(middle, 410), 'raise HTTPException(status_code=410)\n');
  });

  it('keep carriage returns and what follows', async () => {
    const asked = await ask(
      'python',
      `if late:\r\n    raise HTTPException(\r\n        status_code=${mark}\r\n    )\r\n`,
    );
    assert.equal(chosen(asked, 410), 'if late:\r\n    raise HTTPException(\r\n        status_code=410\r\n    )\r\n');
  });

  it('import the member they write', async () => {
    const head = 'from rest_framework.response import Response\nfrom rest_framework.status import HTTP_200_OK';
    const body = (status: string) =>
      `\n\nclass Items(APIView):\n    def get(self, request):\n        return Response(1, status=HTTP_200_OK)\n\n    def post(self, request):\n        return Response(1, status=${status})\n`;
    const asked = await ask('python', head + body(mark));
    assert.equal(chosen(asked, 201), `${head}, HTTP_201_CREATED${body('HTTP_201_CREATED')}`);
  });

  it('open the entry of a documented code, unless it is there', async () => {
    const fresh = await ask('python', `@app.get("/items/{n}", responses={${mark}})\ndef read(n: int): ...\n`);
    assert.match(chosen(fresh, 404), /responses=\{404: \}/);
    const there = await ask('python', `@app.get("/items/{n}", responses={${mark}: {}})\ndef read(n: int): ...\n`);
    assert.match(chosen(there, 404), /responses=\{404: \{\}\}/);
  });

  it('say what each code says at the place, and where to read on', async () => {
    const asked = await ask(
      'python',
      `@app.post("/items", status_code=${mark})\ndef create_item(item):\n    db.add(item)\n    return item\n`,
    );
    const [first, second] = asked.found?.items ?? [];
    assert.equal(first?.label, '201 Created');
    assert.equal(first?.detail, 'because of db.add');
    assert.match(
      first?.documentation ?? '',
      /^\*\*201 Created\*\* · answer of `POST \/items`\n\nThe request worked and made something new\./,
    );
    assert.match(first?.documentation ?? '', /rfc-editor\.org/);
    assert.equal(second?.detail, 'successful');
  });

  it('offer each registered code once where nothing is typed, and well-known others by number', async () => {
    const all = await ask('python', `raise HTTPException(${mark})\n`);
    const codes = all.found?.items.map(({ code }) => code) ?? [];
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(codes.includes(451) && !codes.includes(499));
    const nginx = await ask('python', `raise HTTPException(49${mark})\n`);
    assert.ok(nginx.found?.items.some(({ code }) => code === 499));
  });

  it('keep what VS Code filters by within what it looks at', async () => {
    for (const typed of ['', '4', 'rate', 'not found', 'moved']) {
      const { found } = await ask('python', `raise HTTPException(${typed}${mark})\n`);
      for (const { filter, code } of found?.items ?? []) {
        assert.ok(filter.length <= 128);
        assert.ok(filter.startsWith(String(code)));
        assert.ok(/^\d*$/.test(typed) || filter.includes(typed), `${typed}: ${filter}`);
      }
    }
  });
});

describe('completions in the examples of all frameworks', () => {
  it('are there where a status stood, nearly everywhere', async function () {
    this.timeout(60_000);
    const missed: string[] = [];
    let places = 0;
    for (const { name, languageId, text, uri } of examples) {
      const { uses } = await engine.scan({ ...source(languageId, text), uri });
      engine.forget(uri);
      for (const { span, form, role } of uses) {
        if ((form !== 'number' && form !== 'constant') || role === 'misplaced') continue;
        places++;
        const emptied = text.slice(0, span.start) + text.slice(span.end);
        const found = await engine.completions({ ...source(languageId, emptied), uri }, span.start);
        engine.forget(uri);
        if (!found) missed.push(`${name}: ${text.slice(span.start - 30, span.end)}`);
      }
    }
    assert.ok(places > 150);
    assert.ok(missed.length <= places * 0.06, `${missed.length} of ${places}\n${missed.join('\n')}`);
  });

  it('are not there where another number stood', async function () {
    this.timeout(60_000);
    for (const { name, languageId, text, uri } of examples) {
      const { uses } = await engine.scan({ ...source(languageId, text), uri });
      engine.forget(uri);
      for (const { index, 0: digits } of text.matchAll(/(?<![\w.$])\d{1,6}(?![\w.])/g)) {
        if (uses.some(({ span }) => span.start <= index && index < span.end)) continue;
        const emptied = text.slice(0, index) + text.slice(index + digits.length);
        const found = await engine.completions({ ...source(languageId, emptied), uri }, index);
        engine.forget(uri);
        assert.equal(found, null, `${name}: ${text.slice(index - 30, index + digits.length)}`);
      }
    }
  });

  it('are asked for in damaged source without a throw, and stay inside of it', async function () {
    this.timeout(600_000);
    const example = fc.constantFrom(...examples);
    await fc.assert(
      fc.asyncProperty(
        example,
        damages(2000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (original, cuts, share) => {
          const text = damaged(original.text, cuts);
          const offset = Math.floor(share * text.length);
          const document = { ...source(original.languageId, text), uri: original.uri };
          const found = await engine.completions(document, offset);
          engine.forget(original.uri);
          if (!found) return;
          assert.ok(0 <= found.span.start && found.span.start <= offset && offset <= found.span.end);
          assert.ok(found.span.end <= text.length && !/\n/.test(text.slice(found.span.start, found.span.end)));
        },
      ),
      { numRuns: fuzzRuns || 400 },
    );
  });

  for (const { name, languageId, text, uri } of examples) {
    it(`${name}: nothing is offered where the engine sees no status once a code stands there`, async function () {
      this.timeout(600_000);
      const language = languageOfPath(name)?.language ?? 'python';
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: text.length }), async (offset) => {
          const document = { ...source(languageId, text), uri };
          const found = await engine.completions(document, offset);
          if (!found) return;
          const cursor = cursorAt(text, offset, language);
          assert.ok(cursor && found.span.start <= offset && offset <= found.span.end);
          const filled = filledAt(text, cursor, language);
          const { uses } = await engine.scan({ ...document, version: 2, text: filled.text });
          assert.ok(
            uses.some(({ span }) => span.start === filled.code.start && span.end === filled.code.end),
            filled.text.slice(filled.code.start - 40, filled.code.end + 20),
          );
        }),
        { numRuns: fuzzRuns || 150 },
      );
      engine.forget(uri);
    });
  }
});
