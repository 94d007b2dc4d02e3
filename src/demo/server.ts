/** Serves the demo app on the loopback interface, for requests of this machine only. */

import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { t } from '../text';
import type { FastApi } from './fastapi';
import { bodyTooLarge, maxBodyBytes, type Refusal, refusalOf } from './gate';
import type { HeaderPairs } from './plainResponse';
import { createDemoApp, DemoStore, HTTPException, plainParts, requestLike } from './portable';
import { type ParserComplaint, unreadRequest } from './unread';

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

/** Uvicorn takes this much and more, as long as it comes at once. */
const maxHeaderSize = 64 * 1024;

/** More than any editor, script or load test opens; a flood of them is turned away by the system. */
const maxConnections = 1_000;

/** Starts the demo server on 127.0.0.1. Rejects with {@link DemoServerError}. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, store = new DemoStore() } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new DemoServerError('port-invalid', t`A port is a whole number from 0 to 65535, and ${port} is not.`);
  }

  const app = createDemoApp(store);
  const serveOrDrop = (incoming: IncomingMessage, outgoing: ServerResponse, askForBody?: () => void) => {
    try {
      serve(app, incoming, outgoing, askForBody)?.catch(() => outgoing.destroy());
    } catch {
      outgoing.destroy();
    }
  };
  // Host is looked at by the gate, which says more than Node would.
  const server = createServer({ ...timeouts, maxHeaderSize, requireHostHeader: false }, (incoming, outgoing) =>
    serveOrDrop(incoming, outgoing),
  );
  // FastAPI knows nothing of Expect but its `100-continue`, and sends that only when a body is wanted.
  server.on('checkContinue', (incoming, outgoing) => serveOrDrop(incoming, outgoing, () => outgoing.writeContinue()));
  server.on('checkExpectation', (incoming, outgoing) => serveOrDrop(incoming, outgoing));
  server.on('connect', (incoming, socket, head) =>
    serveUnread(app, incoming, head, socket).catch(() => socket.destroy()),
  );
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

function serve(
  app: FastApi,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  askForBody?: () => void,
): void | Promise<void> {
  const answered = answer(app, incoming, () => {
    askForBody?.();
    return bodyOf(incoming);
  });
  // An answer that is there at once is also sent at once: the way round by promises costs a tenth of its time and more.
  return answered instanceof Promise ? answered.then((each) => send(each, outgoing)) : send(answered, outgoing);
}

function send({ status, pairs, content }: Answer, outgoing: ServerResponse): void {
  const headers: string[] = [];
  for (const [name, value] of pairs) headers.push(name, value);
  if (content !== null) headers.push('Content-Length', String(Buffer.byteLength(content)));
  // Node forgets that the client wants to close where the answer says something else of the connection.
  if (!outgoing.shouldKeepAlive) outgoing.once('finish', () => outgoing.req.socket.end());
  // What the app has not read is read and dropped, within the time-out: cutting it off could lose the answer.
  outgoing.writeHead(status, headers).end(content);
}

/** Answers a request that Node hands over without a way to answer it, and ends the connection. */
async function serveUnread(app: FastApi, request: RequestHead, body: Uint8Array, socket: Duplex): Promise<void> {
  const { status, pairs, content } = await answer(app, request, async () => {
    if (allHeaders(request.rawHeaders, 'expect').some((value) => value.toLowerCase() === '100-continue'))
      socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    return body;
  });
  end(socket, status, pairs, content, request.method === 'HEAD');
}

type RequestHead = Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders' | 'httpVersion'>;

interface Answer {
  readonly status: number;
  readonly pairs: HeaderPairs;
  readonly content: string | null;
}

function answer(app: FastApi, request: RequestHead, body: () => Promise<Uint8Array>): Answer | Promise<Answer> {
  const { method = '', url: target = '', httpVersion, rawHeaders } = request;
  const headers = (name: string) => allHeaders(rawHeaders, name);
  const refusal = refusalOf({ target, httpVersion, headers });
  if (refusal) return refused(refusal);
  const response = app.fetch(requestLike(method), { target, headers, body });
  return response instanceof Promise ? response.then(partsOf) : partsOf(response);
}

/** Before a request is understood the answer is uvicorn's, in plain text; after that it has FastAPI's form. */
function refused({ status, detail }: Refusal): Answer {
  if (status === 400) return { status, pairs: [plainText], content: detail };
  return { status, pairs: [['Content-Type', 'application/json']], content: JSON.stringify({ detail }) };
}

const plainText = ['Content-Type', 'text/plain; charset=utf-8'] as const;

function partsOf(response: Response): Answer | Promise<Answer> {
  const plain = plainParts(response);
  if (plain) return plain;
  const { status, headers } = response;
  return response.text().then((content) => ({ status, pairs: [...headers], content }));
}

/** The values of all headers of one name, which is given in lower case. */
function allHeaders(rawHeaders: readonly string[], wanted: string): readonly string[] {
  let values: string[] | undefined;
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length !== wanted.length || name.toLowerCase() !== wanted) continue;
    values ??= [];
    values.push(rawHeaders[index + 1] ?? '');
  }
  return values ?? none;
}

const none: readonly string[] = [];

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

function end(socket: Duplex, status: number, pairs: HeaderPairs, content: string | null, isHead = false): void {
  const length = content === null ? [] : [['Content-Length', String(Buffer.byteLength(content))]];
  const lines = [...pairs, ...length, ['Connection', 'close']];
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines.map((pair) => pair.join(': '))];
  socket.end(`${head.join('\r\n')}\r\n\r\n${isHead ? '' : (content ?? '')}`);
}

/** What could not be read as HTTP gets the answer uvicorn gives, and the connection ends. */
function answerClientError(app: FastApi, error: ClientError, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  // Methods, targets and lengths that Node does not like are none the less HTTP, and FastAPI has an answer for them.
  const request = unreadRequest(error);
  if (request) {
    serveUnread(app, request, Buffer.from(request.body, 'latin1'), socket).catch(() => socket.destroy());
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

type ClientError = NodeJS.ErrnoException & ParserComplaint;

function listenError(error: NodeJS.ErrnoException, port: number): DemoServerError {
  if (error.code === 'EADDRINUSE') {
    return new DemoServerError('port-taken', t`Port ${port} is already in use by another program.`, error);
  }
  if (error.code === 'EACCES') {
    return new DemoServerError('port-forbidden', t`This system does not let us open port ${port}.`, error);
  }
  return new DemoServerError(
    'cannot-listen',
    t`No port could be opened on ${host} (${error.code ?? error.message}).`,
    error,
  );
}
