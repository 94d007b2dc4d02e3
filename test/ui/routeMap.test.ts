/** The route map in the side bar: read, filtered, grouped, opened and exported with mouse and keyboard, in every theme. */

import { strict as assert } from 'node:assert';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, type Theme, type Workbench } from './harness';

const themes: readonly Theme[] = ['light', 'dark', 'highContrast'];

describe('route map', () => {
  let workbench: Workbench;
  const pane = () =>
    workbench.page.locator('.pane', { has: workbench.page.locator('.pane-header[aria-label^="Routes"]') });
  const rows = () => pane().locator('.monaco-list-row');
  const row = (text: string | RegExp) => rows().filter({ hasText: text }).first();
  const button = (name: string) => pane().locator(`.pane-header .action-label[aria-label^="${name}"]`);
  const filterBoxes = () => workbench.page.locator('.quick-input-widget', { hasText: 'Filter Routes' });
  /** Waits until what is typed goes into the filter. */
  const filterBox = () => filterBoxes().locator('input:focus').waitFor();

  /** Opens a group unless it is open. */
  async function unfold(text: string) {
    await row(text).waitFor();
    if ((await row(text).getAttribute('aria-expanded')) !== 'true') await row(text).click();
  }

  /** The texts of all rows, once they are as expected. */
  async function rowTexts(until: (texts: readonly string[]) => boolean): Promise<readonly string[]> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const texts = (await rows().allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
      if (until(texts) || Date.now() > deadline) return texts;
      await workbench.page.waitForTimeout(50);
    }
  }

  before(async () => {
    workbench = await openWorkbench();
    await workbench.runCommand('Status Coach: Show Routes');
    await row('orders.py').waitFor();
    await workbench.screenshot('routes-beside-demo');
    // Rows out of sight are not on the page.
    await workbench.page.locator('.pane-header[aria-label^="Demo"]').click();
  });

  after(async () => {
    await workbench.close();
  });

  for (const theme of themes) {
    it(`by file: shows status, method, path, other statuses and findings (${theme})`, async () => {
      await workbench.setTheme(theme);
      await unfold('orders.py');
      await unfold('server.ts');
      assert.match(await row('/discount').innerText(), /200 DELETE \/orders\/\{order_id\}\/discount/);
      assert.match(await row('200 POST /orders').innerText(), /also 409, 422/);
      await workbench.page.mouse.move(700, 500);
      const label = row('/note').locator('.monaco-icon-label').first();
      const deadline = Date.now() + 10_000;
      let badge = '';
      while (badge !== '"1"' && Date.now() < deadline) {
        badge = await label.evaluate((element) => {
          const drawn = element.ownerDocument.defaultView?.getComputedStyle(element, '::after');
          return drawn?.content ?? '';
        });
      }
      assert.equal(badge, '"1"');
      await workbench.screenshot(`routes-${theme}`);
    });
  }

  it('by path: the routes of one path stand together, whatever file they are in', async () => {
    await button('Group Routes by Path').click();
    await row('/orders').waitFor();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await unfold('/orders');
      await unfold('/{order_id}');
      await workbench.screenshot(`routes-by-path-${theme}`);
    }
    const texts = await rowTexts(() => true);
    assert.ok(
      texts.some((text) => /^200 GET ?orders\.py:\d+/.test(text)),
      texts.join('\n'),
    );
    await button('Group Routes by File').click();
    await row('orders.py').waitFor();
  });

  it('filters while somebody types, and takes it back with Escape', async () => {
    await workbench.setTheme('light');
    await button('Filter Routes').click();
    await filterBox();
    await workbench.type('delete');
    const isOther = (text: string) => /^\d{3} (?!DELETE)/.test(text);
    const deleting = await rowTexts((texts) => texts.some((text) => text.includes('DELETE')));
    assert.ok(deleting.length > 4 && !deleting.some(isOther), deleting.join('\n'));
    await workbench.type(' 404');
    const isWrong = (text: string) => /^\d{3} /.test(text) && !/^\d{3} DELETE .*also .*404/.test(text);
    const shown = await rowTexts((texts) => texts.some((text) => /404/.test(text)) && !texts.some(isWrong));
    assert.ok(shown.some((text) => /404/.test(text)) && !shown.some(isWrong), shown.join('\n'));
    await workbench.screenshot('routes-filter-light');
    await workbench.page.keyboard.press('Escape');
    await row('app.ts').waitFor();
    await pane()
      .locator('.pane-header', { hasText: /\d+ routes/ })
      .filter({ hasNotText: ' of ' })
      .waitFor();

    await workbench.runCommand('Status Coach: Filter Routes...');
    await filterBox();
    await workbench.type('nothing-like-this');
    await workbench.page.keyboard.press('Enter');
    await pane().getByText('No route matches the filter.').waitFor();
    await workbench.screenshot('routes-filter-empty');
    await pane().getByRole('button', { name: 'Clear Filter' }).first().click();
    await row('orders.py').waitFor();
  });

  it('opens the code at the route, with the keyboard alone', async () => {
    const { page } = workbench;
    await workbench.runCommand('Status Coach: Filter Routes...');
    await filterBox();
    await workbench.type('delete note fastapi');
    await page.keyboard.press('Enter');
    await row('DELETE /orders/{order_id}/note').waitFor();
    await workbench.runCommand('Status Coach: Show Routes');
    await pane().locator('.monaco-list:focus').waitFor();
    const focused = pane().locator('.monaco-list-row.focused');
    await workbench.pressUntil('Home', focused.filter({ hasText: 'orders.py' }));
    await page.keyboard.press('ArrowDown');
    await focused.filter({ hasText: '/note' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.waitForFile('fastapi-shop/routers/orders.py');
    await page.locator('.view-line', { hasText: '@router.delete("/{order_id}/note"' }).waitFor();
    assert.match(await page.locator('.statusbar-item', { hasText: /^Ln / }).innerText(), /^Ln 67, Col 2/);
    await workbench.screenshot('routes-opened');
  });

  it('keeps a filter when a route is clicked while it is typed', async () => {
    await workbench.runCommand('Status Coach: Filter Routes...');
    await filterBox();
    await workbench.type('put notes');
    await row('PUT /notes/:id').click();
    await workbench.waitForFile('mistakes/server.ts');
    await filterBoxes().waitFor({ state: 'hidden' });
    await row('PUT /notes/:id').waitFor();
    assert.deepEqual(
      (await rowTexts(() => true)).filter((text) => /\d{3} (?!PUT)/.test(text)),
      [],
    );
    await workbench.runCommand('Status Coach: Filter Routes...');
    await filterBox();
    await workbench.type('delete note fastapi');
    await workbench.page.keyboard.press('Enter');
  });

  it('tells everything of a route in its tooltip, and to screen readers', async () => {
    const { page } = workbench;
    const route = row('DELETE /orders/{order_id}/note');
    assert.match(
      (await route.getAttribute('aria-label')) ?? '',
      /DELETE .*\/note; answers 200 OK; .*1 hint; .*line 67/,
    );
    const tooltip = page
      .locator('.workbench-hover-container, .monaco-hover:visible')
      .filter({ hasText: 'delete-answers-204' });
    for (let attempt = 0; attempt < 5 && (await tooltip.count()) === 0; attempt++) {
      const box = await route.boundingBox();
      assert.ok(box);
      // Away first: a tooltip opens when the mouse comes to rest, unless the tree is drawn anew just then.
      await page.mouse.move(0, 0);
      await page.mouse.move(box.x + 90, box.y + box.height / 2, { steps: 5 });
      await tooltip
        .first()
        .waitFor({ timeout: 4000 })
        .catch(() => undefined);
    }
    await tooltip.first().waitFor({ timeout: 1000 });
    await workbench.screenshot('routes-tooltip');
    await page.mouse.move(700, 500);
  });

  it('offers to copy and to reveal in its menu', async () => {
    const { page } = workbench;
    await row('DELETE /orders/{order_id}/note').click({ button: 'right' });
    const entries = page.locator('.context-view .action-label');
    await entries.first().waitFor();
    const offered = await entries.allInnerTexts();
    assert.ok(
      offered.some((text) => text.includes('Copy Path of Route')),
      offered.join('\n'),
    );
    await workbench.screenshot('routes-menu');
    await page.keyboard.press('Escape');
    await workbench.runCommand('Status Coach: Clear the Filter of Routes');
  });

  it('follows what is typed', async () => {
    await workbench.openFile('fastapi-shop/routers/orders.py');
    await row('app.ts').waitFor();
    await unfold('orders.py');
    await workbench.placeCursor({ text: '@router.delete("/{order_id}/note"', line: '/note' });
    await workbench.type(', status_code=204');
    await row('204 DELETE /orders/{order_id}/note').waitFor();
  });

  it('reads well in a narrow side bar', async () => {
    await workbench.setSideBarWidth(200);
    await workbench.screenshot('routes-narrow');
    const shown = await row('204 DELETE').locator('.label-name').first().boundingBox();
    const box = await pane().boundingBox();
    assert.ok(shown && box && shown.x + 40 < box.x + box.width);
  });
});

