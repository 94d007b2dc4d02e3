/** What the route map of a large workspace costs, with and without a thread; it measures Node, and so needs it. */

import { strict as assert } from 'node:assert';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { outputMark } from '../../scripts/counts.mjs';
import { startReadingThread } from '../../src/background/thread';
import type { FileRoutes } from '../../src/core/features/routeMap';
import { rules } from '../../src/core/rules/registry';
import { createService } from '../../src/core/service';
import { grammarFiles } from '../../src/editor/grammars';
import { createRouteIndex, type RouteIndex } from '../../src/editor/routeIndex';
import { withSurroundings } from '../../src/editor/surroundings';
import { frameworks } from '../../src/frameworks/registry';
import { readerOf } from './documents';

/** The extension's own folder, for its grammars and its reading thread. */
function extensionFolder(): vscode.Uri {
  const extension = vscode.extensions.getExtension('http-status-coach.http-status-coach');
  assert.ok(extension);
  return extension.extensionUri;
}

/** Milliseconds that this thread has worked, where its Node can tell; the time that has passed otherwise. */
function ownWork(): number {
  const usage: unknown = Reflect.get(process, 'threadCpuUsage');
  if (typeof usage !== 'function') return performance.now();
  const { user, system }: { user: number; system: number } = usage.call(process);
  return (user + system) / 1000;
}

describe('route map of a large workspace', () => {
  let folder: vscode.Uri;
  let files: number;

  before(async function () {
    this.timeout(60_000);
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'large');
    // The bench names a checkout of real code; without one, the shop's orders are written a thousand times.
    const checkout = process.env.STATUS_COACH_CHECKOUT;
    if (checkout) {
      await cp(checkout, folder.fsPath, { recursive: true });
    } else {
      const text = await readFile(join(first.uri.fsPath, 'fastapi-shop', 'routers', 'orders.py'), 'utf8');
      await mkdir(folder.fsPath, { recursive: true });
      for (let index = 0; index < 1_000; index++) await writeFile(join(folder.fsPath, `m${index}.py`), text);
    }
    files = (await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.py'))).length;
  });
  after(() => rm(folder.fsPath, { recursive: true, force: true }));

  async function measured(withThread: boolean, use: (index: RouteIndex) => Promise<void>) {
    const extension = extensionFolder();
    const log = vscode.window.createOutputChannel('test', { log: true });
    const engine = createService({ frameworks, rules, grammars: grammarFiles(readerOf(extension)), log });
    const service = withSurroundings(engine, log);
    const program = vscode.Uri.joinPath(extension, 'dist', 'reader.js').fsPath;
    const index = createRouteIndex(service, withThread ? () => startReadingThread(program) : null, log);
    const longest = { blocked: 0, work: 0 };
    let last = { at: performance.now(), work: ownWork() };
    const watch = setInterval(() => {
      const now = { at: performance.now(), work: ownWork() };
      longest.blocked = Math.max(longest.blocked, now.at - last.at - 5);
      longest.work = Math.max(longest.work, now.work - last.work);
      last = now;
    }, 5);
    const start = performance.now();
    await use(index);
    const time = performance.now() - start;
    clearInterval(watch);
    const routes = countOf(index.files());
    index.dispose();
    service.dispose();
    log.dispose();
    return { time, longest, routes };
  }

  const whole = async (index: RouteIndex) => {
    index.start();
    await index.settled();
  };
  const countOf = (all: readonly FileRoutes[]) => all.reduce((total, { routes }) => total + routes.length, 0);
  const told = ({ time, longest, routes }: Awaited<ReturnType<typeof measured>>) =>
    `${routes} routes in ${Math.round(time)} ms, longest block of the event loop ${Math.round(longest.blocked)} ms, longest work between two turns ${Math.round(longest.work)} ms`;

  it('is read in a thread, and the extension host stays free', async function () {
    this.timeout(120_000);
    const inThread = await measured(true, whole);
    const inSlices = await measured(false, whole);
    console.log(`${outputMark}      ${files} files with a thread: ${told(inThread)}`);
    console.log(`${outputMark}      ${files} files without one: ${told(inSlices)}`);
    assert.equal(inThread.routes, inSlices.routes);
    assert.ok(inThread.routes > files / 3, `${inThread.routes} routes`);
    // The aim is 50 ms. On a busy machine, and where Node cannot tell work from waiting, it is more; all of it in one go
    // would be seconds.
    assert.ok(inThread.longest.work < 500, told(inThread));
  });

  it('stops when told to, shows nothing that it did not read, and goes on from there', async function () {
    this.timeout(60_000);
    await measured(true, async (index) => {
      const some = new Promise<void>((resolve) => {
        index.onDidChange(() => {
          if (index.state.read > 50) resolve();
        });
      });
      index.start();
      await some;
      index.stop();
      assert.equal(index.state.phase, 'stopped');
      await new Promise((resolve) => setTimeout(resolve, 500));
      const [stopped, left] = [countOf(index.files()), index.state.total];
      assert.ok(left > 0 && left < files, `${left} of ${files} left`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(countOf(index.files()), stopped);
      index.start();
      await index.settled();
      assert.equal(index.state.phase, 'done');
      assert.ok(countOf(index.files()) > stopped);
    });
  });
});
