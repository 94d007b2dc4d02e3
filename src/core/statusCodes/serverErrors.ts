/** 5xx, Server error: the request may be fine, but the server failed to carry it out. */

import type { StatusCode } from '../model';
import { may, registered, rfc } from './entry';

// RFC 9110 §9.2.2: without knowing better, only idempotent methods are safe to repeat by themselves.
const onlyIdempotent = 'only idempotent requests, such as GET, PUT or DELETE';

export const serverErrors: readonly StatusCode[] = [
  registered(500, 'Internal Server Error', rfc(9110, '15.6.1'), {
    beginner: 'Something broke on the server; the request itself may be fine.',
    advanced:
      'The catch-all, mostly from an exception nobody handled, and the work may be half done. A failure you can foresee deserves its own code: a 4xx if the client can mend it, 503 if it will pass.',
    retry: onlyIdempotent,
  }),
  registered(501, 'Not Implemented', rfc(9110, '15.6.2'), {
    beginner: 'The server does not know how to do this at all.',
    advanced:
      'For a method that nothing on the server supports, so never for GET or HEAD; one that only this resource lacks is 405. Caches may keep it without being told, so it suits no feature that comes soon.',
    caching: 'by default',
    retry: 'no',
  }),
  registered(502, 'Bad Gateway', rfc(9110, '15.6.3'), {
    beginner: 'The server asked another server and got an answer it could not use.',
    advanced:
      'For a gateway or proxy, or an API acting as one. No answer in time is 504; a failure of your own code is 500.',
    retry: onlyIdempotent,
  }),
  registered(503, 'Service Unavailable', rfc(9110, '15.6.4'), {
    beginner: 'The server cannot answer right now; try again later.',
    advanced:
      'For overload or maintenance that will pass; when one client alone asks too much, that is 429. Load balancers tend to read it as a reason to send traffic elsewhere.',
    headers: [may('Retry-After', 'how long to wait, in seconds or until a date')],
    retry: 'after the time in Retry-After, or with growing pauses',
  }),
  registered(504, 'Gateway Timeout', rfc(9110, '15.6.5'), {
    beginner: 'The server asked another server and got no answer in time.',
    advanced:
      'For a gateway or proxy, or an API acting as one; a client that sends too slowly gets 408. The other server may still finish the work, so repeating a POST can do it twice.',
    retry: onlyIdempotent,
  }),
  registered(505, 'HTTP Version Not Supported', rfc(9110, '15.6.6'), {
    beginner: 'The server does not speak this version of HTTP.',
    advanced:
      'About the major version of HTTP, never about the version of an API. The server software sends it before any route runs, and the body SHOULD say what is supported.',
    retry: 'with another version of HTTP',
  }),
  registered(506, 'Variant Also Negotiates', rfc(2295, '8.1'), {
    beginner: 'The server is set up wrongly: the version it picked offers a choice of its own.',
    advanced:
      'A configuration error in transparent content negotiation, an experimental scheme that hardly any server supports. Application code has no use for it.',
  }),
  registered(507, 'Insufficient Storage', rfc(4918, '11.5'), {
    beginner: 'The server has no room left to store this.',
    advanced:
      'From WebDAV, for a lack of space that is considered temporary. A request that is too large in itself is 413.',
    retry: 'not automatically; a person has to ask again',
  }),
  registered(508, 'Loop Detected', rfc(5842, '7.2'), {
    beginner: 'The server went in circles and gave up.',
    advanced:
      'From WebDAV: a request with `Depth: infinity` met a collection that contains itself, and the whole operation failed. Some web hosts send it for used-up resources, which is not its meaning.',
  }),
  registered(510, 'Not Extended', rfc(2774, '7'), {
    beginner: 'The request lacks an extension that the server demands.',
    advanced:
      'Obsolete: it belongs to the HTTP Extension Framework, which is now historic. A missing header or parameter is 400, a missing condition 428.',
    standing: 'obsoleted',
  }),
  registered(511, 'Network Authentication Required', rfc(6585, '6'), {
    beginner: 'Sign in to the network first, for example on the start page of a Wi-Fi.',
    advanced:
      'For a captive portal that intercepts traffic; an origin server SHOULD NOT send it. The body SHOULD link to the sign-in page, and caches MUST NOT store it.',
    caching: 'never',
    retry: 'after signing in to the network',
  }),
];
