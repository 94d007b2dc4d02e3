/** What the engine reads in Fastify code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import type { FastifyInstance } from 'fastify';

export default async function (fastify: FastifyInstance) {
  fastify.get('/items', { schema: { response: { 200: Items, '4xx': Problem } } }, async () => items.all());
  // <- route GET /items -> 200 value
  //                                            ^^^ use 200 documented

  fastify.post('/items', async (request, reply) => {
  // <- route POST /items -> 201 value creates
    const item = await items.create(request.body);
    if (!item) return reply.code(409).send({ error: 'taken' });
    //                           ^^^ use 409 returned
    reply.code(201);
    //         ^^^ use 201 returned
    return item;
  });

  fastify.delete('/items/:id', (request, reply) => {
  // <- route DELETE /items/:id -> 204 nothing
    items.remove(request.params.id);
    reply.status(204).send();
    //           ^^^ use 204 returned
  });

  fastify.route({
  // <- route PUT /items/:id -> 202 value
    method: 'PUT',
    url: '/items/:id',
    handler: async (request, reply) => reply.code(202).send(request.body),
    //                                            ^^^ use 202 returned
  });

  fastify.get('/old', (_req, reply) => reply.redirect('/new', 308));
  // <- route GET /old -> 308 response
  //                                                          ^^^ use 308 returned
}
