/** The templates of all frameworks as text, by the framework's identifier. */

import aiohttp from './aiohttp/snippets.txt';
import djangoRest from './django/snippets.rest.txt';
import django from './django/snippets.txt';
import express from './express/snippets.txt';
import expressJavascript from './express/snippets.txt?javascript';
import fastapi from './fastapi/snippets.txt';
import fastify from './fastify/snippets.txt';
import fastifyJavascript from './fastify/snippets.txt?javascript';
import flask from './flask/snippets.txt';
import hono from './hono/snippets.txt';
import honoJavascript from './hono/snippets.txt?javascript';
import koa from './koa/snippets.txt';
import koaJavascript from './koa/snippets.txt?javascript';
import litestar from './litestar/snippets.txt';
import nest from './nest/snippets.txt';
import nestJavascript from './nest/snippets.txt?javascript';
import next from './next/snippets.txt';
import nextJavascript from './next/snippets.txt?javascript';
import nextPages from './next-pages/snippets.txt';
import nextPagesJavascript from './next-pages/snippets.txt?javascript';
import polka from './polka/snippets.txt';
import polkaJavascript from './polka/snippets.txt?javascript';
import sanic from './sanic/snippets.txt';

export const snippetTexts: Readonly<Record<string, string>> = {
  aiohttp,
  django,
  'django-rest': djangoRest,
  express,
  fastapi,
  fastify,
  flask,
  hono,
  koa,
  litestar,
  nest,
  next,
  'next-pages': nextPages,
  polka,
  sanic,
};

/** Those of TypeScript without its types, which the build erases (`scripts/eraseTypes.mjs`). */
export const javascriptTexts: Readonly<Record<string, string>> = {
  express: expressJavascript,
  fastify: fastifyJavascript,
  hono: honoJavascript,
  koa: koaJavascript,
  nest: nestJavascript,
  next: nextJavascript,
  'next-pages': nextPagesJavascript,
  polka: polkaJavascript,
};
