/** The demo panel in the side bar: opens, sends a real request, explains the answer, and keeps its state when hidden. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

describe('demo panel', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.runCommand('Status Coach: Open Demo Panel');
    await workbench.panel.locator('main').waitFor();
  });

  after(async () => {
    await workbench.close();
  });

  it('shows three endpoints and the address of its server', async () => {
    await workbench.panel
      .getByText(/127\.0\.0\.1:\d+/)
      .first()
      .waitFor();
    const endpoints = await workbench.panel.locator('main').innerText();
    for (const endpoint of ['GET', 'POST', 'DELETE', '/items/{item_id}'])
      assert.ok(endpoints.includes(endpoint), endpoint);
  });

  for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
    it(`sends a real request and says what the status means (${theme})`, async () => {
      await workbench.setTheme(theme);
      await workbench.panel.getByRole('button', { name: 'Send' }).click();
      await workbench.panel
        .getByText(/HTTP\/1\.1 \d{3}/)
        .first()
        .waitFor();
      const text = await workbench.panel.locator('main').innerText();
      assert.match(text, /content-type/i);
      assert.match(text, /RFC 9110/);
      await workbench.screenshot(`panel-${theme}`);
    });
  }

  it('keeps its state while another view is shown', async () => {
    const before = await workbench.panel.locator('main').innerText();
    await workbench.page.locator('.action-label[aria-label^="Explorer"]').first().click();
    await workbench.openView();
    await workbench.panel
      .getByText(/HTTP\/1\.1 \d{3}/)
      .first()
      .waitFor();
    assert.equal(await workbench.panel.locator('main').innerText(), before);
  });

  it('fits a narrow side bar', async () => {
    await workbench.setTheme('light');
    await workbench.setSideBarWidth(250);
    const overflow = await workbench.panel.locator('body').evaluate((body) => body.scrollWidth - body.clientWidth);
    assert.ok(overflow <= 0, `${overflow} pixels too wide`);
    await workbench.screenshot('panel-narrow');
  });
});
