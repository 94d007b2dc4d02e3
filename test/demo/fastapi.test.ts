/** Replays what a real FastAPI answered: the demo app must give the same status, body and telling headers, in process and over a socket. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { createDemoApp } from '../../src/demo/app';
import { startDemoServer } from '../../src/demo/server';

interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly bodyBase64?: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Recording {
  readonly exchanges: readonly { readonly request: RecordedRequest; readonly response: Answer }[];
}

const folder = 'test/demo/recordings';
const tellingHeaders = ['content-type', 'location', 'allow'];

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
      await replay(exchanges, async (request) => {
        const body = bodyOf(request);
        const init = { method: request.method, headers: request.headers, ...(body && { body }) };
        const response = await app.fetch(new Request('http://localhost/', init), { target: request.target });
        return {
          status: response.status,
          headers: telling((header) => response.headers.get(header)),
          body: await response.text(),
        };
      });
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
  answer: (request: RecordedRequest) => Promise<Answer>,
): Promise<void> {
  for (const [index, { request, response }] of exchanges.entries()) {
    const label = `request ${index}: ${request.method} ${request.target} ${request.body ?? ''}`.slice(0, 300);
    assert.deepEqual(await answer(request), response, label);
  }
}

function bodyOf(request: RecordedRequest): Buffer | undefined {
  if (request.bodyBase64 !== undefined) return Buffer.from(request.bodyBase64, 'base64');
  return request.body === undefined ? undefined : Buffer.from(request.body);
}

function send(port: number, request: RecordedRequest): Promise<Answer> {
  const body = bodyOf(request);
  const headers = { host: 'localhost', ...request.headers, ...(body && { 'content-length': body.length }) };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, method: request.method, path: request.target, headers },
      async (incoming) => {
        const chunks: Buffer[] = [];
        for await (const chunk of incoming) chunks.push(chunk);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: telling((header) => incoming.headers[header]),
          body: Buffer.concat(chunks).toString(),
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

function telling(header: (name: string) => string | string[] | null | undefined): Record<string, string> {
  return Object.fromEntries(
    tellingHeaders.flatMap((name) => {
      const value = header(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
