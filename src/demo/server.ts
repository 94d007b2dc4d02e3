/** Serves the demo app on the loopback interface, for requests of this machine only. */

import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createDemoApp } from './app';
import { type FastApi, HTTPException } from './fastapi';
import { bodyTooLarge, maxBodyBytes, type Refusal, refusalOf } from './gate';
import { type HeaderPairs, plainParts } from './plainResponse';
import { DemoStore } from './store';
import { unreadRequest } from './unread';

export interface DemoServerOptions {
  /** 0, the default, lets the system choose a free one. */
  readonly port?: number;
  readonly store?: DemoStore;
}

export interface DemoServer {
  /** `http://127.0.0.1:54321`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Puts the data back to what the server started with. */
  reset(): void;
  /** Stops listening and ends every connection, idle or not; resolves when none is left. */
  close(): Promise<void>;
}

export type DemoServerProblem = 'port-invalid' | 'port-taken' | 'port-forbidden' | 'cannot-listen';

/** The server could not start; the message is a sentence for people. */
export class DemoServerError extends Error {
  readonly problem: DemoServerProblem;

  constructor(problem: DemoServerProblem, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DemoServerError';
    this.problem = problem;
  }
}

const host = '127.0.0.1';

/** Short, because every client is on this machine. Milliseconds. */
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 5_000,
  // Node looks for overdue connections only this often.
  connectionsCheckingInterval: 1_000,
};
const silentSocketTimeout = 30_000;

/** More than any editor, script or load test opens; a flood of them is turned away by the system. */
const maxConnections = 1_000;

/** Starts the demo server on 127.0.0.1. Rejects with {@link DemoServerError}. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, store = new DemoStore() } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new DemoServerError('port-invalid', `A port is a whole number from 0 to 65535, and ${port} is not.`);
  }

  const app = createDemoApp(store);
  // Host is looked at by the gate, which says more than Node would.
  const server = createServer({ ...timeouts, requireHostHeader: false }, (incoming, outgoing) =>
    serve(app, incoming, outgoing),
  );
  // FastAPI knows nothing of Expect but its `100-continue`.
  server.on('checkExpectation', (incoming, outgoing) => serve(app, incoming, outgoing));
  server.on('connect', (incoming, socket) => answerUnread(app, incoming, socket));
  server.on('clientError', (error, socket) => answerClientError(app, error, socket));
  server.setTimeout(silentSocketTimeout);
  server.maxConnections = maxConnections;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, port)));
    server.listen(port, host, resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;

  return {
    url: `http://${host}:${actualPort}`,
    port: actualPort,
    reset: () => store.reset(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(app: FastApi, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = '', url: target = '', headers } = incoming;
  const { host: authority, origin, 'content-length': contentLength } = headers;
  const refusal = refusalOf({ target, host: authority, origin, contentLength });
  // What is left of a refused request is read and dropped, within the time-out: cutting it off could lose the answer.
  if (refusal) return write(outgoing, refusal.status, [typeOf(refusal)], textOf(refusal));
  const response = await app.fetch(bareRequest(method), {
    target,
    header: (name) => firstHeader(incoming.rawHeaders, name),
    body: () => bodyOf(incoming),
  });
  const { status, pairs, content } = plainParts(response) ?? (await partsOf(response));
  write(outgoing, status, pairs, content);
}

const plainText = ['Content-Type', 'text/plain; charset=utf-8'] as const;

/** Before a request is understood the answer is uvicorn's, in plain text; after that it has FastAPI's form. */
function typeOf({ status }: Refusal) {
  return status === 400 ? plainText : (['Content-Type', 'application/json'] as const);
}

function textOf({ status, detail }: Refusal): string {
  return status === 400 ? detail : JSON.stringify({ detail });
}

function write(outgoing: ServerResponse, status: number, pairs: HeaderPairs, content: string | null): void {
  const headers: string[] = [];
  for (const [name, value] of pairs) headers.push(name, value);
  if (content !== null) headers.push('Content-Length', String(Buffer.byteLength(content)));
  outgoing.writeHead(status, headers).end(content);
}

/** Hono asks a request for its method only; all else the app reads from the bindings, which cost nothing to make. */
function bareRequest(method: string): Request {
  return { method, url: `http://${host}/` } as Request;
}

function firstHeader(rawHeaders: readonly string[], wanted: string): string | null {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === wanted.length && name.toLowerCase() === wanted) return rawHeaders[index + 1] ?? null;
  }
  return null;
}

/** All bytes of a body; rejects as soon as there are more than allowed, whatever length was stated. */
function bodyOf(incoming: IncomingMessage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) {
        chunks.push(chunk);
        return;
      }
      // The rest is still read, and dropped.
      chunks.length = 0;
      reject(new HTTPException(bodyTooLarge.status, bodyTooLarge.detail));
    });
    incoming.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    incoming.on('error', reject);
  });
}

async function partsOf(response: Response) {
  return { status: response.status, pairs: [...response.headers], content: await response.text() };
}

/** Answers a request that Node hands over without a way to answer it, and ends the connection. */
async function answerUnread(app: FastApi, request: UnreadRequest, socket: Duplex): Promise<void> {
  const { method = '', url: target = '', rawHeaders } = request;
  const header = (name: string) => firstHeader(rawHeaders, name);
  const first = { host: header('host') ?? undefined, origin: header('origin') ?? undefined, contentLength: undefined };
  const refusal = refusalOf({ target, ...first });
  if (refusal) return end(socket, refusal.status, [typeOf(refusal)], textOf(refusal));
  const response = await app.fetch(bareRequest(method), { target, header, body: async () => new Uint8Array() });
  const { status, pairs, content } = plainParts(response) ?? (await partsOf(response));
  end(socket, status, pairs, content ?? '');
}

type UnreadRequest = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>;

function end(socket: Duplex, status: number, pairs: HeaderPairs, content: string): void {
  const lines = [...pairs, ['Content-Length', String(Buffer.byteLength(content))], ['Connection', 'close']];
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines.map((pair) => pair.join(': '))];
  socket.end(`${head.join('\r\n')}\r\n\r\n${content}`);
}

/** What could not be read as HTTP gets the answer uvicorn gives, and the connection ends. */
function answerClientError(app: FastApi, error: ClientError, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // Methods and targets that Node does not know are none the less HTTP, and FastAPI has an answer for them.
  const request = error.rawPacket && unreadRequest(error.code, error.rawPacket.toString('latin1'));
  if (request) {
    void answerUnread(app, request, socket);
    return;
  }
  const [status, text] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'The request headers are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'The request took too long to arrive.']
        : [400, 'Invalid HTTP request received.'];
  end(socket, status, [plainText], text);
}

type ClientError = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

function listenError(error: NodeJS.ErrnoException, port: number): DemoServerError {
  if (error.code === 'EADDRINUSE') {
    return new DemoServerError('port-taken', `Port ${port} is already in use by another program.`, error);
  }
  if (error.code === 'EACCES') {
    return new DemoServerError('port-forbidden', `This system does not let us open port ${port}.`, error);
  }
  return new DemoServerError(
    'cannot-listen',
    `No port could be opened on ${host} (${error.code ?? error.message}).`,
    error,
  );
}
