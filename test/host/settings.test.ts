/** Wrong settings in a real editor: told once, in the log and in a message that can be passed over, and the default acts. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { SettingSchemas } from '../../src/editor/settingProblems';
import { settingsFor } from '../../src/editor/settings';
import { registerSettingsCheck } from '../../src/editor/settingsCheck';
import { findingsOf, hoverAt, untitled } from './documents';

const extension = vscode.extensions.getExtension('http-status-coach.http-status-coach');
const schemas: SettingSchemas = extension?.packageJSON.contributes.configuration.properties;

function set(key: string, value: unknown): Thenable<void> {
  return vscode.workspace.getConfiguration().update(key, value, vscode.ConfigurationTarget.Workspace);
}

describe('settings with a wrong value', () => {
  const keys = ['statusCoach.level', 'statusCoach.rules.post-creates-201', 'statusCoach.hover.enabled'];

  afterEach(async () => {
    for (const key of keys) await set(key, undefined);
  });

  it('are told once, in the log and in a message', async () => {
    const logged: string[] = [];
    const told: string[] = [];
    const check = registerSettingsCheck(
      { contributes: { configuration: { properties: schemas } } },
      {
        warn: (message) => logged.push(message),
      },
      (message) => {
        told.push(message);
        return Promise.resolve(undefined);
      },
    );
    try {
      await set('statusCoach.level', 'expert');
      await until(() => told.length === 1);
      const problem =
        'The setting statusCoach.level cannot be "expert": it takes "beginner" or "advanced". Its default, "beginner", is used.';
      assert.deepEqual(told, [problem]);
      await set('statusCoach.hover.enabled', 'yes');
      await until(() => told.length === 2);
      assert.match(told[1] ?? '', /^The setting statusCoach\.hover\.enabled cannot be "yes": it takes true or false\./);
      await set('statusCoach.level', 'advanced');
      await set('statusCoach.level', 'expert');
      await set('statusCoach.rules.post-creates-201', 'loud');
      await until(() => told.length === 3);
      assert.match(told[2] ?? '', /post-creates-201 cannot be "loud"/);
      assert.deepEqual(logged, told);
    } finally {
      check.dispose();
    }
  });

  it('leave the default to act', async () => {
    const document = await untitled('python', '@app.post("/items")\ndef create_item(item: Item):\n    return item\n');
    const by = settingsFor(document);
    for (const key of keys) await set(key, 'no such value');
    const wrong = settingsFor(document);
    assert.deepEqual(
      [wrong.level, wrong.hoverEnabled, wrong.hintsEnabled, wrong.inlayHints],
      [by.level, by.hoverEnabled, by.hintsEnabled, by.inlayHints],
    );
    const [finding] = await findingsOf(document, ({ length }) => length === 1);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Hint);
    assert.match(await hoverAt(document, 'post'), /POST \/items/);
  });
});

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok(condition());
}
