/** An API route of Next.js with an answer for one method and one for all others; the marks are checked by test/frameworks/examples.test.ts. */

export default function handler(req, res) {
// <- route POST /api/rest -> 303 response
// <- route ANY /api/rest -> 200 value
  if (req.method === 'POST') {
    res.redirect(303, '/done');
    //           ^^^ use 303 returned
  } else {
    res.status(200).json({ name: 'item' });
    //         ^^^ use 200 returned
  }
}
