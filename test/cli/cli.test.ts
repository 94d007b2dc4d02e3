/** The command line as a user runs it: the built file in a process of its own. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const cli = resolve('dist/cli.js');
let folder: string;

const source = `from fastapi import FastAPI

app = FastAPI()


@app.post("/items")
def create_item(item: Item) -> Item:
    return item


@app.get("/items/{item_id}", status_code=200)
def read_item(item_id: int):
    raise HTTPException(404)
    return {}
`;

describe('command line', () => {
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'status-coach-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  describe('status-coach scan', () => {
    it('prints what was recognised as one JSON object, in the documented form', () => {
      write('app/main.py', source);
      write('app/empty.py', 'x = 404\n');
      write('notes.txt', 'status_code=404');
      const { status, stdout } = run('scan', 'app', '--format', 'json');
      assert.equal(status, 0);
      assert.deepEqual(JSON.parse(stdout), {
        version: 1,
        files: [
          {
            path: 'app/main.py',
            language: 'python',
            framework: 'fastapi',
            routes: [
              {
                method: 'POST',
                path: '/items',
                handler: 'create_item',
                line: 6,
                column: 0,
                endLine: 8,
                declared: [],
                effective: [200],
                returns: 'value',
                creates: true,
              },
              {
                method: 'GET',
                path: '/items/{item_id}',
                handler: 'read_item',
                line: 11,
                column: 0,
                endLine: 14,
                declared: [200],
                effective: [200],
                returns: 'value',
                creates: false,
              },
            ],
            uses: [
              { code: 200, text: '200', form: 'number', role: 'success', line: 11, column: 41, endColumn: 44 },
              { code: 404, text: '404', form: 'number', role: 'raised', line: 13, column: 24, endColumn: 27 },
            ],
          },
        ],
      });
    });

    it('counts a byte order mark and carriage returns in edit offsets, and no mark in columns', () => {
      const text = `\uFEFF@app.post("/items")\r\ndef create_item(item: Item):\r\n    return item\r\n`;
      write('marked.py', text);
      const report = JSON.parse(run('check', 'marked.py', '--format', 'json').stdout);
      const [finding] = report.files[0].findings;
      assert.deepEqual([finding.line, finding.column, finding.endColumn], [1, 1, 9]);
      const [edit] = finding.fixes[0].edits;
      const fixed = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
      assert.ok(fixed.startsWith('\uFEFF@app.post("/items", status_code=201)\r\n'));
    });

    it('reads TypeScript and JavaScript in all their forms', () => {
      for (const ending of ['ts', 'tsx', 'mts', 'cts', 'js', 'jsx', 'mjs', 'cjs']) {
        write(`app.${ending}`, "app.delete('/items', (req, res) => { res.sendStatus(204); });\n");
      }
      const report = JSON.parse(run('scan', '.').stdout);
      assert.equal(report.files.length, 8);
      for (const file of report.files) assert.deepEqual(file.routes[0].effective, [204], file.path);
    });
  });

  describe('status-coach check', () => {
    it('prints a finding a line, and fails only at the strength that was asked for', () => {
      write('main.py', source);
      const quiet = run('check', 'main.py');
      assert.equal(quiet.status, 0);
      assert.match(quiet.stdout, /^main\.py:6:2: hint: POST \/items creates a resource .* \[post-creates-201\]\n$/);
      assert.equal(run('check', 'main.py', '--fail-on', 'hint').status, 1);
    });

    it('adds findings with their fixes to the JSON', () => {
      write('main.py', source);
      const report = JSON.parse(run('check', '.', '--format', 'json').stdout);
      const { message, ...finding } = report.files[0].findings[0];
      assert.match(message, /201 Created/);
      assert.deepEqual(finding, {
        rule: 'post-creates-201',
        severity: 'hint',
        line: 6,
        column: 1,
        endLine: 6,
        endColumn: 9,
        suggest: 201,
        fixes: [
          { title: 'Answer 201 Created', preferred: true, edits: [{ start: 65, end: 65, text: ', status_code=201' }] },
        ],
      });
    });
  });

  describe('wrong use of the command line', () => {
    const mistakes: Readonly<Record<string, readonly string[]>> = {
      'Which command': [],
      'There is no command fix': ['fix', '.'],
      'Which paths': ['scan'],
      'does not print the format yaml': ['check', '.', '--format', 'yaml'],
      'does not print the format text': ['scan', '.', '--format', 'text'],
      '--fail-on takes one of': ['check', '.', '--fail-on', 'never'],
      "Unknown option '--fast'": ['scan', '.', '--fast'],
      'There is no file or folder missing': ['scan', 'missing'],
      'in no language that is read': ['scan', 'notes.txt'],
    };
    for (const [message, args] of Object.entries(mistakes)) {
      it(`says "${message}" and exits with 2`, () => {
        write('notes.txt', 'text');
        const { status, stdout, stderr } = run(...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.ok(stderr.includes(message), stderr);
        assert.doesNotMatch(stderr, /\n\s+at /);
      });
    }

    it('explains itself', () => {
      const { status, stdout } = run('--help');
      assert.equal(status, 0);
      assert.match(stdout, /^Usage: status-coach/);
    });
  });
});

function write(name: string, text: string) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8' });
}
