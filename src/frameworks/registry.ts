/** Every framework the engine knows; where two claim the same shape, the first one listed has it. */

import type { Framework } from '../core/framework';
import { aiohttp } from './aiohttp/framework';
import { django } from './django/framework';
import { express } from './express/framework';
import { fastapi } from './fastapi/framework';
import { fastify } from './fastify/framework';
import { flask } from './flask/framework';
import { hono } from './hono/framework';
import { koa } from './koa/framework';
import { litestar } from './litestar/framework';
import { nest } from './nest/framework';
import { next } from './next/framework';
import { nextPages } from './next-pages/framework';
import { polka } from './polka/framework';
import { sanic } from './sanic/framework';

export const frameworks: readonly Framework[] = [
  fastapi,
  flask,
  django,
  litestar,
  aiohttp,
  sanic,
  express,
  polka,
  fastify,
  hono,
  koa,
  nest,
  next,
  nextPages,
];
