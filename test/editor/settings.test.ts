/** Settings as package.json describes them are complete, and wrong values are told from right ones. */

import assert from 'node:assert/strict';
import { type SettingSchemas, settingProblem } from '../../src/editor/settingProblems';
import { readManifest } from '../support/manifest';

interface Described {
  readonly scope?: string;
  readonly markdownDescription?: string;
  readonly enumDescriptions?: readonly string[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const manifest: {
  contributes: { configuration: { properties: SettingSchemas & Readonly<Record<string, Described>> } };
} = readManifest();
const settings = Object.entries(manifest.contributes.configuration.properties);

/** A value of each kind, so that every setting refuses some. */
const values = [true, 0.5, 70_000, -1, 'no such value', null, ['a'], { a: 1 }];

describe('settings', () => {
  it('have a scope, a description with markdown, and a sentence for each value', () => {
    assert.ok(settings.length > 20);
    for (const [key, setting] of settings) {
      assert.match(setting.scope ?? '', /^(?:application|machine|window|resource|language-overridable)$/, key);
      assert.match(setting.markdownDescription ?? '', /^[A-Z].*\.$/s, key);
      const meanings = setting.markdownEnumDescriptions ?? setting.enumDescriptions;
      assert.equal(meanings?.length, setting.enum?.length, key);
      for (const meaning of meanings ?? []) assert.match(meaning, /^[A-Z].*\.$/s, key);
    }
  });

  it('take their default and each of their values, and refuse others', () => {
    for (const [key, schema] of settings) {
      for (const value of [schema.default, ...(schema.enum ?? [])])
        assert.equal(settingProblem(key, schema, value), null);
      const refused = values.filter((value) => settingProblem(key, schema, value) !== null);
      assert.ok(refused.length > 0, key);
    }
  });

  it('say what is wrong, what would be right, and what is used', () => {
    const level = { type: 'string', enum: ['beginner', 'advanced'], default: 'beginner' } as const;
    assert.equal(
      settingProblem('statusCoach.level', level, 'expert'),
      'The setting statusCoach.level cannot be "expert": it takes "beginner" or "advanced". Its default, "beginner", is used.',
    );
    const port = { type: 'integer', minimum: 0, maximum: 65_535, default: 0 } as const;
    for (const value of [-1, 1.5, 70_000, '80', null]) {
      assert.equal(
        settingProblem('statusCoach.demo.port', port, value),
        `The setting statusCoach.demo.port cannot be ${JSON.stringify(value)}: it takes a whole number from 0 to 65535. Its default, 0, is used.`,
      );
    }
    const enabled = { type: 'boolean', default: true } as const;
    assert.equal(
      settingProblem('statusCoach.hover.enabled', enabled, 'x'.repeat(100)),
      `The setting statusCoach.hover.enabled cannot be "${'x'.repeat(59)}...: it takes true or false. Its default, true, is used.`,
    );
  });
});
