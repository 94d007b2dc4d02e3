/** 2xx, Successful: the request was received, understood and accepted. */

import type { StatusCode } from '../model';
import { must, registered, rfc, should } from './entry';
import { sameAsIn200 } from './sameAsIn200';

export const successes: readonly StatusCode[] = [
  registered(200, 'OK', rfc(9110, '15.3.1'), {
    beginner: 'The request worked, and the result is in the body.',
    advanced:
      'Take 201 when something was created, 202 when the work is still to come, 204 when there is nothing to send. An error reported as 200 looks like success to every client and cache.',
    caching: 'by default',
  }),
  registered(201, 'Created', rfc(9110, '15.3.2'), {
    beginner: 'The request worked and made something new.',
    advanced:
      "A POST that creates SHOULD answer 201 with `Location`; a PUT that creates MUST answer 201. Without `Location`, the request's own URI counts as the new resource.",
    headers: [should('Location', 'where the new resource is')],
  }),
  registered(202, 'Accepted', rfc(9110, '15.3.3'), {
    beginner: 'The request was taken on, but the work is not finished yet.',
    advanced:
      'Promises nothing: the work may still fail, and HTTP cannot report that later. The body ought to say how things stand and point to a place to ask again.',
  }),
  registered(203, 'Non-Authoritative Information', rfc(9110, '15.3.4'), {
    beginner: 'The request worked, but a proxy changed the content on its way.',
    advanced:
      "For a transforming proxy that altered the origin server's 200; an origin server has no use for it. Cached content may only revalidate through the same proxy.",
    formerPhrases: ['Non Authoritative Information'],
    caching: 'by default',
  }),
  registered(204, 'No Content', rfc(9110, '15.3.5'), {
    beginner: 'The request worked, and there is nothing to send back.',
    advanced:
      'Ends after the headers, so a body is cut off or breaks the response, and `Content-Length` MUST NOT be sent. For a result that happens to be empty, such as a list, send 200 with `[]`.',
    caching: 'by default',
  }),
  registered(205, 'Reset Content', rfc(9110, '15.3.6'), {
    beginner: 'The request worked; clear the form it came from.',
    advanced:
      'For pages where people enter one record after another. MUST NOT carry content, but unlike 204 it is framed like any response, usually with `Content-Length: 0`.',
  }),
  registered(206, 'Partial Content', rfc(9110, '15.3.7'), {
    beginner: 'Here is the part that was asked for, not the whole.',
    advanced:
      'Only for a GET with `Range`, never for a POST, and sending everything with 200 is always allowed instead. Several parts travel as `multipart/byteranges`, each with its own `Content-Range`.',
    caching: 'by default',
    headers: [must('Content-Range', 'which bytes these are, and the full length'), ...sameAsIn200],
  }),
  registered(207, 'Multi-Status', rfc(4918, '11.1'), {
    beginner: 'Several things were done at once; the body says how each one went.',
    advanced:
      'WebDAV defines the body as XML; JSON batch APIs borrow the code. The 207 itself says nothing about success: a client has to read every entry, and monitoring that counts 2xx sees no failures.',
  }),
  registered(208, 'Already Reported', rfc(5842, '7.1'), {
    beginner: 'This entry was listed earlier in the same answer, so it is not repeated.',
    advanced:
      'Stands inside a WebDAV 207, for a collection that is bound under several paths. Not meant as the status of a whole response.',
  }),
  registered(226, 'IM Used', rfc(3229, '10.4.1'), {
    beginner: 'The body holds changes to apply to the copy you already have.',
    advanced:
      'Delta encoding, only for a GET with `A-IM`; IM stands for instance manipulation. Hardly any client or cache supports it, so compression is the usual way to save bytes.',
    headers: [must('ETag', 'the version that results')],
  }),
];
