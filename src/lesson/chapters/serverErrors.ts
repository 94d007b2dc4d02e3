/** Chapter 4: the server errors, and what a client may try again. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder } from '../grading';

export const serverErrors: Chapter = {
  id: 'server-errors',
  title: '5xx server errors',
  goal: 'You know what is the server’s fault, and what a client may do about it.',
  beginner: [
    {
      kind: 'text',
      text: 'A 5xx says: **the request may be fine, the server could not do it**. The client need not change anything; it may try later.',
    },
    {
      kind: 'table',
      head: ['Code', 'Name', 'Says'],
      rows: [
        ['500', 'Internal Server Error', 'something broke that nobody expected'],
        ['501', 'Not Implemented', 'this server cannot do that for any address'],
        ['502', 'Bad Gateway', 'the server behind this one sent nonsense'],
        ['503', 'Service Unavailable', 'closed or overloaded for the moment'],
        ['504', 'Gateway Timeout', 'the server behind this one did not answer in time'],
      ],
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/unstable?code=500' },
      status: 500,
      look: 'The handler has a mistake in it. The answer says so and nothing else: no file names, no stack.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/unstable' },
      status: 503,
      look: 'Retry-After says in how many seconds it is worth trying again.',
    },
    {
      kind: 'text',
      text: 'Nobody writes a 500 on purpose. An exception that is not caught becomes one, and FastAPI does that for you. If you know what is wrong, there is a better code: a value of the client is a 4xx, a service that is down a 503.',
    },
    {
      kind: 'takeaway',
      text: '5xx is your fault, not theirs: tell the client when to come back, and tell yourself why.',
    },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'The class decides who is woken up at night. Monitoring counts 5xx as failures of yours, so a 500 for bad input raises false alarms, and a 200 with `{"error": ...}` in it hides real ones.',
    },
    {
      kind: 'text',
      text: '**501 or 405?** 405 is about this address, 501 about the whole server: it does not know the method anywhere. **502 or 504?** Both come from a proxy: 502 when the answer from behind was unusable, 504 when none came in time. An application that calls another service and fails may send them too, but only if it stands in for that service.',
    },
    { kind: 'text', text: 'What may a client send again?' },
    {
      kind: 'table',
      head: ['Answer', 'GET, PUT, DELETE', 'POST, PATCH'],
      rows: [
        ['503 with Retry-After', 'yes, then', 'yes, then: it was refused, not done'],
        ['502, 504', 'yes, with growing pauses', 'only with an idempotency key: it may have been done'],
        ['500', 'perhaps once', 'no: nobody knows how far it came'],
        ['501', 'no', 'no'],
      ],
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/unstable?code=504' },
      status: 504,
      look: 'The server behind may have done the work all the same. For a GET that does not matter.',
    },
    {
      kind: 'text',
      text: 'Never send a stack trace. It helps attackers more than clients; log it with an id and answer with that id.',
    },
    {
      kind: 'takeaway',
      text: 'Retry what is idempotent, after the pause that the server asked for, with pauses that grow, and not forever.',
    },
  ],
  exercises: [
    {
      id: 'every-server-error',
      level: 'beginner',
      task: 'Get 500, 502, 503 and 504 from `/unstable`.',
      hints: ['It takes a query: `?code=`.', '`GET /unstable?code=502` is one of them; the others go alike.'],
      solution: [500, 502, 503, 504].map((code) => ({ method: 'GET', target: `/unstable?code=${code}` })) as [
        { method: string; target: string },
        ...{ method: string; target: string }[],
      ],
      isSolved: (exchanges) =>
        [500, 502, 503, 504].every((code) =>
          exchanges.some((exchange) => answered(exchange, 'GET', '/unstable', code)),
        ),
      lesson: 'One address, one client, four different reasons: only the code tells them apart.',
    },
    {
      id: 'when-to-come-back',
      level: 'beginner',
      task: 'Find a server error that says when to come back.',
      hints: ['It is a header of the answer.', 'A 503 is the one that knows: the closed door has opening hours.'],
      solution: [{ method: 'GET', target: '/unstable' }],
      isSolved: (exchanges) =>
        exchanges.some((exchange) => exchange.response.status >= 500 && header(exchange, 'retry-after') !== undefined),
      lesson: 'A 503 with Retry-After is a plan. One without is a shrug.',
    },
    {
      id: 'whose-fault',
      level: 'beginner',
      task: 'The same address, two kinds of fault: get a 5xx from `/unstable`, then a 4xx from it.',
      hints: ['The query is checked like everything else.', 'Ask for a code that it does not offer: `?code=abc`.'],
      solution: [
        { method: 'GET', target: '/unstable' },
        { method: 'GET', target: '/unstable?code=abc' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) =>
            answered(exchange, 'GET', '/unstable', exchange.response.status) && exchange.response.status >= 500,
          (exchange) =>
            answered(exchange, 'GET', '/unstable', exchange.response.status) &&
            exchange.response.status >= 400 &&
            exchange.response.status < 500,
        ),
      lesson:
        'The first was the server’s fault, the second yours. FastAPI checked the request before the handler could fail.',
    },
    {
      id: 'no-leak',
      level: 'advanced',
      task: 'Get a 500 and make sure that its body tells nothing about the code behind it.',
      hints: ['`/unstable?code=500` raises an exception that nobody catches.'],
      solution: [{ method: 'GET', target: '/unstable?code=500' }],
      isSolved: (exchanges) =>
        exchanges.some(({ response }) => response.status === 500 && !/Traceback|\bat \w|\.py|\.ts/.test(response.body)),
      lesson: 'Three words are all that a stranger should learn. The rest belongs in your log.',
    },
    {
      id: 'patient-client',
      level: 'advanced',
      task: 'Be a good client: meet a 503, then send the same request once more.',
      hints: ['Nothing about the request has to change.', 'Send `GET /unstable` twice.'],
      solution: [
        { method: 'GET', target: '/unstable' },
        { method: 'GET', target: '/unstable' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          ({ response }) => response.status === 503,
          (exchange, before) =>
            exchange.request.method === before?.request.method && exchange.request.target === before.request.target,
        ),
      lesson:
        'A GET may be repeated without asking anybody. With a POST you would have to know first that it was not done.',
    },
    {
      id: 'not-a-server-error',
      level: 'advanced',
      task: 'Send JSON that is broken to `POST /items` and see that it does not become a 500.',
      hints: [
        'Leave a quote or a brace out.',
        'Somebody has to catch the parser’s exception. In FastAPI somebody does.',
      ],
      solution: [
        { method: 'POST', target: '/items', headers: [['Content-Type', 'application/json']], body: '{"name": ' },
      ],
      isSolved: (exchanges) =>
        exchanges.some((exchange) => answered(exchange, 'POST', '/items', 422) && !isJson(exchange.request.body ?? '')),
      lesson:
        'Bad input is never a 5xx. Where a framework does not parse for you, the try around the parser is yours to write.',
    },
  ],
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
