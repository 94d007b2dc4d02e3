/** Says of every answer of the lesson which line chose its status, and is never wrong about the number on that line. */

import assert from 'node:assert/strict';
import { connectInProcess } from '../../src/demo/inProcess';
import type { SentRequest } from '../../src/lesson/chapter';
import { chapters } from '../../src/lesson/course';
import { endpoints } from '../../src/lesson/lesson';
import { originOf } from '../../src/lesson/origin';
import { complete, endpointOf, requestOfExample, requestsBefore, type WireRequest } from '../../src/lesson/requests';

async function seen(request: WireRequest, before: readonly WireRequest[] = []) {
  const demo = connectInProcess();
  for (const each of before) await demo.send(each);
  const exchange = await demo.send(request);
  const { by, line } = originOf(exchange);
  const listing = endpointOf(request)?.python.split('\n') ?? [];
  return {
    status: exchange.response.status,
    by,
    line: line === null ? null : (listing[line]?.trim() ?? 'no such line'),
  };
}

const itemMissing = 'raise HTTPException(status.HTTP_404_NOT_FOUND, "Item not found")';

/** Request, then who decided and the line, as far as they tell. */
const known: readonly [SentRequest, RegExp, string | null][] = [
  [{ method: 'GET', target: '/items/1' }, /default/, '@app.get("/items/{item_id}"'],
  [{ method: 'GET', target: '/items/99' }, /`known_item`, which the handler calls/, itemMissing],
  [{ method: 'GET', target: '/items?limit=0' }, /`limit` in the query/, 'limit: Annotated'],
  [{ method: 'GET', target: '/moved/300' }, /`code` in the path/, 'async def read_moved(code'],
  [{ method: 'GET', target: '/status/600' }, /`code` in the path/, 'async def read_status(code'],
  [{ method: 'GET', target: '/users/99' }, /dependency `known_user`/, 'raise HTTPException'],
  [{ method: 'GET', target: '/nowhere' }, /no path operation/, null],
  [{ method: 'GET', target: '/items/' }, /known as \/items/, null],
  [{ method: 'DELETE', target: '/items' }, /only for GET, POST/, null],
  [{ method: 'GET', target: '/secret' }, /HTTPBearer/, 'async def read_secret'],
  [{ method: 'GET', target: '/unstable?code=500' }, /nobody expected/, 'raise RuntimeError'],
  [{ method: 'GET', target: '/unstable?code=502' }, /handler raises/, 'raise HTTPException(code, FAILURES[code]'],
  [{ method: 'GET', target: '/status/204' }, /asked for/, 'return Response(status_code=code'],
  [{ method: 'GET', target: '/status/402' }, /asked for/, 'return JSONResponse({"status": code}, code'],
  [{ method: 'GET', target: '/openapi.json' }, /description/, null],
  [
    { method: 'POST', target: '/items', headers: [['Content-Type', 'application/json']], body: '{' },
    /not JSON/,
    'async def create_item',
  ],
  [{ method: 'POST', target: '/items' }, /the body does not fit/, 'async def create_item'],
];

describe('the origin of a status', () => {
  for (const [request, by, line] of known) {
    it(`${request.method} ${request.target}`, async () => {
      const found = await seen(complete(request));
      assert.match(found.by, by);
      if (line === null) assert.equal(found.line, null);
      else assert.ok(found.line?.startsWith(line), String(found.line));
    });
  }

  const examples = endpoints.flatMap((endpoint) =>
    endpoint.examples.map((example) => [requestOfExample(endpoint, example), requestsBefore(example)] as const),
  );
  const tries = chapters.flatMap(({ beginner, advanced }) =>
    [...beginner, ...advanced].flatMap((block) =>
      block.kind === 'try' ? [[complete(block.request), []] as const] : [],
    ),
  );
  for (const [request, before] of [...examples, ...tries]) {
    it(`points at a line of ${request.method} ${request.target} that names no other status`, async () => {
      const { status, line } = await seen(request, before);
      assert.ok(line !== null && line !== 'no such line');
      const named = [...line.matchAll(/HTTP_(\d{3})_/g)].map(([, code]) => Number(code));
      if (status !== 422) assert.ok(named.length === 0 || named.includes(status), `${status}: ${line}`);
      // What is not 200 does not come from nowhere.
      if (named.length === 0 && line.startsWith('@app.')) assert.equal(status, 200, line);
    });
  }
});
