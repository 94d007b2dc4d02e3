/** Fixes in the TypeScript of every framework, judged by tsc against its own types: none may bring an error that was not there. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { frameworks } from '../../src/frameworks/registry';
import { cases, placeOf } from '../support/cases';
import { addresses } from '../support/examples';
import { fixedPrograms } from '../support/fixes';
import { typeCheck } from '../support/judges';
import { readMarks } from '../support/marks';

const folder = resolve('dist/test/fixes/others');
/** Of Next.js only the types are fetched: with its program the package weighs more than all the others together. */
const nextTypes = process.env.STATUS_COACH_NEXT_TYPES ?? '';

interface Original {
  readonly name: string;
  readonly text: string;
  /** Where it lies, if that makes it a route. */
  readonly uri?: string | undefined;
}

/** A program with two mistakes, which types that are there in part only, or not at all, would let pass. */
const wrongOnPurpose = `import type { NextApiResponse } from 'next';
import { NextResponse } from 'next/server';

export const GET = () => NextResponse.json({}, { status: '201' });
export const handler = (_req: unknown, res: NextApiResponse) => res.status('201');
`;

/** Examples and fixtures as they are, each with a name of its own. */
function originals(): Original[] {
  const examples = frameworks
    .filter(({ language }) => language === 'ecmascript')
    .flatMap(({ id }) =>
      readdirSync(`src/frameworks/${id}`)
        .filter((file) => /^example.*\.ts$/.test(file))
        .map((file) => ({
          name: `${id}-${file.replace('.ts', '')}`,
          text: readMarks(readFileSync(`src/frameworks/${id}/${file}`, 'utf8')).text,
          uri: addresses[`${id}/${file}`],
        })),
    );
  const others = 'test/rules/fixtures/others';
  const fixtures = readdirSync(others)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      cases(`${others}/${file}`).map(({ title, text }, index) => ({
        name: `${file.replace('.ts', '')}-${index + 1}`,
        text: readMarks(text.split(/^\/\/ --- /m)[0] ?? '').text,
        uri: placeOf(title) && `test:${file}-${index + 1}/${placeOf(title)}`,
      })),
    );
  return [...examples, ...fixtures];
}

describe('fixes of every framework judged by tsc --strict', () => {
  it('no fixed program has a type error that it did not have before', async function () {
    this.timeout(120_000);
    const files: Record<string, string> = { 'wrong-on-purpose.ts': wrongOnPurpose };
    const fixed: { readonly name: string; readonly of: string }[] = [];
    assert.ok(nextTypes, 'the types of Next.js are fetched by npm run test:unit');
    for (const { name, text, uri } of originals()) {
      files[`${name}.ts`] = text;
      for (const program of await fixedPrograms(name, `${name}.ts`, text, uri)) {
        files[`${program.name}.ts`] = program.text;
        fixed.push({ name: program.name, of: name });
      }
    }
    assert.ok(fixed.length > 100, `only ${fixed.length} fixed programs`);
    const errors = errorsByFile(typeCheck(folder, files, { next: [nextTypes], 'next/*': [`${nextTypes}/*`] }).stdout);
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
    assert.equal(errors.get('wrong-on-purpose')?.length, 2, 'the types of Next.js are not what they should be');
    // The types themselves are there: a package that is missing would make every program equally wrong.
    const missing = [...errors.values()].flat().filter((error) => /TS2307/.test(error));
    const known = /'(?:express|fastify|hono|koa|@koa\/router|@nestjs\/common|polka|next|http-status-codes)['/]/;
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
