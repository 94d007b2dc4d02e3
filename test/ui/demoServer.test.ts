/** The demo server in the window: started by command, shown in the status bar, and a clear word where its port is taken. */

import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { openWorkbench, type Theme, type Workbench } from './harness';

describe('demo server in the window', () => {
  let workbench: Workbench;
  const other = createServer();
  let port = 0;

  before(async () => {
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const found = other.address();
    port = typeof found === 'object' && found ? found.port : 0;
    workbench = await openWorkbench({ file: 'fastapi-shop/main.py', settings: { 'statusCoach.demo.port': port } });
  });

  after(async () => {
    other.close();
    await workbench.close();
  });

  const entry = () => workbench.page.locator('.statusbar-item', { hasText: /Demo :\d+/ });

  it('says that its port is taken, and where to choose another', async () => {
    assert.equal(await entry().count(), 0);
    await workbench.runCommand('Status Coach: Start Demo Server');
    // Under the driver of the tests VS Code keeps messages in the list that the bell opens.
    await workbench.page.locator('.statusbar-item[id="status.notifications"] .codicon-bell-dot').waitFor();
    await workbench.runCommand('Notifications: Show Notifications');
    const message = workbench.page.locator('.notifications-center .notification-list-item', {
      hasText: 'The demo server cannot start.',
    });
    await message.waitFor();
    assert.match(await message.innerText(), new RegExp(`Port ${port} is already in use by another program\\.`));
    await workbench.screenshot('demo-server-port-taken');
    await message.getByText('Open Settings').click();
    await workbench.page.locator('.settings-editor', { hasText: 'The port of the demo server' }).waitFor();
    assert.equal(await entry().count(), 0);
  });

  it('starts on that port when it is free', async () => {
    other.close();
    await workbench.runCommand('Status Coach: Start Demo Server');
    await entry().waitFor();
    assert.match(await entry().innerText(), new RegExp(`Demo :${port}`));
  });

  for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
    it(`has an entry while it runs, with its address and commands (${theme})`, async () => {
      await workbench.setTheme(theme);
      await entry().hover();
      const hover = workbench.page.locator('.workbench-hover', { hasText: 'The demo server answers at' });
      await hover.waitFor();
      assert.match(
        await hover.innerText(),
        /http:\/\/127\.0\.0\.1:\d+\. Select to copy the address\.\s+Restart \| Stop/,
      );
      await workbench.screenshot(`demo-server-${theme}`);
      await workbench.page.mouse.move(400, 300);
      await hover.waitFor({ state: 'detached' });
    });
  }

  it('goes when it is stopped', async () => {
    await workbench.runCommand('Status Coach: Stop Demo Server');
    await entry().waitFor({ state: 'detached' });
  });
});
