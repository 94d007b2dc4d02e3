/** Comments that silence findings: where they stand, what they name, and that the ones we write are comments. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits';
import { withoutSilenced } from '../../src/core/features/silencing';
import type { Finding } from '../../src/core/model';
import { emptyScan } from '../../src/core/scan/scan';
import { engine, parses, source } from '../support/engine';

const python = `from fastapi import FastAPI
app = FastAPI()

@app.post("/items")
def create_item(item: Item):
    return item

@app.delete("/items/{item_id}")
def delete_item(item_id: int):
    del items[item_id]
`;

const typescript = `import express from 'express';
const app = express();

app.post('/items', async (req, res) => {
  res.json(await Item.create(req.body));
});

app.delete('/items/:id', (req, res) => {
  items.delete(req.params.id);
  res.json({ ok: true });
});
`;

const both = ['post-creates-201', 'delete-answers-204'];

async function rulesIn(languageId: string, text: string): Promise<string[]> {
  return (await engine.findings(source(languageId, text))).map(({ rule }) => rule);
}

describe('silencing comments', () => {
  it('are not there at first', async () => {
    assert.deepEqual(await rulesIn('python', python), both);
    assert.deepEqual(await rulesIn('typescript', typescript), both);
  });

  const post = '@app.post("/items")';
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['above a route', post, `# status-coach: ignore\n${post}`, ['delete-answers-204']],
    ['at the end of its line', post, `${post}  # status-coach: ignore`, ['delete-answers-204']],
    ['behind another comment', post, `${post}  # noqa  # status-coach: ignore`, ['delete-answers-204']],
    ['that name the rule', post, `# status-coach: ignore post-creates-201\n${post}`, ['delete-answers-204']],
    [
      'that name several rules',
      post,
      `#status-coach:ignore other-rule,post-creates-201\n${post}`,
      ['delete-answers-204'],
    ],
    ['with a reason', post, `# status-coach: ignore until the old app is gone\n${post}`, ['delete-answers-204']],
    ['above other comments', post, `# status-coach: ignore\n\n# creates\n${post}`, ['delete-answers-204']],
    ['above all decorators', post, `# status-coach: ignore\n@logged\n${post}`, ['delete-answers-204']],
    ['above another route of the handler', post, `# status-coach: ignore\n@app.post("/a")\n${post}`, both],
    ['where a registration ends', post, '@app.post(\n    "/items",\n)  # status-coach: ignore', ['delete-answers-204']],
    ['on a line that is continued', 'from', '# status-coach: ignore\nx = 1 + \\\n 2\nfrom', both],
    ['that name another rule', post, `# status-coach: ignore delete-answers-204\n${post}`, both],
    ['that name no rule there is', post, `# status-coach: ignore no-such-rule\n${post}`, both],
    ['beside another decorator', post, `@logged  # status-coach: ignore\n${post}`, both],
    ['of a handler', '    return item', '    return item  # status-coach: ignore', both],
    ['of another kind', post, `# status-coach: ignored\n${post}`, both],
    ['for the file', 'from', '# Copyright\n# status-coach: ignore-file\nfrom', []],
    ['for one rule in the file', 'from', '# status-coach: ignore-file post-creates-201\nfrom', ['delete-answers-204']],
    ['for the file, too late', 'from', `${'#\n'.repeat(40)}# status-coach: ignore-file\nfrom`, both],
  ];
  for (const [title, at, written, expected] of cases) {
    it(`${title}: Python`, async () => {
      assert.deepEqual(await rulesIn('python', python.replace(at, written)), expected);
      assert.deepEqual(await rulesIn('python', python.replace(at, written).replaceAll('\n', '\r\n')), expected);
    });
  }

  const first = "app.post('/items', async (req, res) => {";
  const scripts: readonly (readonly [string, string, string, readonly string[]])[] = [
    ['above a route', first, `// status-coach: ignore\n${first}`, ['delete-answers-204']],
    [
      'above its documentation',
      first,
      `// status-coach: ignore\n/**\n * Creates.\n */\n${first}`,
      ['delete-answers-204'],
    ],
    ['in a block', first, `/* status-coach: ignore post-creates-201 */\n${first}`, ['delete-answers-204']],
    ['at the end of its line', first, `${first} // status-coach: ignore`, ['delete-answers-204']],
    ['at the end of the call', '});\n\n', '}); // status-coach: ignore\n\n', ['delete-answers-204']],
    ['for the file', 'import', '// status-coach: ignore-file\nimport', []],
    ['inside the handler', '  res.json(await', '  // status-coach: ignore\n  res.json(await', both],
  ];
  for (const [title, at, written, expected] of scripts) {
    it(`${title}: TypeScript`, async () => {
      assert.deepEqual(await rulesIn('typescript', typescript.replace(at, written)), expected);
    });
  }

  it('silence the lines a finding begins and ends on, those between not', () => {
    const scan = emptyScan('python');
    const text = 'call(\n    a,\n    b)\n';
    const finding: Finding = {
      rule: 'some-rule',
      span: { start: 0, end: text.indexOf(')') + 1 },
      message: '',
      severity: 'hint',
      suggest: null,
      fixes: [],
    };
    const left = (changed: string) =>
      withoutSilenced([{ ...finding, span: { start: 0, end: changed.indexOf(')') + 1 } }], scan, changed).length;
    assert.equal(left(text.replace('call(', 'call(  # status-coach: ignore')), 0);
    assert.equal(left(text.replace('b)', 'b)  # status-coach: ignore')), 0);
    assert.equal(left(text.replace('a,', 'a,  # status-coach: ignore')), 1);
  });
});

