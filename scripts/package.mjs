/** `npm run package`: packs the VSIX so that the same source always makes the same bytes. */

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { exitOf, runScript, startProcess } from './processes.mjs';

/** What vsce needs to write times and order that do not change; a zip has local times, so the zone counts too. */
const unchanging = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 1) / 1000), TZ: 'UTC' };

/** The attributes of a plain file that all may read and its owner may write. */
const plainFile = (0o100644 << 16) >>> 0;

/**
 * Gives every entry of a zip the same attributes: those of the files in a checkout depend on the system and its umask.
 * @param {Buffer} zip changed in place
 */
function evenAttributes(zip) {
  // APPNOTE.TXT 4.3.16 and 4.3.12: the end record names the place and number of the headers in the central directory.
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Failure('The VSIX that vsce made is no zip.');
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries; entry++) {
    if (zip.toString('latin1', at, at + 4) !== 'PK\x01\x02') throw new Failure('The directory of the VSIX is damaged.');
    zip.writeUInt32LE(plainFile, at + 38);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
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
  const zip = await readFile(file);
  evenAttributes(zip);
  await writeFile(file, zip);
}

await runScript(main);
