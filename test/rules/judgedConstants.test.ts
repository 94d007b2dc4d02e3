/** Rewritten status codes judged by the frameworks themselves: the real FastAPI imports each app, tsc checks each module. */

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { applyEdits } from '../../src/core/edits';
import type { Spelling } from '../../src/core/features/constants';
import { engine, source } from '../support/engine';
import { fixtureTexts } from '../support/fixes';
import { hashOf, typeCheck, withoutOwnImports, write } from '../support/judges';

const folder = resolve('dist/test/constants');
const recordingFile = 'test/rules/recordings/constants.json';
const howToRecord = 'record anew: python test/rules/record_fixes.py dist/test/constants/fastapi constants.json';
const project = { versions: { starlette: { lowest: '1.0.0' }, 'http-status-codes': { lowest: '2.3.0' } } };

async function rewritten(languageId: string, text: string, to: Spelling): Promise<string> {
  const document = { ...source(languageId, text), surroundings: { project, habit: null } };
  return applyEdits(text, await engine.spellAll(document, to));
}

/** Only the fixtures of the scan are recorded: they spell codes in every way, and change less often than those of rules. */
function recordedTexts() {
  return fixtureTexts('.py').filter(({ path }) => path.startsWith('test/core/'));
}

/** A program as it was and written both ways; only those that both change. */
async function variants(languageId: string, name: string, text: string) {
  const constants = await rewritten(languageId, text, 'constants');
  const numbers = await rewritten(languageId, text, 'numbers');
  return constants === text ? [] : [{ name, before: text, constants, numbers }];
}

describe('constants judged by the real FastAPI', () => {
  it('every rewritten app imports, and documents what it did before', async () => {
    const preamble = readFileSync('test/rules/preamble.py', 'utf8');
    const programs = await Promise.all(
      recordedTexts().map(({ name, text }) =>
        variants('python', name, `${preamble}\n\n${text}\n\napp.include_router(router)\n`),
      ),
    );
    const apps = programs.flat();
    assert.ok(apps.length > 10, `only ${apps.length} rewritten programs`);
    rmSync(join(folder, 'fastapi'), { recursive: true, force: true });
    const ways = ['before', 'constants', 'numbers'] as const;
    for (const app of apps) {
      for (const way of ways) write(join(folder, 'fastapi', `${app.name}-${way}`), { 'main.py': app[way] });
    }
    const recording: {
      readonly programs: Readonly<Record<string, { readonly sha256: string; readonly documented: unknown }>>;
    } = JSON.parse(readFileSync(recordingFile, 'utf8'));
    for (const app of apps) {
      const [before, ...after] = ways.map((way) => {
        const recorded = recording.programs[`${app.name}-${way}`];
        assert.equal(recorded?.sha256, hashOf({ 'main.py': app[way] }), `${app.name}-${way}: ${howToRecord}`);
        return recorded?.documented;
      });
      for (const documented of after) assert.deepEqual(documented, before, app.name);
    }
    assert.equal(Object.keys(recording.programs).length, apps.length * ways.length, howToRecord);
  });
});

describe('constants judged by tsc --strict', () => {
  it('every rewritten module type-checks against the real types', async function () {
    this.timeout(60_000);
    const preamble = readFileSync('test/rules/preamble.ts.txt', 'utf8');
    const programs = await Promise.all([
      ...fixtureTexts('.ts').map(({ name, text }) =>
        variants('typescript', name, `${withoutOwnImports(preamble, text)}\n${text}`),
      ),
      variants('typescript', 'hono', hono),
      variants('typescript', 'types', types),
    ]);
    const modules = programs.flat();
    assert.ok(modules.length > 10, `only ${modules.length} rewritten programs`);
    const files = modules.flatMap(({ name, before, constants, numbers }) => [
      [`${name}-before.ts`, before],
      [`${name}-constants.ts`, constants],
      [`${name}-numbers.ts`, numbers],
    ]);
    const { stdout } = typeCheck(join(folder, 'typescript'), Object.fromEntries(files));
    // A fixture may leave out a type that its reader can do without: that is no fault of the rewriting.
    const complaints = (file: string) =>
      stdout.split('\n').flatMap((line) => (line.includes(`/${file}.ts(`) ? [line.replace(/^.*?\): /, '')] : []));
    let sound = 0;
    for (const { name } of modules) {
      const before = complaints(`${name}-before`);
      if (before.length === 0) sound++;
      assert.deepEqual(complaints(`${name}-constants`), before, name);
      assert.deepEqual(complaints(`${name}-numbers`), before, name);
    }
    assert.ok(sound > 10, stdout);
  });
});

describe('numbers to constants and back', () => {
  it('leaves every fixture as it was, but for imports', async () => {
    for (const [ending, languageId] of [
      ['.py', 'python'],
      ['.ts', 'typescript'],
    ] as const) {
      const preamble = readFileSync(ending === '.py' ? 'test/rules/preamble.py' : 'test/rules/preamble.ts.txt', 'utf8');
      for (const { name, text } of fixtureTexts(ending)) {
        const numbers = await rewritten(languageId, `${preamble}\n${text}`, 'numbers');
        const there = await rewritten(languageId, numbers, 'constants');
        const back = await rewritten(languageId, there, 'numbers');
        assert.equal(withoutImports(back), withoutImports(numbers), name);
      }
    }
  });
});

function withoutImports(text: string): string {
  return text.replace(/^(?:from|import)\b.*\n/gm, '');
}

/** Hono asks for literal types. */
const hono = `import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';

export const app = new Hono();
app.post('/items', async (c) => {
  if (!c.req.header('x-name')) throw new HTTPException(400, { message: 'no name' });
  c.status(202);
  return c.json({ id: 1 }, 201);
});
app.get('/items', (c) => c.body(null, 204));
app.get('/old', (c) => c.redirect('/items', 301));
`;

/** Places where a constant has another type than its number. */
const types = `import type { Response } from 'express';

export const notFoundStatusCode = 404;
export let statusCode = 404;
statusCode = 599;
export function fail(res: Response, statusCode = 500) {
  res.status(statusCode).end();
}
export class HttpError extends Error {
  statusCode = 500;
}
new HttpError().statusCode = 599;
export const literal: { readonly status: 404 } = { status: 404 };
export const responses = { 404: 'absent', 409: 'there' } as const;
export const absent = responses[404];
export function isAbsent(response: { readonly status: number }) {
  if (response.status === 404) return true;
  switch (response.status) {
    case 410:
      return true;
    default:
      return response.status >= 500;
  }
}
`;
