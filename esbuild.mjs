/** Builds everything that runs: the extension, the panel page, the command line and the test layers, one bundle each. */

import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';
import { javascriptTemplates } from './scripts/eraseTypes.mjs';
import { explain } from './scripts/failure.mjs';
import { writeIcons } from './scripts/icons.mjs';
import { packagesOf } from './scripts/licences.mjs';
import { projectFolder } from './scripts/packages.mjs';
import { web, webTestFolder, webTests } from './scripts/webBuild.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const require = createRequire(import.meta.url);
const grammarFolder = join(dirname(require.resolve('@vscode/tree-sitter-wasm')));
const codiconFolder = 'node_modules/@vscode/codicons/dist';

/**
 * Leaves files out of the bundle that imports them, as files of their own in `dist`.
 * @param {Readonly<Record<string, string>>} files their names in `dist`, by their sources without the ending
 * @returns {import('esbuild').Plugin}
 */
function apart(files) {
  return {
    name: 'files-apart',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir }) => {
        const file = files[relative(projectFolder, join(resolveDir, path)).replaceAll('\\', '/')];
        return file ? { path: `./${file}`, external: true } : undefined;
      });
    },
  };
}

/** What several files of the extension need is there once. What says texts also has to be told the translations once. */
const sharedApart = apart({ 'src/engine': 'engine.js', 'src/text': 'text.js', 'src/demo/portable': 'demo.js' });

/** So stays the runtime of the parser, which is loaded when the first document is scanned. */
const parserRuntimeApart = {
  name: 'parser-runtime-apart',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    const distance = relative(dirname(build.initialOptions.outfile ?? ''), 'dist') || '.';
    build.onResolve({ filter: /^@vscode\/tree-sitter-wasm$/ }, () => ({
      path: `${distance.startsWith('.') ? distance : `./${distance}`}/tree-sitter.js`,
      external: true,
    }));
  },
};

/**
 * The parser's runtime makes a node anew at each step through a tree. It keeps a part of it as an element, under a
 * number, for which V8 sets aside room for seventeen, slowly: a name costs a fraction of that.
 */
const lightNodes = {
  name: 'light-nodes',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad({ filter: /tree-sitter\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, 'utf8');
      for (const [element, name] of /** @type {const} */ ([
        [/(?<=class \{\s+static \{\s+__name\(this, "Node"\);\s+\}[^;]*)\[0\] = 0;/, 'other;'],
        ['this[0] = other;', 'this.other = other;'],
        ['node[0]', 'node.other'],
      ])) {
        if (contents.split(element).length !== 2) throw new Error(`The parser's nodes have changed: ${element}`);
        contents = contents.replace(element, name);
      }
      return { contents };
    });
  },
};

/**
 * `import * as vscode` as a plain `require`: as a module namespace, esbuild copies all of VS Code's API once for every
 * file that imports it, which took a third of the activation.
 */
const vscodeAsItIs = {
  name: 'vscode-as-it-is',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    build.onLoad(
      { filter: /[\\/]src[\\/](?:editor[\\/].+|panel[\\/]\w+|platform[\\/]\w+|activation|extension)\.ts$/ },
      async ({ path }) => ({
        contents: (await readFile(path, 'utf8')).replace(
          /^import \* as vscode from 'vscode';/m,
          "import vscode = require('vscode');",
        ),
        loader: 'ts',
      }),
    );
  },
};

/** Writes the icons of the page beside it, whenever it is built. */
const iconsOfPage = {
  name: 'icons-of-page',
  /** @param {import('esbuild').PluginBuild} build */
  setup(build) {
    const { outfile = '' } = build.initialOptions;
    build.onEnd(async ({ errors }) => {
      if (errors.length === 0) await writeIcons(codiconFolder, dirname(outfile), await readFile(outfile, 'utf8'));
    });
  },
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // `import()` becomes a late `require`, which is what loads the parser's runtime on first use.
  supported: { 'dynamic-import': false },
  loader: { '.scm': 'text', '.py': 'text', '.txt': 'text' },
  sourcemap: !production,
  minify: production,
  metafile: true,
  logLevel: 'warning',
  plugins: [parserRuntimeApart, javascriptTemplates],
};

/**
 * One bundle that runs every `*.test.ts` file below a folder.
 * @param {string} folder
 * @param {string[]} skip folders below it that are layers of their own
 * @param {string} [skipEnding] how files end that need what this layer lacks
 */
async function testLayer(folder, skip = [], skipEnding) {
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const tests = files.filter(
    (file) =>
      file.endsWith('.test.ts') &&
      !skip.some((other) => file.startsWith(`${other}/`)) &&
      !(skipEnding && file.endsWith(skipEnding)),
  );
  return tests
    .sort()
    .map((file) => `import ${JSON.stringify(`./${folder}/${file}`)};`)
    .join('\n');
}

