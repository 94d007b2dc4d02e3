/** Input of the command line that cannot be read: one sentence about it, the rest read all the same, exit code 2. */

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, realpathSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cli, creating, useProject } from './project';

const windows = process.platform === 'win32';

/** A folder for temporary files that everybody reaches: one's own may lie where only its owner goes. */
function sharedTemporaryFolder(): string {
  if (windows) return tmpdir();
  const reaches = (folder: string): boolean =>
    (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || reaches(dirname(folder)));
  const folder = [tmpdir(), '/tmp', '/var/tmp'].map((path) => realpathSync(path)).find(reaches);
  if (!folder) throw new Error('No folder for temporary files is open to everybody.');
  return folder;
}

describe('input that cannot be read', () => {
  const project = useProject(sharedTemporaryFolder());
  const at = (name: string) => join(project.folder, name);

  beforeEach(() => {
    project.write('app/main.py', creating);
    project.write('app/other.py', creating);
  });

  function tell(...args: readonly string[]) {
    const { status, stdout, stderr } = project.run('check', ...args, '--format', 'json', '--no-cache');
    return { status, stderr, files: pathsOf(stdout) };
  }

  function pathsOf(stdout: string): string[] {
    return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
  }

  it('a link to nothing', () => {
    symlinkSync('nowhere.py', at('gone.py'));
    assert.deepEqual(tell('gone.py', 'app'), {
      status: 2,
      stderr: 'gone.py cannot be read: it is a link to nothing.\n',
      files: ['app/main.py', 'app/other.py'],
    });
  });

  it('links in a folder are not followed, so that nothing is read twice or for ever', () => {
    symlinkSync('.', at('app/itself'), 'junction');
    symlinkSync('main.py', at('app/alias.py'));
    symlinkSync('nowhere.py', at('app/gone.py'));
    assert.deepEqual(tell('.'), { status: 0, stderr: '', files: ['app/main.py', 'app/other.py'] });
    assert.deepEqual(tell('app/alias.py').files, ['app/alias.py']);
  });

  it('a file on which the parser crashes: nothing is trusted that it says afterwards', () => {
    // If this is read one day, the parser has become better, and this test can go.
    project.write('crash.ts', `app.get('/', (c) => { f${'(.json'.repeat(6000)}`);
    const { status, stderr, files } = tell('app/main.py', 'crash.ts', 'app/other.py');
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'crash.ts was not understood: the parser crashed.\n' +
        'app/other.py was not understood: the parser has crashed on another text.\n',
    );
    assert.deepEqual(files, ['app/main.py']);
  });

  // Windows has neither named pipes among files nor rights that are changed like this.
  if (!windows) {
    it('a pipe, which is not waited for', () => {
      execFileSync('mkfifo', [at('app/pipe.py')]);
      assert.deepEqual(tell('app/pipe.py', 'app'), {
        status: 2,
        stderr: 'app/pipe.py cannot be read: it is not a regular file.\n',
        files: ['app/main.py', 'app/other.py'],
      });
    });

    it('a folder and a file without the right to read them', () => {
      project.write('secret/main.py', creating);
      chmodSync(at('app/other.py'), 0);
      chmodSync(at('secret'), 0);
      const { status, stdout, stderr } = runWithoutPrivileges('check', '.', '--format', 'json', '--no-cache');
      chmodSync(at('secret'), 0o700);
      assert.equal(
        stderr,
        'secret cannot be read: permission denied.\napp/other.py cannot be read: permission denied.\n',
      );
      assert.equal(status, 2);
      assert.deepEqual(pathsOf(stdout), ['app/main.py']);
    });
  }

  /** The superuser may read everything: where it runs the tests, somebody else runs a copy of the program. */
  function runWithoutPrivileges(...args: readonly string[]) {
    const copy = join(dirname(project.folder), 'program');
    mkdirSync(copy);
    for (const name of ['cli.js', 'tree-sitter.js', 'grammars']) {
      cpSync(join(dirname(cli), name), join(copy, name), { recursive: true });
    }
    chmodSync(dirname(project.folder), 0o755);
    const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    const options = { cwd: project.folder, env: project.environment, encoding: 'utf8', ...nobody } as const;
    return spawnSync(process.execPath, [join(copy, 'cli.js'), ...args], options);
  }
});
