/** Status codes written as constants and back: which family and name, what is imported, and what is left as it is. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits';
import type { Spelling } from '../../src/core/features/constants';
import type { Project } from '../../src/core/model';
import { engine, parses, source } from '../support/engine';

function project(versions: Readonly<Record<string, string>>): Project {
  return { versions: Object.fromEntries(Object.entries(versions).map(([name, lowest]) => [name, { lowest }])) };
}

async function rewritten(language: string, text: string, to: Spelling, known: Project | null = null): Promise<string> {
  const document = { ...source(language, text), surroundings: { project: known, habit: null } };
  const after = applyEdits(text, await engine.spellAll(document, to));
  assert.equal(await parses(language, after), await parses(language, text), after);
  return after;
}

/** Titles offered at the first place where some words stand. */
async function offered(language: string, text: string, words: string): Promise<string[]> {
  const at = text.indexOf(words);
  assert.notEqual(at, -1);
  return (await engine.spellings(source(language, text), { start: at, end: at })).map(({ title }) => title);
}

interface Case {
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly project?: Project;
}

const written: Readonly<Record<string, Case>> = {
  'FastAPI: the import is added beside the others, once': {
    language: 'python',
    before:
      'from fastapi import FastAPI, HTTPException\n\napp = FastAPI()\n\n@app.post("/a", status_code=201, responses={409: {}})\ndef f():\n    raise HTTPException(404)\n',
    after:
      'from fastapi import FastAPI, HTTPException, status\n\napp = FastAPI()\n\n@app.post("/a", status_code=status.HTTP_201_CREATED, responses={status.HTTP_409_CONFLICT: {}})\ndef f():\n    raise HTTPException(status.HTTP_404_NOT_FOUND)\n',
  },
  'the family that the file uses': {
    language: 'python',
    before:
      'from http import HTTPStatus as S\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(404)\nraise HTTPException(S.CONFLICT)\n',
    after:
      'from http import HTTPStatus as S\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(S.NOT_FOUND)\nraise HTTPException(S.CONFLICT)\n',
  },
  'a family that the file only imports': {
    language: 'python',
    before: 'import starlette.status as codes\nfrom fastapi import HTTPException\n\nraise HTTPException(404)\n',
    after:
      'import starlette.status as codes\nfrom fastapi import HTTPException\n\nraise HTTPException(codes.HTTP_404_NOT_FOUND)\n',
  },
  'members imported one by one': {
    language: 'python',
    before:
      'from starlette.status import HTTP_404_NOT_FOUND\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(HTTP_404_NOT_FOUND)\nif b:\n    raise HTTPException(409)\nraise HTTPException(404)\n',
    after:
      'from starlette.status import HTTP_404_NOT_FOUND, HTTP_409_CONFLICT\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(HTTP_404_NOT_FOUND)\nif b:\n    raise HTTPException(HTTP_409_CONFLICT)\nraise HTTPException(HTTP_404_NOT_FOUND)\n',
  },
  Litestar: {
    language: 'python',
    before: 'from litestar import post\n\n@post("/a", status_code=202)\ndef f() -> None: ...\n',
    after:
      'from litestar.status_codes import HTTP_202_ACCEPTED\nfrom litestar import post\n\n@post("/a", status_code=HTTP_202_ACCEPTED)\ndef f() -> None: ...\n',
  },
  'Django REST framework, below an import from the future': {
    language: 'python',
    before:
      '"""Views."""\n\nfrom __future__ import annotations\n\nfrom rest_framework.response import Response\nfrom rest_framework.decorators import api_view\n\n@api_view(["POST"])\ndef f(request):\n    return Response({}, status=201)\n',
    after:
      '"""Views."""\n\nfrom __future__ import annotations\n\nfrom rest_framework import status\nfrom rest_framework.response import Response\nfrom rest_framework.decorators import api_view\n\n@api_view(["POST"])\ndef f(request):\n    return Response({}, status=status.HTTP_201_CREATED)\n',
  },
  'Flask: never in abort': {
    language: 'python',
    before:
      'from flask import Flask, abort\n\napp = Flask(__name__)\n\n@app.post("/a")\ndef f():\n    if a:\n        abort(404)\n    return {}, 201\n',
    after:
      'from http import HTTPStatus\nfrom flask import Flask, abort\n\napp = Flask(__name__)\n\n@app.post("/a")\ndef f():\n    if a:\n        abort(404)\n    return {}, HTTPStatus.CREATED\n',
  },
  'an enumeration only where it is no more than its number': {
    language: 'python',
    before:
      'from flask import Flask\n\napp = Flask(__name__)\nstatus_code = 404\n\n@app.get("/a")\ndef f():\n    return {}, 202\n',
    after:
      'from http import HTTPStatus\nfrom flask import Flask\n\napp = Flask(__name__)\nstatus_code = 404\n\n@app.get("/a")\ndef f():\n    return {}, HTTPStatus.ACCEPTED\n',
  },
  'where a parameter has the name of the module, numbers stay': {
    language: 'python',
    before:
      'from fastapi import FastAPI, HTTPException, status\n\napp = FastAPI()\n\n@app.get("/a")\ndef f(status: str):\n    raise HTTPException(404)\n\n@app.get("/b")\ndef g():\n    raise HTTPException(404)\n',
    after:
      'from fastapi import FastAPI, HTTPException, status\n\napp = FastAPI()\n\n@app.get("/a")\ndef f(status: str):\n    raise HTTPException(404)\n\n@app.get("/b")\ndef g():\n    raise HTTPException(status.HTTP_404_NOT_FOUND)\n',
  },
  'patterns, f-strings and codes without a name stay': {
    language: 'python',
    before:
      'from fastapi import HTTPException, status\n\nmatch response.status_code:\n    case 404:\n        raise HTTPException(499)\nprint(f"{fail(status_code=404)}")\nraise HTTPException(409)\n',
    after:
      'from fastapi import HTTPException, status\n\nmatch response.status_code:\n    case 404:\n        raise HTTPException(499)\nprint(f"{fail(status_code=404)}")\nraise HTTPException(status.HTTP_409_CONFLICT)\n',
  },
  'a name the project may not have stays away': {
    language: 'python',
    before: 'from fastapi import HTTPException, status\n\nraise HTTPException(422)\n',
    after: 'from fastapi import HTTPException, status\n\nraise HTTPException(422)\n',
    project: project({ starlette: '0.47.0' }),
  },
  'a name the project has': {
    language: 'python',
    before: 'from fastapi import HTTPException, status\n\nraise HTTPException(422)\n',
    after: 'from fastapi import HTTPException, status\n\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_CONTENT)\n',
    project: project({ starlette: '0.48.0' }),
  },
  'the name the file uses': {
    language: 'python',
    before:
      'from fastapi import HTTPException, status\n\nif a:\n    raise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY)\nraise HTTPException(422)\n',
    after:
      'from fastapi import HTTPException, status\n\nif a:\n    raise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY)\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY)\n',
  },
  'Express, where the project has the package': {
    language: 'typescript',
    before:
      "import express from 'express';\n\nconst app = express();\napp.get('/a', (req, res) => {\n  res.status(404).json({});\n});\n",
    after:
      "import { StatusCodes } from 'http-status-codes';\nimport express from 'express';\n\nconst app = express();\napp.get('/a', (req, res) => {\n  res.status(StatusCodes.NOT_FOUND).json({});\n});\n",
    project: project({ 'http-status-codes': '2.3.0' }),
  },
  'and where it does not, numbers stay': {
    language: 'typescript',
    before:
      "import express from 'express';\n\nconst app = express();\napp.get('/a', (req, res) => {\n  res.status(404).json({});\n});\n",
    after:
      "import express from 'express';\n\nconst app = express();\napp.get('/a', (req, res) => {\n  res.status(404).json({});\n});\n",
    project: project({ 'http-status-codes': '1.4.0', express: '5.1.0' }),
  },
  'CommonJS, with its quotes and no semicolons': {
    language: 'javascript',
    before:
      'const express = require("express")\nconst app = express()\napp.get("/a", (req, res) => res.sendStatus(404))\n',
    after:
      'const { StatusCodes } = require("http-status-codes")\nconst express = require("express")\nconst app = express()\napp.get("/a", (req, res) => res.sendStatus(StatusCodes.NOT_FOUND))\n',
    project: project({ 'http-status-codes': '2.3.0' }),
  },
  'CommonJS, by what it requires already': {
    language: 'javascript',
    before:
      "const { StatusCodes } = require('http-status-codes');\nconst app = require('express')();\napp.get('/a', (req, res) => res.sendStatus(404));\n",
    after:
      "const { StatusCodes } = require('http-status-codes');\nconst app = require('express')();\napp.get('/a', (req, res) => res.sendStatus(StatusCodes.NOT_FOUND));\n",
  },
  'a wildcard import shows no name to write': {
    language: 'python',
    before:
      'from starlette.status import *\nfrom starlette.exceptions import HTTPException\n\nraise HTTPException(404)\n',
    after:
      'from starlette import status\nfrom starlette.status import *\nfrom starlette.exceptions import HTTPException\n\nraise HTTPException(status.HTTP_404_NOT_FOUND)\n',
  },
  'an object of names under a name that a function takes': {
    language: 'javascript',
    before:
      "import status from 'http-status';\nimport express from 'express';\nconst app = express();\napp.get('/a', (req, res) => {\n  const status = find();\n  res.sendStatus(404);\n});\napp.get('/b', (req, res) => {\n  res.sendStatus(404);\n});\n",
    after:
      "import status from 'http-status';\nimport express from 'express';\nconst app = express();\napp.get('/a', (req, res) => {\n  const status = find();\n  res.sendStatus(404);\n});\napp.get('/b', (req, res) => {\n  res.sendStatus(status.NOT_FOUND);\n});\n",
  },
  'what makes a constant of a number keeps it': {
    language: 'python',
    before:
      'from http import HTTPStatus\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(HTTPStatus(404))\nraise HTTPException(404)\n',
    after:
      'from http import HTTPStatus\nfrom fastapi import HTTPException\n\nif a:\n    raise HTTPException(HTTPStatus(404))\nraise HTTPException(HTTPStatus.NOT_FOUND)\n',
  },
  'keys of objects in brackets; strings stay': {
    language: 'typescript',
    before:
      "import { StatusCodes } from 'http-status-codes';\n\nexport const responses = { 404: 'none', '409': 'there', 425: 'early' };\nexport const STATUS_CODES = { gone: 410 };\n",
    after:
      "import { StatusCodes } from 'http-status-codes';\n\nexport const responses = { [StatusCodes.NOT_FOUND]: 'none', '409': 'there', 425: 'early' };\nexport const STATUS_CODES = { gone: StatusCodes.GONE };\n",
  },
  'what would take on the type of the family stays': {
    language: 'typescript',
    before:
      "import { StatusCodes } from 'http-status-codes';\n\nlet statusCode = 404;\nconst otherStatusCode = 404;\nfunction fail(statusCode = 500) {}\nenum E { statusCode = 404 }\n",
    after:
      "import { StatusCodes } from 'http-status-codes';\n\nlet statusCode = 404;\nconst otherStatusCode = StatusCodes.NOT_FOUND;\nfunction fail(statusCode = 500) {}\nenum E { statusCode = 404 }\n",
  },
  'an import of types only is no import of values': {
    language: 'typescript',
    before:
      "import type { StatusCodes } from 'http-status-codes';\nimport express from 'express';\nexpress().get('/a', (req, res) => {\n  res.sendStatus(404);\n});\n",
    after:
      "import type { StatusCodes } from 'http-status-codes';\nimport express from 'express';\nexpress().get('/a', (req, res) => {\n  res.sendStatus(404);\n});\n",
  },
  NestJS: {
    language: 'typescript',
    before:
      "import { Controller, HttpCode, Post } from '@nestjs/common';\n\n@Controller('a')\nexport class A {\n  @Post()\n  @HttpCode(202)\n  f() {}\n}\n",
    after:
      "import { Controller, HttpCode, Post, HttpStatus } from '@nestjs/common';\n\n@Controller('a')\nexport class A {\n  @Post()\n  @HttpCode(HttpStatus.ACCEPTED)\n  f() {}\n}\n",
  },
};

