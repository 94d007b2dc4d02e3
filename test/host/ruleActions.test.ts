/** What can be done about a finding beside its own fix: silence it, turn its rule off, fix all of a file or workspace. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { findingsOf, rangeOf, untitled } from './documents';

const python = `from fastapi import FastAPI

app = FastAPI()


@app.post("/items")
def create_item(item: Item):
    return item


@app.post("/orders")
def create_order(order: Order):
    return order


@app.delete("/items/{item_id}")
def delete_item(item_id: int):
    del items[item_id]
`;

async function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    // Those whose edits are made when they are chosen are chosen here.
    10,
  );
  return actions.filter(({ title }) => /^(?:Answer \d|Fix |Ignore |Turn off )/.test(title));
}

function startOf(document: vscode.TextDocument, words: string): vscode.Range {
  const { start } = rangeOf(document, words);
  return new vscode.Range(start, start);
}

async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((each) => each.title === title);
  assert.ok(action, `${title} is not among ${actions.map((each) => each.title).join(', ')}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('what the light bulb offers beside fixes', () => {
  it('comes after them, in few words, and is never preferred', async () => {
    const document = await untitled('python', python);
    const offered = await quickFixes(document, startOf(document, 'app.post'));
    assert.deepEqual(
      offered.map(({ title, isPreferred }) => [title, isPreferred === true]),
      [
        ['Answer 201 Created', true],
        ['Fix all post-creates-201 findings in this file', false],
        ['Ignore this finding on this line', false],
        ['Turn off post-creates-201 in this workspace', false],
      ],
    );
    const lonely = await quickFixes(document, startOf(document, 'app.delete'));
    assert.deepEqual(
      lonely.map(({ title }) => title),
      ['Answer 204 No Content', 'Ignore this finding on this line', 'Turn off delete-answers-204 in this workspace'],
    );
  });

  it('does not grow with the findings of a line', async () => {
    const post = `app.post('/items', async (req, res) => { res.json(await Item.create(req.body)); });`;
    const remove = `app.delete('/items/:id', (req, res) => { items.delete(req.params.id); res.json({ ok: true }); });`;
    const text = `import express from 'express';\nconst app = express();\n${post} ${remove}\n`;
    const document = await untitled('typescript', text);
    const offered = await quickFixes(document, document.lineAt(2).range);
    assert.deepEqual(
      offered.map(({ title }) => title),
      [
        'Answer 201 Created',
        'Answer 204 No Content, without a body',
        'Fix all findings like these in this file',
        'Ignore these 2 findings on this line',
        'Turn off a rule in this workspace',
      ],
    );
    await take(offered, 'Ignore these 2 findings on this line');
    assert.equal(document.lineAt(2).text, '// status-coach: ignore post-creates-201, delete-answers-204');
    assert.deepEqual(await findingsOf(document, ({ length }) => length === 0), []);
  });

  it('ignores a finding with a comment, and takes it back in one step', async () => {
    const document = await untitled('python', python);
    await vscode.window.showTextDocument(document);
    assert.equal((await findingsOf(document, ({ length }) => length === 3)).length, 3);
    await take(await quickFixes(document, startOf(document, 'app.post')), 'Ignore this finding on this line');
    const comment = '# status-coach: ignore post-creates-201\n';
    assert.equal(document.getText(), python.replace('@app.post("/items")', `${comment}@app.post("/items")`));
    assert.equal((await findingsOf(document, ({ length }) => length === 2)).length, 2);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), python);
  });

  it('turns a rule off in the workspace', async () => {
    const settings = () => vscode.workspace.getConfiguration('statusCoach').inspect('rules.post-creates-201');
    const document = await untitled('python', python);
    await findingsOf(document, ({ length }) => length === 3);
    try {
      const actions = await quickFixes(document, startOf(document, 'app.post'));
      await take(actions, 'Turn off post-creates-201 in this workspace');
      assert.equal(settings()?.workspaceValue, 'off');
      assert.equal((await findingsOf(document, ({ length }) => length === 1)).length, 1);
    } finally {
      const { Workspace } = vscode.ConfigurationTarget;
      await vscode.workspace.getConfiguration('statusCoach').update('rules.post-creates-201', undefined, Workspace);
    }
  });

  it('links a finding to the page of its rule', async () => {
    const document = await untitled('python', python);
    const [first] = await findingsOf(document, ({ length }) => length === 3);
    assert.ok(typeof first?.code === 'object');
    assert.equal(first.code.value, 'post-creates-201');
    assert.match(first.code.target.toString(), /^https:\/\/github\.com\/.+\/docs\/rules\/post-creates-201\.md$/);
  });
});

describe('fixing all of a file', () => {
  const fixed = python
    .replace('"/items")', '"/items", status_code=201)')
    .replace('"/orders")', '"/orders", status_code=201)');
  const allFixed = fixed.replace('"/items/{item_id}")', '"/items/{item_id}", status_code=204)');

  it('fixes one rule, and takes it back in one step', async () => {
    const document = await untitled('python', python);
    await vscode.window.showTextDocument(document);
    const actions = await quickFixes(document, startOf(document, 'app.post'));
    await take(actions, 'Fix all post-creates-201 findings in this file');
    assert.equal(document.getText(), fixed);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), python);
  });

  it('fixes every rule that is on when the source action is asked for, and only then', async () => {
    const document = await untitled('python', python);
    await vscode.window.showTextDocument(document);
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    const ask = (kind?: string) =>
      vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, all, kind);
    assert.ok((await ask()).every(({ kind }) => !kind?.contains(vscode.CodeActionKind.Source)));
    const [action, ...others] = await ask('source.fixAll.statusCoach');
    assert.deepEqual(others, []);
    assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), allFixed);
    assert.deepEqual(await ask('source.fixAll.statusCoach'), []);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), python);
  });

  it('fixes when saving, for those who want that', async () => {
    const file = await written('on_save.py', python);
    const settings = vscode.workspace.getConfiguration('editor');
    const { Workspace } = vscode.ConfigurationTarget;
    try {
      const document = await vscode.workspace.openTextDocument(file);
      await vscode.window.showTextDocument(document);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(file, new vscode.Position(0, 0), '\n');
      await vscode.workspace.applyEdit(edit);
      assert.ok(await document.save());
      assert.equal(document.getText(), `\n${python}`);
      await settings.update('codeActionsOnSave', { 'source.fixAll.statusCoach': 'explicit' }, Workspace);
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.files.save');
      assert.equal(document.getText(), `\n\n${allFixed}`);
    } finally {
      await settings.update('codeActionsOnSave', undefined, Workspace);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await vscode.workspace.fs.delete(file);
    }
  });
});

describe('fixing a rule in the workspace', () => {
  const rule = 'post-creates-201';
  const settings = () => vscode.workspace.getConfiguration('files');

  beforeEach(async () => {
    // The examples have findings of their own.
    await settings().update(
      'exclude',
      { 'express-shop': true, 'fastapi-shop': true },
      vscode.ConfigurationTarget.Workspace,
    );
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await settings().update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    for (const name of ['one.py', 'two.py', 'apps']) {
      await vscode.workspace.fs.delete(inWorkspace(name), { recursive: true }).then(undefined, () => undefined);
    }
  });

  /** Runs the command, and answers what it asks by a command of the workbench until it is done. */
  async function run(answers: readonly string[], ...values: readonly unknown[]) {
    let isDone = false;
    const done = Promise.resolve(vscode.commands.executeCommand('statusCoach.fixRuleInWorkspace', ...values)).finally(
      () => {
        isDone = true;
      },
    );
    const deadline = Date.now() + 15_000;
    while (!isDone) {
      assert.ok(Date.now() < deadline, 'it is still asking');
      await pause(200);
      for (const answer of answers) if (!isDone) await vscode.commands.executeCommand(answer);
    }
    await done;
  }

  it('shows what would change, changes it where that is accepted, and takes it back in one step', async () => {
    const file = await written('one.py', python);
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
    const offered = await quickFixes(document, startOf(document, 'app.post'));
    assert.ok(offered.some(({ title }) => title === `Fix ${rule} everywhere, with preview`));

    await run(['refactorPreview.discard'], [rule]);
    assert.equal(document.getText(), python);
    await run(['refactorPreview.apply'], [rule]);
    assert.equal(document.getText().match(/status_code=201/g)?.length, 2);
    assert.doesNotMatch(document.getText(), /204/);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), python);
  });

  it('reads files that are not open, open ones as they are, and none that git ignores', async () => {
    const closed = await written('one.py', python.replaceAll('\n', '\r\n'));
    const open = await written('two.py', '');
    const inFolder = await written('apps/three.py', python);
    const ignored = await written('apps/generated/four.py', python);
    await written('apps/.gitignore', 'generated/\n');
    const foreign = await written('apps/node_modules/five.py', python);
    const document = await vscode.workspace.openTextDocument(open);
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(open, new vscode.Position(0, 0), python);
    await vscode.workspace.applyEdit(edit);

    // The only rules with findings here are two; the first is picked.
    await run(['workbench.action.acceptSelectedQuickOpenItem', 'refactorPreview.apply']);
    const counts = [];
    for (const file of [closed, open, inFolder, ignored, foreign]) {
      const text = (await vscode.workspace.openTextDocument(file)).getText();
      counts.push(text.match(/post\("\/\w+", status_code=201\)/g)?.length ?? 0);
    }
    assert.deepEqual(counts, [2, 2, 2, 0, 0]);
  });
});

function inWorkspace(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, name);
}

async function written(name: string, text: string): Promise<vscode.Uri> {
  const file = inWorkspace(name);
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  return file;
}
