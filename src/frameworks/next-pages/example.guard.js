/** An API route of Next.js that refuses all methods but one; the marks are checked by test/frameworks/examples.test.ts. */

export default async (req, res) => {
// <- route POST /api/guard -> 201 value creates
  if (req.method !== 'POST') {
    return res.status(405).json({ error: 'POST only' });
    //                ^^^ use 405 returned
  }
  await db.item.create(req.body);
  res.status(201).json({ ok: true });
  //         ^^^ use 201 returned
};
