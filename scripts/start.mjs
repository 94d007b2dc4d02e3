/** `npm start`: builds the extension and opens VS Code with it on the example project. */

import { spawn } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Failure } from './failure.mjs';
import { projectFolder } from './packages.mjs';
import { exitOf, runProcess, runScript, startProcess } from './processes.mjs';
import { releaseNamed, startServer } from './vscode.mjs';
import { forwardSlashes, windowUrl } from './workbench.mjs';

const windows = process.platform === 'win32';
const examples = join(projectFolder, 'examples');
const usage = `Usage: npm start -- [--browser] [--port N] [--vscode newest|minimum]

  --browser   open VS Code in the browser even where a desktop VS Code is installed
  --port N    the same, on this port; by default a free one is picked
  --vscode V  the same, in this version; by default the newest`;

function options() {
  try {
    const { values } = parseArgs({
      options: {
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        vscode: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch (error) {
    throw new Failure(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** @param {string | undefined} text */
function portNumber(text = '0') {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65535)) throw new Failure(`--port takes a number from 0 to 65535, not "${text}".`);
  return port;
}

/**
 * The path of a program on the PATH.
 * @param {string} name
 * @returns {Promise<string | undefined>}
 */
async function findProgram(name) {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const program = join(folder, windows ? `${name}.cmd` : name);
    const found = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return program;
  }
  return undefined;
}

/**
 * Opens a window of the desktop VS Code, which lives on by itself.
 * @param {string} code path of its command
 * @returns {Promise<boolean>} whether that worked
 */
async function openDesktop(code) {
  const quote = (/** @type {string} */ argument) => (windows ? `"${argument}"` : argument);
  const args = [`--extensionDevelopmentPath=${projectFolder}`, '--new-window', examples];
  const { code: exitCode, output } = await runProcess(quote(code), args.map(quote), { shell: windows });
  if (exitCode !== 0) console.error(output.trimEnd());
  return exitCode === 0;
}

/**
 * Shows an address in the default browser, where there is a screen to show it on. The address is printed anyway, so
 * nothing is lost when this does not work.
 * @param {string} url
 */
function openDefaultBrowser(url) {
  const { env, platform } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  /** @type {[string, string[]]} */
  const [command, args] =
    platform === 'darwin'
      ? ['open', [url]]
      : windows
        ? ['rundll32', ['url.dll,FileProtocolHandler', url]]
        : ['xdg-open', [url]];
  // Not one of our children to end: the browser belongs to the user and stays.
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}

async function main() {
  const { browser, port, vscode, help } = options();
  if (help) return console.log(usage);
  const wanted = portNumber(port);
  const release = releaseNamed(vscode ?? 'newest');

  const build = await exitOf(
    startProcess(process.execPath, ['esbuild.mjs'], { cwd: projectFolder, output: 'inherit' }),
  );
  if (build !== 0) throw new Failure('The build failed, so there is nothing to start.');

  const code = browser || port || vscode ? undefined : await findProgram('code');
  if (code) {
    if (await openDesktop(code)) return console.log('VS Code opens with the extension and the example project.');
    console.error('The desktop VS Code did not start, so this opens it in the browser.');
  }

  const server = await startServer({ release, port: wanted });
  const url = windowUrl(server, { folder: forwardSlashes(examples), extension: forwardSlashes(projectFolder) });
  console.log(`\nVS Code with the extension runs on port ${server.port}. Ctrl+C ends it. Open:\n\n  ${url}\n`);
  openDefaultBrowser(url);
  const exitCode = await server.ended();
  throw new Failure(
    `VS Code's server ended by itself with code ${exitCode}. It said:\n${server.log().slice(-20).join('\n')}`,
  );
}

await runScript(main);
