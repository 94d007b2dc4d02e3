/** The chooser and the inlay hints as a person meets them, pictured in every theme. */

import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Theme, type Workbench } from './harness';

const themes: readonly Theme[] = ['light', 'dark', 'highContrast'];
const command = 'Status Coach: Choose a Status Code...';

describe('chooser', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({
      file: 'fastapi-shop/routers/orders.py',
      settings: { 'files.readonlyInclude': { '**/README.md': true } },
    });
  });

  after(async () => {
    await workbench.close();
  });

  const title = () => workbench.page.locator('.quick-input-widget .quick-input-title');
  const input = () => workbench.page.locator('.quick-input-widget input.input');
  const rows = () => workbench.page.locator('.quick-input-list .monaco-list-row');
  const row = (label: string): Locator => rows().filter({ hasText: label }).first();

  async function ask(question: string): Promise<void> {
    await title().getByText(question, { exact: true }).waitFor();
  }

  async function labels(): Promise<string[]> {
    return workbench.page.locator('.quick-input-list .label-name').allInnerTexts();
  }

  async function open(line: string): Promise<void> {
    await workbench.placeCursor({ text: 'HTTP_202_ACCEPTED', line });
    await workbench.runCommand(command);
  }

  for (const theme of themes) {
    it(`asks, explains and finds (${theme})`, async () => {
      await workbench.setTheme(theme);
      await open('/ship');
      await ask('POST /orders/{order_id}/ship: How did it go? (2/4)');
      await workbench.screenshot(`chooser-question-${theme}`);

      await row('It worked').click();
      await ask('POST /orders/{order_id}/ship: What did the request do? (3/4)');
      await row('It made something new').getByText('201 Created').waitFor();
      await workbench.screenshot(`chooser-codes-${theme}`);

      await input().fill('not logged in');
      await row('401 Unauthorized').waitFor();
      assert.equal((await labels())[0], '401 Unauthorized');
      await input().fill('dupl');
      await row('409 Conflict').waitFor();
      assert.equal((await labels())[0], '409 Conflict');
      await input().fill('new');
      await row('201 Created').waitFor();
      await workbench.screenshot(`chooser-search-${theme}`);

      await input().fill('xyzzy');
      await row('Nothing found for "xyzzy"').waitFor();
      await workbench.page.keyboard.press('Escape');
      await title().waitFor({ state: 'hidden' });
    });
  }

  it('goes back, step by step to the method', async () => {
    await workbench.setTheme('light');
    await open('/ship');
    await ask('POST /orders/{order_id}/ship: How did it go? (2/4)');
    const back = workbench.page.locator('.quick-input-titlebar [aria-label^="Back"]');
    await row('The server cannot do it').click();
    await ask('POST /orders/{order_id}/ship: What keeps the server from doing it? (3/3)');
    await back.click();
    await ask('POST /orders/{order_id}/ship: How did it go? (2/4)');
    assert.match(await rows().and(workbench.page.locator('.focused')).innerText(), /The server cannot do it/);
    await back.click();
    await ask('Which method does the route answer? (1/4)');
    assert.match(await rows().and(workbench.page.locator('.focused')).innerText(), /POST/);
    assert.equal(await back.count(), 0);
    await workbench.screenshot('chooser-method-light');
    await workbench.page.keyboard.press('Escape');
  });

  it('writes the code in the style of the file, and keeps the route in order', async () => {
    await workbench.placeCursor({ text: 'HTTP_202_ACCEPTED', line: '/ship' });
    await workbench.runCommand(command);
    for (const answer of ['It worked', 'It did something, and made nothing new', 'No']) await row(answer).click();
    await workbench.page
      .locator('.statusbar')
      .getByText(/^204 No Content: /)
      .waitFor();
    const text = await workbench.save();
    assert.match(text, /"\/\{order_id\}\/ship", status_code=status\.HTTP_204_NO_CONTENT\)\n.*-> None:\n/);
    await workbench.screenshot('chooser-written');
    await workbench.page.keyboard.press('ControlOrMeta+Z');
    await workbench.page.locator('.tab.active.dirty').waitFor();
    assert.match(
      await workbench.save(),
      /"\/\{order_id\}\/ship", status_code=status\.HTTP_202_ACCEPTED\)\n.*-> Order:\n/,
    );
  });

  it('takes a number at any step', async () => {
    await open('/ship');
    await ask('POST /orders/{order_id}/ship: How did it go? (2/4)');
    await input().fill('201');
    await row('201 Created').waitFor();
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.statusbar')
      .getByText(/^201 Created: /)
      .waitFor();
    assert.match(await workbench.save(), /ship", status_code=status\.HTTP_201_CREATED\)/);
  });

  it('says so where a file may not be changed, and has the number to copy', async () => {
    await workbench.openFile('fastapi-shop/README.md');
    await workbench.runCommand(command);
    await ask('Which method does the route answer? (1/4)');
    await input().fill('teapot');
    await row("418 I'm a teapot").waitFor();
    await workbench.page.keyboard.press('Enter');
    // Driven as it is here, VS Code keeps messages for the list of notifications.
    await workbench.runCommand('Notifications: Show Notifications');
    const messages = workbench.page.locator('.notifications-center');
    await messages.getByText("418 I'm a teapot: This file cannot be changed.").waitFor();
    await messages.getByText('Copy 418').waitFor();
    await workbench.screenshot('chooser-read-only');
    await workbench.clearNotifications();
  });
});

