/** Proves the snippets: filled in with their defaults they type-check, run, and answer the status they promise. */

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { expect } from 'expect';
import type { Template } from '../../src/core/snippets/template';
import { engine, source } from '../support/engine';
import { type EcmascriptProof, type PythonProof, proofs } from './frameworks';
import { listen } from './listen';
import { type Program, programsOf, templateOf, write, writePrograms } from './programs';
import { ask, assertKept, type Exchange, promisesOf, under } from './promises';

let count = 0;

for (const proof of proofs) {
  describe(`${proof.id} snippets`, () => {
    const template = templateOf(proof.id);
    const programs = programsOf(template);
    const directory = writePrograms(template, programs);
    const plain = template.javascript ? programsOf(template.javascript) : [];
    if (template.javascript) writePrograms(template.javascript, plain, 'javascript');

    for (const { operation, text, testText, wholeText, file, testFile } of programs) {
      it(`${operation} leaves nothing for our own rules to say`, async () => {
        const languageId = template.language === 'python' ? 'python' : 'typescript';
        for (const [name, code] of [
          [file, text],
          [file, wholeText],
          [testFile, testText],
        ]) {
          if (!name || !code) continue;
          const found = await engine.findings({ ...source(languageId, code), uri: `/${operation}/${name}` });
          assert.deepEqual(
            found.map(({ rule, message, span }) => `${rule}: ${message} ${code.slice(span.start, span.end)}`),
            [],
          );
        }
      });
    }

    if (proof.language === 'python') provePython(proof, programs, directory);
    else proveEcmascript(proof, template, programs, plain, directory);
  });
}

after(() => console.log(`${count} snippets proved`));

interface Recorded {
  readonly sha256: string;
  /** The program that the command writes, for another resource: its types are checked too. */
  readonly wholeSha256: string;
  readonly typed: boolean;
  readonly exchanges: readonly Exchange[];
  readonly testSha256?: string;
  readonly testsPassed?: number | null;
  readonly testsFailWithout?: boolean;
}

