/** Hovers as the editor gets them: their links, what these may run, and the level that is set. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rangeOf, untitled } from './documents';

const text = `from fastapi import FastAPI, HTTPException

app = FastAPI()


@app.get("/items/{item_id}")
def read_item(item_id: int) -> Item:
    if item_id not in items:
        raise HTTPException(404)
    return items[item_id]
`;

describe('hover links', () => {
  it('run nothing but our own commands', async () => {
    const { isTrusted } = await markdownAt(await untitled('python', text), '404');
    assert.deepEqual(isTrusted, { enabledCommands: ['statusCoach.openDemoPanel', 'statusCoach.chooseStatusCode'] });
    const known = await vscode.commands.getCommands(true);
    for (const command of ['statusCoach.openDemoPanel', 'statusCoach.chooseStatusCode']) {
      assert.ok(known.includes(command), command);
    }
  });

  it('lead to the RFC, to MDN, to the demo with the code, and to the chooser with the place of the status', async () => {
    const document = await untitled('python', text);
    const links = [...(await markdownAt(document, '404')).value.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)];
    assert.deepEqual(
      links.map(([, label]) => label),
      ['RFC 9110 §15.5.5', 'MDN', 'Try it in the demo panel', 'Change it...'],
    );
    const [demo, chooser] = links.slice(2).map(([, , target]) => vscode.Uri.parse(target ?? '', true));
    assert.equal(demo?.path, 'statusCoach.openDemoPanel');
    assert.deepEqual(JSON.parse(demo.query), [{ code: 404 }]);
    assert.equal(chooser?.path, 'statusCoach.chooseStatusCode');
    const start = text.indexOf('404');
    assert.deepEqual(JSON.parse(chooser.query), [{ uri: document.uri.toString(), start, end: start + 3 }]);
  });

  it('open the demo panel', async () => {
    await vscode.commands.executeCommand('statusCoach.openDemoPanel', { code: 404 });
  });
});

describe('a hover on a route', () => {
  it('lists what the handler raises and what the framework adds', async () => {
    const { value } = await markdownAt(await untitled('python', text), 'app.get');
    assert.match(value, /^`GET \/items\/\{item_id\}` answers \*\*200 OK\*\* on success/);
    assert.match(value, /\| 404 Not Found \| raised \|/);
    assert.match(value, /\| 422 Unprocessable Content \| by FastAPI, when the request does not validate \|/);
  });
});

/** The Markdown of our hover at a text. */
async function markdownAt(document: vscode.TextDocument, words: string): Promise<vscode.MarkdownString> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, words).start,
  );
  const found = hovers.flatMap(({ contents }) => contents).find((each) => each instanceof vscode.MarkdownString);
  assert.ok(found instanceof vscode.MarkdownString, `no hover at ${words}`);
  return found;
}
