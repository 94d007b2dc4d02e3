/** The shop's API: products and signing in; orders have a router of their own. */

import { randomUUID } from 'node:crypto';
import express, { type Request, type Response } from 'express';
import { ordersRouter } from './routes/orders.js';
import { addProduct, type NewProduct, type Problem, type Product, products } from './store.js';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface Token {
  readonly accessToken: string;
}

export const app = express();

app.use(express.json());
app.use('/orders', ordersRouter);

app.get('/products', (_req: Request, res: Response<Product[]>) => {
  res.json([...products.values()]);
});

app.get('/products/:productId', (req: Request<{ productId: string }>, res: Response<Product | Problem>) => {
  const product = products.get(Number(req.params.productId));
  if (!product) {
    res.status(404).json({ error: 'No such product' });
    return;
  }
  res.json(product);
});

app.post(
  '/products',
  (req: Request<object, Product | Problem, Partial<NewProduct> | undefined>, res: Response<Product | Problem>) => {
    const { name, price } = req.body ?? {};
    if (typeof name !== 'string' || typeof price !== 'number') {
      res.status(422).json({ error: 'A product needs a name and a price' });
      return;
    }
    const product = addProduct({ name, price });
    res.status(201).location(`/products/${product.id}`).json(product);
  },
);

app.delete('/products/:productId', (req: Request<{ productId: string }>, res: Response<Problem | string>) => {
  if (!products.delete(Number(req.params.productId))) {
    res.status(404).json({ error: 'No such product' });
    return;
  }
  res.sendStatus(204);
});

app.post(
  '/login',
  (req: Request<object, Token | Problem, Partial<Credentials> | undefined>, res: Response<Token | Problem>) => {
    // A shop for trying things out: the only account is demo with the password demo.
    if (req.body?.username !== 'demo' || req.body.password !== 'demo') {
      res.status(401).set('WWW-Authenticate', 'Bearer').json({ error: 'Wrong name or password' });
      return;
    }
    res.json({ accessToken: randomUUID() });
  },
);
