/** The path operations that are there for their status: limits, and what is gone, moved or out of order. */

import { type FastApi, type Headers, HTTPException, parse, redirect, respond, respondText } from '../fastapi';
import type { DemoStore } from '../store';
import { integer, integerEnum, optional } from '../validation';

const callsBeforePause = 3;
const redirectCodes = [301, 302, 303, 307, 308] as const;

const failures = {
  502: 'The server behind this one sent nonsense',
  503: 'Closed for a moment, come back in two seconds',
  504: 'The server behind this one took too long',
};

/** What a code must or should bring (RFC 9110, RFC 6585). */
const statusHeaders: Readonly<Record<number, Headers>> = {
  206: { 'Content-Range': 'bytes 0-13/14' },
  304: { ETag: '"1"' },
  401: { 'WWW-Authenticate': 'Bearer' },
  405: { Allow: 'GET' },
  407: { 'Proxy-Authenticate': 'Basic' },
  413: { 'Retry-After': '1' },
  416: { 'Content-Range': 'bytes */14' },
  426: { Upgrade: 'HTTP/3.0', Connection: 'upgrade' },
  429: { 'Retry-After': '1' },
  503: { 'Retry-After': '1' },
  ...Object.fromEntries([201, 300, ...redirectCodes].map((code) => [code, { Location: '/items/1' }])),
};

export function addStatuses(app: FastApi, store: DemoStore): void {
  app.get('/limited', () => {
    // A real limit counts by client and by the clock. This one only counts, so that the lesson goes the same way each time.
    store.calls += 1;
    const used = store.calls % (callsBeforePause + 1);
    if (used === 0) throw new HTTPException(429, 'Too many requests, wait a second', { 'Retry-After': '1' });
    return respond({ remaining: BigInt(callsBeforePause - used) });
  });

  app.get('/teapot', () => respond({ detail: 'This is a teapot, it brews no coffee' }, 418));

  app.get('/legacy', () => respond({ detail: 'This was removed and will not come back, use /items' }, 410));

  app.get('/moved/:code', (c) => {
    const { path } = parse(c, { path: { code: integerEnum(...redirectCodes) } });
    return redirect('/items/1', path.code);
  });

  app.get('/unstable', (c) => {
    const { query } = parse(c, { query: { code: optional(integerEnum(500, 502, 503, 504), 503) } });
    // Nobody answers 500 on purpose: it is what an error becomes that nobody expected.
    if (query.code === 500) throw new Error('a mistake in the handler');
    throw new HTTPException(query.code, failures[query.code], query.code === 503 ? { 'Retry-After': '2' } : {});
  });

  app.get('/status/:code', (c) => {
    const { path } = parse(c, { path: { code: integer({ ge: 200n, le: 599n }) } });
    const code = Number(path.code);
    const headers = statusHeaders[code] ?? {};
    if (code === 204 || code === 205 || code === 304) return respondText(null, code, headers);
    return respond({ status: path.code }, code, headers);
  });
}
