/** Chapter 2: the successes, and which of them fits. */

import type { Chapter } from '../chapter';
import { answered, header, inOrder, json, jsonContent, pathOf, sentHeader } from '../grading';

export const success: Chapter = {
  id: 'success',
  title: '2xx success',
  goal: 'You can choose between 200, 201, 202, 204 and 206, and know what each one promises.',
  beginner: [
    {
      kind: 'text',
      text: 'All codes from 200 to 299 say that it worked. Which one says what the client gets, and five of them are enough for nearly everything:',
    },
    {
      kind: 'table',
      head: ['Code', 'Name', 'Use it when'],
      rows: [
        ['200', 'OK', 'the answer brings what was asked for; FastAPI’s default'],
        ['201', 'Created', 'something new exists now; `Location` says where'],
        ['202', 'Accepted', 'the work has been taken on and is not done yet'],
        ['204', 'No Content', 'it is done and there is nothing to send back'],
        ['206', 'Partial Content', 'the client asked for a part of a file and gets that part'],
      ],
    },
    {
      kind: 'try',
      request: {
        method: 'POST',
        target: '/items',
        headers: [jsonContent],
        body: json({ name: 'Stapler', price: 12.5 }),
      },
      status: 201,
      look: 'The body is the new item with its id, and the header Location is its address.',
    },
    {
      kind: 'try',
      request: { method: 'DELETE', target: '/items/2' },
      status: 204,
      look: 'There is no body, not even an empty object.',
    },
    {
      kind: 'text',
      text: 'A 204 never has a body. In FastAPI, declare it on the decorator and return nothing; a return type that is a model stops the app at its start.',
    },
    {
      kind: 'code',
      python:
        '@app.delete("/items/{item_id}", status_code=204)\nasync def delete_item(item_id: int) -> None:\n    del items[item_id]',
      typescript:
        "app.delete('/items/:id', (c) => {\n  items.delete(Number(c.req.param('id')));\n  return c.body(null, 204);\n});",
    },
    {
      kind: 'try',
      request: { method: 'POST', target: '/process' },
      status: 202,
      look: 'Nothing is finished yet. The answer says where to ask how far it is.',
    },
    { kind: 'takeaway', text: '200 brings something, 201 made something, 204 has nothing more to say.' },
  ],
  advanced: [
    {
      kind: 'text',
      text: 'A 201 is about the **resource**, not about the body: the new resource is what `Location` names, or the address of the request itself where there is no `Location` ([RFC 9110 §15.3.2](https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.2)). After a POST to a collection it should therefore always be there. A login, a search or a calculation by POST creates no resource and answers 200.',
    },
    {
      kind: 'text',
      text: 'A PUT that creates what was not there **must** answer 201, and one that replaces answers 200 or 204 ([§9.3.4](https://www.rfc-editor.org/rfc/rfc9110.html#section-9.3.4)).',
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
      look: 'There was no item 50. Send it once more and the same request answers 200.',
    },
    {
      kind: 'text',
      text: 'A 202 promises nothing: the work may still fail. Give the client a place to ask. The demo answers with a status address; when the work is done, that address answers 303 See Other and leads to the result, so that “how far is it” and “what came of it” stay two resources.',
    },
    {
      kind: 'text',
      text: 'A body behind 204 or 304 is worse than useless. On a connection that is kept open the next answer starts where the client believes this one to end. Express and Flask therefore throw the body away, Hono refuses to build such an answer, and FastAPI sends a returned `JSONResponse(x, 204)` until uvicorn stops it: `Too much data for declared Content-Length`.',
    },
    {
      kind: 'try',
      request: { method: 'GET', target: '/files/sample', headers: [['Range', 'bytes=0-9']] },
      status: 206,
      look: 'Content-Range says which bytes these are and how many there are. Without it a client could not put the parts together.',
    },
    {
      kind: 'takeaway',
      text: '201 with Location, 202 with a place to ask, 204 without a body, 206 with Content-Range: the header is half of the code.',
    },
  ],
  exercises: [
    {
      id: 'create-and-follow',
      level: 'beginner',
      task: 'Create an item, then read it at the address that the answer gave you.',
      hints: ['`POST /items` answers 201. Look at its headers.', 'Send a GET to what stands in `Location`.'],
      solution: [
        { method: 'POST', target: '/items', headers: [jsonContent], body: json({ name: 'Stapler', price: 12.5 }) },
        { method: 'GET', target: '/items/4' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => exchange.request.method === 'POST' && exchange.response.status === 201,
          (exchange, before) => before !== null && answered(exchange, 'GET', header(before, 'location') ?? '', 200),
        ),
      lesson: 'A client that follows Location never has to know how your addresses are built.',
    },
    {
      id: 'delete-and-prove',
      level: 'beginner',
      task: 'Delete an item and prove that it is gone.',
      hints: ['Delete first: `DELETE /items/1`.', 'Then read the same address. Which code proves it?'],
      solution: [
        { method: 'DELETE', target: '/items/1' },
        { method: 'GET', target: '/items/1' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'DELETE', /^\/items\/\d+$/, 204),
          (exchange, before) => before !== null && answered(exchange, 'GET', pathOf(before), 404),
        ),
      lesson:
        '204 says that it is done and that there is nothing to show. The 404 afterwards is no failure: it is the proof.',
    },
    {
      id: 'accepted-to-done',
      level: 'beginner',
      task: 'Start a process and ask for it until its status changes from 200 to something else.',
      hints: [
        '`POST /process` answers 202 with `status_url`.',
        'Ask there again and again. It takes two answers of 200.',
      ],
      solution: [
        { method: 'POST', target: '/process' },
        { method: 'GET', target: '/process/1' },
        { method: 'GET', target: '/process/1' },
        { method: 'GET', target: '/process/1' },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'POST', '/process', 202),
          (exchange) => answered(exchange, 'GET', /^\/process\/\d+$/, 200),
          (exchange, before) => before !== null && answered(exchange, 'GET', pathOf(before), 303),
        ),
      lesson:
        '202, then 200 while it runs, then 303 to the result: a client can wait without holding a connection open.',
    },
    {
      id: 'which-has-no-body',
      level: 'beginner',
      task: 'Three requests succeed: `PUT /users/1`, `DELETE /users/2` and `POST /login`. One of them never sends a body. Send it.',
      hints: ['Which of them has nothing to tell?', 'What has been deleted cannot be shown any more.'],
      solution: [{ method: 'DELETE', target: '/users/2' }],
      isSolved: (exchanges) =>
        exchanges.some((exchange) => answered(exchange, 'DELETE', '/users/2', 204) && exchange.response.body === ''),
      lesson: 'Whatever a handler behind a 204 returned would be thrown away, or would break the connection.',
    },
    {
      id: 'put-creates',
      level: 'advanced',
      task: 'With two identical PUT requests, get 201 and then 200.',
      hints: ['PUT may create what is not there yet.', 'Choose an id that no item has, such as 50, and send it twice.'],
      solution: [
        { method: 'PUT', target: '/items/50', headers: [jsonContent], body: json({ name: 'Whiteboard', price: 80 }) },
        { method: 'PUT', target: '/items/50', headers: [jsonContent], body: json({ name: 'Whiteboard', price: 80 }) },
      ],
      isSolved: (exchanges) =>
        inOrder(
          exchanges,
          (exchange) => answered(exchange, 'PUT', /^\/items\/\d+$/, 201),
          (exchange, before) =>
            before !== null &&
            before.request.body === exchange.request.body &&
            answered(exchange, 'PUT', pathOf(before), 200),
        ),
      lesson:
        'The same request, the same state afterwards, two codes: PUT is idempotent, and the status still tells what happened this time.',
    },
    {
      id: 'second-half',
      level: 'advanced',
      task: 'Fetch the sample file in two parts that fit together without a gap.',
      hints: [
        'The header is `Range: bytes=0-9` for the first ten bytes.',
        'The second request begins where the first one ended: `bytes=10-`.',
      ],
      solution: [
        { method: 'GET', target: '/files/sample', headers: [['Range', 'bytes=0-9']] },
        { method: 'GET', target: '/files/sample', headers: [['Range', 'bytes=10-']] },
      ],
      isSolved: (exchanges) => {
        const parts = exchanges
          .filter((exchange) => answered(exchange, 'GET', '/files/sample', 206))
          .map((exchange) => /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header(exchange, 'content-range') ?? ''))
          .flatMap((match) =>
            match ? [{ first: Number(match[1]), last: Number(match[2]), size: Number(match[3]) }] : [],
          );
        return parts.some(
          (head) =>
            head.first === 0 && parts.some((tail) => tail.first === head.last + 1 && tail.last === tail.size - 1),
        );
      },
      lesson: 'Content-Range is what makes two answers one file. A 206 without it would be a riddle.',
    },
    {
      id: 'nothing-new',
      level: 'advanced',
      task: 'Ask for the sample file so that the server answers 304 and sends no body.',
      hints: ['Fetch it once and look at its `ETag`.', 'Send that value back in `If-None-Match`, quotes included.'],
      solution: [
        { method: 'GET', target: '/files/sample' },
        { method: 'GET', target: '/files/sample', headers: [['If-None-Match', '"sample-1"']] },
      ],
      isSolved: (exchanges) =>
        exchanges.some(
          (exchange) =>
            answered(exchange, 'GET', '/files/sample', 304) &&
            (sentHeader(exchange, 'if-none-match') ?? '') !== '' &&
            exchange.response.body === '',
        ),
      lesson:
        'A 304 is no success and no failure: it says that the copy you hold is still good, and saves sending it again.',
    },
  ],
};
