/** Route handlers that are exported by name, and what ends them, in Next.js; the marks are checked by test/frameworks/examples.test.ts. */

import { forbidden, notFound, permanentRedirect, redirect as moved } from 'next/navigation';
import { NextResponse } from 'next/server';
import { handlers } from '@/auth';

async function handler(request: Request) {
  if (!(await allowed(request))) forbidden();
  //                             ^^^^^^^^^ use 403 raised
  return Response.json(await items());
}

export { handler as GET, handler as POST };
//                       ^^^ route POST /api/items -> 200 response
//       ^^^ route GET /api/items -> 200 response

const PUT = () => {
  moved('/new');
//^^^^^ use 307 raised
};

export { PUT };
//       ^^^ route PUT /api/items -> 307 response

export const { HEAD, OPTIONS } = handlers;
// <- route OPTIONS /api/items -> 200 unknown
// <- route HEAD /api/items -> 200 unknown

export const PATCH = withSession(async () => {
// <- route PATCH /api/items -> 303,308 response
  if (renamed) permanentRedirect('/newer');
  //           ^^^^^^^^^^^^^^^^^ use 308 raised
  return NextResponse.redirect('/same', { status: 303 });
  //                                              ^^^ use 303 returned
});

export async function DELETE() {
// <- route DELETE /api/items -> 404 unknown
  return notFound();
  //     ^^^^^^^^ use 404 raised
}

export const helper = (redirect: (code: number) => void) => redirect(404);