describe('status codes as constants', () => {
  for (const [title, { language, before, after, project: known }] of Object.entries(written)) {
    it(title, async () => assert.equal(await rewritten(language, before, 'constants', known), after));

    it(`${title}, and back`, async () => {
      // What the file wrote as a constant itself comes back as a number too.
      const numbers = await rewritten(language, before, 'numbers', known);
      const back = await rewritten(language, after, 'numbers', known);
      assert.equal(withoutImports(back), withoutImports(numbers));
    });
  }

  it('a fragment without imports is left as it is', async () => {
    const text = 'raise HTTPException(status_code=404)\n';
    assert.equal(await rewritten('python', text, 'constants'), text);
  });

  it('a name that is imported from elsewhere is not taken over', async () => {
    const text = 'from app.enums import status\nfrom fastapi import HTTPException\n\nraise HTTPException(404)\n';
    assert.match(await rewritten('python', text, 'constants'), /^(?!.*import HTTPException, status)/s);
  });
});

describe('constants as numbers', () => {
  it('all but those that are more than a number where they stand', async () => {
    const text =
      'from http import HTTPStatus\nfrom fastapi import HTTPException, status\n\nphrase = HTTPStatus.NOT_FOUND.phrase\nif response.status_code == HTTPStatus.NOT_FOUND:\n    raise HTTPException(status.HTTP_409_CONFLICT, f"{HTTPStatus.GONE}")\n';
    assert.equal(
      await rewritten('python', text, 'numbers'),
      text.replace('== HTTPStatus.NOT_FOUND', '== 404').replace('status.HTTP_409_CONFLICT', '409'),
    );
  });

  it('keys lose their brackets', async () => {
    const text =
      "import { StatusCodes as S } from 'http-status-codes';\n\nexport const responses = { [S.NOT_FOUND]: '', [ S.GONE ]: '' };\n";
    assert.match(await rewritten('typescript', text, 'numbers'), /\{ 404: '', \[ 410 \]: '' \}/);
  });
});

describe('the light bulb on a status code', () => {
  const text =
    'from fastapi import HTTPException, status\n\nif a:\n    raise HTTPException(404)\nif b:\n    raise HTTPException(status.HTTP_409_CONFLICT)\nraise HTTPException(410)\ntimeout = 500\n';

  it('offers the other way to write it, and the same for all of the file', async () => {
    assert.deepEqual(await offered('python', text, '404'), [
      'Write 404 as status.HTTP_404_NOT_FOUND',
      'Write all status codes of this file as constants',
    ]);
    assert.deepEqual(await offered('python', text, 'HTTP_409'), ['Write HTTP_409_CONFLICT as 409']);
    assert.deepEqual(await offered('python', text, '500'), []);
  });
});

function withoutImports(text: string): string {
  return text.replace(/^(?:from|import)\b.*\n|^const \{.*require.*\n/gm, '');
}
