/** Chosen status codes as they are written: in place of the one at the cursor or as a new one, in the file's own style. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { applyEdits } from '../../src/core/edits';
import { languageOfPath } from '../../src/core/languages';
import { frameworks } from '../../src/frameworks/registry';
import { engine, parses, scanText, source } from '../support/engine';
import { readMarks } from '../support/marks';

/** `|` is the cursor; between two of them stands the selection. */
function atCursor(marked: string) {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|');
  assert.notEqual(start, -1);
  return { text: marked.replaceAll('|', ''), selection: { start, end: start === end ? end : end - 1 } };
}

async function written(language: string, marked: string, code: number): Promise<string | null> {
  const { text, selection } = atCursor(marked);
  const edits = await engine.writeCode(source(language, text), selection, code);
  if (!edits) return null;
  const after = applyEdits(text, edits);
  assert.ok(!(await parses(language, text)) || (await parses(language, after)), after);
  return after;
}

interface Case {
  readonly language: string;
  readonly before: string;
  readonly code: number;
  /** Null where the code cannot take the place of what is there. */
  readonly after: string | null;
}

const fastapi = 'from fastapi import FastAPI, HTTPException\n\napp = FastAPI()\n\n';
const withStatus = 'from fastapi import FastAPI, HTTPException, status\n\napp = FastAPI()\n\n';
const express = "import express from 'express';\nconst app = express();\n";
const expressCodes =
  "import express from 'express';\nimport { StatusCodes } from 'http-status-codes';\nconst app = express();\n";
const nest = "import { ConflictException, Controller, Get, NotFoundException } from '@nestjs/common';\n";

