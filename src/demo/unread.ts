/** Reads the head of a request that Node's parser turns down although it is HTTP: its method or target is unusual. */

export interface UnreadRequest {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: string;
  /** Names and values in turn. */
  readonly rawHeaders: string[];
  /** What came with the head, a character for each byte; the rest of a body that is longer is lost. */
  readonly body: string;
}

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const requestLine = new RegExp(`^(${token}) ([\\x21-\\x7e]+) HTTP/(1\\.[01])$`);
const headerLine = new RegExp(
  `^(${token}):[ \\t]*((?:[\\x21-\\x7e\\x80-\\xff](?:[\\x20-\\x7e\\x80-\\xff\\t]*[\\x21-\\x7e\\x80-\\xff])?)?)[ \\t]*$`,
);

/**
 * Undefined where the parser's complaint is another one, where the packet does not begin with the whole head of a request,
 * or where h11, which reads for uvicorn, would not take it either.
 */
export function unreadRequest(complaint: string | undefined, packet: string): UnreadRequest | undefined {
  if (complaint !== 'HPE_INVALID_METHOD' && complaint !== 'HPE_INVALID_URL') return undefined;
  const end = packet.indexOf('\r\n\r\n');
  const head = packet.slice(0, Math.max(end, 0));
  const [first = '', ...lines] = head.split('\r\n');
  const [, method, url, httpVersion] = requestLine.exec(first) ?? [];
  if (method === undefined || url === undefined || httpVersion === undefined) return undefined;
  const rawHeaders: string[] = [];
  for (const line of lines) {
    const [, name, value] = headerLine.exec(line) ?? [];
    if (name === undefined || value === undefined) return undefined;
    rawHeaders.push(name, value);
  }
  return { method, url, httpVersion, rawHeaders, body: packet.slice(end + 4) };
}
