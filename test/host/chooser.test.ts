/** The chooser in a real editor: what it writes, where, and that one undo takes it back. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rangeOf, untitled } from './documents';

const command = 'statusCoach.chooseStatusCode';

const python = `from fastapi import FastAPI, HTTPException, status

app = FastAPI()


@app.get("/items/{item_id}")
def read_item(item_id: int):
    raise HTTPException(status.HTTP_404_NOT_FOUND)


@app.post("/items", status_code=200)
def create_item(item: dict):
    return item
`;
const chosen = python.replace('status_code=200', 'status_code=status.HTTP_201_CREATED');

/** Runs the chooser and takes the first answer to every question, and none to a message, until it is done. */
async function choose(...given: readonly unknown[]): Promise<void> {
  let isDone = false;
  const choosing = Promise.resolve(vscode.commands.executeCommand(command, ...given)).finally(() => {
    isDone = true;
  });
  const deadline = Date.now() + 10_000;
  while (!isDone && Date.now() < deadline) {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await vscode.commands.executeCommand('notifications.clearAll');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await choosing;
}

async function shown(document: vscode.TextDocument, words: string): Promise<vscode.TextEditor> {
  const editor = await vscode.window.showTextDocument(document);
  const { start } = rangeOf(document, words);
  editor.selection = new vscode.Selection(start, start);
  return editor;
}

describe('chooser', () => {
  it('changes the code at the cursor in the style of the file, in one step', async () => {
    const document = await untitled('python', python);
    await shown(document, '200');
    // POST is known: it worked, it made something new.
    await choose();
    assert.equal(document.getText(), chosen);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), python);
  });

  it('changes the code that it is told of, in a document beside', async () => {
    const document = await untitled('python', python);
    await shown(document, 'import');
    const start = python.indexOf('200');
    await vscode.window.showTextDocument(await untitled('python', 'x = 1\n'), vscode.ViewColumn.Beside);
    await choose({ uri: document.uri.toString(), start, end: start + 3 });
    assert.equal(document.getText(), chosen);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('writes a number into a file of any language', async () => {
    const document = await untitled('go', 'w.WriteHeader()\n');
    const editor = await shown(document, ')');
    // No method is known: GET, it worked, the client gets what it asked for.
    await choose();
    assert.equal(document.getText(), 'w.WriteHeader(200)\n');
    assert.deepEqual(editor.selection.active, new vscode.Position(0, 'w.WriteHeader(200'.length));
  });

  it('says so where a file can only be read', async () => {
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const bytes = new TextEncoder().encode(python);
    const files = vscode.workspace.registerFileSystemProvider(
      'status-coach-read-only',
      {
        onDidChangeFile: changed.event,
        watch: () => changed,
        stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: bytes.length }),
        readFile: () => bytes,
        readDirectory: () => [],
        createDirectory: () => assert.fail(),
        writeFile: () => assert.fail(),
        delete: () => assert.fail(),
        rename: () => assert.fail(),
      },
      { isReadonly: true },
    );
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('status-coach-read-only:/main.py'));
      await shown(document, '200');
      await choose();
      assert.equal(document.getText(), python);
    } finally {
      files.dispose();
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});
