/** The API of the lesson in TypeScript: the twin of lesson/app.py, from web-standard Request to Response. */

import type { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createFastApi, type FastApiEnv, parse, respond } from './fastapi';
import { ItemStore, maxItems } from './store';
import { float, integer, model, nullable, optional, required, string } from './validation';

const Item = model({
  name: required(string({ minLength: 1, maxLength: 100 })),
  description: optional(nullable(string({ maxLength: 1000 })), null),
  price: required(float({ ge: 0 })),
});

/** The demo app over a store; it opens no socket and keeps no other state. */
export function createDemoApp(store = new ItemStore()): Hono<FastApiEnv> {
  const app = createFastApi();
  const { items } = store;

  app.get('/items/:item_id', async (c) => {
    const { path } = await parse(c, { path: { item_id: integer() } });
    const item = items.get(path.item_id);
    if (!item) throw new HTTPException(404, { message: 'Item not found' });
    return respond(c, item);
  });

  app.post('/items', async (c) => {
    const { body } = await parse(c, { body: Item });
    if ([...items.values()].some((other) => other.name === body.name)) {
      throw new HTTPException(409, { message: 'An item with this name already exists' });
    }
    if (items.size >= maxItems) {
      throw new HTTPException(507, { message: 'The store is full, delete an item first' });
    }
    const item = store.add(body);
    return respond(c, item, 201, { Location: `/items/${item.id}` });
  });

  app.delete('/items/:item_id', async (c) => {
    const { path } = await parse(c, { path: { item_id: integer() } });
    if (!items.delete(path.item_id)) throw new HTTPException(404, { message: 'Item not found' });
    return c.body(null, 204);
  });

  return app;
}
