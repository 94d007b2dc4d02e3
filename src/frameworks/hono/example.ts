/** What the engine reads in Hono code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import { createRoute } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { StatusCodes } from 'http-status-codes';

const app = new Hono();

app.get('/items', (c) => c.json(items));
// <- route GET /items -> 200 value

app.post('/items', async (c) => {
// <- route POST /items -> 201 value creates
  const item = await db.insert(await c.req.json());
  if (!item) throw new HTTPException(409, { message: 'taken' });
  //                                 ^^^ use 409 raised
  return c.json(item, StatusCodes.CREATED);
  //                  ^^^^^^^^^^^^^^^^^^^ use 201 returned
});

app.delete('/items/:id', (c) => {
// <- route DELETE /items/:id -> 204 nothing
  if (!items.delete(c.req.param('id'))) return c.notFound();
  return c.body(null, 204);
  //                  ^^^ use 204 returned
});

app.put('/items/:id', (c) => {
// <- route PUT /items/:id -> 202 value
  c.status(202);
  //       ^^^ use 202 returned
  return c.text('later');
});

app.get('/old', (c) => c.redirect('/new', 308));
// <- route GET /old -> 308 response
//                                        ^^^ use 308 returned

export const list = createRoute({
//                  ^^^^^^^^^^^ route GET /orders ->  unknown
  method: 'get',
  path: '/orders',
  responses: { 200: Orders, [StatusCodes.NOT_FOUND]: Problem },
  //           ^^^ use 200 documented
  //                         ^^^^^^^^^^^^^^^^^^^^^ use 404 documented
});
