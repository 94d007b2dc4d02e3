/** What the command line knows beyond a file: the versions its project pins, and how the other handlers answer. */

import assert from 'node:assert/strict';
import { creating, useProject } from './project';

const deprecated =
  'from fastapi import HTTPException, status\n\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY)\n';

describe('the project of a file', () => {
  const project = useProject();
  const rulesFound = () =>
    JSON.parse(project.run('check', '.', '--format', 'json').stdout).files.flatMap(
      (file: { path: string; findings: { rule: string }[] }) => file.findings.map(({ rule }) => `${file.path} ${rule}`),
    );

  it('is the nearest folder with manifests, and a change of it is noticed in spite of the cache', () => {
    project.write('main.py', deprecated);
    project.write('old/app/main.py', deprecated);
    project.write('requirements.txt', 'starlette>=0.40\n');
    assert.deepEqual(rulesFound(), []);
    project.write('requirements.txt', 'starlette>=0.48\n');
    assert.deepEqual(rulesFound(), ['main.py deprecated-name', 'old/app/main.py deprecated-name']);
    project.write('old/pyproject.toml', '[project]\ndependencies = ["starlette==0.40.0"]\n');
    assert.deepEqual(rulesFound(), ['main.py deprecated-name']);
  });

  it('lets --fix write the new name', () => {
    project.write('main.py', deprecated);
    project.write('uv.lock', '[[package]]\nname = "starlette"\nversion = "1.7.0"\n');
    assert.equal(project.run('check', '.').status, 1);
    assert.equal(project.run('check', '.', '--fix').status, 0);
    assert.match(project.read('main.py'), /HTTP_422_UNPROCESSABLE_CONTENT/);
  });
});

describe('the habit of a project', () => {
  const project = useProject();
  const answering201 = creating.replace('"/items"', '"/items", status_code=201');

  function writeHabit(files: number) {
    project.write('a_odd.py', creating);
    for (let index = 0; index < files; index++) project.write(`b${index}.py`, answering201);
  }

  it('makes the odd one out a warning, known only when every file is read', () => {
    writeHabit(4);
    for (const format of ['text', 'json', 'sarif', 'github']) {
      const { status, stdout } = project.run('check', '.', '--format', format);
      assert.match(stdout, /4 of 5 creating handlers here answer 201\./, format);
      assert.equal(status, 1, format);
    }
    const { files } = JSON.parse(project.run('check', '.', '--format', 'json').stdout);
    assert.deepEqual(
      files.map(({ path, routes }: { path: string; routes: unknown[] }) => [path, routes.length]),
      [['a_odd.py', 1], ...[0, 1, 2, 3].map((index) => [`b${index}.py`, 1])],
    );
  });

  it('leaves the hint quiet where there is none', () => {
    writeHabit(3);
    const { status, stdout } = project.run('check', '.');
    assert.equal(status, 0);
    assert.doesNotMatch(stdout, /handlers here/);
    assert.match(stdout, /1 finding in 4 files: 1 hint\./);
  });
});
