/** Proves the snippets: filled in with their defaults they type-check, run, and answer the status they promise. */

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippet syntax looks like a forgotten template string.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { expandSnippet, tabStopOrder } from './expandSnippet';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** A request, and the status that the snippet promises for it; with a Location where it promises that too. */
interface Promised {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly status: number;
  readonly location?: string;
}

/** What the kind of handler promises in every framework, with item 1 in the store and no item 9. */
const promises: Readonly<Record<string, readonly Promised[]>> = {
  get: [
    { method: 'GET', path: '/items/1', status: 200 },
    { method: 'GET', path: '/items/9', status: 404 },
  ],
  list: [{ method: 'GET', path: '/items', status: 200 }],
  post201: [{ method: 'POST', path: '/items', status: 201, location: '/items/2' }],
  delete204: [
    { method: 'DELETE', path: '/items/1', status: 204 },
    { method: 'DELETE', path: '/items/9', status: 404 },
  ],
};

const frameworks = [
  { name: 'fastapi', prefix: 'fa-', indent: '    ' },
  { name: 'express', prefix: 'ex-', indent: '  ' },
] as const;

const fastapiFrame = `from fastapi import FastAPI, HTTPException, Response
from pydantic import BaseModel


class NewItem(BaseModel):
    name: str


class Item(NewItem):
    id: int


items: dict[int, Item] = {1: Item(id=1, name="One")}

app = FastAPI()


`;

const expressFrame = `import express, { type Request, type Response } from 'express';

interface NewItem {
  readonly name: string;
}

interface Item extends NewItem {
  readonly id: number;
}

const items = new Map<number, Item>([[1, { id: 1, name: 'One' }]]);

export const app = express();
app.use(express.json());

`;

const recordingFile = 'test/frameworks/fixtures/recordings/snippets.json';
const folder = resolve('dist/test/snippets');
const howToRecord = 'record anew: python test/frameworks/record_snippets.py dist/test/snippets/fastapi';

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly location: string | null;
  readonly body: string;
}

interface Recording {
  readonly snippets: Readonly<
    Record<
      string,
      {
        readonly sha256: string;
        readonly documented: Readonly<Record<string, readonly string[]>>;
        readonly exchanges: readonly Exchange[];
      }
    >
  >;
}

function snippetsOf(framework: string): Snippet[] {
  return Object.values(JSON.parse(readFileSync(`src/frameworks/${framework}/snippets.json`, 'utf8')));
}

function bodyOf(snippet: Snippet): string {
  return snippet.body.join('\n');
}

function promisedBy(prefix: string): readonly Promised[] {
  const promised = promises[prefix.replace(/^[a-z]+-/, '')];
  assert.ok(promised, `nothing is promised for ${prefix}`);
  return promised;
}

/** Writes one program a snippet, and returns its text by prefix. */
function writePrograms(framework: (typeof frameworks)[number], frame: string, extension: string): Map<string, string> {
  const directory = join(folder, framework.name);
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const programs = new Map<string, string>();
  for (const snippet of snippetsOf(framework.name)) {
    const program = frame + expandSnippet(bodyOf(snippet)).replaceAll('\t', framework.indent);
    writeFileSync(join(directory, `${snippet.prefix}${extension}`), program);
    programs.set(snippet.prefix, program);
  }
  return programs;
}

describe('expanding a snippet', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['plain', 'plain'],
    ['$1|${1}|${1:one}|$1', 'one|one|one|one'],
    ['${1:a ${2:b} c} $2', 'a b c b'],
    ['${1|first,second|} $1', 'first first'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['\\${1} \\} {x} \\\\ \\n', '${1} } {x} \\ \\n'],
    ['${1:{a\\}}', '{a}'],
    ['${1:order_line} ${1/(.*)/${1:/pascalcase}/} ${1/(.*)/${1:/capitalize}/}', 'order_line OrderLine Order_line'],
    ['${1:orderLine}${1/(.*)/${1:/pascalcase}/}', 'orderLineOrderLine'],
    ['${1:a-b-c} ${1/-/_/g} ${1/(.)-(.)/$2${1:/upcase}/}', 'a-b-c a_b_c bA-c'],
    ['${1:${2:x}s.get()}$0', 'xs.get()'],
  ];
  for (const [body, expected] of cases) it(body, () => assert.equal(expandSnippet(body), expected));

  it('takes another value wherever the tab-stop stands', () => {
    assert.equal(expandSnippet('${1:item}s $1 ${1/(.*)/${1:/pascalcase}/}', { 1: 'cup' }), 'cups cup Cup');
  });

  for (const broken of ['${1:a', '${TM_FILENAME}', '$name', '${1/(.*)/${1:/snakecase}/}', '${1|a', '${1/(.*/x}']) {
    it(`refuses ${broken}`, () => {
      assert.throws(() => expandSnippet(broken));
    });
  }
});

