/** The route map in a real editor: what it knows of the workspace, live, through the file it exports. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

const creating = `from fastapi import FastAPI

app = FastAPI()


@app.post("/things")
def create_thing(thing: Thing) -> Thing:
    return thing
`;

describe('route map', () => {
  let folder: vscode.Uri;
  let top: vscode.Uri;

  before(() => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first);
    top = first.uri;
    folder = vscode.Uri.joinPath(top, 'mapped');
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('statusCoach.clearRouteFilter');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true }).then(undefined, () => undefined);
  });

  const at = (name: string) => vscode.Uri.joinPath(folder, name);
  async function write(name: string, text: string) {
    await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(at(name), '..'));
    await vscode.workspace.fs.writeFile(at(name), new TextEncoder().encode(text));
  }

  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));

  /** The lines of the exported map, once they are as expected. */
  async function exported(until: (lines: readonly string[]) => boolean): Promise<readonly string[]> {
    const to = vscode.Uri.joinPath(top, 'routes.csv');
    const deadline = Date.now() + 20_000;
    for (;;) {
      await vscode.commands.executeCommand('statusCoach.exportRoutes', to);
      const lines = (await read(to)).split('\r\n').filter(Boolean);
      if (until(lines) || Date.now() > deadline) return lines;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const of = (name: string) => (line: string) => line.includes(`mapped/${name}`);

  it('holds every route of the examples, with statuses, findings and lines', async () => {
    const lines = await exported(() => true);
    assert.ok(lines.length > 40, `${lines.length}`);
    const order = lines.filter((line) => line.includes('fastapi-shop/routers/orders.py'));
    assert.ok(
      order.some((line) => /^DELETE,\/orders\/\{order_id\}\/note,200,422,1,hint,delete-answers-204,/.test(line)),
      order.join('\n'),
    );
    assert.ok(lines.some((line) => line.includes('express-shop/src/routes/orders.ts')));
    assert.ok(!lines.some((line) => line.includes('node_modules')));
  });

  it('follows files that are made, changed, moved with their folder and deleted', async () => {
    await exported(() => true);
    await write('one.py', creating);
    const made = await exported((lines) => lines.some(of('one.py')));
    assert.match(made.find(of('one.py')) ?? '', /^POST,\/things,200,\d*,1,hint,post-creates-201,create_thing,,/);

    await write('one.py', creating.replace('"/things"', '"/things", status_code=201'));
    const changed = await exported((lines) => lines.some((line) => of('one.py')(line) && line.includes(',201,')));
    assert.match(changed.find(of('one.py')) ?? '', /^POST,\/things,201,\d*,0,,,/);

    await write('inner/two.py', creating);
    await exported((lines) => lines.some(of('inner/two.py')));
    await vscode.workspace.fs.rename(at('inner'), at('outer'));
    const moved = await exported((lines) => lines.some(of('outer/two.py')) && !lines.some(of('inner/two.py')));
    assert.ok(moved.some(of('outer/two.py')) && !moved.some(of('inner/two.py')), moved.join('\n'));

    await vscode.workspace.fs.delete(folder, { recursive: true });
    const gone = await exported((lines) => !lines.some(of('')));
    assert.deepEqual(gone.filter(of('')), []);
  });

  it('leaves out what .gitignore names, as soon as it does', async () => {
    await write('kept.py', creating);
    await write('ignored.py', creating);
    await exported((lines) => lines.filter(of('')).length === 2);
    await write('.gitignore', 'ignored.py\n');
    const lines = await exported((all) => all.filter(of('')).length === 1);
    assert.deepEqual(lines.filter(of('')).length, 1);
    assert.ok(lines.some(of('kept.py')));
  });

  it('follows typing before anything is saved, and forgets what was typed when the file is closed', async () => {
    await write('typed.py', creating);
    await exported((lines) => lines.some(of('typed.py')));
    const document = await vscode.workspace.openTextDocument(at('typed.py'));
    await vscode.window.showTextDocument(document);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(4, 0), '@app.get("/typed")\ndef typed(): ...\n\n\n');
    await vscode.workspace.applyEdit(edit);
    const typed = await exported((lines) => lines.some((line) => line.startsWith('GET,/typed,200')));
    assert.equal(typed.filter(of('typed.py')).length, 2);
    assert.match(typed.find((line) => line.startsWith('POST,/things')) ?? '', /,10$/);

    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    const closed = await exported((lines) => lines.filter(of('typed.py')).length === 1);
    assert.equal(closed.filter(of('typed.py')).length, 1);
  });

  it('follows the severities that are set', async () => {
    const settings = vscode.workspace.getConfiguration('statusCoach');
    await write('set.py', creating);
    await exported((lines) => lines.some(of('set.py')));
    try {
      await settings.update('rules.post-creates-201', 'error', vscode.ConfigurationTarget.Global);
      const set = await exported((lines) => lines.some((line) => of('set.py')(line) && line.includes(',error,')));
      assert.match(set.find(of('set.py')) ?? '', /,1,error,post-creates-201,/);
      await settings.update('hints.enabled', false, vscode.ConfigurationTarget.Global);
      const off = await exported((lines) => lines.some((line) => of('set.py')(line) && line.includes(',0,')));
      assert.match(off.find(of('set.py')) ?? '', /^POST,\/things,200,\d*,0,,,/);
    } finally {
      await settings.update('rules.post-creates-201', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('hints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('weighs findings by the habit of the workspace, in files that nobody has opened too', async () => {
    for (let index = 0; index < 20; index++) {
      await write(`h${index}.py`, creating.replace('"/things"', '"/things", status_code=201'));
    }
    await write('odd.py', creating);
    await write('other.py', creating);
    const quiet = await exported((lines) => lines.filter(of('')).length === 22);
    // Where documents were opened before, the habit is counted already.
    assert.match(quiet.find(of('other.py')) ?? '', /,1,(?:hint|warning),post-creates-201,/);
    // A file that is opened sets the count going.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('odd.py')));
    const weighed = await exported(
      (lines) => lines.filter((line) => of('')(line) && line.includes(',warning,')).length === 2,
    );
    assert.match(weighed.find(of('other.py')) ?? '', /,1,warning,post-creates-201,/);
    assert.match(weighed.find(of('odd.py')) ?? '', /,1,warning,post-creates-201,/);
  });

  it('exports what the filter leaves, as Markdown too', async () => {
    await vscode.commands.executeCommand('statusCoach.filterRoutes', 'delete 404 fastapi');
    const lines = await exported(() => true);
    assert.ok(lines.length > 1 && lines.slice(1).every((line) => /^DELETE,.*404/.test(line)), lines.join('\n'));
    const to = vscode.Uri.joinPath(top, 'routes.md');
    await vscode.commands.executeCommand('statusCoach.exportRoutes', to);
    const table = await read(to);
    assert.equal(table.split('\n').filter((line) => line.startsWith('| DELETE |')).length, lines.length - 1);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), to.toString());
  });
});