describe('writing a silencing comment', () => {
  /** The text with a comment that silences the line where `words` stand; null where none can be written. */
  async function silenced(languageId: string, text: string, words: string): Promise<string | null> {
    const at = text.indexOf(words);
    assert.notEqual(at, -1);
    const edit = await engine.silence(source(languageId, text), at, ['some-rule', 'other-rule']);
    if (!edit) return null;
    const after = applyEdits(text, [edit]);
    assert.equal(await parses(languageId, after), await parses(languageId, text), 'the comment broke the syntax');
    return after;
  }
  const words = 'status-coach: ignore some-rule, other-rule';

  it('goes above the line, indented as it is', async () => {
    assert.equal(
      await silenced('python', 'def f():\n    if x:\n\treturn 404\n', 'return'),
      `def f():\n    if x:\n\t# ${words}\n\treturn 404\n`,
    );
    assert.equal(await silenced('typescript', 'f(\r\n  404);\r\n', '404'), `f(\r\n  // ${words}\r\n  404);\r\n`);
    assert.equal(await silenced('python', 'return 404', '404'), `# ${words}\nreturn 404`);
  });

  it('stays clear of strings, templates and continued lines', async () => {
    assert.equal(await silenced('python', 'f("""\na""", 404)\n', '404'), `f("""\na""", 404)  # ${words}\n`);
    assert.equal(await silenced('python', 'x = 1 + \\\n    404\n', '404'), `# ${words}\nx = 1 + \\\n    404\n`);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is one in the source that is read.
    assert.equal(await silenced('typescript', 'const x = `\n${404}\n`;\n', '404'), null);
  });

  it('stands in braces between elements', async () => {
    const jsx = 'const x = (\n  <A>\n    {f(404)}\n  </A>\n);\n';
    assert.equal(
      await silenced('typescriptreact', jsx, '404'),
      `const x = (\n  <A>\n    {/* ${words} */}\n    {f(404)}\n  </A>\n);\n`,
    );
    const attribute = 'const x = <A\n  b={404}\n/>;\n';
    assert.equal(await silenced('javascript', attribute, '404'), `const x = <A\n  // ${words}\n  b={404}\n/>;\n`);
  });

  it('silences what it was written for', async () => {
    for (const [languageId, text] of [
      ['python', python],
      ['typescript', typescript],
    ] as const) {
      const document = source(languageId, text);
      for (const { rule, span } of await engine.findings(document)) {
        const edit = await engine.silence(document, span.start, [rule]);
        assert.ok(edit);
        assert.deepEqual(
          await rulesIn(languageId, applyEdits(text, [edit])),
          both.filter((id) => id !== rule),
        );
      }
    }
  });
});
