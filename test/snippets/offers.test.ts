/** What is offered while a handler or test is typed, and what the command writes: text before, text after. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits';
import type { Import, Language, Project } from '../../src/core/model';
import { pluralOf, resourceWords } from '../../src/core/snippets/naming';
import { partsOf } from '../../src/core/snippets/parts';
import { indented, programOf } from '../../src/core/snippets/program';
import { holeLine, usedNames, writeImports } from '../../src/core/snippets/statements';
import { mayBeOffered } from '../../src/core/snippets/words';
import { asNumber, plainText } from '../../src/core/snippets/writing';
import { frameworks } from '../../src/frameworks/registry';
import { library } from '../../src/snippets/library';
import { engine, scanText, source } from '../support/engine';
import { expandSnippet } from './expandSnippet';
import { filledIn } from './programs';

const templatesIn = (languageId: string) => library.templatesFor(languageId, frameworks);

/** What is offered where `|` stands, with the word in front of it. */
async function offersIn(languageId: string, marked: string, uri?: string, packages: readonly string[] = []) {
  // Where a program has that sign itself, another one marks the place.
  const mark = marked.includes('¦') ? '¦' : '|';
  const at = marked.indexOf(mark);
  const text = marked.replace(mark, '');
  const word = /[a-z][a-z0-9-]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const offset = at - word.length;
  const project: Project = { versions: Object.fromEntries(packages.map((name) => [name, { lowest: null }])) };
  const document = { ...source(languageId, text), surroundings: { project, habit: null }, ...(uri && { uri }) };
  const outline = await engine.outline(document, offset);
  assert.ok(outline);
  const offers = mayBeOffered(word)
    ? library.offersAt({ source: document, outline, offset, word, frameworks, templates: templatesIn(languageId) })
    : [];
  return { text, at, offset, offers };
}

/** The text when an offer is taken, with the resource named. */
async function taken(
  languageId: string,
  marked: string,
  prefix: string,
  resource = 'item',
  uri?: string,
  packages?: readonly string[],
) {
  const { text, at, offset, offers } = await offersIn(languageId, marked, uri, packages);
  const offer = offers.find((each) => each.prefix === prefix);
  assert.ok(offer, `${prefix} is not offered in ${text}: ${offers.map((each) => each.prefix).join(' ')}`);
  const indent = languageId === 'python' ? '    ' : '  ';
  const own = /[ \t]*$/.exec(text.slice(0, offset))?.[0] ?? '';
  // What is shown before it is taken is what is written.
  const shown = expandSnippet(offer.body).replaceAll('\t', indent);
  assert.equal(offer.preview().trimEnd(), shown);
  const code = expandSnippet(offer.body, { 1: typedInto(offer.body, resource) })
    .replaceAll('\t', indent)
    .replaceAll('\n', `\n${own}`);
  return applyEdits(text, [...offer.edits, { span: { start: offset, end: at }, text: code }]);
}

/** A snippet whose names are all plural asks for the plural. */
function typedInto(body: string, resource: string): string {
  if (!/\$\{1:\w+s\}/.test(body)) return resource;
  const [word = ''] = /[A-Z]?[a-z0-9]+$/.exec(resource) ?? [];
  return resource.slice(0, resource.length - word.length) + pluralOf(word);
}

