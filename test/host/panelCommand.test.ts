/** The demo panel's command as links and other extensions call it: with a code, with none, with nonsense. */

import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Reveal } from '../../src/panel/protocol';

const open = (...given: readonly unknown[]) =>
  Promise.resolve(vscode.commands.executeCommand<Reveal | null>('statusCoach.openDemoPanel', ...given));

describe('the command that opens the demo panel', () => {
  it('shows a code where it is taught, with a request that gets it', async () => {
    const shown = await open({ code: 409 });
    assert.equal(shown?.chapter, 'client-errors');
    assert.deepEqual([shown?.request?.method, shown?.request?.target], ['POST', '/items']);
  });

  it('shows any code that can be sent, also one that nobody has registered', async () => {
    const shown = await open({ code: 459 });
    assert.deepEqual(shown?.request?.target, '/status/459');
    assert.equal((await open({ code: 102 }))?.request, null);
  });

  it('only opens where no code is given, or nothing that could be one', async () => {
    for (const given of [undefined, null, 404, '404', {}, { code: '404' }, { code: 4.5 }, [404]]) {
      assert.equal((await open(given)) ?? null, null, JSON.stringify(given));
    }
  });
});
