/** A hover that is asked for while a file is being read ahead: it is answered at once, and says all that it says later. */

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Source } from '../../src/core/model';
import { engine, source } from '../support/engine';
import { examples, fixtures, type Original } from '../support/examples';
import { damaged, damages } from '../support/mutations';
import { fuzzRuns } from '../support/properties';

/** Reads ahead as far as the gap, does something there, and reads the rest. */
async function inGap(document: Source, act: () => Promise<void>): Promise<void> {
  let resume = () => {};
  const reached = new Promise<void>((reach) => {
    const ahead = engine.readAhead(document, () => {
      reach();
      return new Promise((resolve) => {
        resume = resolve;
      });
    });
    // A file that is dismissed or cannot be read has no gap.
    void ahead.then(reach, reach);
  });
  await reached;
  await act().finally(resume);
  await engine.scan(document);
}

/** Asks at every status and route of a source, early and late; how often. */
async function compare({ name, languageId, text, uri }: Original): Promise<number> {
  const document = { ...source(languageId, text), uri: uri.replace(/^\w+:\/*/, '$&again/') };
  const whole = { ...document, uri };
  const { uses, routes } = await engine.scan(whole);
  const places = [...uses.map(({ span }) => span.start), ...routes.map(({ head }) => head.start), 0];
  const ask = async () => {
    for (const [index, offset] of places.entries()) {
      // Both are made of the same facts.
      const level = index % 2 === 0 ? 'beginner' : 'advanced';
      const early = await engine.hover(document, offset, level);
      assert.deepEqual(early, await engine.hover(whole, offset, level), `${name} at ${offset}`);
    }
  };
  await inGap(document, ask).finally(() => {
    engine.forget(uri);
    engine.forget(document.uri);
  });
  return places.length;
}

describe('a hover in a file that is read ahead', () => {
  it('says the same before the rest of the file is read as after it', async function () {
    this.timeout(60_000);
    let asked = 0;
    for (const original of [...examples, ...fixtures]) asked += await compare(original);
    assert.ok(asked > 1500, `${asked} hovers`);
  });

  it('says the same in damaged source', async function () {
    this.timeout(fuzzRuns > 0 ? 600_000 : 60_000);
    let asked = 0;
    const example = fc.constantFrom(...examples);
    await fc.assert(
      fc.asyncProperty(example, damages(2000), async (original, cuts) => {
        asked += await compare({ ...original, text: damaged(original.text, cuts) });
      }),
      { numRuns: fuzzRuns || 60 },
    );
    assert.ok(asked > 300, `${asked} hovers`);
  });

  it('waits for nothing where nothing is read', async () => {
    const letter = source('python', 'print("hello")\n');
    await engine.readAhead(letter, () => assert.fail('There is nothing to go before.'));
    assert.equal(await engine.hover(letter, 0, 'beginner'), null);
  });
});
