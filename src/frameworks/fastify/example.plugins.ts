/** Plugins with prefixes and described routes in Fastify code; the marks are checked by test/frameworks/examples.test.ts. */

import Fastify from 'fastify';

const app = Fastify();

app.register(items, { prefix: '/items' });
app.register(
  async (scope) => {
    scope.get('/inner', async () => inner());
    // <- route GET /v1/inner -> 200 value
    scope.register(async (deeper) => deeper.get('/', async () => deep()), { prefix: '/deep' });
    //                               ^^^ route GET /v1/deep -> 200 value
  },
  { prefix: '/v1' },
);

async function items(fastify, options) {
  fastify.post('/', async (request, reply) => {
  // <- route POST /items -> 201 value creates
    reply.code(201);
    //         ^^^ use 201 returned
    return await db.insert(request.body);
  });

  fastify.route({
  // <- route PUT /items/:id -> 202 value
  // <- route PATCH /items/:id -> 202 value
    method: ['PUT', 'PATCH'],
    url: '/:id',
    schema: { response: { 202: Accepted, 404: Problem } },
    //                    ^^^ use 202 documented
    //                                   ^^^ use 404 documented
    handler: update,
  });

  fastify.get('/:id', { preHandler: [authenticate], handler: async (request, reply) => reply.status(203).send(item) });
  // <- route GET /items/:id -> 203 value
  //                                                                                                ^^^ use 203 returned
}

async function update(request, reply) {
  return reply.code(202).send(await db.update(request.body));
  //                ^^^ use 202 returned
}

app.get('/broken', async (request, reply) => {
// <- route GET /broken -> 503 unknown
  reply.code(503);
  //         ^^^ use 503 returned
  throw new Error('the status set before stays');
});

app.get('/gone', async () => {
// <- route GET /gone -> 410 unknown
  throw app.httpErrors.gone('it was here');
  //    ^^^^^^^^^^^^^^^^^^^ use 410 raised
});

app.post('/late', async (request, reply) => {
// <- route POST /late -> 200 value
  if (closed) return request.server.httpErrors.locked();
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 423 raised
  if (gone) reply.send(httpErrors.getHttpError(code));
  report(httpErrors.conflict, errors.conflict());
  return reply.send(await accept(request.body));
});
