/** Long plain data is passed over by the parser, and what stands around it is read as if it were not there. */

import assert from 'node:assert/strict';
import { literalData } from '../../src/core/literalData';
import type { Language } from '../../src/core/model';
import { engine, source } from '../support/engine';

const entries = (count: number) =>
  Array.from({ length: count }, (_, index) => `    "name ${index}": ["text", 7, None, {"deep": true}],`).join('\n');
const long = `{\n    "first": 1,\n${entries(40)}\n}`;

/** The stretches found, shown as what they begin and end with. */
function shown(text: string, language: Language = 'python'): string[] {
  return literalData(text, language).map(
    ({ start, end }) => `${text.slice(start, start + 14).trim()}…${text.slice(end)}`,
  );
}

describe('Long literal data', () => {
  it('is found from behind its first element to its closing bracket', () => {
    assert.deepEqual(shown(`x = ${long}\n`), ['"name 0":…}\n']);
  });

  it('is left alone where it is short', () => {
    assert.deepEqual(shown(`x = {\n    "first": 1,\n${entries(3)}\n}\n`), []);
  });

  it('ends where something else begins, and keeps the parts that were closed before', () => {
    const [inner, ...others] = shown(`x = {\n    "data": ${long},\n    "made": make(),\n${entries(40)}\n}\n`);
    assert.match(inner ?? '', /^"name 0":/);
    assert.deepEqual(others, []);
  });

  it('holds no number that may be a status, and in JavaScript no such key', () => {
    assert.deepEqual(shown(`x = {\n    "first": 1,\n    "code": 404,\n${entries(40)}\n}\n`), []);
    const keyed = `x = {\n    "first": 1,\n    "404": "gone",\n${entries(40)}\n}\n`;
    assert.deepEqual(shown(keyed, 'ecmascript'), []);
    assert.equal(shown(keyed, 'python').length, 1);
  });

  it('hides no route, no status and no content', async () => {
    const file = (data: string) =>
      [
        '# für 🙂',
        'from fastapi import FastAPI',
        'app = FastAPI()',
        '@app.delete("/items/{item_id}")',
        'def delete_item(item_id: int):',
        `    return ${data}`,
        `recorded = ${data}`,
        '@app.post("/items", status_code=201)',
        'def create_item():',
        '    raise HTTPException(404)',
      ].join('\n');
    const [passed, read] = await Promise.all(
      [long, '{"name": read()}'].map((data) => engine.scan(source('python', file(data)))),
    );
    const told = (scan: typeof passed) => [
      scan?.routes.map(({ method, path, effective, returns, anatomy }) => [
        ...[method, path, effective, returns],
        anatomy.answers.map(({ body }) => body?.content),
      ]),
      scan?.uses.map(({ code, role, route }) => [code, role, route]),
    ];
    assert.deepEqual(told(passed), told(read));
    assert.equal(passed?.routes.length, 2);
  });
});
