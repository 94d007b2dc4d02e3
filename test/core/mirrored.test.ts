/** Routes for the mirror: paths in one spelling, all statuses of a route, and samples of the models that it answers. */

import assert from 'node:assert/strict';
import { mirroredRoutes, templateOf } from '../../src/core/features/mirrored';
import { sampleOf } from '../../src/core/features/samples';
import { schemaSample } from '../../src/core/features/schemaSamples';
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

describe('samples of schemas', () => {
  const models = `
const Id = Type.Integer({ minimum: 1 })
const Status = Type.Union([Type.Literal('new'), Type.Literal('done')])
export const Task = Type.Object({
  id: Id,
  name: Type.String(),
  status: Status,
  // When it was made
  made_at: Type.String({ format: 'date-time' }),
  owner: Type.Optional(Type.Object({ email: Type.String({ format: 'email' }) }))
})
export const tasks = sqliteTable("tasks", {
  id: integer({ mode: "number" })
    .primaryKey(),
  title: text().notNull(),
  done: integer({ mode: "boolean" }),
})
export const selectTasks = createSelectSchema(tasks);
const User = z.object({ id: z.string().uuid(), role: z.enum(["admin", "member"]), tags: z.string().array() });
const circle: Circle = z.object({ next: circle });
`;
  const task = {
    id: 1,
    name: 'name',
    status: 'new',
    made_at: '2026-01-31T12:00:00Z',
    owner: { email: 'ada@example.com' },
  };
  const user = { id: '00000000-0000-4000-8000-000000000000', role: 'admin', tags: ['tags'] };
  const jsonSchema =
    "{ type: 'object', properties: { id: { type: 'integer' }, on: { type: 'string', format: 'date' } } }";

  for (const [what, described, status, expected] of [
    ['TypeBox', 'response: { 200: Task, 404: Type.Null() }', 200, task],
    [
      'a list of TypeBox',
      'response: { 200: Type.Object({ total: Type.Integer(), tasks: Type.Array(Task) }) }',
      200,
      { total: 1, tasks: [task] },
    ],
    ['short JSON Schema', 'response: { 201: { id: Type.Number() } }', 201, { id: 1 }],
    ['JSON Schema', `response: { '2xx': ${jsonSchema} }`, 200, { id: 1, on: '2026-01-31T12:00:00Z' }],
    [
      'zod in OpenAPI',
      "responses: { 200: { description: 'x', content: { 'application/json': { schema: User } } } }",
      200,
      user,
    ],
    [
      'a helper around zod',
      'responses: { [Codes.CREATED]: jsonContent(z.array(User), "All"), [Codes.OK]: other }',
      201,
      [user],
    ],
    ['a part of zod', 'responses: { 200: { schema: User.partial() } }', 200, user],
    [
      'a table',
      'responses: { [HttpStatusCodes.OK]: jsonContent(selectTasks, "One") }',
      200,
      { id: 1, title: 'title', done: true },
    ],
    ['another status', 'response: { 404: Task }', 200, undefined],
    ['a schema that is elsewhere', 'response: { 200: Elsewhere }', 200, undefined],
    ['no description', 'schema: { body: Task }', 200, undefined],
    ['half of one', 'response: { 200: Type.Object({ id', 200, undefined],
  ] as const)
    it(`are made of ${what}`, () => assert.deepEqual(schemaSample(`'/', { ${described} }`, status, models), expected));

  it('do not go round in a circle', () => {
    assert.ok(JSON.stringify(schemaSample('response: { 200: circle }', 200, models)).length < 500);
  });

  it('come before what TypeScript infers, and successes before errors', async () => {
    const text = `import Fastify from 'fastify';
const app = Fastify();
app.get('/tasks', { schema: { response: { 200: Type.Array(Task) } } }, async (request, reply) => {
  if (!request.query) return reply.code(404).send({ message: 'No' });
  return reply.code(200).send([]);
});
`;
    const [route] = mirroredRoutes(await scanText('typescript', text), text, 'app.ts', models);
    assert.deepEqual([route?.statuses, route?.sample], [[200, 404], JSON.stringify([task])]);
  });
});
