/** The packed npm package: it holds all that the command line needs, and names it as its command. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { creating, useProject } from './project';

describe('packed command line', () => {
  const project = useProject();

  it('runs from the files that npm would pack, and from nothing else', function () {
    this.timeout(120_000);
    // Without the scripts: they would build `dist` anew, which these tests run from.
    const packed = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    });
    assert.equal(packed.status, 0, packed.stderr);
    const [{ files }]: [{ files: { path: string }[] }] = JSON.parse(packed.stdout);
    const extension = spawnSync(process.execPath, ['node_modules/@vscode/vsce/vsce', 'ls', '--no-dependencies'], {
      encoding: 'utf8',
    });
    assert.deepEqual(
      files
        .map(({ path }) => path)
        .filter((path) => path !== 'dist/cli.js')
        .sort(),
      // The command line comes from npm alone.
      extension.stdout.trim().split(/\r?\n/).sort(),
      '.npmignore and .vscodeignore name different files',
    );
    const home = join(project.folder, 'package');
    for (const { path } of files) cpSync(path, join(home, path));
    assert.ok(existsSync(join(home, 'LICENSE')));
    assert.ok(!files.some(({ path }) => /^(?:src|test|dist\/test)\//.test(path)));

    const { bin }: { bin: Readonly<Record<string, string>> } = JSON.parse(
      readFileSync(join(home, 'package.json'), 'utf8'),
    );
    // With one command alone, `npx http-status-coach` runs it though it has another name.
    assert.deepEqual(Object.keys(bin), ['status-coach']);
    const command = join(home, bin['status-coach'] ?? '');
    assert.match(readFileSync(command, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    project.write('app/main.py', creating);
    for (const format of ['text', 'sarif']) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [command, 'check', 'app', '--threads', '2', '--no-cache', '--fail-on', 'hint', '--format', format],
        { cwd: project.folder, encoding: 'utf8' },
      );
      assert.equal(stderr, '');
      assert.match(stdout, /post-creates-201/);
      assert.equal(status, 1);
    }
  });
});
