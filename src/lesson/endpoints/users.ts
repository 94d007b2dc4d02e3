/** The endpoints on users: the usual code for each method. */

import { type Endpoint, json, python, typescript } from '../endpoint';

const eve = { name: 'Eve', email: 'eve@example.com' };

export const userEndpoints: readonly Endpoint[] = [
  {
    id: 'list-users',
    method: 'GET',
    path: '/users',
    title: 'GET: 200',
    teaches: {
      beginner: 'The usual code of GET is 200 OK: here is what you asked for.',
      advanced:
        'GET is safe: it changes nothing that a client would have to answer for, so anybody may repeat it, prefetch it or answer it from a cache.',
    },
    examples: [{ label: 'All users', status: 200 }],
    python: python('list_users'),
    typescript: typescript('GET /users'),
  },
  {
    id: 'create-user',
    method: 'POST',
    path: '/users',
    title: 'POST that creates: 201',
    teaches: {
      beginner: 'The usual code of a POST that creates is 201 Created, with the new address in Location.',
      advanced:
        'POST is neither safe nor idempotent: sent twice, this creates two users. A client must not repeat it by itself after a lost answer.',
    },
    examples: [
      { label: 'A new user', body: json(eve), status: 201 },
      { label: 'Not an address', body: json({ ...eve, email: 'eve' }), status: 422 },
      { label: 'An unknown role', body: json({ ...eve, role: 'owner' }), status: 422 },
    ],
    python: python('User', 'create_user'),
    typescript: typescript('User', 'POST /users'),
  },
  {
    id: 'read-user',
    method: 'GET',
    path: '/users/{user_id}',
    title: 'GET of one: 200 or 404',
    teaches: {
      beginner: 'One user answers 200 OK. A number that nobody has answers 404 Not Found.',
      advanced:
        'The 404 is raised in a dependency, so that every handler that wants a known user gets one or is not called at all.',
    },
    examples: [
      { label: 'A user that exists', path: { user_id: '1' }, status: 200 },
      { label: 'One that does not', path: { user_id: '99' }, status: 404 },
      { label: 'Not a number', path: { user_id: 'ada' }, status: 422 },
    ],
    python: python('known_user', 'KnownUser', 'read_user'),
    typescript: typescript('knownUser', 'GET /users/{user_id}'),
  },
  {
    id: 'replace-user',
    method: 'PUT',
    path: '/users/{user_id}',
    title: 'PUT: 200',
    teaches: {
      beginner: 'The usual code of PUT is 200 OK: the user is replaced, and this is how it looks now.',
      advanced:
        'PUT need not create: where the server alone gives out ids, an unknown one is 404. The dependency runs before the body is checked, so that this 404 wins over a 422.',
    },
    examples: [
      { label: 'A user that exists', path: { user_id: '2' }, body: json(eve), status: 200 },
      { label: 'One that does not', path: { user_id: '99' }, body: json(eve), status: 404 },
      { label: 'Only a part', path: { user_id: '2' }, body: json({ name: 'Eve' }), status: 422 },
      { label: 'Only a part, of nobody', path: { user_id: '99' }, body: json({ name: 'Eve' }), status: 404 },
    ],
    python: python('User', 'known_user', 'KnownUser', 'replace_user'),
    typescript: typescript('User', 'knownUser', 'PUT /users/{user_id}'),
  },
  {
    id: 'change-user',
    method: 'PATCH',
    path: '/users/{user_id}',
    title: 'PATCH: 200',
    teaches: {
      beginner: 'The usual code of PATCH is 200 OK, with the user as it is after the change.',
      advanced:
        '204 would do as well, where the client knows the result already. What it must not be is 201: PATCH changes what is there.',
    },
    examples: [
      { label: 'A new role', path: { user_id: '2' }, body: json({ role: 'admin' }), status: 200 },
      { label: 'An unknown role', path: { user_id: '2' }, body: json({ role: 'owner' }), status: 422 },
      { label: 'A user that is not there', path: { user_id: '99' }, body: json({ role: 'admin' }), status: 404 },
    ],
    python: python('UserPatch', 'known_user', 'KnownUser', 'change_user'),
    typescript: typescript('UserPatch', 'knownUser', 'PATCH /users/{user_id}'),
  },
  {
    id: 'delete-user',
    method: 'DELETE',
    path: '/users/{user_id}',
    title: 'DELETE: 204',
    teaches: {
      beginner: 'The usual code of DELETE is 204 No Content: done, and nothing to add.',
      advanced:
        'An API that wants to tell something about what it deleted answers 200 with a body; one that deletes later answers 202.',
    },
    examples: [
      { label: 'A user that exists', path: { user_id: '2' }, status: 204 },
      { label: 'One that is gone', path: { user_id: '2' }, after: ['DELETE /users/2'], status: 404 },
    ],
    python: python('known_user', 'KnownUser', 'delete_user'),
    typescript: typescript('knownUser', 'DELETE /users/{user_id}'),
  },
];
