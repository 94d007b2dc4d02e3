/** `check --fix`: what it writes, what it keeps, and what it leaves alone. */

import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { creating, useProject } from './project';

describe('check --fix', () => {
  const project = useProject();

  it('applies the preferred fix, says so, and reports what is left', () => {
    project.write('app/main.py', creating);
    const { status, stdout } = project.run('check', 'app', '--fix', '--fail-on', 'hint');
    assert.equal(stdout, 'app/main.py:6: Answer 201 Created\nNo findings in 1 file.\n');
    assert.equal(status, 0);
    assert.equal(project.read('app/main.py'), creating.replace('"/items"', '"/items", status_code=201'));
    assert.deepEqual(readdirSync(join(project.folder, 'app')), ['main.py']);
  });

  it('fixes several findings of a file, and keeps stdout for the report in other formats', () => {
    const second = creating.slice(creating.indexOf('@app')).replaceAll('item', 'order');
    project.write('main.py', `${creating}\n\n${second}`);
    const { stdout, stderr } = project.run('check', '.', '--fix', '--format', 'json');
    assert.deepEqual(JSON.parse(stdout).files[0].findings, []);
    assert.equal(stderr, 'main.py:6: Answer 201 Created\nmain.py:11: Answer 201 Created\n');
    assert.equal(project.read('main.py').match(/status_code=201/g)?.length, 2);
  });

  it('leaves what a comment silences', () => {
    const silenced = creating.replace('@app.post', '# status-coach: ignore\n@app.post');
    project.write('main.py', silenced);
    const { status, stdout } = project.run('check', '.', '--fix', '--fail-on', 'hint');
    assert.equal(stdout, 'No findings in 1 file.\n');
    assert.equal(status, 0);
    assert.equal(project.read('main.py'), silenced);
  });

  it('keeps the byte order mark, the line endings and the rights of a file', () => {
    const text = `\uFEFF${creating.replaceAll('\n', '\r\n')}`;
    project.write('main.py', text);
    const { mode } = statSync(join(project.folder, 'main.py'));
    project.run('check', '.', '--fix');
    assert.equal(project.read('main.py'), text.replace('"/items"', '"/items", status_code=201'));
    assert.equal(statSync(join(project.folder, 'main.py')).mode, mode);
  });

  it('leaves a file that is not in UTF-8 as it is, and exits with 2', () => {
    const bytes = Buffer.concat([Buffer.from(creating), Buffer.from('# caf\xE9\n', 'latin1')]);
    project.write('main.py', bytes);
    const { status, stdout, stderr } = project.run('check', '.', '--fix');
    assert.equal(status, 2);
    assert.match(stdout, /post-creates-201/);
    assert.equal(stderr, 'main.py was not changed: it is not in UTF-8.\n');
    assert.equal(project.read('main.py'), bytes.toString('utf8'));
  });
});
