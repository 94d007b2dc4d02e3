/** Takes the pictures of the walkthrough and the README: what a person sees when they do what each step says. */

import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import * as UPNG from 'upng-js';
import { openWorkbench, type Theme, type Workbench } from './harness';

/** All pictures are of one size, in pixels, so that nothing jumps between steps. */
const size = { width: 640, height: 360 };
const viewport = { width: 1000, height: 720 };
const themes = ['light', 'dark'] satisfies Theme[];
const orders = 'routers/orders.py';

/** A window has few colours beside the blends at the edges of its letters; 32 look the same at a quarter of the bytes. */
function withFewColours(picture: Buffer): Buffer {
  const { buffer, byteOffset, byteLength } = picture;
  const image = UPNG.decode(new Uint8Array(buffer, byteOffset, byteLength).slice().buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 32));
}

describe('pictures', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      folder: 'examples/fastapi-shop',
      file: orders,
      viewport,
      settings: {
        'breadcrumbs.enabled': false,
        'editor.hover.delay': 100,
        'editor.minimap.enabled': false,
        'editor.occurrencesHighlight': 'off',
        'editor.renderLineHighlight': 'none',
        'editor.renderWhitespace': 'none',
        'window.commandCenter': false,
      },
    });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  });

  after(async () => {
    await workbench.close();
  });

  /** Pictures the window from a point that lies so far from the upper left corner of a thing. */
  async function take(name: string, theme: Theme, thing: Locator, { left = 0, above = 0 } = {}) {
    const box = await thing.boundingBox();
    const window = workbench.page.viewportSize();
    assert.ok(box && window, `${name}: nothing is to be seen`);
    const clip = {
      x: Math.round(Math.min(Math.max(0, box.x - left), window.width - size.width)),
      y: Math.round(Math.min(Math.max(0, box.y - above), window.height - size.height)),
      ...size,
    };
    const picture = await workbench.page.screenshot({ clip, animations: 'disabled', caret: 'hide' });
    const file = join(process.cwd(), 'media', 'walkthrough', `${name}-${theme}.png`);
    await writeFile(file, withFewColours(picture));
  }

  /** Closes a view of ours or opens it. */
  async function pane(name: string, state: 'open' | 'closed') {
    const header = workbench.page.locator(`.part.sidebar .pane-header[aria-label^="${name}"]`);
    const wanted = String(state === 'open');
    if ((await header.getAttribute('aria-expanded')) !== wanted) await header.click();
    await workbench.page.locator(`.pane-header[aria-label^="${name}"][aria-expanded="${wanted}"]`).waitFor();
    await workbench.page.mouse.move(999, 700);
  }

  for (const theme of themes) {
    it(`hover (${theme})`, async () => {
      await workbench.setTheme(theme);
      await workbench.openFile(orders);
      // A hover is nearly as wide as its window.
      await workbench.page.setViewportSize({ ...viewport, width: size.width });
      const hover = await workbench.hover('HTTP_409_CONFLICT');
      await take('hover', theme, hover, { left: 20, above: 100 });
      await workbench.page.mouse.move(0, 0);
      await workbench.page.setViewportSize(viewport);
    });

    it(`fix (${theme})`, async () => {
      await workbench.openFile(orders);
      await workbench.quickFixes({ text: 'router.delete', line: '/note' });
      await take('fix', theme, workbench.page.locator('.action-widget').first(), { left: 120, above: 110 });
      await workbench.page.keyboard.press('Escape');
    });

    it(`insert (${theme})`, async () => {
      const { page } = workbench;
      await workbench.placeCursor('return list(store.orders.values())');
      await workbench.runCommand('Status Coach: Insert Route Handler...');
      const rows = page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'this file' }).first().click();
      await rows.filter({ hasText: '201' }).first().waitFor();
      await take('insert', theme, page.locator('.quick-input-widget'), { left: 20, above: 10 });
      await page.keyboard.press('Escape');
    });

    it(`choose (${theme})`, async () => {
      const { page } = workbench;
      await workbench.placeCursor({ text: 'HTTP_409_CONFLICT', line: 'paid already' });
      await workbench.runCommand('Status Coach: Choose a Status Code...');
      await page.locator('.quick-input-widget input.input').fill('not logged in');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: '401' }).first().waitFor();
      await take('choose', theme, page.locator('.quick-input-widget'), { left: 20, above: 10 });
      await page.keyboard.press('Escape');
    });

    it(`routes (${theme})`, async () => {
      const { page } = workbench;
      await workbench.runCommand('Status Coach: Show Routes');
      await page.locator('.part.sidebar .pane-header').nth(1).waitFor();
      await pane('Routes', 'open');
      await pane('Demo', 'closed');
      await page.locator('.monaco-list-row', { hasText: '/orders/{order_id}/note' }).waitFor();
      await workbench.setSideBarWidth(640);
      await take('routes', theme, page.locator('.part.sidebar'));
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    });

    it(`play (${theme})`, async () => {
      const { page } = workbench;
      await workbench.runCommand('Status Coach: Open Demo Panel');
      await pane('Demo', 'open');
      await workbench.openView();
      await pane('Routes', 'closed');
      await workbench.setSideBarWidth(640);
      const { panel } = workbench;
      const chapter = panel.getByRole('button', { name: /HTTP status codes/ });
      // The panel comes back at the place where it was left.
      if (theme === 'light') await chapter.click();
      const request = 'GET /items/99';
      await panel.getByRole('button', { name: `Send ${request}`, exact: true }).click();
      const answered = panel.getByRole('group', { name: request, exact: true });
      await answered.locator('.try-answer').waitFor();
      await answered.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await page.mouse.move(999, 700);
      await take('play', theme, answered, { left: 10, above: 180 });
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    });
  }
});
