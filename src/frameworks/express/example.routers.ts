/** Prefixes, handlers that stand apart and errors in Express code; the marks are checked by test/frameworks/examples.test.ts. */

import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import createError from 'http-errors';

const app = express();
const users = express.Router();
const files = Router();
const VERSION = '/v2';

app.use('/api', authenticate, users);
users.use('/:id/files', files);

// ---- controllers: an object, a class, what is made of one

users.post('/', [validate, authenticate], controller.create);
// <- route POST /api -> 201 value creates
users.put('/:id', [authenticate, controller.update]);
// <- route PUT /api/:id -> 200 value
users.delete('/:id', asyncHandler(controller.remove));
// <- route DELETE /api/:id -> 204 nothing
files.route('/').get(list).post(authenticate, FilesController.upload);
// <- route POST /api/:id/files -> 202 value
// <- route GET /api/:id/files ->  unknown
app.get(`${VERSION}/posts`, new PostsController().list);
// <- route GET /v2/posts -> 200 value
app.post(VERSION + '/posts', posts.create.bind(posts));
// <- route POST /v2/posts -> 203 value creates
app.get('/made', makeHandler());
// <- route GET /made -> 206 value

const controller = {
  create: async (req: Request, res: Response) => {
    res.status(201).json(await User.create(req.body));
    //         ^^^ use 201 returned
  },
  async update(req, res) {
    res.json(await User.update(req.body));
  },
  remove: removeUser,
};

const removeUser: RequestHandler = (req, res) => {
  res.sendStatus(204);
  //             ^^^ use 204 returned
};

class FilesController {
  static upload(req, res) {
    res.status(202).json({ queued: true });
    //         ^^^ use 202 returned
  }
}

class PostsController {
  path = '/posts';
  router = Router();

  constructor() {
    this.router.get(this.path, this.list);
    // <- route GET /posts -> 200 value
    this.router.post(`${this.path}/drafts`, this.create.bind(this));
    // <- route POST /posts/drafts -> 203 value creates
  }

  list = async (req: Request, res: Response) => {
    res.send(posts);
  };

  create(req, res) {
    res.status(203).json({ id: posts.add(req.body) });
    //         ^^^ use 203 returned
  }
}

const posts = new PostsController();
const makeHandler = () => async (req, res) => {
  res.status(206).send(part);
  //         ^^^ use 206 returned
};

// ---- handlers that only fail

app.get('/missing', (req, res, next) => next({ status: 404 }));
// <- route GET /missing -> 404 unknown
//                                                     ^^^ use 404 raised
app.get('/gone', (req, res, next) => {
// <- route GET /gone -> 410 unknown
  next(createError(410));
  //               ^^^ use 410 raised
});
app.get('/forbidden', (req, res, next) => {
// <- route GET /forbidden -> 403 unknown
  const error = new Error('not you');
  error.status = 403;
  //             ^^^ use 403 mentioned
  next(error);
});
app.get('/broken', (req, res) => {
// <- route GET /broken -> 503 unknown
  res.status(503);
  //         ^^^ use 503 returned
  throw new Error('the status set before stays');
});
app.get('/skipped', (req, res, next) => {
// <- route GET /skipped -> 200 unknown
  next();
});
