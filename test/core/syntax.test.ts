/** The parser's files: what is said when some cannot be read, and that a file system may come back. */

import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSyntax, type GrammarFiles } from '../../src/core/syntax';
import { grammars } from '../support/engine';

const missing = async (name: string, milliseconds: number): Promise<Uint8Array> => {
  await sleep(milliseconds);
  throw new Error(`${name} is missing`);
};

describe('the files of the parser', () => {
  for (const [runtime, grammar] of [
    [0, 5],
    [5, 0],
  ] as const) {
    it(`are missed in one order: runtime after ${runtime} ms, grammar after ${grammar} ms`, async () => {
      const syntax = createSyntax({
        runtime: () => missing('the runtime', runtime),
        grammar: () => missing('the grammar', grammar),
      });
      await assert.rejects(syntax.parse('python', 'x = 1\n'), /^Error: the runtime is missing$/);
      await assert.rejects(syntax.parse('python', 'x = 1\n'), /^Error: the runtime is missing$/);
    });
  }

  it('are read again after a failure', async () => {
    let isThere = false;
    const files: GrammarFiles = {
      runtime: () => grammars.runtime(),
      grammar: (name) => (isThere ? grammars.grammar(name) : missing('the grammar', 0)),
    };
    const syntax = createSyntax(files);
    await assert.rejects(syntax.parse('python', 'x = 1\n'), /the grammar is missing/);
    isThere = true;
    const parsed = await syntax.parse('python', 'x = 1\n');
    assert.equal(parsed.root.type, 'module');
    parsed.dispose();
  });
});
