/** What a person sees when the mouse rests on a code or a route: all of it at once, with links that work, in every theme. */

import { strict as assert } from 'node:assert';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Place, type Theme, type Workbench } from './harness';

/** The codes that stand most often in the real code we have labels for, and a few of their kin: more than twenty. */
const common: readonly (readonly [code: number, line: string])[] = [
  ...[200, 201, 202, 204].map((code) => [code, `status_code=${code})`] as const),
  ...[301, 302, 303, 304, 307, 308].map((code) => [code, `status_code=${code})`] as const),
  ...[400, 401, 402, 403, 404, 405, 408, 409, 410, 415, 422, 429, 500, 503].map(
    (code) => [code, `${code}: {"description"`] as const,
  ),
];

const themes = ['light', 'dark', 'highContrast'] satisfies Theme[];

describe('hovers', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ folder: 'test/ui/fixtures/codes', file: 'main.py' });
  });

  after(async () => {
    await workbench.close();
  });

  for (const [code, line] of common) {
    it(`${code} is read without scrolling`, async () => {
      const hover = await workbench.hover({ text: String(code), line });
      assert.match(await hover.innerText(), new RegExp(`^${code} `));
      const { needed, shown } = await heights(hover);
      assert.ok(shown > 40 && needed <= shown, `${needed} pixels of text in ${shown}`);
    });
  }

  it('that does not fit would be noticed', async () => {
    const hover = await workbench.hover({ text: '409', line: '409: {"description"' });
    await hover.evaluate((element) => {
      const row = element.ownerDocument.createElement('div');
      row.style.height = '300px';
      element.querySelector('.monaco-hover-content')?.append(row);
    });
    const { needed, shown } = await heights(hover);
    assert.ok(needed > shown, `${needed} pixels of text in ${shown}`);
  });

  for (const theme of themes) {
    it(`a code, in short and in full (${theme})`, async () => {
      await workbench.setTheme(theme);
      await workbench.hover({ text: '201', line: 'status_code=201)' });
      await workbench.screenshot(`hover-code-${theme}`);
      await workbench.setSettings({ 'statusCoach.level': 'advanced' });
      const place = { text: '409', line: '409: {"description"' };
      await hoverSaying(workbench, place, /Or 412\?/);
      await workbench.screenshot(`hover-code-advanced-${theme}`);
      await workbench.setSettings({ 'statusCoach.level': undefined });
    });

    it(`a route (${theme})`, async () => {
      await workbench.setTheme(theme);
      const hover = await workbench.hover('app.patch');
      assert.match(await hover.innerText(), /422 Unprocessable Content\s+.*by FastAPI/);
      await workbench.screenshot(`hover-route-${theme}`);
    });
  }

  it('the last link opens the chooser, which writes over the status', async () => {
    const hover = await workbench.hover({ text: '412', line: 'app.patch' });
    await hover.getByText('Change it...').click();
    const input = workbench.page.locator('.quick-input-widget input.input');
    await input.fill('428');
    await workbench.screenshot('hover-change');
    await workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: '428' }).first().click();
    await workbench.page.locator('.view-line', { hasText: '428' }).first().waitFor();
    // It told of the code that stood there.
    assert.equal(await workbench.page.locator('.monaco-hover:visible', { hasText: '412' }).count(), 0);
  });

  it('the link to the demo opens its panel, which follows the level too', async () => {
    await workbench.setTheme('light');
    const hover = await workbench.hover({ text: '404', line: '404: {"description"' });
    await hover.getByText('Try it in the demo panel').click();
    const panel = workbench.panel.locator('main');
    await panel.getByText(/Reading something that is there answers 200 OK/).waitFor();
    await workbench.setSettings({ 'statusCoach.level': 'advanced' });
    await panel.getByText(/The 404 is raised in the handler/).waitFor();
    await workbench.setSettings({ 'statusCoach.level': undefined });
  });
});

/** The hover once it says something: settings take a moment to arrive. */
async function hoverSaying(workbench: Workbench, place: Place, words: RegExp): Promise<Locator> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const hover = await workbench.hover(place);
    if (words.test(await hover.innerText())) return hover;
    await workbench.page.waitForTimeout(200);
  }
  throw new Error(`The hover never says ${words}.`);
}

/** How high the text of a hover is, and how much of that is on the screen, in CSS pixels. */
async function heights(hover: Locator): Promise<{ needed: number; shown: number }> {
  return await hover.evaluate((element) => {
    const content = element.querySelector('.monaco-hover-content');
    const rows = [...(content?.children ?? [])].map((row) => row.getBoundingClientRect().height);
    return { needed: rows.reduce((sum, height) => sum + height, 0), shown: content?.clientHeight ?? 0 };
  });
}
