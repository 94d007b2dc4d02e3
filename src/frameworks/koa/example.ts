/** What the engine reads in Koa code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import Router from '@koa/router';
import { StatusCodes } from 'http-status-codes';

const router = new Router();

router.get('/items', async (ctx) => {
// <- route GET /items -> 200 value
  ctx.body = await db('items');
});

router.post('/items', async (ctx) => {
// <- route POST /items -> 201 value creates
  ctx.assert(ctx.request.body, 422, 'name is missing');
  //                           ^^^ use 422 raised
  const [item] = await db('items').insert(ctx.request.body);
  ctx.status = StatusCodes.CREATED;
  //           ^^^^^^^^^^^^^^^^^^^ use 201 returned
  ctx.body = item;
});

router.del('/items/:id', async (ctx) => {
// <- route DELETE /items/:id -> 204 nothing
  if (!items.has(ctx.params.id)) ctx.throw(404, 'no such item');
  //                                       ^^^ use 404 raised
  ctx.body = null;
});

router.get('/old', (ctx) => ctx.redirect('/new'));
// <- route GET /old -> 302 response

export const controller = {
  async show(ctx) {
    ctx.status = 206;
    //           ^^^ use 206 returned
    ctx.body = part;
  },
  async del(ctx) {
  // <- route DELETE null -> 200 value
    await db('items').del();
    ctx.body = {};
  },
  get(key) {
    return key;
  },
};
