/** Chapter 3: the client errors, and the pairs that are mixed up. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder, json, jsonContent, pathOf, sentHeader } from '../grading';

export const clientErrors: Chapter = {
  id: 'client-errors',
  title: '4xx client errors',
  goal: 'You can tell a client what exactly it has to change, and tell the look-alikes apart.',
  beginner: [
    {
      kind: 'text',
      text: 'A 4xx says: **the request has to change before this can work**. The better the code, the less the client has to guess.',
    },
    {
      kind: 'table',
      head: ['Code', 'Name', 'The client should'],
      rows: [
        ['400', 'Bad Request', 'send something that can be understood'],
        ['401', 'Unauthorized', 'sign in'],
        ['403', 'Forbidden', 'give up, or ask for the right'],
        ['404', 'Not Found', 'use another address'],
        ['405', 'Method Not Allowed', 'use a method that `Allow` names'],
        ['409', 'Conflict', 'look at the current state and try something else'],
        ['422', 'Unprocessable Content', 'correct the values'],
        ['429', 'Too Many Requests', 'wait as long as `Retry-After` says'],
      ],
    },
    {
      kind: 'text',
      text: '**401 or 403?** 401 means that the server does not know who you are. 403 means that it knows and says no. Signing in helps against the first and not against the second.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/secret' },
      status: 401,
      look: 'Nobody is signed in. WWW-Authenticate says how to do it: with a Bearer token.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/secret', headers: [['Authorization', 'Bearer ben-token']] },
      status: 403,
      look: 'Ben is known, and only admins may see this. Another sign-in as Ben changes nothing.',
    },
    {
      kind: 'text',
      text: '**400 or 422?** 400 is for a request that cannot be understood at all. 422 is for one that can be read and has wrong values. FastAPI answers 422 by itself when a request does not fit the types of the handler, even for JSON that is broken.',
    },
    {
      kind: 'try',
      request: { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Eraser' }) },
      status: 422,
      look: 'The list under detail names each problem and where it is: the price is missing.',
    },
    { kind: 'takeaway', text: '4xx: change the request. Say what to change with the code, and how in the body.' },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'Some client errors are only half said without a header. The specification makes it a duty where a client cannot go on otherwise:',
    },
    {
      kind: 'table',
      head: ['Code', 'Header', 'Strength'],
      rows: [
        ['401', '`WWW-Authenticate`: how to sign in', 'MUST'],
        ['405', '`Allow`: the methods that work here', 'MUST'],
        ['416', '`Content-Range: bytes */length`', 'SHOULD'],
        ['426', '`Upgrade`: the protocol to use', 'MUST'],
        ['429', '`Retry-After`: when to come back', 'MAY'],
      ],
    },
    {
      kind: 'text',
      text: '**404 or 410?** 404 says nothing about how long. 410 says that it is gone for good, so links may be removed and crawlers stop asking. When in doubt, 404.',
    },
    {
      kind: 'text',
      text: '**409 or 412?** Both say that the state of the resource stands against the request. 412 answers a condition that the client itself has set (`If-Match`), 409 a rule of yours, such as a name that may exist only once. And **428** demands the condition from clients that send none.',
    },
    {
      kind: 'try',
      request: {
        method: 'PUT',
        target: '/items/1?strict=true',
        headers: [jsonContent],
        body: json({ name: 'Notebook', price: 4 }),
      },
      status: 428,
      look: 'Without If-Match two people could overwrite each other unseen. The server insists on it.',
    },
    {
      kind: 'text',
      text: '**415** is about the format that the client sent (`Content-Type`), **406** about the formats it would take (`Accept`). FastAPI knows neither by itself: JSON that is sent as text is a 422 to it. **451** says that the law forbids the answer, and should name who demands it.',
    },
    {
      kind: 'text',
      text: 'A 403 admits that there is something. Where even that is a secret, 404 is allowed and common: another customer’s invoice is simply not there.',
    },
    {
      kind: 'takeaway',
      text: 'A good 4xx lets a program act without reading prose: code, the header that belongs to it, a stable error body.',
    },
  ],
  exercises: [
    {
      id: 'conflict',
      level: 'beginner',
      task: 'Make the server answer 409, without asking `/status/409` for it.',
      hints: ['Two items may not have the same name.', 'There is a Notebook already. Create another one.'],
      solution: [
        { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Notebook', price: 3.5 }) },
      ],
      isSolved: (exchanges) =>
        exchanges.some((exchange) => exchange.response.status === 409 && pathOf(exchange) !== '/status/409'),
      lesson:
        'Nothing is wrong with the request itself: with other data on the server it would have worked. That is a conflict.',
    },
    {
      id: 'fix-the-422',
      level: 'beginner',
      task: 'Send a `POST /items` that gets 422, then correct it until it gets 201.',
      hints: [
        'Leave the price out, or make it negative.',
        'Read `loc` and `msg` in the answer: they say where the mistake is and what is wrong.',
      ],
      solution: [
        { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Eraser', price: -1 }) },
        { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Eraser', price: 1 }) },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'POST', '/items', 422),
          (exchange) => answered(exchange, 'POST', '/items', 201),
        ),
      lesson:
        'The 422 told you which value to change, and changing it was enough. An error that can be acted upon is a good error.',
    },
    {
      id: 'three-doors',
      level: 'beginner',
      task: 'Get 401, 403 and 200 from `GET /secret`, in this order.',
      hints: [
        'The first is easy: say nothing about who you are.',
        'Sign in with `POST /login`: ben has the password franklin, ada has lovelace.',
        'Send `Authorization: Bearer` and the token of the answer. Ben is a member, Ada an admin.',
      ],
      solution: [
        { method: 'GET', target: '/secret' },
        { method: 'GET', target: '/secret', headers: [['Authorization', 'Bearer ben-token']] },
        { method: 'GET', target: '/secret', headers: [['Authorization', 'Bearer ada-token']] },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'GET', '/secret', 401),
          (exchange) => answered(exchange, 'GET', '/secret', 403),
          (exchange) => answered(exchange, 'GET', '/secret', 200),
        ),
      lesson: 'Unknown, known but not allowed, allowed: three answers to two questions, who are you and may you.',
    },
    {
      id: 'wait-a-moment',
      level: 'beginner',
      task: 'Call `GET /limited` too often.',
      hints: ['Just keep sending it.', 'The fourth call in a row is one too many.'],
      solution: [
        { method: 'GET', target: '/limited' },
        { method: 'GET', target: '/limited' },
        { method: 'GET', target: '/limited' },
        { method: 'GET', target: '/limited' },
      ],
      isSolved: (exchanges) => exchanges.some((exchange) => answered(exchange, 'GET', '/limited', 429)),
      lesson: 'Retry-After turns an angry loop into a client that waits. A 429 without it leaves everybody guessing.',
    },
    {
      id: 'ask-what-is-allowed',
      level: 'advanced',
      task: 'Get a 405, then send a method that its `Allow` header names and that succeeds.',
      hints: [
        'Which method does `/teapot` or `/items` not have?',
        '`DELETE /items` is refused; see what Allow offers.',
      ],
      solution: [
        { method: 'DELETE', target: '/items' },
        { method: 'GET', target: '/items' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          ({ response }) => response.status === 405,
          (exchange, before) => {
            if (!before || pathOf(exchange) !== pathOf(before)) return false;
            const allowed = (header(before, 'allow') ?? '').split(/\s*,\s*/);
            return allowed.includes(exchange.request.method) && exchange.response.status < 300;
          },
        ),
      lesson:
        'A 405 without Allow breaks a MUST and, worse, helps nobody. Note that FastAPI names only the methods of the first path operation that fits.',
    },
    {
      id: 'lost-update',
      level: 'advanced',
      task: 'Play two people who change the same item: the second one must get 412.',
      hints: [
        '`GET /items/1` brings an `ETag`.',
        'Send a PUT with `If-Match` and that value: 200, and the item has a new ETag.',
        'Send another PUT with the old value.',
      ],
      solution: [
        { method: 'GET', target: '/items/1' },
        {
          method: 'PUT',
          target: '/items/1',
          headers: [jsonContent, ['If-Match', '"r1"']],
          body: json({ name: 'Notebook', price: 4 }),
        },
        {
          method: 'PUT',
          target: '/items/1',
          headers: [jsonContent, ['If-Match', '"r1"']],
          body: json({ name: 'Notebook', price: 5 }),
        },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          ({ request, response }) => ['PUT', 'PATCH'].includes(request.method) && response.status === 200,
          (exchange, before) =>
            before !== null &&
            pathOf(exchange) === pathOf(before) &&
            exchange.response.status === 412 &&
            revision(sentHeader(exchange, 'if-match')) < revision(header(before, 'etag')),
        ),
      lesson:
        'Without the condition the second writer would have wiped out the work of the first, with a cheerful 200.',
    },
    {
      id: 'gone-for-good',
      level: 'advanced',
      task: 'Find the resource of this server that is gone for good.',
      hints: ['404 only says that there is nothing. Which code says that it was there?', 'Try `GET /legacy`.'],
      solution: [{ method: 'GET', target: '/legacy' }],
      isSolved: (exchanges) => exchanges.some((exchange) => answered(exchange, 'GET', '/legacy', 410)),
      lesson: '410 is a decision, not an accident: somebody promises that asking again is pointless.',
    },
  ],
};

/** Tags are counted here, so that one the item had before can be told from one that is made up. */
function revision(tag: string | undefined): number {
  return Number(/^"r(\d+)"$/.exec(tag ?? '')?.[1] ?? Number.NaN);
}
