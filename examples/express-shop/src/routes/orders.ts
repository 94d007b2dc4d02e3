/** Orders: placing, paying, shipping and cancelling them. */

import { type Request, type Response, Router } from 'express';
import { StatusCodes } from 'http-status-codes';
import { createOrder, type Discount, type NewOrder, type Order, orders, type Problem, products } from '../store.js';

type OrderRequest = Request<{ orderId: string }>;

export const ordersRouter = Router();

ordersRouter.get('/', (_req: Request, res: Response<Order[]>) => {
  res.json([...orders.values()]);
});

ordersRouter.get('/:orderId', (req: OrderRequest, res: Response<Order | Problem>) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'No such order' });
    return;
  }
  res.json(order);
});

ordersRouter.post(
  '/',
  (req: Request<object, Order | Problem, Partial<NewOrder> | undefined>, res: Response<Order | Problem>) => {
    const { productId, quantity = 1, note = null, discount = null } = req.body ?? {};
    if (productId === undefined || !products.has(productId)) {
      res.status(StatusCodes.CONFLICT).json({ error: 'This product is no longer sold' });
      return;
    }
    const created = createOrder({ productId, quantity, note, discount });
    res.json(created);
  },
);

ordersRouter.post('/:orderId/pay', (req: OrderRequest, res: Response<Order | Problem>) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'No such order' });
    return;
  }
  if (order.paid) {
    res.status(StatusCodes.CONFLICT).json({ error: 'This order is paid already' });
    return;
  }
  order.paid = true;
  res.json(order);
});

function packAndShip(order: Order): void {
  order.shipped = true;
}

// Packing takes a while, so the answer comes before the work is done.
ordersRouter.post('/:orderId/ship', (req: OrderRequest, res: Response<Order | Problem>) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'No such order' });
    return;
  }
  setImmediate(packAndShip, order);
  res.status(StatusCodes.ACCEPTED).json(order);
});

ordersRouter.delete('/:orderId', (req: OrderRequest, res: Response<Problem>) => {
  if (!orders.delete(Number(req.params.orderId))) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'No such order' });
    return;
  }
  res.send();
});

ordersRouter.delete('/:orderId/note', (req: OrderRequest, res: Response<Problem | object>) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'No such order' });
    return;
  }
  order.note = null;
  res.json({});
});

// The client shows what was taken off, so this one has something to say.
ordersRouter.delete('/:orderId/discount', (req: OrderRequest, res: Response<Discount | Problem>) => {
  const order = orders.get(Number(req.params.orderId));
  if (!order?.discount) {
    res.status(StatusCodes.NOT_FOUND).json({ error: 'This order has no discount' });
    return;
  }
  const { discount } = order;
  order.discount = null;
  res.json(discount);
});
