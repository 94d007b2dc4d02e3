/** Findings while somebody types: the old ones stay until the new ones are there, and those come soon. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { outputMark } from '../../scripts/report.mjs';
import { findingsOf, rangeOf, untitled } from './documents';

/** Milliseconds from the last keystroke to new findings; half of it is the pause that tells a burst from its end. */
const soon = 300;

const route = (index: number) => `
@app.post("/items${index}")
def create_item_${index}(item: Item) -> Item:
    if item.name in names:
        raise HTTPException(409)
    return item

`;

describe('findings while typing', () => {
  it(`stay until new ones are there, at most ${soon} ms after the last keystroke in 1,000 lines`, async () => {
    const count = 125;
    const head = 'from fastapi import FastAPI, HTTPException\n\napp = FastAPI()\n';
    const document = await untitled(
      'python',
      head + Array.from({ length: count }, (_, index) => route(index)).join(''),
    );
    assert.ok(document.lineCount > 870);
    await vscode.window.showTextDocument(document);
    await findingsOf(document, ({ length }) => length === count);

    const delays: number[] = [];
    for (let index = 10; index < 60; index += 10) {
      const editor = await vscode.window.showTextDocument(document);
      const { end } = rangeOf(document, `"/items${index}"`);
      editor.selection = new vscode.Selection(end, end);
      const seen: number[] = [];
      let changedAt = 0;
      const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (!uris.some((uri) => uri.toString() === document.uri.toString())) return;
        changedAt = Date.now();
        seen.push(vscode.languages.getDiagnostics(document.uri).length);
      });
      let pressed = 0;
      for (const key of ', status_code=201') {
        pressed = Date.now();
        await vscode.commands.executeCommand('type', { text: key });
      }
      const left = await findingsOf(document, ({ length }) => length === count - index / 10);
      listener.dispose();
      assert.equal(left.length, count - index / 10);
      assert.ok(
        seen.every((length) => length >= left.length),
        `findings went away for a moment: ${seen}`,
      );
      delays.push(changedAt - pressed);
    }
    const median = [...delays].sort((a, b) => a - b)[2] ?? Number.NaN;
    console.log(`${outputMark}        new findings after ${median} ms (${delays.join(', ')})`);
    assert.ok(median <= soon, `it took ${median} ms (${delays.join(', ')})`);
  });
});
