/** A hover that is asked for while a file is being read ahead: it is answered at once, and says all that it says later. */

import assert from 'node:assert/strict';
import type { Source } from '../../src/core/model';
import { engine, source } from '../support/engine';
import { examples, fixtures } from '../support/examples';

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
    // A file that is dismissed comes to its gap as well.
    void ahead.catch(reach);
  });
  await reached;
  await act().finally(resume);
  await engine.scan(document);
}

describe('a hover in a file that is read ahead', () => {
  it('says the same before the rest of the file is read as after it', async function () {
    this.timeout(60_000);
    let asked = 0;
    for (const { name, languageId, text, uri } of [...examples, ...fixtures]) {
      const document = { ...source(languageId, text), uri: uri.replace(/^\w+:\/*/, '$&again/') };
      const whole = { ...document, uri };
      const { uses, routes } = await engine.scan(whole);
      const places = [...uses.map(({ span }) => span.start), ...routes.map(({ head }) => head.start), 0];
      await inGap(document, async () => {
        for (const offset of places) {
          // Both are made of the same facts.
          const level = asked++ % 2 === 0 ? 'beginner' : 'advanced';
          const early = await engine.hover(document, offset, level);
          assert.deepEqual(early, await engine.hover(whole, offset, level), `${name} at ${offset}`);
        }
      });
      engine.forget(uri);
      engine.forget(document.uri);
    }
    assert.ok(asked > 1500, `${asked} hovers`);
  });
});
