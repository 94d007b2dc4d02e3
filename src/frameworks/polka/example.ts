/** What the engine reads in Polka code; the marks under a line are checked by test/frameworks/examples.test.ts. */

import polka from 'polka';

const app = polka();
const items = polka();

items.get('/:id', (req, res) => {
// <- route GET /items/:id -> 200 value
  if (!store.has(req.params.id)) {
    res.writeHead(404).end();
    //            ^^^ use 404 returned
    return;
  }
  res.end(JSON.stringify(store.get(req.params.id)));
});

items.post('/', async (req, res) => {
// <- route POST /items -> 201 value creates
  const item = await store.insert(req.body);
  res.statusCode = 201;
  //               ^^^ use 201 returned
  res.end(JSON.stringify(item));
});

items.delete('/:id', (req, res) => {
// <- route DELETE /items/:id -> 204 nothing
  store.delete(req.params.id);
  res.writeHead(204).end();
  //            ^^^ use 204 returned
});

app.get('/health', (req, res) => res.end('ok'));
// <- route GET /health -> 200 value

app.use('/items', items);
app.listen(3000);
