/** 3xx, Redirection: the client has to do something more, most often to ask elsewhere. */

import type { StatusCode } from '../model';
import { registered, rfc, should } from './entry';
import { sameAsIn200 } from './sameAsIn200';

export const redirections: readonly StatusCode[] = [
  registered(300, 'Multiple Choices', rfc(9110, '15.4.1'), {
    beginner: 'There are several versions of this, and the client has to pick one.',
    when: 'For several languages or formats among which the server does not want to choose.',
    advanced:
      'The body SHOULD list the alternatives, but no format for that list is defined, so clients rarely choose by themselves. Most servers pick by `Accept` and send 200.',
    formerPhrases: ['Ambiguous'],
    caching: 'by default',
    headers: [should('Location', 'the choice the server prefers, if it has one')],
  }),
  registered(301, 'Moved Permanently', rfc(9110, '15.4.2'), {
    beginner: 'This has moved for good; use the new address from now on.',
    when: 'For a page whose address has changed; an API moves with 308.',
    advanced:
      'A client MAY turn POST into GET when it follows. Browsers remember it, so a wrong one is hard to take back.',
    caching: 'by default',
    headers: [should('Location', 'the new permanent address')],
  }),
  registered(302, 'Found', rfc(9110, '15.4.3'), {
    beginner: 'This is at another address for now; keep using the old one.',
    when: 'For a page that is elsewhere today; after a form, 303 says better what is meant.',
    advanced: 'A client MAY turn POST into GET when it follows, and most do; 303 and 307 say which one is meant.',
    formerPhrases: ['Moved Temporarily'],
    headers: [should('Location', 'the address to use this time')],
  }),
  registered(303, 'See Other', rfc(9110, '15.4.4'), {
    beginner: 'The answer waits at another address; fetch it from there.',
    when: 'For showing the result page after a form was sent with POST.',
    advanced:
      'Followed with GET whatever the first method was, so reloading the result page repeats nothing. The new address does not replace the old one.',
    // RFC 9110 gives no keyword here but defines 303 by this field, which is the strength of the other redirects.
    headers: [should('Location', 'where the answer is')],
  }),
  registered(304, 'Not Modified', rfc(9110, '15.4.5'), {
    beginner: 'Nothing has changed; use the copy you already have.',
    when: 'For a GET that names the version the client has, by ETag or by date.',
    advanced:
      'Only for a GET or HEAD with `If-None-Match` or `If-Modified-Since`. Other headers about the content SHOULD be left out.',
    headers: sameAsIn200,
  }),
  registered(305, 'Use Proxy', rfc(9110, '15.4.6'), {
    beginner: 'Once asked the client to use a proxy; clients no longer follow it.',
    when: 'Not for new programs: clients ignore it.',
    advanced:
      'Deprecated for security: a response must not configure the proxy of a client. Proxies are set up on the client side or by the network.',
    standing: 'deprecated',
  }),
  registered(306, '(Unused)', rfc(9110, '15.4.7'), {
    beginner: 'Reserved: no server sends it, and no client knows it.',
    when: 'Not for any program.',
    advanced:
      'Defined in an early version of HTTP, where it was called Switch Proxy, and kept out of use since. A client treats it like 300.',
    formerPhrases: ['Switch Proxy', 'Reserved'],
    standing: 'unused',
  }),
  registered(307, 'Temporary Redirect', rfc(9110, '15.4.8'), {
    beginner: 'This is at another address for now; send the same request there.',
    when: 'For an API endpoint that is elsewhere for now; a POST stays a POST.',
    advanced:
      'The method MUST NOT change, and the body goes along. Some frameworks send it to add a missing slash, which costs the client a second round trip.',
    headers: [should('Location', 'the address to use this time')],
  }),
  registered(308, 'Permanent Redirect', rfc(9110, '15.4.9'), {
    beginner: 'This has moved for good; send the same request to the new address.',
    when: 'For an API endpoint that has moved for good; a POST stays a POST.',
    advanced: 'Method and body stay as they are. Browsers remember it, and clients from before 2014 may not know it.',
    formerPhrases: ['Resume Incomplete'],
    caching: 'by default',
    headers: [should('Location', 'the new permanent address')],
  }),
];
