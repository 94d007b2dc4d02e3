/** The flow chart: every way through it fits its width, no box lies on another, and every code can be reached. */

import assert from 'node:assert/strict';
import { codeCards } from '../../src/core/features/codeCards';
import { layOut, wayThrough, wrapped } from '../../src/panel/page/chartLayout';

const { decisions, codes } = codeCards();
const measure = (text: string) => text.length * 7;

/** Every list of answers that leads from the first question to a code. */
function* ways(from: string = decisions.first, walked: readonly string[] = []): Generator<readonly string[]> {
  const node = decisions.nodes.find(({ id }) => id === from);
  if (node?.kind === 'code') yield walked;
  if (node?.kind !== 'question') return;
  for (const { to } of node.answers) yield* ways(to, [...walked, to]);
}

describe('flow chart', () => {
  for (const width of [220, 380, 640]) {
    it(`stands in ${width} pixels, whatever is chosen`, () => {
      let count = 0;
      for (const way of ways()) {
        count += 1;
        const chart = layOut(decisions, way, { width, lineHeight: 18, measure });
        for (const [index, box] of chart.boxes.entries()) {
          assert.ok(box.x >= 0 && box.x + box.width <= width && box.y + box.height <= chart.height);
          for (const line of box.lines) assert.ok(measure(line) <= box.width - 16 || !line.includes(' '), line);
          const next = chart.boxes[index + 1];
          assert.ok(!next || next.y >= box.y + box.height + 4, 'boxes are apart');
        }
        assert.equal(chart.boxes.filter(({ isChosen }) => isChosen).length, way.length);
        assert.equal(chart.boxes.at(-1)?.kind, 'code');
      }
      assert.ok(count > 100);
    });
  }

  it('leads to codes that are known, each with a sentence', () => {
    const reached = new Set([...ways()].map((way) => wayThrough(decisions, way).at(-1)));
    for (const node of reached) {
      assert.ok(node?.kind === 'code' && codes.some(({ code }) => code === node.code));
    }
  });

  it('leaves out what does not follow', () => {
    assert.deepEqual(
      wayThrough(decisions, ['post', 'nonsense', 'post-worked']).map(({ id }) => id),
      [decisions.first, 'post'],
    );
    const chart = layOut(decisions, ['nonsense'], { width: 300, lineHeight: 18, measure });
    assert.equal(chart.boxes.filter(({ kind }) => kind === 'question').length, 1);
  });

  it('breaks lines between words only', () => {
    assert.deepEqual(wrapped('one two three', 50, measure), ['one two', 'three']);
    assert.deepEqual(wrapped('extraordinary', 20, measure), ['extraordinary']);
  });
});
