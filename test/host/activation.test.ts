/** The extension as VS Code sees it: installed, activated by a document it serves, with its command. */

import { strict as assert } from 'node:assert';
import { commands, extensions, workspace } from 'vscode';

describe('activation', () => {
  const extension = extensions.getExtension('http-status-coach.http-status-coach');

  it('finds the extension', () => {
    assert.ok(extension, 'VS Code does not list the extension');
  });

  it('activates for a Python document', async () => {
    await workspace.openTextDocument({ language: 'python', content: 'print(201)\n' });
    const deadline = Date.now() + 10_000;
    while (!extension?.isActive && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(extension?.isActive, true);
  });

  it('registers the command that opens the demo panel', async () => {
    assert.ok((await commands.getCommands(true)).includes('statusCoach.openDemoPanel'));
  });
});
