/** The workbench as a person meets it when the extension is there: our icon, nothing in the way, no complaint. */

import { strict as assert } from 'node:assert';
import { stat } from 'node:fs/promises';
import { openWorkbench, type Workbench } from './harness';

describe('workbench', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
  });

  after(async () => {
    await workbench.close();
  });

  it('shows our view container in the activity bar', async () => {
    assert.equal(await workbench.viewContainer.count(), 1);
    assert.ok(await workbench.viewContainer.isVisible());
  });

  it('opens with nothing in the way', async () => {
    assert.equal(await workbench.page.locator('.part.auxiliarybar').isVisible(), false);
    assert.equal(await workbench.page.locator('.part.editor .tab').count(), 0);
    assert.equal(await workbench.notifications.count(), 0);
  });

  it('can be pictured', async () => {
    const { size } = await stat(await workbench.screenshot('workbench'));
    assert.ok(size > 10_000, `the picture has only ${size} bytes`);
  });
});
