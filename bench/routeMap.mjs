/** `npm run bench:routes`: the route map of FastAPI's checkout in a real extension host, its time and its longest block. */

import process from 'node:process';
import { Failure } from '../scripts/failure.mjs';
import { layers } from '../scripts/layers.mjs';
import { runScript } from '../scripts/processes.mjs';
import { releaseNamed } from '../scripts/vscode.mjs';
import { unpackFastApi } from './fastapi.mjs';
import { readOptions } from './options.mjs';

await runScript(async () => {
  const { repositories } = readOptions();
  // The host test reads this folder in place of the files that it would make.
  process.env.STATUS_COACH_CHECKOUT = await unpackFastApi(repositories);
  await layers.build();
  const { failed, why } = await layers.host({
    release: releaseNamed('newest'),
    grep: 'route map of a large workspace',
  });
  if (failed > 0) throw new Failure(why ?? `${failed} measurements failed.`);
});
