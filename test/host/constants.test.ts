/** Status codes rewritten in a real editor, and what the editor knows beyond a document. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { findingsOf, rangeOf, untitled } from './documents';

const python = `from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/items/{item_id}", responses={404: {}})
def read_item(item_id: int):
    raise HTTPException(404)
`;

describe('constants', () => {
  it('are offered for a number, and come with their import', async () => {
    const document = await untitled('python', python);
    const at = rangeOf(document, '404)').start;
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(at, at),
    );
    const offered = actions.filter(({ title }) => title.startsWith('Write '));
    assert.deepEqual(
      offered.map(({ title, kind }) => [title, kind?.value]),
      [
        ['Write 404 as status.HTTP_404_NOT_FOUND', vscode.CodeActionKind.RefactorRewrite.value],
        ['Write all status codes of this file as constants', vscode.CodeActionKind.RefactorRewrite.value],
      ],
    );
    const edit = offered[1]?.edit;
    assert.ok(edit && (await vscode.workspace.applyEdit(edit)));
    assert.equal(
      document.getText(),
      python.replaceAll('404', 'status.HTTP_404_NOT_FOUND').replace('HTTPException\n', 'HTTPException, status\n'),
    );
  });
});

describe('a project', () => {
  it('is read beside a file, and again when it changes', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const own = vscode.Uri.joinPath(folder.uri, 'deprecated');
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(own, name), new TextEncoder().encode(text));
    try {
      await write('requirements.txt', 'starlette==1.7.0\n');
      await write(
        'main.py',
        'from fastapi import HTTPException, status\n\nraise HTTPException(status.HTTP_422_UNPROCESSABLE_ENTITY)\n',
      );
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(own, 'main.py'));
      const [found] = await findingsOf(document, ({ length }) => length === 1);
      assert.match(found?.message ?? '', /^HTTP_422_UNPROCESSABLE_ENTITY is deprecated since starlette 0\.48\.0/);
      assert.equal(found?.severity, vscode.DiagnosticSeverity.Warning);
      await write('requirements.txt', 'starlette==0.40.0\n');
      assert.deepEqual(await findingsOf(document, ({ length }) => length === 0), []);
    } finally {
      await vscode.workspace.fs.delete(own, { recursive: true });
    }
  });
});