function provePython({ id, server, packages, untyped }: PythonProof, programs: readonly Program[], directory: string) {
  const howToRecord = `record anew: python test/snippets/record.py ${id}`;
  const plan = {
    server,
    packages,
    typed: untyped === undefined,
    programs: Object.fromEntries(
      programs.map(({ operation, file, testFile }) => [operation, { file, testFile, promises: promisesOf(operation) }]),
    ),
  };
  write(join(directory, 'plan.json'), JSON.stringify(plan));
  const file = `test/snippets/recordings/${id}.json`;
  const recording: { readonly programs: Readonly<Record<string, Recorded>> } = JSON.parse(readFileSync(file, 'utf8'));

  it('are recorded, and nothing else is', () => {
    assert.deepEqual(
      Object.keys(recording.programs),
      programs.map(({ operation }) => operation),
      howToRecord,
    );
  });

  for (const { operation, text, testText, wholeText } of programs) {
    const recorded = recording.programs[operation];

    it(`${operation} passes pyright and answers what it promises`, () => {
      assert.ok(recorded?.sha256 === sha256(text), `${operation} has changed since it was recorded; ${howToRecord}`);
      assert.ok(recorded.wholeSha256 === sha256(wholeText), `the whole program has changed; ${howToRecord}`);
      assert.ok(recorded.typed, 'pyright found errors');
      const promises = promisesOf(operation);
      assert.equal(recorded.exchanges.length, promises.length, howToRecord);
      for (const [index, promised] of promises.entries()) {
        const exchange: Exchange | undefined = recorded.exchanges[index];
        assert.equal(`${exchange?.method} ${exchange?.path}`, `${promised.method} ${promised.path}`, howToRecord);
        assertKept(promised, exchange);
      }
      count++;
    });

    if (testText === null) continue;
    it(`test-${operation} passes pyright and passes beside its handler only`, () => {
      assert.ok(recorded?.testSha256 === sha256(testText), `it has changed since it was recorded; ${howToRecord}`);
      assert.ok((recorded.testsPassed ?? 0) > 0, 'it does not pass');
      assert.equal(recorded.testsPassed, [...testText.matchAll(/^(?:async )?def test_/gm)].length);
      assert.ok(recorded.testsFailWithout, 'it passes without its handler');
      count++;
    });
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** `plain` are those in JavaScript, which `tsc` only makes modules of that can be loaded here. */
function proveEcmascript(
  proof: EcmascriptProof,
  template: Template,
  programs: readonly Program[],
  plain: readonly Program[],
  directory: string,
) {
  const emitted = join(directory, 'js');
  const require = createRequire(join(emitted, 'any.js'));
  for (const [path, text] of Object.entries(proof.standIns ?? {})) write(join(emitted, 'node_modules', path), text);
  for (const { operation, file } of proof.checkedBy ? programs : []) {
    write(join(directory, operation, dirname(file), 'checked.ts'), proof.checkedBy?.(file) ?? '');
  }

  it('pass tsc --strict', function () {
    this.timeout(60_000);
    const compilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitReturns: true,
      target: 'ES2023',
      module: 'NodeNext',
      skipLibCheck: true,
      types: ['node', 'jest'],
      allowJs: true,
      rootDir: '.',
      outDir: 'js',
      ...proof.compilerOptions,
    };
    write(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, exclude: ['js'] }));
    const tsc = join(dirname(createRequire(resolve('package.json')).resolve('typescript/package.json')), 'bin', 'tsc');
    const run = spawnSync(process.execPath, [tsc, '-p', directory, '--listFiles'], { encoding: 'utf8' });
    const listed = new Set(run.stdout.split(/\r?\n/).map((line) => relative(directory, line).replaceAll('\\', '/')));
    const complaints = run.stdout.split(/\r?\n/).filter((line) => /error TS/.test(line));
    assert.deepEqual(complaints, []);
    assert.equal(run.status, 0, run.stderr);
    for (const { operation, file } of programs)
      assert.ok(listed.has(`${operation}/${file}`), `${operation} is not compiled`);
  });

  function load(folder: string, file: string): Readonly<Record<string, unknown>> {
    for (const name of Object.keys(require.cache)) if (name.startsWith(emitted)) delete require.cache[name];
    return require(join(emitted, folder, file.replace(/\.tsx?$/, '.js')));
  }

  const [program] = programs.filter(({ operation }) => operation === 'get200');
  if (program && template.serve.blocks.length > 0) {
    it('run by themselves when the command has written them into an empty file', async function () {
      this.timeout(20_000);
      await assertRuns(join(emitted, 'whole', program.operation, program.file.replace(/\.tsx?$/, '.js')));
    });
  }

  const all = [
    ...programs.map((each) => ({ ...each, place: '' })),
    ...plain.map((each) => ({ ...each, place: 'javascript' })),
  ];
  for (const { place, operation, file, testFile, testText } of all) {
    const what = place === '' ? operation : `${operation} in JavaScript`;
    it(`${what} answers what it promises`, async () => {
      process.env.API_TOKEN = 'secret';
      const promises = under(proof.prefix ?? '', promisesOf(operation, proof.invalidName));
      const server = await proof.serve(load(join(place, operation), file), file);
      try {
        const exchanges = await ask(server.origin, promises);
        for (const [index, promised] of promises.entries()) assertKept(promised, exchanges[index]);
      } finally {
        await server.close();
      }
      count++;
    });

    if (testFile === null || testText === null) continue;
    it(`test-${what} passes beside its handler only`, async () => {
      const wanted = [...testText.matchAll(/\bit\(/g)].length;
      assert.deepEqual(await runTests(() => load(join(place, operation), testFile), require), {
        passed: wanted,
        failures: [],
      });
      const { failures } = await runTests(() => load(join(place, 'without', operation), testFile), require);
      assert.notEqual(failures.length, 0, 'it passes without its handler');
      count++;
    });
  }
}

/** Runs a file written for the `it` and `expect` that Jest and Vitest bring. */
async function runTests(load: () => unknown, require: NodeJS.Require): Promise<{ passed: number; failures: string[] }> {
  const tests: (readonly [string, () => unknown])[] = [];
  const known = { it: globalThis.it, describe: globalThis.describe };
  const collecting = {
    it: (title: string, test: () => unknown) => tests.push([title, test]),
    describe: (_title: string, body: () => void) => body(),
    jest: { mock: (module: string, made: () => object) => Object.assign(require(module), made()) },
  };
  Object.assign(globalThis, collecting, { expect });
  try {
    load();
  } finally {
    Object.assign(globalThis, known);
  }
  const failures: string[] = [];
  for (const [title, test] of tests) {
    try {
      await test();
    } catch (error) {
      failures.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const name of ['expect', 'jest']) Reflect.deleteProperty(globalThis, name);
  return { passed: tests.length - failures.length, failures };
}

/** Starts a program as people do, on a free port in place of its own, and reads an order line. */
async function assertRuns(file: string) {
  const held = await listen((_request, response) => response.end());
  await held.close();
  const { origin } = held;
  const text = readFileSync(file, 'utf8');
  assert.match(text, /\b3000\b/);
  write(file, text.replace(/\b3000\b/, new URL(origin).port));
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const deadline = Date.now() + 15_000;
    let status = 0;
    while (status === 0 && child.exitCode === null && Date.now() < deadline) {
      status = await fetch(`${origin}/order-lines/1`).then(
        (response) => response.status,
        () => new Promise((resolve) => setTimeout(() => resolve(0), 50)),
      );
    }
    assert.equal(status, 200);
    assert.equal((await fetch(`${origin}/order-lines/9`)).status, 404);
  } finally {
    child.kill();
  }
}
