/** 4xx, Client error: something about the request has to change before it can work. */

import type { StatusCode } from '../model';
import { may, must, registered, rfc, should } from './entry';

export const clientErrors: readonly StatusCode[] = [
  registered(400, 'Bad Request', rfc(9110, '15.5.1'), {
    beginner: 'The server cannot make sense of the request; it has to be corrected first.',
    advanced:
      'For broken syntax, and the fallback where no closer 4xx fits. For content that can be read but breaks a rule, some APIs send 422 and some 400; both are legal, so settle on one.',
    retry: 'not unchanged',
  }),
  registered(401, 'Unauthorized', rfc(9110, '15.5.2'), {
    beginner: 'The server does not know who you are; sign in first.',
    advanced:
      'Means not authenticated, despite its name; a known user who is not allowed gets 403. MUST carry `WWW-Authenticate`, which many JSON APIs forget.',
    headers: [must('WWW-Authenticate', 'how to authenticate, such as Bearer')],
    retry: 'with valid credentials',
  }),
  registered(402, 'Payment Required', rfc(9110, '15.5.3'), {
    beginner: 'Something has to be paid before this works.',
    advanced:
      'Reserved for future use: no standard says what a client should do. Services that send it for an unpaid plan have to document it themselves.',
  }),
  registered(403, 'Forbidden', rfc(9110, '15.5.4'), {
    beginner: 'The server understood the request but refuses to carry it out.',
    advanced:
      'For a known user who lacks the right, or a refusal that no sign-in can change; 401 is for missing or invalid credentials. Where even the existence is secret, 404 MAY be sent instead.',
    retry: 'not with the same credentials',
  }),
  registered(404, 'Not Found', rfc(9110, '15.5.5'), {
    beginner: 'There is nothing here, or the server will not say that there is.',
    advanced:
      'Says nothing about how long; 410 means for good, and an empty collection is 200. Caches may keep it without being told, so a resource created a moment later can seem missing.',
    caching: 'by default',
  }),
  registered(405, 'Method Not Allowed', rfc(9110, '15.5.6'), {
    beginner: 'The address exists, but it does not accept this method.',
    advanced:
      'MUST name the methods that work in `Allow`; a method that nothing on the server supports is 501. Some frameworks answer 404 here, which sends the caller looking in the wrong place.',
    caching: 'by default',
    headers: [must('Allow', 'the methods this address accepts')],
    retry: 'only with one of the allowed methods',
  }),
  registered(406, 'Not Acceptable', rfc(9110, '15.5.7'), {
    beginner: 'The server has no version of this in a format the client accepts.',
    advanced:
      'About the wishes in `Accept` and `Accept-Language`; a format the client sent is 415. A server may also ignore them and send what it has with 200.',
    retry: 'with other Accept headers',
  }),
  registered(407, 'Proxy Authentication Required', rfc(9110, '15.5.8'), {
    beginner: 'A proxy on the way wants you to sign in first.',
    advanced: 'The 401 of a proxy: the client answers with `Proxy-Authorization`. An origin server has no use for it.',
    headers: [must('Proxy-Authenticate', 'how to authenticate with the proxy')],
    retry: 'with valid credentials for the proxy',
  }),
  registered(408, 'Request Timeout', rfc(9110, '15.5.9'), {
    beginner: 'The request did not arrive completely in the time the server was ready to wait.',
    advanced:
      "About the client's sending, not about slow work: a slow upstream server is 504, an overloaded one 503. Some servers also send it when they close an idle connection.",
    retry: 'yes, on a new connection if need be',
  }),
  registered(409, 'Conflict', rfc(9110, '15.5.10'), {
    beginner: 'The request clashes with what is already there, such as a name in use.',
    advanced:
      'For clashes the client can resolve, such as a duplicate key or an edit of an outdated version; a failed `If-Match` is 412. The body SHOULD show where the conflict lies.',
    retry: 'after resolving the conflict',
  }),
  registered(410, 'Gone', rfc(9110, '15.5.11'), {
    beginner: 'This was here once and has been removed for good.',
    advanced:
      'A deliberate statement that links to it should go; where nobody knows whether it will come back, send 404. Caches may keep it without being told.',
    caching: 'by default',
    retry: 'no',
  }),
  registered(411, 'Length Required', rfc(9110, '15.5.12'), {
    beginner: 'The server wants to know in advance how long the content is.',
    advanced:
      'Refuses content sent without `Content-Length`, for example in chunks. Usually the server software decides this, not a route handler.',
    retry: 'with a valid Content-Length',
  }),
  registered(412, 'Precondition Failed', rfc(9110, '15.5.13'), {
    beginner: 'A condition in the request did not hold, so nothing was done.',
    advanced:
      'For a failed `If-Match` or `If-Unmodified-Since`, and for `If-None-Match` on a write; on a GET that one gives 304. Guards against overwriting the work of others.',
    retry: 'after fetching the current version',
  }),
  registered(413, 'Content Too Large', rfc(9110, '15.5.14'), {
    beginner: 'The content sent is larger than the server accepts.',
    advanced:
      'About the body; for headers it is 431, for the address 414. The server MAY close the connection during the upload, so a client can see a broken connection instead of this answer.',
    formerPhrases: ['Payload Too Large', 'Request Entity Too Large', 'Request Too Long'],
    headers: [should('Retry-After', 'when to try again, if the limit is temporary')],
    retry: 'with less content, or when Retry-After says so',
  }),
  registered(414, 'URI Too Long', rfc(9110, '15.5.15'), {
    beginner: 'The address in the request is longer than the server accepts.',
    advanced:
      'Mostly a long query that belongs in the body of a POST, or a redirect that makes the address longer each time. Caches may keep it without being told.',
    formerPhrases: ['Request-URI Too Long'],
    caching: 'by default',
    retry: 'with a shorter address',
  }),
  registered(415, 'Unsupported Media Type', rfc(9110, '15.5.16'), {
    beginner: 'The server does not take content in the format that was sent.',
    advanced:
      'Judged by `Content-Type`, by `Content-Encoding` or by the data itself. A supported format with broken syntax is 400, with unusable values 422.',
    headers: [
      may('Accept', 'the media types that would have worked'),
      may('Accept-Encoding', 'the content codings that would have worked'),
      // RFC 5789 §2.2
      should('Accept-Patch', 'in answer to PATCH, the patch formats that would have worked'),
    ],
    retry: 'in a supported format',
  }),
  registered(416, 'Range Not Satisfiable', rfc(9110, '15.5.17'), {
    beginner: 'The part that was asked for lies outside the content.',
    advanced:
      'Also for too many small or overlapping ranges; never for a POST. Clients cannot count on it, since a server may ignore `Range` and send everything with 200.',
    formerPhrases: ['Requested Range Not Satisfiable'],
    headers: [should('Content-Range', 'for byte ranges, the current length')],
    retry: 'with a range within the current length',
  }),
  registered(417, 'Expectation Failed', rfc(9110, '15.5.18'), {
    beginner: 'The server cannot do what the client expects before it sends the content.',
    advanced:
      'Comes from the `Expect` header, in practice from a server or proxy on the way that does not support `100-continue`. Nothing for a route handler to send.',
    retry: 'without the Expect header',
  }),
  registered(418, '(Unused)', rfc(9110, '15.5.19'), {
    beginner: 'A joke: the server says it is a teapot and will not brew coffee.',
    advanced:
      'From an April 1 RFC, and used so often that the registry reserves the number. Clients treat it like 400, so say 403 or 429 to a client that should stop.',
    formerPhrases: ["I'm a teapot"],
    standing: 'unused',
  }),
  registered(421, 'Misdirected Request', rfc(9110, '15.5.20'), {
    beginner: 'The request reached a server that does not answer for this address.',
    advanced:
      'Typical when HTTP/2 reuses a connection for a second host that this server is not set up for. Any method may be repeated on another connection, and a proxy MUST NOT generate it.',
    formerPhrases: ['Misdirected', 'Destination Locked'],
    retry: 'yes, over a different connection',
  }),
  registered(422, 'Unprocessable Content', rfc(9110, '15.5.21'), {
    beginner: 'The server can read the content, but its values do not work.',
    advanced:
      'Format and syntax are fine, so neither 415 nor 400 fits; a clash with stored data is 409. FastAPI sends it by itself when validation fails.',
    formerPhrases: ['Unprocessable Entity'],
    retry: 'not unchanged',
  }),
  registered(423, 'Locked', rfc(4918, '11.3'), {
    beginner: 'This is locked, so it cannot be changed now.',
    advanced:
      'From WebDAV: source or destination holds a lock, and the body SHOULD name the condition, such as `lock-token-submitted`. Without real locks, 409 is the plainer choice.',
    retry: 'with the lock token, or once the lock is released',
  }),
  registered(424, 'Failed Dependency', rfc(4918, '11.4'), {
    beginner: 'This was not done because something it depends on failed.',
    advanced:
      'Stands mostly inside a WebDAV 207, for the steps skipped after another one failed. An upstream service that fails is 502 or 504.',
    retry: 'once the other action succeeds',
  }),
  registered(425, 'Too Early', rfc(8470, '5.2'), {
    beginner: 'The request came before the connection was secure against replays; send it again.',
    advanced:
      'For TLS early data (0-RTT), which an attacker can replay. A server SHOULD NOT send it unless the request came that way, and the retry MUST NOT use early data.',
    formerPhrases: ['Unordered Collection'],
    retry: 'yes, but not in early data',
  }),
  registered(426, 'Upgrade Required', rfc(9110, '15.5.22'), {
    beginner: 'The client has to switch to another protocol first.',
    advanced:
      'About the protocol of the connection, for example when an endpoint only speaks WebSocket. Not for an outdated app or API version; explain that with 400 or 410.',
    headers: [must('Upgrade', 'the protocols that would work, with Connection: Upgrade beside it')],
    retry: 'after switching the protocol',
  }),
  registered(428, 'Precondition Required', rfc(6585, '3'), {
    beginner: 'First say which version you are changing, so that nobody loses their work.',
    advanced:
      'Demands a conditional request, usually `If-Match` with the `ETag` fetched before; an outdated one then gives 412. The body SHOULD explain how to resubmit, and caches MUST NOT store it.',
    caching: 'never',
    retry: 'with a condition such as If-Match',
  }),
  registered(429, 'Too Many Requests', rfc(6585, '4'), {
    beginner: 'You sent too many requests in a short time; wait before the next one.',
    advanced:
      'For the limit of one client, counted in whatever way the server likes; when everyone together is too much, that is 503. Caches MUST NOT store it.',
    caching: 'never',
    headers: [may('Retry-After', 'how long to wait, in seconds or until a date')],
    retry: 'after the time in Retry-After, or with growing pauses',
  }),
  registered(431, 'Request Header Fields Too Large', rfc(6585, '5'), {
    beginner: 'The headers of the request are too large, often because of cookies.',
    advanced:
      'For one field or for all together; if it is one, the body SHOULD name it, and caches MUST NOT store the answer. Most servers decide this before any route runs.',
    caching: 'never',
    retry: 'with smaller headers',
  }),
  registered(451, 'Unavailable For Legal Reasons', rfc(7725, '3'), {
    beginner: 'The server may not show this for legal reasons.',
    advanced:
      'The body SHOULD explain the legal demand: who made it and what it covers. It does not say whether the resource exists, and caches may keep it without being told.',
    caching: 'by default',
    headers: [should('Link', 'who blocks the access, with rel="blocked-by"')],
  }),
];
