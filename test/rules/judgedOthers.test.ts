/** Fixes in the TypeScript of every framework, judged by tsc against its own types: none may bring an error that was not there. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { frameworks } from '../../src/frameworks/registry';
import { cases } from '../support/cases';
import { fixedPrograms } from '../support/fixes';
import { typeCheck } from '../support/judges';
import { readMarks } from '../support/marks';

/** Of Next.js there are no types here: the package weighs more than all the others together. */
const untyped = ['next', 'next-pages'];
const folder = resolve('dist/test/fixes/others');

/** Examples and fixtures as they are, each with a name of its own. */
function originals(): { readonly name: string; readonly text: string }[] {
  const examples = frameworks
    .filter(({ id, language }) => language === 'ecmascript' && !untyped.includes(id))
    .flatMap(({ id }) =>
      readdirSync(`src/frameworks/${id}`)
        .filter((file) => /^example.*\.ts$/.test(file))
        .map((file) => ({
          name: `${id}-${file.replace('.ts', '')}`,
          text: readMarks(readFileSync(`src/frameworks/${id}/${file}`, 'utf8')).text,
        })),
    );
  const others = 'test/rules/fixtures/others';
  const fixtures = readdirSync(others)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      cases(`${others}/${file}`).map(({ text }, index) => ({
        name: `${file.replace('.ts', '')}-${index + 1}`,
        text: readMarks(text.split(/^\/\/ --- /m)[0] ?? '').text,
      })),
    );
  return [...examples, ...fixtures].filter(({ text }) => !/from 'next\b/.test(text));
}

describe('fixes of every framework judged by tsc --strict', () => {
  it('no fixed program has a type error that it did not have before', async function () {
    this.timeout(120_000);
    const files: Record<string, string> = {};
    const fixed: { readonly name: string; readonly of: string }[] = [];
    for (const { name, text } of originals()) {
      files[`${name}.ts`] = text;
      for (const program of await fixedPrograms(name, `${name}.ts`, text)) {
        files[`${program.name}.ts`] = program.text;
        fixed.push({ name: program.name, of: name });
      }
    }
    assert.ok(fixed.length > 100, `only ${fixed.length} fixed programs`);
    const errors = errorsByFile(typeCheck(folder, files).stdout);
    // Names that an example leaves out are errors before and after; what the fix adds is not among them.
    for (const { name, of } of fixed) {
      const before = [...(errors.get(of) ?? [])];
      const added = (errors.get(name) ?? []).filter((error) => {
        const at = before.indexOf(error);
        if (at >= 0) before.splice(at, 1);
        return at < 0;
      });
      assert.deepEqual(added, [], `${name}\n${files[`${name}.ts`]}`);
    }
    // The types themselves are there: a package that is missing would make every program equally wrong.
    const missing = [...errors.values()].flat().filter((error) => /TS2307/.test(error));
    const known = /'(?:express|fastify|hono|koa|@koa\/router|@nestjs\/common|polka|http-status-codes)['/]/;
    assert.deepEqual(
      missing.filter((error) => known.test(error)),
      [],
    );
  });
});

/** Errors of each module without the places they stand at, which a fix moves. */
function errorsByFile(output: string): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const line of output.split('\n')) {
    const [, file, error] = /^(?:.*\/)?([\w.-]+)\.ts\(\d+,\d+\): error (.*)$/.exec(line) ?? [];
    if (file && error) errors.set(file, [...(errors.get(file) ?? []), error]);
  }
  return errors;
}
