/** Clients that mean harm: slow ones that hold connections, and ones that send what is no HTTP or hardly any. */

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { open } from './load.mjs';

/** How long the server may keep a client that does not finish its request, in milliseconds, with some time to notice. */
const patience = 25_000;

/** Where a slow client is when it begins to be slow: in the first line, in a header, before one, in the body. */
const beginnings = [
  'GET /items/1 HT',
  'GET /items/1 HTTP/1.1\r\nHost: localhost\r\nX-Slow: ',
  'GET /items/1 HTTP/1.1\r\nHost: localhost\r\n',
  'POST /items HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"name": "',
];

/**
 * Clients that send a byte now and then, and never the last.
 * @param {number} port
 */
export async function slowClients(port, clients = 300) {
  const start = performance.now();
  const sockets = await Promise.all(Array.from({ length: clients }, () => open(port)));
  /** @type {number[]} */
  const ends = [];
  for (const [index, socket] of sockets.entries()) {
    socket.on('error', () => {});
    socket.on('close', () => ends.push(performance.now() - start));
    socket.resume();
    socket.write(beginnings[index % beginnings.length] ?? '');
  }
  let honest = 0;
  while (ends.length < clients && performance.now() - start < patience) {
    for (const socket of sockets) if (socket.writable) socket.write('x');
    const before = performance.now();
    if (!(await answersStill(port))) honest = Number.POSITIVE_INFINITY;
    honest = Math.max(honest, performance.now() - before);
    await sleep(250);
  }
  for (const socket of sockets) socket.destroy();
  return { clients, dropped: ends.length, longest: Math.max(...ends), honest };
}

const headers = [
  'Host: localhost',
  'Host: evil.example',
  'Host:',
  'Origin: null',
  'Content-Length: 5',
  'Content-Length: -1',
];
const pieces = [
  'GET',
  'POST',
  'PUT',
  'G\u0000T',
  ' ',
  '  ',
  '\r\n',
  '\n',
  '\r',
  '\r\n\r\n',
  'HTTP/1.1',
  'HTTP/9.9',
  'HTTP/1.0',
  '/items',
  '/items/1',
  '/../../etc/passwd',
  '/%00',
  '/%0d%0aX-Injected:%201',
  `/${'a'.repeat(5000)}`,
  '*',
  'Host: localhost',
  'Host: evil.example',
  'Content-Length: 5',
  'Content-Length: -1',
  'Content-Length: 5, 6',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: x, chunked',
  'Content-Type: application/json',
  '{"name"',
  ': ',
  ':',
  '\u0000',
  '\u00ff',
  'zz\r\n',
  'ffffffffffffffff\r\n',
  'Upgrade: h2c',
  'Connection: upgrade',
  'Expect: x',
  ...headers,
];

const requests = [
  'GET /items/1 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /items/%0d%0aX-Injected:%201/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /users/?a=%0d%0aX-Injected:%201 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /../../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /files/..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'POST /items HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 5\r\n\r\n{"a":',
  'POST /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
  'CONNECT /items HTTP/1.1\r\nHost: localhost\r\n\r\n',
  'GET /items HTTP/1.1\r\nHost: localhost\r\nConnection: upgrade\r\nUpgrade: websocket\r\n\r\n',
];

/**
 * Requests with pieces put in or cut out, pieces in the wrong order, and bytes that are no text.
 * @param {number} port
 * @param {number} count
 */
export async function malformedRequests(port, count) {
  const statuses = new Map();
  let [answered, closed, leaks] = [0, 0, 0];
  const one = async () => {
    const text = await exchange(port, malformed());
    if (text === '') closed++;
    else answered++;
    const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 'none';
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    // A stack, a header of the attacker's making, a file of this machine.
    if (/node:|\.js:\d|at \w+ \(|^X-Injected|root:/m.test(text)) leaks++;
  };
  for (let done = 0; done < count; done += 50) await Promise.all(Array.from({ length: 50 }, one));
  return { sent: count, answered, closed, leaks, statuses };
}

function malformed() {
  const luck = Math.random();
  if (luck < 0.1) return randomBytes(200);
  if (luck < 0.3) return Buffer.from(Array.from({ length: 1 + below(14) }, () => pick(pieces)).join(''), 'latin1');
  let text = pick(requests);
  for (let wounds = below(4); wounds >= 0; wounds--) {
    const at = below(text.length);
    text = text.slice(0, at) + pick(pieces) + text.slice(at + (Math.random() < 0.5 ? 0 : below(12)));
  }
  return Buffer.from(text, 'latin1');
}

/** @param {readonly string[]} all */
function pick(all) {
  return all[below(all.length)] ?? '';
}

/** @param {number} end */
function below(end) {
  return Math.floor(Math.random() * end);
}

/** @param {number} port */
export async function answersStill(port) {
  const request = 'GET /items/1 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
  return (await exchange(port, Buffer.from(request))).startsWith('HTTP/1.1 200 OK');
}

/**
 * Sends bytes, says that there are no more, and reads to the end.
 * @param {number} port
 * @param {Buffer} bytes
 * @returns {Promise<string>}
 */
async function exchange(port, bytes) {
  const socket = await open(port);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
  });
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.end(bytes);
  await closed;
  return text;
}
