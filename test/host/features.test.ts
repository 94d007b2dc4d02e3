/** Hover, findings, fixes and snippets in a real editor, on documents of every kind. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { actionsAt, findingsOf, hoverAt, rangeOf, settledFindings, untitled } from './documents';

const python = `from fastapi import FastAPI, HTTPException, status

app = FastAPI()


@app.post("/items")
def create_item(item: Item) -> Item:
    if item.name in names:
        raise HTTPException(status.HTTP_409_CONFLICT)
    return item


@app.delete("/items/{item_id}", response_model=Message)
def delete_item(item_id: int) -> dict[str, bool]:
    items.pop(item_id)
    return {"ok": True}


timeout = 500
`;

const typescript = `import express from 'express';
const app = express();
app.post('/items', async (req, res) => {
  if (!req.body) return res.status(422).end();
  const item = await Item.create(req.body);
  res.json(item);
});
`;

describe('hover', () => {
  it('explains numbers and constants in an untitled Python document', async () => {
    const document = await untitled('python', python);
    assert.match(await hoverAt(document, 'HTTP_409_CONFLICT'), /^\*\*409 Conflict\*\* · raised by `POST \/items`/);
    assert.match(await hoverAt(document, 'app.post'), /`POST \/items` answers \*\*200 OK\*\*/);
    assert.equal(await hoverAt(document, '500'), '');
  });

  for (const language of ['typescript', 'typescriptreact', 'javascript', 'javascriptreact']) {
    it(`explains a number in ${language}`, async () => {
      const document = await untitled(language, typescript);
      assert.match(await hoverAt(document, '422'), /^\*\*422 Unprocessable Content\*\* · answered by `POST \/items`/);
    });
  }

  it('explains a fragment without imports, as a document and as a notebook cell', async () => {
    const fragment = '@app.delete("/items/{item_id}", status_code=204)\ndef delete_item(item_id: int): ...\n';
    assert.match(await hoverAt(await untitled('python', fragment), '204'), /^\*\*204 No Content\*\*/);

    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, fragment, 'python');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    assert.match(await hoverAt(notebook.cellAt(0).document, '204'), /^\*\*204 No Content\*\*/);
  });

  it('goes deeper, and stays away, by setting', async () => {
    const settings = vscode.workspace.getConfiguration('statusCoach');
    const document = await untitled('python', python);
    const short = await hoverAt(document, 'HTTP_409_CONFLICT');
    try {
      await settings.update('level', 'advanced', vscode.ConfigurationTarget.Global);
      assert.ok((await hoverAt(document, 'HTTP_409_CONFLICT')).length > short.length);
      await settings.update('hover.enabled', false, vscode.ConfigurationTarget.Global);
      assert.equal(await hoverAt(document, 'HTTP_409_CONFLICT'), '');
    } finally {
      await settings.update('level', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hover.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('findings and fixes', () => {
  it('are quiet hints with a name, and go when they are fixed', async () => {
    const document = await untitled('python', python);
    const found = await findingsOf(document, ({ length }) => length === 2);
    assert.deepEqual(
      found.map(({ code, severity }) => [typeof code === 'object' ? code.value : code, severity]),
      [
        ['post-creates-201', vscode.DiagnosticSeverity.Hint],
        ['delete-answers-204', vscode.DiagnosticSeverity.Hint],
      ],
    );

    const [fix] = await actionsAt(document, 'app.delete');
    assert.equal(fix?.title, 'Answer 204 No Content, without a body');
    assert.equal(fix?.isPreferred, true);
    assert.ok(fix?.kind?.contains(vscode.CodeActionKind.QuickFix));
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(
      document.getText(rangeOf(document, document.getText().slice(document.getText().indexOf('@app.delete')))),
      `@app.delete("/items/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
def delete_item(item_id: int) -> None:
    items.pop(item_id)


timeout = 500
`,
    );
    assert.equal((await findingsOf(document, ({ length }) => length === 1)).length, 1);
  });

  it('undoes a fix in one step', async () => {
    const document = await untitled('typescript', typescript);
    const editor = await vscode.window.showTextDocument(document);
    const [fix] = await actionsAt(document, 'app.post');
    assert.ok(fix?.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.match(editor.document.getText(), /res\.status\(201\)\.json\(item\)/);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), typescript);
  });

  it('offers fitting codes on a route without a finding', async () => {
    const document = await untitled('python', '@app.post("/login")\ndef login(form: Form):\n    return {}\n');
    const offered = await actionsAt(document, 'return');
    assert.deepEqual(
      offered.map(({ title }) => title),
      ['Answer 201 Created', 'Answer 202 Accepted', 'Answer 204 No Content, without a body'],
    );
    assert.ok(offered.every(({ kind }) => kind?.contains(vscode.CodeActionKind.RefactorRewrite)));
    assert.deepEqual(await settledFindings(document), []);
  });

  it('follow typing and settings at once', async () => {
    const settings = vscode.workspace.getConfiguration('statusCoach');
    const document = await untitled('python', python);
    await findingsOf(document, ({ length }) => length === 2);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, rangeOf(document, '"/items")'), '"/items", status_code=201)');
    await vscode.workspace.applyEdit(edit);
    assert.equal((await findingsOf(document, ({ length }) => length === 1)).length, 1);
    try {
      await settings.update('rules.delete-answers-204', 'warning', vscode.ConfigurationTarget.Global);
      const [warning] = await findingsOf(document, ([first]) => first?.severity === vscode.DiagnosticSeverity.Warning);
      assert.equal(warning?.severity, vscode.DiagnosticSeverity.Warning);
      await settings.update('hints.enabled', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await findingsOf(document, ({ length }) => length === 0), []);
    } finally {
      await settings.update('rules.delete-answers-204', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('survive a file of 5 MB', async () => {
    const document = await untitled('python', '@app.post("/items")\ndef create_item(): ...\n'.repeat(120_000));
    assert.equal(await hoverAt(document, 'app.post'), '');
    assert.deepEqual(await settledFindings(document), []);
  });
});
