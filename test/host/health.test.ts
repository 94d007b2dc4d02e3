/** Faults in a real editor: each is logged once with its sentence, and neither hovers nor typing break. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { rules } from '../../src/core/rules/registry';
import { createService } from '../../src/core/service';
import { selector } from '../../src/editor/documents';
import { grammarFiles } from '../../src/editor/grammars';
import { createHealth, type Health } from '../../src/editor/health';
import { hoverProvider } from '../../src/editor/hover';
import { frameworks } from '../../src/frameworks/registry';
import { extensionStarted, hoverAt, readerOf, untitled } from './documents';

const route =
  'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.post("/items", status_code=201)\ndef create(): ...\n';

describe('faults', () => {
  let logged: string[];
  let log: vscode.LogOutputChannel;
  let health: Health;

  before(async () => {
    await extensionStarted();
    log = vscode.window.createOutputChannel('faults', { log: true });
  });
  beforeEach(() => {
    logged = [];
    health = createHealth({ ...log, error: (error: unknown) => logged.push(String(error)), show: () => undefined });
  });
  after(() => log.dispose());

  it('of a provider are logged once, and it answers with nothing', async () => {
    let asked = 0;
    const provider = health.guarded('The test', {
      async provideLater(): Promise<string> {
        asked++;
        throw new Error('broken');
      },
      provideNow(): string {
        throw new TypeError('worse');
      },
      calm: (text: string) => text,
    });
    for (let turn = 0; turn < 3; turn++) {
      assert.equal(await provider.provideLater(), undefined);
      assert.equal(provider.provideNow(), undefined);
    }
    assert.equal(provider.calm('text'), 'text');
    assert.equal(asked, 3);
    assert.deepEqual(
      logged.map((entry) => entry.split('\n')[0]),
      ['The test failed: Error: broken', 'The test failed: TypeError: worse'],
    );
  });

  it('of whoever logs are logged once', () => {
    for (let turn = 0; turn < 3; turn++) {
      health.log.error('A rule failed on one file\n  at line 3');
      health.log.error('A rule failed on another file');
      health.log.error('Files were not read', new Error('gone'));
    }
    assert.deepEqual(
      logged.map((entry) => entry.split('\n')[0]),
      ['A rule failed on one file', 'A rule failed on another file', 'Files were not read: Error: gone'],
    );
  });

  it('leave everything else of a channel as it is', () => {
    const own = createHealth(log).log;
    own.error('broken', new Error('once'));
    own.info('read');
    assert.equal(own.name, log.name);
    assert.equal(own.logLevel, log.logLevel);
    own.onDidChangeLogLevel(() => undefined).dispose();
    own.clear();
  });

  it('that are cancellations are none', async () => {
    const provider = health.guarded('The test', {
      async provide() {
        throw new vscode.CancellationError();
      },
    });
    assert.equal(await provider.provide(), undefined);
    assert.deepEqual(logged, []);
  });

  it('a missing grammar: one sentence for people, and everything else goes on', async () => {
    const nowhere = vscode.workspace.workspaceFolders?.[0]?.uri.with({ path: '/there/is/no/such/folder' });
    assert.ok(nowhere);
    const service = createService({ frameworks, rules, grammars: grammarFiles(readerOf(nowhere)), log });
    const broken = vscode.languages.registerHoverProvider(selector, hoverProvider(service, health));
    try {
      const document = await untitled('python', route);
      await vscode.window.showTextDocument(document);
      for (let turn = 0; turn < 3; turn++) {
        // The hover of the extension itself, whose grammars are there.
        assert.match(await hoverAt(document, '201'), /^\*\*201 Created\*\*/);
        await vscode.commands.executeCommand('type', { text: '#' });
      }
      assert.ok(document.getText().startsWith('###from'));
      assert.equal(logged.length, 1, logged.join('\n'));
      assert.match(
        logged[0] ?? '',
        /^The hover failed: Error: HTTP Status Coach cannot read its own file tree-sitter\.wasm, so it is silent in files that need it\. Installing the extension again should help\./,
      );
    } finally {
      broken.dispose();
      service.dispose();
    }
  });

  it('storage that can only be read: what is chosen holds, and the log says what is lost', async () => {
    const extensionUri = vscode.Uri.file('/extension');
    const memento: vscode.Memento = {
      keys: () => [],
      get: (_: string, otherwise?: unknown) => otherwise,
      update: async () => {
        throw new Error('EROFS: read-only file system');
      },
    };
    const memory = health.forgiving({ extensionUri, globalState: memento, workspaceState: memento }).workspaceState;
    await memory.update('filter', 'post');
    await memory.update('filter', 'get');
    assert.equal(memory.get('filter', 'none'), 'none');
    assert.deepEqual(
      logged.map((entry) => entry.split('\n')[0]),
      ['What you chose is forgotten when this window closes: Error: EROFS: read-only file system'],
    );
  });

  it('a full disk: an export ends with a message, not with a failure', async () => {
    const full = fullFileSystem();
    const provider = vscode.workspace.registerFileSystemProvider('coach-full', full);
    try {
      const to = vscode.Uri.from({ scheme: 'coach-full', path: '/routes.csv' });
      await vscode.commands.executeCommand('statusCoach.exportRoutes', to);
      assert.ok(full.attempts > 0);
      assert.notEqual(vscode.window.activeTextEditor?.document.uri.scheme, 'coach-full');
    } finally {
      provider.dispose();
    }
  });
});

describe('reporting an issue', () => {
  it('opens a form that names versions and the settings that differ, and nothing of the code', async () => {
    const settings = vscode.workspace.getConfiguration('statusCoach');
    await vscode.window.showTextDocument(await untitled('python', `secret = "hunter2"\n${route}`));
    try {
      await settings.update('level', 'advanced', vscode.ConfigurationTarget.Global);
      const address: string = await vscode.commands.executeCommand('statusCoach.reportIssue', { open: false });
      const form = new URL(address);
      const body = form.searchParams.get('body') ?? '';
      const { packageJSON } = vscode.extensions.getExtension('http-status-coach.http-status-coach') ?? {};
      assert.equal(form.origin + form.pathname, 'https://github.com/http-status-coach/http-status-coach/issues/new');
      assert.ok(body.includes(`HTTP Status Coach ${packageJSON.version}`), body);
      assert.ok(body.includes(vscode.version), body);
      assert.match(body, /- `statusCoach\.level`: `"advanced"`/);
      assert.match(body, /Linux|Windows|Darwin|Mac/);
      assert.doesNotMatch(address, /hunter2|secret/);
    } finally {
      await settings.update('level', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

function fullFileSystem(): vscode.FileSystemProvider & { attempts: number } {
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  return {
    attempts: 0,
    onDidChangeFile: changed.event,
    watch: () => changed,
    stat(uri) {
      if (uri.path === '/') return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    readDirectory: () => [],
    createDirectory() {},
    readFile(uri) {
      throw vscode.FileSystemError.FileNotFound(uri);
    },
    writeFile() {
      this.attempts++;
      throw new Error('ENOSPC: no space left on device, write');
    },
    delete() {},
    rename() {},
  };
}
