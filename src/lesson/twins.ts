/** The endpoints of the lesson in TypeScript with Hono, as the demo server runs them; a test compares them with demo/app.ts. */

export const itemModel = `
const Item = model({
  name: required(string({ minLength: 1, maxLength: 100 })),
  description: optional(nullable(string({ maxLength: 1000 })), null),
  price: required(float({ ge: 0 })),
});`.trim();

export const readItem = `
app.get('/items/:item_id', async (c) => {
  const { path } = await parse(c, { path: { item_id: integer() } });
  const item = items.get(path.item_id);
  if (!item) throw new HTTPException(404, { message: 'Item not found' });
  return respond(c, item);
});`.trim();

export const createItem = `
app.post('/items', async (c) => {
  const { body } = await parse(c, { body: Item });
  if ([...items.values()].some((other) => other.name === body.name)) {
    throw new HTTPException(409, { message: 'An item with this name already exists' });
  }
  if (items.size >= maxItems) {
    throw new HTTPException(507, { message: 'The store is full, delete an item first' });
  }
  const item = store.add(body);
  return respond(c, item, 201, { Location: \`/items/\${item.id}\` });
});`.trim();

export const deleteItem = `
app.delete('/items/:item_id', async (c) => {
  const { path } = await parse(c, { path: { item_id: integer() } });
  if (!items.delete(path.item_id)) throw new HTTPException(404, { message: 'Item not found' });
  return c.body(null, 204);
});`.trim();
