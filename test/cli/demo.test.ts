/** `status-coach demo` as a user runs it: one line with its address, answers until it is interrupted. */

import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { cli } from './project';

describe('status-coach demo', () => {
  let child: ChildProcess | undefined;

  afterEach(() => child?.kill('SIGKILL'));

  async function start(...args: readonly string[]): Promise<string> {
    child = spawn(process.execPath, [cli, 'demo', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    assert.ok(child.stdout);
    const [line] = await once(createInterface(child.stdout), 'line');
    return String(line);
  }

  it('prints its address as one line and answers there', async () => {
    const url = await start('--port', '0');
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+$/);
    const response = await fetch(`${url}/items/1`);
    assert.equal(response.status, 200);
    assert.equal((await fetch(`${url}/items/99`)).status, 404);
  });

  it('ends when it is interrupted', async () => {
    await start();
    const ended = once(child as ChildProcess, 'exit');
    child?.kill('SIGINT');
    // Windows has no signals: there the process is ended from outside.
    assert.deepEqual(await ended, process.platform === 'win32' ? [null, 'SIGINT'] : [0, null]);
  });

  it('says that a port is taken', async () => {
    const port = new URL(await start()).port;
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'demo', '--port', port], { encoding: 'utf8' });
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(stderr, `Port ${port} is already in use by another program.\n`);
  });

  for (const [args, complaint] of [
    [['demo', '--port', '65536'], /^--port takes a whole number from 0 to 65535\.\n/],
    [['demo', '--port', 'http'], /^--port takes a whole number/],
    [['demo', 'src'], /^demo takes --port and nothing else, not src\.\n/],
    [['demo', '--fix'], /^demo takes --port and nothing else, not --fix\.\n/],
    [['check', '--port', '1', 'src'], /^--port belongs to demo\.\n/],
  ] as const) {
    it(`refuses ${args.join(' ')}`, () => {
      const { status, stderr } = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.match(stderr, complaint);
    });
  }
});
