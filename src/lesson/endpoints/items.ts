/** The endpoints on items: one code for each outcome. */

import { type Endpoint, json, python, typescript } from '../endpoint';

export const itemEndpoints: readonly Endpoint[] = [
  {
    id: 'read-item',
    method: 'GET',
    path: '/items/{item_id}',
    title: 'Read an item',
    teaches: {
      beginner:
        'Reading something that is there answers 200 OK and brings it along. What is not there answers 404 Not Found.',
      advanced:
        'FastAPI answers 200 unless it is told otherwise. The 404 is raised in the handler, by a helper that others use too; the 422 comes from the int annotation, before the handler is called. The ETag names the revision, for requests that want to change this one and no other.',
    },
    examples: [
      { label: 'An item that exists', path: { item_id: '1' }, status: 200 },
      { label: 'One that does not', path: { item_id: '99' }, status: 404 },
      { label: 'Number zero', path: { item_id: '0' }, status: 404 },
      { label: 'Not a number', path: { item_id: 'abc' }, status: 422 },
    ],
    python: python('known_item', 'read_item'),
    typescript: typescript('knownItem', 'GET /items/{item_id}'),
  },
  {
    id: 'list-items',
    method: 'GET',
    path: '/items',
    title: 'List items',
    teaches: {
      beginner:
        'Reading a list answers 200 OK, even when the list is empty: the list is there, it only has nothing in it. A limit that makes no sense answers 422.',
      advanced:
        'Bounds on query parameters belong in the signature: FastAPI then answers 422 before the handler runs, and says so in the description. Of a parameter that is sent twice, the last one counts.',
    },
    examples: [
      { label: 'The first ten', status: 200 },
      { label: 'A page of one', query: 'skip=1&limit=1', status: 200 },
      { label: 'A page with nothing on it', query: 'skip=99', status: 200 },
      { label: 'A limit of none', query: 'limit=0', status: 422 },
      { label: 'Not a number', query: 'skip=abc', status: 422 },
    ],
    python: python('list_items'),
    typescript: typescript('GET /items'),
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
        'The 201 belongs in the decorator, where the API description finds it too. Nothing is wrong with a request that gets 409, only with its timing: the present state of the data stands against it. A full store is 507, the fault of the server.',
    },
    examples: [
      { label: 'A new item', body: json({ name: 'Stapler', price: 12.5 }), status: 201 },
      { label: 'A name that is taken', body: json({ name: 'Notebook', price: 3.5 }), status: 409 },
      { label: 'Price missing', body: json({ name: 'Eraser' }), status: 422 },
      { label: 'Price below zero', body: json({ name: 'Eraser', price: -1 }), status: 422 },
      { label: 'Not JSON', body: '{\n  "name": "Eraser",\n  "price": \n}', status: 422 },
    ],
    python: python('Item', 'require_free', 'require_room', 'create_item'),
    typescript: typescript('Item', 'requireFree', 'requireRoom', 'POST /items'),
  },
  {
    id: 'upsert-item',
    method: 'POST',
    path: '/items/upsert',
    title: 'Create or update an item',
    teaches: {
      beginner: 'When one request may create or update, the answer says which it was: 201 Created or 200 OK.',
      advanced:
        'A code that is known only at run time cannot stand in the decorator. A JSONResponse that the handler returns brings its own status and wins over it; FastAPI then checks no response model, and the 201 has to be documented with responses=.',
    },
    examples: [
      { label: 'A name that is new', body: json({ name: 'Stapler', price: 12.5 }), status: 201 },
      { label: 'One that is there', body: json({ name: 'Notebook', price: 4 }), status: 200 },
      { label: 'Name missing', body: json({ price: 4 }), status: 422 },
    ],
    python: python('Item', 'upsert_item'),
    typescript: typescript('Item', 'POST /items/upsert'),
  },
  {
    id: 'replace-item',
    method: 'PUT',
    path: '/items/{item_id}',
    title: 'Replace an item',
    teaches: {
      beginner:
        'PUT puts a whole item at an address. Replacing what is there answers 200 OK; where there was nothing, 201 Created.',
      advanced:
        'RFC 9110 asks for 201 when PUT creates. If-Match makes the request conditional: 412 says that the item has changed since it was read, so nobody overwrites what they have not seen. A server that insists on it answers 428; this one does with strict=true.',
    },
    examples: [
      {
        label: 'An item that exists',
        path: { item_id: '1' },
        body: json({ name: 'Sketchbook', price: 5 }),
        status: 200,
      },
      {
        label: 'One that does not yet',
        path: { item_id: '7' },
        body: json({ name: 'Sketchbook', price: 5 }),
        status: 201,
      },
      {
        label: 'The revision I read',
        path: { item_id: '1' },
        headers: [['If-Match', '"r1"']],
        body: json({ name: 'Sketchbook', price: 5 }),
        status: 200,
      },
      {
        label: 'An older revision',
        path: { item_id: '1' },
        headers: [['If-Match', '"r0"']],
        body: json({ name: 'Sketchbook', price: 5 }),
        status: 412,
      },
      {
        label: 'Strict, without If-Match',
        path: { item_id: '1' },
        query: 'strict=true',
        body: json({ name: 'Sketchbook', price: 5 }),
        status: 428,
      },
      { label: 'The name of another', path: { item_id: '1' }, body: json({ name: 'Pencil', price: 5 }), status: 409 },
      { label: 'Only a part', path: { item_id: '1' }, body: json({ price: 5 }), status: 422 },
    ],
    python: python('Item', 'require_match', 'replace_item'),
    typescript: typescript('Item', 'requireMatch', 'PUT /items/{item_id}'),
  },
  {
    id: 'change-item',
    method: 'PATCH',
    path: '/items/{item_id}',
    title: 'Change a part of an item',
    teaches: {
      beginner: 'PATCH changes only what it names and leaves the rest alone. It answers 200 OK with the result.',
      advanced:
        'What was not sent must not be overwritten with a default: exclude_unset keeps the two apart, and null is still a value. PATCH does not create, so an item that is not there answers 404.',
    },
    examples: [
      { label: 'A new price', path: { item_id: '1' }, body: json({ price: 4 }), status: 200 },
      { label: 'Without a description', path: { item_id: '1' }, body: json({ description: null }), status: 200 },
      { label: 'Nothing at all', path: { item_id: '1' }, body: json({}), status: 200 },
      { label: 'The name of another', path: { item_id: '1' }, body: json({ name: 'Pencil' }), status: 409 },
      {
        label: 'An older revision',
        path: { item_id: '1' },
        headers: [['If-Match', '"r0"']],
        body: json({ price: 4 }),
        status: 412,
      },
      { label: 'An item that is not there', path: { item_id: '99' }, body: json({ price: 4 }), status: 404 },
      { label: 'Without a name', path: { item_id: '1' }, body: json({ name: null }), status: 422 },
    ],
    python: python('ItemPatch', 'known_item', 'change_item'),
    typescript: typescript('ItemPatch', 'knownItem', 'PATCH /items/{item_id}'),
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
      { label: 'An item that exists', path: { item_id: '2' }, status: 204 },
      { label: 'One that is gone', path: { item_id: '2' }, after: ['DELETE /items/2'], status: 404 },
      { label: 'An older revision', path: { item_id: '1' }, headers: [['If-Match', '"r0"']], status: 412 },
      { label: 'Not a number', path: { item_id: 'abc' }, status: 422 },
    ],
    python: python('known_item', 'delete_item'),
    typescript: typescript('knownItem', 'DELETE /items/{item_id}'),
  },
];
