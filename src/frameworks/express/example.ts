/** What the engine reads in Express code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { StatusCodes as S } from 'http-status-codes';
import * as statuses from 'http-status-codes';
import { controller, sendPage } from './elsewhere';

const app = express();
const router = Router();

// ---- sent by the handler

app.get('/items', (req, res) => {
// <- route GET /items -> 200 value
  res.json(items.slice(0, 100));
});

app.post('/items', express.json(), async (req, res) => {
// <- route POST /items -> 201 value creates
  if (!req.body.name) {
    return res.status(422).json({ error: 'name is missing' });
    //                ^^^ use 422 returned
  }
  const item = await Item.create(req.body);
  res.status(S.CREATED).location(`/items/${item.id}`).json(item);
  //         ^^^^^^^^^ use 201 returned
});

router.delete('/items/:id', function (request: Request, response: Response) {
// <- route DELETE /items/:id -> 204 nothing
  if (!items.has(request.params.id)) {
    response.sendStatus(404);
    //                  ^^^ use 404 returned
    return;
  }
  items.delete(request.params.id);
  response.statusCode = statuses.StatusCodes.NO_CONTENT;
  //                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ use 204 returned
  response.end();
});

router.put('/items/:id', async (req, res) => {
// <- route PUT /items/:id -> 200,201 value
  res.status(items.has(req.params.id) ? 200 : 201);
  //                                    ^^^ use 200 returned
  //                                          ^^^ use 201 returned
  res.json(req.body);
});

router.get('/old', (_req, res) => res.redirect(301, '/new'));
// <- route GET /old -> 301 response
//                                             ^^^ use 301 returned

router.get('/moved', (req, res) => {
// <- route GET /moved -> 302 response
  res.redirect('/new');
});

// ---- chains, named handlers, handlers from elsewhere

router
// <- route GET /orders -> 200 value
// <- route POST /orders -> 202 nothing creates
  .route('/orders')
  .get((req, res) => {
    res.send('orders');
  })
  .post(createOrder);

function createOrder(req: Request, res: Response) {
  queue.push(req.body);
  res.status(202).end();
  //         ^^^ use 202 returned
}

router.patch('/elsewhere', controller.update);
// <- route PATCH /elsewhere ->  unknown

router.get('/page', (req, res) => {
// <- route GET /page -> 200 unknown
  sendPage(res, 'home');
});

export const show: RequestHandler = (req, res) => {
  res.writeHead(200, { 'content-type': 'text/plain' });
  //            ^^^ use 200 returned
  res.end('shown');
};

// ---- clients

async function probe(url: string) {
  const answer = await fetch(url);
  if (answer.status === 404 || answer.status >= 500) return null;
  //                    ^^^ use 404 compared
  //                                            ^^^ use 500 compared
  switch (answer.status) {
    case 204:
    //   ^^^ use 204 compared
      return '';
    default:
      return [200, 206].includes(answer.status) ? answer.text() : null;
      //      ^^^ use 200 compared
      //           ^^^ use 206 compared
  }
}

// ---- tests, helpers and errors: the names beside the number tell

test('clients', async () => {
  expect(answer.status).toBe(201);
  //                         ^^^ use 201 compared
  expect(answer.statusCode).to.not.equal(404);
  //                                     ^^^ use 404 compared
  assert.strictEqual(answer.status, 200);
  //                                ^^^ use 200 compared
  await request(app).get('/items').expect(206);
  //                                      ^^^ use 206 compared
  expect(items.length).toBe(200);
});
const failure = Object.assign(new Error('busy'), { statusCode: 503, size: 503 });
//                                                             ^^^ use 503 mentioned
if (!user) throw new AppError('no such user', 404);
//                                            ^^^ use 404 raised
const documented = { responses: { 200: {}, '404': { description: 'no such item' } } };
//                                ^^^ use 200 documented
//                                         ^^^^^ use 404 documented
const phrase = STATUS_CODES[418];
//                          ^^^ use 418 mentioned
export const json = (data: unknown, status = 207) => new Response(JSON.stringify(data), { status });
//                                           ^^^ use 207 mentioned

// ---- silence

app.get('title');
app.set('port', 443);
cache.get('x', (error, value) => setTimeout(value, 500));
app.listen(300);
const user = { id: 404, name: 'status(404)' };
// res.status(404)
