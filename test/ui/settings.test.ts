/** A wrong setting as a person meets it: one message that can be passed over, and a button that leads to the setting. */

import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Theme, type Workbench } from './harness';

describe('a wrong setting', () => {
  let workbench: Workbench;
  let message: Locator;

  before(async () => {
    workbench = await openWorkbench({ file: 'fastapi-shop/main.py' });
    // A hover shows that the extension is there.
    await workbench.hover('201');
    message = workbench.page.locator('.notifications-center .notification-list-item', { hasText: 'cannot be' });
  });

  after(async () => {
    await workbench.close();
  });

  /** Driven as it is here, VS Code keeps messages for the list of notifications. */
  async function showMessages(): Promise<void> {
    if (!(await message.first().isVisible())) await workbench.runCommand('Notifications: Show Notifications');
    await message.first().waitFor();
  }

  it('is told in one message, which counts the others', async () => {
    await workbench.setSettings({ 'statusCoach.level': 'expert', 'statusCoach.hover.enabled': 'yes' });
    await workbench.page.locator('.statusbar-item[id="status.notifications"] .codicon-bell-dot').waitFor();
    for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await showMessages();
      await workbench.screenshot(`wrong-setting-${theme}`);
    }
    assert.equal(await message.count(), 1);
    assert.match(await message.innerText(), /The setting statusCoach\.\S+ cannot be .* 1 more is in the log\./s);
  });

  it('is found with the button of the message', async () => {
    await showMessages();
    // The buttons show when the message is opened.
    if (!(await message.getByText('Open Settings', { exact: true }).isVisible())) await message.click();
    await message.getByText('Open Settings', { exact: true }).click();
    await workbench.page.locator('.settings-editor .setting-item-contents').first().waitFor();
    await workbench.screenshot('wrong-setting-opened');
  });
});
