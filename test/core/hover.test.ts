/** What hovers say: the whole text for typical places, and nothing where nothing of ours is. */

import assert from 'node:assert/strict';
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
  it('says what a declared status means for its route, its header, its names and where to read on', async () => {
    assert.equal(
      await hover(fastapi, '201'),
      [
        '**201 Created** · what `POST /items` answers on success',
        'The request worked and made something new.',
        'Should carry `Location`: where the new resource is.',
        '`status.HTTP_201_CREATED`',
        '[RFC 9110 §15.3.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.2) · [MDN](https://developer.mozilla.org/docs/Web/HTTP/Reference/Status/201)',
      ].join('\n\n'),
    );
  });

  it('goes deeper at the advanced level', async () => {
    const beginner = (await hover(fastapi, '201')).length;
    const advanced = await hover(fastapi, '201', 'advanced');
    assert.ok(advanced.length > beginner + 40);
  });

  it('explains a constant from its first to its last character, without naming it again', async () => {
    const text = await hover(fastapi, 'status.HTTP_409_CONFLICT');
    assert.match(text, /^\*\*409 Conflict\*\* · raised by `POST \/items`/);
    assert.doesNotMatch(text, /HTTP_409/);
    assert.equal(await hover(fastapi, 'HTTP_409_CONFLICT'), text);
    assert.equal(await hover(fastapi, 'CONFLICT)'), text);
  });

  it('says when the handler wins over the decorator', async () => {
    assert.match(await hover(fastapi, '201)\ndef fixed'), /Clients see 200 OK: the handler's own response wins/);
  });

  it('says when a body would be dropped', async () => {
    const text = await hover(fastapi, '204');
    assert.match(text, /returns a value, but no body is sent/);
    assert.match(text, /No body may follow\./);
  });

  it('says that a GET creates nothing', async () => {
    assert.match(await hover(fastapi, '201)\ndef get_new'), /only reads/);
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
      await hover(text, '304'),
      /Must carry `Cache-Control`, .*, `Vary` if the 200 would carry it\. No body may follow\./,
    );
  });

  it('says that a status is not read where the framework looks for something else', async () => {
    const text = '@app.get("/tea")\ndef tea():\n    raise HTTPException("no tea", 404)\n';
    assert.match(await hover(text, '404'), /^\*\*404 Not Found\*\* · not read as a status here/);
  });

  it('does not call an error a success', async () => {
    const text = '@app.get("/tea", status_code=418)\ndef tea():\n    return {}\n';
    assert.match(await hover(text, '418'), /^\*\*418 I'm a teapot\*\* · what `GET \/tea` answers\n/);
    assert.equal(await hover(text, 'app.get'), "`GET /tea` answers **418 I'm a teapot**.");
    const moved = '@app.get("/moved")\ndef moved(code: int):\n    return RedirectResponse("/", status_code=code)\n';
    assert.equal(await hover(moved, 'app.get'), '`GET /moved` answers a status that this file does not show.');
  });

  it('explains a comparison', async () => {
    assert.match(await hover(fastapi, '404'), /^\*\*404 Not Found\*\* · compared with the status received/);
  });

  it('sums a route up on its decorator', async () => {
    assert.equal(
      await hover(fastapi, 'app.post'),
      '`POST /items` answers **201 Created** on success.\n\nErrors here: 409 Conflict, 499 Client Closed Request.',
    );
  });

  it('tells all that one base class answers', async () => {
    const text =
      'from rest_framework.viewsets import ModelViewSet\n\nclass Items(ModelViewSet):\n    queryset = Item.objects.all()\n';
    assert.equal(
      await hover(text, 'ModelViewSet)'),
      [
        '`GET` answers **200 OK** on success.',
        '`POST` answers **201 Created** on success.',
        '`PUT` answers **200 OK** on success.',
        '`PATCH` answers **200 OK** on success.',
        '`DELETE` answers **204 No Content** on success.',
      ].join('\n\n'),
    );
  });

  it('names the constants that the framework at hand has, where the file imports none', async () => {
    const fragment = '@app.get("/x", status_code=206)\ndef x(): ...\n';
    assert.match(
      await hover(fragment, '206'),
      /\n`status\.HTTP_206_PARTIAL_CONTENT` · `HTTPStatus\.PARTIAL_CONTENT`\n/,
    );
    const route = "app.get('/x', (req, res) => res.sendStatus(404));";
    const express = await engine.hover(source('typescript', route), route.indexOf('404'), 'beginner');
    assert.match(express?.markdown ?? '', /\n`StatusCodes\.NOT_FOUND`\n/);
  });

  it('is silent on other numbers and words', async () => {
    for (const word of ['500', 'timeout', 'item_id', 'return', '"/items"'])
      assert.equal(await hover(fastapi, word), '', word);
  });
});

/** The hover at the first character of the first place where `words` stand; empty where there is none. */
async function hover(text: string, words: string, level: Level = 'beginner'): Promise<string> {
  const at = text.indexOf(words);
  assert.notEqual(at, -1, words);
  const found = await engine.hover(source('python', text), at, level);
  return found?.markdown ?? '';
}
