/** The endpoints on access: who you are, and what you may do. */

import { type Endpoint, json, python, typescript } from '../endpoint';

export const accessEndpoints: readonly Endpoint[] = [
  {
    id: 'login',
    method: 'POST',
    path: '/login',
    title: 'Log in',
    teaches: {
      beginner:
        'Logging in is an action, it creates nothing to be fetched later: 200 OK, not 201. A wrong password answers 401.',
      advanced:
        'A name that does not exist and a password that is wrong get the same answer: whoever guesses learns nothing from it.',
    },
    examples: [
      { label: 'Ada, an admin', body: json({ username: 'ada', password: 'lovelace' }), status: 200 },
      { label: 'Ben, a member', body: json({ username: 'ben', password: 'franklin' }), status: 200 },
      { label: 'A wrong password', body: json({ username: 'ada', password: 'byron' }), status: 401 },
      { label: 'Without a password', body: json({ username: 'ada' }), status: 422 },
    ],
    python: python('Credentials', 'PASSWORDS', 'login'),
    typescript: typescript('Credentials', 'passwords', 'POST /login'),
  },
  {
    id: 'read-secret',
    method: 'GET',
    path: '/secret',
    title: 'Read a secret',
    teaches: {
      beginner:
        '401 Unauthorized says: I do not know who you are, log in. 403 Forbidden says: I know who you are, and you may not.',
      advanced:
        'A 401 must name a way to authenticate in WWW-Authenticate; sending other credentials may help. After a 403 it will not. Where even the existence is a secret, 404 may stand for 403.',
    },
    examples: [
      { label: 'As Ada', headers: [['Authorization', 'Bearer ada-token']], status: 200 },
      { label: 'As nobody', status: 401 },
      { label: 'With an unknown token', headers: [['Authorization', 'Bearer eve-token']], status: 401 },
      { label: 'As Ben', headers: [['Authorization', 'Bearer ben-token']], status: 403 },
    ],
    python: python('ROLES', 'read_secret'),
    typescript: typescript('roles', 'bearerToken', 'GET /secret'),
  },
];