const cases: Readonly<Record<string, Case>> = {
  'a number by a number': {
    language: 'python',
    before: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(40|0)\n`,
    code: 404,
    after: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404)\n`,
  },
  'at either end of it': {
    language: 'python',
    before: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(400|)\n`,
    code: 404,
    after: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404)\n`,
  },
  'selected as a whole': {
    language: 'python',
    before: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(|400|)\n`,
    code: 404,
    after: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404)\n`,
  },
  'a constant by one of its family': {
    language: 'python',
    before: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(status.HTTP_400_BAD|_REQUEST)\n`,
    code: 404,
    after: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(status.HTTP_404_NOT_FOUND)\n`,
  },
  'a constant among numbers by one of its family': {
    language: 'python',
    before: `from http import HTTPStatus\n${fastapi}@app.get("/a")\ndef f():\n    if x:\n        raise HTTPException(404)\n    if y:\n        raise HTTPException(404)\n    raise HTTPException(HTTPStatus.BAD|_REQUEST)\n`,
    code: 409,
    after: `from http import HTTPStatus\n${fastapi}@app.get("/a")\ndef f():\n    if x:\n        raise HTTPException(404)\n    if y:\n        raise HTTPException(404)\n    raise HTTPException(HTTPStatus.CONFLICT)\n`,
  },
  'a member that is imported by itself, with the import of the other': {
    language: 'python',
    before:
      'from fastapi import HTTPException\nfrom starlette.status import HTTP_404_NOT_FOUND\n\nraise HTTPException(|HTTP_404_NOT_FOUND)\n',
    code: 409,
    after:
      'from fastapi import HTTPException\nfrom starlette.status import HTTP_404_NOT_FOUND, HTTP_409_CONFLICT\n\nraise HTTPException(HTTP_409_CONFLICT)\n',
  },
  'a constant by a number where its family has no name for the code': {
    language: 'python',
    before: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(status.HTTP_400_BAD_REQUEST|)\n`,
    code: 499,
    after: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(499)\n`,
  },
  "a constant of the file's own by a number": {
    language: 'python',
    before: `MISSING = 404\n${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(MISSING|)\n`,
    code: 409,
    after: `MISSING = 404\n${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(409)\n`,
  },
  'a number by a constant in a file of constants': {
    language: 'typescript',
    before: `${expressCodes}app.get('/a', (req, res) => {\n  if (req.query.x) return res.status(|400).json({ error: 1 });\n  if (req.query.y) return res.status(StatusCodes.CONFLICT).json({ error: 1 });\n  res.json([]);\n});\n`,
    code: 404,
    after: `${expressCodes}app.get('/a', (req, res) => {\n  if (req.query.x) return res.status(StatusCodes.NOT_FOUND).json({ error: 1 });\n  if (req.query.y) return res.status(StatusCodes.CONFLICT).json({ error: 1 });\n  res.json([]);\n});\n`,
  },
  'the key of an object, in brackets': {
    language: 'typescript',
    before: `${expressCodes}const responses = { [StatusCodes.OK]: {}, 40|4: {} };\n`,
    code: 409,
    after: `${expressCodes}const responses = { [StatusCodes.OK]: {}, [StatusCodes.CONFLICT]: {} };\n`,
  },
  'and one in brackets already': {
    language: 'typescript',
    before: `${expressCodes}const responses = { [StatusCodes.OK|]: {} };\n`,
    code: 409,
    after: `${expressCodes}const responses = { [StatusCodes.CONFLICT]: {} };\n`,
  },
  'a key in quotes': {
    language: 'typescript',
    before: `const spec = { responses: { '40|4': { description: 'x' } } };\n`,
    code: 410,
    after: `const spec = { responses: { '410': { description: 'x' } } };\n`,
  },
  'an exception by the one that is named alike': {
    language: 'typescript',
    before: `${nest}@Controller('a')\nexport class A {\n  @Get()\n  read() {\n    throw new NotFound|Exception();\n  }\n}\n`,
    code: 409,
    after: `${nest}@Controller('a')\nexport class A {\n  @Get()\n  read() {\n    throw new ConflictException();\n  }\n}\n`,
  },
  'and imported': {
    language: 'python',
    before: 'from werkzeug.exceptions import NotFound\n\nraise NotFound|()\n',
    code: 410,
    after: 'from werkzeug.exceptions import NotFound, Gone\n\nraise Gone()\n',
  },
  'an exception of a module': {
    language: 'python',
    before: 'from aiohttp import web\n\nasync def f(request):\n    raise web.HTTPNotFound|()\n',
    code: 409,
    after: 'from aiohttp import web\n\nasync def f(request):\n    raise web.HTTPConflict()\n',
  },
  'an exception without a fellow for the code': {
    language: 'python',
    before: 'from werkzeug.exceptions import NotFound\n\nraise NotFound|()\n',
    code: 206,
    after: null,
  },
  "an exception of the file's own": {
    language: 'python',
    before: `${fastapi}class Missing(HTTPException):\n    def __init__(self):\n        super().__init__(404)\n\n@app.get("/a")\ndef f():\n    raise Missing|()\n`,
    code: 409,
    after: null,
  },
  'an exception of a framework whose classes come from several modules': {
    language: 'python',
    before: 'from django.core.exceptions import BadRequest\n\nraise BadRequest|()\n',
    code: 404,
    after: null,
  },
  'nothing into a word': {
    language: 'python',
    before: `${fastapi}@app.post("/a")\ndef create|_item():\n    return {}\n`,
    code: 404,
    after: null,
  },
  'in front of another argument': {
    language: 'python',
    before: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(|detail="x")\n`,
    code: 404,
    after: `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404, detail="x")\n`,
  },
  'what a route declares, with all that goes with it': {
    language: 'python',
    before: `${fastapi}@app.delete("/a", status_code=20|0)\ndef f() -> dict:\n    return {"ok": True}\n`,
    code: 204,
    after: `${fastapi}@app.delete("/a", status_code=204)\ndef f() -> None:\n    return\n`,
  },
  'the same with a constant': {
    language: 'python',
    before: `${withStatus}@app.delete("/a", status_code=status.|HTTP_200_OK)\ndef f() -> dict:\n    return {"ok": True}\n`,
    code: 204,
    after: `${withStatus}@app.delete("/a", status_code=status.HTTP_204_NO_CONTENT)\ndef f() -> None:\n    return\n`,
  },
  'what a handler sends': {
    language: 'typescript',
    before: `${express}app.delete('/a', (req, res) => {\n  res.status(2|00).json({ ok: true });\n});\n`,
    code: 204,
    after: `${express}app.delete('/a', (req, res) => {\n  res.status(204).end();\n});\n`,
  },
  'one of several answers': {
    language: 'typescript',
    before: `${express}app.put('/a', (req, res) => {\n  if (req.body) return res.status(200).json({ a: 1 });\n  res.status(2|00).json({ b: 1 });\n});\n`,
    code: 201,
    after: `${express}app.put('/a', (req, res) => {\n  if (req.body) return res.status(200).json({ a: 1 });\n  res.status(201).json({ b: 1 });\n});\n`,
  },
  'the code alone where the rest cannot be kept in order': {
    language: 'python',
    before: `${fastapi}@app.delete("/a", status_code=20|0)\ndef f():\n    return [g(), h()]\n`,
    code: 204,
    after: `${fastapi}@app.delete("/a", status_code=204)\ndef f():\n    return [g(), h()]\n`,
  },
  'an error leaves the rest alone': {
    language: 'typescript',
    before: `${express}app.get('/a', (req, res) => {\n  res.status(2|00).json({ a: 1 });\n});\n`,
    code: 404,
    after: `${express}app.get('/a', (req, res) => {\n  res.status(404).json({ a: 1 });\n});\n`,
  },
  'what registers a route': {
    language: 'python',
    before: `${fastapi}@app.po|st("/a")\ndef f():\n    return {"id": 1}\n`,
    code: 201,
    after: `${fastapi}@app.post("/a", status_code=201)\ndef f():\n    return {"id": 1}\n`,
  },
  'a status that is none': {
    language: 'python',
    before: `${fastapi}@app.get("/a", status_code="20|0")\ndef f():\n    return {}\n`,
    code: 200,
    after: `${fastapi}@app.get("/a", status_code=200)\ndef f():\n    return {}\n`,
  },
  'a number at the cursor': {
    language: 'python',
    before: `${fastapi}@app.post("/a", status_code=|)\ndef f():\n    return {}\n`,
    code: 201,
    after: `${fastapi}@app.post("/a", status_code=201)\ndef f():\n    return {}\n`,
  },
  'a constant at the cursor, with its import': {
    language: 'python',
    before:
      'from starlette.status import HTTP_404_NOT_FOUND\nfrom fastapi import HTTPException\n\nif x:\n    raise HTTPException(HTTP_404_NOT_FOUND)\nraise HTTPException(|)\n',
    code: 409,
    after:
      'from starlette.status import HTTP_404_NOT_FOUND, HTTP_409_CONFLICT\nfrom fastapi import HTTPException\n\nif x:\n    raise HTTPException(HTTP_404_NOT_FOUND)\nraise HTTPException(HTTP_409_CONFLICT)\n',
  },
  'of a family that is only imported so far': {
    language: 'python',
    before: `${withStatus}@app.post("/a", status_code=|)\ndef f():\n    return {}\n`,
    code: 201,
    after: `${withStatus}@app.post("/a", status_code=status.HTTP_201_CREATED)\ndef f():\n    return {}\n`,
  },
  'and in front of another argument': {
    language: 'python',
    before: `${withStatus}@app.post("/a", status_code=status.HTTP_201_CREATED)\ndef f():\n    raise HTTPException(|detail="x")\n`,
    code: 404,
    after: `${withStatus}@app.post("/a", status_code=status.HTTP_201_CREATED)\ndef f():\n    raise HTTPException(status.HTTP_404_NOT_FOUND, detail="x")\n`,
  },
  'a number in a comment, where a constant is none': {
    language: 'python',
    before: `${withStatus}# answers |\n@app.post("/a", status_code=status.HTTP_201_CREATED)\ndef f():\n    return {}\n`,
    code: 409,
    after: `${withStatus}# answers 409\n@app.post("/a", status_code=status.HTTP_201_CREATED)\ndef f():\n    return {}\n`,
  },
  'in place of the digits that were begun': {
    language: 'python',
    before: `${fastapi}@app.post("/a", status_code=20|)\ndef f():\n    return {}\n`,
    code: 201,
    after: `${fastapi}@app.post("/a", status_code=201)\ndef f():\n    return {}\n`,
  },
  'in place of what is selected': {
    language: 'python',
    before: `${fastapi}@app.post("/a", status_code=|TODO|)\ndef f():\n    return {}\n`,
    code: 201,
    after: `${fastapi}@app.post("/a", status_code=201)\ndef f():\n    return {}\n`,
  },
  'in a language that is not read': {
    language: 'go',
    before: 'w.WriteHeader(|)\n',
    code: 404,
    after: 'w.WriteHeader(404)\n',
  },
  'over digits there': { language: 'go', before: 'w.WriteHeader(5|00)\n', code: 404, after: 'w.WriteHeader(404)\n' },
  'a long number is left alone': { language: 'go', before: 'port := 8080|\n', code: 404, after: 'port := 8080404\n' },
  'what is there already': {
    language: 'python',
    before: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(40|4)\n`,
    code: 404,
    after: `${withStatus}@app.get("/a")\ndef f():\n    raise HTTPException(404)\n`,
  },
};

describe('a chosen code is written', () => {
  for (const [name, { language, before, code, after }] of Object.entries(cases)) {
    it(name, async () => assert.equal(await written(language, before, code), after));
  }
});

describe('the place of a chosen code', () => {
  async function place(marked: string) {
    const { text, selection } = atCursor(marked);
    const { method, name } = await engine.codePlace(source('python', text), selection);
    return { method, name };
  }

  it('knows the route around', async () => {
    const post = { method: 'POST', name: 'POST /a' };
    assert.deepEqual(await place(`${fastapi}@app.post("/a", status_code=20|0)\ndef f():\n    return {}\n`), post);
    assert.deepEqual(await place(`${fastapi}@app.post("/a")\ndef f():\n    raise HTTPException(40|4)\n`), post);
    assert.deepEqual(await place(`${fastapi}@app.post("/a")\ndef f():\n    x = 1|\n    return x\n`), post);
  });

  it('knows none outside, and none that answers several methods', async () => {
    const none = { method: null, name: null };
    assert.deepEqual(await place(`${fastapi}x = 1|\n\n\n@app.post("/a")\ndef f():\n    return {}\n`), none);
    const several = `${fastapi}@app.api_route("/a", methods=["GET", "POST"], status_code=20|0)\ndef f():\n    return {}\n`;
    assert.deepEqual(await place(several), none);
  });
});

describe('a code is written over every use of the examples', () => {
  /** One that asks for more than the number, and one that does not. */
  const wanted = [204, 409];
  let changed = 0;

  for (const framework of frameworks) {
    const folder = `src/frameworks/${framework.id}`;
    for (const file of readdirSync(folder).filter((name) => name.startsWith('example.'))) {
      it(`${framework.id}/${file}`, async () => {
        const { text } = readMarks(readFileSync(`${folder}/${file}`, 'utf8'));
        const language = languageOfPath(file)?.id ?? '';
        // One source for all: routes that are known by their file are not in question here.
        const document = source(language, text);
        const { uses } = await engine.scan(document);
        for (const use of uses) {
          for (const code of wanted) {
            const edits = await engine.writeCode(document, use.span, code);
            const place = `${use.text} at ${use.span.start} as ${code}`;
            if (!edits) {
              assert.ok(use.form === 'exception' || use.slot === 'fixed', place);
              continue;
            }
            if (use.code === code) {
              assert.deepEqual(edits, [], place);
              continue;
            }
            changed++;
            const after = applyEdits(text, edits);
            assert.ok(await parses(language, after), `${place}:\n${after}`);
            // Names that tell by themselves only tell of errors.
            if (code < 400 && (use.role === 'raised' || use.role === 'mentioned')) continue;
            const before = uses.filter((each) => each.code === code).length;
            const found = (await scanText(language, after)).uses.filter((each) => each.code === code).length;
            assert.ok(found > before, `${place}:\n${after}`);
          }
        }
      });
    }
  }

  it('which are many', () => assert.ok(changed > 300, String(changed)));
});
