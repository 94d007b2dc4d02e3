/** What `npm run bench:editor` runs in the extension host of a fresh window: one measurement, written to a file. */

const { readFileSync, renameSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector/promises');
const { setTimeout: sleep } = require('node:timers/promises');
const vscode = require('vscode');

/** @typedef {import('./editorTask').Task} Task */

/**
 * How long it takes to load and start an extension, in milliseconds.
 * @param {string} id
 */
async function activation(id) {
  const extension = vscode.extensions.getExtension(id);
  if (!extension) throw new Error(`${id} is not installed.`);
  if (extension.isActive) throw new Error(`${id} is active already.`);
  const started = performance.now();
  await extension.activate();
  return performance.now() - started;
}

/**
 * Our hover at a text, as soon as there is one.
 * @param {import('vscode').TextDocument} document
 * @param {string} words
 */
async function hover(document, words) {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    /** @type {import('vscode').Hover[]} */
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
    const texts = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    if (texts.some((text) => /^\*\*\d{3} /.test(text))) return;
    await sleep(1);
  }
  throw new Error(`There is no hover at ${words}.`);
}

/**
 * The time from an open file to its first hover, with all that has to be loaded for it, in milliseconds.
 * @param {string} file
 * @param {string} words
 */
async function firstHover(file, words) {
  const document = await vscode.workspace.openTextDocument(file);
  const opened = performance.now();
  await hover(document, words);
  return performance.now() - opened;
}

/** Without V8's own flag for it: code that is kept under other flags is refused in the next window, and compiled anew. */
async function collectGarbage() {
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
}

/**
 * How long code of a folder works while nothing happens, in milliseconds for each second. All that the extension host
 * works would not tell: every two seconds VS Code looks for ports that somebody opened, and V8 collects garbage.
 * @param {string} folder
 */
async function workOf(folder) {
  const seconds = 10;
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 250 });
  await session.post('Profiler.start');
  await sleep(seconds * 1000);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  const own = new Set(profile.nodes.filter(({ callFrame }) => callFrame.url.includes(folder)).map(({ id }) => id));
  const microseconds = (profile.samples ?? []).reduce(
    (sum, id, at) => sum + (own.has(id) ? (profile.timeDeltas?.[at] ?? 0) : 0),
    0,
  );
  return microseconds / 1000 / seconds;
}

/**
 * What the extension host takes with files open, in bytes, and what it and the extension work when nothing happens, in
 * milliseconds for each second.
 * @param {readonly string[]} files
 * @param {string | undefined} extension which has to be active; none where only the host is asked about
 */
async function rest(files, extension) {
  for (const file of files) {
    const document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document, { preview: false });
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, new vscode.Position(0, 0));
  }
  // Findings come a moment after a file was opened; language features of VS Code's own take a few seconds more.
  await sleep(6000);
  await collectGarbage();
  const { rss } = process.memoryUsage();
  const before = process.cpuUsage();
  await sleep(5000);
  const { user, system } = process.cpuUsage(before);
  const idle = (user + system) / 1000 / 5;
  if (!extension) return { rss, idle };
  const installed = vscode.extensions.getExtension(extension);
  // One that is not there does not work either.
  if (!installed?.isActive) throw new Error(`${extension} is not active.`);
  return { rss, idle, own: await workOf(installed.extensionPath) };
}

/**
 * @param {Task} task
 * @returns {Promise<Record<string, number>>}
 */
async function measured(task) {
  switch (task.kind) {
    case 'activation': {
      // Whoever comes first pays for what both need.
      const [first, second] = task.ours ? [task.extension, task.bare] : [task.bare, task.extension];
      const times = [await activation(first), await activation(second)];
      const [ours = 0, bare = 0] = task.ours ? times : times.reverse();
      return { ours, bare };
    }
    case 'hover':
      return { hover: await firstHover(task.file, task.words) };
    case 'rest':
      return rest(task.files, task.extension);
  }
}

exports.run = async () => {
  const file = process.env.STATUS_COACH_BENCH;
  if (!file) throw new Error('STATUS_COACH_BENCH does not name a file with the task.');
  /** @type {Task} */
  const task = JSON.parse(readFileSync(file, 'utf8'));
  // A window that is just coming up is busy with itself.
  await sleep(1500);
  const result = await measured(task).catch((error) => ({ error: String(error?.stack ?? error) }));
  writeFileSync(`${task.report}.partial`, JSON.stringify(result));
  renameSync(`${task.report}.partial`, task.report);
};
