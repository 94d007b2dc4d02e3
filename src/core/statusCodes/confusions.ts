/** Codes that are taken for one another, with what tells them apart. */

import type { Confusion } from '../model';

/** Groups of codes, each of which may be confused with the others. */
export const confusions: readonly Confusion[] = [
  { codes: [401, 403], difference: '401 asks the client to say who it is; 403 has heard, and refuses.' },
  { codes: [400, 422], difference: '400: cannot be read. 422: can be read, and what it says does not work.' },
  { codes: [404, 410], difference: '410 says that it was here and is gone for good; 404 leaves both open.' },
  {
    codes: [409, 412],
    difference: '412: a condition that the client sent, such as If-Match, is false. 409: it clashes without one.',
  },
  {
    codes: [301, 302, 303, 307, 308],
    difference:
      'For good: 301 and 308; for now: 302 and 307. These two pairs differ in the method: 307 and 308 keep it, 301 and 302 may turn POST into GET. 303 always turns it into GET.',
  },
  { codes: [200, 204], difference: '204 sends nothing with it; an empty list is something, so it is 200.' },
  { codes: [200, 201], difference: '201 adds that something new exists now.' },
  { codes: [201, 202], difference: '201: it exists. 202: it may exist later, or fail.' },
  { codes: [204, 205], difference: '205 also asks the client to clear its form.' },
  {
    codes: [304, 412],
    difference: '304 answers a GET whose copy is current; 412 answers a write that is based on an outdated one.',
  },
  { codes: [403, 404], difference: '404 may stand in for 403 where nobody should learn that it exists.' },
  { codes: [401, 407], difference: '401 comes from the server, 407 from a proxy on the way.' },
  { codes: [404, 405], difference: '405: the address exists, and only the method is wrong. 404: no such address.' },
  { codes: [405, 501], difference: '405: not with this address. 501: not anywhere on this server.' },
  { codes: [406, 415], difference: '406 is about the format that the client wants, 415 about the one it sent.' },
  { codes: [408, 504], difference: '408: the client is slow. 504: a server behind this one is.' },
  { codes: [409, 422], difference: '422: a value is wrong in itself. 409: a good value clashes with what is stored.' },
  { codes: [409, 423], difference: '423 is about a lock that somebody holds; without real locks it is 409.' },
  { codes: [412, 428], difference: '428: a condition is missing. 412: there is one, and it is false.' },
  { codes: [413, 414, 431], difference: 'Too large: the content is 413, the address 414, the headers 431.' },
  { codes: [413, 507], difference: '413: more than the server ever takes. 507: more than it has room for now.' },
  { codes: [415, 422], difference: '415 rejects the format, 422 a value in it.' },
  { codes: [424, 502], difference: '424 is for steps of a WebDAV 207; a service behind this one that fails is 502.' },
  { codes: [101, 426], difference: '426 asks the client to switch, 101 switches.' },
  { codes: [102, 202], difference: '202 answers now and lets the client go; 102 keeps it waiting.' },
  { codes: [429, 503], difference: '429: this client asks too often. 503: the server cannot answer anybody now.' },
  { codes: [402, 403], difference: '402 goes away by paying; any other refusal is 403.' },
  { codes: [403, 451], difference: '451 names the law as the reason.' },
  { codes: [500, 502], difference: '502: a server behind this one failed. 500: this one did.' },
  { codes: [500, 503], difference: '503 will pass; 500 is a fault that somebody has to find.' },
  { codes: [502, 504], difference: '502: an unusable answer. 504: no answer in time.' },
  { codes: [407, 511], difference: '511 comes from a network before any sign-in, 407 from a proxy.' },
];

/** What a code may be confused with, the likeliest first. */
export function confusionsOf(code: number): Confusion[] {
  return confusions
    .filter(({ codes }) => codes.includes(code))
    .map(({ codes, difference }) => ({ codes: codes.filter((other) => other !== code), difference }));
}
