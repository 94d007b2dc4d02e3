/** The first minutes of a new user: the walkthrough, its examples, and that a step is ticked when it was taken. */

import { strict as assert } from 'node:assert';
import { openWorkbench, type Theme, type Workbench } from './harness';

const title = 'First Minutes with HTTP Status Coach';
const themes = ['light', 'dark', 'highContrast'] satisfies Theme[];

describe('first minutes', () => {
  let workbench: Workbench;
  const walkthrough = () => workbench.page.locator('.gettingStartedContainer');
  const step = (id: string) => walkthrough().locator(`[data-step-id$="#firstMinutes#${id}"]`);
  const isTicked = (id: string) => walkthrough().locator(`[data-step-id$="#firstMinutes#${id}"][aria-checked="true"]`);

  /** A window of its own, because the walkthrough takes the focus, which closes what is opened in the meantime. */
  async function openWalkthrough(theme: Theme) {
    workbench = await openWorkbench({ theme, viewport: { width: 1400, height: 860 } });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.page.locator('.quick-input-list .label-name').getByText(title, { exact: true }).click();
    await step('hover').waitFor();
  }

  afterEach(async () => {
    await workbench.close();
  });

  for (const theme of themes) {
    it(`walkthrough: six steps, each with its picture (${theme})`, async () => {
      await openWalkthrough(theme);
      for (const id of ['hover', 'fix', 'insert', 'choose', 'routes', 'play']) {
        await step(id).click();
        const picture = walkthrough().locator('.getting-started-media img');
        await picture
          .and(workbench.page.locator(`[srcset*="${id}-${theme === 'light' ? 'light' : 'dark'}.png"]`))
          .waitFor();
        assert.ok((await picture.getAttribute('alt'))?.endsWith('.'), `${id} has no words for its picture`);
        await workbench.screenshot(`walkthrough-${id}-${theme}`);
      }
    });
  }

  it('a step is ticked when it was taken, and not before', async () => {
    await openWalkthrough('light');
    await step('hover').click();
    assert.equal(await isTicked('hover').count(), 0);
    await walkthrough().getByText('Open the Python Example').first().click();
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'create_order' }).first().waitFor();
    await workbench.screenshot('walkthrough-example');
    assert.equal(await isTicked('hover').count(), 0);
    await workbench.page.locator('.editor-instance .view-line', { hasText: 'create_order' }).first().click();
    await workbench.hover('HTTP_409_CONFLICT');
    await isTicked('hover').waitFor();
    assert.equal(await isTicked('fix').count(), 0);
    // The hover lies over the route.
    await workbench.page.mouse.move(0, 0);
    await workbench.page.locator('.monaco-editor .monaco-hover:visible').waitFor({ state: 'hidden' });
    await workbench.quickFixes({ text: 'router.post', line: '@router.post("")' });
    await workbench.chooseAction('Answer 201 Created');
    await isTicked('fix').waitFor();
    await workbench.screenshot('walkthrough-fixed');
  });
});
