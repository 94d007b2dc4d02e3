/** What people see who use VS Code in another language: hovers, commands and the panel in their own. */

import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { openWorkbench, type Workbench } from './harness';

const languages = readdirSync('l10n').flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);
const entriesOf = (path: string): Readonly<Record<string, string>> => JSON.parse(readFileSync(path, 'utf8'));

for (const language of languages) {
  describe(`in ${language}`, () => {
    const own = entriesOf(`l10n/bundle.l10n.${language}.json`);
    const manifest = entriesOf(`package.nls.${language}.json`);
    let workbench: Workbench;

    before(async () => {
      workbench = await openWorkbench({ folder: 'test/ui/fixtures/codes', file: 'main.py', language });
    });

    after(async () => {
      await workbench.close();
    });

    it('a hover explains the code', async () => {
      const hover = await workbench.hover({ text: '404', line: '404: {"description"' });
      const said = await hover.innerText();
      assert.ok(said.includes(own['There is nothing here, or the server will not say that there is.'] ?? '-'), said);
      assert.ok(said.includes(own['Try it in the demo panel'] ?? '-'), said);
      await workbench.screenshot(`hover-${language}`);
    });

    it('the panel speaks, from its tabs to the course', async () => {
      await workbench.runCommand(`Status Coach: ${manifest['command.openDemoPanel']}`);
      const { panel } = workbench;
      await panel.getByRole('tab', { name: own.Codes ?? '-' }).waitFor();
      await panel
        .getByText(own['HTTP status codes'] ?? '-')
        .first()
        .waitFor();
      await workbench.screenshot(`panel-${language}`);
    });
  });
}
