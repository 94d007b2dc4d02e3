/** Sends one request over and over on many connections, and checks every answer down to its length. */

import { once } from 'node:events';
import { connect } from 'node:net';

/**
 * @typedef {object} Load
 * @property {number} requests how many were answered
 * @property {number} perSecond
 * @property {readonly number[]} latencies of each request, in milliseconds
 * @property {number} errors answers with another status or length than the first, and connections that broke
 */

/**
 * @param {{ port: number, message: string, connections: number, requests: number }} options `message` is a whole request
 * @returns {Promise<Load>}
 */
export async function load({ port, message, connections, requests }) {
  const bytes = Buffer.from(message.replace('\r\n', `\r\nHost: 127.0.0.1:${port}\r\n`));
  const expected = await firstAnswer(port, bytes);
  const latencies = new Float64Array(requests);
  let begun = 0;
  let errors = 0;

  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const start = performance.now();
  await Promise.all(sockets.map((socket) => play(socket)));
  const seconds = (performance.now() - start) / 1000;
  for (const socket of sockets) socket.destroy();
  return { requests, perSecond: requests / seconds, latencies: [...latencies], errors };

  /** @param {import('node:net').Socket} socket */
  function play(socket) {
    return new Promise((resolve) => {
      let current = -1;
      let sentAt = 0;
      let received = 0;
      let isRight = true;
      const next = () => {
        if (begun === requests) return resolve(undefined);
        current = begun++;
        received = 0;
        isRight = true;
        sentAt = performance.now();
        socket.write(bytes);
      };
      socket.on('data', (chunk) => {
        if (received === 0) isRight = chunk.toString('latin1', 0, expected.statusLine.length) === expected.statusLine;
        received += chunk.length;
        if (received < expected.length) return;
        if (!isRight || received > expected.length) errors++;
        latencies[current] = performance.now() - sentAt;
        next();
      });
      socket.on('close', () => {
        errors++;
        resolve(undefined);
      });
      next();
    });
  }
}

/**
 * What every answer has to look like: headers and body never change, but for the date, whose length does not.
 * @param {number} port
 * @param {Buffer} bytes
 */
async function firstAnswer(port, bytes) {
  const socket = await open(port);
  socket.write(bytes);
  let text = '';
  for await (const chunk of socket) {
    text += chunk.toString('latin1');
    const end = text.indexOf('\r\n\r\n');
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(text)?.[1] ?? 0);
    if (end !== -1 && text.length >= end + 4 + length) break;
  }
  socket.destroy();
  return { statusLine: text.slice(0, text.indexOf('\r\n')), length: text.length };
}

/**
 * @param {number} port
 * @returns {Promise<import('node:net').Socket>}
 */
export async function open(port) {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay(true);
  await once(socket, 'connect');
  return socket;
}
