/** The SARIF that `check` prints, put against the JSON schema of SARIF 2.1.0 as Microsoft's SARIF tools ship it. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { servedLanguage } from '../../src/core/languages';
import type { Rule } from '../../src/core/rule';
import { rules } from '../../src/core/rules/registry';
import { creating, useProject } from './project';

// The package does not export this file, which is meant for its own command line; `npm ci` puts it there all the same.
const schema = JSON.parse(
  readFileSync('node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json', 'utf8'),
);
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the schema has against a log, as readable lines. */
function complaints(log: unknown): string[] {
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function nameOf({ id, example }: Rule): string {
  return `${id} é${servedLanguage(example.languageId)?.endings[0]}`;
}

describe('sarif against its schema', () => {
  const project = useProject();

  function check(): Log {
    return JSON.parse(project.run('check', '.', '--format', 'sarif').stdout);
  }

  function results(log: Log): readonly Result[] {
    return log.runs.flatMap((run) => run.results ?? []);
  }

  it('is valid with findings of every rule that is on, in files of any name', () => {
    const folders = [
      'plain',
      'with spaces',
      'Müller & Söhne',
      '100%',
      '50%25 off',
      'a#b',
      '[id]',
      '日本',
      "it's;,+=@!",
    ];
    const on = rules.filter(({ offByDefault }) => !offByDefault);
    for (const folder of folders) {
      for (const rule of on) project.write(`${folder}/${nameOf(rule)}`, rule.example.before);
    }
    const pinned = rules.flatMap(({ example }) => Object.entries(example.project?.versions ?? {}));
    project.write('requirements.txt', pinned.map(([name, { lowest }]) => `${name}>=${lowest}\n`).join(''));
    const log = check();
    assert.deepEqual(complaints(log), []);
    assert.deepEqual(new Set(results(log).map(({ ruleId }) => ruleId)), new Set(on.map(({ id }) => id)));
    assert.ok(results(log).some(({ fixes }) => fixes && fixes.length > 0));
    // The addresses lead back to the files.
    const named = results(log).map(({ locations }) => {
      const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
      return decodeURIComponent(new URL(uri, 'file:///').pathname).slice(1);
    });
    const written = folders.flatMap((folder) => on.map((rule) => `${folder}/${nameOf(rule)}`));
    assert.deepEqual([...new Set(named)].sort(), written.sort());
  });

  it('is valid without a finding', () => {
    project.write('plain.py', 'x = 1\n');
    const log = check();
    assert.deepEqual(complaints(log), []);
    assert.deepEqual(results(log), []);
  });

  for (const [what, spoil, expected] of [
    [
      'a level that there is none of',
      (text) => text.replace('"level":"note"', '"level":"hint"'),
      '/level must be equal',
    ],
    ['a line before the first', (text) => text.replace(/"startLine":\d+/, '"startLine":0'), '/startLine must be >= 1'],
    ['an address with a space', (text) => text.replace('"uri":"', '"uri":"an app/'), '/uri must match format'],
    ['a property of our own', (text) => text.replace('"ruleId"', '"advice":1,"ruleId"'), 'must NOT have additional'],
    [
      'a result without a message',
      (text) => text.replace(/"message":\{[^}]*\},/, ''),
      "must have required property 'message'",
    ],
    ['another version', (text) => text.replace('"version":"2.1.0"', '"version":"2.2.0"'), '/version must be equal'],
  ] satisfies [string, (text: string) => string, string][]) {
    it(`would not be valid with ${what}`, () => {
      project.write('main.py', creating);
      const { stdout } = project.run('check', '.', '--format', 'sarif');
      assert.deepEqual(complaints(JSON.parse(stdout)), []);
      const found = complaints(JSON.parse(spoil(stdout)));
      assert.ok(
        found.some((line) => line.includes(expected)),
        found.join('\n'),
      );
    });
  }
});
