/** The habit of a workspace and the rewriting of all of it, in a real editor. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rules } from '../../src/core/rules/registry';
import { createService } from '../../src/core/service';
import { workspaceEdit } from '../../src/editor/constants';
import { grammarFiles } from '../../src/editor/grammars';
import { frameworks } from '../../src/frameworks/registry';
import { findingsOf, readerOf } from './documents';

const creating = `from fastapi import FastAPI

app = FastAPI()


@app.post("/items")
def create_item(item: Item) -> Item:
    return item
`;

describe('a workspace', () => {
  let folder: vscode.Uri;
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));

  beforeEach(async () => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    folder = vscode.Uri.joinPath(first.uri, 'habit');
    for (let index = 0; index < 20; index++) {
      await write(`m${index}.py`, creating.replace('"/items"', '"/items", status_code=201'));
    }
    await write('odd.py', creating);
  });
  afterEach(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('has a habit, which makes the odd one out a warning; without it, the hint is quiet again', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, 'odd.py'));
    const [warning] = await findingsOf(document, ([first]) => first?.severity === vscode.DiagnosticSeverity.Warning);
    assert.match(warning?.message ?? '', / 2\d of \d\d creating handlers here answer 201\.$/);
    for (let index = 0; index < 20; index++) {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, `m${index}.py`));
    }
    const [hint] = await findingsOf(document, ([first]) => first?.severity === vscode.DiagnosticSeverity.Hint);
    assert.doesNotMatch(hint?.message ?? 'none', /handlers here|^none$/);
  });

  it('is rewritten by one edit, with the places where its files have them', async () => {
    const extension = vscode.extensions.getExtension('http-status-coach.http-status-coach');
    assert.ok(extension);
    const grammars = grammarFiles(readerOf(extension.extensionUri));
    const log = { info: () => undefined, error: assert.fail };
    const service = createService({ frameworks, rules, grammars, log });
    const token = new vscode.CancellationTokenSource().token;
    const edit = await workspaceEdit(service, 'constants', () => undefined, token);
    const own = edit?.entries().filter(([uri]) => uri.path.includes('/habit/')) ?? [];
    assert.equal(own.length, 20);
    const [first] = own;
    assert.ok(first);
    assert.deepEqual(
      first[1].map(({ range, newText }) => [range.start.line, range.start.character, range.end.character, newText]),
      [
        [0, 27, 27, ', status'],
        [5, 32, 35, 'status.HTTP_201_CREATED'],
      ],
    );
    service.dispose();
  });
});
