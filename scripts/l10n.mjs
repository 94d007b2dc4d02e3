/**
 * `npm run l10n`: writes every English text into `l10n/bundle.l10n.json`, drops what is not used any more from the
 * translations, and says what is wrong with them. `-- de --missing` prints what a language lacks, by the places that say
 * it, with nothing behind each text; `-- de --merge FILE` takes over what has been filled in.
 */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { grammars, loadBundle } from '../bench/engine.mjs';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { runScript } from './processes.mjs';

/** @typedef {Record<string, string>} Entries */

/** The files of VS Code's two ways to translate: of the manifest, by keys, and of what runs, by English texts. */
const files = [
  { english: 'package.nls.json', own: (/** @type {string} */ language) => `package.nls.${language}.json` },
  { english: 'l10n/bundle.l10n.json', own: (/** @type {string} */ language) => `l10n/bundle.l10n.${language}.json` },
];

/** Texts that are right in a language as they are in English. */
const sameFile = 'l10n/same.json';

/** @param {string} path in the project, or whole */
async function readText(path) {
  return readFile(join(projectFolder, path), 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}

/**
 * @param {string} path
 * @returns {Promise<Entries>} nothing for a file that is not there
 */
async function readEntries(path) {
  return JSON.parse((await readText(path)) ?? '{}');
}

/**
 * @param {string} path
 * @param {string} text
 */
async function write(path, text) {
  if ((await readText(path)) === text) return;
  await mkdir(dirname(join(projectFolder, path)), { recursive: true });
  await writeFile(join(projectFolder, path), text);
  console.log(`wrote ${path}`);
}

/** @param {unknown} value */
function jsonOf(value) {
  return `${JSON.stringify(value, null, 2)}\n`;
}

await runScript(async () => {
  const bundle = await loadBundle(
    projectFolder,
    `export { allTexts, bundleOf } from './scripts/allTexts';
    export { createSyntax } from './src/core/syntax';
    export { problemsOf } from './scripts/translations';`,
  );
  /** @type {readonly import('./codeTexts').Text[]} */
  const texts = await bundle.allTexts(projectFolder, bundle.createSyntax(grammars));
  await write('l10n/bundle.l10n.json', bundle.bundleOf(texts));

  const [language, action, path] = process.argv.slice(2);
  if (language && action === '--missing') {
    console.log(jsonOf(await missing(language, texts)));
    return;
  }
  if (language && action === '--merge') {
    if (!path) throw new Failure('Name the file to take over.');
    await tidy(language, flat(JSON.parse(await readFile(path, 'utf8'))));
  }
  for (const each of await languages()) {
    await tidy(each, {});
    const same = JSON.parse((await readText(sameFile)) ?? '{}')[each] ?? [];
    const english = Object.assign({}, ...(await Promise.all(files.map((file) => readEntries(file.english)))));
    const own = Object.assign({}, ...(await Promise.all(files.map((file) => readEntries(file.own(each))))));
    const problems = bundle.problemsOf(english, own, same);
    for (const problem of problems) console.log(`${each}: ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
});

/** Those that have a file of translations. */
async function languages() {
  const names = await readdir(join(projectFolder, 'l10n'));
  return names.flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);
}

/**
 * @param {string} language
 * @param {readonly import('./codeTexts').Text[]} texts
 */
async function missing(language, texts) {
  /** @type {Record<string, Entries>} */
  const byPlace = {};
  const [manifest, running] = await Promise.all(files.map((file) => readEntries(file.own(language))));
  for (const [key, text] of Object.entries(await readEntries('package.nls.json'))) {
    // A key says nothing, so the English text stands where the translation goes.
    if (!manifest?.[key]) byPlace['package.nls.json'] = { ...byPlace['package.nls.json'], [key]: text };
  }
  for (const { text, from } of texts) {
    if (!running?.[text]) byPlace[from] = { ...byPlace[from], [text]: '' };
  }
  return byPlace;
}

/**
 * Writes the files of a language in the order of the English ones, with what was added and without what is not used.
 * @param {string} language
 * @param {Entries} added
 */
async function tidy(language, added) {
  for (const { english, own } of files) {
    const translated = { ...(await readEntries(own(language))), ...added };
    const keys = Object.keys(await readEntries(english)).filter((key) => translated[key]);
    await write(own(language), jsonOf(Object.fromEntries(keys.map((key) => [key, translated[key]]))));
  }
}

/**
 * Texts by place, or without places.
 * @param {Record<string, string | Entries>} entries
 * @returns {Entries}
 */
function flat(entries) {
  return Object.assign(
    {},
    ...Object.entries(entries).map(([key, value]) => (typeof value === 'string' ? { [key]: value } : value)),
  );
}
