/** 4xx, Client error: something about the request has to change before it can work. */

import type { StatusCode } from '../model';
import { may, must, registered, rfc, should } from './entry';

export const clientErrors: readonly StatusCode[] = [
  registered(400, 'Bad Request', rfc(9110, '15.5.1'), {
    beginner: 'The server cannot make sense of the request; it has to be corrected first.',
    when: 'For broken JSON, a missing parameter, or a mistake that no other 4xx names.',
    advanced:
      'The body ought to name what is wrong, field by field if there are fields, so that a program can act on it.',
    retry: 'not unchanged',
  }),
  registered(401, 'Unauthorized', rfc(9110, '15.5.2'), {
    beginner: 'The server does not know who you are; sign in first.',
    when: 'For a missing or expired token, or a wrong password.',
    advanced: 'Means not authenticated, despite its name. Many JSON APIs forget the challenge that it MUST carry.',
    headers: [must('WWW-Authenticate', 'how to authenticate, such as Bearer')],
    retry: 'with valid credentials',
  }),
  registered(402, 'Payment Required', rfc(9110, '15.5.3'), {
    beginner: 'Something has to be paid before this works.',
    when: 'For a plan or a balance that does not cover the request.',
    advanced:
      'Reserved for future use: no standard says what a client should do, so services that send it have to document it themselves.',
  }),
  registered(403, 'Forbidden', rfc(9110, '15.5.4'), {
    beginner: 'The server understood the request but refuses to carry it out.',
    when: 'For a user who is signed in and lacks the right, such as a guest on an admin page.',
    advanced:
      'Also for a refusal that no sign-in can change, such as a blocked region. Where even the existence is secret, 404 MAY be sent instead.',
    retry: 'not with the same credentials',
  }),
  registered(404, 'Not Found', rfc(9110, '15.5.5'), {
    beginner: 'There is nothing here, or the server will not say that there is.',
    when: 'For an id that leads to nothing, and for what a stranger should not know about.',
    advanced:
      'Says nothing about how long, and an empty collection is no 404: it is 200. A cached one can make a resource that was created a moment later seem missing.',
    caching: 'by default',
  }),
  registered(405, 'Method Not Allowed', rfc(9110, '15.5.6'), {
    beginner: 'The address exists, but it does not accept this method.',
    when: 'For a DELETE, say, to an address that only knows GET.',
    advanced: 'Some frameworks answer 404 here, which sends the caller looking in the wrong place.',
    caching: 'by default',
    headers: [must('Allow', 'the methods this address accepts')],
    retry: 'only with one of the allowed methods',
  }),
  registered(406, 'Not Acceptable', rfc(9110, '15.5.7'), {
    beginner: 'The server has no version of this in a format the client accepts.',
    when: 'For a client that insists on XML, say, where there is only JSON.',
    advanced:
      'About the wishes in `Accept` and `Accept-Language`. A server may also ignore them and send what it has with 200.',
    retry: 'with other Accept headers',
  }),
  registered(407, 'Proxy Authentication Required', rfc(9110, '15.5.8'), {
    beginner: 'A proxy on the way wants you to sign in first.',
    when: 'For proxies, never for your own API.',
    advanced: 'The 401 of a proxy: the client answers with `Proxy-Authorization`.',
    headers: [must('Proxy-Authenticate', 'how to authenticate with the proxy')],
    retry: 'with valid credentials for the proxy',
  }),
  registered(408, 'Request Timeout', rfc(9110, '15.5.9'), {
    beginner: 'The request did not arrive completely in the time the server was ready to wait.',
    when: 'For an upload that stalls; server software usually sends it.',
    advanced: 'Some servers also send it when they close an idle connection.',
    retry: 'yes, on a new connection if need be',
  }),
  registered(409, 'Conflict', rfc(9110, '15.5.10'), {
    beginner: 'The request clashes with what is already there.',
    when: 'For a user name that is taken, or an edit of an outdated version.',
    advanced: 'The client ought to be able to resolve it, and the body SHOULD show where the conflict lies.',
    retry: 'after resolving the conflict',
  }),
  registered(410, 'Gone', rfc(9110, '15.5.11'), {
    beginner: 'This was here once and has been removed for good.',
    when: 'For a deleted account, or a version of an API that was switched off.',
    advanced:
      'A deliberate statement that links to it should go. Where nobody knows whether it will come back, send 404.',
    caching: 'by default',
    retry: 'no',
  }),
  registered(411, 'Length Required', rfc(9110, '15.5.12'), {
    beginner: 'The server wants to know in advance how long the content is.',
    when: 'For uploads without Content-Length; server software usually sends it.',
    advanced: 'Refuses content sent without `Content-Length`, for example in chunks.',
    retry: 'with a valid Content-Length',
  }),
  registered(412, 'Precondition Failed', rfc(9110, '15.5.13'), {
    beginner: 'A condition in the request did not hold, so nothing was done.',
    when: 'For an update with If-Match when somebody else was faster.',
    advanced:
      'Answers `If-Match` and `If-Unmodified-Since`, and `If-None-Match` on a write. Guards against overwriting the work of others.',
    retry: 'after fetching the current version',
  }),
  registered(413, 'Content Too Large', rfc(9110, '15.5.14'), {
    beginner: 'The content sent is larger than the server accepts.',
    when: 'For an upload above the limit, such as a picture of 50 MB.',
    advanced:
      'The server MAY close the connection during the upload, so a client can see a broken connection instead of this answer.',
    formerPhrases: ['Payload Too Large', 'Request Entity Too Large', 'Request Too Long'],
    headers: [should('Retry-After', 'when to try again, if the limit is temporary')],
    retry: 'with less content, or when Retry-After says so',
  }),
  registered(414, 'URI Too Long', rfc(9110, '15.5.15'), {
    beginner: 'The address in the request is longer than the server accepts.',
    when: 'For a query without end; server software usually sends it.',
    advanced:
      'Mostly a long query that belongs in the body of a POST, or a redirect that makes the address longer each time.',
    formerPhrases: ['Request-URI Too Long'],
    caching: 'by default',
    retry: 'with a shorter address',
  }),
  registered(415, 'Unsupported Media Type', rfc(9110, '15.5.16'), {
    beginner: 'The server does not take content in the format that was sent.',
    when: 'For XML, say, sent to an endpoint that reads only JSON.',
    advanced:
      'Judged by `Content-Type`, by `Content-Encoding` or by the data itself. A supported format with broken syntax is 400.',
    headers: [
      may('Accept', 'the media types that would have worked'),
      may('Accept-Encoding', 'the content codings that would have worked'),
      // RFC 5789 §2.2
      should('Accept-Patch', 'in answer to PATCH, the patch formats that would have worked', ['PATCH']),
    ],
    retry: 'in a supported format',
  }),
  registered(416, 'Range Not Satisfiable', rfc(9110, '15.5.17'), {
    beginner: 'The part that was asked for lies outside the content.',
    when: 'For a download that is resumed beyond its end.',
    advanced:
      'Also for too many small or overlapping ranges; never for a POST. Clients cannot count on it, since a server may ignore `Range` and send everything with 200.',
    formerPhrases: ['Requested Range Not Satisfiable'],
    headers: [should('Content-Range', 'for byte ranges, the current length')],
    retry: 'with a range within the current length',
  }),
  registered(417, 'Expectation Failed', rfc(9110, '15.5.18'), {
    beginner: 'The server cannot do what the client expects before it sends the content.',
    when: 'For the Expect header; server software sends it, not a route handler.',
    advanced: 'In practice from a server or proxy on the way that does not support `100-continue`.',
    retry: 'without the Expect header',
  }),
  registered(418, '(Unused)', rfc(9110, '15.5.19'), {
    beginner: 'A joke: the server says it is a teapot and will not brew coffee.',
    when: 'For fun; a client that should stop asking understands 403 or 429.',
    advanced:
      'From an April 1 RFC, and used so often that the registry reserves the number. Clients treat it like 400.',
    formerPhrases: ["I'm a teapot"],
    standing: 'unused',
  }),
  registered(421, 'Misdirected Request', rfc(9110, '15.5.20'), {
    beginner: 'The request reached a server that does not answer for this address.',
    when: 'For a shared HTTP/2 connection; server software sends it, not a route handler.',
    advanced:
      'Typical when HTTP/2 reuses a connection for a second host that this server is not set up for. Any method may be repeated on another connection, and a proxy MUST NOT generate it.',
    formerPhrases: ['Misdirected', 'Destination Locked'],
    retry: 'yes, over a different connection',
  }),
  registered(422, 'Unprocessable Content', rfc(9110, '15.5.21'), {
    beginner: 'The server can read the content, but its values do not work.',
    when: 'For a negative price, an end before its start, or a field that is missing.',
    advanced: 'Format and syntax are fine. Some APIs send 400 instead; both are legal, so settle on one.',
    formerPhrases: ['Unprocessable Entity'],
    retry: 'not unchanged',
  }),
  registered(423, 'Locked', rfc(4918, '11.3'), {
    beginner: 'This is locked, so it cannot be changed now.',
    when: 'For WebDAV locks that somebody else holds.',
    advanced:
      'From WebDAV: source or destination holds a lock, and the body SHOULD name the condition, such as `lock-token-submitted`.',
    retry: 'with the lock token, or once the lock is released',
  }),
  registered(424, 'Failed Dependency', rfc(4918, '11.4'), {
    beginner: 'This was not done because something it depends on failed.',
    when: 'For steps inside a WebDAV 207, after another step has failed.',
    advanced: 'Names no cause itself: the entry of the step that failed first does.',
    retry: 'once the other action succeeds',
  }),
  registered(425, 'Too Early', rfc(8470, '5.2'), {
    beginner: 'The request came before the connection was secure against replays; send it again.',
    when: 'For requests in TLS early data that must not be carried out twice.',
    advanced:
      'An attacker can replay TLS early data (0-RTT). A server SHOULD NOT send it unless the request came that way, and the retry MUST NOT use early data.',
    formerPhrases: ['Unordered Collection'],
    retry: 'yes, but not in early data',
  }),
  registered(426, 'Upgrade Required', rfc(9110, '15.5.22'), {
    beginner: 'The client has to switch to another protocol first.',
    when: 'For an endpoint that speaks only WebSocket, say.',
    advanced:
      'About the protocol of the connection, not about an outdated app or version of an API; explain that with 400 or 410.',
    headers: [must('Upgrade', 'the protocols that would work, with Connection: Upgrade beside it')],
    retry: 'after switching the protocol',
  }),
  registered(428, 'Precondition Required', rfc(6585, '3'), {
    beginner: 'First say which version you are changing, so that nobody loses their work.',
    when: 'For an update without If-Match where two people may edit at once.',
    advanced:
      'Demands a conditional request, usually `If-Match` with the `ETag` fetched before. The body SHOULD explain how to resubmit.',
    caching: 'never',
    retry: 'with a condition such as If-Match',
  }),
  registered(429, 'Too Many Requests', rfc(6585, '4'), {
    beginner: 'You sent too many requests in a short time; wait before the next one.',
    when: 'For a rate limit, or too many wrong passwords in a row.',
    advanced:
      'The limit may be counted in whatever way the server likes, per user, key or address. Say in the body which limit was met.',
    caching: 'never',
    headers: [may('Retry-After', 'how long to wait, in seconds or until a date')],
    retry: 'after the time in Retry-After, or with growing pauses',
  }),
  registered(431, 'Request Header Fields Too Large', rfc(6585, '5'), {
    beginner: 'The headers of the request are too large, often because of cookies.',
    when: 'For a pile of cookies; server software usually sends it.',
    advanced: 'One field may be too large, or all together; if it is one, the body SHOULD name it.',
    caching: 'never',
    retry: 'with smaller headers',
  }),
  registered(451, 'Unavailable For Legal Reasons', rfc(7725, '3'), {
    beginner: 'The server may not show this for legal reasons.',
    when: "For content that a court has ordered to be blocked in the client's country.",
    advanced:
      'The body SHOULD explain the legal demand: who made it and what it covers. It does not say whether the resource exists.',
    caching: 'by default',
    headers: [should('Link', 'who blocks the access, with rel="blocked-by"')],
  }),
];
