/** The lesson keeps its word: examples get the status they promise, listings are the code that runs. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createDemoApp } from '../../src/demo/app';
import python from '../../src/lesson/app.py';
import { endpoints } from '../../src/lesson/lesson';
import { cutDefinition } from '../../src/lesson/source';
import * as twins from '../../src/lesson/twins';
import { draftFrom, requestOf } from '../../src/panel/page/model';

describe('lesson', () => {
  it('names every endpoint once', () => {
    assert.equal(new Set(endpoints.map(({ id }) => id)).size, endpoints.length);
    assert.ok(endpoints.length >= 3);
  });

  for (const endpoint of endpoints) {
    for (const example of endpoint.examples) {
      it(`${endpoint.method} ${endpoint.path}, ${example.label}: ${example.status}`, async () => {
        const shown = { ...endpoint, teaches: endpoint.teaches.beginner };
        const { method, target, headers, body } = requestOf(shown, draftFrom(example));
        const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
        const response = await createDemoApp().request(target, { ...init, ...(body !== null && { body }) });
        assert.equal(response.status, example.status);
      });
    }

    it(`${endpoint.method} ${endpoint.path} is listed as app.py has it`, () => {
      const route = `@app.${endpoint.method.toLowerCase()}("${endpoint.path}"`;
      assert.ok(endpoint.python.includes(route), route);
      for (const part of endpoint.python.split('\n\n\n')) assert.ok(python.includes(`${part}\n`), part);
    });
  }

  it('lists TypeScript as the demo runs it', () => {
    const app = readFileSync('src/demo/app.ts', 'utf8');
    const lines = new Set(app.split('\n').map((line) => line.trimEnd()));
    for (const [name, listing] of Object.entries(twins)) {
      const indent = lines.has(listing.split('\n')[0] ?? '') ? '' : '  ';
      const indented = listing.replace(/^(?=.)/gm, indent);
      assert.ok(app.includes(`\n${indented}\n`), `${name} is not what demo/app.ts says`);
    }
  });

  it('refuses to list what is not there', () => {
    assert.throws(() => cutDefinition(python, 'no_such_handler'), /no_such_handler/);
  });

  it('cuts a definition with its decorators and nothing else', () => {
    const module =
      '@first\n@second\ndef a(\n    x,\n) -> None:\n    pass\n\n    # inside\n\n\n# outside\nclass B:\n    y = 1';
    assert.equal(cutDefinition(module, 'B'), 'class B:\n    y = 1');
    assert.throws(() => cutDefinition(module, 'inside'));
  });
});
