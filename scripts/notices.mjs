/** `npm run notices`: builds, and writes ThirdPartyNotices.txt from what was bundled. */

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { Failure } from './failure.mjs';
import { bundledPackages, notices, noticesFile } from './licences.mjs';
import { exitOf, runScript, startProcess } from './processes.mjs';

await runScript(async () => {
  const code = await exitOf(startProcess(process.execPath, ['esbuild.mjs'], { output: 'inherit' }));
  if (code !== 0) throw new Failure(`The build ended with code ${code}.`);
  const packages = bundledPackages();
  writeFileSync(noticesFile, notices(packages));
  console.log(`wrote ${noticesFile}: ${packages.length} packages`);
});
