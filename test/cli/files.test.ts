/** Which files the command line reads: folders, globs, and what git ignores. */

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { creating, useProject } from './project';

describe('files of the command line', () => {
  const project = useProject();

  function writeAll(...names: readonly string[]) {
    for (const name of names)
      project.write(name, name.endsWith('.py') ? creating : "app.get('/', (req, res) => res.send(1));\n");
  }

  function scanned(...args: readonly string[]): string[] {
    const { status, stdout, stderr } = project.run('scan', ...args);
    assert.equal(status, 0, stderr);
    return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  }

  it('leaves out what .gitignore names, the nearest file deciding', () => {
    project.write('.gitignore', '# made by a tool\n/generated/\n*_pb2.py\nsecret.py\n');
    project.write('app/.gitignore', '!secret.py\nlocal/\n/only_here.py\n');
    writeAll('main.py', 'generated/a.py', 'app/generated/b.py', 'app/x_pb2.py', 'secret.py', 'app/secret.py');
    writeAll('app/local/c.py', 'app/only_here.py', 'app/deep/only_here.py');
    assert.deepEqual(scanned('.'), ['app/deep/only_here.py', 'app/generated/b.py', 'app/secret.py', 'main.py']);
  });

  it('honours the rules above a folder up to the root of its repository, and no further', () => {
    project.write('.gitignore', '*.py\n');
    mkdirSync(join(project.folder, 'repository/.git/info'), { recursive: true });
    project.write('repository/.gitignore', 'app/old/\n');
    project.write('repository/.git/info/exclude', 'mine.py\n');
    writeAll('repository/app/new/a.py', 'repository/app/new/mine.py', 'repository/app/old/b.py');
    assert.deepEqual(scanned('repository/app'), ['repository/app/new/a.py']);
  });

  it('reads an ignored file or folder that is named', () => {
    mkdirSync(join(project.folder, '.git'));
    project.write('.gitignore', '/generated/\n/one.py\n');
    writeAll('generated/deep/a.py', 'one.py');
    assert.deepEqual(scanned('one.py'), ['one.py']);
    assert.deepEqual(scanned('generated'), ['generated/deep/a.py']);
    assert.deepEqual(scanned('generated/deep'), ['generated/deep/a.py']);
    assert.deepEqual(scanned('.'), []);
  });

  it('expands globs itself, whatever the shell does with quotes', () => {
    project.write('.gitignore', 'old/\n');
    writeAll('src/a.py', 'src/deep/b.py', 'src/deep/c.ts', 'src/old/d.py', 'test/e.py', 'src/node_modules/f.py');
    assert.deepEqual(scanned('src/**/*.py'), ['src/a.py', 'src/deep/b.py']);
    assert.deepEqual(scanned("'src/**/*.py'"), ['src/a.py', 'src/deep/b.py']);
    assert.deepEqual(scanned('{src,test}/**/*.{py,ts}'), ['src/a.py', 'src/deep/b.py', 'src/deep/c.ts', 'test/e.py']);
    assert.deepEqual(scanned('src/*/?.ts', 'src/a.py'), ['src/deep/c.ts', 'src/a.py']);
    assert.deepEqual(scanned(join(project.folder, 'test/*.py')), ['test/e.py']);
  });

  it('takes a path that exists as it is, though it looks like a glob', () => {
    writeAll('app/[id]/route.py', 'app/i/route.py');
    assert.deepEqual(scanned('app/[id]/route.py'), ['app/[id]/route.py']);
    assert.deepEqual(scanned('app/[id]'), ['app/[id]/route.py']);
  });
});
