/** Prefixes, described routes and chains in Hono code; the marks are checked by test/frameworks/examples.test.ts. */

import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { Hono } from 'hono';
import { createFactory } from 'hono/factory';

const app = new OpenAPIHono().basePath('/api');

// ---- a description and its handler are one route

const create = createRoute({
//             ^^^ route POST /api/items -> 201 value creates
  method: 'post',
  path: '/items',
  responses: { 201: { description: 'the new item' } },
  //           ^^^ use 201 documented
});
app.openapi(create, async (c) => {
  const item = await db.insert(c.req.valid('json'));
  return c.json(item, 201);
  //                  ^^^ use 201 returned
});
app.openapi(createRoute({ method: 'delete', path: '/items/{id}', responses: {} }), (c) => c.body(null, 204));
//                                                                                                     ^^^ use 204 returned
//          ^^^ route DELETE /api/items/{id} -> 204 nothing

// ---- chains and routers below others

const books = new Hono().get('/', (c) => c.json([])).post('/', (c) => c.json({ id: 1 }, 202));
//            ^^^ route GET /api/v1/books -> 200 value
//            ^^^ route POST /api/v1/books -> 202 value
//                                                                                      ^^^ use 202 returned
const v1 = app.basePath('/v1');
v1.route('/books', books);

// ---- methods that are arguments, handlers made apart, web responses

app.on('POST', '/sync', (c) => c.text('later', 202));
// <- route POST /api/sync -> 202 value
//                                             ^^^ use 202 returned
app.on(['PUT', 'DELETE'], '/sync', (c) => c.text('done'));
// <- route PUT /api/sync -> 200 value
// <- route DELETE /api/sync -> 200 value
const handlers = createFactory().createHandlers(authenticate, async (c) => c.json({}, 203));
//                                                                                    ^^^ use 203 returned
app.post('/made', ...handlers);
// <- route POST /api/made -> 203 value
app.get('/raw', (c) => new Response('raw', { status: 206 }));
// <- route GET /api/raw -> 206 response
//                                                   ^^^ use 206 returned
app.get('/last', (c) => {
// <- route GET /api/last -> 202 value
  c.status(201);
  //       ^^^ use 201 returned
  return c.json({}, 202);
  //                ^^^ use 202 returned
});
events.on('error', (error) => report(error, 500));

// ---- a class of its own that is a router, and one that is not

class Shop extends Hono<Env> {}
class Cache extends Map<string, Handler> {}
const shop = new Shop();
shop.put('/stock', updateStock);
// <- route PUT /stock ->  unknown
const cache = new Cache();
cache.get('/stock', readStock);
