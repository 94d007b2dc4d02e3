/** The path operations on items: one code for each outcome. */

import { type FastApi, HTTPException, header, noContent, parse, parseWithBody, respond } from '../fastapi';
import { type DemoStore, maxItems } from '../store';
import { stripHeader } from '../strip';
import { boolean, float, integer, model, nullable, optional, partialModel, required, string } from '../validation';

const maxId = 1_000_000_000n;

const Item = model({
  name: required(string({ minLength: 1, maxLength: 100 })),
  description: optional(nullable(string({ maxLength: 1000 })), null),
  price: required(float({ ge: 0 })),
});

const ItemPatch = partialModel({
  name: required(string({ minLength: 1, maxLength: 100 })),
  description: required(nullable(string({ maxLength: 1000 }))),
  price: required(float({ ge: 0 })),
});

export function addItems(app: FastApi, store: DemoStore): void {
  app.get('/items', (c) => {
    const { query } = parse(c, {
      query: { skip: optional(integer({ ge: 0n }), 0n), limit: optional(integer({ ge: 1n, le: 100n }), 10n) },
    });
    const skip = Number(query.skip);
    return respond([...store.items.items.values()].slice(skip, skip + Number(query.limit)));
  });

  app.get('/items/:item_id', (c) => {
    const { path } = parse(c, { path: { item_id: integer() } });
    const item = knownItem(path.item_id);
    return respond(item, 200, { ETag: etagOf(item.id) });
  });

  app.post('/items', async (c) => {
    const { body } = await parseWithBody(c, { body: Item });
    requireFree(body.name);
    requireRoom();
    const item = store.items.write(store.items.nextId, body);
    return respond(item, 201, { Location: `/items/${item.id}`, ETag: etagOf(item.id) });
  });

  app.post('/items/upsert', async (c) => {
    const { body } = await parseWithBody(c, { body: Item });
    const known = store.items.called(body.name);
    if (known) {
      store.items.write(known.id, body);
      return respond({ status: 'updated' });
    }
    requireRoom();
    const item = store.items.write(store.items.nextId, body);
    return respond({ status: 'created' }, 201, { Location: `/items/${item.id}` });
  });

  app.put('/items/:item_id', async (c) => {
    const { path, query, body } = await parseWithBody(c, {
      path: { item_id: integer({ ge: 1n, le: maxId }) },
      query: { strict: optional(boolean(), false) },
      body: Item,
    });
    const id = path.item_id;
    const ifMatch = header(c, 'if-match');
    if (query.strict && ifMatch === null) {
      throw new HTTPException(428, 'Send If-Match with the ETag of the item you read');
    }
    requireMatch(id, ifMatch);
    requireFree(body.name, id);
    const isNew = !store.items.items.has(id);
    if (isNew) requireRoom();
    const item = store.items.write(id, body);
    return respond(item, isNew ? 201 : 200, { ...(isNew && { Location: `/items/${id}` }), ETag: etagOf(id) });
  });

  app.patch('/items/:item_id', async (c) => {
    const { path, body } = await parseWithBody(c, { path: { item_id: integer() }, body: ItemPatch });
    const known = knownItem(path.item_id);
    requireMatch(known.id, header(c, 'if-match'));
    const changed = { ...known, ...body };
    requireFree(changed.name, known.id);
    return respond(store.items.write(known.id, changed), 200, { ETag: etagOf(known.id) });
  });

  app.delete('/items/:item_id', (c) => {
    const { path } = parse(c, { path: { item_id: integer() } });
    const known = knownItem(path.item_id);
    requireMatch(known.id, header(c, 'if-match'));
    store.items.delete(known.id);
    return noContent();
  });

  function knownItem(id: bigint) {
    const item = store.items.items.get(id);
    if (!item) throw new HTTPException(404, 'Item not found');
    return item;
  }

  function etagOf(id: bigint): string {
    return store.items.etags.get(id) ?? '';
  }

  function requireFree(wanted: string, butFor?: bigint): void {
    const other = store.items.called(wanted);
    if (other && other.id !== butFor) throw new HTTPException(409, 'An item with this name already exists');
  }

  function requireRoom(): void {
    if (store.items.items.size < maxItems) return;
    throw new HTTPException(507, 'The store is full, delete an item first');
  }

  /** If-Match holds the ETag a client has seen; `*` asks only that there is something (RFC 9110 13.1.1). */
  function requireMatch(id: bigint, ifMatch: string | null): void {
    if (ifMatch === null) return;
    const current = store.items.etags.get(id);
    const expected = ifMatch.split(',').map(stripHeader);
    if (current !== undefined && (expected.includes(current) || expected.includes('*'))) return;
    throw new HTTPException(412, 'The item has changed since you read it');
  }
}
