/** The path operations on users: the usual code for each method. */

import { type FastApi, HTTPException, noContent, parse, parseWithBody, respond } from '../fastapi';
import { type DemoStore, maxUsers } from '../store';
import { integer, literal, model, optional, partialModel, required, string } from '../validation';

const User = model({
  name: required(string({ minLength: 1, maxLength: 100 })),
  email: required(string({ maxLength: 254, pattern: /^[^@ ]+@[^@ ]+$/ })),
  role: optional(literal('member', 'admin'), 'member'),
});

const UserPatch = partialModel({
  name: required(string({ minLength: 1, maxLength: 100 })),
  email: required(string({ maxLength: 254, pattern: /^[^@ ]+@[^@ ]+$/ })),
  role: required(literal('member', 'admin')),
});

export function addUsers(app: FastApi, store: DemoStore): void {
  app.get('/users', () => respond([...store.users.users.values()]));

  app.post('/users', async (c) => {
    const { body } = await parseWithBody(c, { body: User });
    if (store.users.users.size >= maxUsers) throw new HTTPException(507, 'The store is full, delete a user first');
    const user = store.users.add(body);
    return respond(user, 201, { Location: `/users/${user.id}` });
  });

  app.get('/users/:user_id', (c) => {
    const { path } = parse(c, { path: { user_id: integer() } });
    return respond(knownUser(path));
  });

  app.put('/users/:user_id', async (c) => {
    const { path, body } = await parseWithBody(c, { path: { user_id: integer() }, body: User }, knownUser);
    return respond(store.users.write({ id: path.user_id, ...body }));
  });

  app.patch('/users/:user_id', async (c) => {
    const { path, body } = await parseWithBody(c, { path: { user_id: integer() }, body: UserPatch }, knownUser);
    return respond(store.users.write({ ...knownUser(path), ...body }));
  });

  app.delete('/users/:user_id', (c) => {
    const { path } = parse(c, { path: { user_id: integer() } });
    store.users.users.delete(knownUser(path).id);
    return noContent();
  });

  /** A dependency: the user of the path, or 404 before the body is looked at. */
  function knownUser({ user_id }: { readonly user_id: bigint }) {
    const user = store.users.users.get(user_id);
    if (!user) throw new HTTPException(404, 'User not found');
    return user;
  }
}
