/** How the snippets of each framework are proved. */

import type { RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { FastifyInstance } from 'fastify';
import type { Hono } from 'hono';
import type Koa from 'koa';
import { listen, type Running, running } from './listen';
import { apiRoutes, appRoutes } from './next';

export type Proof = PythonProof | EcmascriptProof;

interface AnyProof {
  readonly id: string;
}

/** Proved by hand, with `record.py`; the tests compare what it recorded. */
export interface PythonProof extends AnyProof {
  readonly language: 'python';
  /** The file in `servers/` that serves its programs. */
  readonly server: string;
  /** Packages whose versions the recording names. */
  readonly packages: readonly string[];
  /** Why pyright is not asked about types that are unknown to it: the framework brings none. */
  readonly untyped?: string;
}

export interface EcmascriptProof extends AnyProof {
  readonly language: 'ecmascript';
  /** A name that is not valid, where a number becomes one. */
  readonly invalidName?: unknown;
  /** What its paths start with, where they cannot be at the top. */
  readonly prefix?: string;
  /** Modules of packages of which only the types are there, by their path in `node_modules`. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** A module that `tsc` checks beside a program, whose file is given. */
  checkedBy?(file: string): string;
  /** Options for `tsc`, beside the strict ones. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
  /** Serves what the module of a program exports; `file` is its path in a project. */
  serve(exported: Readonly<Record<string, unknown>>, file: string): Promise<Running>;
}

export const proofs: readonly Proof[] = [
  {
    id: 'fastapi',
    language: 'python',
    server: 'asgi',
    packages: ['fastapi', 'starlette', 'pydantic', 'uvicorn', 'httpx', 'pytest'],
  },
  {
    id: 'flask',
    language: 'python',
    server: 'wsgi',
    packages: ['flask', 'werkzeug', 'pydantic', 'pytest'],
  },
  {
    id: 'litestar',
    language: 'python',
    server: 'asgi',
    packages: ['litestar', 'msgspec', 'uvicorn', 'pytest'],
  },
  {
    id: 'aiohttp',
    language: 'python',
    server: 'aiohttp_app',
    packages: ['aiohttp', 'pydantic', 'pytest', 'pytest-aiohttp'],
  },
  {
    id: 'sanic',
    language: 'python',
    server: 'sanic_app',
    packages: ['sanic', 'pydantic', 'pytest', 'sanic-testing'],
    untyped: 'Sanic leaves its decorator of exceptions and its headers untyped, and its test client all it answers',
  },
  {
    id: 'django',
    language: 'python',
    server: 'django_views',
    packages: ['django', 'pydantic', 'pytest', 'pytest-django', 'django-stubs'],
  },
  {
    id: 'django-rest',
    language: 'python',
    server: 'django_views',
    packages: ['django', 'djangorestframework', 'pytest', 'pytest-django', 'django-stubs', 'djangorestframework-stubs'],
    untyped: 'its stubs do not say what the data of a serializer holds',
  },
  {
    id: 'express',
    language: 'ecmascript',
    serve: ({ app }) => listen(app as RequestListener),
  },
  {
    id: 'fastify',
    language: 'ecmascript',
    // Its validator makes a string of a number first (Ajv's coerceTypes, on unless an app turns it off).
    invalidName: {},
    async serve({ app }) {
      const instance = app as FastifyInstance;
      await instance.ready();
      return running(instance.server);
    },
  },
  {
    id: 'hono',
    language: 'ecmascript',
    serve: ({ app }) => listen(getRequestListener((app as Hono).fetch)),
  },
  {
    id: 'nest',
    language: 'ecmascript',
    compilerOptions: { experimentalDecorators: true, emitDecoratorMetadata: true },
    serve: serveNest,
  },
  {
    id: 'koa',
    language: 'ecmascript',
    serve: ({ app }) => listen((app as Koa).callback()),
  },
  appRoutes,
  apiRoutes,
  {
    id: 'polka',
    language: 'ecmascript',
    serve: ({ app }) => listen((app as { readonly handler: RequestListener }).handler),
  },
];

/** Serves all controllers that a module exports. */
async function serveNest(exported: Readonly<Record<string, unknown>>): Promise<Running> {
  // It has to be the NestJS of the program: it knows its own exceptions only.
  const { NestFactory } = createRequire(resolve('dist/test/snippets/any.js'))('@nestjs/core');
  const named = (end: string) => Object.keys(exported).flatMap((name) => (name.endsWith(end) ? [exported[name]] : []));
  class Proved {}
  const module = { module: Proved, controllers: named('Controller'), providers: named('Service') };
  const app = await NestFactory.create(module, { logger: false });
  await app.init();
  return running(app.getHttpServer());
}
