/** Completions as a person meets them: they open by themselves where a status goes, and nowhere else; in every theme. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

describe('completions', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ file: 'fastapi-shop/routers/orders.py' });
  });

  after(async () => {
    await workbench.close();
  });

  const rows = () => workbench.page.locator('.suggest-widget.visible .monaco-list-row');
  const first = (label: string) =>
    workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: label });

  it('open on a sign, with what fits the route on top, in the constants of the file', async () => {
    // The first hover is also what tells that the extension is there.
    await workbench.hover({ text: 'HTTP_404_NOT_FOUND', line: 'No such order' });
    await workbench.placeCursor({ text: '""', line: 'router.post("")' });
    await workbench.type(', status_code=');
    await first('HTTP_201_CREATED').waitFor();
    const labels = await rows().locator('.label-name').allInnerTexts();
    assert.deepEqual(labels.slice(0, 3), [
      'status.HTTP_201_CREATED',
      'status.HTTP_202_ACCEPTED',
      'status.HTTP_204_NO_CONTENT',
    ]);
    await workbench.screenshot('completions-offered');
  });

  for (const theme of ['light', 'dark', 'highContrast'] satisfies Theme[]) {
    it(`explain the code in one glance (${theme})`, async () => {
      const { page } = workbench;
      await page.keyboard.press('Escape');
      await workbench.setTheme(theme);
      await page.mouse.move(640, 740);
      const details = page.locator('.suggest-details');
      // The theme picker gives the keyboard back a moment after it has closed; the second time the key shows the details.
      for (let times = 0; times < 20 && !(await details.isVisible()); times++) {
        await page.keyboard.press('Control+Space');
        await page.waitForTimeout(500);
      }
      await first('HTTP_201_CREATED').waitFor();
      await details.getByText('made something new').waitFor();
      assert.match(await details.innerText(), /because of store\.add_order\s+201 Created · answer of POST \/orders/);
      await workbench.screenshot(`completions-${theme}`);
    });
  }

  it('are written with one key, as the file writes codes', async () => {
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .locator('.view-line', { hasText: '@router.post("", status_code=status.HTTP_201_CREATED)' })
      .waitFor();
  });

  it('come by words, in numbers where the file writes numbers', async () => {
    await workbench.setTheme('light');
    await workbench.openFile('fastapi-shop/main.py');
    await workbench.placeCursor({ text: 'status_code=204', line: 'app.delete' });
    await workbench.page.keyboard.press('End');
    await workbench.page.keyboard.press('ArrowDown');
    await workbench.page.keyboard.press('End');
    await workbench.type('\nif busy:\nraise HTTPException(');
    await rows().first().waitFor();
    await workbench.screenshot('completions-raised');
    await workbench.type('too many');
    await first('429 Too Many Requests').waitFor();
    await workbench.screenshot('completions-words');
    await workbench.page.keyboard.press('Enter');
    assert.match(await workbench.save(), /\n {4}if busy:\n {8}raise HTTPException\(429\)\n/);
  });

  it('do not open where no status goes', async () => {
    await workbench.page.keyboard.press('End');
    await workbench.type('\nprint(items, ');
    await workbench.page.waitForTimeout(1500);
    assert.equal(await rows().filter({ hasText: 'Created' }).count(), 0);
    await workbench.screenshot('completions-elsewhere');
  });
});