describe('route map that is read', () => {
  let workbench: Workbench | undefined;
  afterEach(() => workbench?.close());

  const pane = (own: Workbench) =>
    own.page.locator('.pane', { has: own.page.locator('.pane-header[aria-label^="Routes"]') });

  it('says so, stops when told to, and goes on', async () => {
    const own = await openWorkbench();
    workbench = own;
    const text = await readFile(join(own.folder, 'fastapi-shop', 'routers', 'orders.py'), 'utf8');
    await mkdir(join(own.folder, 'many'));
    for (let index = 0; index < 1_500; index++) await writeFile(join(own.folder, 'many', `m${index}.py`), text);
    await own.runCommand('Status Coach: Show Routes');
    const button = (name: string) => pane(own).locator(`.pane-header .action-label[aria-label^="${name}"]`);
    // VS Code shows the buttons of a view where the mouse is, or the keyboard.
    await pane(own).hover();
    await pane(own)
      .getByText(/Reading [\d,]+ of 1,5\d\d files\./)
      .waitFor();
    await own.screenshot('routes-reading');
    await button('Stop Reading Routes').click();
    await pane(own)
      .getByText(/Stopped with [\d,]+ files left to read\./)
      .waitFor();
    await own.screenshot('routes-stopped');
    await button('Continue Reading Routes').click();
    await pane(own).locator('.pane-header', { hasText: '12,042 routes' }).waitFor({ timeout: 50_000 });
    await button('Stop Reading Routes').waitFor({ state: 'detached' });
    await pane(own)
      .getByText(/Reading|Stopped/)
      .waitFor({ state: 'detached' });
  });

  it('says when there is nothing to show', async () => {
    const own = await openWorkbench({ folder: 'docs' });
    workbench = own;
    await own.runCommand('Status Coach: Show Routes');
    await pane(own).getByText('No file of this folder declares a route that is understood.').waitFor();
    await own.screenshot('routes-empty');
  });
});
