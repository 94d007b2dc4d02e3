/** What hovers say: the whole text for typical places, and nothing where nothing of ours is. */

import assert from 'node:assert/strict';
import type { Hover } from '../../src/core/features/hover';
import type { Level } from '../../src/core/model';
import { engine, source } from '../support/engine';

const fastapi = `from fastapi import FastAPI, HTTPException, Response, status
from fastapi.responses import JSONResponse

app = FastAPI()

@app.post("/items", status_code=201)
def create_item(item: Item) -> Item:
    if item.name in names:
        raise HTTPException(status.HTTP_409_CONFLICT)
    if item.odd:
        raise HTTPException(499)
    return item

@app.post("/fixed", status_code=201)
def fixed():
    return JSONResponse({})

@app.delete("/items/{item_id}", status_code=204)
def delete_item(item_id: int):
    return {"ok": True}

@app.get("/new", status_code=201)
def get_new():
    return Response()

@app.get("/odd", status_code=290)
def odd():
    return {}

assert client.get("/items").status_code == 404
timeout = 500
`;

describe('hover', () => {
  it('says in short what a declared status means for its route, when it is for, its header, and where to go on', async () => {
    const found = await hoverOf(fastapi, '201');
    assert.equal(
      found?.markdown,
      [
        '**201 Created** · what `POST /items` answers on success',
        'The request worked and made something new. For a POST that adds to a collection, or a PUT to an address where nothing was.',
        'Should carry `Location`: where the new resource is.',
      ].join('\n\n'),
    );
    const start = fastapi.indexOf('201');
    assert.deepEqual(found?.links, [
      {
        to: 'page',
        label: 'RFC 9110 §15.3.2',
        url: 'https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.2',
      },
      { to: 'page', label: 'MDN', url: 'https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/201' },
      { to: 'demo', code: 201 },
      { to: 'chooser', span: { start, end: start + 3 } },
    ]);
  });

  it('has a line at the advanced level for all that one may look up', async () => {
    assert.equal(
      await hover(fastapi, '204', 'advanced'),
      [
        '**204 No Content** · what `DELETE /items/{item_id}` answers on success',
        'The request worked, and there is nothing to send back. For a DELETE, and for an update whose result the client knows already. Ends after the headers, so a body is cut off or breaks the response, and `Content-Length` MUST NOT be sent. For a result that happens to be empty, such as a list, send 200 with `[]`.',
        [
          '**Or 200?** 204 sends nothing with it; an empty list is something, so it is 200.',
          '**Or 205?** 205 also asks the client to clear its form.',
          '**Body** none: the answer ends with its headers. If given one: FastAPI drops what is returned, and clients never see it · **Caching** none, as for any answer to DELETE',
          '**In FastAPI** DELETE is answered with 200 OK unless told otherwise',
          '**Constants** `status.HTTP_204_NO_CONTENT`',
        ].join('  \n'),
      ].join('\n\n'),
    );
    assert.match(
      await hover(fastapi, 'status.HTTP_409_CONFLICT', 'advanced'),
      /\*\*Body\*\* should say what is wrong · \*\*Caching\*\* only with .* POST · \*\*Retry\*\* after resolving/,
    );
  });

  it('says what the framework does by itself', async () => {
    const text = `${fastapi}\n@app.get("/old")\ndef old():\n    return RedirectResponse("/new", 301)\n`;
    assert.match(
      await hover(text.replace('404', '422'), '422', 'advanced'),
      /\*\*In FastAPI\*\* it comes by itself when the request does not validate {2}\n/,
    );
    assert.match(await hover(text, '301', 'advanced'), /`RedirectResponse` sends 307 Temporary Redirect unless told/);
    const nest = `import { Controller, Post, HttpCode } from '@nestjs/common';
@Controller('items')
export class Items {
  @Post()
  @HttpCode(200)
  find() {
    return [];
  }
}`;
    const found = await engine.hover(source('typescript', nest), nest.indexOf('200'), 'advanced');
    assert.match(found?.markdown ?? '', /\*\*In NestJS\*\* POST is answered with 201 Created unless told otherwise/);
  });

  it('asks for a header only where the method does', async () => {
    const text = '@app.put("/items/{id}", status_code=201)\ndef put(id: int): ...\n';
    assert.doesNotMatch(await hover(text, '201'), /Location/);
  });

  it('names the registered code to send in place of an unregistered one', async () => {
    const text = '@app.get("/x")\ndef x():\n    raise HTTPException(498)\n';
    assert.match(await hover(text, '498'), /Send 401 Unauthorized instead\./);
  });

  it('tells redirects apart', async () => {
    const text = '@app.get("/x")\ndef x():\n    return RedirectResponse("/y", 307)\n';
    assert.match(await hover(text, '307', 'advanced'), /\*\*Or 301, 302, 303, 308\?\*\* For good: 301 and 308;/);
  });

  it('tells former names', async () => {
    const text = '@app.get("/x")\ndef x():\n    raise HTTPException(422)\n';
    assert.match(await hover(text, '422', 'advanced'), /\*\*Formerly\*\* Unprocessable Entity$/);
  });

  it('offers no replacement where the text has to stay, and no demo of an interim answer', async () => {
    const text = 'from werkzeug.exceptions import NotFound\n@app.route("/x")\ndef x():\n    raise NotFound()\n';
    const flask = `from flask import Flask\napp = Flask(__name__)\n${text}`;
    const fixed = await engine.hover(source('python', flask), flask.lastIndexOf('NotFound'), 'beginner');
    assert.match(fixed?.markdown ?? '', /^\*\*404 Not Found\*\* · raised by `GET \/x`/);
    assert.deepEqual(
      fixed?.links.map(({ to }) => to),
      ['page', 'page', 'demo'],
    );
    const early = 'const early = STATUS_CODES[103];';
    const node = `import { STATUS_CODES } from 'node:http';\n${early}`;
    const interim = await engine.hover(source('typescript', node), node.indexOf('103'), 'beginner');
    assert.match(interim?.markdown ?? '', /^\*\*103 Early Hints\*\*/);
    assert.deepEqual(
      interim?.links.map(({ to }) => to),
      ['page', 'page', 'chooser'],
    );
  });

  it('reads nothing in a path as Markdown', async () => {
    const text = "app.get('/a`](command:x)|b', (req, res) => res.sendStatus(404));";
    const found = await engine.hover(source('typescript', text), text.indexOf('404'), 'beginner');
    assert.match(found?.markdown ?? '', /raised by|answered by `` GET \/a`\]\(command:x\)\\\|b ``\n/);
  });

  it('explains a constant from its first to its last character, without naming it again', async () => {
    const text = await hover(fastapi, 'status.HTTP_409_CONFLICT');
    assert.match(text, /^\*\*409 Conflict\*\* · raised by `POST \/items`/);
    assert.doesNotMatch(text, /HTTP_409/);
    assert.equal(await hover(fastapi, 'HTTP_409_CONFLICT'), text);
    assert.equal(await hover(fastapi, 'CONFLICT)'), text);
  });

  it('says when the handler wins over the decorator', async () => {
    assert.match(
      await hover(fastapi, '201)\ndef fixed'),
      /^\*\*201 Created\*\* · declared for `POST \/fixed`, but clients see 200 OK\n/,
    );
  });

  it('says that no body may follow', async () => {
    assert.match(await hover(fastapi, '204'), /\n\nNo body may follow\.$/);
  });

  it('says whose convention an unregistered code is, and what clients make of an unknown one', async () => {
    assert.match(
      await hover(fastapi, '499'),
      /^\*\*499 Client Closed Request\*\*[\s\S]*Not registered; used by .*nginx/,
    );
    assert.match(await hover(fastapi, '290'), /Nobody has registered 290\. Clients treat it as 200 OK/);
  });

  it('names a reserved code as people know it, and groups headers that are demanded for one reason', async () => {
    const text = '@app.get("/tea")\ndef tea():\n    return Response(status_code=304 if cold else 418)\n';
    assert.match(await hover(text, '418'), /^\*\*418 I'm a teapot\*\*[\s\S]*Reserved, with no official meaning\./);
    assert.match(
      await hover(text, '304', 'advanced'),
      /\*\*Headers\*\* Must carry `Cache-Control`, .*, `Vary` if the 200 would carry it {2}\n\*\*Body\*\* none/,
    );
  });

  it('says that a status is not read where the framework looks for something else', async () => {
    const text = '@app.get("/tea")\ndef tea():\n    raise HTTPException("no tea", 404)\n';
    assert.match(await hover(text, '404'), /^\*\*404 Not Found\*\* · not read as a status here/);
  });

  it('does not call an error a success', async () => {
    const text = '@app.get("/tea", status_code=418)\ndef tea():\n    return {}\n';
    assert.match(await hover(text, '418'), /^\*\*418 I'm a teapot\*\* · what `GET \/tea` answers\n/);
    assert.match(await hover(text, 'app.get'), /^`GET \/tea` answers \*\*418 I'm a teapot\*\*\.\n/);
    const moved = '@app.get("/moved")\ndef moved(code: int):\n    return RedirectResponse("/", status_code=code)\n';
    assert.match(await hover(moved, 'app.get'), /^`GET \/moved` answers a status that this file does not show\.\n/);
  });

  for (const [form, text, at, headline] of [
    ['a number', 'reply.code(202).send()', '202', 'answered by `GET /x`'],
    ['a string key', 'reply.send()', "'404'", 'documented for `GET /x`'],
    ['a constant', 'reply.code(StatusCodes.GONE).send()', 'StatusCodes.GONE', 'answered by `GET /x`'],
    ['a key of the table of phrases', 'reply.send(STATUS_CODES[418])', '418', 'used in `GET /x`'],
  ] as const) {
    it(`explains ${form}`, async () => {
      const file = `import { STATUS_CODES } from 'node:http';
import fastify from 'fastify';
import { StatusCodes } from 'http-status-codes';
const app = fastify();
app.get('/x', { schema: { response: { '404': Missing } } }, (request, reply) => ${text});
`;
      const found = await engine.hover(source('typescript', file), file.indexOf(at), 'beginner');
      assert.equal(found?.markdown.split('\n')[0]?.split(' · ')[1], headline);
    });
  }

  it('explains a comparison', async () => {
    assert.match(await hover(fastapi, '404'), /^\*\*404 Not Found\*\* · compared with the status of an answer/);
  });

  it('lists on the decorator of a route all that it may answer, and why', async () => {
    assert.equal(
      await hover(fastapi, 'app.post'),
      [
        '`POST /items` answers **201 Created** on success.',
        table(
          '409 Conflict | raised',
          '422 Unprocessable Content | by FastAPI, when the request does not validate',
          '499 Client Closed Request | raised',
          '500 Internal Server Error | by FastAPI, when the handler raises what nothing catches',
        ),
      ].join('\n\n'),
    );
    assert.match(
      await hover(fastapi, 'app.post', 'advanced'),
      /\n\nWhere no handler is reached, FastAPI answers 307 when .*; 404 when .*; 405 when .*`Allow`\.$/,
    );
  });

  it('has a row for each reason where a row for each status would be a long list', async () => {
    const codes = [400, 401, 403, 404, 409, 410, 412, 415];
    const raises = codes.map((code) => `    if x == ${code}:\n        raise HTTPException(${code})\n`).join('');
    const text = `@app.post("/x")\ndef login(x: int):\n${raises}    return {}\n`;
    assert.ok(
      (await hover(text, 'app.post')).endsWith(
        table(
          '422 Unprocessable Content | by FastAPI, when the request does not validate',
          '500 Internal Server Error | by FastAPI, when the handler raises what nothing catches',
          '400, 401, 403, 404, 409, 410, 412, 415 | raised',
        ),
      ),
    );
  });

  it('tells what is declared and documented from what is answered', async () => {
    const text = `@app.post("/x", status_code=201, responses={404: {}, 409: {}, 410: {}})
def x(request: Request):
    if gone:
        raise HTTPException(404)
    return JSONResponse({}, 202)
`;
    assert.equal(
      await hover(text, 'app.post'),
      [
        '`POST /x` answers **202 Accepted** on success.',
        table(
          '201 Created | declared, but not answered',
          '404 Not Found | raised; documented',
          '500 Internal Server Error | by FastAPI, when the handler raises what nothing catches',
          '409, 410 | documented, but not answered here',
        ),
      ].join('\n\n'),
    );
  });

  it('says when a status is only the default, and that a handler without input validates nothing', async () => {
    const text = '@app.get("/x")\ndef x():\n    return {}\n';
    assert.equal(
      await hover(text, 'app.get'),
      [
        '`GET /x` answers **200 OK** on success, the default of FastAPI for GET.',
        table('500 Internal Server Error | by FastAPI, when the handler raises what nothing catches'),
      ].join('\n\n'),
    );
  });

  it('expects nothing to be checked of what FastAPI hands over by itself', async () => {
    const handed =
      'request: Request, tasks: BackgroundTasks, db: Annotated[Session, Depends(get_db)], user=Depends(me)';
    const text = `@app.get("/x")\ndef x(${handed}):\n    return {}\n`;
    assert.doesNotMatch(await hover(text, 'app.get'), /422/);
    assert.match(await hover(text.replace('user=', 'page: int = 1, user='), 'app.get'), /\| 422 /);
  });

  it('counts the errors of a handler to each of its stacked decorators', async () => {
    const text = '@app.get("/a")\n@app.get("/b")\ndef x():\n    raise HTTPException(404)\n    return {}\n';
    const stacked = [await hover(text, 'app.get("/a'), await hover(text, 'app.get("/b')];
    for (const each of stacked) assert.match(each, /\| 404 Not Found \| raised \|/);
  });

  it('keeps apart what a handler answers to one method and to another', async () => {
    const text = `export default function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') return res.status(201).json({});
  if (req.method === 'DELETE') return res.status(204).end();
}`;
    const found = await engine.hover(
      { ...source('typescript', text), uri: 'file:///shop/pages/api/items.ts' },
      text.indexOf("'POST'") + 2,
      'beginner',
    );
    assert.match(found?.markdown ?? '', /^`POST \/api\/items` answers \*\*201 Created\*\* on success\./);
    assert.doesNotMatch(found?.markdown ?? '', /204/);
  });

  it('tells all that one base class answers', async () => {
    const text =
      'from rest_framework.viewsets import ModelViewSet\n\nclass Items(ModelViewSet):\n    queryset = Item.objects.all()\n';
    assert.equal(
      await hover(text, 'ModelViewSet)'),
      [
        '`GET` answers **200 OK** on success, the default of Django for GET.',
        '`POST` answers **201 Created** on success.',
        '`PUT` answers **200 OK** on success, the default of Django for PUT.',
        '`PATCH` answers **200 OK** on success, the default of Django for PATCH.',
        '`DELETE` answers **204 No Content** on success.',
        table('500 Internal Server Error | by Django, when the view raises what nothing catches'),
      ].join('\n\n'),
    );
  });

  it('names the constants that the framework at hand has, where the file imports none', async () => {
    const fragment = '@app.get("/x", status_code=206)\ndef x(): ...\n';
    assert.match(
      await hover(fragment, '206', 'advanced'),
      /\n\*\*Constants\*\* `status\.HTTP_206_PARTIAL_CONTENT`, `HTTPStatus\.PARTIAL_CONTENT`$/,
    );
    const route = "app.get('/x', (req, res) => res.sendStatus(404));";
    const express = await engine.hover(source('typescript', route), route.indexOf('404'), 'advanced');
    assert.match(express?.markdown ?? '', /\*\*Constants\*\* `StatusCodes\.NOT_FOUND`$/);
  });

  it('is silent on other numbers and words', async () => {
    for (const word of ['500', 'timeout', 'item_id', 'return', '"/items"'])
      assert.equal(await hover(fastapi, word), '', word);
  });
});

/** The hover's Markdown at the first character of the first place where `words` stand; empty where there is none. */
async function hover(text: string, words: string, level: Level = 'beginner'): Promise<string> {
  return (await hoverOf(text, words, level))?.markdown ?? '';
}

function hoverOf(text: string, words: string, level: Level = 'beginner'): Promise<Hover | null> {
  const at = text.indexOf(words);
  assert.notEqual(at, -1, words);
  return engine.hover(source('python', text), at, level);
}

/** The table of what a route answers beside its success. */
function table(...rows: readonly string[]): string {
  return ['| Also | |', '| :-- | :-- |', ...rows.map((row) => `| ${row} |`)].join('\n');
}
