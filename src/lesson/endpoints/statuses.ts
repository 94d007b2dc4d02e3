/** The endpoints that are there for their status: limits, and what is gone, moved or out of order. */

import { type Endpoint, python, typescript } from '../endpoint';

const call = 'GET /limited';

export const statusEndpoints: readonly Endpoint[] = [
  {
    id: 'read-limited',
    method: 'GET',
    path: '/limited',
    title: 'A path with a limit',
    teaches: {
      beginner:
        '429 Too Many Requests says: slow down. Retry-After says for how many seconds. Here every fourth call gets one.',
      advanced:
        'A client that does not wait makes it worse for itself. Real limits count by client and by the clock, and cheap ones answer 429 before anything is parsed.',
    },
    examples: [
      { label: 'A call', status: 200 },
      { label: 'The fourth', after: [call, call, call], status: 429 },
      { label: 'The one after', after: [call, call, call, call], status: 200 },
    ],
    python: python('CALLS_BEFORE_PAUSE', 'calls', 'read_limited'),
    typescript: typescript('callsBeforePause', 'GET /limited'),
  },
  {
    id: 'read-teapot',
    method: 'GET',
    path: '/teapot',
    title: 'A teapot',
    teaches: {
      beginner:
        '418 began as a joke and stayed one. It shows that a server can answer any code, and that clients cope.',
      advanced:
        'The registry lists 418 as unused, so that it is never given a meaning. A client that does not know a code treats it as the first of its class, here as 400.',
    },
    examples: [{ label: 'Coffee, please', status: 418 }],
    python: python('read_teapot'),
    typescript: typescript('GET /teapot'),
  },
  {
    id: 'read-legacy',
    method: 'GET',
    path: '/legacy',
    title: 'Something that is gone',
    teaches: {
      beginner: '410 Gone says: this was here, and it will not come back. 404 leaves that open.',
      advanced:
        'A 410 may be cached without being asked to be, and crawlers forget the address sooner. It is a promise: do not take it back.',
    },
    examples: [{ label: 'The old API', status: 410 }],
    python: python('read_legacy'),
    typescript: typescript('GET /legacy'),
  },
  {
    id: 'read-moved',
    method: 'GET',
    path: '/moved/{code}',
    title: 'Something that has moved',
    teaches: {
      beginner: 'A redirect says in Location where to go on. 301 and 308 are for good, 302, 303 and 307 for now.',
      advanced:
        '307 and 308 keep the method, 303 always goes on with GET, 301 and 302 leave it open, so that a POST may become a GET on the way. FastAPI sends a 307 by itself where only a slash at the end is wrong.',
    },
    examples: [
      { label: 'For good', path: { code: '301' }, status: 301 },
      { label: 'For now', path: { code: '302' }, status: 302 },
      { label: 'See another, with GET', path: { code: '303' }, status: 303 },
      { label: 'For now, same method', path: { code: '307' }, status: 307 },
      { label: 'For good, same method', path: { code: '308' }, status: 308 },
      { label: 'No redirect', path: { code: '200' }, status: 422 },
    ],
    python: python('RedirectCode', 'read_moved'),
    typescript: typescript('redirectCodes', 'GET /moved/{code}'),
  },
  {
    id: 'read-unstable',
    method: 'GET',
    path: '/unstable',
    title: 'A server in trouble',
    teaches: {
      beginner:
        '5xx is the fault of the server: 500 a mistake in it, 502 a bad answer from one behind it, 503 no time now, 504 no answer in time.',
      advanced:
        'After a 503 with Retry-After anybody may try again then. After 500, 502 and 504 only what is idempotent may be repeated without asking, because nobody knows whether it was done. The 500 is an exception that nobody caught: no word of it reaches the client.',
    },
    examples: [
      { label: 'Closed for a moment', query: 'code=503', status: 503 },
      { label: 'A mistake', query: 'code=500', status: 500 },
      { label: 'A bad answer behind', query: 'code=502', status: 502 },
      { label: 'No answer behind', query: 'code=504', status: 504 },
      { label: 'No such trouble', query: 'code=501', status: 422 },
    ],
    python: python('FailureCode', 'FAILURES', 'read_unstable'),
    typescript: typescript('failures', 'GET /unstable'),
  },
  {
    id: 'read-status',
    method: 'GET',
    path: '/status/{code}',
    title: 'Any status',
    teaches: {
      beginner:
        'Ask for any code from 200 to 599 and look at what comes with it: which headers, and whether there is a body.',
      advanced:
        'Codes that nobody has registered get through as well, and clients treat them by their class. 204, 205 and 304 have no body; 401, 405, 407 and 426 must bring a header, and redirects should.',
    },
    examples: [
      { label: 'Nothing to say', path: { code: '204' }, status: 204 },
      { label: 'Reset the form', path: { code: '205' }, status: 205 },
      { label: 'Not modified', path: { code: '304' }, status: 304 },
      { label: 'Who are you', path: { code: '401' }, status: 401 },
      { label: 'Not that method', path: { code: '405' }, status: 405 },
      { label: 'Not that media type', path: { code: '415' }, status: 415 },
      { label: 'For legal reasons', path: { code: '451' }, status: 451 },
      { label: 'Not built yet', path: { code: '501' }, status: 501 },
      { label: 'A code of nobody', path: { code: '299' }, status: 299 },
      { label: 'Out of range', path: { code: '600' }, status: 422 },
    ],
    python: python('STATUS_HEADERS', 'read_status'),
    typescript: typescript('statusHeaders', 'GET /status/{code}'),
  },
];
