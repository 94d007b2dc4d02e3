/** The shop's data, kept in memory: it is gone when the server stops. */

export interface NewProduct {
  readonly name: string;
  readonly price: number;
}

export interface Product extends NewProduct {
  readonly id: number;
}

export interface Discount {
  readonly code: string;
  readonly percent: number;
}

export interface NewOrder {
  readonly productId: number;
  readonly quantity: number;
  note: string | null;
  discount: Discount | null;
}

export interface Order extends NewOrder {
  readonly id: number;
  paid: boolean;
  shipped: boolean;
}

/** What every error answer carries. */
export interface Problem {
  readonly error: string;
}

let lastId = 0;

export const products = new Map<number, Product>();
export const orders = new Map<number, Order>();

export function addProduct(fields: NewProduct): Product {
  const product: Product = { id: ++lastId, ...fields };
  products.set(product.id, product);
  return product;
}

export function createOrder(fields: NewOrder): Order {
  const order: Order = { id: ++lastId, ...fields, paid: false, shipped: false };
  orders.set(order.id, order);
  return order;
}

addProduct({ name: 'Teapot', price: 24 });
addProduct({ name: 'Tea, 250 g', price: 8.5 });