/** The snippets that VS Code offers by itself are made from the templates, by our own code. */
async function writeSnippets() {
  const { outputFiles } = await esbuild.build({
    entryPoints: ['src/snippets/contributions.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    loader: node.loader ?? {},
    plugins: [javascriptTemplates],
    logLevel: 'warning',
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`;
  const { contributions } = await import(url);
  await mkdir('dist/snippets', { recursive: true });
  for (const [name, text] of contributions()) await writeFile(join('dist/snippets', name), text);
}

async function copyStaticFiles() {
  await mkdir('dist/grammars', { recursive: true });
  const wasm = ['tree-sitter.wasm', 'tree-sitter-python.wasm', 'tree-sitter-typescript.wasm', 'tree-sitter-tsx.wasm'];
  await Promise.all([
    ...wasm.map((file) => cp(join(grammarFolder, file), `dist/grammars/${file}`)),
    esbuild.build({
      entryPoints: [join(grammarFolder, 'tree-sitter.js')],
      outfile: 'dist/tree-sitter.js',
      minify: true,
      // In Node it loads modules to find and read its files, and elsewhere it does not start where nothing tells it
      // where it lies. It is handed the bytes of all its files, so it may as well believe to lie anywhere in a page.
      define: { process: 'undefined', __filename: 'undefined', define: 'undefined' },
      banner: { js: "var window={},document={currentScript:{src:'file:///'}};" },
      plugins: [lightNodes],
    }),
    writeSnippets(),
  ]);
}

async function main() {
  await rm('dist', { recursive: true, force: true });
  await copyStaticFiles();
  /** @type {import('esbuild').BuildOptions[]} */
  const builds = [
    {
      ...node,
      entryPoints: ['src/platform/node.ts'],
      outfile: 'dist/extension.js',
      external: ['vscode'],
      plugins: [vscodeAsItIs],
    },
    {
      ...node,
      ...web,
      entryPoints: ['src/platform/web.ts'],
      outfile: 'dist/web/extension.js',
      external: ['vscode'],
      plugins: [vscodeAsItIs],
    },
    {
      ...node,
      ...web,
      entryPoints: ['src/extension.ts'],
      outfile: 'dist/adapters.js',
      external: ['vscode'],
      plugins: [sharedApart, vscodeAsItIs],
    },
    {
      ...node,
      ...web,
      entryPoints: ['src/engine.ts'],
      outfile: 'dist/engine.js',
      plugins: [sharedApart, parserRuntimeApart],
    },
    { ...node, ...web, entryPoints: ['src/text.ts'], outfile: 'dist/text.js', plugins: [] },
    { ...node, ...web, entryPoints: ['src/demo/portable.ts'], outfile: 'dist/demo.js', plugins: [sharedApart] },
    { ...node, ...web, entryPoints: ['src/panel/late.ts'], outfile: 'dist/lesson.js', plugins: [sharedApart] },
    {
      ...node,
      ...web,
      entryPoints: ['src/snippets/library.ts'],
      outfile: 'dist/snippets.js',
      plugins: [javascriptTemplates, sharedApart],
    },
    { ...node, entryPoints: ['src/demo/demo.ts'], outfile: 'dist/server.js', plugins: [sharedApart] },
    { ...node, entryPoints: ['src/background/reader.ts'], outfile: 'dist/reader.js', plugins: [sharedApart] },
    {
      ...node,
      entryPoints: ['src/cli/main.ts'],
      outfile: 'dist/cli.js',
      banner: { js: '#!/usr/bin/env node' },
      // The demo is for one of its commands only.
      plugins: [parserRuntimeApart, javascriptTemplates, apart({ 'src/demo/demo': 'server.js' })],
    },
    {
      ...node,
      entryPoints: ['src/panel/page/main.ts'],
      outfile: 'dist/panel.js',
      platform: 'browser',
      target: 'es2022',
      format: 'iife',
      plugins: [iconsOfPage],
    },
  ];
  if (!production) {
    const tests = {
      ...node,
      external: ['vscode', 'mocha', 'playwright-core', 'esbuild', 'typescript', 'expect', 'harfbuzzjs'],
    };
    builds.push(
      {
        ...tests,
        stdin: { contents: await testLayer('test', ['host', 'ui']), resolveDir: '.', sourcefile: 'unit-tests.ts' },
        outfile: 'dist/test/unit.js',
      },
      {
        ...tests,
        external: tests.external.filter((name) => name !== 'mocha'),
        logOverride: { 'require-resolve-not-external': 'silent' },
        stdin: {
          // First, because it defines the `describe` that the tests call.
          contents: `export { run } from './test/host/run';\n${await testLayer('test/host', ['web'])}`,
          resolveDir: '.',
          sourcefile: 'host-tests.ts',
        },
        outfile: 'dist/test/host.js',
      },
      {
        ...node,
        ...web,
        ...webTests,
        plugins: [...(webTests.plugins ?? []), javascriptTemplates],
        external: ['vscode'],
        stdin: {
          contents: `export { run } from './test/host/web/run';\n${await testLayer('test/host', [], '.node.test.ts')}`,
          resolveDir: '.',
          sourcefile: 'web-tests.ts',
        },
        outfile: 'dist/test/web/host.js',
      },
      {
        ...node,
        ...web,
        external: ['vscode'],
        plugins: [await webTestFolder('examples')],
        entryPoints: ['test/host/web/folder/extension.ts'],
        outfile: 'dist/test/web/folder.js',
      },
      {
        ...tests,
        stdin: { contents: await testLayer('test/ui'), resolveDir: '.', sourcefile: 'ui-tests.ts' },
        outfile: 'dist/test/ui.js',
      },
    );
  }
  if (watch) {
    for (const options of builds) await (await esbuild.context(options)).watch();
    console.log('watching for changes');
    return;
  }
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  const shipped = results.filter((_, at) => !builds[at]?.outfile?.startsWith('dist/test/'));
  const metafiles = shipped.flatMap(({ metafile }) => metafile ?? []);
  await writeFile('dist/bundled.json', JSON.stringify(packagesOf(metafiles, [grammarFolder, codiconFolder])));
}

await main().catch((error) => {
  // What is wrong with the code, esbuild has said itself.
  if (!('errors' in error)) console.error(explain(error));
  process.exitCode = 1;
});
