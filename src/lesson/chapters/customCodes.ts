/** Chapter 6: codes chosen at run time, exceptions of one's own, and codes that nobody has registered. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder, json, jsonContent, pathOf } from '../grading';

export const customCodes: Chapter = {
  id: 'custom-codes',
  title: 'Custom status codes',
  goal: 'You can choose a code while the handler runs, give your own exceptions one, and know what an odd number does.',
  beginner: [
    {
      kind: 'text',
      text: 'Sometimes the code depends on what the handler finds. Ask for the response as a parameter and set its status; what the handler returns stays as it is.',
    },
    {
      kind: 'code',
      python:
        '@app.put("/items/{item_id}")\nasync def replace_item(item_id: int, item: Item, response: Response) -> StoredItem:\n    if item_id not in items:\n        response.status_code = status.HTTP_201_CREATED\n    return write(item_id, item)',
      typescript:
        "app.put('/items/:id', async (c) => {\n  const id = Number(c.req.param('id'));\n  const isNew = !items.has(id);\n  return c.json(write(id, await c.req.json()), isNew ? 201 : 200);\n});",
    },
    {
      kind: 'try',
      request: {
        method: 'PUT',
        target: '/items/50',
        headers: [jsonContent],
        body: json({ name: 'Whiteboard', price: 80 }),
      },
      status: 201,
      look: 'New, so 201. For an item that exists it is 200.',
    },
    {
      kind: 'text',
      text: 'Errors of your own domain may have classes of their own. A handler for the class gives all of them one code and one shape, wherever they are raised:',
    },
    {
      kind: 'code',
      python:
        'class OutOfStock(Exception):\n    pass\n\n\n@app.exception_handler(OutOfStock)\nasync def out_of_stock(request: Request, error: OutOfStock) -> JSONResponse:\n    return JSONResponse({"detail": "Out of stock"}, status_code=409)',
      typescript:
        "class OutOfStock extends Error {}\n\napp.onError((error, c) => {\n  if (error instanceof OutOfStock) return c.json({ detail: 'Out of stock' }, 409);\n  throw error;\n});",
    },
    {
      kind: 'text',
      text: 'Some codes are known although few servers need them. 418 comes from an April joke about teapots; it is reserved so that nobody gives it another meaning.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/teapot' },
      status: 418,
      look: 'A 4xx like any other: the request has to change. Ask for tea.',
    },
    { kind: 'takeaway', text: 'Choose at run time if you must, from codes that others know.' },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'A number that nobody registered is allowed, and clients treat it as the x00 of its class. Vendors use that: nginx logs 499 when a client hangs up, Cloudflare answers 520 to 526 for trouble between itself and your server. On your own API it tells strangers nothing that 400 with a good body would not.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/status/520' },
      status: 520,
      look: 'A vendor’s code. Where your client knows no 520, it sees a 500.',
    },
    {
      kind: 'text',
      text: 'Outside 100 to 599 there is no class to fall back to, and servers disagree about what to do: uvicorn fails while it writes a 700, Express 5 throws a RangeError below 100 and above 999, others send it and leave the puzzle to the client. 1xx cannot be a final answer at all. The demo’s `/status/{code}` therefore refuses both.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/status/600' },
      status: 422,
      look: 'Declared as a path parameter with ge=200 and le=599, so that FastAPI refuses it before the handler is called.',
    },
    {
      kind: 'text',
      text: '**Which redirect?** 301 and 308 are for good and may be kept by caches, 302, 303 and 307 are for now. 307 and 308 keep the method and the body. 301 and 302 turn a POST into a GET in practice, and 303 does so on purpose: it is the one to send after a form was accepted.',
    },
    {
      kind: 'table',
      head: ['', 'For now', 'For good'],
      rows: [
        ['Method may become GET', '302 Found', '301 Moved Permanently'],
        ['Method stays', '307 Temporary Redirect', '308 Permanent Redirect'],
        ['Method becomes GET', '303 See Other', ''],
      ],
    },
    {
      kind: 'takeaway',
      text: 'A code of your own is a private language. Put the detail into the body, and let the code speak to everybody.',
    },
  ],
  exercises: [
    {
      id: 'both-outcomes',
      level: 'beginner',
      task: 'Get 200 and 201 from the same path operation.',
      hints: [
        '`PUT /items/{item_id}` replaces what is there and creates what is not.',
        'Send it for item 1, then for item 50.',
      ],
      solution: [
        { method: 'PUT', target: '/items/1', headers: [jsonContent], body: json({ name: 'Notebook', price: 4 }) },
        { method: 'PUT', target: '/items/50', headers: [jsonContent], body: json({ name: 'Whiteboard', price: 80 }) },
      ],
      isSolved: (exchanges) =>
        [/^\/items\/\d+$/, '/items/upsert'].some((path) =>
          ['PUT', 'POST'].some((method) =>
            [200, 201].every((code) => exchanges.some((exchange) => answered(exchange, method, path, code))),
          ),
        ),
      lesson: 'The caller learns from the code alone whether something was made or changed.',
    },
    {
      id: 'teapot',
      level: 'beginner',
      task: 'Brew coffee in a teapot.',
      hints: ['Ask the teapot: `GET /teapot`.'],
      solution: [{ method: 'GET', target: '/teapot' }],
      isSolved: (exchanges) => exchanges.some((exchange) => answered(exchange, 'GET', '/teapot', 418)),
      lesson:
        'Funny, and a useful reminder: clients that meet it do the right thing without knowing it, because it begins with 4.',
    },
    {
      id: 'any-code',
      level: 'beginner',
      task: 'Make the server send a 404 although nothing is missing: ask for the code itself.',
      hints: ['`/status/{code}` sends whatever you ask for.', '`GET /status/404`.'],
      solution: [{ method: 'GET', target: '/status/404' }],
      isSolved: (exchanges) => exchanges.some((exchange) => answered(exchange, 'GET', '/status/404', 404)),
      lesson: 'A 404 is what the handler says it is. Only the body tells the two apart, and only people read it.',
    },
    {
      id: 'five-redirects',
      level: 'advanced',
      task: 'Get the two redirects after which a client keeps the method of its request.',
      hints: ['One is for now and one is for good.', '`/moved/307` and `/moved/308`.'],
      solution: [
        { method: 'GET', target: '/moved/307' },
        { method: 'GET', target: '/moved/308' },
      ],
      isSolved: (exchanges) =>
        [307, 308].every((code) =>
          exchanges.some((exchange) => exchange.response.status === code && header(exchange, 'location') !== undefined),
        ),
      lesson:
        'After a 302 many clients turn a POST into a GET and lose its body. 307 and 308 were made so that they cannot.',
    },
    {
      id: 'slash-redirect',
      level: 'advanced',
      task: 'Get a redirect that nobody wrote a handler for.',
      hints: ['FastAPI forgives a slash too many.', 'Ask for `/items/` and look at its Location.'],
      solution: [{ method: 'GET', target: '/items/' }],
      isSolved: (exchanges) =>
        exchanges.some(
          (exchange) => exchange.response.status === 307 && !/^\/(?:moved|status)\//.test(pathOf(exchange)),
        ),
      lesson: 'It is a 307, so that a POST with a slash too many keeps its method and its body.',
    },
    {
      id: 'out-of-range',
      level: 'advanced',
      task: 'Ask for a code that is no final status, and then for the highest one that is allowed.',
      hints: ['`/status/100` cannot be a final answer.', 'The classes end with 599.'],
      solution: [
        { method: 'GET', target: '/status/100' },
        { method: 'GET', target: '/status/599' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'GET', /^\/status\//, 422),
          (exchange) => answered(exchange, 'GET', '/status/599', 599),
        ),
      lesson:
        'A check at the door beats a crash while writing the answer: there the client would only see a closed connection.',
    },
  ],
};
