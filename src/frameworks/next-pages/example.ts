/** What the engine reads in API routes of Next.js's pages router; the marks are checked by test/frameworks/examples.test.ts. */

import type { NextApiRequest, NextApiResponse } from 'next';

async function handler(req: NextApiRequest, res: NextApiResponse) {
  const { method } = req;
  if (req.method === 'POST') {
    const item = await prisma.item.create({ data: req.body });
    return res.status(201).json(item);
    //                ^^^ use 201 returned
  } else if (req.method === 'PUT' || req.method === 'PATCH') {
    return res.redirect('/items');
  } else if (req.method === 'DELETE') {
    return removeItem(req, res);
  }
  switch (method) {
    case 'GET':
      return res.status(200).json([]);
      //                ^^^ use 200 returned
    case 'HEAD':
    case 'OPTIONS':
      res.statusCode = 204;
      //               ^^^ use 204 returned
      return res.end();
    default:
      res.setHeader('Allow', ['GET', 'POST']);
      return res.status(405).end();
      //                ^^^ use 405 returned
  }
}

async function removeItem(req: NextApiRequest, res: NextApiResponse) {
  res.status(202).end();
  //         ^^^ use 202 returned
}

export default withAuthentication(handler);
// <- route PUT /api/items -> 307 response
// <- route POST /api/items -> 201 value creates
// <- route PATCH /api/items -> 307 response
// <- route OPTIONS /api/items -> 204 nothing
// <- route HEAD /api/items -> 204 nothing
// <- route GET /api/items -> 200 value
// <- route DELETE /api/items -> 202 nothing
