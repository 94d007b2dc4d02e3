/**
 * What a screen reader has to say of the demo panel: roles, names and their order in each part, and what is announced.
 *
 * `STATUS_COACH_SPOKEN=write npm run test:ui -- --grep spoken` writes the files anew; read what has changed.
 */

import { strict as assert } from 'node:assert';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWorkbench, setup, type Workbench } from './harness';

const folder = 'test/ui/fixtures/spoken';

/** Compares the accessibility tree of the panel with the one that is kept, but for what differs each time. */
async function compare({ panel }: Workbench, name: string): Promise<void> {
  const tree = await panel.locator('body').ariaSnapshot();
  const steady = `${tree
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT')
    .replace(/\b\d+ ms/g, 'N ms')
    .replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'NOW')}\n`;
  const file = join(setup().project, folder, `${name}.yaml`);
  if (process.env.STATUS_COACH_SPOKEN === 'write') {
    await mkdir(join(setup().project, folder), { recursive: true });
    await writeFile(file, steady);
  }
  assert.equal(steady, await readFile(file, 'utf8'));
}

describe('demo panel, spoken', () => {
  let workbench: Workbench;
  const tab = (name: string) => workbench.panel.getByRole('tab', { name, exact: true });

  before(async () => {
    workbench = await openWorkbench({ viewport: { width: 1280, height: 1000 } });
    await workbench.runCommand('Status Coach: Open Demo Panel');
    await workbench.panel.locator('.server-url').waitFor();
  });

  after(() => workbench?.close());

  it('names the chapters and how far they are', () => compare(workbench, 'chapters'));

  it('announces each answer, hint and notice once', async () => {
    const { panel } = workbench;
    await panel.getByRole('button', { name: /HTTP status codes/ }).click();
    await panel.locator('#announcement').evaluate(
      `((element) => {
        globalThis.said = [];
        new MutationObserver(() => {
          if (element.textContent) globalThis.said.push(element.textContent);
        }).observe(element, { childList: true, characterData: true, subtree: true });
      })(document.querySelector('#announcement'))`,
    );
    for (const path of ['1', '99']) {
      await panel.getByRole('button', { name: `Send GET /items/${path}`, exact: true }).click();
      const answer = panel.getByRole('group', { name: `GET /items/${path}`, exact: true }).locator('.try-answer');
      await answer.waitFor();
    }
    const exercise = panel.getByRole('group', { name: /Make the server answer 404/ });
    await exercise.getByRole('button', { name: 'Start' }).click();
    await exercise.getByRole('button', { name: 'Give me a hint' }).click();
    await exercise.getByRole('listitem').first().waitFor();
    await panel.getByRole('button', { name: 'Put the data back to the start' }).click();
    await panel.getByText('The data is as it was at the start.').first().waitFor();
    await panel.getByRole('button', { name: 'Send GET /items/99', exact: true }).click();
    await exercise.getByText(/A 404 is the client/).waitFor();
    assert.deepEqual(await panel.locator('body').evaluate('globalThis.said'), [
      '200 OK, Success',
      '404 Not Found, Client error',
      'Ask for something that is not there.',
      'The data is as it was at the start.',
      '404 Not Found, Client error. Solved. A 404 is the client’s to solve: the address leads to nothing, and asking again will not change that.',
    ]);
  });

  it('reads a chapter with its requests, tables and exercises', () => compare(workbench, 'chapter'));

  it('reads the composer, the answer and the timeline', async () => {
    await tab('Requests').click();
    await compare(workbench, 'requests');
  });

  it('reads the codes and the card of one', async () => {
    const { panel } = workbench;
    await tab('Codes').click();
    await panel.getByRole('textbox', { name: 'Find a code' }).fill('42');
    await panel.locator('#code-422').click();
    await panel.getByRole('group', { name: /^422/ }).waitFor();
    await compare(workbench, 'codes');
  });

  it('reads the flow chart and the way through it', async () => {
    const { panel } = workbench;
    await tab('Choose').click();
    for (const answer of ['POST', 'It worked', 'It made something new (201)'])
      await panel.getByRole('button', { name: answer, exact: true }).click();
    await panel.getByRole('img', { name: '201 Created' }).waitFor();
    await compare(workbench, 'choose');
  });
});
