/** `npm run package`: packs the VSIX so that the same source always makes the same bytes. */

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import JSZip from 'jszip';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { exitOf, runScript, startProcess } from './processes.mjs';

/** Makes vsce write files in an order that does not change. */
const unchanging = { SOURCE_DATE_EPOCH: '0' };

const packedAt = new Date(Date.UTC(2026, 0, 1));

/** The mode of a plain file that all may read and its owner may write. */
const plainFile = 0o644;

/**
 * Packs the same files anew. What vsce makes of them depends on the machine: modes are those of the checkout, and what
 * Node compresses with differs by version and processor, and is not asked for its best.
 * @param {Buffer} zip
 */
async function packedEvenly(zip) {
  const even = new JSZip();
  for (const file of Object.values((await JSZip.loadAsync(zip)).files)) {
    even.file(file.name, await file.async('nodebuffer'), {
      date: packedAt,
      unixPermissions: plainFile,
      createFolders: false,
    });
  }
  return even.generateAsync({
    type: 'nodebuffer',
    platform: 'UNIX',
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string', short: 'o' } } });
  const { name, version } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8'));
  const out = values.out ?? `${name}-${version}.vsix`;
  const child = startProcess(
    process.execPath,
    [join('node_modules', '@vscode', 'vsce', 'vsce'), 'package', '--no-dependencies', '--out', out],
    { cwd: projectFolder, env: { ...process.env, ...unchanging }, output: 'inherit' },
  );
  const code = await exitOf(child);
  if (code !== 0) throw new Failure(`vsce ended with code ${code}.`);
  const file = resolve(projectFolder, out);
  await writeFile(file, await packedEvenly(await readFile(file)));
}

await runScript(main);
