/** Fixes judged by the frameworks themselves: the real FastAPI imports each fixed app, tsc checks each fixed Express app. */

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FixedProgram, fixedPrograms, fixtureTexts } from '../support/fixes';
import { hashOf, typeCheck, withoutOwnImports, write } from '../support/judges';

const folder = resolve('dist/test/fixes');
const recordingFile = 'test/rules/recordings/fixes.json';
const howToRecord = 'record anew: python test/rules/record_fixes.py dist/test/fixes/fastapi';

interface Recording {
  readonly fastapi: string;
  /** By the program's name: a hash of its text, and the success statuses of each operation in its OpenAPI document. */
  readonly programs: Readonly<
    Record<string, { readonly sha256: string; readonly documented: Readonly<Record<string, readonly number[]>> }>
  >;
}

describe('fixes judged by the real FastAPI', () => {
  it('every fixed app imports, and documents the promised status', async () => {
    const preamble = readFileSync('test/rules/preamble.py', 'utf8');
    const programs = [
      ...(await variants('.py')).map((program) => ({
        ...program,
        files: { 'main.py': `${preamble}\n\n${program.text}\n\napp.include_router(router)\n` },
      })),
      ...(await exampleVariants()),
    ];
    assert.ok(programs.length > 60, `only ${programs.length} fixed programs`);
    const recording: Recording = JSON.parse(readFileSync(recordingFile, 'utf8'));
    rmSync(join(folder, 'fastapi'), { recursive: true, force: true });
    for (const { name, files } of programs) write(join(folder, 'fastapi', name), files);

    for (const { name, files, route, code } of programs) {
      const recorded = recording.programs[name];
      assert.equal(recorded?.sha256, hashOf(files), `${name} is not as recorded; ${howToRecord}`);
      if (!route || code === null) continue;
      const operation = Object.entries(recorded?.documented ?? {}).find(
        ([operation]) => operation.startsWith(`${route.method} `) && operation.endsWith(route.path ?? ''),
      );
      assert.ok(operation?.[1].includes(code), `${name}: ${JSON.stringify(recorded?.documented)}`);
    }
    assert.equal(
      Object.keys(recording.programs).length,
      programs.length,
      `recordings without a program; ${howToRecord}`,
    );
  });
});

describe('fixes judged by tsc --strict', () => {
  it('every fixed Express app type-checks against the real types', async function () {
    this.timeout(60_000);
    const preamble = readFileSync('test/rules/preamble.ts.txt', 'utf8');
    const programs = await variants('.ts');
    assert.ok(programs.length > 20, `only ${programs.length} fixed programs`);
    const files = Object.fromEntries(
      programs.map(({ name, text }) => [`${name}.ts`, `${withoutOwnImports(preamble, text)}\n${text}`]),
    );
    const { status, stdout } = typeCheck(join(folder, 'express'), files);
    assert.equal(status, 0, stdout);
  });
});

async function variants(ending: '.py' | '.ts'): Promise<FixedProgram[]> {
  const programs = await Promise.all(
    fixtureTexts(ending).map(({ name, path, text }) => fixedPrograms(name, path, text)),
  );
  return programs.flat();
}

/** The example app as a folder, with one of its files fixed. */
async function exampleVariants() {
  const root = 'examples/fastapi-shop';
  const names = ['main.py', 'models.py', 'store.py', 'routers/__init__.py', 'routers/orders.py'];
  const original = Object.fromEntries(names.map((name) => [name, readFileSync(`${root}/${name}`, 'utf8')]));
  const programs = await Promise.all(
    names.map((name) => fixedPrograms(`shop-${name.replaceAll(/\W/g, '-')}`, name, original[name] ?? '')),
  );
  return programs.flat().map((program) => ({ ...program, files: { ...original, [program.path]: program.text } }));
}
