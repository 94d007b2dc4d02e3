/** All preferred fixes of a text: what is taken, what is refused, and that rounds become one set of edits. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, composeEdits } from '../../src/core/edits';
import { fixText } from '../../src/core/features/fixAll';
import type { Edit, Finding } from '../../src/core/model';
import { emptyScan } from '../../src/core/scan/scan';
import { engine, source } from '../support/engine';
import '../support/properties';

describe('fixing a text', () => {
  const scan = emptyScan('python');

  /** A finding for each `x` of a text, whose fix writes something in its place. */
  function look(replacement: (index: number) => readonly Edit[]) {
    return async (text: string) => ({
      scan,
      findings: [...text.matchAll(/x\d/g)].map(
        (match): Finding => ({
          rule: 'no-x',
          span: { start: match.index, end: match.index + 2 },
          message: match[0],
          severity: 'hint',
          suggest: null,
          fixes: [{ title: `Fix ${match[0]}`, preferred: true, edits: replacement(match.index) }],
        }),
      ),
    });
  }

  it('gives up on a finding that outlives its fix, and does the others', async () => {
    const fixed = await fixText(
      'x1 x2 x3',
      look((start) => [{ span: { start, end: start + 2 }, text: start === 3 ? 'x2' : 'y' }]),
    );
    assert.deepEqual(fixed, {
      text: 'y x2 y',
      changes: [
        { line: 1, title: 'Fix x1' },
        { line: 1, title: 'Fix x3' },
      ],
      edits: [
        { span: { start: 0, end: 2 }, text: 'y' },
        { span: { start: 6, end: 8 }, text: 'y' },
      ],
    });
  });

  it('never applies two fixes that write at one place in one go', async () => {
    // Both add the import; whichever comes second must have seen the first.
    const lookAgain = (text: string) =>
      look((start) => [
        ...(text.includes('import') ? [] : [{ span: { start: 0, end: 0 }, text: 'import\n' }]),
        { span: { start, end: start + 2 }, text: 'y' },
      ])(text);
    assert.equal((await fixText(' x1 x2', lookAgain)).text, 'import\n y y');
  });

  it('ends where fixes go on for ever', async () => {
    let rounds = 0;
    const endless = async (text: string) => {
      const found = await look((start) => [{ span: { start, end: start + 2 }, text: `x${++rounds % 10}` }])(text);
      return found;
    };
    const { changes } = await fixText('x0', endless);
    assert.ok(changes.length <= 5);
  });

  it('fixes what is wanted and nothing else', async () => {
    const fixed = await fixText(
      'x1 x2',
      look((start) => [{ span: { start, end: start + 2 }, text: 'y' }]),
      ({ message }) => message === 'x2',
    );
    assert.equal(fixed.text, 'x1 y');
  });

  it('gives what met a refused fix its turn', async () => {
    // The first fix changes nothing, and writes where the second does.
    const fixed = await fixText(
      'x1x2',
      look((start) => [{ span: { start, end: start + 2 }, text: start === 0 ? 'x1' : 'y' }]),
    );
    assert.equal(fixed.text, 'x1y');
  });
});

describe('fixing a source', () => {
  const text = `from fastapi import FastAPI
app = FastAPI()
@app.post("/items")
def create_item(item: Item):
    return item
@app.delete("/items/{item_id}")
def delete_item(item_id: int):
    del items[item_id]
    return {"ok": True}
`;

  it('fixes every rule that is on, and leaves the others', async () => {
    const all = await engine.fixAll(source('python', text), () => null);
    assert.match(all.text, /"\/items", status_code=201.*"\/items\/\{item_id\}", status_code=204/s);
    assert.equal(applyEdits(text, all.edits), all.text);
    const one = await engine.fixAll(source('python', text), ({ id }) => (id === 'post-creates-201' ? 'off' : null));
    assert.match(one.text, /post\("\/items"\).*status_code=204/s);
    const none = await engine.fixAll(source('python', text), () => 'off');
    assert.deepEqual(none, { text, changes: [], edits: [] });
  });

  it('keeps nothing of sources that nobody has open', async () => {
    const open = source('python', text);
    const scan = await engine.scan(open);
    for (let index = 0; index < 40; index++) {
      const closed = source('python', text);
      assert.equal((await engine.glance(closed)).length, 2);
      await engine.fixAll(closed, () => null);
    }
    assert.equal(await engine.scan(open), scan, 'it had to be read again');
  });

  it('fixes one rule where it is asked for one', async () => {
    const wanted = ({ rule }: Finding) => rule === 'post-creates-201';
    const { text: fixed } = await engine.fixAll(source('python', text), () => null, wanted);
    assert.match(fixed, /status_code=201.*delete\("\/items\/\{item_id\}"\)/s);
  });
});

describe('edits of several rounds', () => {
  it('become one set that does the same', () => {
    const drafts = fc.array(
      fc.array(fc.tuple(fc.nat(40), fc.nat(6), fc.stringMatching(/^[a-z]{0,4}$/)), { maxLength: 4 }),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{0,30}$/), drafts, (text, rounds) => {
        let current = text;
        const done: Edit[][] = [];
        for (const drawn of rounds) {
          const edits: Edit[] = [];
          let free = 0;
          for (const [skip, length, written] of drawn) {
            const start = free + skip;
            const end = start + length;
            if (end > current.length) break;
            edits.push({ span: { start, end }, text: written });
            free = end + 1;
          }
          done.push(edits);
          current = applyEdits(current, edits);
        }
        const edits = composeEdits(text, done);
        assert.equal(applyEdits(text, edits), current);
        for (const [index, { span }] of edits.entries()) {
          const previous = edits[index - 1];
          assert.ok(!previous || previous.span.end < span.start, 'edits meet');
        }
      }),
    );
  });
});
