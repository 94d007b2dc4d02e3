/** The demo panel in the side bar: its parts in every theme and width, by keyboard, and what outlives hiding, moving and reloading. */

import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { openWorkbench, type Theme, type Workbench } from './harness';

const axe = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly {
    readonly html: string;
    readonly failureSummary?: string;
    readonly any: readonly { readonly data?: { readonly messageKey?: string } | null }[];
  }[];
}

/** What axe-core finds in the panel, as readable lines. */
async function violations(workbench: Workbench): Promise<string[]> {
  const frame = await (await workbench.panel.locator('html').elementHandle())?.ownerFrame();
  assert.ok(frame);
  await frame.evaluate(`window.axe ?? (() => { ${axe} })()`);
  // The page is as transparent as the side bar behind it is opaque, and axe sees only the page.
  const found = await frame.evaluate<Record<'violations' | 'incomplete', readonly Violation[]>>(`(async () => {
    const { style } = document.documentElement;
    style.backgroundColor = 'var(--vscode-sideBar-background)';
    const result = await window.axe.run(document);
    style.backgroundColor = '';
    return result;
  })()`);
  // Text in the colour of what is behind it may be hidden on purpose, axe thinks; here it never is.
  const unseen = found.incomplete.map(({ id, nodes }) => ({
    id,
    nodes: nodes.filter(({ any }) => any.some(({ data }) => data?.messageKey === 'equalRatio')),
  }));
  const lines = [...found.violations, ...unseen].flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)}\n${failureSummary}`),
  );
  return [...new Set(lines)];
}

async function open(options: Parameters<typeof openWorkbench>[0] = {}): Promise<Workbench> {
  const workbench = await openWorkbench({ viewport: { width: 1280, height: 1000 }, ...options });
  await workbench.runCommand('Status Coach: Open Demo Panel');
  await workbench.panel.getByRole('tablist', { name: 'Parts of the panel' }).waitFor();
  return workbench;
}

function tab(workbench: Workbench, name: string): Locator {
  return workbench.panel.getByRole('tab', { name, exact: true });
}

/** Folds the routes away, so that the panel has the whole side bar. */
async function makeRoom({ page }: Workbench): Promise<void> {
  const routes = page.locator('.pane-header[aria-expanded=true]', { hasText: 'Routes' });
  if ((await routes.count()) > 0) await routes.click();
  await page.locator('.pane-header[aria-expanded=false]', { hasText: 'Routes' }).waitFor();
}

/** Texts of the flow chart that leave their box. */
async function tooLong({ panel }: Workbench): Promise<string[]> {
  return await panel.locator('.chart .box').evaluateAll((boxes) =>
    boxes.flatMap((box) => {
      const right = box.querySelector('rect')?.getBoundingClientRect().right ?? 0;
      const texts = [...box.querySelectorAll('text')];
      return texts.filter((text) => text.getBoundingClientRect().right > right).map((text) => text.textContent ?? '');
    }),
  );
}

async function address(workbench: Workbench): Promise<string> {
  const url = workbench.panel.locator('.server-url');
  await url.waitFor();
  return await url.innerText();
}

/** Requests in the timeline, the latest first. */
async function timeline(workbench: Workbench): Promise<string[]> {
  return await workbench.panel
    .locator('.entry')
    .evaluateAll((entries) => entries.map((entry) => entry.getAttribute('aria-label') ?? ''));
}

/** A task can run a command with arguments, as the link of a hover does. */
function taskOf(label: string, command: string, args: object) {
  const input = { id: 'command', type: 'command', command, args };
  const task = { label, type: 'shell', command: 'true', args: ['${' + 'input:command}'], problemMatcher: [] };
  return { version: '2.0.0', tasks: [task], inputs: [input] };
}

describe('demo panel', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await open({ tasks: taskOf('Show a code', 'statusCoach.openDemoPanel', { code: 428 }) });
    await workbench.setSideBarWidth(400);
  });

  after(async () => {
    await workbench.close();
  });

  it('is there at once', async () => {
    const times: { paint: number; content: number }[] = [];
    for (let count = 0; count < 5; count++) {
      await workbench.openExplorer();
      await workbench.openView();
      await tab(workbench, 'Course').waitFor();
      const { paint, content } = await workbench.panel.locator('html').evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        content: performance.getEntriesByName('content')[0]?.startTime ?? Number.NaN,
      }));
      times.push({ paint, content });
    }
    const median = (values: number[]) => values.sort((a, b) => a - b)[2] ?? Number.NaN;
    const [paint, content] = [median(times.map((time) => time.paint)), median(times.map((time) => time.content))];
    console.log(`      first paint after ${Math.round(paint)} ms, all content after ${Math.round(content)} ms`);
    // How long the first one takes is up to VS Code, which panelSpeed.test.ts tells apart.
    assert.ok(content - paint < 150, `${content - paint} ms`);
  });

  it('plays a whole chapter with its exercises', async function () {
    this.timeout(120_000);
    const { panel } = workbench;
    const main = panel.locator('main');
    await panel.getByRole('button', { name: /HTTP status codes/ }).click();
    for (const [request, status] of [
      ['GET /items/1', '200 OK'],
      ['GET /items/99', '404 Not Found'],
    ] as const) {
      await panel.getByRole('button', { name: `Send ${request}`, exact: true }).click();
      await panel.getByRole('group', { name: request, exact: true }).locator('.try-answer').getByText(status).waitFor();
    }
    // Each with what is sent for it: the endpoint, an example of it, or any other target.
    const exercises: readonly (readonly [RegExp, readonly string[]])[] = [
      [/Make the server answer 404/, ['GET /items/{item_id}|One that does not']],
      [/Get a 200 from a GET/, ['GET /items|The first ten', 'POST /items|A new item']],
      [
        /Collect one answer of each class/,
        [
          'GET /users|All users',
          'GET /moved/{code}|For good 301',
          'GET /legacy|The old API',
          'GET /unstable|A mistake',
        ],
      ],
    ];
    for (const [index, [task, requests]] of exercises.entries()) {
      const exercise = panel.getByRole('group', { name: task });
      await exercise.getByRole('button', { name: 'Start' }).click();
      await exercise.getByRole('button', { name: 'Give me a hint' }).click();
      await exercise.getByRole('listitem').first().waitFor();
      if (index === 0) await workbench.screenshot('panel-exercise');
      await exercise.getByRole('button', { name: 'Compose a request' }).click();
      for (const request of requests) {
        const [endpoint = '', example = ''] = request.split('|');
        const before = (await timeline(workbench)).length;
        await panel.getByLabel('Endpoint').selectOption({ label: endpoint });
        await panel
          .getByRole('button', { name: new RegExp(`^${example}`) })
          .first()
          .click();
        await panel.getByRole('button', { name: 'Send', exact: true }).click();
        await panel.locator('.entry').nth(before).waitFor();
      }
      await panel.locator('.banner .standing-pass-filled').waitFor();
      assert.match(await panel.locator('#announcement').innerText(), /Solved\./);
      if (index === 0) await workbench.screenshot('panel-solved');
      await panel.getByRole('button', { name: 'Back to the chapter' }).click();
    }
    await panel.getByRole('button', { name: 'All chapters' }).click();
    assert.match(await main.innerText(), /3 of \d+ exercises solved/);
    assert.match(await panel.locator('#chapter-status-codes').innerText(), /3\/3/);
  });

  it('says whose decision a status was, and marks the line', async () => {
    await tab(workbench, 'Requests').click();
    const { panel } = workbench;
    await panel.getByLabel('Endpoint').selectOption({ label: 'GET /items/{item_id}' });
    await panel.getByRole('button', { name: /^Not a number/ }).click();
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel
      .getByText(/HTTP\/1\.1 422 Unprocessable/)
      .first()
      .waitFor();
    await panel.getByText(/before the handler was called/).waitFor();
    assert.match(await panel.locator('mark').innerText(), /item_id: int/);
    await panel.getByRole('tab', { name: 'TypeScript' }).click();
    await panel.getByText("app.get('/items/:item_id'").waitFor();
    await panel.getByRole('tab', { name: 'FastAPI' }).click();
  });

  it('sends what is composed field by field, and says what cannot be sent', async () => {
    const { panel } = workbench;
    await panel.getByLabel('Endpoint').selectOption({ label: 'POST /items' });
    await panel.locator('#body textarea').fill('{"name": ');
    await panel.getByText(/not valid JSON yet: see line 1/).waitFor();
    await panel.locator('#body textarea').fill('{"name": "Ruler", "price": 2}');
    await panel.getByRole('button', { name: 'Add a header' }).click();
    await panel.getByRole('textbox', { name: 'Headers 3, name' }).fill('Bad name');
    await panel.getByRole('alert').waitFor();
    assert.ok(await panel.locator('#send').evaluate((button) => (button as { disabled?: boolean }).disabled === true));
    await panel.getByRole('textbox', { name: 'Headers 3, name' }).fill('X-Trace');
    await panel.getByRole('textbox', { name: 'Headers 3, value' }).fill('7');
    await panel.getByRole('textbox', { name: 'Headers 3, value' }).press('Enter');
    await panel
      .getByText(/HTTP\/1\.1 201 Created/)
      .first()
      .waitFor();
    await panel.getByText('Request as sent').first().click();
    assert.match(await panel.getByLabel('Request as sent').innerText(), /X-Trace: 7/);
  });

  it('is walked through by keyboard alone', async () => {
    const { panel, page } = workbench;
    const focused = () =>
      panel.locator('body').evaluate(({ ownerDocument }) => {
        const element = ownerDocument.activeElement;
        return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
      });
    await tab(workbench, 'Requests').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Codes');
    await page.keyboard.press('ArrowRight');
    assert.equal(await focused(), 'Choose');
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'GET');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    for (const expected of ['It worked', 'It made something new (201)']) {
      for (let count = 0; count < 12 && (await focused()) !== expected; count++) await page.keyboard.press('Tab');
      assert.equal(await focused(), expected);
      await page.keyboard.press('Space');
    }
    await panel.getByRole('img', { name: '201 Created' }).waitFor();
    await page.keyboard.press('Tab');
    for (let count = 0; count < 12 && (await focused()) !== 'More about 201'; count++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.getByRole('group', { name: '201 Created' }).waitFor();
    assert.match(await focused(), /^201\s+Created/);
  });

  it('shares its level with the hovers', async () => {
    const { panel } = workbench;
    await tab(workbench, 'Course').click();
    await panel.getByRole('radio', { name: 'Advanced' }).click();
    await panel.locator('[role=radio][aria-checked=true]').getByText('Advanced').waitFor();
    await panel
      .getByText(/3 of (3|4)\d exercises solved/)
      .first()
      .waitFor();
    await workbench.setSettings({ 'statusCoach.level': 'beginner' });
    await panel.locator('[role=radio][aria-checked=true]').getByText('Beginner').waitFor();
    await workbench.setSettings({ 'statusCoach.level': undefined });
    await panel.locator('[role=radio][aria-checked=true]').getByText('Advanced').waitFor();
    await panel.getByRole('radio', { name: 'Beginner' }).click();
    await panel.locator('[role=radio][aria-checked=true]').getByText('Beginner').waitFor();
  });

  it('leads from a code to the routes that answer it', async () => {
    const { panel, page } = workbench;
    await tab(workbench, 'Codes').click();
    await panel.getByRole('textbox', { name: 'Find a code' }).fill('201');
    const row = panel.locator('#code-201');
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.click();
    await panel.getByRole('button', { name: 'Find in my code' }).click();
    const routes = page.locator('.quick-input-list .label-name');
    await page.getByPlaceholder(/^\d+ routes$/).waitFor();
    assert.ok((await routes.allInnerTexts()).every((label) => /^[A-Z]+ \/\w/.test(label)));
    await page.keyboard.press('Enter');
    await page.locator('.tab.active').waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  it('opens the chapter and the request for a code that the editor names', async () => {
    const { panel, page } = workbench;
    await workbench.openExplorer();
    await workbench.runCommand('Tasks: Run Task');
    await page.locator('.quick-input-list .label-name').getByText('Show a code', { exact: true }).click();
    await tab(workbench, 'Requests').waitFor();
    await panel.locator('.composer').getByText('PUT /items/1?strict=true').waitFor();
    await workbench.clearNotifications();
    await tab(workbench, 'Course').click();
    await panel.getByRole('heading', { name: '4xx client errors' }).waitFor();
  });

  it('plays a solution for those who ask, which does not count as theirs', async () => {
    const { panel } = workbench;
    await tab(workbench, 'Course').click();
    await panel.getByRole('button', { name: 'All chapters' }).click();
    await panel.getByRole('button', { name: /2xx success/ }).click();
    const exercise = panel.getByRole('group', { name: /Delete an item and prove/ });
    await exercise.getByRole('button', { name: 'Start' }).click();
    await exercise.getByRole('button', { name: 'Show me' }).click();
    await exercise.getByText(/The solution was played/).waitFor();
    await tab(workbench, 'Requests').click();
    const [last, before] = await timeline(workbench);
    assert.match(last ?? '', /^404 GET \/items\/1,/);
    assert.match(before ?? '', /^204 DELETE \/items\/1,/);
    await panel.locator('.banner .standing-eye').waitFor();
    // Until the last answer of the solution is in, which then is the one that is shown.
    await panel.locator('#send:not([disabled])').waitFor();
    // It starts from fresh data, and now it is the user's turn.
    await panel.locator('.entry').nth(1).click();
    await panel.getByText('An earlier exchange').waitFor();
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel
      .getByText(/HTTP\/1\.1 204 No Content/)
      .first()
      .waitFor();
    await panel.getByRole('button', { name: 'Put away' }).click();
  });

  it('inserts a listing into the file in front, and copies requests', async () => {
    const { panel, folder } = workbench;
    await workbench.openFile('fastapi-shop/main.py');
    const before = await readFile(join(folder, 'fastapi-shop', 'main.py'), 'utf8');
    await workbench.openView();
    await tab(workbench, 'Requests').click();
    await panel.getByLabel('Endpoint').selectOption({ label: 'GET /teapot' });
    await panel.getByRole('button', { name: 'Insert into my file' }).click();
    await panel.getByText('Inserted into main.py.').first().waitFor();
    await panel.getByRole('button', { name: 'curl', exact: true }).click();
    await panel.getByText('Copied the request as curl.').first().waitFor();
    const after = await workbench.save();
    assert.ok(after.startsWith(before.trimEnd()));
    assert.match(
      after.slice(before.trimEnd().length),
      /^\n\n\n@app\.get\("\/teapot"[\s\S]*async def read_teapot\(\)[\s\S]*\n$/,
    );
    await workbench.runCommand('View: Close All Editors');
  });

  it('mirrors the routes of the file in front, plainly marked', async () => {
    const { panel, page } = workbench;
    await workbench.openFile('fastapi-shop/main.py');
    await workbench.openView();
    await tab(workbench, 'Requests').click();
    await panel.getByRole('button', { name: 'Mirror my routes' }).click();
    await page.locator('.quick-input-list .label-name').getByText('Routes of fastapi-shop/main.py').click();
    await panel.getByText('Mirror of fastapi-shop/main.py:').waitFor();
    const mirrored = await panel
      .locator('#endpoint optgroup option')
      .evaluateAll((options) => options.map((option) => option.textContent?.trim() ?? ''));
    assert.ok(mirrored.length >= 3);
    const [first = ''] = mirrored;
    await panel.getByLabel('Endpoint').selectOption({ label: first });
    await panel.getByRole('button', { name: 'Send', exact: true }).click();
    await panel.getByText(/mirror of your own code, not a real answer: .*main\.py:\d+/).waitFor();
    // The model is in a module beside.
    assert.match(await panel.getByRole('group', { name: 'Body', exact: true }).last().innerText(), /"id": 1/);
    await workbench.screenshot('panel-mirror');
    await panel.getByRole('button', { name: 'Stop', exact: true }).click();
    await panel.getByText('The mirror is gone.').first().waitFor();
    await workbench.runCommand('View: Close All Editors');
  });

  const parts = ['Course', 'Requests', 'Codes', 'Choose'];
  const themes: readonly Theme[] = ['light', 'dark', 'highContrast', 'highContrastLight'];
  for (const theme of themes) {
    it(`has nothing that keeps anybody out, and fits every width (${theme})`, async function () {
      this.timeout(180_000);
      const { panel } = workbench;
      await workbench.setTheme(theme);
      await makeRoom(workbench);
      for (const width of [250, 400, 900]) {
        await workbench.setSideBarWidth(width);
        for (const part of width === 900 ? parts.filter((name) => name !== 'Requests') : parts) {
          await tab(workbench, part).click();
          if (part === 'Course' && (await panel.getByRole('button', { name: /4xx client errors/ }).count()) > 0) {
            await panel
              .getByRole('button', { name: /4xx client errors/ })
              .first()
              .click();
          }
          if (part === 'Codes') await panel.getByRole('textbox', { name: 'Find a code' }).fill('');
          const overflow = await panel
            .locator('.column')
            .evaluateAll((columns) => columns.map((column) => column.scrollWidth - column.clientWidth));
          assert.ok(
            overflow.every((pixels) => pixels <= 0),
            `${part} at ${width}: ${overflow} pixels too wide`,
          );
          assert.deepEqual(await tooLong(workbench), [], `${part} at ${width}`);
          await workbench.screenshot(`panel-${theme}-${width}-${part.toLowerCase()}`);
          assert.deepEqual(await violations(workbench), [], `${part} at ${width}`);
        }
      }
      await workbench.setSideBarWidth(400);
    });
  }
});

describe('demo panel over time', () => {
  it('loses nothing and doubles nothing when it is hidden, moved and reloaded, and leaves no server behind', async function () {
    this.timeout(180_000);
    const workbench = await open();
    const servers = new Set<string>();
    try {
      const { panel, page } = workbench;
      const send = async () => {
        const before = (await timeline(workbench)).length;
        await panel.getByRole('button', { name: 'Send', exact: true }).click();
        await panel.locator('.entry').nth(before).waitFor();
        assert.equal((await timeline(workbench)).length, before + 1);
      };
      const shows = async () => {
        await panel.getByText('Timeline').waitFor();
        await panel.locator('.banner').waitFor();
        servers.add(await address(workbench));
        return { text: await panel.locator('.right').innerText(), entries: await timeline(workbench) };
      };
      await panel.getByRole('button', { name: /HTTP status codes/ }).click();
      await panel
        .getByRole('group', { name: /Collect one answer/ })
        .getByRole('button', { name: 'Start' })
        .click();
      await panel.getByRole('button', { name: 'Compose a request' }).click();
      await panel.getByLabel('Endpoint').selectOption({ label: 'DELETE /items/{item_id}' });
      await send();
      await panel.getByRole('textbox', { name: 'item_id' }).fill('2');
      const before = await shows();
      const column = panel.locator('.column.right');
      await column.evaluate((element) => element.scrollTo({ top: 120 }));
      // It is kept when the page has come to rest.
      await page.waitForTimeout(500);

      await workbench.openExplorer();
      await workbench.openView();
      assert.deepEqual(await shows(), before);
      assert.equal(await column.evaluate((element) => element.scrollTop), 120);
      await send();
      const two = await shows();

      await workbench.runCommand('View: Move View');
      await page.locator('.quick-input-widget input.input').fill('Demo');
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-list .label-name').getByText('New Secondary Side Bar Entry').click();
      await page.locator('.part.auxiliarybar').getByText('HTTP Status Coach').locator('visible=true').first().waitFor();
      assert.deepEqual(await shows(), two);
      await send();
      const three = await shows();
      assert.equal(three.entries.length, 3);

      // By the command, as people do: a page that is torn away has no time to save anything.
      const loaded = page.waitForEvent('load');
      await workbench.runCommand('Developer: Reload Window');
      await loaded;
      await page.locator('.part.activitybar').waitFor();
      // The palette lists what is known when it opens, and the extension may come a moment later.
      await assert.doesNotReject(async () => {
        for (let attempt = 1; ; attempt++) {
          try {
            return await workbench.runCommand('Status Coach: Open Demo Panel');
          } catch (error) {
            if (attempt === 3) throw error;
            await page.keyboard.press('Escape');
          }
        }
      });
      assert.deepEqual((await shows()).entries, three.entries);
      await send();
      assert.equal((await timeline(workbench)).length, 4);

      const last = await address(workbench);
      assert.equal((await fetch(`${last}/items`)).status, 200);
      for (const url of servers) {
        if (url !== last) await assert.rejects(fetch(`${url}/items`), `${url} still answers`);
      }
    } catch (error) {
      await workbench.screenshot('panel-over-time-failed');
      throw error;
    } finally {
      await workbench.close();
    }
  });
});
