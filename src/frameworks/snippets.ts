/** The templates of all frameworks as text, by the framework's identifier. */

import aiohttp from './aiohttp/snippets.txt';
import djangoRest from './django/snippets.rest.txt';
import django from './django/snippets.txt';
import express from './express/snippets.txt';
import fastapi from './fastapi/snippets.txt';
import fastify from './fastify/snippets.txt';
import flask from './flask/snippets.txt';
import hono from './hono/snippets.txt';
import koa from './koa/snippets.txt';
import litestar from './litestar/snippets.txt';
import nest from './nest/snippets.txt';
import next from './next/snippets.txt';
import nextPages from './next-pages/snippets.txt';
import polka from './polka/snippets.txt';
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
