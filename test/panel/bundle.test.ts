/** The page's script stays small, as it is shipped: it is loaded anew each time the panel is shown. */

import assert from 'node:assert/strict';
import * as esbuild from 'esbuild';

describe('panel bundle', () => {
  it('has less than 250 KB', async () => {
    const { outputFiles } = await esbuild.build({
      entryPoints: ['src/panel/page/main.ts'],
      bundle: true,
      minify: true,
      write: false,
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
    });
    const bytes = outputFiles[0]?.contents.length ?? Number.NaN;
    console.log(`      ${Math.round(bytes / 1024)} KB`);
    assert.ok(bytes < 250 * 1024, `${bytes} bytes`);
  });
});
