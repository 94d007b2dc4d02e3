/** Handlers as a person writes them: by a prefix, by `route` in a file of a framework, and by the command; pictured in every theme. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

const themes = ['light', 'dark', 'highContrast'] satisfies Theme[];
const main = 'fastapi-shop/main.py';
const orders = 'fastapi-shop/routers/orders.py';

describe('handlers', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await openWorkbench({ file: main });
  });

  after(async () => {
    await workbench.close();
  });

  function row(label: string) {
    return workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: label }).first();
  }

  /** Takes the offered POST, whose resource nobody has named, and names it; the file as it is then. */
  async function writePost(resource: string, type: string): Promise<string> {
    const { page } = workbench;
    await workbench.type('route-po');
    await row('route-post201').waitFor();
    await page.keyboard.press('Tab');
    await page.locator('.view-line', { hasText: 'async def create_item(new_item' }).waitFor();
    await workbench.type(resource);
    await page.keyboard.press('Tab');
    await page.locator('.view-line', { hasText: `-> ${type}:` }).waitFor();
    await page.keyboard.press('Escape');
    return workbench.save();
  }

  it('a prefix and Tab write a whole handler', async () => {
    const { page } = workbench;
    await page.keyboard.press('ControlOrMeta+End');
    await workbench.type('\nfa-delete204');
    // A machine that is busy may offer nothing while somebody types; asking does.
    await row('fa-delete204')
      .waitFor({ timeout: 5_000 })
      .catch(() => page.keyboard.press('Control+Space'));
    await row('fa-delete204').waitFor();
    await workbench.screenshot('snippet-offered');
    await page.keyboard.press('Tab');
    await page.locator('.view-line', { hasText: 'async def delete_item' }).waitFor();
    await page.keyboard.press('Tab');
    await workbench.type('coupon');
    await page.locator('.view-line', { hasText: 'async def delete_coupon(coupon_id: int) -> None:' }).waitFor();
    await workbench.screenshot('snippet-filled');
    assert.match(await workbench.save(), /@app\.delete\("\/coupons\/\{coupon_id\}", status_code=204\)/);
  });

  it('route offers handlers in the words of the file, key by key', async () => {
    const { page } = workbench;
    await workbench.openFile(orders);
    await page.keyboard.press('ControlOrMeta+End');
    await workbench.type('\n\nroute-pu');
    await row('route-put200').waitFor();
    for (const theme of themes) {
      await workbench.setTheme(theme);
      // A menu at the top takes the list away; typing brings it back.
      await page.keyboard.press('Backspace');
      await workbench.type('u');
      await row('route-put200').waitFor();
      await workbench.screenshot(`route-offers-${theme}`);
    }
    await page.keyboard.press('Tab');
    // The router's own resource, as the prefix has it: all names are right at once.
    const head = 'async def replace_order(order_id: int, new_order: NewOrder) -> Order:';
    await page.locator('.view-line', { hasText: head }).waitFor();
    await page.keyboard.press('Escape');
    await workbench.setTheme('light');
    await workbench.screenshot('route-filled');
    const text = await workbench.save();
    assert.match(text, /@router\.put\("\/\{order_id\}"\)\nasync def replace_order\(/);
    assert.match(text, /raise HTTPException\(status_code=status\.HTTP_404_NOT_FOUND, detail="Order not found"\)/);
  });

  it('route asks once for a resource that no prefix names', async () => {
    const { page } = workbench;
    await workbench.openFile(main);
    await page.keyboard.press('ControlOrMeta+End');
    await workbench.type('\n\n');
    const text = await writePost('category', 'Category');
    assert.match(
      text,
      /@app\.post\("\/categories", .*\nasync def create_category\(new_category: NewCategory, .*\) -> Category:\n/,
    );
    assert.match(text, /f"\/categories\/\{category\.id\}"/);
    assert.match(text, /^from fastapi import .*\bResponse\b/m);
  });

  it('route asks what a handler is for where the router has its own', async () => {
    const { page } = workbench;
    await workbench.openFile(orders);
    await page.keyboard.press('ControlOrMeta+End');
    // Behind the handler of the test before, a new line is indented as its body is.
    await workbench.type('\n\n');
    await page.keyboard.press('Shift+Tab');
    const text = await writePost('refund', 'Refund');
    assert.match(
      text,
      /@router\.post\("\/refunds", status_code=status\.HTTP_201_CREATED\)\nasync def create_refund\(new_refund: NewRefund, response: Response\) -> Refund:\n/,
    );
    assert.match(text, /response\.headers\["Location"\] = f"\/orders\/refunds\/\{refund\.id\}"/);
    assert.match(text, /^from fastapi import .*\bResponse\b/m);
    assert.equal(text.match(/def create_order\(/g)?.length, 1);
  });

  it('the command asks for framework, operation and resource', async () => {
    const { page } = workbench;
    await workbench.openFile('express-shop/src/routes/orders.ts');
    for (const theme of themes) {
      await workbench.setTheme(theme);
      await workbench.runCommand('Status Coach: Insert Route Handler...');
      await pick('Express');
      await page
        .locator('.quick-input-list .label-name')
        .getByText('Delete a resource, 204', { exact: true })
        .waitFor();
      await workbench.screenshot(`insert-handler-${theme}`);
      if (theme !== 'highContrast') await page.keyboard.press('Escape');
    }
    const input = page.locator('.quick-input-widget input.input');
    await input.fill('conflict');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'route-conflict409' }).waitFor();
    await workbench.screenshot('insert-handler-words');
    await input.fill('');
    await page.locator('.quick-input-list .label-name').getByText('Delete a resource, 204', { exact: true }).click();
    await page.getByText('One resource, in the singular').waitFor();
    await input.fill('1st line');
    await page.getByText('One to three words').waitFor();
    await workbench.screenshot('insert-handler-invalid');
    await input.fill('order line');
    await page.keyboard.press('Enter');
    await page.locator('.view-line', { hasText: ".delete('/order-lines/:orderLineId'" }).waitFor();
    await workbench.setTheme('light');
    await workbench.screenshot('insert-handler-written');
    assert.match(await workbench.save(), /\.delete\('\/order-lines\/:orderLineId'/);
  });

  async function pick(label: string) {
    const name = workbench.page.locator('.quick-input-list .label-name').getByText(label, { exact: true });
    await name.first().waitFor();
    await workbench.screenshot('insert-handler-framework');
    await name.first().click();
  }
});
