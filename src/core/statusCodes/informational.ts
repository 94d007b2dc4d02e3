/** 1xx, Informational: interim answers that come before the final one. */

import type { StatusCode } from '../model';
import { may, must, registered, rfc } from './entry';

export const informational: readonly StatusCode[] = [
  registered(100, 'Continue', rfc(9110, '15.2.1'), {
    beginner: 'The server has seen the headers and wants the rest of the request.',
    when: 'Sent by server software, never by a route handler.',
    advanced: 'Answers `Expect: 100-continue`, with which a client waits before it sends a large upload.',
  }),
  registered(101, 'Switching Protocols', rfc(9110, '15.2.2'), {
    beginner: 'The server agrees to speak another protocol on this connection, such as WebSocket.',
    when: 'For switching to WebSocket; server software usually sends it.',
    advanced:
      'Only after a request with `Upgrade`, and only to a protocol named there. Belongs to HTTP/1.1: HTTP/2 and HTTP/3 have no such switch.',
    headers: [must('Upgrade', 'the protocol spoken from here on, with Connection: Upgrade beside it')],
  }),
  registered(102, 'Processing', rfc(2518, '10.1'), {
    beginner: 'The server has the request and is still working on it.',
    when: 'For slow requests of old WebDAV clients.',
    advanced:
      'From early WebDAV, dropped by its successor, RFC 4918. For long work, answer 202 and offer a place to ask how far it is.',
  }),
  registered(103, 'Early Hints', rfc(8297, '2'), {
    beginner: 'The final answer is not ready yet, but some of its headers are, so you can start preparing.',
    when: 'For letting a browser fetch styles and scripts while the page is still being made.',
    advanced:
      'Usually carries `Link` with `rel=preload`, so that a browser can fetch early. Only hints: the headers of the final response count, and HTTP/1.0 clients MUST NOT be sent any 1xx.',
    formerPhrases: ['Checkpoint'],
    headers: [may('Link', 'what is worth fetching early')],
  }),
  registered(
    104,
    'Upload Resumption Supported',
    {
      label: 'draft-ietf-httpbis-resumable-upload',
      url: 'https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/',
    },
    {
      beginner: 'If this upload breaks off, it can be resumed later.',
      when: 'For large uploads that should survive a broken connection.',
      advanced:
        'From a draft on resumable uploads. Its temporary registration was due to expire on 2026-11-13 unless renewed, so look at the registry before relying on it.',
      standing: 'temporary',
      // The draft demands Location when the upload resource is announced and forbids it in reports on later parts.
      headers: [
        may('Location', 'the upload resource, when the response announces it'),
        may('Upload-Offset', 'how many bytes have arrived, when the response reports progress'),
      ],
    },
  ),
];
