/** The built style sheet has every icon that the panel's page shows, and little else; the build sees that its font does. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'src/panel/page';

function signsIn(file: string): ReadonlyMap<string, number> {
  const rules = readFileSync(file, 'utf8').matchAll(/^\.codicon-([\w-]+):before \{ content: "\\([\da-f]+)" \}/gm);
  return new Map([...rules].map(([, name = '', code = '']) => [name, Number.parseInt(code, 16)]));
}

describe('icons of the panel', () => {
  const all = signsIn('node_modules/@vscode/codicons/dist/codicon.css');
  const built = signsIn('dist/codicon.css');
  // Whatever the page's sources have in quotes or in a class, as far as it is the name of an icon.
  const sources = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const words = sources.flatMap((text) => text.match(/(?<=["'`]|codicon-)[a-z][a-z-]+(?=["'`\s])/g) ?? []);
  const shown = [...new Set(words)].filter((word) => all.has(word));

  it('are in the style sheet', () => {
    for (const name of ['check', 'close', 'copy', 'loading', 'circle-filled', 'warning', 'arrow-right', 'discard']) {
      assert.ok(shown.includes(name), `the page shows ${name}, and this test does not see it`);
    }
    assert.deepEqual(
      shown.filter((name) => built.get(name) !== all.get(name)),
      [],
    );
  });

  it('are about as many as the page needs', () => {
    assert.ok(built.size < 100, `${built.size} of ${all.size}`);
  });
});
