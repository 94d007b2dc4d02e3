/** Reads a request that Node's parser turns down although h11, which reads for uvicorn, takes it: h11/_abnf.py, _readers.py, _headers.py. */

import { stripHeader } from './strip';

export interface UnreadRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  /** Names and values in turn. */
  readonly rawHeaders: string[];
  /** A character for each byte. */
  readonly body: string;
}

/** What Node says of a packet that it cannot read. */
export interface ParserComplaint {
  readonly code?: string | undefined;
  /** How far it came in the packet. */
  readonly bytesParsed?: number;
  readonly rawPacket?: Buffer;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const requestLine = new RegExp(`^(${token}) ([\\x21-\\x7e]+) HTTP/(\\d\\.\\d)$`);
// What Python calls a space among bytes is less than what JavaScript calls one.
const visible = '[^\\0\\t-\\r ]';
const headerLine = new RegExp(`^(${token}):[ \\t]*((?:${visible}(?:[^\\0\\n-\\r]*${visible})?)?)[ \\t]*$`);
const blankLine = /\n\r?\n/;

/**
 * Undefined where h11 would not take it either, where Node had begun to answer it, and where the packet is not all of it:
 * what comes later is not shown to us. A method that Node does not know leads to no handler, so there a part of the body
 * will do.
 */
export function unreadRequest({ code, bytesParsed = 0, rawPacket }: ParserComplaint): UnreadRequest | undefined {
  const packet = rawPacket?.toString('latin1') ?? '';
  const blank = blankLine.exec(packet);
  const end = blank ? blank.index + blank[0].length : 0;
  if (!code?.startsWith('HPE_') || bytesParsed >= end) return undefined;
  const [first = '', ...lines] = packet
    .slice(0, end)
    .split('\n')
    .slice(0, -2)
    .map((line) => line.replace(/\r$/, ''));
  const [, method, url, httpVersion] = requestLine.exec(first) ?? [];
  const rawHeaders = headersIn(lines);
  if (method === undefined || url === undefined || httpVersion === undefined || !rawHeaders) return undefined;
  const body = bodyIn(packet.slice(end), rawHeaders, code === 'HPE_INVALID_METHOD');
  return body === undefined ? undefined : { method, url, httpVersion, rawHeaders, body };
}

/** A line that begins with a space belongs to the one before. */
function headersIn(lines: readonly string[]): string[] | undefined {
  const whole: string[] = [];
  for (const line of lines) {
    const rest = /^[ \t]+(.*)$/s.exec(line)?.[1];
    const last = whole.pop();
    if (last !== undefined) whole.push(rest === undefined ? last : `${last} ${rest}`);
    else if (rest !== undefined) return undefined;
    if (rest === undefined) whole.push(line);
  }
  const found = whole.map((line) => headerLine.exec(line));
  return found.every((match) => match !== null)
    ? found.flatMap(([, name = '', value = '']) => [name, value])
    : undefined;
}

function bodyIn(content: string, rawHeaders: readonly string[], isPartEnough: boolean): string | undefined {
  const values = (wanted: string) =>
    rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === wanted);
  const codings = values('transfer-encoding');
  const lengths = new Set(values('content-length').flatMap((value) => value.split(',').map(stripHeader)));
  const [length = '0'] = lengths;
  if (lengths.size > 1 || !/^\d{1,20}$/.test(length)) return undefined;
  if (codings.length === 0) {
    const isWhole = content.length >= Number(length);
    return isWhole || isPartEnough ? content.slice(0, Number(length)) : undefined;
  }
  if (codings.length > 1 || codings[0]?.toLowerCase() !== 'chunked') return undefined;
  return chunksIn(content) ?? (isPartEnough ? '' : undefined);
}

const chunkHead = /([0-9a-f]{1,20})(?:;.*)?[ \t]*\r\n/iy;

/** The trailers behind the last chunk are nobody's concern. */
function chunksIn(content: string): string | undefined {
  let body = '';
  let at = 0;
  for (;;) {
    chunkHead.lastIndex = at;
    const [head = '', size] = chunkHead.exec(content) ?? [];
    if (size === undefined) return undefined;
    const start = at + head.length;
    const end = start + Number.parseInt(size, 16);
    if (end === start) return body;
    if (content.slice(end, end + 2) !== '\r\n') return undefined;
    body += content.slice(start, end);
    at = end + 2;
  }
}
