/** Generated sessions: what the real FastAPI answered, live where there is one and recorded where not, the demo must answer too. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { startDemoServer } from '../../src/demo/server';
import { sessions } from './support/requests';
import { type Answer, comparable, send, type WireRequest } from './support/wire';

const recording = 'test/demo/recordings/generated.json.gz';

type Exchange = readonly [request: WireRequest, answer: Answer];

/** Set by `npm run differential`. */
const { STATUS_COACH_PYTHON: python, STATUS_COACH_REQUESTS, STATUS_COACH_SEED, STATUS_COACH_RECORD } = process.env;

describe('demo server against FastAPI, generated sessions', () => {
  if (!python) it('as recorded', replay).timeout(60_000);
  else it('live', () => compareLive(python, Number(STATUS_COACH_REQUESTS), Number(STATUS_COACH_SEED))).timeout(0);
});

async function replay(): Promise<void> {
  const recorded: readonly (readonly Exchange[])[] = JSON.parse(gunzipSync(readFileSync(recording)).toString());
  assert.ok(recorded.flat().length >= 5000);
  const server = await startDemoServer();
  try {
    for (const session of recorded) {
      server.reset();
      for (const [request, answer] of session) assertSame(request, await send(server.port, request), answer);
    }
  } finally {
    await server.close();
  }
}

async function compareLive(command: string, requests: number, seed: number): Promise<void> {
  const fastapi = await startFastApi(command);
  const demo = await startDemoServer();
  const recorded: Exchange[][] = [];
  let count = 0;
  const property = fc.asyncProperty(sessions, async (session) => {
    if (count >= requests) return;
    demo.reset();
    await fastapi.reset();
    const exchanges: Exchange[] = [];
    for (const request of session) {
      const [answer, expected] = await Promise.all([send(demo.port, request), send(fastapi.port, request)]);
      assertSame(request, answer, expected);
      exchanges.push([request, expected]);
    }
    count += session.length;
    recorded.push(exchanges);
  });
  try {
    // No session is shorter than ten requests.
    await fc.assert(property, { seed, numRuns: Math.ceil(requests / 10), maxSkipsPerRun: 0 });
  } finally {
    fastapi.close();
    await demo.close();
  }
  console.log(`      ${count} requests in ${recorded.length} sessions, seed ${seed}: no difference`);
  if (STATUS_COACH_RECORD) writeFileSync(recording, gzipSync(JSON.stringify(recorded), { level: 9 }));
}

function assertSame(request: WireRequest, answer: Answer, expected: Answer): void {
  assert.deepEqual(comparable(request, answer), comparable(request, expected), JSON.stringify(request));
}

async function startFastApi(command: string) {
  const child = spawn(command, ['test/demo/serve.py'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const ended = once(child, 'exit').then(() => {
    throw new Error('The FastAPI server ended: has this Python fastapi and uvicorn?');
  });
  const nextLine = async () => String(await Promise.race([once(lines, 'line'), ended]));
  const port = Number(await nextLine());
  return {
    port,
    async reset(): Promise<void> {
      const ready = nextLine();
      child.stdin.write('\n');
      await ready;
    },
    close: () => child.stdin.end(),
  };
}
