/** The demo panel in the side bar: opens, sends a real request, explains the answer, and keeps its state when hidden. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

describe('demo panel', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await workbench.runCommand('Status Coach: Open Demo Panel');
    await workbench.panel.locator('main').waitFor();
    await workbench.panel.getByRole('option', { name: 'GET /items/{item_id}', exact: true }).click();
  });

  after(async () => {
    await workbench.close();
  });

  it('shows the endpoints and the address of its server', async () => {
    await workbench.panel
      .getByText(/127\.0\.0\.1:\d+/)
      .first()
      .waitFor();
    const endpoints = await workbench.panel.locator('main').innerText();
    for (const endpoint of ['GET', 'POST', 'DELETE', '/items/{item_id}'])
      assert.ok(endpoints.includes(endpoint), endpoint);
  });

  // A different answer in each theme, so that none can pass by what the one before left on the page.
  const exchanges: readonly (readonly [Theme, string, RegExp, RegExp])[] = [
    ['light', 'An item that exists', /HTTP\/1\.1 200 OK/, /RFC 9110 §15\.3\.1/],
    ['dark', 'One that does not', /HTTP\/1\.1 404 Not Found/, /RFC 9110 §15\.5\.5/],
    ['highContrast', 'Not a number', /HTTP\/1\.1 422 Unprocessable/, /RFC 9110 §15\.5\.21/],
  ];
  for (const [theme, example, statusLine, section] of exchanges) {
    it(`sends a real request and says what the status means (${theme})`, async () => {
      await workbench.setTheme(theme);
      await workbench.panel.getByRole('button', { name: example }).click();
      await workbench.panel.getByRole('button', { name: 'Send' }).click();
      await workbench.panel.getByText(statusLine).first().waitFor();
      const text = await workbench.panel.locator('main').innerText();
      assert.match(text, /content-type/i);
      assert.match(text, section);
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
