/** Routes for the mirror: paths in one spelling, all statuses of a route, and samples of the models that it answers. */

import assert from 'node:assert/strict';
import { mirroredRoutes, templateOf } from '../../src/core/features/mirrored';
import { sampleOf } from '../../src/core/features/samples';
import { scanText } from '../support/engine';

const python = `from datetime import datetime
from enum import Enum
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

app = FastAPI()


class Named(BaseModel):
    name: str = Field(min_length=1)  # shown


class Tag(Named):
    colour: Literal["red", "blue"] = "red"
    parent: "Tag | None" = None


class Item(Named):
    """What a client gets."""

    id: int
    price: float = 9.5
    tags: list[Tag]
    made: datetime
    extra: dict[str, int] = {}
    unknown: Something

    def total(self) -> float:
        rate: float = 2
        return self.price * rate


@app.get("/items", response_model=list[Item])
def list_items():
    return load()


@app.post("/items", status_code=201, responses={409: {}})
def create_item(item: Item) -> Item:
    if taken(item):
        raise HTTPException(409)
    return store(item)


@app.delete("/items/{item_id}", status_code=204)
def delete_item(item_id: int) -> None:
    if not known(item_id):
        raise HTTPException(404)
    forget(item_id)
`;

describe('mirrored routes', () => {
  it('have all statuses, and a sample of what they answer', async () => {
    const scan = await scanText('python', python);
    const routes = mirroredRoutes(scan, python, 'main.py');
    assert.deepEqual(
      routes.map(({ method, path, statuses, from }) => [method, path, statuses, from]),
      [
        ['GET', '/items', [200], 'list_items, main.py:33'],
        ['POST', '/items', [201, 409], 'create_item, main.py:38'],
        ['DELETE', '/items/{item_id}', [204, 404], 'delete_item, main.py:45'],
      ],
    );
    const tag = { name: 'name', colour: 'red', parent: null };
    const [list = null, created = null, deleted] = routes.map(({ sample }) => sample);
    assert.deepEqual(JSON.parse(list ?? 'null'), [JSON.parse(created ?? 'null')]);
    const item = JSON.parse(created ?? 'null');
    assert.deepEqual(
      { ...item, tags: item.tags.map((each: object) => ({ ...each, parent: null })) },
      { name: 'name', id: 1, price: 9.5, tags: [tag], made: '2026-01-31T12:00:00Z', extra: { key: 1 }, unknown: null },
    );
    assert.equal(deleted, 'null');
  });

  it('have paths in one spelling', () => {
    for (const [path, expected] of [
      ['/items/{item_id}', '/items/{item_id}'],
      ['/items/<int:item_id>', '/items/{item_id}'],
      ['/items/<item_id>/x', '/items/{item_id}/x'],
      ['/items/:id/parts/:part', '/items/{id}/parts/{part}'],
      ['/items/:id(\\d+)', '/items/{id}'],
      ['/items/[id]', '/items/{id}'],
      ['/docs/[...slug]', '/docs/{*slug}'],
      ['/files/{name:path}', '/files/{*name}'],
      ['/files/<path:name>', '/files/{*name}'],
      ['/items/{id:\\d+}', '/items/{id}'],
      ['/all/*', '/all/{*rest}'],
      ['items', '/items'],
    ] as const) {
      assert.equal(templateOf(path), expected, path);
    }
  });
});

describe('samples', () => {
  const typescript = `
interface Owner {
  readonly id: number;
  name: string;
  pets?: Pet[];
}
type Pet = {
  kind: 'cat' | 'dog',
  owner: Owner | null,
  age: number
}
`;

  it('of TypeScript types', () => {
    const owner = sampleOf('Promise<Owner>', 'ecmascript', typescript) as { pets: { kind: string; age: number }[] };
    assert.equal(owner.pets[0]?.kind, 'cat');
    assert.equal(owner.pets[0]?.age, 1.5);
    assert.deepEqual(sampleOf("'a' | 'b'", 'ecmascript', ''), 'a');
    assert.deepEqual(sampleOf('Record<string, boolean>', 'ecmascript', ''), { key: true });
    assert.deepEqual(sampleOf('Array<number>', 'ecmascript', ''), [1.5]);
  });

  it('of nothing that the file does not show', () => {
    for (const type of ['Response', 'Any', 'Foo[Bar]', '', '(', 'x.y'])
      assert.equal(sampleOf(type, 'python', ''), undefined, type);
  });

  it('of models that name each other come to an end', () => {
    const text = 'class A(BaseModel):\n    b: "B"\n    bs: list["B"]\n\nclass B(A):\n    a: A\n';
    assert.ok(JSON.stringify(sampleOf('A', 'python', text)).length < 5000);
    assert.ok(
      JSON.stringify(sampleOf('A', 'python', 'class A(B):\n    x: int\nclass B(A):\n    y: int\n')).length < 500,
    );
  });
});
