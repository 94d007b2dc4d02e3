/** Opens a VS Code without a server behind it for the UI tests: the extension runs in the browser, as in vscode.dev. */

import { chromium } from 'playwright-core';
import { withoutServer } from '../../scripts/webWindow.mjs';
import { setup, Workbench } from './harness';

/** Its folder is no folder of a disk: nothing can be saved to look at from outside. Close it when done. */
export async function openWebWorkbench(): Promise<Workbench> {
  const { origin, token, project, web } = setup();
  const browser = await chromium.connect(web.browser);
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  const workbench = new Workbench(page, '/examples', project, async () => {
    await browser.close();
  });
  try {
    await withoutServer(page, origin, {
      port: web.port,
      extensions: ['', 'test/host/web/folder'],
      folder: 'coach-test:/examples',
    });
    await page.goto(`${origin}/?tkn=${token}`);
    await workbench.viewContainer.waitFor();
  } catch (error) {
    await workbench.close();
    throw error;
  }
  return workbench;
}
