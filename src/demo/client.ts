/** Starts the demo server and talks to it over real HTTP, keeping what fetch would hide: status line, header order, spelling. */

import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { t } from '../text';
import type { DemoConnection, DemoRequest, Exchange, HeaderLine } from './exchange';
import { type DemoServerOptions, startDemoServer } from './server';

const answerTimeout = 10_000;

/** Rejects with DemoServerError when the server cannot start. */
export async function connectOverSocket(
  options: DemoServerOptions = {},
): Promise<DemoConnection & { readonly url: string }> {
  const server = await startDemoServer(options);
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return {
    url: server.url,
    async send(request) {
      try {
        return await exchange(server.port, agent, request);
      } catch (error) {
        throw new Error(t`The demo server gave no answer (${error instanceof Error ? error.message : String(error)}).`);
      }
    },
    reset: () => server.reset(),
    close: () => {
      agent.destroy();
      return server.close();
    },
  };
}

async function exchange(port: number, agent: Agent, composed: DemoRequest): Promise<Exchange> {
  const request = { ...composed, headers: completeHeaders(composed, port) };
  const start = performance.now();
  const incoming = await sent(port, agent, request);
  const body = await bodyOf(incoming);
  return {
    request,
    response: {
      httpVersion: incoming.httpVersion,
      status: incoming.statusCode ?? 0,
      reason: incoming.statusMessage ?? '',
      headers: pairs(incoming.rawHeaders),
      body: body.toString(),
      bodyBytes: body.length,
    },
    milliseconds: performance.now() - start,
  };
}

function sent(port: number, agent: Agent, request: DemoRequest): Promise<IncomingMessage> {
  const { method, target: path, body } = request;
  const options = {
    host: '127.0.0.1',
    port,
    method,
    path,
    headers: request.headers.flat(),
    agent,
    timeout: answerTimeout,
  };
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(options, resolve);
    outgoing.on('error', reject);
    outgoing.on('timeout', () => outgoing.destroy(new Error(t`waited ${answerTimeout / 1000} seconds`)));
    outgoing.end(body ?? undefined);
  });
}

/** All headers that go out, spelled out here so that node:http adds none and what is shown is what was sent. */
function completeHeaders(request: DemoRequest, port: number): readonly HeaderLine[] {
  const length = request.body === null ? [] : [['Content-Length', String(Buffer.byteLength(request.body))] as const];
  return [['Host', `127.0.0.1:${port}`], ...request.headers, ...length, ['Connection', 'keep-alive']];
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function pairs(rawHeaders: readonly string[]): HeaderLine[] {
  const lines: HeaderLine[] = [];
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    lines.push([rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '']);
  }
  return lines;
}
