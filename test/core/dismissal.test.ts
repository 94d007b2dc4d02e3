/** What is dismissed unread holds nothing: neither a route, nor a status, nor a mistake in writing one. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { dismissalOf } from '../../src/core/dismissal';
import { languageOfPath } from '../../src/core/languages';
import type { Scan } from '../../src/core/model';
import { scan } from '../../src/core/scan/scan';
import { createSyntax } from '../../src/core/syntax';
import { frameworks } from '../../src/frameworks/registry';
import { grammars } from '../support/engine';
import { readMarks } from '../support/marks';
import { fuzzRuns } from '../support/properties';

interface Original {
  readonly path: string;
  readonly lines: readonly string[];
}

const folders = [...frameworks.map(({ id }) => `src/frameworks/${id}`), 'test/core/fixtures', 'test/rules/fixtures'];
const originals: readonly Original[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => languageOfPath(file) && (file.startsWith('example.') || folder.startsWith('test/')))
    .map((file) => ({
      path: `${folder}/${file}`,
      lines: readMarks(readFileSync(`${folder}/${file}`, 'utf8')).text.split('\n'),
    })),
);

const syntax = createSyntax(grammars);

/** The scan of a text whether it would be dismissed or not. */
async function readAnyway(text: string, path: string): Promise<Scan> {
  const { grammar, language } = languageOfPath(path) ?? assert.fail(path);
  const parsed = await syntax.parse(grammar, text);
  const found = scan(parsed, path, language, frameworks, (query) => syntax.query(grammar, query));
  parsed.dispose();
  return found;
}

function isDismissed(text: string, path: string): boolean {
  return dismissalOf(text, path, languageOfPath(path)?.language ?? 'python', frameworks) !== null;
}

async function holdsNothing(text: string, path: string): Promise<void> {
  const { routes, uses, misplaced, invalid } = await readAnyway(text, path);
  assert.deepEqual({ routes, uses, misplaced, invalid }, { routes: [], uses: [], misplaced: [], invalid: [] }, text);
}

/** An import, with the names that a text uses only; nothing where it uses none. */
function needed(line: string, text: string): string[] {
  const [, start = '', names = ''] = /^(from .* import )([\w, ]+)$/.exec(line) ?? [];
  const isUsed = (name: string) => new RegExp(`\\b${name.trim().split(' ').at(-1)}\\b`).test(text);
  if (names === '') return (line.match(/\w+/g) ?? []).some(isUsed) ? [line] : [];
  const used = names.split(',').filter(isUsed);
  return used.length > 0 ? [start + used.join(',')] : [];
}

describe('Dismissal', () => {
  it('lets every example and fixture in that something is found in', async () => {
    assert.ok(originals.length > 40);
    for (const { path, lines } of originals) {
      if (isDismissed(lines.join('\n'), path)) await holdsNothing(lines.join('\n'), path);
    }
  });

  it('takes nothing away from any few lines of them, beside the imports they need', async function () {
    this.timeout(60_000);
    let dismissed = 0;
    for (const { path, lines } of originals) {
      const imports = lines.filter((line) => /^(?:import|from|const .*require\()/.test(line));
      for (let from = 0; from < lines.length; from++) {
        for (const count of [1, 2, 4]) {
          const some = lines.slice(from, from + count).join('\n');
          const text = `${imports.flatMap((line) => needed(line, some)).join('\n')}\n${some}`;
          if (!isDismissed(text, path)) continue;
          dismissed++;
          await holdsNothing(text, path);
        }
      }
    }
    assert.ok(dismissed > 1000, `only ${dismissed} were dismissed`);
  });

  it('takes nothing away from lines of several of them', async function () {
    this.timeout(fuzzRuns > 0 ? 600_000 : 60_000);
    const piece = fc.constantFrom(...originals).chain(({ path, lines }) =>
      fc.record({
        path: fc.constant(path),
        text: fc.subarray(lines as string[], { maxLength: 8 }).map((some) => some.join('\n')),
      }),
    );
    const property = fc.asyncProperty(piece, piece, async (one, other) => {
      const text = `${one.text}\n${other.text}`;
      if (isDismissed(text, one.path)) await holdsNothing(text, one.path);
    });
    await fc.assert(property, { numRuns: Math.max(3000, fuzzRuns) });
  });

  it('lets in what looks like a constant of a family that has none of that name', async () => {
    const text = 'from http import HTTPStatus\n\nmade = HTTPStatus.MADE_UP\n';
    assert.equal((await readAnyway(text, 'app/made.py')).invalid.length, 1);
    assert.ok(!isDismissed(text, 'app/made.py'));
  });

  it('is for texts that speak of none of it, however long', () => {
    const plain = ['def total(rows):', '    return sum(row.amount for row in rows if row.state == "open")', ''].join(
      '\n',
    );
    assert.equal(dismissalOf(plain.repeat(100), 'app/sums.py', 'python', frameworks), 'no status');
    const script = 'const loaded = await Promise.all(images.map((image) => image.decode()));\n';
    assert.equal(dismissalOf(script.repeat(100), 'app/images.ts', 'ecmascript', frameworks), 'no status');
  });

  it('looks at the place of files that are routes by it', () => {
    const text = 'export default function handler(_, answer) {\n  answer.end();\n}\n';
    assert.equal(dismissalOf(text, 'pages/api/items.ts', 'ecmascript', frameworks), null);
    assert.equal(dismissalOf(text, 'pages/items.ts', 'ecmascript', frameworks), 'no status');
  });
});
