/** The route map as data: rows of a file, filter, groups and exports. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRoutes } from '../../src/background/routeReading';
import { sourceText } from '../../src/background/sourceText';
import { exportRoutes } from '../../src/core/features/routeExport';
import { filterRoutes } from '../../src/core/features/routeFilter';
import {
  type FileRoutes,
  findingCounts,
  namedStatus,
  type RouteRow,
  worstSeverity,
} from '../../src/core/features/routeMap';
import { plainPath, type RouteNode, routeTree } from '../../src/core/features/routeTree';
import { engine, source } from '../support/engine';

const judging = { judges: true, set: {}, project: null };
const rowsOf = (
  languageId: string,
  text: string,
  how: Partial<typeof judging> & { set?: Record<string, 'error'> } = {},
) => readRoutes(engine, source(languageId, text), { ...judging, ...how });

const python = `from fastapi import FastAPI, HTTPException
app = FastAPI()

@app.post("/items")
def create_item(item: Item) -> Item:
    if item.name in names:
        raise HTTPException(409)
    return item

@app.delete("/items/{item_id}", status_code=204, responses={404: {}})
def delete_item(item_id: int) -> None:
    items.pop(item_id)
`;

describe('routes of a file', () => {
  it('have method, path, handler, place, statuses and findings', async () => {
    const rows = await rowsOf('python', python);
    assert.deepEqual(
      rows.map(({ findings, ...row }) => ({ ...row, findings: findings.map(({ rule, line }) => `${rule} ${line}`) })),
      [
        {
          method: 'POST',
          path: '/items',
          handler: 'create_item',
          line: 4,
          column: 1,
          effective: [200],
          others: [409, 422],
          findings: ['post-creates-201 4'],
        },
        {
          method: 'DELETE',
          path: '/items/{item_id}',
          handler: 'delete_item',
          line: 10,
          column: 1,
          effective: [204],
          others: [404, 422],
          findings: [],
        },
      ],
    );
  });

  it('follow what is set for rules, and cross threads as they are', async () => {
    const rows = await rowsOf('python', python, { set: { 'post-creates-201': 'error' } });
    assert.equal(rows[0]?.findings[0]?.severity, 'error');
    assert.deepEqual(structuredClone(rows), rows);
    assert.deepEqual((await rowsOf('python', python, { judges: false }))[0]?.findings, []);
  });

  it('share the statuses of a handler that several decorators register', async () => {
    const text = `${python}
@app.put("/a")
@app.patch("/b")
def change():
    raise HTTPException(423)
`;
    const rows = (await rowsOf('python', text)).slice(2);
    assert.deepEqual(
      rows.map(({ effective, others }) => [...effective, ...others].includes(423)),
      [true, true],
    );
  });

  it('take a finding once, though one function holds another', async () => {
    const text = `from flask import Flask
def create_app():
    app = Flask(__name__)
    @app.get("/a")
    def a():
        return "a", 201
    @app.get("/b")
    def b():
        return "b"
    return app
`;
    const rows = await rowsOf('python', text);
    assert.deepEqual(
      rows.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
      [
        ['/a', ['safe-method-status']],
        ['/b', []],
      ],
    );
  });

  it('show what a helper answers, and handlers that stand apart from their route', async () => {
    const text = `import express from 'express';
const app = express();
const missing = (res) => res.status(404).end();
app.delete('/items/:id', remove);
function remove(req, res) {
  if (!items.has(req.params.id)) return missing(res);
  items.delete(req.params.id);
  res.json({});
}
`;
    const [row] = await rowsOf('javascript', text);
    assert.deepEqual([row?.effective, row?.others], [[200], [404]]);
    assert.deepEqual(
      row?.findings.map(({ rule }) => rule),
      ['delete-answers-204'],
    );
  });

  it('are not read from bytes that VS Code would show otherwise', () => {
    assert.equal(sourceText(new TextEncoder().encode('\uFEFFa\r\nb\n')), 'a\r\nb\n');
    assert.equal(sourceText(new TextEncoder().encode('a\rb')), null);
    assert.equal(sourceText(Uint8Array.of(0x61, 0xe9, 0x62)), null);
  });

  it('count findings by weight, the heaviest first', () => {
    const of = (...severities: ('hint' | 'warning' | 'information')[]) => severities.map((severity) => ({ severity }));
    assert.equal(
      findingCounts(of('hint', 'warning', 'hint', 'information', 'information')),
      '1 warning, 2 information, 2 hints',
    );
    assert.equal(findingCounts([]), '');
    assert.equal(worstSeverity(of('hint', 'information')), 'information');
    assert.equal(worstSeverity([]), null);
    assert.deepEqual([404, 418, 299, 700].map(namedStatus), [
      '404 Not Found',
      "418 I'm a teapot",
      '299 (successful)',
      '700 (not a status code)',
    ]);
  });
});

// ---------------------------------------------------------------------------------------------------------------------

function row(method: RouteRow['method'], path: string | null, more: Partial<RouteRow> = {}): RouteRow {
  return { method, path, handler: null, line: 1, column: 0, effective: [200], others: [], findings: [], ...more };
}

function file(path: string, routes: readonly RouteRow[], folder: string | null = null): FileRoutes {
  return { uri: `file:///${folder ?? 'w'}/${path}`, folder, path, routes };
}

const hint = { rule: 'post-creates-201', severity: 'hint' as const, message: 'Say 201.', line: 2 };

const shop = [
  file('shop/items.py', [
    row('GET', '/items'),
    row('POST', '/items', { others: [409, 422], findings: [hint], handler: 'add_item', line: 7 }),
    row('DELETE', '/items/{item_id}', { effective: [204], others: [404], line: 20 }),
  ]),
  file('api/items.ts', [
    row('GET', '/items/:id', { others: [404] }),
    row('ANY', '/postcards', { effective: [], others: [500] }),
    row('GET', '/', { effective: [301, 302] }),
    row('PUT', null),
  ]),
];

describe('filter of routes', () => {
  const found = (filter: string) =>
    filterRoutes(shop, filter).flatMap(({ routes }) => routes.map(({ method, path }) => `${method} ${path}`));

  it('takes methods, codes, classes of codes and words, of which all must match', () => {
    assert.deepEqual(found('post'), ['POST /items', 'ANY /postcards']);
    assert.deepEqual(found('POSTC'), ['ANY /postcards']);
    assert.deepEqual(found('404'), ['DELETE /items/{item_id}', 'GET /items/:id']);
    assert.deepEqual(found('40'), ['POST /items', 'DELETE /items/{item_id}', 'GET /items/:id']);
    assert.deepEqual(found('4xx get'), ['GET /items/:id']);
    assert.deepEqual(found('3X'), ['GET /']);
    assert.deepEqual(found('5xx'), ['ANY /postcards']);
    assert.deepEqual(found('conflict'), ['POST /items']);
    assert.deepEqual(found('add_item'), ['POST /items']);
    assert.deepEqual(found('hint creates-201'), ['POST /items']);
    assert.deepEqual(found('items.ts  get'), ['GET /items/:id', 'ANY /postcards', 'GET /']);
    assert.deepEqual(found('404 teapot'), []);
    assert.equal(found(' ').length, 7);
  });

  it('never finds more with more words', () => {
    const word = fc.constantFrom('get', '404', '4', '2xx', 'items', 'items.ts', 'x', '/', 'hint', '(', '\\');
    fc.assert(
      fc.property(fc.array(word), word, (words, more) => {
        const before = new Set(found(words.join(' ')));
        assert.ok(found([...words, more].join(' ')).every((route) => before.has(route)));
      }),
    );
  });
});

describe('groups of routes', () => {
  /** A tree as indented lines. */
  const drawn = (nodes: readonly RouteNode[], depth = 0): string[] =>
    nodes.flatMap((node) => [
      `${' '.repeat(depth)}${node.kind === 'route' ? `${node.route.method} ${node.file.path}` : `${node.label} (${node.count})`}`,
      ...(node.kind === 'route' ? [] : drawn(node.children, depth + 1)),
    ]);

  it('by file, in the order of the code', () => {
    assert.deepEqual(drawn(routeTree(shop, 'file')), [
      'items.ts (4)',
      ' GET api/items.ts',
      ' ANY api/items.ts',
      ' GET api/items.ts',
      ' PUT api/items.ts',
      'items.py (3)',
      ' GET shop/items.py',
      ' POST shop/items.py',
      ' DELETE shop/items.py',
    ]);
  });

  it('by path, whatever the parameters are called', () => {
    assert.deepEqual(drawn(routeTree(shop, 'path')), [
      '/ (1)',
      ' GET api/items.ts',
      '/items (4)',
      ' GET shop/items.py',
      ' POST shop/items.py',
      ' /{id} {item_id} (2)',
      '  GET api/items.ts',
      '  DELETE shop/items.py',
      '/postcards (1)',
      ' ANY api/items.ts',
      'Path not shown in the file (1)',
      ' PUT api/items.ts',
    ]);
  });

  it('put segments that lead nowhere else together', () => {
    const files = [file('a.py', [row('GET', '/api/v1/users'), row('GET', '/api/v1/users/{id}/posts/')])];
    assert.deepEqual(drawn(routeTree(files, 'path')), [
      '/api/v1/users (2)',
      ' GET a.py',
      ' /{id}/posts (1)',
      '  GET a.py',
    ]);
  });

  it('tell workspace folders apart', () => {
    const files = [file('a.py', [row('GET', '/')], 'two'), file('a.py', [row('GET', '/')], 'one')];
    assert.deepEqual(drawn(routeTree(files, 'file')), [
      'one (1)',
      ' a.py (1)',
      '  GET a.py',
      'two (1)',
      ' a.py (1)',
      '  GET a.py',
    ]);
  });

  it('have one name each, though a route is registered twice', () => {
    const files = [...shop, file('twice.py', [row('GET', '/x'), row('GET', '/x')])];
    for (const grouping of ['file', 'path'] as const) {
      const ids: string[] = [];
      const visit = (node: RouteNode) => {
        ids.push(node.id);
        if (node.kind !== 'route') node.children.forEach(visit);
      };
      routeTree(files, grouping).forEach(visit);
      assert.equal(new Set(ids).size, ids.length);
    }
  });

  it('read the parameters of every framework', () => {
    const paths = {
      '/items/{item_id}': '/items/{item_id}',
      '/items/{path:path}': '/items/{path}',
      '/items/<int:item_id>/': '/items/{item_id}/',
      '/items/<item_id>': '/items/{item_id}',
      '/items/<item_id:int>': '/items/{item_id}',
      '/items/:id': '/items/{id}',
      '/items/:id(\\d+)?': '/items/{id}',
      '/items/:id{[0-9]+}': '/items/{id}',
      '/flights/:from-:to': '/flights/{from}-{to}',
      '/v1/items/{id}:archive': '/v1/items/{id}:archive',
      '/v1/items:batch': '/v1/items:batch',
      '/api/[id]': '/api/{id}',
      '/api/[...slug]': '/api/{slug}',
      '/api/[[...slug]]': '/api/{slug}',
      '^items/(?P<pk>[^/.]+)/$': 'items/{pk}/',
      '^items/(?P<year>[0-9]{4})/(?P<slug>(?:\\w|-)+)$': 'items/{year}/{slug}',
      '/items/{id:\\d{4}}': '/items/{id}',
    };
    for (const [written, plain] of Object.entries(paths)) assert.equal(plainPath(written), plain);
  });
});

