/** A disk that is full while the command line writes: one sentence and the exit code for failures. */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';

// The one system with a file that is always full.
if (process.platform === 'linux') {
  describe('command line on a full disk', () => {
    for (const format of ['text', 'json']) {
      it(`says so (${format})`, () => {
        const full = openSync('/dev/full', 'w');
        const { status, stderr } = spawnSync(
          process.execPath,
          ['dist/cli.js', 'check', 'examples', '--no-cache', '--format', format],
          { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
        );
        closeSync(full);
        assert.equal(stderr, 'The output could not be written: ENOSPC: no space left on device, write\n');
        assert.equal(status, 2);
      });
    }
  });
}
