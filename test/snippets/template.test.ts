/** How templates are read: sections, imports, blocks, the names that follow a resource; and what is no template. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and snippets hold them.

import assert from 'node:assert/strict';
import type { Language } from '../../src/core/model';
import { pluralOf } from '../../src/core/snippets/naming';
import { partsOf } from '../../src/core/snippets/parts';
import { codeOnly } from '../../src/core/snippets/places';
import { importsFor, programOf } from '../../src/core/snippets/program';
import { blocksOf, importsOf, usedNames, writeImports } from '../../src/core/snippets/statements';
import { readTemplate } from '../../src/core/snippets/template';
import { asNumber, plainText, snippetBody } from '../../src/core/snippets/writing';
import { expandSnippet } from './expandSnippet';

const head = '// Words.\n// prefix: x\n// router: app\n// file: app.ts\n// test-file: app.test.ts\n\n';
const text = `${head}// --- frame
import { one, type Two } from 'numbers';
import * as all from 'all';

interface Item {
  readonly id: Two;
}

const items = new Map<number, Item>();

const unused = all.nothing;

export const app = one();
app.start();

// --- list200 | GET route that answers 200
app.get('/items', () => items);

// --- test-frame

// --- test-list200 | Test | on: App, Router | file: other.test.ts | apart
it('works', () => app);
`;

describe('reading a template', () => {
  const template = readTemplate('x', 'ecmascript', text);

  it('takes its settings, sections and options', () => {
    const { prefix, router, file, testFile, sections } = template;
    assert.deepEqual([prefix, router, file, testFile], ['x', 'app', 'app.ts', 'app.test.ts']);
    assert.deepEqual(
      sections.map(({ operation, isTest, description, on, file, apart }) => ({
        operation,
        isTest,
        description,
        on,
        file,
        apart,
      })),
      [
        {
          operation: 'list200',
          isTest: false,
          description: 'GET route that answers 200',
          on: [],
          file: null,
          apart: false,
        },
        {
          operation: 'test-list200',
          isTest: true,
          description: 'Test',
          on: ['App', 'Router'],
          file: 'other.test.ts',
          apart: true,
        },
      ],
    );
  });

  it('makes a program of what the code uses and what that uses', () => {
    const [section] = template.sections;
    assert.ok(section);
    assert.equal(
      programOf(template, section, section.code),
      `import { one, type Two } from 'numbers';

interface Item {
  readonly id: Two;
}

const items = new Map<number, Item>();

export const app = one();
app.start();

app.get('/items', () => items);
`,
    );
    assert.deepEqual(
      importsFor('one(Two)', section, template).map(({ local }) => local),
      ['one', 'Two'],
    );
  });

  const wrong: readonly (readonly [string, string, RegExp])[] = [
    ['an unknown operation', text.replace('--- list200', '--- list201'), /line 22: nobody knows the operation list201/],
    ['a section twice', `${text}// --- list200 | Again\n`, /a second section list200/],
    ['no description', text.replace(' | GET route that answers 200', ''), /line 22: no description/],
    ['an unknown option', text.replace('| apart', '| typescript'), /unknown option typescript/],
    ['no frame', text.replace('--- frame', '--- serve'), /no section frame/],
    ['no prefix', text.replace('// prefix: x\n', ''), /no line "\/\/ prefix/],
    ['an article', text.replace("it('works'", "it('makes an item'"), /leave it out/],
    ['a path in a regular expression', text.replace('() => items)', '() => /^\\/items/)'), /regular expression/],
    ['a method that would be renamed', text.replace('() => items)', '() => x.items())'), /would be renamed/],
  ];
  for (const [what, broken, message] of wrong) {
    it(`refuses ${what}`, () => {
      assert.throws(() => readTemplate('x', 'ecmascript', broken), message);
    });
  }
});

describe('statements of a template', () => {
  const same: readonly (readonly [Language, string])[] = [
    ['python', 'import os\nfrom a.b import c, d as e\nimport x as y\n'],
    [
      'ecmascript',
      "import a from 'a';\nimport b, { type C, d as e } from 'b';\nimport * as f from 'f';\nimport 'g';\n",
    ],
    ['ecmascript', "import type { A, B } from 'a';\nimport type C from 'c';\n"],
  ];
  for (const [language, code] of same) {
    it(`imports are read and written: ${code.split('\n')[0]}`, () =>
      assert.equal(writeImports(importsOf(code, language), language), code));
  }

  it('imports over several lines are read', () => {
    const names = importsOf('from a import (\n    b,\n    c,\n)\n', 'python');
    assert.deepEqual(
      names.map(({ module, name }) => `${module}.${name}`),
      ['a.b', 'a.c'],
    );
  });

  it('imports of the project are told by their guillemets or their path', () => {
    assert.deepEqual(
      importsOf('from «main» import app\nfrom os import path\n', 'python').map(({ module, own }) => [module, own]),
      [
        ['main', true],
        ['os', false],
      ],
    );
    assert.equal(importsOf("import { app } from '«./app»';\n", 'ecmascript')[0]?.own, true);
  });

  it('blocks hold their empty lines and know what they declare', () => {
    const code =
      'import os\n\n\nclass A:\n    x = 1\n\n    def f(self): ...\n\n\nb: int = 1\nc = 2\n\n\n@a\nasync def d(): ...\n';
    assert.deepEqual(
      blocksOf(code, 'python').map(({ declares }) => declares),
      [['A'], ['b', 'c'], ['d']],
    );
  });

  it('only names of code are used: not members, not strings', () => {
    const python = `x.member + f"{inside} outside" + 'quoted' # comment\n`;
    assert.deepEqual(
      [...usedNames(python, 'python')].filter((name) => name.length > 1),
      ['inside'],
    );
    const typescript = 'f(...spread, a.b, `text ${inside.c} text`); // comment';
    assert.deepEqual([...usedNames(typescript, 'ecmascript')], ['f', 'spread', 'a', 'inside']);
    assert.equal(codeOnly("a('b')", 'ecmascript'), 'a(   )');
  });
});

describe('names in a template', () => {
  const filled: readonly (readonly [Language, string, string])[] = [
    [
      'python',
      'item_id new_item items ItemLocked NewItem',
      'order_line_id new_order_line order_lines OrderLineLocked NewOrderLine',
    ],
    ['ecmascript', 'itemId newItem items listItems', 'orderLineId newOrderLine orderLines listOrderLines'],
    ['python', 'f"/items/{item.id}"', 'f"/order-lines/{order_line.id}"'],
    ['python', '"/items/{item_id}/content"', '"/order-lines/{order_line_id}/content"'],
    ['ecmascript', '`/items/${item.id}`', '`/order-lines/${orderLine.id}`'],
    ['ecmascript', "'/items/:itemId'", "'/order-lines/:orderLineId'"],
    ['python', '"/items/<int:item_id>"', '"/order-lines/<int:order_line_id>"'],
    ['python', '"Item not found"', '"Order line not found"'],
    ['ecmascript', "'there is no such item' // of items", "'there is no such order line' // of order lines"],
    ['python', '"item-list" "Item" "item"', '"order-line-list" "OrderLine" "order_line"'],
    ['python', 'app.get(app=app, «int») # app', 'router.get(app=router, int) # app'],
    ['python', 'myapp x.app "app"', 'myapp x.app "app"'],
    ['python', 'f(404, status_code=«201») 1404 x404 "404" 404.5', 'f(<404>, status_code=<201>) 1404 x404 "404" 404.5'],
  ];
  for (const [language, code, expected] of filled) {
    it(code, () => {
      const names = {
        router: 'router',
        resource: ['order', 'line'],
        status: (status: { code: number }) => `<${status.code}>`,
      };
      assert.equal(plainText(partsOf(code, language, 'app'), names, language), expected);
    });
  }

  it('are the same in a snippet, when its tab-stop has been left', () => {
    for (const [language, code, expected] of filled.slice(0, 9)) {
      const named = `${language === 'python' ? 'item' : 'item'} ${code}`;
      const own = language === 'python' ? 'order_line' : 'orderLine';
      const names = {
        router: null,
        usualRouter: 'app',
        status: asNumber,
        wellFormed: true,
        resource: ['item'],
        asksForResource: true,
      };
      const body = snippetBody(partsOf(named, language, 'app'), names, language);
      assert.equal(expandSnippet(body, { 1: own }), `${own} ${expected}`, body);
    }
  });

  it('the same guillemets are one tab-stop, and what looks like a snippet is none', () => {
    const names = {
      router: null,
      usualRouter: 'app',
      status: asNumber,
      wellFormed: false,
      resource: ['item'],
      asksForResource: true,
    };
    assert.equal(
      snippetBody(partsOf("app(«a», «b}», «a», `${x}$`, '\\n')", 'ecmascript', 'app'), names, 'ecmascript'),
      "${1:app}(${2:a}, ${3:b\\}}, ${2}, `\\${x}\\$`, '\\\\n')",
    );
  });

  const plurals = 'item items, category categories, box boxes, day days, church churches, person people, order orders';
  for (const pair of plurals.split(', ')) {
    const [one = '', many = ''] = pair.split(' ');
    it(pair, () => assert.equal(pluralOf(one), many));
  }
});
