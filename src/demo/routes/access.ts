/** The path operations on access: who you are, and what you may do. */

import type { Context } from 'hono';
import { type FastApi, type FastApiEnv, HTTPException, header, parseWithBody, respond } from '../fastapi';
import { strip } from '../strip';
import { model, required, string } from '../validation';

const Credentials = model({
  username: required(string({ maxLength: 100 })),
  password: required(string({ maxLength: 100 })),
});

// A real API keeps hashes of passwords, and tokens that expire and that nobody can guess.
const passwords = new Map([
  ['ada', 'lovelace'],
  ['ben', 'franklin'],
]);
const roles = new Map([
  ['ada-token', 'admin'],
  ['ben-token', 'member'],
]);

export function addAccess(app: FastApi): void {
  app.post('/login', async (c) => {
    const { body } = await parseWithBody(c, { body: Credentials });
    if (passwords.get(body.username) !== body.password) {
      throw new HTTPException(401, 'Wrong name or password', { 'WWW-Authenticate': 'Bearer' });
    }
    return respond({ access_token: `${body.username}-token`, token_type: 'bearer' });
  });

  app.get('/secret', (c) => {
    const role = roles.get(bearerToken(c));
    if (role === undefined) {
      throw new HTTPException(401, 'Unknown token', { 'WWW-Authenticate': 'Bearer error="invalid_token"' });
    }
    if (role !== 'admin') throw new HTTPException(403, 'Only for admins');
    return respond({ secret: 'The answer is 42' });
  });
}

/** FastAPI's HTTPBearer. */
function bearerToken(c: Context<FastApiEnv>): string {
  const [, scheme = '', credentials = ''] = /^([^ ]*)(?: (.*))?$/s.exec(header(c, 'authorization') ?? '') ?? [];
  // Of the characters that a header can hold, Python strips one more than JavaScript.
  const token = strip(credentials, (char) => /[\s\x85]/.test(char));
  if (scheme.toLowerCase() !== 'bearer' || token === '') {
    throw new HTTPException(401, 'Not authenticated', { 'WWW-Authenticate': 'Bearer' });
  }
  return token;
}