function camelOrSnake(words: readonly string[], language: Language): string {
  const [first = '', ...rest] = words;
  if (language === 'python') return words.join('_');
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

async function prefixes(languageId: string, marked: string, uri?: string, packages?: readonly string[]) {
  return (await offersIn(languageId, marked, uri, packages)).offers.map(({ prefix }) => prefix);
}

const python = `from fastapi import APIRouter, status

orders = APIRouter()


@orders.get("/orders", status_code=status.HTTP_200_OK)
def read_orders() -> list[Order]:
    return []


|
`;

describe('offers of handlers', () => {
  it('are written on the router of the file, with its constants and the imports that are missing', async () => {
    assert.equal(
      await taken('python', python.replace('|', 'route-get|'), 'route-get200', 'order_line'),
      python.replace('APIRouter, status', 'APIRouter, status, HTTPException').replace(
        '|',
        `@orders.get("/order-lines/{order_line_id}")
async def read_order_line(order_line_id: int) -> OrderLine:
    order_line = order_lines.get(order_line_id)
    if order_line is None:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="Order line not found")
    return order_line`,
      ),
    );
  });

  it('import constants one by one where the file does, and write numbers for those that some version lacks', async () => {
    const bare = python
      .replace('APIRouter, status', 'APIRouter, HTTPException\nfrom starlette.status import HTTP_400_BAD_REQUEST')
      .replace(', status_code=status.HTTP_200_OK', '')
      .replace('return []', 'raise HTTPException(HTTP_400_BAD_REQUEST)');
    const text = await taken('python', bare.replace('|', 'route|'), 'route-delete204', 'order');
    assert.match(
      text,
      /^from starlette\.status import HTTP_400_BAD_REQUEST, HTTP_204_NO_CONTENT, HTTP_404_NOT_FOUND$/m,
    );
    assert.match(text, /status_code=HTTP_204_NO_CONTENT\).*HTTPException\(status_code=HTTP_404_NOT_FOUND/s);
    assert.match(
      await taken('python', python.replace('|', 'route|'), 'route-range206', 'order'),
      /status_code=416\b.*status\.HTTP_206_PARTIAL_CONTENT/s,
    );
  });

  it('make real plurals', async () => {
    const text = await taken('python', python.replace('|', 'route|'), 'route-post201', 'category');
    assert.match(
      text,
      /\.post\("\/categories", status_code=status\.HTTP_201_CREATED\)\nasync def create_category\(new_category: NewCategory/,
    );
    assert.match(text, /Category\(id=max\(categories, default=0\)/);
    assert.match(text, /from fastapi import APIRouter, status, Response\n/);
  });

  it('are there from the first letter on, in a file that names no status yet', async () => {
    const text = "import express from 'express';\n\nconst api = express.Router();\n\nr|\n";
    const offered = await prefixes('typescript', text);
    assert.equal(offered.length, 14);
    assert.ok(offered.every((prefix) => prefix.startsWith('route-')));
    assert.equal(
      await taken('typescript', text, 'route-list200'),
      `import type { Request, Response } from 'express';
import express from 'express';

const api = express.Router();

api.get('/items', (_req: Request, res: Response<Item[]>) => {
  res.json([...items.values()]);
});
`,
    );
  });

  it('count on the prefix of the router, and take its resource for granted', async () => {
    const text = python.replace('APIRouter()', 'APIRouter(prefix="/api/order-lines")').replace('|', 'route|');
    const { offers } = await offersIn('python', text);
    const [body] = offers.filter(({ prefix }) => prefix === 'route-post201').map((offer) => expandSnippet(offer.body));
    assert.match(body ?? '', /^@orders\.post\("", status_code=.*\nasync def create_order_line\(/);
    assert.match(body ?? '', /= f"\/api\/order-lines\/\{order_line\.id\}"/);
    // Names that follow a tab-stop are wrong until it is left with Tab: none is needed here.
    for (const { body: snippet } of offers) assert.doesNotMatch(snippet, /\$\{\d+\//);
    const [job] = offers.filter(({ prefix }) => prefix === 'route-job202').map((offer) => expandSnippet(offer.body));
    assert.match(job ?? '', /^@orders\.post\("\/jobs"/m);
    assert.match(job ?? '', /^@orders\.get\("\/jobs\/\{job_id\}"/m);
    assert.match(job ?? '', /f"\/api\/order-lines\/jobs\/\{job_id\}"/);
    assert.match(job ?? '', /RedirectResponse\(f"\/api\/order-lines\/\{order_line_id\}"/);
  });

  it('ask what a handler is for where the file has the one of its router', async () => {
    const under = (prefix: string, handler: string) =>
      `from fastapi import APIRouter\n\nrouter = APIRouter(prefix="${prefix}")\n\n\n${handler}\n\n\nroute|\n`;
    const bodies = async (marked: string, languageId = 'python') =>
      new Map((await offersIn(languageId, marked)).offers.map(({ prefix, body }) => [prefix, body]));

    const creating = '@router.post("/")\ndef add(new: New):\n    save(new)';
    const byRoute = await bodies(under('/orders', creating));
    assert.match(byRoute.get('route-post201') ?? '', /^@router\.post\("\/\$\{1/);
    assert.match(expandSnippet(byRoute.get('route-post201') ?? ''), /\("\/items", .*\n.* create_item\(/);
    assert.match(expandSnippet(byRoute.get('route-delete204') ?? ''), /^@router\.delete\("\/\{order_id\}"/);

    const byName = await bodies(under('/items', 'def create_item(new):\n    save(new)'));
    assert.match(expandSnippet(byName.get('route-post201') ?? ''), /\("\/parts", .*\n.* create_part\(/);
    assert.match(expandSnippet(byName.get('route-list200') ?? ''), /^@router\.get\("".*\n.* list_items\(/);

    const express =
      "import { Router } from 'express';\nconst r = Router();\nr.get('/:orderId', (req, res) => res.send(one(req)));\nroute|\n";
    const called = await bodies(express, 'typescript');
    assert.match(expandSnippet(called.get('route-delete204') ?? ''), /^r\.delete\('\/:orderId'/);
    assert.match(expandSnippet(called.get('route-get200') ?? ''), /^r\.get\('\/items\/:itemId'/);
  });

  it('take a router whose paths begin with an id for one that is mounted elsewhere', async () => {
    const text =
      "import { Router } from 'express';\nexport const r = Router();\nr.get('/', list);\nr.get('/:orderLineId/notes', notes);\nroute|\n";
    const body = async (marked: string) =>
      expandSnippet(
        (await offersIn('typescript', marked)).offers.find(({ prefix }) => prefix === 'route-post201')?.body ?? '',
      );
    assert.match(await body(text), /^r\.post\('\/', [\s\S]*`\/order-lines\/\$\{orderLine\.id\}`/);
    assert.match(await body(text.replace('/:orderLineId/', '/:slug/')), /^r\.post\('\/items', /);
    assert.match(await body(text.replace("'/',", "'/about',")), /^r\.post\('\/items', /);
  });

  it('leave out what only an app has where there is only a router', async () => {
    const app = python.replaceAll('APIRouter', 'FastAPI').replace('|', 'route|');
    assert.ok((await prefixes('python', app)).includes('route-error'));
    assert.ok(!(await prefixes('python', python.replace('|', 'route|'))).includes('route-error'));
  });

  const silent: readonly (readonly [string, string, string])[] = [
    ['in a handler', 'python', `${python.replace('|', '')}def more():\n    route|\n`],
    ['in a string', 'python', python.replace('|', '"""\nroute|\n"""')],
    ['in a comment', 'python', python.replace('|', '# route|')],
    ['behind something else', 'python', python.replace('|', 'x = route|')],
    ['in arguments', 'python', python.replace('|', 'call(\nroute|\n)')],
    ['on other words', 'python', python.replace('|', 'routine|')],
    ['on no word', 'python', python],
    ['in an indented block', 'python', python.replace('|', 'if orders:\n    route|')],
    ['in a file of no framework', 'python', 'import os\n\nroute|\n'],
    ['where there is no router', 'python', 'from fastapi import HTTPException\n\nroute|\n'],
    [
      'in a handler',
      'typescript',
      "import express from 'express';\nconst app = express();\napp.get('/x', (req, res) => {\n  route|\n});\n",
    ],
    [
      'in an object',
      'typescript',
      "import express from 'express';\nconst app = express();\nconst x = {\n  route|\n};\n",
    ],
    [
      'in JavaScript, where they would need decorators',
      'javascript',
      "import { Controller } from '@nestjs/common';\n@Controller('x')\nexport class X {\n  route|\n}\n",
    ],
    ['for tests in a file of handlers', 'python', python.replace('|', 'test|')],
  ];
  for (const [where, language, text] of silent) {
    it(`are silent ${where} (${language})`, async () => assert.deepEqual(await prefixes(language, text), []));
  }
});

describe('offers in JavaScript', () => {
  const file = "const express = require('express');\n\nconst shop = express();\n\nroute|\n";

  it('have no types', async () => {
    assert.equal(
      await taken('javascript', file, 'route-get200', 'order'),
      `const express = require('express');

const shop = express();

shop.get('/orders/:orderId', (req, res) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order) {
    res.status(404).json({ error: 'Order not found' });
    return;
  }
  res.json(order);
});
`,
    );
  });

  it('bring in what they need as the file does', async () => {
    const text = await taken('javascript', file, 'route-accepted202', 'order');
    assert.match(text, /^const \{ randomUUID \} = require\('node:crypto'\);$/m);
    assert.doesNotMatch(text, /^import /m);
  });

  it('are whole programs in an empty file', async () => {
    const text = await written('javascript', '|', 'express', 'list200');
    assert.equal(
      text,
      `import express from 'express';

const items = new Map([[1, { id: 1, name: 'One' }]]);

export const app = express();
app.use(express.json());

app.get('/items', (_req, res) => {
\tres.json([...items.values()]);
});

app.listen(3000);
`,
    );
  });
});

describe('offers of tests', () => {
  const file = `from fastapi.testclient import TestClient

from shop.main import app

browser = TestClient(app)


test|
`;

  it('use the client of the file', async () => {
    assert.match(
      await taken('python', file, 'test-delete204', 'order'),
      /\ndef test_deletes_order\(\) -> None:\n {4}response = browser\.delete\("\/orders\/1"\)/,
    );
  });

  it('bring a client along where the file has none', async () => {
    assert.equal(
      await taken('python', 'from fastapi.testclient import TestClient\n\ntest|\n', 'test-list200'),
      `from fastapi.testclient import TestClient

from main import app


client = TestClient(app)


def test_lists_items() -> None:
    response = client.get("/items")
    assert response.status_code == 200
    assert isinstance(response.json(), list)
`,
    );
  });

  it('are known by what they ask with and by the packages of the project', async () => {
    const text =
      "import request from 'supertest';\nimport { server } from '../src/app';\n\ndescribe('orders', () => {\n  test|\n});\n";
    const offered = await prefixes('typescript', text, 'file:///orders.test.ts', ['express']);
    assert.equal(offered.length, 14);
    assert.deepEqual(await prefixes('typescript', text, 'file:///orders.test.ts', []), []);
  });
});

describe('offers of handlers in aiohttp', () => {
  const text = 'from aiohttp import web\n\nroutes = web.RouteTableDef()\napp = web.Application()\n\n\nroute|\n';

  it('are written on the table of routes', async () => {
    assert.match(await taken('python', text, 'route-list200', 'order'), /\n@routes\.get\("\/orders"\)\n/);
  });

  it('are silent beside an app alone, which has no decorators', async () => {
    assert.deepEqual(await prefixes('python', text.replace('routes = web.RouteTableDef()\n', '')), []);
  });
});

describe('offers of tests in Python', () => {
  it('are silent beside what handlers import too', async () => {
    assert.deepEqual(await prefixes('python', 'import os\n\ntest|\n', 'file:///shop/paths.py', ['flask']), []);
  });

  it('use the client that an app of Flask makes', async () => {
    const text = 'from shop import app\n\nclient = app.test_client()\n\n\ntest|\n';
    assert.equal(
      await taken('python', text, 'test-list200', 'order', 'file:///shop/test_orders.py', ['flask']),
      text.replace(
        'test|',
        `def test_lists_orders() -> None:
    response = client.get("/orders")
    assert response.status_code == 200
    assert isinstance(response.get_json(), list)`,
      ),
    );
  });

  it('are those of REST framework where a file imports it', async () => {
    const rest = 'from rest_framework.test import APIClient\n\nclient = APIClient()\n\n\ntest|\n';
    const plain = rest.replaceAll('rest_framework.test', 'django.test').replaceAll('APIClient', 'Client');
    assert.match(await taken('python', rest, 'test-put200', 'order'), /"New"\}, format="json"\)/);
    assert.match(await taken('python', plain, 'test-put200', 'order'), /"New"\}, content_type="application\/json"\)/);
  });
});

/** What the command leaves of a text, with the cursor where `|` stands. */
async function written(languageId: string, marked: string, framework: string, operation: string, resource = 'item') {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const outline = await engine.outline(source(languageId, text), offset);
  const template = templatesIn(languageId).find((each) => each.id === framework);
  const section = template?.sections.find((each) => each.operation === operation);
  const found = frameworks.find(({ id }) => id === template?.framework);
  const words = resourceWords(resource);
  assert.ok(outline && template && section && found && words);
  const insertion = library.handlerInsertion({
    text,
    outline,
    offset,
    framework: found,
    template,
    section,
    resource: words,
    indent: languageId === 'python' ? '    ' : '\t',
  });
  if ('refused' in insertion) return insertion.refused;
  const after = applyEdits(text, insertion.edits);
  assert.match(after.slice(insertion.at), /^(?:@|\w)/);
  return after;
}

describe('Insert Route Handler', () => {
  it('writes behind the route at the cursor, never into it, and adds imports', async () => {
    const text = `from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def home() -> dict[str, str]:
    retu|rn {}


# The last one.
@app.get("/last")
def last() -> None: ...
`;
    assert.equal(
      await written('python', text, 'fastapi', 'delete204', 'order line'),
      `from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/")
def home() -> dict[str, str]:
    return {}


@app.delete("/order-lines/{order_line_id}", status_code=204)
async def delete_order_line(order_line_id: int) -> None:
    if order_lines.pop(order_line_id, None) is None:
        raise HTTPException(status_code=404, detail="Order line not found")


# The last one.
@app.get("/last")
def last() -> None: ...
`,
    );
  });

  it('writes behind the imports and the app, and before what starts the program', async () => {
    const text = `|import uvicorn
from fastapi import FastAPI

app = FastAPI()

if __name__ == "__main__":
    uvicorn.run(app)
`;
    const expected = `import uvicorn
from fastapi import FastAPI

app = FastAPI()


@app.get("/people")
async def list_people() -> list[Person]:
    return list(people.values())

if __name__ == "__main__":
    uvicorn.run(app)
`;
    assert.equal(await written('python', text, 'fastapi', 'list200', 'person'), expected);
    assert.equal(await written('python', `${text.replace('|', '')}|`, 'fastapi', 'list200', 'person'), expected);
  });

  it('indents as the editor does and keeps the line ends of the file', async () => {
    const text = "import express from 'express';\r\nconst app = express();|";
    assert.equal(
      await written('typescript', text, 'express', 'list200', 'OrderLine'),
      "import type { Request, Response } from 'express';\r\nimport express from 'express';\r\nconst app = express();\r\n\r\napp.get('/order-lines', (_req: Request, res: Response<OrderLine[]>) => {\r\n\tres.json([...orderLines.values()]);\r\n});\r\n",
    );
  });

  it('writes a whole program into an empty file, below what its comments say', async () => {
    const text = await written('typescript', '// Our shop.\n|', 'express', 'list200', 'category');
    assert.equal(
      text,
      `// Our shop.

import express, { type Request, type Response } from 'express';

interface NewCategory {
	readonly name: string;
}

interface Category extends NewCategory {
	readonly id: number;
}

const categories = new Map<number, Category>([[1, { id: 1, name: 'One' }]]);

export const app = express();
app.use(express.json());

app.get('/categories', (_req: Request, res: Response<Category[]>) => {
	res.json([...categories.values()]);
});

app.listen(3000);
`,
    );
  });

  it('writes before what answers when no route has, and before what starts the server', async () => {
    const text =
      "import express, { type Request, type Response } from 'express';\nconst app = express();\napp.use(express.json());\napp.get('/', (_req, res) => res.send('x'));\napp.use((_req, res) => res.sendStatus(404));\napp.listen(3000);\n|";
    const after = await written('typescript', text, 'express', 'list200');
    assert.match(after, /res\.send\('x'\)\);\n\napp\.get\('\/items'[\s\S]*\n\}\);\napp\.use\(\(_req, res\) => res/);
    const first = await written('typescript', text.replace(/app\.get.*\n/, ''), 'express', 'list200');
    assert.match(first, /app\.listen\(3000\);\n\napp\.get\('\/items'/);
  });

  it('counts on the prefix of the router', async () => {
    const text = 'from fastapi import APIRouter, Response\n\nrouter = APIRouter(prefix="/items")\n|';
    const own = await written('python', text, 'fastapi', 'post201', 'item');
    assert.match(own, /@router\.post\("", status_code=201\)[\s\S]*f"\/items\/\{item\.id\}"/);
    const below = await written('python', text, 'fastapi', 'post201', 'order');
    assert.match(below, /@router\.post\("\/orders", status_code=201\)[\s\S]*f"\/items\/orders\/\{order\.id\}"/);
    const open = await written('python', text.replace('/items', '/shops/{shop}'), 'fastapi', 'post201', 'order');
    assert.match(open, /@router\.post\("\/orders", status_code=201\)[\s\S]*f"\/orders\/\{order\.id\}"/);
    const express =
      "import express, { Router } from 'express';\nconst app = express();\nconst r = Router();\napp.use('/orders', r);\nr.get('/', list);\n|";
    const typed = await written('typescript', express, 'express', 'post201', 'order');
    assert.match(typed, /\nr\.post\('\/', [\s\S]*`\/orders\/\$\{order\.id\}`/);
  });

  it('lists the handlers of a new program for an app that is given them', async () => {
    const text = await written('python', '|', 'litestar', 'job202', 'order line');
    assert.match(text, /route_handlers=\[\n {8}start_order_line_job,\n {8}read_order_line_job,\n {4}\]\n\)\n$/);
  });

  it('writes paths of Django, which begin without a slash', async () => {
    const text = await written('python', '|', 'django', 'list200', 'order line');
    assert.match(text, /\n\n\nurlpatterns \+= \[path\("order-lines", list_order_lines\)\]\n$/);
  });

  it('says why it cannot write', async () => {
    assert.match(await written('python', 'import os\n|', 'fastapi', 'list200'), /no FastAPI app or router/);
    const router = 'from fastapi import APIRouter\n\nrouter = APIRouter()\n|';
    assert.match(await written('python', router, 'fastapi', 'error'), /registered on FastAPI/);
  });
});

describe('names of resources', () => {
  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ['item', ['item']],
    [' order line ', ['order', 'line']],
    ['orderLine', ['order', 'line']],
    ['Order-Line', ['order', 'line']],
    ['order_line', ['order', 'line']],
    ['v2 key', ['v2', 'key']],
    ['', null],
    ['2nd', null],
    ['a b c d', null],
    ['größe', null],
  ];
  for (const [typed, words] of cases) it(JSON.stringify(typed), () => assert.deepEqual(resourceWords(typed), words));
});

/** Beside all that its frame declares, but only what that imports, an offer makes what has been proved. */
for (const [languageId, template] of ['python', 'typescript', 'javascript'].flatMap((id) =>
  templatesIn(id).map((template) => [id, template] as const),
)) {
  describe(`offers for ${template.id} in ${languageId}`, () => {
    const packages = frameworks.find(({ id }) => id === template.framework)?.modules;
    for (const section of template.sections) {
      const prefix = section.isTest ? section.operation : `route-${section.operation}`;
      it(`${prefix} makes the program that has been proved`, async () => {
        const frame = section.isTest ? template.testFrame : template.frame;
        const blocks = frame.blocks.map(({ code }) => code).join('\n\n');
        const used = usedNames(blocks, template.language);
        const imports = frame.imports.filter(({ local, own }) => own || used.has(local));
        const file = section.isTest ? (section.file ?? template.testFile) : (section.file ?? template.file);
        const hole = section.apart ? null : holeLine.exec(blocks);
        const base = `${writeImports(imports, template.language)}\n\n${blocks}`;
        const marked = hole ? base.replace(holeLine, `${hole[1]}${prefix}¦`) : `${base}\n\n${prefix}¦\n`;
        const text = await taken(languageId, marked, prefix, 'item', `file:///shop/${file}`, packages);
        for (const words of [['category'], ['order', 'line'], ['box']]) {
          // With another resource it says what the command would have written.
          const parts = partsOf(section.code, template.language, template.router);
          const names = { router: template.router ?? '', resource: words, status: asNumber };
          const { offers } = await offersIn(languageId, marked, `file:///shop/${file}`, packages);
          const body = offers.find((each) => each.prefix === prefix)?.body ?? '';
          const own = camelOrSnake(words, template.language);
          const filled = expandSnippet(body, { 1: typedInto(body, own) }).replaceAll(
            '\t',
            template.language === 'python' ? '    ' : '  ',
          );
          if (!section.isTest) assert.equal(filled, plainText(parts, names, template.language).trimEnd());
        }
        const code = filledIn(section, template).trimEnd();
        // The editor indents empty lines of a snippet too.
        const trimmed = text.replace(/^[ \t]+$/gm, '');
        assert.ok(trimmed.includes(hole ? indented(code, hole[1] ?? '') : code), text);
        const program = await scanText(languageId, programOf(template, section, code), `file:///proved/${file}`);
        const known = (await scanText(languageId, text, `file:///made/${file}`)).imports.map(names);
        for (const item of program.imports) assert.ok(known.includes(names(item)), `${names(item)} is not imported`);
        assert.equal(new Set(known).size, known.length, 'something is imported twice');
      });
    }
  });
}

function names({ module, path, local }: Import): string {
  return `${module} ${path} ${local}`;
}
