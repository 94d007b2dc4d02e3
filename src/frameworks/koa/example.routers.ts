/** Prefixes, nested routers and handlers without a body in Koa code; the marks are checked by test/frameworks/examples.test.ts. */

import Router from '@koa/router';
import Koa from 'koa';

const app = new Koa();
const router = new Router({ prefix: '/api' });
const tags = new Router();
tags.prefix('/tags');
router.use('/blog', tags.routes(), tags.allowedMethods());
app.use(router.routes()).use(router.allowedMethods());

router.post('/items', authenticate, async (ctx) => {
// <- route POST /api/items -> 201 value creates
  ctx.status = 201;
  //           ^^^ use 201 returned
  ctx.body = await db('items').insert(ctx.request.body);
});
router.post('tag', '/named/:id', async (ctx) => {
// <- route POST /api/named/:id -> 202 value
  ctx.response.status = 202;
  //                    ^^^ use 202 returned
  ctx.response.body = { id: ctx.params.id };
});
tags.get('/', list).del('/:id', remove);
// <- route GET /api/blog/tags -> 200 value
// <- route DELETE /api/blog/tags/:id -> 204 nothing

const list = async (ctx) => {
  ctx.body = await db('tags');
};

async function remove(ctx) {
  await db('tags').del();
  ctx.body = null;
}

tags.get('/failing', (ctx) => {
// <- route GET /api/blog/tags/failing -> 409 unknown
  ctx.throw(409, 'taken');
  //        ^^^ use 409 raised
});
tags.post('/accepted', (ctx) => {
// <- route POST /api/blog/tags/accepted -> 202 unknown
  ctx.status = 202;
  //           ^^^ use 202 returned
});
tags.put('/:id', async (ctx) => {
// <- route PUT /api/blog/tags/:id -> 200 value
  if (!(await find(ctx.params.id))) return (ctx.status = 404);
  //                                                     ^^^ use 404 returned
  ctx.body = await update(ctx.request.body);
});

// ---- nothing is set, so Koa answers 404; a view, and what follows, may set it elsewhere

tags.get('/silent', (ctx) => {
// <- route GET /api/blog/tags/silent -> 404 unknown
  log(ctx.params.id);
});
tags.get('/view', async (ctx) => {
// <- route GET /api/blog/tags/view -> 200 unknown
  await ctx.render('tags');
});
tags.get('/next', async (ctx, next) => {
// <- route GET /api/blog/tags/next -> 200 unknown
  await next();
});
