/** Serves the demo app on the loopback interface, for requests of this machine only. */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createDemoApp } from './app';
import { ItemStore } from './store';

export interface DemoServerOptions {
  /** 0, the default, lets the system choose a free one. */
  readonly port?: number;
  readonly store?: ItemStore;
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

export const maxBodyBytes = 1024 * 1024;

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

/** Starts the demo server on 127.0.0.1. Rejects with {@link DemoServerError}. */
export async function startDemoServer(options: DemoServerOptions = {}): Promise<DemoServer> {
  const { port = 0, store = new ItemStore() } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new DemoServerError('port-invalid', `A port is a whole number from 0 to 65535, and ${port} is not.`);
  }

  const app = createDemoApp(store);
  const targets = new WeakMap<object, string>();
  const listener = getRequestListener(
    async (request, { incoming }) => {
      const bindings = { target: targets.get(incoming) ?? '/' };
      // A request that states its length was judged by it; only one that does not has to be counted.
      if (!incoming.headers['transfer-encoding'] || !request.body) return app.fetch(request, bindings);
      const body = await readAtMost(request.body, maxBodyBytes);
      if (!body) return Response.json({ detail: tooLarge }, { status: 413 });
      const { method, headers } = request;
      return app.fetch(new Request(request.url, { method, headers: [...headers], body }), bindings);
    },
    // Off, because it would replace Request and Response for everything else in this process.
    { overrideGlobalObjects: false },
  );

  const server = createServer(timeouts, (incoming, outgoing) => {
    const refusal = refusalOf(incoming);
    if (refusal) return refuse(outgoing, refusal);
    // The app routes by the target as it came; the adapter would turn some targets down and rewrite others.
    targets.set(incoming, incoming.url ?? '/');
    incoming.url = '/';
    return listener(incoming, outgoing);
  });
  server.setTimeout(silentSocketTimeout);
  server.on('clientError', answerClientError);

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

/** All bytes of a stream; undefined as soon as there are more than allowed. */
async function readAtMost(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

interface Refusal {
  readonly status: 403 | 413;
  readonly detail: string;
}

const foreignHost = 'This demo server only answers requests addressed to 127.0.0.1 or localhost.';
const foreignOrigin = 'This demo server does not answer web pages of other origins.';
const tooLarge = 'A request body may have at most 1 MB here.';

/**
 * Why a request is not for the app. A name that was rebound to 127.0.0.1 shows in Host, a page of another site in Origin;
 * Host and Origin may name any port, as long as it is the same, because remote windows forward ours to another.
 */
function refusalOf(incoming: IncomingMessage): Refusal | undefined {
  const { host: authority = '', origin } = incoming.headers;
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d{1,5})?$/i.test(authority)) return { status: 403, detail: foreignHost };
  if (origin !== undefined && origin.toLowerCase() !== `http://${authority.toLowerCase()}`) {
    return { status: 403, detail: foreignOrigin };
  }
  if (Number(incoming.headers['content-length'] ?? 0) > maxBodyBytes) return { status: 413, detail: tooLarge };
  return undefined;
}

function refuse(outgoing: ServerResponse, { status, detail }: Refusal): void {
  const body = JSON.stringify({ detail });
  outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length });
  outgoing.end(body);
}

/** What could not be read as HTTP gets the answer uvicorn gives, and the connection ends. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const [status, text] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ['431 Request Header Fields Too Large', 'The request headers are too large.']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? ['408 Request Timeout', 'The request took too long to arrive.']
        : ['400 Bad Request', 'Invalid HTTP request received.'];
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: text/plain; charset=utf-8',
    `Content-Length: ${text.length}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}

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
