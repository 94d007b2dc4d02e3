/** What the manifest promises newcomers is there: the walkthrough's pictures, commands and events, and the examples. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { exampleFiles, examples } from '../src/editor/exampleFiles';
import { readManifest } from './support/manifest';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly image: Readonly<Record<string, string>>; readonly altText: string };
  readonly completionEvents: readonly string[];
}

const { contributes } = readManifest();
const steps: readonly Step[] = contributes.walkthroughs[0].steps;
const commands: readonly string[] = contributes.commands.map(({ command }: { command: string }) => command);

/** The commands of links, with what they are given. */
function linksIn(text: string): readonly { command: string; given: readonly unknown[] }[] {
  return [...text.matchAll(/\]\(command:([\w.]+)(?:\?([^)]*))?\)/g)].map(([, command = '', given]) => ({
    command,
    given: given === undefined ? [] : JSON.parse(decodeURIComponent(given)),
  }));
}

describe('first minutes', () => {
  it('every link of the walkthrough and of empty views runs a command that there is', () => {
    const welcome: readonly { contents: string }[] = contributes.viewsWelcome;
    for (const text of [...steps.map((step) => step.description), ...welcome.map(({ contents }) => contents)]) {
      for (const { command, given } of linksIn(text)) {
        assert.ok(command.startsWith('vscode.') || commands.includes(command), command);
        if (command !== 'statusCoach.showExamples' || given.length === 0) continue;
        assert.ok(given[0] === 'copy' || examples.some(({ id }) => id === given[0]), `there is no example ${given[0]}`);
      }
    }
    for (const { id, description } of steps) assert.notEqual(linksIn(description).length, 0, `${id} leads nowhere`);
  });

  it('every step waits for something that the extension tells or that is there', () => {
    const told = /FirstStep = ([^;]+);/.exec(readFileSync('src/editor/firstSteps.ts', 'utf8'))?.[1] ?? '';
    const views: readonly { id: string }[] = contributes.views.statusCoach;
    for (const { id, completionEvents } of steps) {
      assert.equal(completionEvents.length, 1, id);
      for (const event of completionEvents) {
        const [kind, what = ''] = event.split(':');
        if (kind === 'onView') assert.ok(views.some((view) => view.id === what));
        else assert.ok(kind === 'onContext' && told.includes(`'${what.replace('statusCoach.taken.', '')}'`), event);
      }
    }
  });

  it('every step has a picture for light and dark, with words for it, and all are small', () => {
    const pictures = readdirSync('media/walkthrough').map((name) => `media/walkthrough/${name}`);
    const shown = steps.flatMap(({ media }) => Object.values(media.image));
    assert.deepEqual([...new Set(shown)].sort(), pictures.sort());
    for (const { id, media } of steps) {
      assert.deepEqual(Object.keys(media.image).sort(), ['dark', 'hc', 'hcLight', 'light'], id);
      assert.match(media.altText, /\.$/);
    }
    const bytes = pictures.reduce((sum, path) => sum + statSync(path).size, 0);
    assert.ok(bytes < 300_000, `the pictures take ${bytes} bytes`);
  });

  it('the examples are the files of their folder, and start at text that they hold', () => {
    const files = readdirSync('examples', { recursive: true, encoding: 'utf8' }).map((file) =>
      file.replaceAll('\\', '/'),
    );
    const ours = files.filter((file) => /\.\w+$/.test(file) && !/__pycache__|node_modules|\.vscode/.test(file));
    assert.deepEqual([...exampleFiles].sort(), ours.sort());
    for (const { id, file, start } of examples) {
      assert.equal(readFileSync(`examples/${file}`, 'utf8').split(start).length, 2, id);
    }
  });
});
