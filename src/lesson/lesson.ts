/** The lesson as data: its endpoints, what they teach, requests worth sending, and their source in both languages. */

import app from './app.py';
import { cutDefinition } from './source';
import { createItem, deleteItem, itemModel, readItem } from './twins';

export interface Endpoint {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With parameters in braces, as FastAPI writes it. */
  readonly path: string;
  readonly title: string;
  readonly teaches: Prose;
  readonly examples: readonly [Example, ...Example[]];
  /** The path operation in lesson/app.py, with the model it takes. */
  readonly python: string;
  /** The same in TypeScript with Hono. */
  readonly typescript: string;
}

/** The same thing told at two levels. */
export interface Prose {
  readonly beginner: string;
  readonly advanced: string;
}

/** A request that gets an interesting answer from the seeded data. */
export interface Example {
  readonly label: string;
  /** A value for each parameter of the path, not encoded. */
  readonly path: Readonly<Record<string, string>>;
  /** Null where the endpoint takes none. */
  readonly body: string | null;
  /** The status it gets. */
  readonly status: number;
}

export const endpoints: readonly Endpoint[] = [
  {
    id: 'read-item',
    method: 'GET',
    path: '/items/{item_id}',
    title: 'Read an item',
    teaches: {
      beginner:
        'Reading something that is there answers 200 OK and brings it along. What is not there answers 404 Not Found.',
      advanced:
        'FastAPI answers 200 unless it is told otherwise. The 404 is raised in the handler; the 422 comes from the int annotation, before the handler is called.',
    },
    examples: [
      { label: 'An item that exists', path: { item_id: '1' }, body: null, status: 200 },
      { label: 'One that does not', path: { item_id: '99' }, body: null, status: 404 },
      { label: 'Not a number', path: { item_id: 'abc' }, body: null, status: 422 },
    ],
    python: cutDefinition(app, 'read_item'),
    typescript: readItem,
  },
  {
    id: 'create-item',
    method: 'POST',
    path: '/items',
    title: 'Create an item',
    teaches: {
      beginner:
        'Creating something answers 201 Created and says in Location where it is now. A name that is taken answers 409 Conflict, a body that is not as it should be 422.',
      advanced:
        'The 201 belongs in the decorator, where the API description finds it too. Nothing is wrong with a request that gets 409, only with its timing: the present state of the data stands against it.',
    },
    examples: [
      { label: 'A new item', path: {}, body: json({ name: 'Stapler', price: 12.5 }), status: 201 },
      { label: 'A name that is taken', path: {}, body: json({ name: 'Notebook', price: 3.5 }), status: 409 },
      { label: 'Price missing', path: {}, body: json({ name: 'Eraser' }), status: 422 },
      { label: 'Price below zero', path: {}, body: json({ name: 'Eraser', price: -1 }), status: 422 },
      { label: 'Not JSON', path: {}, body: '{\n  "name": "Eraser",\n  "price": \n}', status: 422 },
    ],
    python: `${cutDefinition(app, 'Item')}\n\n\n${cutDefinition(app, 'create_item')}`,
    typescript: `${itemModel}\n\n${createItem}`,
  },
  {
    id: 'delete-item',
    method: 'DELETE',
    path: '/items/{item_id}',
    title: 'Delete an item',
    teaches: {
      beginner:
        'Deleting answers 204 No Content: it is done, and there is nothing to send back. Deleting the same item again answers 404.',
      advanced:
        'A 204 has no body, and FastAPI refuses to start when the handler declares one. DELETE is idempotent although the second one answers 404: what repeats is the effect, not the status.',
    },
    examples: [
      { label: 'An item that exists', path: { item_id: '2' }, body: null, status: 204 },
      { label: 'One that is gone', path: { item_id: '99' }, body: null, status: 404 },
      { label: 'Not a number', path: { item_id: 'abc' }, body: null, status: 422 },
    ],
    python: cutDefinition(app, 'delete_item'),
    typescript: deleteItem,
  },
];

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
