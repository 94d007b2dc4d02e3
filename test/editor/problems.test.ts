/** What is said of files that cannot be written, and what a report of an issue holds. */

import assert from 'node:assert/strict';
import { type IssueFacts, issueAddress } from '../../src/editor/issueText';
import { reasonOf } from '../../src/editor/problems';

describe('why a file could not be written', () => {
  const coded = (code: string, message: string) => Object.assign(new Error(message), { code });
  const cases: readonly (readonly [unknown, string])[] = [
    [coded('Unavailable', 'Error: ENOSPC: no space left on device, write'), 'the disk is full'],
    [coded('NoPermissions', 'EROFS: read-only file system, open'), 'it can only be read'],
    [coded('NoPermissions', 'Not allowed'), 'permission was denied'],
    [coded('FileNotFound', 'coach:/a'), 'it is not there'],
    [coded('Unavailable', 'ask again later'), 'its file system is not available'],
    ['something else', 'something else'],
  ];
  for (const [error, reason] of cases) it(reason, () => assert.equal(reasonOf(error), reason));
});

describe('report of an issue', () => {
  const facts: IssueFacts = {
    version: '1.2.3',
    editor: 'Visual Studio Code 1.99.0 (desktop)',
    system: 'Linux 6.1 x64',
    remote: null,
    settings: [],
  };
  const bodyOf = (address: string) => new URL(address).searchParams.get('body') ?? '';

  it('names what it comes from', () => {
    const body = bodyOf(issueAddress('https://github.com/a/b/issues', facts));
    for (const part of ['HTTP Status Coach 1.2.3', facts.editor, facts.system, 'All settings are as they come.'])
      assert.ok(body.includes(part), body);
    const remote = bodyOf(issueAddress('https://github.com/a/b/issues', { ...facts, remote: 'ssh-remote' }));
    assert.match(remote, /Linux 6\.1 x64, connected by ssh-remote/);
  });

  it('lists settings that differ, as far as an address has room', () => {
    const few = bodyOf(
      issueAddress('https://github.com/a/b/issues', { ...facts, settings: [['statusCoach.level', 'advanced']] }),
    );
    assert.match(few, /Settings that differ:\n- `statusCoach\.level`: `"advanced"`$/);
    const many = Array.from({ length: 500 }, (_, index): [string, unknown] => [`statusCoach.rules.r${index}`, 'off']);
    const address = issueAddress('https://github.com/a/b/issues', { ...facts, settings: many });
    assert.ok(address.length <= 6_000);
    const shown = bodyOf(address).match(/statusCoach\.rules/g)?.length ?? 0;
    assert.ok(shown > 50, `${shown}`);
    assert.ok(bodyOf(address).endsWith(`- and ${500 - shown} more`));
  });
});
