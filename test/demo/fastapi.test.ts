/** Replays what a real FastAPI answered: the demo app must give the same status, body and telling headers, in process and over a socket. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createDemoApp } from '../../src/demo/app';
import { startDemoServer } from '../../src/demo/server';
import { requestLike } from '../../src/demo/starlette';
import { type Answer, bodyOf, comparable, send, telling, type WireRequest, withoutLength } from './support/wire';

interface Recording {
  readonly exchanges: readonly { readonly request: WireRequest; readonly response: Answer }[];
}

const folder = 'test/demo/recordings';

const recordings = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ name: file, ...(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as Recording) }));

describe('demo app against recordings of FastAPI', () => {
  it('has at least 300 of them', () => {
    assert.ok(recordings.reduce((sum, { exchanges }) => sum + exchanges.length, 0) >= 300);
  });

  for (const { name, exchanges } of recordings) {
    it(`${name}, in process`, async () => {
      const app = createDemoApp();
      const travelled = exchanges.map(({ request, response }) => ({ request, response: withoutLength(response) }));
      await replay(travelled, (request) => answerInProcess(app, request));
    });

    it(`${name}, over a socket`, async () => {
      const server = await startDemoServer();
      try {
        await replay(exchanges, (request) => send(server.port, request));
      } finally {
        await server.close();
      }
    });
  }
});

async function replay(
  exchanges: Recording['exchanges'],
  answer: (request: WireRequest) => Promise<Answer>,
): Promise<void> {
  for (const [index, { request, response }] of exchanges.entries()) {
    const label = `request ${index}: ${request.method} ${request.target} ${request.body ?? ''}`.slice(0, 300);
    assert.deepEqual(comparable(request, await answer(request)), comparable(request, response), label);
  }
}

async function answerInProcess(app: ReturnType<typeof createDemoApp>, request: WireRequest): Promise<Answer> {
  const { method, target, headers = [] } = request;
  const response = await app.fetch(requestLike(method), {
    target,
    headers: (wanted) => headers.flatMap(([name, value]) => (name === wanted ? [value.trim()] : [])),
    body: async () => bodyOf(request) ?? new Uint8Array(),
  });
  // What is not sent, as to HEAD, is none of the app's business.
  const body = method === 'HEAD' ? '' : await response.text();
  return { status: response.status, headers: telling((name) => response.headers.get(name)), body };
}
