/** Holds what the tables say of automatic statuses to the frameworks themselves. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { statusCode } from '../../src/core/statusCodes';
import { frameworks } from '../../src/frameworks/registry';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

/** What every case asks for: a handler that throws, an address that is unknown, a method that is not there. */
const throwing: Asked = { method: 'GET', path: '/throws' };
const nowhere: Asked = { method: 'GET', path: '/nowhere' };
const otherMethod: Asked = { method: 'DELETE', path: '/throws' };
const broken: Asked = { method: 'POST', path: '/checked', body: '{' };
const unfit: Asked = { method: 'POST', path: '/checked', body: '{}' };

describe('automatic statuses', () => {
  for (const { id, automatic, defaultStatus } of frameworks) {
    it(`of ${id} are errors or redirects that can be explained, with a fragment for their reason`, () => {
      assert.ok(automatic.some(({ code, scope }) => code === 500 && scope === 'handler'));
      for (const { code, when, scope, unchecked } of automatic) {
        assert.ok(statusCode(code) && code >= 300, String(code));
        assert.notEqual(code, defaultStatus('GET', ['GET']));
        assert.match(when, /^[a-z`].*[^.!?]$/);
        assert.ok(when.length <= 90, when);
        assert.ok(!unchecked || scope === 'input');
      }
    });
  }

  it('are what Express sends', async () => {
    const app = express();
    // Express prints the errors that nobody handles, but in tests.
    app.set('env', 'test');
    app.use(express.json());
    app.get('/throws', () => {
      throw new Error('thrown');
    });
    const sent = await served(app, [throwing, nowhere, otherMethod, broken]);
    assert.deepEqual(sent, [500, 404, 404, 400]);
    assertTold('express', sent);
  });

  it('are what Fastify sends', async () => {
    const app = fastify();
    app.get('/throws', async () => {
      throw new Error('thrown');
    });
    const body = { type: 'object', required: ['name'] };
    app.post('/checked', { schema: { body } }, async () => ({}));
    const sent: number[] = [];
    for (const { method, path, body: payload } of [throwing, nowhere, otherMethod, broken, unfit]) {
      const request = { method: method as 'GET', url: path, headers: { 'content-type': 'application/json' } };
      const response = await app.inject(
        payload === undefined ? { method: request.method, url: path } : { ...request, payload },
      );
      sent.push(response.statusCode);
    }
    assert.deepEqual(sent, [500, 404, 404, 400, 400]);
    assertTold('fastify', sent);
  });

  it('are what Hono sends', async () => {
    const app = new Hono();
    app.get('/throws', () => {
      throw new Error('thrown');
    });
    app.post(
      '/checked',
      validator('json', (value) => value),
      (c) => c.json({}),
    );
    const print = console.error;
    // Hono prints the errors that nobody handles.
    console.error = () => {};
    try {
      const sent: number[] = [];
      for (const { method, path, body } of [throwing, nowhere, otherMethod, broken]) {
        const headers = { 'content-type': 'application/json' };
        sent.push((await app.request(path, { method, headers, ...(body && { body }) })).status);
      }
      assert.deepEqual(sent, [500, 404, 404, 400]);
      assertTold('hono', sent);
    } finally {
      console.error = print;
    }
  });

  it('are what the recorded FastAPI sent', () => {
    const folder = 'test/demo/recordings';
    const recorded = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
    const sent = new Set(
      recorded.flatMap((text) => [...text.matchAll(/"status":\s*(\d{3})/g)].map(([, code]) => Number(code))),
    );
    const told = automaticOf('fastapi').filter((code) => code !== 500);
    assert.deepEqual(
      told.filter((code) => !sent.has(code)),
      [],
    );
  });
});

function automaticOf(id: string): number[] {
  return frameworks.find((framework) => framework.id === id)?.automatic.map(({ code }) => code) ?? [];
}

/** The table has all of them, and no other. */
function assertTold(id: string, sent: readonly number[]): void {
  assert.deepEqual([...new Set(automaticOf(id))].sort(), [...new Set(sent)].sort());
}

/** The statuses that a server sends, asked over the loopback. */
async function served(listener: RequestListener, requests: readonly Asked[]): Promise<number[]> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const codes: number[] = [];
    for (const { method, path, body } of requests) {
      const init = body === undefined ? { method } : { method, body, headers: { 'content-type': 'application/json' } };
      codes.push((await fetch(`http://127.0.0.1:${port}${path}`, init)).status);
    }
    return codes;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
