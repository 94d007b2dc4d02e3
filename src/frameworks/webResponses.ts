/** The Response of the web platform, which Next.js, Hono, Bun, Deno, Remix and workers share. */

import type { StatusPosition } from '../core/model';

/** What constructs or makes one, with the status it has where none is given. */
export const webResponses = { Response: 200, 'Response.json': 200, 'Response.redirect': 302 } as const;

export const webPositions: readonly StatusPosition[] = [
  { name: 'Response', of: 'platform', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'Response.json', of: 'platform', at: { index: 1, property: 'status' }, role: 'returned' },
  { name: 'Response.redirect', of: 'platform', at: { index: 1 }, role: 'returned' },
];