describe('exports of routes', () => {
  const awkward = [
    file('a (b)/c|d.py', [
      row('GET', '/a|b/`c`/{id}', {
        handler: '=cmd',
        effective: [200, 204],
        others: [404, 409],
        findings: [hint, hint],
      }),
      row('POST', null, { handler: 'say "hi", twice', effective: [] }),
    ]),
  ];

  it('are Markdown tables whose cells hold what the code says', () => {
    assert.equal(
      exportRoutes(awkward, 'markdown'),
      [
        '# Routes',
        '',
        '| Method | Path | Status | Other statuses | Findings | Handler | File |',
        '| --- | --- | --- | --- | --- | --- | --- |',
        '| GET | ``/a\\|b/`c`/{id}`` | 200, 204 | 404, 409 | 2 hints | `=cmd` | [a (b)/c\\|d.py:1](a%20%28b%29/c%7Cd.py#L1) |',
        '| POST | (path not shown in the file) |  |  |  | `say "hi", twice` | [a (b)/c\\|d.py:1](a%20%28b%29/c%7Cd.py#L1) |',
        '',
      ].join('\n'),
    );
  });

  it('are CSV that no spreadsheet takes for a formula', () => {
    assert.equal(
      exportRoutes(awkward, 'csv'),
      [
        'method,path,status,other statuses,findings,worst severity,rules,handler,folder,file,line',
        "GET,/a|b/`c`/{id},200 204,404 409,2,hint,post-creates-201,'=cmd,,a (b)/c|d.py,1",
        'POST,,,,0,,,"say ""hi"", twice",,a (b)/c|d.py,1',
        '',
      ].join('\r\n'),
    );
  });

  it('keep every cell, whatever stands in a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (path, handler) => {
        const files = [file('f.py', [row('GET', path, { handler })])];
        const [, cells, ...rest] = parseCsv(exportRoutes(files, 'csv'));
        assert.deepEqual(rest, []);
        const safe = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
        assert.deepEqual([cells?.[1], cells?.[7], cells?.length], [safe(path), safe(handler), 11]);

        const lines = exportRoutes(files, 'markdown').trimEnd().split('\n');
        assert.equal(lines.length, 5);
        // Bars that end a cell have no backslash in front.
        assert.equal(lines[4]?.match(/(?<!\\)\|/g)?.length, 8);
      }),
    );
  });
});

/** As RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = cell.exec(text); match; match = cell.exec(text)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(cells);
    cells = [];
  }
  return rows;
}
