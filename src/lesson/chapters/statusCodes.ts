/** Chapter 1: what a status code says, to whom, and the classes. */

import type { Chapter } from '../chapter';
import { answered, inOrder, json, jsonContent } from '../grading';

export const statusCodes: Chapter = {
  id: 'status-codes',
  title: 'HTTP status codes',
  goal: 'You can tell from three digits how a request went, and which code each method usually answers.',
  beginner: [
    {
      kind: 'text',
      text: 'Every answer of a web server begins with a number of three digits: the **status code**. It says how the request went, before anybody reads the rest of the answer.',
    },
    {
      kind: 'text',
      text: 'Programs depend on it. A browser follows a 301 to another address, an app shows a login form after a 401, a job tries again after a 503. None of them reads your error message.',
    },
    { kind: 'text', text: 'The first digit is the **class**, and the class says most of it:' },
    {
      kind: 'table',
      head: ['Class', 'Name', 'Says'],
      rows: [
        ['1xx', 'Informational', 'Go on, the real answer comes later'],
        ['2xx', 'Successful', 'It worked'],
        ['3xx', 'Redirection', 'Look somewhere else, or use the copy you have'],
        ['4xx', 'Client error', 'Something is wrong with the request'],
        ['5xx', 'Server error', 'The request may be fine, the server failed'],
      ],
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/items/1' },
      status: 200,
      look: 'Item 1 is there, so the answer is 200 OK and the item.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/items/99' },
      status: 404,
      look: 'There is no item 99. The first digit already says that asking again in the same way will not help.',
    },
    { kind: 'text', text: 'When all goes well, the method of the request suggests the code:' },
    {
      kind: 'table',
      head: ['Method', 'Does', 'Usually answers'],
      rows: [
        ['GET', 'reads', '200 OK'],
        ['POST', 'creates', '201 Created'],
        ['PUT', 'replaces', '200 OK'],
        ['PATCH', 'changes a part', '200 OK'],
        ['DELETE', 'removes', '204 No Content'],
      ],
    },
    { kind: 'takeaway', text: 'The code is for programs, the body is for people. Get the code right first.' },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'A client may meet a code it has never heard of. It then has to treat it as the x00 of its class ([RFC 9110 §15](https://www.rfc-editor.org/rfc/rfc9110.html#section-15)): an unknown 459 counts as 400, an unknown 599 as 500. So the class is a promise, and the other two digits make it more precise.',
    },
    {
      kind: 'text',
      text: 'The reason phrase behind the number is for people only. HTTP/2 and HTTP/3 do not send it at all, so nothing may depend on it.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/status/459' },
      status: 459,
      look: 'Nobody has registered 459, and it travels all the same. What does your own HTTP client make of it?',
    },
    {
      kind: 'text',
      text: 'The method matters to those in between as well. **Safe** methods (GET, HEAD, OPTIONS) change nothing, so anybody may repeat or prefetch them. **Idempotent** methods (the safe ones, PUT and DELETE) may be repeated after a lost connection, because doing it twice has the effect of doing it once. POST and PATCH promise neither, which is why a client cannot simply try them again.',
    },
    {
      kind: 'table',
      head: ['Kept by caches without being told', 'Kept only when told'],
      rows: [
        [
          '200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501',
          'all others, above all 201, 302, 303, 307, 403 and 5xx',
        ],
      ],
    },
    {
      kind: 'text',
      text: 'A 404 in the first column surprises many: a cache may keep it, so a resource created a moment later can seem missing. `Cache-Control: no-store` on errors prevents that.',
    },
    {
      kind: 'takeaway',
      text: 'Choose the class by who has to act: nobody (2xx), the client elsewhere (3xx), the client otherwise (4xx), you (5xx).',
    },
  ],
  exercises: [
    {
      id: 'first-not-found',
      level: 'beginner',
      task: 'Make the server answer 404.',
      hints: ['Ask for something that is not there.', 'There are three items at the start, so try `GET /items/99`.'],
      solution: [{ method: 'GET', target: '/items/99' }],
      isSolved: (exchanges) => exchanges.some(({ response }) => response.status === 404),
      lesson: 'A 404 is the client’s to solve: the address leads to nothing, and asking again will not change that.',
    },
    {
      id: 'read-then-create',
      level: 'beginner',
      task: 'Get a 200 from a GET, then a 201 from a POST.',
      hints: [
        'Read the list of items first.',
        'Then `POST /items` with a name that no item has yet, and a price.',
        'The body is JSON: `{"name": "Stapler", "price": 12.5}`.',
      ],
      solution: [
        { method: 'GET', target: '/items' },
        { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Stapler', price: 12.5 }) },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          ({ request, response }) => request.method === 'GET' && response.status === 200,
          ({ request, response }) => request.method === 'POST' && response.status === 201,
        ),
      lesson: 'Both worked, yet the codes differ: 200 brings something, 201 says that something new exists now.',
    },
    {
      id: 'four-classes',
      level: 'beginner',
      task: 'Collect one answer of each class from 2xx to 5xx.',
      hints: [
        'You know how to get 2xx and 4xx already.',
        '`/moved/301` answers a redirection, `/unstable` a server error.',
      ],
      solution: [
        { method: 'GET', target: '/items' },
        { method: 'GET', target: '/moved/301' },
        { method: 'GET', target: '/items/99' },
        { method: 'GET', target: '/unstable' },
      ],
      isSolved: (exchanges) =>
        [2, 3, 4, 5].every((wanted) => exchanges.some(({ response }) => Math.floor(response.status / 100) === wanted)),
      lesson: 'Four first digits, four different things for a client to do: go on, go elsewhere, correct itself, wait.',
    },
    {
      id: 'unknown-code',
      level: 'advanced',
      task: 'Make the server send a code that nobody has registered, and that a client must treat as 400.',
      hints: [
        'Which class does 400 stand for?',
        '`/status/{code}` sends any code from 200 to 599. Not every number below 500 has a meaning: 432 has none.',
      ],
      solution: [{ method: 'GET', target: '/status/432' }],
      isSolved: (exchanges) =>
        exchanges.some(
          ({ response }) => response.status >= 400 && response.status < 500 && !registered4xx.has(response.status),
        ),
      lesson:
        'Whoever does not know the number looks at its first digit. That is why a private code must stand in the right class.',
    },
    {
      id: 'idempotent-delete',
      level: 'advanced',
      task: 'Show that DELETE is idempotent although its status is not: send the same DELETE twice and get two different codes.',
      hints: ['Idempotent means that the effect is the same, not the answer.', 'Delete item 2, then delete it again.'],
      solution: [
        { method: 'DELETE', target: '/items/2' },
        { method: 'DELETE', target: '/items/2' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'DELETE', /^\/(items|users)\/\d+$/, 204),
          (exchange, before) =>
            exchange.request.target === before?.request.target &&
            answered(exchange, 'DELETE', /^\/(items|users)\/\d+$/, 404),
        ),
      lesson:
        'After one DELETE or after five, the item is gone. A client whose connection broke may simply send it again, and read 404 as done.',
    },
  ],
};

/** IANA HTTP Status Code Registry, as of 2025; 418 is there as unused. */
const registered4xx = new Set([
  400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 418, 421, 422, 423, 424,
  425, 426, 428, 429, 431, 451,
]);
