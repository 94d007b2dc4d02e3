/** Runs over whole folders: threads, the cache, and how they end. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, readFiles } from '../../src/cli/engine';
import { cli, creating, useProject } from './project';

describe('whole-folder runs', () => {
  const project = useProject();
  const cacheFile = () => join(project.folder, 'node_modules/.cache/http-status-coach/reports');

  function writeMany(count: number) {
    for (let index = 0; index < count; index++) {
      project.write(`app/m${String(index).padStart(4, '0')}.py`, creating.replaceAll('item', `item${index}`));
    }
  }

  it('print the same with threads as without, in the same order', () => {
    writeMany(200);
    const alone = project.run('check', '.', '--format', 'json', '--threads', '1', '--no-cache').stdout;
    assert.equal(JSON.parse(alone).files.length, 200);
    assert.equal(project.run('check', '.', '--format', 'json', '--threads', '3', '--no-cache').stdout, alone);
    assert.equal(project.run('check', '.', '--format', 'json', '--no-cache').stdout, alone);
  });

  it('go on after a file on which the engine fails', async () => {
    project.write('a.py', creating);
    const paths = ['a.py', 'missing.py', 'b.py'].map((name) => join(project.folder, name));
    project.write('b.py', creating);
    const failing: Engine = {
      prepare: () => undefined,
      look: () => Promise.reject(new Error('not asked')),
      read: (path) =>
        path.endsWith('a.py')
          ? Promise.reject(new Error('a bug'))
          : Promise.resolve({ path, key: '', report: null, notes: [] }),
    };
    const [broken, absent, fine] = await readFiles(failing, paths);
    assert.deepEqual(broken, { path: paths[0], problem: `${paths[0]} was not understood: a bug.` });
    assert.deepEqual(absent, { path: paths[1], problem: `${paths[1]} cannot be read: no such file or directory.` });
    assert.ok(fine && 'report' in fine);
  });

  it('end promptly when they are interrupted', async () => {
    writeMany(3000);
    const child = spawn(process.execPath, [cli, 'scan', '.', '--no-cache', '--threads', '2'], {
      cwd: project.folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    const started = performance.now();
    child.kill('SIGINT');
    await once(child, 'exit');
    assert.ok(performance.now() - started < 2000);
    assert.equal(child.signalCode, 'SIGINT');
  });

  it('end quietly when nobody reads on', async () => {
    writeMany(3000);
    const child = spawn(process.execPath, [cli, 'scan', '.', '--no-cache', '--threads', '2'], { cwd: project.folder });
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    await once(child, 'close');
    assert.equal(stderr, '');
    // As a shell says of a program that was ended by SIGPIPE: not "clean", for most of it was not read.
    assert.equal(child.exitCode, 141);
  });

  describe('cache', () => {
    beforeEach(() => {
      mkdirSync(join(project.folder, 'node_modules'));
      writeMany(3);
    });

    const check = (...args: readonly string[]) => project.run('check', '.', '--format', 'json', ...args).stdout;

    it('gives what reading gives, for scan and check alike', () => {
      const cold = check();
      assert.ok(existsSync(cacheFile()));
      assert.equal(check(), cold);
      assert.equal(check('--no-cache'), cold);
      assert.equal(project.run('scan', '.').stdout, project.run('scan', '.', '--no-cache').stdout);
    });

    it('is used: what it holds is what is printed', () => {
      check();
      const written = readFileSync(cacheFile(), 'utf8');
      // Nothing new was read, so nothing was written.
      check();
      assert.equal(readFileSync(cacheFile(), 'utf8'), written);
      assert.equal(written.split('\n').length, 5);
    });

    it('goes by content: a changed file is read anew, a renamed one is not', () => {
      check();
      const before = readFileSync(cacheFile(), 'utf8');
      project.write('app/copy.py', project.read('app/m0000.py'));
      assert.deepEqual(
        JSON.parse(check()).files.map(({ path }: { path: string }) => path),
        ['app/copy.py', 'app/m0000.py', 'app/m0001.py', 'app/m0002.py'],
      );
      assert.equal(readFileSync(cacheFile(), 'utf8'), before);
      project.write('app/m0000.py', creating.replace('"/items"', '"/things"'));
      assert.ok(check().includes('POST /things creates'));
      assert.notEqual(readFileSync(cacheFile(), 'utf8'), before);
    });

    it('tells languages with the same content apart', () => {
      const text = "app.get('/', (req, res) => { res.status(404).send('x'); });\n";
      project.write('app/a.ts', text);
      project.write('app/a.js', text);
      const languages = () => JSON.parse(check()).files.map(({ language }: { language: string }) => language);
      assert.deepEqual(languages(), ['javascript', 'typescript', 'python', 'python', 'python']);
      assert.deepEqual(languages(), ['javascript', 'typescript', 'python', 'python', 'python']);
    });

    for (const [what, spoil] of Object.entries<(text: string) => string>({
      'is cut off': (text) => text.slice(0, text.length / 2),
      'was changed': (text) => text.replaceAll('post-creates-201', 'something-else'),
      'is of another build': (text) => text.replace(/^status-coach \S+/, 'status-coach other'),
      'is empty': () => '',
      'is something else': () => '\0\0\0\n{"a":',
    })) {
      it(`is ignored and written anew when it ${what}`, () => {
        const cold = check();
        const good = readFileSync(cacheFile(), 'utf8');
        const bad = spoil(good);
        assert.notEqual(bad, good);
        writeFileSync(cacheFile(), bad);
        assert.equal(check(), cold);
        assert.equal(readFileSync(cacheFile(), 'utf8'), good);
      });
    }

    it('stays away with --no-cache', () => {
      check('--no-cache');
      assert.ok(!existsSync(cacheFile()));
    });

    it('survives runs beside each other', async () => {
      const runs = Array.from({ length: 4 }, () =>
        spawn(process.execPath, [cli, 'check', '.', '--format', 'json'], {
          cwd: project.folder,
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      );
      const outputs = await Promise.all(
        runs.map(async (child) => {
          const chunks: Buffer[] = [];
          for await (const chunk of child.stdout) chunks.push(chunk);
          return Buffer.concat(chunks).toString();
        }),
      );
      assert.deepEqual(outputs, Array(4).fill(check('--no-cache')));
      assert.equal(check(), outputs[0]);
      assert.deepEqual(readdirSync(join(cacheFile(), '..')), ['reports']);
    });

    it('lives in the cache folder of the user where there is no node_modules', () => {
      project.write('lone/main.py', creating);
      const home = project.environment.XDG_CACHE_HOME ?? '';
      const other = project.runIn('lone', 'check', '.');
      assert.equal(other.status, 0);
      assert.equal(readdirSync(join(home, 'http-status-coach')).length, 1);
    });
  });
});
