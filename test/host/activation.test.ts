/** The extension as VS Code sees it: installed, activated by a document it serves, with its command. */

import { strict as assert } from 'node:assert';
import { commands, extensions, workspace } from 'vscode';
import { hoverAt } from './documents';

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

  it('answers a hover and a command that are asked for at once', async () => {
    await extension?.activate();
    const document = await workspace.openTextDocument({
      language: 'python',
      content: '@app.post("/items", status_code=201)\ndef create(): ...\n',
    });
    const [hover, address] = await Promise.all([
      hoverAt(document, '201'),
      commands.executeCommand('statusCoach.reportIssue', { open: false }),
    ]);
    assert.match(hover, /^\*\*201 Created/);
    assert.match(String(address), /^https:/);
  });

  it('registers the command that opens the demo panel', async () => {
    assert.ok((await commands.getCommands(true)).includes('statusCoach.openDemoPanel'));
  });
});
