/** The Response of the web platform, which Next.js, Hono, Bun, Deno, Remix and workers share. */

import type { StatusPosition, StatusValidity } from '../core/framework';

/** What constructs or makes one, with the status it has where none is given. */
export const webResponses = { Response: 200, 'Response.json': 200, 'Response.redirect': 302 } as const;

export const webPositions: readonly StatusPosition[] = [
  { name: 'Response', of: 'platform', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'Response.json', of: 'platform', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'Response.redirect', of: 'platform', at: { index: 1 }, role: 'returned' },
];

export const webRange = 'A standard Response takes 200 to 599 only: it raises RangeError, and the client gets 500.';

/** Fetch standard, Response; some servers take 101 too. */
export const webValidity: readonly StatusValidity[] = [
  {
    names: ['Response.redirect', 'NextResponse.redirect'],
    takes: [
      [301, 303],
      [307, 308],
    ],
    otherwise: 'A redirect takes 301, 302, 303, 307 and 308 only: this raises RangeError, and the client gets 500.',
    string: null,
  },
  {
    names: ['Response', 'Response.json', 'NextResponse', 'NextResponse.json'],
    takes: [
      [101, 101],
      [200, 599],
    ],
    otherwise: webRange,
    string: null,
  },
];
