/** Completions in a real editor: asked for, filtered by VS Code, taken with their import, and switched off. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { untitled } from './documents';

const mark = '‸';

/** Opens a text with the cursor at its mark. */
async function opened(language: string, marked: string): Promise<vscode.TextEditor> {
  const document = await untitled(language, marked.replace(mark, ''));
  const editor = await vscode.window.showTextDocument(document);
  const at = document.positionAt(marked.indexOf(mark));
  editor.selection = new vscode.Selection(at, at);
  return editor;
}

/** Our items at the cursor, in the order that VS Code sorts them by. */
async function offered({ document, selection }: vscode.TextEditor, trigger?: string): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
    trigger,
  );
  return list.items
    .filter(({ sortText }) => sortText?.startsWith('!'))
    .sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
}

function labels(items: readonly vscode.CompletionItem[]): string[] {
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

const route = `from fastapi import FastAPI

app = FastAPI()


@app.post("/items", status_code=${mark})
def create_item(item: Item):
    db.add(item)
    return item
`;

describe('completions', () => {
  it('offer what fits the route first, on typing a sign and on asking', async () => {
    const editor = await opened('python', route);
    for (const trigger of ['=', undefined]) {
      const items = await offered(editor, trigger);
      assert.deepEqual(labels(items).slice(0, 3), ['201 Created', '202 Accepted', '204 No Content']);
      const [first, second] = items;
      assert.equal(first?.preselect, true);
      assert.notEqual(second?.preselect, true);
      assert.equal(first?.detail, 'because of db.add');
      const text = first?.documentation instanceof vscode.MarkdownString ? first.documentation.value : '';
      assert.match(text, /made something new/);
    }
  });

  it('are taken with their import', async () => {
    const head = 'from rest_framework.response import Response\nfrom rest_framework.status import HTTP_200_OK';
    const view = (status: string) =>
      `\n\nclass Items(APIView):\n    def get(self, request):\n        return Response(1, status=HTTP_200_OK)\n\n    def post(self, request):\n        return Response(1, status=${status})\n`;
    const editor = await opened('python', head + view(mark));
    const [first] = await offered(editor);
    assert.equal(first && labels([first])[0], 'HTTP_201_CREATED');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    const written = `${head}, HTTP_201_CREATED${view('HTTP_201_CREATED')}`;
    const deadline = Date.now() + 10_000;
    while (editor.document.getText() !== written && Date.now() < deadline) {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(editor.document.getText(), written);
  });

  it('come by words, over what is typed', async () => {
    const editor = await opened(
      'typescript',
      `app.get('/items', (req, res) => {\n  res.status(too many${mark})\n});\n`,
    );
    const items = await offered(editor, ' ');
    assert.equal(labels(items)[0], '429 Too Many Requests');
    const range = items[0]?.range;
    const replacing = range instanceof vscode.Range ? range : range?.replacing;
    assert.equal(replacing && editor.document.getText(replacing), 'too many');
  });

  it('stay away where no status goes, in strings and in comments', async () => {
    for (const text of [`print(${mark})`, `# status_code=${mark}`, `text = "status_code=${mark}"`]) {
      assert.deepEqual(await offered(await opened('python', `${text}\n`)), []);
    }
  });

  it('stay away by setting', async () => {
    const settings = vscode.workspace.getConfiguration('statusCoach');
    const editor = await opened('python', route);
    try {
      await settings.update('completions.enabled', false, vscode.ConfigurationTarget.Global);
      assert.deepEqual(await offered(editor), []);
    } finally {
      await settings.update('completions.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    assert.ok((await offered(editor)).length > 50);
  });
});
