/** The lesson keeps its word: examples get the status they promise, listings are the code that runs. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { cutTwins } from '../../scripts/twins';
import { createDemoApp } from '../../src/demo/app';
import description from '../../src/demo/openapi.json';
import python from '../../src/lesson/app.py';
import { python as listing, typescript as twin } from '../../src/lesson/endpoint';
import { endpoints } from '../../src/lesson/lesson';
import { requestOfExample, requestsBefore } from '../../src/lesson/requests';
import { definitionsOf } from '../../src/lesson/source';
import twins from '../../src/lesson/twins.json';

describe('lesson', () => {
  it('names every endpoint once', () => {
    assert.equal(new Set(endpoints.map(({ id }) => id)).size, endpoints.length);
  });

  it('has every path operation of the description, and no other', () => {
    const described = Object.entries(description.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    assert.ok(described.length >= 25);
    assert.deepEqual(endpoints.map(({ method, path }) => `${method} ${path}`).sort(), described.sort());
  });

  for (const endpoint of endpoints) {
    for (const example of endpoint.examples) {
      it(`${endpoint.method} ${endpoint.path}, ${example.label}: ${example.status}`, async () => {
        const app = createDemoApp();
        for (const { target, method } of requestsBefore(example)) await app.request(target, { method });
        const { method, target, headers, body } = requestOfExample(endpoint, example);
        const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
        const response = await app.request(target, { ...init, ...(body !== null && { body }) });
        assert.equal(response.status, example.status);
      });
    }

    it(`${endpoint.method} ${endpoint.path} is listed as app.py has it`, () => {
      const route = `@app.${endpoint.method.toLowerCase()}("${endpoint.path}"`;
      assert.ok(endpoint.python.includes(route), route);
      for (const part of endpoint.python.split('\n\n\n')) assert.ok(python.includes(`${part}\n`), part);
      assert.ok(endpoint.typescript.includes(`app.${endpoint.method.toLowerCase()}(`));
    });
  }

  it('lists TypeScript as the demo runs it: `npm run docs` cuts it anew', () => {
    const folder = 'src/demo/routes';
    const routes = readdirSync(folder).sort();
    assert.deepEqual(twins, cutTwins(routes.map((name) => readFileSync(`${folder}/${name}`, 'utf8'))));
  });

  it('refuses to list what is not there', () => {
    assert.throws(() => listing('no_such_handler'), /no_such_handler/);
    assert.throws(() => twin('GET /nothing'), /GET \/nothing/);
  });

  it('cuts a definition with its decorators and nothing else', () => {
    const module =
      '@first\n@second\ndef a(\n    x,\n) -> None:\n    pass\n\n    # inside\n\n\n# outside\n\nclass B:\n    y = 1\n\n\n# Why\nC: int = {\n    1\n}\nD = 2';
    const definitions = definitionsOf(module);
    assert.equal(definitions.get('a'), module.slice(0, module.indexOf('\n\n\n# outside')));
    assert.equal(definitions.get('B'), 'class B:\n    y = 1');
    assert.equal(definitions.get('C'), '# Why\nC: int = {\n    1\n}');
    assert.deepEqual([...definitions.keys()], ['a', 'B', 'C', 'D']);
  });
});
