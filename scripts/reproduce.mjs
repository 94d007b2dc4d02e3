/** `npm run reproduce`: packs two copies of the project, in different folders and time zones, and compares the bytes. */

import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, rename, symlink, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { runProcess, runScript, temporaryFolder } from './processes.mjs';

/** What a VSIX may weigh, in bytes. */
const limit = 1_200_000;

/** The files of the project that git knows or would add, relative to it. */
async function projectFiles() {
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { code, output } = await runProcess('git', listed, { cwd: projectFolder });
  if (code !== 0) throw new Failure(`git could not list the files of the project:\n${output}`);
  return output.split('\0').filter(Boolean);
}

/**
 * Packs a copy of the project.
 * @param {string} folder of the copy, which is made
 * @param {{ zone: string, mode: number, time: Date }} ways in which machines differ: their time zone, and the mode and
 *   time of the files in a checkout
 * @returns {Promise<Buffer>} the VSIX
 */
async function pack(folder, { zone, mode, time }) {
  for (const path of await projectFiles()) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    try {
      await cp(join(projectFolder, path), target);
    } catch (error) {
      // Deleted, and the deletion not committed yet.
      if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') continue;
      throw error;
    }
    await chmod(target, mode);
    await utimes(target, time, time);
  }
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const { code, output } = await runProcess(process.execPath, ['scripts/package.mjs', '--out', 'packed.vsix'], {
    cwd: folder,
    env: { ...process.env, TZ: zone },
  });
  if (code !== 0) throw new Failure(`The package could not be made:\n${output}`);
  const vsix = `${folder}.vsix`;
  await rename(join(folder, 'packed.vsix'), vsix);
  return readFile(vsix);
}

/** @param {Buffer} bytes */
function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex');
}

await runScript(async () => {
  const folder = await temporaryFolder();
  const first = await pack(join(folder, 'one'), { zone: 'America/Los_Angeles', mode: 0o644, time: new Date(0) });
  const second = await pack(join(folder, 'two', 'in', 'a', 'deeper', 'place'), {
    zone: 'Asia/Tokyo',
    mode: 0o664,
    time: new Date(2024, 5, 6, 7, 8, 9),
  });
  console.log(`${hash(first)}  first\n${hash(second)}  second`);
  if (!first.equals(second)) throw new Failure('The two packages differ.');
  const size = `${(first.length / 1e6).toFixed(3)} MB of at most ${limit / 1e6} MB`;
  if (first.length > limit) throw new Failure(`The package is too large: ${size}.`);
  console.log(`The same bytes twice: ${size}.`);
});
