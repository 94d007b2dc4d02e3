/** Reason phrases behind numbers: where they stand, and all the places where they would only be in the way. */

import assert from 'node:assert/strict';
import { everyoneKnows, type InlayHintMode, inlayHints } from '../../src/core/features/inlayHints';
import { statusCode } from '../../src/core/statusCodes';
import { scanText } from '../support/engine';
import { readManifest } from '../support/manifest';

/** The text with every hint in it, as a reader sees it: `404‹Not Found›`. */
async function read(language: string, text: string, mode: InlayHintMode): Promise<string> {
  const hints = inlayHints(await scanText(language, text), text, { start: 0, end: text.length }, mode);
  return [...hints]
    .sort((a, b) => b.offset - a.offset)
    .reduce((seen, { offset, phrase }) => `${seen.slice(0, offset)}‹${phrase}›${seen.slice(offset)}`, text);
}

const fastapi = 'from fastapi import FastAPI, HTTPException, status\n\napp = FastAPI()\n\n\n';
const express = "import express from 'express';\nconst app = express();\n";

/** Hints of the mode `all`, as they are seen. */
const seen: Readonly<Record<string, readonly [language: string, seen: string]>> = {
  'declared and raised': [
    'python',
    `${fastapi}@app.post("/a", status_code=201‹Created›)\ndef f():\n    raise HTTPException(409‹Conflict›)\n`,
  ],
  'sent and documented': [
    'typescript',
    `${express}app.post('/a', (req, res) => {\n  res.status(202‹Accepted›).json({ id: 1 });\n});\nconst responses = { 404‹Not Found›: {}, 422‹Unprocessable Content›: {} };\n`,
  ],
  compared: [
    'typescript',
    "expect(res.status).toBe(418‹I'm a teapot›);\nif (res.status === 404‹Not Found›) retry();\n",
  ],
  'never behind a constant': [
    'python',
    `${fastapi}@app.get("/a", status_code=status.HTTP_202_ACCEPTED)\ndef f():\n    raise HTTPException(status.HTTP_409_CONFLICT)\n`,
  ],
  'nor at the definition of one': [
    'python',
    `MISSING = 404\nNOT_FOUND = 404\n${fastapi}@app.get("/a")\ndef f():\n    if x:\n        raise HTTPException(MISSING)\n    raise HTTPException(NOT_FOUND)\n`,
  ],
  'nor where a text says it': [
    'python',
    `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404, "Item not found")\n`,
  ],
  'nor where one does in the same call': [
    'python',
    `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(\n        status_code=404,\n        detail="item not found",\n    )\n`,
  ],
  'nor where a comment does': [
    'typescript',
    `${express}app.get('/a', (req, res) => {\n  res.sendStatus(204); // no content\n});\n`,
  ],
  'nor where a former name stands': [
    'python',
    `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(422)  # unprocessable entity\n`,
  ],
  'but where only a part of the phrase stands': [
    'python',
    `${fastapi}@app.get("/a")\ndef f():\n    raise HTTPException(404‹Not Found›, "not in stock")\n`,
  ],
  'not at the ends of a range': [
    'typescript',
    'if (res.status >= 200 && res.status < 300) go();\nif (400 <= res.status) stop();\nif (res.status > 499) stop();\n',
  ],
  'not in a range': ['python', 'if response.status_code in range(400, 500):\n    pass\n'],
  'not for a code that nobody knows': [
    'typescript',
    `${express}app.get('/a', (req, res) => {\n  res.status(299).json({ a: 1 });\n});\n`,
  ],
  'not behind a key in quotes': ['typescript', "const spec = { responses: { '404': { description: 'x' } } };\n"],
  'not where a number is no status': ['typescript', `${express}app.listen(404);\nconst size = 404;\n`],
  'not where the framework looks for something else': [
    'typescript',
    `${express}app.get('/a', (req, res) => {\n  res.json({ a: 1 }, 404);\n});\n`,
  ],
};

describe('inlay hints', () => {
  for (const [name, [language, expected]] of Object.entries(seen)) {
    it(name, async () => assert.equal(await read(language, expected.replaceAll(/‹.*?›/g, ''), 'all'), expected));
  }

  const mixed = `${fastapi}@app.post("/a", status_code=201, responses={404: {}, 409: {}, 503: {}})\ndef f():\n    return {}\n`;

  it('of lesser-known codes leave out those that everyone knows', async () => {
    const expected = mixed.replace('409', '409‹Conflict›').replace('503', '503‹Service Unavailable›');
    assert.equal(await read('python', mixed, 'lesserKnown'), expected);
    for (const code of everyoneKnows) assert.ok(statusCode(code));
    assert.deepEqual([...everyoneKnows].sort(), everyoneKnows);
  });

  it('are described as they are', () => {
    const list = everyoneKnows.join(', ').replace(/, (\d+)$/, ' and $1');
    const setting = readManifest().contributes.configuration.properties['statusCoach.inlayHints'];
    assert.deepEqual(setting.enum, ['off', 'lesserKnown', 'all']);
    assert.equal(setting.markdownEnumDescriptions[1], `Leave out ${list}.`);
  });

  it('are none when off', async () => assert.equal(await read('python', mixed, 'off'), mixed));

  it('are those of the span that is asked for, with what the code says', async () => {
    const scan = await scanText('python', mixed);
    const start = mixed.indexOf('404');
    assert.deepEqual(inlayHints(scan, mixed, { start, end: start + 10 }, 'all'), [
      { offset: start + 3, phrase: 'Not Found', tooltip: statusCode(404)?.meaning.beginner },
    ]);
  });
});