for (const { name, prefix } of frameworks) {
  describe(`${name} snippets`, () => {
    const snippets = snippetsOf(name);

    it('are one for every promise', () => {
      assert.deepEqual(
        snippets.map((snippet) => snippet.prefix).sort(),
        Object.keys(promises)
          .map((kind) => prefix + kind)
          .sort(),
      );
    });

    for (const snippet of snippets) {
      describe(snippet.prefix, () => {
        it('says in its description which statuses it answers', () => {
          for (const { status } of promisedBy(snippet.prefix))
            assert.match(snippet.description, new RegExp(`\\b${status}\\b`));
          assert.ok(snippet.description.length <= 90);
        });

        it('has its tab-stops in reading order', () => {
          const order = tabStopOrder(bodyOf(snippet));
          assert.ok(order.length >= 3);
          assert.deepEqual(
            order,
            order.map((_, index) => index + 1),
          );
        });

        it('asks for the resource once and writes it everywhere', () => {
          const renamed = expandSnippet(bodyOf(snippet), { 2: 'cup' });
          assert.doesNotMatch(renamed, /item/i);
          assert.equal(renamed.replaceAll('cup', 'item').replaceAll('Cup', 'Item'), expandSnippet(bodyOf(snippet)));
        });

        it('asks for the app or router once', () => {
          assert.match(expandSnippet(bodyOf(snippet), { 1: 'router' }), /^@?router\./);
          assert.doesNotMatch(expandSnippet(bodyOf(snippet), { 1: 'router' }), /\bapp\b/);
        });
      });
    }
  });
}

describe('fastapi snippets under the real FastAPI', () => {
  const programs = writePrograms(frameworks[0], fastapiFrame, '.py');
  const recording: Recording = JSON.parse(readFileSync(recordingFile, 'utf8'));

  it('are recorded, and nothing else is', () => {
    assert.deepEqual(Object.keys(recording.snippets).sort(), [...programs.keys()].sort(), howToRecord);
  });

  for (const [prefix, program] of programs) {
    it(`${prefix} answers what it promises`, () => {
      const recorded = recording.snippets[prefix];
      const sha256 = createHash('sha256').update(program).digest('hex');
      assert.ok(recorded?.sha256 === sha256, `${prefix} has changed since it was recorded; ${howToRecord}`);
      for (const promised of promisedBy(prefix)) {
        const exchange = recorded.exchanges.find(
          ({ method, path }) => method === promised.method && path === promised.path,
        );
        assert.ok(exchange, `${promised.method} ${promised.path} was not recorded; ${howToRecord}`);
        assertKept(promised, exchange);
      }
    });

    it(`${prefix} documents its success in OpenAPI`, () => {
      const documented = Object.values(recording.snippets[prefix]?.documented ?? {});
      assert.equal(documented.length, 1);
      const success = promisedBy(prefix)[0]?.status;
      assert.deepEqual(
        documented[0]?.filter((status) => status.startsWith('2')),
        [String(success)],
      );
    });
  }
});

describe('express snippets under the real Express', () => {
  const programs = writePrograms(frameworks[1], expressFrame, '.ts');
  const directory = join(folder, 'express');

  it('pass tsc --strict', function () {
    this.timeout(60_000);
    const compilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitReturns: true,
      noEmit: true,
      target: 'ES2023',
      module: 'NodeNext',
      skipLibCheck: true,
      types: ['node'],
    };
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', directory, '--listFiles'], {
      encoding: 'utf8',
    });
    assert.equal(tsc.status, 0, tsc.stdout + tsc.stderr);
    for (const prefix of programs.keys()) assert.ok(tsc.stdout.includes(`/${prefix}.ts`), `${prefix} is not compiled`);
  });

  describe('running', () => {
    before(async () => {
      const entryPoints = readdirSync(directory)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(directory, file));
      await build({ entryPoints, outdir: directory, outExtension: { '.js': '.cjs' }, format: 'cjs', platform: 'node' });
    });

    for (const prefix of programs.keys()) {
      it(`${prefix} answers what it promises`, async () => {
        // Resolved from where the program stands, so that it finds the project's own Express.
        const { app } = createRequire(join(directory, 'tsconfig.json'))(`./${prefix}.cjs`);
        for (const promised of promisedBy(prefix)) assertKept(promised, await ask(app, promised));
      });
    }
  });
});

function assertKept(promised: Promised, exchange: Exchange): void {
  assert.equal(exchange.status, promised.status, `${promised.method} ${promised.path}`);
  assert.equal(exchange.location, promised.location ?? null);
  if (promised.status === 204) assert.equal(exchange.body, '');
  else assert.notEqual(JSON.parse(exchange.body), null);
  if (promised.status === 201) assert.deepEqual(JSON.parse(exchange.body), { name: 'Two', id: 2 });
}

/** Sends a real request to an app that listens on a free port of this machine for as long as it takes. */
async function ask(app: RequestListener, { method, path }: Promised): Promise<Exchange> {
  const server = createServer(app);
  const port = await listening(server);
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name: 'Two' }),
      }),
    });
    const location = response.headers.get('location');
    return { method, path, status: response.status, location, body: await response.text() };
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((ready, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => ready((server.address() as AddressInfo).port));
  });
}
