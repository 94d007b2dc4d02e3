/** `npm run bench`: times the engine against references in the same run and prints what the bars ask for. */

import { runScript } from '../scripts/processes.mjs';
import { measureCompletions } from './completions.mjs';
import { measureEdits } from './edits.mjs';
import { buildEngine } from './engine.mjs';
import { unpackFastApi } from './fastapi.mjs';
import { measureFolderScan } from './folderScan.mjs';
import { measureGrowth } from './growth.mjs';
import { measureHandlers } from './handlers.mjs';
import { measureHovers } from './hovers.mjs';
import { readOptions } from './options.mjs';
import { printBars } from './print.mjs';

await runScript(async () => {
  const { repositories } = readOptions();
  const checkout = await unpackFastApi(repositories);
  const build = await buildEngine();
  printBars([
    ...(await measureFolderScan(build, checkout)),
    ...(await measureEdits(build, checkout)),
    ...(await measureCompletions(build)),
    ...(await measureGrowth(build, checkout)),
    ...(await measureHovers(build, checkout)),
    ...(await measureHandlers(build, checkout)),
  ]);
});
