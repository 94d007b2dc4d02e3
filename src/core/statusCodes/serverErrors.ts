/** 5xx, Server error: the request may be fine, but the server failed to carry it out. */

import type { StatusCode } from '../model';
import { may, registered, rfc } from './entry';

// RFC 9110 §9.2.2: without knowing better, only idempotent methods are safe to repeat by themselves.
const onlyIdempotent = 'only idempotent requests, such as GET, PUT or DELETE';

export const serverErrors: readonly StatusCode[] = [
  registered(500, 'Internal Server Error', rfc(9110, '15.6.1'), {
    beginner: 'Something broke on the server; the request itself may be fine.',
    when: 'For an exception that nobody foresaw; most frameworks send it by themselves.',
    advanced:
      'The catch-all, mostly from an exception nobody handled, and the work may be half done. A failure you can foresee deserves its own code.',
    retry: onlyIdempotent,
  }),
  registered(501, 'Not Implemented', rfc(9110, '15.6.2'), {
    beginner: 'The server does not know how to do this at all.',
    when: 'For a method that the whole server does not know; a feature to come is no reason.',
    advanced: 'Never for GET or HEAD, which every server has to support.',
    caching: 'by default',
    retry: 'no',
  }),
  registered(502, 'Bad Gateway', rfc(9110, '15.6.3'), {
    beginner: 'The server asked another server and got an answer it could not use.',
    when: 'For an API that calls another service and gets nonsense back.',
    advanced: 'Meant for gateways and proxies; an API that calls another acts as one.',
    retry: onlyIdempotent,
  }),
  registered(503, 'Service Unavailable', rfc(9110, '15.6.4'), {
    beginner: 'The server cannot answer right now; try again later.',
    when: 'For maintenance, overload, or a database that is down for a moment.',
    advanced: 'Load balancers tend to read it as a reason to send traffic elsewhere.',
    headers: [may('Retry-After', 'how long to wait, in seconds or until a date')],
    retry: 'after the time in Retry-After, or with growing pauses',
  }),
  registered(504, 'Gateway Timeout', rfc(9110, '15.6.5'), {
    beginner: 'The server asked another server and got no answer in time.',
    when: 'For an API that calls another service and waits in vain.',
    advanced:
      'Meant for gateways and proxies; an API that calls another acts as one. The other server may still finish the work, so repeating a POST can do it twice.',
    retry: onlyIdempotent,
  }),
  registered(505, 'HTTP Version Not Supported', rfc(9110, '15.6.6'), {
    beginner: 'The server does not speak this version of HTTP.',
    when: 'For the version of HTTP, not of your API; server software sends it.',
    advanced: 'About the major version. The body SHOULD say what is supported.',
    retry: 'with another version of HTTP',
  }),
  registered(506, 'Variant Also Negotiates', rfc(2295, '8.1'), {
    beginner: 'The server is set up wrongly: the version it picked offers a choice of its own.',
    when: 'For a mistake in the set-up of the server; no route handler sends it.',
    advanced: 'An error in transparent content negotiation, an experimental scheme that hardly any server supports.',
  }),
  registered(507, 'Insufficient Storage', rfc(4918, '11.5'), {
    beginner: 'The server has no room left to store this.',
    when: 'For a full disk or quota on a WebDAV server.',
    advanced: 'From WebDAV, for a lack of space that is considered temporary.',
    retry: 'not automatically; a person has to ask again',
  }),
  registered(508, 'Loop Detected', rfc(5842, '7.2'), {
    beginner: 'The server went in circles and gave up.',
    when: 'For WebDAV folders that contain themselves.',
    advanced:
      'From WebDAV: a request with `Depth: infinity` met a collection that contains itself, and the whole operation failed. Some web hosts send it for used-up resources, which is not its meaning.',
  }),
  registered(510, 'Not Extended', rfc(2774, '7'), {
    beginner: 'The request lacks an extension that the server demands.',
    when: 'Not for new programs: a missing header is 400, a missing condition 428.',
    advanced: 'Belongs to the HTTP Extension Framework, which is now historic.',
    standing: 'obsoleted',
  }),
  registered(511, 'Network Authentication Required', rfc(6585, '6'), {
    beginner: 'Sign in to the network first, for example on the start page of a Wi-Fi.',
    when: 'For the sign-in page of a hotel or station network, never for your own API.',
    advanced: 'An origin server SHOULD NOT send it. The body SHOULD link to the sign-in page.',
    caching: 'never',
    retry: 'after signing in to the network',
  }),
];
