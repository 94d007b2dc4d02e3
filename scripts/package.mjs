/** `npm run package`: packs the VSIX so that the same source always makes the same bytes. */

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { deflateAsync } from '@gfx/zopfli';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { exitOf, runScript, startProcess } from './processes.mjs';

/** Makes vsce write files in an order that does not change. */
const unchanging = { SOURCE_DATE_EPOCH: '0' };

/** By the clock of whatever zone: a ZIP archive knows no zones, and holds what the clock shows. */
const packedAt = new Date(2026, 0, 1);

/** The mode of a plain file that all may read and its owner may write. */
const plainFile = 0o644;

/** Rounds of Zopfli's search for shorter streams: its default of 15 takes twice as long for some ten bytes a file. */
const effort = { numiterations: 5 };
const [stored, deflated] = [0, 8];

/**
 * Packs the same files anew. What vsce makes of them depends on the machine: modes are those of the checkout, and what
 * Node compresses with differs by version and processor, and is not asked for its best.
 * @param {Buffer} zip
 */
async function packedEvenly(zip) {
  configure({ useWebWorkers: false });
  const even = new ZipWriter(new Uint8ArrayWriter(), { passThrough: true, extendedTimestamp: false });
  for (const entry of await new ZipReader(new Uint8ArrayReader(zip)).getEntries()) {
    const { crc32 } = entry;
    if (entry.directory) continue;
    if (crc32 === undefined) throw new Failure(`The VSIX that vsce made has no checksum of ${entry.filename}.`);
    const content = await entry.getData(new Uint8ArrayWriter());
    const short = await deflateAsync(content, effort);
    const [data, compressionMethod] = short.length < content.length ? [short, deflated] : [content, stored];
    await even.add(entry.filename, new Uint8ArrayReader(data), {
      compressionMethod,
      uncompressedSize: content.length,
      crc32,
      lastModDate: packedAt,
      unixMode: plainFile,
    });
  }
  return even.close();
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
