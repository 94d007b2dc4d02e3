/** `npm run bench:demo`: the demo server under load and under attack, next to a bare node:http server in the same run. */

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from '../scripts/packages.mjs';
import { onEnd, runScript } from '../scripts/processes.mjs';
import { answersStill, malformedRequests, slowClients } from './attacks.mjs';
import { buildEngine } from './engine.mjs';
import { load } from './load.mjs';
import { median, milliseconds, percentile } from './measure.mjs';
import { heading, percent, print, printBars, printTable } from './print.mjs';

const connections = 100;
/** Many short ones, in pairs: whatever else the machine does then falls on both servers, or on a few pairs only. */
const rounds = 11;
const requestsPerRound = 3_000;
const leastShare = 0.6;
const longest = 20;
/** How much the heap may grow over the whole load, in bytes: what a few pools and compiled code take. */
const heapAllowance = 4 * 1024 * 1024;

const json = 'Content-Type: application/json\r\n';

/** @param {string} method @param {string} path @param {string} [body] */
function message(method, path, body) {
  const head = body === undefined ? '' : `${json}Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${method} ${path} HTTP/1.1\r\n${head}\r\n${body ?? ''}`;
}

/** Requests whose answers do not change what the next one gets. */
const cases = [
  message('GET', '/items/1'),
  message('GET', '/items?limit=2'),
  message('GET', '/status/503'),
  message('GET', '/files/sample'),
  message('GET', '/nothing'),
  message('POST', '/login', '{"username": "ada", "password": "lovelace"}'),
];

await runScript(async () => {
  const { child, starts, demo, bare } = await startServers();
  const ask = async (/** @type {unknown} */ question) => {
    child.send(/** @type {import('node:child_process').Serializable} */ (question));
    const [answer] = await once(child, 'message');
    return answer;
  };

  heading('Load');
  print(
    `${connections} connections, ${rounds} rounds of ${requestsPerRound} requests, each after one of the bare server`,
  );
  const rows = [];
  const latencies = [];
  /** @type {number[]} */
  const shares = [];
  let [sent, errors] = [0, 0];
  // The first rounds warm both up.
  for (const text of cases) await load({ port: demo, message: text, connections, requests: 2_000 });
  const heapBefore = (await ask('memory')).heap;
  for (const text of cases) {
    await ask(await answerOf(demo, text));
    const pairs = [];
    for (let round = 0; round < rounds; round++) {
      const reference = await load({ port: bare, message: text, connections, requests: requestsPerRound });
      const own = await load({ port: demo, message: text, connections, requests: requestsPerRound });
      latencies.push(...own.latencies);
      errors += own.errors;
      sent += own.requests;
      pairs.push({ reference: reference.perSecond, own: own.perSecond, p99: percentile(own.latencies, 0.99) });
    }
    const share = median(pairs.map(({ reference, own }) => own / reference));
    shares.push(share);
    const [name = ''] = text.split(' HTTP');
    const medians = [pairs.map(({ reference }) => reference), pairs.map(({ own }) => own)].map((all) =>
      Math.round(median(all)),
    );
    rows.push([name, ...medians, percent(share, 1), milliseconds(median(pairs.map(({ p99 }) => p99)))]);
  }
  printTable(['request', 'bare /s', 'demo /s', 'share', 'p99'], rows);
  const rest = await load({ port: demo, message: cases[0] ?? '', connections, requests: Math.max(200_000 - sent, 0) });
  errors += rest.errors;
  sent += rest.requests;
  const growth = (await ask('memory')).heap - heapBefore;

  heading('Attacks');
  const slow = await slowClients(demo);
  print(
    `slow clients: ${slow.clients} of them, all dropped after ${(slow.longest / 1000).toFixed(1)} s at the latest;`,
  );
  print(`an honest request meanwhile took ${milliseconds(slow.honest)} at the longest`);
  const malformed = await malformedRequests(demo, 10_000);
  print(`malformed requests: ${malformed.sent} sent, answered ${malformed.answered}, cut off ${malformed.closed}`);
  print(
    `statuses: ${[...malformed.statuses]
      .sort()
      .map(([status, count]) => `${status} x ${count}`)
      .join(', ')}`,
  );

  // The time for one request of each, taken together: rates do not add up.
  const share = shares.length / shares.reduce((sum, each) => sum + 1 / each, 0);
  const p99 = percentile(latencies, 0.99);
  const alive = await answersStill(demo);
  printBars([
    {
      name: 'Start of a server, under 10 ms (the first under 50)',
      figure: `${milliseconds(median(starts))} (${milliseconds(starts[0])})`,
      holds: median(starts) < 10 && starts[0] < 50,
    },
    {
      name: 'Throughput of a bare server, at least 60 %',
      figure: percent(share, 1),
      holds: share >= leastShare,
    },
    { name: `p99 at ${connections} connections, under ${longest} ms`, figure: milliseconds(p99), holds: p99 < longest },
    {
      name: 'Errors in 200,000 requests, none',
      figure: `${errors} of ${sent}`,
      holds: errors === 0 && sent >= 200_000,
    },
    { name: 'Heap growth, under 4 MB', figure: `${(growth / 2 ** 20).toFixed(2)} MB`, holds: growth < heapAllowance },
    {
      name: 'Slow clients dropped, all',
      figure: `${slow.dropped} of ${slow.clients}`,
      holds: slow.dropped === slow.clients,
    },
    {
      name: '10,000 malformed requests survived, nothing of the inside in an answer',
      figure: alive ? 'answers as before' : 'no answer',
      holds: alive && malformed.leaks === 0,
    },
  ]);
  child.disconnect();
});

async function startServers() {
  const bundle = join(await buildEngine(), 'dist', 'server.js');
  const child = fork(join(projectFolder, 'bench', 'demoServer.mjs'), [bundle], { execArgv: ['--expose-gc'] });
  onEnd(async () => child.kill());
  const [{ starts, demo, bare }] = await once(child, 'message');
  return { child, starts, demo, bare };
}

/** What the bare server has to return: the demo's own bytes. @param {number} port @param {string} text */
async function answerOf(port, text) {
  const [head = '', body] = text.split('\r\n\r\n');
  const [method = '', path = ''] = head.split(' ');
  const init = body ? { method, headers: { 'content-type': 'application/json' }, body } : { method };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
  const own = [...response.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name));
  return { status: response.status, headers: own.flat(), body: await response.text() };
}
