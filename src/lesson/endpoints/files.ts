/** The endpoint on a file: parts of it, and nothing where it has not changed. */

import { type Endpoint, python, typescript } from '../endpoint';

export const fileEndpoints: readonly Endpoint[] = [
  {
    id: 'read-sample',
    method: 'GET',
    path: '/files/sample',
    title: 'Read a file, or a part of it',
    teaches: {
      beginner:
        'With Range a client asks for a part and gets 206 Partial Content; a part behind the end answers 416. With If-None-Match it says which version it has, and 304 Not Modified saves sending it again.',
      advanced:
        'A server may ignore a Range, and does where it cannot read it: the answer is then an ordinary 200. A 304 comes before any range, and has no body. If-Range asks for the part only while the version is still the same.',
    },
    examples: [
      { label: 'All of it', status: 200 },
      { label: 'The first four bytes', headers: [['Range', 'bytes=0-3']], status: 206 },
      { label: 'The last eight', headers: [['Range', 'bytes=-8']], status: 206 },
      { label: 'Behind the end', headers: [['Range', 'bytes=1000-']], status: 416 },
      { label: 'A range nobody can read', headers: [['Range', 'lines=1-2']], status: 200 },
      { label: 'I have it already', headers: [['If-None-Match', '"sample-1"']], status: 304 },
      {
        label: 'The rest of an older version',
        headers: [
          ['Range', 'bytes=10-'],
          ['If-Range', '"sample-0"'],
        ],
        status: 200,
      },
    ],
    python: python('requested_range', 'is_listed', 'read_sample'),
    typescript: typescript('requestedRange', 'isListed', 'GET /files/sample'),
  },
];
