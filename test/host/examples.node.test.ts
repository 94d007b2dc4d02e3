/** The examples as a new user opens them: ready to be hovered and fixed, and as a folder of one's own. */

import { strict as assert } from 'node:assert';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { exampleFiles, examples } from '../../src/editor/exampleFiles';
import { copyExamples } from '../../src/editor/examples';
import { actionsAt, findingsOf } from './documents';

const extension = vscode.extensions.getExtension('http-status-coach.http-status-coach');

describe('examples', () => {
  after(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const { id, languageId, start } of examples) {
    it(`${id}: opens without a file, with the cursor on a route that can be fixed`, async () => {
      await vscode.commands.executeCommand('statusCoach.showExamples', id);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      const { document, selection } = editor;
      assert.equal(document.isUntitled, true);
      assert.equal(document.languageId, languageId);
      assert.equal(document.offsetAt(selection.active), document.getText().indexOf(start));
      const found = await findingsOf(document, ({ length }) => length >= 3);
      assert.ok(found.length >= 3, `${found.length} findings`);
      const [first] = await actionsAt(document, start);
      assert.match(first?.title ?? '', /^Answer 201 Created/);

      await vscode.commands.executeCommand('statusCoach.showExamples', id);
      assert.equal(vscode.window.activeTextEditor?.document, document, 'it is opened a second time');
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });
  }

  it('all: are copied into a new folder, and never over another', async () => {
    assert.ok(extension);
    const parent = await mkdtemp(join(tmpdir(), 'status-coach-'));
    try {
      const root = vscode.Uri.joinPath(extension.extensionUri, 'examples');
      const folders = [
        await copyExamples(root, vscode.Uri.file(parent)),
        await copyExamples(root, vscode.Uri.file(parent)),
      ];
      assert.deepEqual(
        folders.map(({ path }) => basename(path)),
        ['status-coach-examples', 'status-coach-examples-2'],
      );
      for (const file of exampleFiles) {
        const copy = await readFile(join(parent, 'status-coach-examples-2', file), 'utf8');
        assert.equal(copy, await readFile(join(extension.extensionPath, 'examples', file), 'utf8'));
      }
    } finally {
      await rm(parent, { recursive: true });
    }
  });
});
