/** What the engine reads in a route file of Next.js; the marks under a line are checked by test/frameworks/examples.test.ts. */

import { NextResponse } from 'next/server';

export async function GET() {
// <- route GET /api/items -> 200 response
  return NextResponse.json(await items());
}

export const POST = withSession(async (request: Request) => {
// <- route POST /api/items -> 201 response creates
  const item = await db.item.create({ data: await request.json() });
  if (!item) return Response.json({ error: 'taken' }, { status: 409 });
  //                                                            ^^^ use 409 returned
  return new Response(JSON.stringify(item), { status: 201 });
  //                                                  ^^^ use 201 returned
});

export async function DELETE() {
// <- route DELETE /api/items -> 204 response
  return new NextResponse(null, { status: 204 });
  //                                      ^^^ use 204 returned
}

export function PUT() {
// <- route PUT /api/items -> 307 response
  return NextResponse.redirect('/new');
}

export function HELPER() {
  return 500;
}
