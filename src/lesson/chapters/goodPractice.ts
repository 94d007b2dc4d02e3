/** Chapter 7: habits that make an API easy to use and easy to run. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder, json, jsonContent, pathOf, sentHeader } from '../grading';

export const goodPractice: Chapter = {
  id: 'good-practice',
  title: 'Best practices',
  goal: 'You can review a handler and say which code it should send, and why.',
  beginner: [
    { kind: 'text', text: 'A short list to hold each handler against:' },
    {
      kind: 'list',
      items: [
        '**Say it.** Put `status_code` on the decorator even where the default would do for a creating POST: the default is 200.',
        '**Name it.** `status.HTTP_409_CONFLICT` needs no comment; 409 does.',
        '**Fit the method.** POST that creates 201, DELETE with nothing to say 204, everything that brings something 200.',
        '**Errors are not 200.** `{"error": "..."}` behind a 200 looks like success to every cache, log and client library.',
        '**One shape of errors.** FastAPI’s `{"detail": ...}` is one. Keep to it, in your own handlers too.',
        '**Document what you raise**, in `responses=`.',
      ],
    },
    {
      kind: 'try',
      request: {
        method: 'POST',
        target: '/users',
        headers: [jsonContent],
        body: json({ name: 'Cleo', email: 'cleo@example.com' }),
      },
      status: 201,
      look: 'Created, with Location. Now go through the other methods on this user.',
    },
    {
      kind: 'text',
      text: 'Test the code before the body. It is one line, and it is what clients rely on:',
    },
    {
      kind: 'code',
      python:
        'def test_create_item(client: TestClient) -> None:\n    response = client.post("/items", json={"name": "Stapler", "price": 12.5})\n    assert response.status_code == 201\n    assert response.headers["Location"] == "/items/4"',
      typescript:
        "it('creates an item', async () => {\n  const response = await app.request('/items', { method: 'POST', body: stapler, headers });\n  expect(response.status).toBe(201);\n  expect(response.headers.get('Location')).toBe('/items/4');\n});",
    },
    {
      kind: 'takeaway',
      text: '200 is the most common, 201 follows a creation, 204 has nothing to say, and the code on the decorator guides every client.',
    },
  ],
  advanced: [
    {
      kind: 'text',
      text: '**Retries.** Clients and proxies repeat requests whose answer got lost. For GET, PUT and DELETE that is harmless when the handler keeps the promise of its method: a second DELETE answers 404 or 204 and changes nothing more. For a POST, accept an idempotency key, keep the first answer and send it again, code included.',
    },
    {
      kind: 'text',
      text: '**Conditions.** Give what can change an `ETag`, answer `If-None-Match` with 304 and `If-Match` that does not match with 412. Demand it with 428 where overwriting hurts.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/items/1' },
      status: 200,
      look: 'The ETag names this version. Send it back with If-Match when you change the item.',
    },
    {
      kind: 'text',
      text: '**Error bodies.** `application/problem+json` ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457.html)) has a type that a program can switch on, a title, and the status once more for logs. Whatever you choose, the number in the body must never differ from the one on the status line.',
    },
    {
      kind: 'text',
      text: '**Caches.** A 404 or 410 may be kept without being told. Send `Cache-Control: no-store` with errors that may soon be over.',
    },
    {
      kind: 'text',
      text: '**Compatibility.** A change of code is a change of contract. 200 to 204 breaks clients that parse the body; 404 to 403 tells them something new. Within a class, and documented, most changes are safe; across classes none is.',
    },
    {
      kind: 'takeaway',
      text: 'The status code is the part of your API that every program between you and the client can read. Keep it true.',
    },
  ],
  exercises: [
    {
      id: 'full-circle',
      level: 'beginner',
      task: 'Lead one user through its life: create, read, replace, delete, with the right code each time.',
      hints: [
        '`POST /users` with a name and an email: 201, and the address in Location.',
        'GET 200, PUT 200, DELETE 204, all at that address.',
      ],
      solution: [
        {
          method: 'POST',
          target: '/users',
          headers: [jsonContent],
          body: json({ name: 'Cleo', email: 'cleo@example.com' }),
        },
        { method: 'GET', target: '/users/3' },
        {
          method: 'PUT',
          target: '/users/3',
          headers: [jsonContent],
          body: json({ name: 'Cleo', email: 'cleo@example.org' }),
        },
        { method: 'DELETE', target: '/users/3' },
      ],
      isSolved: (exchanges) =>
        exchanges.some(
          (created) =>
            answered(created, 'POST', '/users', 201) &&
            inOrder(
              exchanges,
              (exchange) => exchange === created,
              (exchange) => answered(exchange, 'GET', header(created, 'location') ?? '', 200),
              (exchange) => answered(exchange, 'PUT', header(created, 'location') ?? '', 200),
              (exchange) => answered(exchange, 'DELETE', header(created, 'location') ?? '', 204),
            ),
        ),
      lesson: '201, 200, 200, 204: somebody who reads only your log can follow the whole story.',
    },
    {
      id: 'login-is-no-creation',
      level: 'beginner',
      task: 'Send a POST that succeeds and rightly does not answer 201.',
      hints: ['Which POST is an action and creates no resource?', 'Sign in: `POST /login` with ada and lovelace.'],
      solution: [
        {
          method: 'POST',
          target: '/login',
          headers: [jsonContent],
          body: json({ username: 'ada', password: 'lovelace' }),
        },
      ],
      isSolved: (exchanges) =>
        exchanges.some(
          ({ request, response }) =>
            request.method === 'POST' && response.status >= 200 && response.status < 300 && response.status !== 201,
        ),
      lesson: '201 is for creating POSTs, not for all of them. A login brings a token: 200.',
    },
    {
      id: 'same-shape',
      level: 'beginner',
      task: 'Collect three different 4xx codes whose bodies have the same shape.',
      hints: [
        'Every HTTPException here becomes `{"detail": ...}` with a text in it. The detail of a 422 is a list.',
        'Try 404, 405 and 409, or 401, 403 and 429.',
      ],
      solution: [
        { method: 'GET', target: '/items/99' },
        { method: 'DELETE', target: '/items' },
        { method: 'GET', target: '/secret' },
      ],
      isSolved: (exchanges) =>
        exchanges.some(
          ({ response: { body } }) =>
            shapeOf(body) !== null &&
            new Set(
              exchanges
                .filter(
                  ({ response }) => Math.floor(response.status / 100) === 4 && shapeOf(response.body) === shapeOf(body),
                )
                .map(({ response }) => response.status),
            ).size >= 3,
        ),
      lesson: 'One function on the client’s side can show them all. That is what a consistent error body is worth.',
    },
    {
      id: 'safe-write',
      level: 'advanced',
      task: 'Change item 1 in strict mode, with a condition that holds.',
      hints: ['Read it first: the ETag is what you need.', '`PUT /items/1?strict=true` with `If-Match` and that ETag.'],
      solution: [
        { method: 'GET', target: '/items/1' },
        {
          method: 'PUT',
          target: '/items/1?strict=true',
          headers: [jsonContent, ['If-Match', '"r1"']],
          body: json({ name: 'Notebook', price: 4 }),
        },
      ],
      isSolved: (exchanges) =>
        exchanges.some(
          (exchange) =>
            answered(exchange, 'PUT', '/items/1', 200) &&
            /[?&]strict=(?:1|on|t|true|y|yes)(?:&|$)/i.test(exchange.request.target) &&
            sentHeader(exchange, 'if-match') !== undefined,
        ),
      lesson: 'Read, change, write if nobody else did: three requests that replace a lock.',
    },
    {
      id: 'repeat-safely',
      level: 'advanced',
      task: 'Repeat a PUT that succeeded and show that nothing but the ETag changes.',
      hints: ['Send the same `PUT /items/1` twice.', 'Compare the two bodies.'],
      solution: [
        { method: 'PUT', target: '/items/1', headers: [jsonContent], body: json({ name: 'Notebook', price: 4 }) },
        { method: 'PUT', target: '/items/1', headers: [jsonContent], body: json({ name: 'Notebook', price: 4 }) },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) =>
            answered(exchange, 'PUT', /^\/(items|users)\/\d+$/, exchange.response.status) &&
            exchange.response.status < 300,
          (exchange, before) =>
            before !== null &&
            exchange.request.body === before.request.body &&
            exchange.response.body === before.response.body &&
            answered(exchange, 'PUT', pathOf(before), 200),
        ),
      lesson: 'Idempotent by design: whoever lost the first answer may send it again without a second thought.',
    },
    {
      id: 'poll-politely',
      level: 'advanced',
      task: 'Follow a job to its result: 202, 200, 303, and the 200 of the result itself.',
      hints: [
        '`POST /process`, then its status address until it redirects.',
        'The last request goes to the Location of the 303.',
      ],
      solution: [
        { method: 'POST', target: '/process' },
        { method: 'GET', target: '/process/1' },
        { method: 'GET', target: '/process/1' },
        { method: 'GET', target: '/process/1' },
        { method: 'GET', target: '/process/1/result' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'POST', '/process', 202),
          (exchange) => answered(exchange, 'GET', /^\/process\/\d+$/, 303),
          (exchange, before) => before !== null && answered(exchange, 'GET', header(before, 'location') ?? '', 200),
        ),
      lesson: 'Four codes, one story, and no connection was held open while the work was done.',
    },
  ],
};

/** Names and types of the members: the detail of a 422 is a list, that of an HTTPException is a text. */
function shapeOf(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return null;
    const members = Object.entries(value).map(([name, member]) => [
      name,
      Array.isArray(member) ? 'list' : typeof member,
    ]);
    return JSON.stringify(members.sort());
  } catch {
    return null;
  }
}
