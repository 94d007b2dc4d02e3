/** The three ways in, as a person takes them with mouse and keyboard: hover, fix, snippet; pictured in every theme. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

const orders = 'fastapi-shop/routers/orders.py';

describe('editor features', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ file: orders });
  });

  after(async () => {
    await workbench.close();
  });

  for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
    it(`hover: reads in one glance (${theme})`, async () => {
      await workbench.setTheme(theme);
      const hover = await workbench.hover('HTTP_409_CONFLICT');
      const text = await hover.innerText();
      assert.match(text, /409 Conflict · raised by POST \/orders/);
      assert.match(text, /RFC 9110 §15\.5\.10/);
      await workbench.screenshot(`hover-${theme}`);
    });
  }

  it('hover: the links go to the RFC and to MDN', async () => {
    const hover = await workbench.hover('HTTP_202_ACCEPTED');
    const links = await hover.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('data-href')));
    assert.ok(links.some((link) => link?.startsWith('https://www.rfc-editor.org/rfc/rfc9110.html#section-15.3.3')));
    assert.ok(links.some((link) => link?.startsWith('https://developer.mozilla.org/')));
  });

  it('fix: the light bulb repairs a DELETE with one choice', async () => {
    await workbench.setTheme('light');
    const offered = await workbench.quickFixes({ text: 'router.delete', line: '/note' });
    assert.deepEqual(offered, [
      'Answer 204 No Content, without a body',
      'Fix all delete-answers-204 findings in this file',
      'Fix delete-answers-204 everywhere, with preview',
      'Ignore this finding on this line',
      'Turn off delete-answers-204 in this workspace',
      'Answer 202 Accepted',
    ]);
    await workbench.screenshot('fix-menu');
    await workbench.chooseAction('Answer 204 No Content, without a body');
    const text = await workbench.save();
    const route = text.slice(text.indexOf('@router.delete("/{order_id}/note"'));
    assert.match(
      route,
      /^@router\.delete\("\/\{order_id\}\/note", status_code=status\.HTTP_204_NO_CONTENT\)\n.*-> None:\n/,
    );
    assert.doesNotMatch(route.slice(0, route.indexOf('\n\n\n')), /return \{/);
    await workbench.screenshot('fix-applied');
  });

  it('workspace: all fixes of a rule are shown, ticked, before they are made', async () => {
    const { page } = workbench;
    await workbench.runCommand('Status Coach: Fix All of a Rule in the Workspace...');
    await page.locator('.quick-input-list .label-name').getByText('post-creates-201', { exact: true }).waitFor();
    await workbench.screenshot('fix-rule-pick');
    await page.locator('.quick-input-list .label-name').getByText('post-creates-201', { exact: true }).click();
    const boxes = page.locator('.bulk-edit-panel .edit-checkbox');
    await boxes.first().waitFor();
    await workbench.screenshot('fix-rule-preview');
    const ticked = await boxes.evaluateAll((all) =>
      all.map((box) => box.matches(':checked, .checked, [aria-checked="true"]')),
    );
    assert.ok(ticked.length > 1 && ticked.every((each) => each), `${ticked}`);
    await page.getByRole('button', { name: 'Discard' }).click();
    await boxes.first().waitFor({ state: 'detached' });
  });

  it('problems: every mistake of a file says what goes wrong, in its own words', async () => {
    const { page } = workbench;
    await workbench.openFile('mistakes/main.py');
    await workbench.runCommand('Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row', { hasText: 'Status Coach' });
    await rows.first().waitFor();
    const messages = await rows.allInnerTexts();
    for (const said of ['uvicorn breaks off the connection', 'Clients never see 202', 'A 405 MUST have Allow']) {
      assert.ok(
        messages.some((message) => message.includes(said)),
        `${said}\n${messages.join('\n')}`,
      );
    }
    for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`problems-${theme}`);
    }
    await workbench.setTheme('light');
    await workbench.runCommand('View: Toggle Panel Visibility');
  });

  it('workspace: numbers become constants after every change was shown', async () => {
    const { page } = workbench;
    await workbench.runCommand('Status Coach: Rewrite Status Codes in the Workspace...');
    await page
      .locator('.quick-input-list .label-name')
      .getByText('Write numbers as constants', { exact: true })
      .click();
    const panel = page.locator('.bulk-edit-panel');
    await panel.locator('.edit-checkbox').first().waitFor();
    await workbench.screenshot('rewrite-preview');
    const shown = await panel.innerText();
    assert.match(shown, /import \{ StatusCodes \} from 'http-status-codes';/);
    assert.match(shown, /res\.status\(404StatusCodes\.NOT_FOUND\)/);
    await page.getByRole('button', { name: 'Discard' }).click();
    await panel.locator('.edit-checkbox').first().waitFor({ state: 'detached' });
  });
});
