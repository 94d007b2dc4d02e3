/** The command line as a user runs it: the built file in a process of its own. */

import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { useProject } from './project';

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
  const project = useProject();
  const { write, run } = project;

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
    it('fails only at the strength that was asked for', () => {
      write('main.py', source);
      assert.equal(run('check', 'main.py').status, 0);
      assert.equal(run('check', 'main.py', '--fail-on', 'information').status, 0);
      assert.equal(run('check', 'main.py', '--fail-on', 'hint').status, 1);
    });

    it('reads a source from stdin, and takes it for the file of the given name', () => {
      const { status, stdout } = project.runWith(
        source,
        'check',
        '--stdin-filename',
        'app/new.py',
        '--format',
        'json',
        '--fail-on',
        'hint',
      );
      assert.equal(status, 1);
      const [file] = JSON.parse(stdout).files;
      assert.equal(file.path, 'app/new.py');
      assert.equal(file.findings[0].rule, 'post-creates-201');
      const typescript = project.runWith(
        'app.get("/", (req, res) => res.send(1));',
        'scan',
        '--stdin-filename',
        'a.ts',
      );
      assert.equal(JSON.parse(typescript.stdout).files[0].language, 'typescript');
    });

    it('marks what a rule finds as the user says, and remembers it apart', () => {
      write('main.py', source);
      const severitiesOf = (...options: readonly string[]) => {
        const report = JSON.parse(run('check', 'main.py', '--format', 'json', ...options).stdout);
        const found: readonly { rule: string; severity: string }[] = report.files[0].findings;
        return found.map(({ rule, severity }) => `${rule} ${severity}`);
      };
      assert.deepEqual(severitiesOf(), ['post-creates-201 hint']);
      assert.deepEqual(severitiesOf('--rule', 'post-creates-201=error'), ['post-creates-201 error']);
      assert.deepEqual(severitiesOf('--rule', 'post-creates-201=off'), []);
      assert.equal(run('check', 'main.py', '--rule', 'post-creates-201=warning').status, 1);
    });

    it('asks a rule that is off by default when told to', () => {
      write('busy.py', `${source}\n\n@app.get("/busy")\ndef busy():\n    raise HTTPException(503)\n`);
      assert.doesNotMatch(run('check', 'busy.py').stdout, /missing-retry-after/);
      assert.match(run('check', 'busy.py', '--rule', 'missing-retry-after=warning').stdout, /missing-retry-after/);
    });

    it('checks the rest where something cannot be read, says so, and exits with 2', () => {
      write('main.py', source);
      symlinkSync('loop.py', join(project.folder, 'loop.py'));
      const { status, stdout, stderr } = run('check', 'loop.py', 'main.py', '--fail-on', 'hint');
      assert.equal(status, 2);
      assert.match(stdout, /post-creates-201/);
      assert.match(stderr, /^loop\.py cannot be read: too many symbolic links encountered\.\n$/);
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
      'scan changes no file': ['scan', '.', '--fix'],
      'There is no rule post-creates': ['check', '.', '--rule', 'post-creates=off'],
      '--rule accepted-202= takes one of': ['check', '.', '--rule', 'accepted-202'],
      'scan asks no rule': ['scan', '.', '--rule', 'accepted-202=off'],
      '--fix needs a file': ['check', '--stdin-filename', 'a.py', '--fix'],
      'leave the paths out': ['check', '.', '--stdin-filename', 'a.py'],
      'a.txt is in no language': ['check', '--stdin-filename', 'a.txt'],
      '--threads takes a whole number': ['scan', '.', '--threads', 'many'],
      'No file matches *.py': ['scan', '*.py'],
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
