/** Files of ours are loaded as the modules that they are, and what V8 has kept of them is used for the same text alone. */

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledFiles } from '../../src/platform/compiled';
import { createLoader } from '../../src/platform/loader';

describe('loading our own files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'status-coach-loader-'));
    writeFileSync(join(folder, 'part.js'), 'exports.count = 0;\n');
    writeFileSync(
      join(folder, 'main.js'),
      "const part = require('./part.js');\nexports.next = () => ++part.count;\nexports.host = () => require('host');\nexports.late = () => require('./late.js');\n",
    );
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const kept = () => join(folder, 'kept');

  interface Main {
    next(): number;
    host(): unknown;
    late(): unknown;
  }

  function window() {
    const files = compiledFiles(folder, kept());
    const load = createLoader(files.fetchProgram, (id) => `the ${id}`);
    return { files, load: () => load<Main>('main.js', ['part.js']) };
  }

  it('loads each once, hands over what is not ours, and does not guess', async () => {
    const { files, load } = window();
    const [first, second] = await Promise.all([load(), load()]);
    assert.equal(first, second);
    assert.deepEqual([first.next(), second.next()], [1, 2]);
    assert.equal(first.host(), 'the host');
    assert.throws(() => first.late(), /late\.js is not loaded/);
    files.dispose();
  });

  it('tries again after a failure', async () => {
    const text = readFileSync(join(folder, 'part.js'));
    rmSync(join(folder, 'part.js'));
    const { files, load } = window();
    await assert.rejects(load(), /ENOENT/);
    writeFileSync(join(folder, 'part.js'), text);
    assert.equal((await load()).next(), 1);
    files.dispose();
  });

  it('keeps compiled code once, and runs it the next time', async () => {
    const written: number[] = [];
    for (const round of [1, 2]) {
      const { files, load } = window();
      assert.equal((await load()).next(), 1);
      await files.keep();
      files.dispose();
      assert.deepEqual(readdirSync(kept()).sort(), ['main.js.bin', 'part.js.bin'], `round ${round}`);
      written.push(statSync(join(kept(), 'main.js.bin')).mtimeMs);
    }
    // What had its code is not written anew.
    assert.equal(written[0], written[1]);
  });

  it('runs the text that is there, whatever is kept', async () => {
    const before = window();
    await before.load();
    await before.files.keep();
    before.files.dispose();
    const text = readFileSync(join(folder, 'main.js'), 'utf8');
    // Of the same length, which is all that V8 compares.
    writeFileSync(join(folder, 'main.js'), text.replace('++part', '--part'));
    // Damaged in the middle, where V8 does not look.
    const code = readFileSync(join(kept(), 'part.js.bin'));
    code.fill(0, code.length / 2);
    writeFileSync(join(kept(), 'part.js.bin'), code);
    const { files, load } = window();
    assert.equal((await load()).next(), -1);
    files.dispose();
  });

  it('loads where nothing can be kept', async () => {
    writeFileSync(kept(), 'a file in its place');
    const { files, load } = window();
    assert.equal((await load()).next(), 1);
    await assert.rejects(files.keep());
    files.dispose();
  });

  it('are texts of one byte a character, which V8 holds in half the memory and reads faster', () => {
    for (const name of ['adapters.js', 'engine.js', 'text.js', 'tree-sitter.js']) {
      const wide = readFileSync(join('dist', name), 'utf8').match(/.{0,30}[^\0-\xff].{0,30}/);
      assert.equal(wide?.[0], undefined, name);
    }
  });
});
