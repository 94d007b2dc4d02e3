/** The workflows of GitHub: what they run is pinned, what they may do is said, and only a pushed tag publishes. */

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = '.github/workflows';
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('workflows', () => {
  it('pin every action by its commit, with its version beside it', () => {
    const uses = workflows.flatMap(({ text }) => text.match(/\buses: .*/g) ?? []);
    assert.ok(uses.length > 5);
    for (const use of uses) assert.match(use, /^uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    const versions = new Map<string, string>();
    for (const use of uses) {
      const [action = '', version = ''] = use.slice('uses: '.length).split('@');
      assert.equal(versions.get(action) ?? version, version, `${action} is pinned to two commits`);
      versions.set(action, version);
    }
  });

  it('may do nothing but read what they check out', () => {
    for (const { name, text } of workflows) {
      assert.match(text, /^permissions: \{\}$/m, name);
      const jobs = text.match(/^ {4}runs-on:/gm) ?? [];
      assert.equal(text.match(/^ {4}permissions:\n {6}contents: read\n {4}steps:/gm)?.length, jobs.length, name);
      assert.doesNotMatch(text, /: write\b|write-all|pull_request_target/, name);
      const checkouts = text.match(/actions\/checkout@/g) ?? [];
      assert.equal(text.match(/persist-credentials: false/g)?.length, checkouts.length, name);
    }
  });

  it('publish only what was pushed as a tag, to both registries, after their tokens were tried', () => {
    const text = workflows.find(({ name }) => name === 'publish.yml')?.text ?? '';
    const steps = text.split(/^ {6}- /m).filter((step) => /\b(?:vsce|ovsx) publish\b/.test(step));
    assert.equal(steps.length, 2);
    for (const step of steps) {
      assert.match(step, /^ {8}if: github\.event_name == 'push' && github\.ref_type == 'tag'$/m);
    }
    const [verified, published] = [text.lastIndexOf('verify-pat'), text.indexOf(' publish --packagePath')];
    assert.ok(verified > 0 && verified < published);
  });

  it('run no text of an event or a branch as a command', () => {
    for (const { name, text } of workflows) {
      for (const [, command = ''] of text.matchAll(/^ +(?:- )?run: (.*(?:\n {10}.*)*)/gm)) {
        assert.doesNotMatch(command, /\$\{\{ *(?:github|inputs|secrets)\b/, `${name}: ${command}`);
      }
    }
  });
});
