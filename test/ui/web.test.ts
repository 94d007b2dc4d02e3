/** VS Code in a browser alone, on a folder that an extension provides: what works there, and what it says of the rest. */

import { strict as assert } from 'node:assert';
import type { Theme, Workbench } from './harness';
import { openWebWorkbench } from './webHarness';

describe('in a browser alone', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await openWebWorkbench();
  });

  after(() => workbench?.close());

  it('lists the routes of a folder that VS Code cannot search', async () => {
    await workbench.runCommand('Status Coach: Show Routes');
    await workbench.page.getByText('orders.py').first().waitFor();
  });

  it('reads code there', async () => {
    await workbench.page.getByText('orders.py').first().click();
    const row = workbench.page.locator('[role="treeitem"]', { hasText: 'POST' }).first();
    await row.click();
    await workbench.page.locator('.editor-group-container.active .view-line').first().waitFor();
    const hover = await workbench.hover('HTTP_409_CONFLICT');
    assert.match(await hover.innerText(), /409 Conflict · raised by POST \/orders/);
  });

  it('says that there is no demo server', async () => {
    // VS Code shows three at a time, and its own extensions have something to say here too.
    await workbench.clearNotifications();
    await workbench.runCommand('Status Coach: Start Demo Server');
    await workbench.notifications
      .getByText('A browser opens no ports, so no demo server can run here. The demo panel answers without one.')
      .waitFor();
    await workbench.clearNotifications();
  });

  for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
    it(`answers in the demo panel without a server, and says so (${theme})`, async () => {
      await workbench.setTheme(theme);
      // Extensions that come with this VS Code lack their browser's part here, and say so.
      await workbench.clearNotifications();
      await workbench.runCommand('Status Coach: Open Demo Panel');
      await workbench.panel.getByText(/no demo server can run here/).waitFor();
      const chapter = workbench.panel.getByRole('button', { name: /Returning status codes/ });
      const send = workbench.panel.getByRole('button', { name: /^Send\b/ });
      await chapter.or(send).first().waitFor();
      if (await chapter.isVisible()) await chapter.click();
      await send.first().click();
      await workbench.panel.getByText('See the exchange').first().waitFor();
      await workbench.screenshot(`web-${theme}`);
    });
  }
});
