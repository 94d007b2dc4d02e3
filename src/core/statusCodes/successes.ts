/** 2xx, Successful: the request was received, understood and accepted. */

import type { StatusCode } from '../model';
import { must, registered, rfc, should } from './entry';
import { sameAsIn200 } from './sameAsIn200';

export const successes: readonly StatusCode[] = [
  registered(200, 'OK', rfc(9110, '15.3.1'), {
    beginner: 'The request worked, and the result is in the body.',
    when: 'For a GET that finds what it asked for, and a POST or PUT that returns its result.',
    advanced: 'An error reported as 200 looks like success to every client, cache and monitor.',
    caching: 'by default',
  }),
  registered(201, 'Created', rfc(9110, '15.3.2'), {
    beginner: 'The request worked and made something new.',
    when: 'For a POST that adds to a collection, or a PUT to an address where nothing was.',
    advanced:
      "A POST that creates SHOULD answer 201 with `Location`; a PUT that creates MUST answer 201. Without `Location`, the request's own URI counts as the new resource.",
    // RFC 9110 §9.3.3; what a PUT made is at the address it was sent to.
    headers: [should('Location', 'where the new resource is', ['POST'])],
  }),
  registered(202, 'Accepted', rfc(9110, '15.3.3'), {
    beginner: 'The request was taken on, but the work is not finished yet.',
    when: 'For work that goes to a queue, such as a report, a video or a mailing.',
    advanced:
      'Promises nothing: the work may still fail, and HTTP cannot report that later. The body ought to say how things stand and point to a place to ask again.',
  }),
  registered(203, 'Non-Authoritative Information', rfc(9110, '15.3.4'), {
    beginner: 'The request worked, but a proxy changed the content on its way.',
    when: 'For proxies that rewrite content, never for your own API.',
    advanced: 'Cached content may only revalidate through the same proxy.',
    formerPhrases: ['Non Authoritative Information'],
    caching: 'by default',
  }),
  registered(204, 'No Content', rfc(9110, '15.3.5'), {
    beginner: 'The request worked, and there is nothing to send back.',
    when: 'For a DELETE, and for an update whose result the client knows already.',
    advanced:
      'Ends after the headers, so a body is cut off or breaks the response, and `Content-Length` MUST NOT be sent. For a result that happens to be empty, such as a list, send 200 with `[]`.',
    caching: 'by default',
  }),
  registered(205, 'Reset Content', rfc(9110, '15.3.6'), {
    beginner: 'The request worked; clear the form it came from.',
    when: 'For pages on which people enter one record after another.',
    advanced: 'MUST NOT carry content, but unlike 204 it is framed like any response.',
  }),
  registered(206, 'Partial Content', rfc(9110, '15.3.7'), {
    beginner: 'Here is the part that was asked for, not the whole.',
    when: 'For downloads that are resumed and videos that are skipped through.',
    advanced:
      'Only for a GET with `Range`, never for a POST, and sending everything with 200 is always allowed instead. Several parts travel as `multipart/byteranges`, each with its own `Content-Range`.',
    caching: 'by default',
    headers: [must('Content-Range', 'which bytes these are, and the full length'), ...sameAsIn200],
  }),
  registered(207, 'Multi-Status', rfc(4918, '11.1'), {
    beginner: 'Several things were done at once; the body says how each one went.',
    when: 'For batch requests, where one entry can fail and the next succeed.',
    advanced:
      'WebDAV defines the body as XML; JSON batch APIs borrow the code. The 207 itself says nothing about success: a client has to read every entry, and monitoring that counts 2xx sees no failures.',
  }),
  registered(208, 'Already Reported', rfc(5842, '7.1'), {
    beginner: 'This entry was listed earlier in the same answer, so it is not repeated.',
    when: 'For entries inside a WebDAV 207, never for a whole answer.',
    advanced: 'It is about a collection that is bound under several paths.',
  }),
  registered(226, 'IM Used', rfc(3229, '10.4.1'), {
    beginner: 'The body holds changes to apply to the copy you already have.',
    when: 'For delta encoding, which hardly any client or cache supports.',
    advanced:
      'Only for a GET with `A-IM`; IM stands for instance manipulation. Compression is the usual way to save bytes.',
    headers: [must('ETag', 'the version that results')],
  }),
];