const server = `import express from 'express';

const app = express();
const seats = new Map<string, { owner: string | null }>();

app.post('/seats/:id/booking', (req, res) => {
  const seat = seats.get(req.params.id);
  if (!seat) return res.status(404).json({ error: 'There is no such seat' });
  if (seat.owner !== null) return res.status(409).json({ error: 'This seat is taken' });
  if (!req.body.name) return res.status(422).json({ error: 'Say who you are' });
  seat.owner = req.body.name;
  res.status(201).json(seat);
});

app.get('/seats', (req, res) => {
  if (seats.size === 0) return res.status(503).json({ error: 'Service unavailable' });
  res.json([...seats.values()]);
});

app.listen(3000);
`;

describe('inlay hints', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench();
    await writeFile(join(workbench.folder, 'server.ts'), server);
    await workbench.openFile('server.ts');
  });

  after(async () => {
    await workbench.close();
  });

  // The editor draws spaces as no-break spaces, and gaps beside hints as thin ones or as none at all.
  async function shown(): Promise<string[]> {
    const lines = await workbench.page.locator('.monaco-editor .view-line').allInnerTexts();
    return lines.map((line) => line.replace(/[\s\u200b]+/g, ' ').trim());
  }

  async function until(condition: (lines: readonly string[]) => boolean): Promise<void> {
    const deadline = Date.now() + 15_000;
    while (!condition(await shown())) {
      assert.ok(Date.now() < deadline, (await shown()).join('\n'));
      await workbench.page.waitForTimeout(100);
    }
  }

  const has = (phrase: RegExp) => (lines: readonly string[]) => lines.some((line) => phrase.test(line));

  it('are off, and come and go with the setting', async () => {
    assert.ok(!has(/\b409 ?Conflict\b/)(await shown()));
    await workbench.setSettings({ 'statusCoach.inlayHints': 'lesserKnown' });
    await until(has(/409 ?Conflict/));
    assert.ok(!has(/\b404 ?Not Found/)(await shown()));
    await workbench.setSettings({ 'statusCoach.inlayHints': 'all' });
    await until(has(/201 ?Created/));
    await workbench.setSettings({ 'statusCoach.inlayHints': undefined });
    await until((lines) => !has(/201 ?Created/)(lines));
    assert.ok(!has(/503 ?Service/)(await shown()));
  });

  for (const theme of themes) {
    it(`are quiet beside the code (${theme})`, async () => {
      await workbench.setTheme(theme);
      await workbench.setSettings({ 'statusCoach.inlayHints': 'all' });
      await until(has(/201 ?Created/));
      await workbench.screenshot(`inlay-hints-${theme}`);
    });
  }
});
