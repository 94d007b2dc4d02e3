/** Proves what is written for Next.js without its program, which weighs more than all other frameworks: by its types, and by a server that asks a route file as Next.js does. */

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import type { EcmascriptProof } from './frameworks';
import { listen } from './listen';

/** Only the types are fetched, when the tests are started. */
const types = process.env.STATUS_COACH_NEXT_TYPES ?? '';
const compilerOptions = { paths: { next: [types], 'next/*': [`${types}/*`] } };

export const appRoutes: EcmascriptProof = {
  id: 'next',
  language: 'ecmascript',
  compilerOptions,
  standIns: { 'next/server.js': 'exports.after = () => { throw new Error("outside of a request"); };' },
  checkedBy: routeCheck,
  serve: (exported, file) => listen(getRequestListener((request) => answer(exported, file, request))),
};

export const apiRoutes: EcmascriptProof = {
  id: 'next-pages',
  language: 'ecmascript',
  prefix: '/api',
  compilerOptions,
  serve: (exported, file) => listen(apiServer(exported.default as NextApiHandler, file)),
};

type NextApiHandler = (request: unknown, response: unknown) => unknown;

/** What Next.js has type-checked of a route file when it is built (`validator.ts`). */
function routeCheck(file: string): string {
  const parameters = segmentsOf(file).flatMap(({ name, isRest }) =>
    name === null ? [] : [isRest ? `${name}?: string[]` : `${name}: string`],
  );
  return `import type { NextRequest } from 'next/server';
import * as route from './route';

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ ${parameters.join('; ')} }> },
) => Promise<Response | void> | Response | void;

export const checked: Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>> = route;
`;
}

interface Segment {
  readonly text: string;
  /** Of its parameter; null where it has none. */
  readonly name: string | null;
  /** `[[...name]]`: none or more segments of the path. */
  readonly isRest: boolean;
}

function segmentsOf(file: string): Segment[] {
  const folders = file.replace(/^(?:app|pages)\//, '').replace(/(?:\/(?:route|index))?\.[jt]s$/, '');
  return folders.split('/').map((text) => ({
    text,
    name: /^\[+(?:\.{3})?(\w+)\]+$/.exec(text)?.[1] ?? null,
    isRest: text.startsWith('[[...'),
  }));
}

/** The parameters of a path; null where the file does not answer it. */
function parametersOf(file: string, path: string): Record<string, string | string[]> | null {
  const found: Record<string, string | string[]> = {};
  const rest = path.split('/').slice(1);
  for (const { text, name, isRest } of segmentsOf(file)) {
    if (name !== null && isRest) {
      if (rest.length > 0) found[name] = rest.splice(0);
      continue;
    }
    const part = rest.shift();
    if (part === undefined || (name === null && part !== text)) return null;
    if (name !== null) found[name] = part;
  }
  return rest.length === 0 ? found : null;
}

async function answer(exported: Readonly<Record<string, unknown>>, file: string, request: Request): Promise<Response> {
  const parameters = parametersOf(file, new URL(request.url).pathname);
  if (!parameters) return new Response(null, { status: 404 });
  const handler = exported[request.method];
  if (typeof handler !== 'function') return new Response(null, { status: 405 });
  const server = createRequire(resolve('dist/test/snippets/next/js/any.js'))('next/server');
  Object.assign(server, { after: (work: () => unknown) => setImmediate(work) });
  const response: unknown = await handler(request, { params: Promise.resolve(parameters) });
  assert.ok(response instanceof Response);
  return response;
}

/** The response of Express has all that Next.js gives to its own, under the same names (next/server/api-utils). */
function apiServer(handler: NextApiHandler, file: string) {
  const app = express().disable('etag').use(express.json());
  return app.use((request, response) => {
    const query = parametersOf(file, request.path);
    if (!query) return void response.status(404).end();
    Object.defineProperty(request, 'query', { value: query });
    return void handler(request, response);
  });
}
