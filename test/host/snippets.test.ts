/** Handlers as VS Code offers and inserts them: by our snippets, while they are typed, and by the command. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { extensionStarted, untitled } from './documents';

/** `looked` of them as if they had been looked at. */
async function offeredAt(document: vscode.TextDocument, words: string, looked = 0): Promise<vscode.CompletionItem[]> {
  const at = document.positionAt(document.getText().indexOf(words) + words.length);
  const offered = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
    undefined,
    looked,
  );
  return offered.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

describe('contributed snippets', () => {
  const expected: readonly (readonly [string, string, string, RegExp])[] = [
    [
      'python',
      'FastAPI: create a resource, 201 with its Location',
      'fa-post201',
      /@app\.post\("\/items", status_code=201\)\nasync def create_item\(new_item: NewItem, response: Response\) -> Item:/,
    ],
    [
      'python',
      'FastAPI: delete a resource, 204',
      'fa-delete204',
      /status_code=204\)\nasync def delete_item\(.*\) -> None:/,
    ],
    [
      'typescript',
      'Express: create a resource, 201 with its Location',
      'ex-post201',
      /res\.status\(201\)\.location\(`\/items\/\$\{item\.id\}`\)\.json\(item\)/,
    ],
    ['typescriptreact', 'Express: delete a resource, 204', 'ex-delete204', /res\.status\(204\)\.end\(\)/],
    [
      'javascript',
      'Express: read one resource, 404 without it',
      'ex-get200',
      /^app\.get\('\/items\/:itemId', \(req, res\) => \{/,
    ],
    [
      'javascript',
      'Express test: delete a resource, 204',
      'ex-test-delete204',
      /expect\(response\.status\)\.toBe\(204\)/,
    ],
  ];
  for (const [language, name, prefix, text] of expected) {
    it(`${prefix} is offered and inserts its handler (${language})`, async () => {
      const document = await untitled(language, prefix);
      const labels = (await offeredAt(document, prefix)).map(labelOf);
      assert.ok(labels.includes(prefix), `${prefix} is not offered`);

      const empty = await untitled(language, '');
      await vscode.window.showTextDocument(empty);
      await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: language, name });
      // Other forms of a name are written when its tab-stop is left.
      for (let stop = 0; stop < 3; stop++) await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
      assert.match(empty.getText(), text);
    });
  }
});

const shop = `from fastapi import APIRouter, status

orders = APIRouter()


@orders.get("/orders", status_code=status.HTTP_200_OK)
def read_orders() -> list[str]:
    return []


route-get
`;

describe('offers while typing', () => {
  before(async () => {
    await extensionStarted();
  });

  it('are written as the file is, with their imports', async () => {
    const document = await untitled('python', shop);
    const items = await offeredAt(document, 'route-get', 1000);
    const [item] = items.filter((each) => labelOf(each) === 'route-get200');
    const { insertText } = item ?? {};
    assert.ok(item && insertText instanceof vscode.SnippetString, items.map(labelOf).join(' '));
    assert.match(insertText.value, /^@orders\.get\(".*status\.HTTP_404_NOT_FOUND/s);
    assert.deepEqual(
      item.additionalTextEdits?.map(({ newText }) => newText),
      [', HTTPException'],
    );
    const shown = item.documentation instanceof vscode.MarkdownString ? item.documentation.value : '';
    assert.match(shown, /```python\n@orders\.get\("\/items\/\{item_id\}".*raise HTTPException\(/s);
    const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
    assert.equal(range && document.getText(range), 'route-get');
    assert.ok(items.filter((each) => labelOf(each).startsWith('route-')).length >= 13);
  });

  it('are not there in a handler, in other files, and when the setting is off', async () => {
    const inside = await untitled('python', `${shop.replace('route-get', '')}def more():\n    route\n`);
    const other = await untitled('python', 'route');
    const document = await untitled('python', shop);
    const settings = vscode.workspace.getConfiguration('statusCoach');
    try {
      for (const [where, words] of [
        [inside, '    route'],
        [other, 'route'],
      ] as const) {
        const labels = (await offeredAt(where, words)).map(labelOf);
        assert.deepEqual(
          labels.filter((label) => /^route-/.test(label)),
          [],
        );
      }
      await settings.update('snippets.smart', false, vscode.ConfigurationTarget.Global);
      const labels = (await offeredAt(document, 'route-get')).map(labelOf);
      assert.deepEqual(
        labels.filter((label) => /^route-/.test(label)),
        [],
      );
    } finally {
      await settings.update('snippets.smart', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('Insert Route Handler', () => {
  it('writes behind the route at the cursor, in one step to undo', async () => {
    const before = shop.replace('\n\nroute-get\n', '');
    const document = await untitled('python', before);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(before.indexOf('return'));
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('statusCoach.insertRouteHandler', {
      framework: 'fastapi',
      operation: 'delete204',
      resource: 'order line',
    });
    assert.equal(
      document.getText(),
      `${before.trimEnd().replace('status\n', 'status, HTTPException\n')}


@orders.delete("/order-lines/{order_line_id}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_order_line(order_line_id: int) -> None:
    if order_lines.pop(order_line_id, None) is None:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="Order line not found")
`,
    );
    assert.equal(document.lineAt(editor.selection.active).text.slice(0, 14), '@orders.delete');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('writes a program into an empty file, indented as the editor does', async () => {
    const document = await untitled('typescript', '');
    const editor = await vscode.window.showTextDocument(document);
    editor.options = { insertSpaces: false };
    await vscode.commands.executeCommand('statusCoach.insertRouteHandler', {
      framework: 'express',
      operation: 'list200',
      resource: 'category',
    });
    assert.match(document.getText(), /^import express, \{ type Request, type Response \} from 'express';\n/);
    assert.match(
      document.getText(),
      /\napp\.get\('\/categories', .*\n\tres\.json\(\[\.\.\.categories\.values\(\)\]\);\n\}\);\n\napp\.listen\(3000\);\n$/,
    );
  });
});
