/** Imports whose last use a fix writes over go with it, and nothing else does. */

import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits';
import { removeNames } from '../../src/core/imports';
import { engine, scanText, source } from '../support/engine';

const handler = (name: string, model: string) =>
  `\n@app.delete("/${name}/{key}", response_model=${model})\ndef delete_${name}(key: int) -> ${model}:\n    ${name}.pop(key)\n    return {"message": "Gone"}\n`;

/** The text with the fix of its first finding of a rule. */
async function fixed(languageId: string, text: string, rule = 'delete-answers-204', path?: string) {
  const placed = { ...source(languageId, text), ...(path && { uri: `file:///${path}` }) };
  const found = (await engine.findings(placed)).find((finding) => finding.rule === rule);
  const fix = found?.fixes[0];
  assert.ok(fix, 'there is no fix');
  return applyEdits(text, fix.edits);
}

/** What the imports of a Python file become when the handler that uses a model no longer does. */
async function importsLeft(imports: string, rest = '', path?: string): Promise<string> {
  const head = `from fastapi import FastAPI\n${imports}\n`;
  const after = await fixed(
    'python',
    `${head}\napp = FastAPI()\n${handler('items', 'Message')}${rest}`,
    undefined,
    path,
  );
  return after.slice(after.indexOf('\n') + 1, after.indexOf('\n\napp ='));
}

describe('imports that a fix leaves without a use', () => {
  it('goes from wherever it stands among others', async () => {
    assert.equal(await importsLeft('from app.models import Item, Message'), 'from app.models import Item');
    assert.equal(await importsLeft('from app.models import Message, User'), 'from app.models import User');
    assert.equal(await importsLeft('from app.models import Item, Message, User'), 'from app.models import Item, User');
    assert.equal(await importsLeft('from app.models import (Item, Message)'), 'from app.models import (Item)');
  });

  it('goes with its line where it has one', async () => {
    const list = (...names: string[]) => `from app.models import (\n${names.map((name) => `    ${name}\n`).join('')})`;
    assert.equal(await importsLeft(list('Item,', 'Message,', 'User,')), list('Item,', 'User,'));
    assert.equal(await importsLeft(list('Item,', 'Message,')), list('Item,'));
    assert.equal(await importsLeft(list('Item,', 'Message')), list('Item,'));
    assert.equal(await importsLeft(list('Message,', 'Item')), list('Item'));
    assert.equal(await importsLeft(list('Item, Message,', 'User')), list('Item,', 'User'));
    assert.equal(await importsLeft(list('Item,', 'Message, User')), list('Item,', 'User'));
  });

  it('keeps the line breaks of Windows', async () => {
    const text = `from fastapi import FastAPI\nfrom app.models import (\n    Item,\n    Message,\n)\n\napp = FastAPI()\n${handler('items', 'Message')}`;
    const after = await fixed('python', text.replaceAll('\n', '\r\n'));
    assert.ok(after.includes('import (\r\n    Item,\r\n)\r\n'), after);
  });

  it('stays where anything else speaks of it', async () => {
    const line = 'from app.models import Item, Message';
    for (const rest of ['\nx: "Message" = None\n', '\n__all__ = ["Message"]\n', handler('users', 'Message')]) {
      assert.equal(await importsLeft(line, rest), line, rest);
    }
    assert.equal(await importsLeft(line, '\nMessages = 1\n'), 'from app.models import Item');
  });

  it('stays where it is to be imported from here, or a comment may be about it', async () => {
    for (const line of [
      'from app.models import Item, Message as Message',
      'from app.models import Item, Message  # noqa: F401',
      'from app.models import (\n    Item,\n    Message,  # for others\n)',
    ]) {
      assert.equal(await importsLeft(line), line);
    }
    const line = 'from .models import Item, Message';
    assert.equal(await importsLeft(line, '', 'app/__init__.py'), line);
  });

  it('stays where nothing but it is imported of a module that may do something when it is loaded', async () => {
    assert.equal(await importsLeft('from app.models import Message'), 'from app.models import Message');
    assert.equal(
      await importsLeft('try:\n    from app.models import Item, Message\nexcept ImportError:\n    pass'),
      'try:\n    from app.models import Item, Message\nexcept ImportError:\n    pass',
    );
  });

  it('stays where it may be a module, which is loaded by being imported', async () => {
    const text = 'from fastapi import FastAPI, status\nfrom app import Item, models\napp = FastAPI()\n';
    const after = applyEdits(
      text,
      removeNames(['status', 'models', 'Item'], await scanText('python', text), text, ['fastapi']),
    );
    assert.equal(after, 'from fastapi import FastAPI\nfrom app import models\napp = FastAPI()\n');
  });

  it('goes from imports of TypeScript', async () => {
    const left = async (line: string) => {
      const text = `import express from 'express';\n${line}\nexpress().get('/', (req, res) => res.sendStatus(200));\n`;
      const after = applyEdits(text, removeNames(['Gone'], await scanText('typescript', text), text, []));
      return after.slice(after.indexOf('\n') + 1, after.indexOf('\nexpress()'));
    };
    assert.equal(await left("import { Gone, Item } from './models';"), "import { Item } from './models';");
    assert.equal(await left("import type { Item, Gone } from './models';"), "import type { Item } from './models';");
    assert.equal(await left("import { Item, type Gone } from './models';"), "import { Item } from './models';");
    assert.equal(await left("import {\n  Gone,\n  Item,\n} from './models';"), "import {\n  Item,\n} from './models';");
    assert.equal(await left("import models, { Gone } from './models';"), "import models, { Gone } from './models';");
    assert.equal(await left("import { Gone } from './models';"), "import { Gone } from './models';");
    assert.equal(await left("const { Item, Gone } = require('./models');"), "const { Item } = require('./models');");
  });

  it('goes once the last of several handlers is fixed, in one go', async () => {
    const text = `from fastapi import FastAPI\nfrom app.models import Item, Message, Note, User\n\napp = FastAPI()\nitems: list[Item] = []\n${handler('items', 'Message')}${handler('users', 'Message')}${handler('notes', 'Note')}`;
    const { text: after, changes, edits } = await engine.fixAll(source('python', text), () => null);
    assert.equal(changes.length, 3);
    assert.ok(after.includes('from app.models import Item, User\n'), after);
    assert.equal(applyEdits(text, edits), after);
  });
});
