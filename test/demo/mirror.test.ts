/** The mirror: answers for routes that are only code so far, plainly marked, and never in the way of the lesson. */

import assert from 'node:assert/strict';
import { DemoHost } from '../../src/demo/host';
import type { MirrorRoute } from '../../src/demo/mirror';

const routes: readonly MirrorRoute[] = [
  { method: 'GET', path: '/items/{id}', statuses: [200, 404], sample: '{"id":1}', from: 'read_item, main.py:3' },
  { method: 'GET', path: '/items/new', statuses: [200], sample: '"new"', from: 'new_item, main.py:9' },
  { method: 'DELETE', path: '/items/{id}', statuses: [204], sample: null, from: 'löschen, main.py:12' },
  { method: 'ANY', path: '/proxy/{*rest}', statuses: [202], sample: null, from: 'proxy, main.py:20' },
  { method: 'POST', path: '/login', statuses: [303, 401], sample: null, from: 'login, main.py:30' },
  { method: 'GET', path: '/', statuses: [200], sample: '"home"', from: 'home, main.py:40' },
];

async function ask(
  host: DemoHost,
  method: string,
  target: string,
  headers: readonly (readonly [string, string])[] = [],
) {
  const { response } = await host.send({ method, target, headers, body: null });
  const header = (name: string) => response.headers.find(([each]) => each.toLowerCase() === name)?.[1];
  return { status: response.status, body: response.body, mark: header('x-mirror'), header };
}

for (const kind of ['over a socket', 'in this process'] as const) {
  describe(`mirror ${kind}`, () => {
    const host = new DemoHost(
      () => import('../../src/demo/demo'),
      () => 0,
    );

    before(async () => {
      if (kind === 'over a socket') await host.start();
      host.setMirror(routes);
    });

    after(() => host.stop());

    it('answers as the code of a route says, and says whose code that is', async () => {
      const read = await ask(host, 'GET', '/mirror/items/7?x=1');
      assert.deepEqual([read.status, read.body, read.mark], [200, '{"id":1}', 'read_item, main.py:3']);
      assert.equal(read.header('content-type'), 'application/json');
      const gone = await ask(host, 'DELETE', '/mirror/items/7');
      assert.deepEqual([gone.status, gone.body, gone.mark], [204, '', 'l?schen, main.py:12']);
      assert.equal((await ask(host, 'GET', '/mirror/items/new')).body, '"new"');
      assert.deepEqual((await ask(host, 'PATCH', '/mirror/proxy/a/b')).status, 202);
      const login = await ask(host, 'POST', '/mirror/login');
      assert.deepEqual([login.status, login.header('location')], [303, '/mirror']);
      assert.equal((await ask(host, 'GET', '/mirror')).body, '"home"');
    });

    it('sends another answer of the route to those who prefer it, and no other', async () => {
      const missing = await ask(host, 'GET', '/mirror/items/7', [['Prefer', 'code=404']]);
      assert.equal(missing.status, 404);
      assert.match(missing.body, /sample/);
      assert.equal((await ask(host, 'GET', '/mirror/items/7', [['Prefer', 'code=500']])).status, 200);
    });

    it('knows what it does not have', async () => {
      assert.equal((await ask(host, 'GET', '/mirror/nothing')).status, 404);
      const wrong = await ask(host, 'PUT', '/mirror/items/7');
      assert.deepEqual([wrong.status, wrong.header('allow')], [405, 'GET, DELETE']);
      assert.equal(wrong.mark, 'no route');
    });

    it('finds the route of a path, whatever is around its parameters, however long it is', async () => {
      const paths = [
        '/{a}{b}{c}/x',
        '/v{major}.{minor}',
        '/{from}-{to}-{by}/y',
        '/{*all}/edit',
        '/{name}.json',
        '/(a+)+{b}',
      ];
      host.setMirror(
        paths.map((path) => ({ method: 'GET', path, statuses: [200], sample: JSON.stringify(path), from: 'x' })),
      );
      const found = async (path: string) => {
        const { status, body } = await ask(host, 'GET', `/mirror${path}`);
        return status === 200 ? JSON.parse(body) : status;
      };
      for (const [path, template] of [
        ['/abc/x', '/{a}{b}{c}/x'],
        ['/abc/x/', '/{a}{b}{c}/x'],
        ['/ab/x', 404],
        ['/v1.2', '/v{major}.{minor}'],
        ['/v1.', 404],
        ['/v.2', 404],
        ['/1-2-3/y', '/{from}-{to}-{by}/y'],
        ['/1--3/y', 404],
        ['/a/b/edit', '/{*all}/edit'],
        ['/edit', 404],
        ['/items.json', '/{name}.json'],
        ['/.json', 404],
        ['/(a+)+b', '/(a+)+{b}'],
      ] as const)
        assert.equal(await found(path), template, path);
      const start = performance.now();
      for (const long of ['-', 'a', 'a-', '/', '.json']) assert.equal(await found(`/${long.repeat(10_000)}/z`), 404);
      assert.ok(performance.now() - start < 1000);
      host.setMirror(routes);
    });

    it('leaves the lesson alone, and is gone when it is stopped', async () => {
      assert.equal((await ask(host, 'GET', '/items/1')).mark, undefined);
      assert.equal((await ask(host, 'GET', '/mirrors')).body, '{"detail":"Not Found"}');
      host.reset();
      assert.equal((await ask(host, 'GET', '/mirror/items/7')).status, 200);
      host.setMirror(routes.slice(0, 1));
      assert.equal(JSON.parse((await ask(host, 'GET', '/mirror')).body).routes[0].path, '/mirror/items/{id}');
      host.setMirror(null);
      assert.equal((await ask(host, 'GET', '/mirror/items/7')).body, '{"detail":"Not Found"}');
    });
  });
}
