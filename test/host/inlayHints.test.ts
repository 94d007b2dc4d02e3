/** Reason phrases as inlay hints in a real editor: off until asked for, and at once when the setting changes. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { untitled } from './documents';

const python = `from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.post("/items", status_code=201)
def create_item(item: dict):
    raise HTTPException(409)
`;

async function hintsOf(document: vscode.TextDocument): Promise<string[]> {
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    whole,
  );
  return hints.map(({ label, position }) => {
    const before = document.getText(new vscode.Range(position.translate(0, -3), position));
    return `${before} ${typeof label === 'string' ? label : label.map(({ value }) => value).join('')}`;
  });
}

function set(mode: string | undefined): Thenable<void> {
  return vscode.workspace
    .getConfiguration('statusCoach')
    .update('inlayHints', mode, vscode.ConfigurationTarget.Workspace);
}

describe('inlay hints', () => {
  after(() => set(undefined));

  it('are off until they are asked for, and follow the setting and the text', async () => {
    const document = await untitled('python', python);
    assert.deepEqual(await hintsOf(document), []);
    await set('all');
    assert.deepEqual(await hintsOf(document), ['201 Created', '409 Conflict']);
    await set('lesserKnown');
    assert.deepEqual(await hintsOf(document), ['409 Conflict']);

    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '    raise HTTPException(429)\n');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await hintsOf(document), ['409 Conflict', '429 Too Many Requests']);
    await set('off');
    assert.deepEqual(await hintsOf(document), []);
  });

  it('have a sentence for those who rest the mouse on them', async () => {
    await set('all');
    const document = await untitled('python', python);
    const [hint] = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
    );
    assert.equal(hint?.tooltip, 'The request worked and made something new.');
    assert.equal(hint.paddingLeft, true);
  });
});
