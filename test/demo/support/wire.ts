/** Requests and answers as they go over the wire, byte for byte, and how two answers are compared. */

import { connect } from 'node:net';

/** As recordings keep it: headers in their order, a body as text where it is UTF-8. */
export interface WireRequest {
  readonly method: string;
  readonly target: string;
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
  readonly bodyBase64?: string;
  /** Sent in chunks of this many bytes, without a stated length. */
  readonly chunks?: number;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const tellingHeaders = [
  'content-type',
  'location',
  'allow',
  'www-authenticate',
  'proxy-authenticate',
  'retry-after',
  'content-range',
  'accept-ranges',
  'etag',
  'last-modified',
  'upgrade',
  'content-length',
];

export function telling(header: (name: string) => string | null | undefined): Record<string, string> {
  return Object.fromEntries(
    tellingHeaders.flatMap((name) => {
      const value = header(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}

export function bodyOf(request: WireRequest): Buffer | undefined {
  if (request.bodyBase64 !== undefined) return Buffer.from(request.bodyBase64, 'base64');
  return request.body === undefined ? undefined : Buffer.from(request.body);
}

/** The description is compared by what it says: numbers are written with and without a point. */
export function comparable(request: WireRequest, answer: Answer): unknown {
  const isDescription = answer.status === 200 && answer.body !== '' && request.target.startsWith('/openapi.json');
  return isDescription ? { ...withoutLength(answer), body: JSON.parse(answer.body) } : answer;
}

/** An answer that did not travel has no length yet. */
export function withoutLength(answer: Answer): Answer {
  const { 'content-length': _, ...headers } = answer.headers;
  return { ...answer, headers };
}

/** How long to wait for an answer, in milliseconds. */
const patience = 10_000;

/** Sends a request on a connection of its own, in the very bytes it says. Host names no port by itself, because Location repeats it. */
export function send(port: number, request: WireRequest): Promise<Answer> {
  const body = bodyOf(request);
  const headers = [...(request.headers ?? []), ['connection', 'close']];
  if (!headers.some(([name]) => name === 'host')) headers.unshift(['host', 'localhost']);
  if (request.chunks) headers.push(['transfer-encoding', 'chunked']);
  else if (body) headers.push(['content-length', String(body.length)]);
  const lines = [`${request.method} ${request.target} HTTP/1.1`, ...headers.map((pair) => pair.join(': '))];
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const content = body ?? Buffer.alloc(0);
  const message = Buffer.concat([head, request.chunks ? chunked(content, request.chunks) : content]);
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(message));
    const chunks: Buffer[] = [];
    socket.setTimeout(patience, () => socket.destroy(new Error('no answer in time')));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      try {
        resolve(parsed(Buffer.concat(chunks)));
      } catch (error) {
        reject(error);
      }
    });
  });
}

function chunked(body: Buffer, size: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const chunk = body.subarray(at, at + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

function parsed(bytes: Buffer): Answer {
  const end = bytes.indexOf('\r\n\r\n');
  // `100 Continue` comes before the answer.
  if (bytes.toString('latin1', 0, 10) === 'HTTP/1.1 1') return parsed(bytes.subarray(end + 4));
  const [statusLine = '', ...lines] = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(statusLine)?.[1];
  if (status === undefined) throw new Error(`no status line in ${JSON.stringify(bytes.toString('latin1', 0, 200))}`);
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    }),
  );
  return {
    status: Number(status),
    headers: telling((name) => headers.get(name)),
    body: bytes.subarray(end + 4).toString(),
  };
}
