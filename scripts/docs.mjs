/** `npm run docs`: writes what is generated: pages and settings of rules, tables of the README, the listings of the lesson. */

import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { grammars, loadBundle, serviceOf } from '../bench/engine.mjs';
import { projectFolder } from './packages.mjs';
import { runScript } from './processes.mjs';

const folder = 'docs/rules';

/** @param {string} path in the project */
function read(path) {
  return readFile(join(projectFolder, path), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
}

await runScript(async () => {
  const bundle = await loadBundle(
    projectFolder,
    `export { createService } from './src/core/service';
    export { rules } from './src/core/rules/registry';
    export { frameworks } from './src/frameworks/registry';
    export { generatedFiles } from './scripts/rulePages';
    export { cutTwins } from './scripts/twins';`,
  );
  const service = serviceOf({ ...bundle, grammars });
  const frameworks = await Promise.all(
    bundle.frameworks.map(async (/** @type {{ id: string, name: string }} */ { id, name }) => {
      return { name, ...JSON.parse(await read(`src/frameworks/${id}/about.json`)) };
    }),
  );
  const [manifest, texts, readme] = [
    await read('package.json'),
    await read('package.nls.json'),
    await read('README.md'),
  ];
  /** @type {ReadonlyMap<string, string>} */
  const files = await bundle.generatedFiles(bundle.rules, service, manifest, texts, readme, frameworks);
  service.dispose();
  for (const [path, text] of files) {
    if ((await read(path)) === text) continue;
    await mkdir(dirname(join(projectFolder, path)), { recursive: true });
    await writeFile(join(projectFolder, path), text);
    console.log(`wrote ${path}`);
  }
  await writeTwins(bundle.cutTwins);
  for (const name of await readdir(join(projectFolder, folder))) {
    if (files.has(`${folder}/${name}`)) continue;
    await rm(join(projectFolder, folder, name));
    console.log(`removed ${folder}/${name}`);
  }
});

/** @param {(routes: readonly string[]) => Record<string, string>} cutTwins */
async function writeTwins(cutTwins) {
  const routes = 'src/demo/routes';
  const names = (await readdir(join(projectFolder, routes))).sort();
  const texts = await Promise.all(names.map((name) => read(`${routes}/${name}`)));
  const path = 'src/lesson/twins.json';
  const text = `${JSON.stringify(cutTwins(texts), null, 2)}\n`;
  if ((await read(path)) === text) return;
  await writeFile(join(projectFolder, path), text);
  console.log(`wrote ${path}`);
}
