/** Chapter 5: the ways to send a status from a handler, and which of them wins. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder, json, jsonContent } from '../grading';

export const returningCodes: Chapter = {
  id: 'returning-codes',
  title: 'Returning status codes',
  goal: 'You can send any code from a FastAPI handler, and say which one wins where two are named.',
  beginner: [
    {
      kind: 'text',
      text: 'The usual code of a path operation belongs on its decorator, with `status_code`. There everybody sees it: the reader, the API description, and FastAPI itself, which otherwise answers 200.',
    },
    {
      kind: 'code',
      python:
        '@app.post("/items", status_code=status.HTTP_201_CREATED)\nasync def create_item(item: Item) -> StoredItem:\n    return store(item)',
      typescript:
        "app.post('/items', async (c) => {\n  const item = store(await c.req.json());\n  return c.json(item, 201);\n});",
    },
    {
      kind: 'text',
      text: 'Numbers and names mean the same. `status` from `fastapi` has a name for each code, and so has `HTTPStatus` from Python’s `http`. A name explains itself and cannot be mistyped unnoticed.',
    },
    {
      kind: 'text',
      text: 'Errors are raised. `HTTPException` ends the handler at once, from however deep inside, and becomes the answer:',
    },
    {
      kind: 'code',
      python:
        'if item_id not in items:\n    raise HTTPException(status_code=404, detail="Item not found")\nreturn items[item_id]',
      typescript:
        "const item = items.get(id);\nif (!item) throw new HTTPException(404, { message: 'Item not found' });\nreturn c.json(item);",
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/items/99' },
      status: 404,
      look: 'The detail of the exception is the body of the answer.',
    },
    {
      kind: 'takeaway',
      text: 'The success on the decorator, the errors raised: a reader then finds every answer in two places.',
    },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'A FastAPI handler can name its status in four ways. When several do, the later one in this list wins:',
    },
    {
      kind: 'list',
      items: [
        'nothing: 200',
        '`status_code=` on the decorator',
        '`response.status_code = ...` on a parameter of type `Response`',
        'a `Response` of its own that the handler returns: its status counts, and only its status',
        'an `HTTPException` that is raised: nothing else is sent',
      ],
    },
    {
      kind: 'text',
      text: 'The third rung is the one for a choice at run time that keeps the response model: set the status, return the model. The fourth gives up the model: what is returned is sent as it stands, without validation, and `JSONResponse(x)` is a 200 even under `status_code=201`, while the API description still says 201.',
    },
    {
      kind: 'try',
      request: {
        method: 'POST',
        target: '/items/upsert',
        headers: [jsonContent],
        body: json({ name: 'Notebook', price: 4 }),
      },
      status: 200,
      look: 'There was a Notebook, so it was updated. The handler returns a JSONResponse, and that decides.',
    },
    {
      kind: 'text',
      text: '`responses=` only documents. It changes no answer, and nobody checks that a 404 listed there is ever raised, or that one that is raised is listed. The extension does.',
    },
    {
      kind: 'text',
      text: 'Where the status may stand differs by framework, and so do the mistakes: Django’s `HttpResponse("x", 201)` sets the content type to 201 and answers 200; Express 5 sends 404 as text with `res.send(404)`; NestJS answers 201 to every `@Post()` that says nothing.',
    },
    {
      kind: 'takeaway',
      text: 'The closer to the wire, the stronger: decorator, response parameter, returned response, raised exception.',
    },
  ],
  exercises: [
    {
      id: 'declared-success',
      level: 'beginner',
      task: 'Get a 201 whose code stands on the decorator, from a resource that is not an item.',
      hints: ['Which other collection does this server have?', '`POST /users` takes a name and an email.'],
      solution: [
        {
          method: 'POST',
          target: '/users',
          headers: [jsonContent],
          body: json({ name: 'Cleo', email: 'cleo@example.com' }),
        },
      ],
      isSolved: (exchanges) => exchanges.some((exchange) => answered(exchange, 'POST', '/users', 201)),
      lesson:
        'Its source says `status_code=status.HTTP_201_CREATED`: one line tells the reader, the client and the API description.',
    },
    {
      id: 'raised-error',
      level: 'beginner',
      task: 'Find two different addresses whose handlers raise a 404.',
      hints: ['Items that are not there are one.', 'Users and processes may be missing too.'],
      solution: [
        { method: 'GET', target: '/items/99' },
        { method: 'GET', target: '/users/99' },
      ],
      isSolved: (exchanges) =>
        new Set(
          exchanges
            .filter(({ response }) => response.status === 404 && response.body !== json404)
            .map(({ request }) => request.target.split('/')[1]),
        ).size >= 2,
      lesson:
        'Both say what was not found. A path that does not exist at all answers 404 too, but with “Not Found” and no handler behind it.',
    },
    {
      id: 'before-the-handler',
      level: 'beginner',
      task: 'Get an error that no handler raised: one of FastAPI’s own.',
      hints: ['FastAPI checks types before it calls the handler.', '`GET /items/abc` is not a number.'],
      solution: [{ method: 'GET', target: '/items/abc' }],
      isSolved: (exchanges) => exchanges.some(({ response }) => response.status === 422 || response.status === 405),
      lesson:
        '422 for what does not fit the types, 404 for unknown paths, 405 for wrong methods: your handler never sees those.',
    },
    {
      id: 'one-handler-two-codes',
      level: 'advanced',
      task: 'Get both successes of `POST /items/upsert`.',
      hints: [
        'It updates what has this name already, and creates what has not.',
        'Send a name that is new, then send it again.',
      ],
      solution: [
        {
          method: 'POST',
          target: '/items/upsert',
          headers: [jsonContent],
          body: json({ name: 'Whiteboard', price: 80 }),
        },
        {
          method: 'POST',
          target: '/items/upsert',
          headers: [jsonContent],
          body: json({ name: 'Whiteboard', price: 75 }),
        },
      ],
      isSolved: (exchanges) =>
        [200, 201].every((code) => exchanges.some((exchange) => answered(exchange, 'POST', '/items/upsert', code))),
      lesson: 'The returned response decides each time. The decorator could have named only one of the two.',
    },
    {
      id: 'headers-of-errors',
      level: 'advanced',
      task: 'Get an error that carries a header which its code asks for.',
      hints: [
        '`HTTPException` takes `headers=` too.',
        'Which code must say how to sign in? Which one when to come back?',
      ],
      solution: [{ method: 'GET', target: '/secret' }],
      isSolved: (exchanges) =>
        exchanges.some(
          (exchange) =>
            exchange.response.status >= 400 &&
            ['www-authenticate', 'retry-after', 'allow', 'content-range'].some(
              (name) => header(exchange, name) !== undefined,
            ),
        ),
      lesson:
        '`raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})`: an exception can carry everything that an answer needs.',
    },
    {
      id: 'described-and-done',
      level: 'advanced',
      task: 'Read in the API description which codes `DELETE /items/{item_id}` may answer, then get two of them.',
      hints: [
        'The description is at `/openapi.json`.',
        'Its paths list responses: 204, 404, 412 and 422. The first two are easy.',
      ],
      solution: [
        { method: 'GET', target: '/openapi.json' },
        { method: 'DELETE', target: '/items/2' },
        { method: 'DELETE', target: '/items/2' },
      ],
      isSolved: (exchanges) =>
        inOrder(exchanges, (exchange) => answered(exchange, 'GET', '/openapi.json', 200)) &&
        new Set(
          exchanges
            .filter(({ request }) => request.method === 'DELETE' && request.target.startsWith('/items/'))
            .map(({ response }) => response.status),
        ).size >= 2,
      lesson:
        'What a description promises is only as good as the handler behind it. Here the two agree, and a test says so.',
    },
  ],
};

/** What FastAPI answers where no path fits. */
const json404 = '{"detail":"Not Found"}';
