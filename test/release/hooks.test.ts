/** The hooks for pre-commit call the command line as it is. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languageOfPath } from '../../src/core/languages';
import { creating, useProject } from '../cli/project';

const hooks = readFileSync('.pre-commit-hooks.yaml', 'utf8')
  .split(/^- id: /m)
  .slice(1);

function field(hook: string, name: string): string {
  return new RegExp(`^  ${name}: (.+)$`, 'm').exec(hook)?.[1] ?? '';
}

describe('hooks for pre-commit', () => {
  const project = useProject();

  it('are two, for the files we read, each in one process', () => {
    assert.deepEqual(
      hooks.map((hook) => /^.*/.exec(hook)?.[0]),
      ['status-coach', 'status-coach-fix'],
    );
    for (const hook of hooks) {
      assert.equal(field(hook, 'language'), 'node');
      assert.equal(field(hook, 'require_serial'), 'true');
      const types = field(hook, 'types_or')
        .replaceAll(/[[\]\s]/g, '')
        .split(',');
      const endings: Readonly<Record<string, string>> = {
        python: 'py',
        javascript: 'js',
        jsx: 'jsx',
        ts: 'ts',
        tsx: 'tsx',
      };
      for (const type of types) assert.ok(languageOfPath(`file.${endings[type]}`), type);
    }
  });

  it('find, and mend', () => {
    const { bin }: { bin: Readonly<Record<string, string>> } = JSON.parse(readFileSync('package.json', 'utf8'));
    const [check, fix] = hooks.map((hook) => {
      const [command = '', ...args] = field(hook, 'entry').split(' ');
      assert.ok(command in bin, command);
      return args;
    });
    assert.ok(check && fix);
    project.write('main.py', creating);
    assert.equal(project.run(...check, 'main.py', '--fail-on', 'hint').status, 1);
    assert.equal(project.run(...fix, 'main.py', '--fail-on', 'hint').status, 0);
    assert.match(project.read('main.py'), /status_code=201|HTTP_201_CREATED/);
  });
});
