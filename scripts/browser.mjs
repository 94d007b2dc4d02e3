/** Finds a browser that Playwright can drive, or fetches one, and starts it without a window. */

import { access, constants, mkdir, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { explain, Failure, reasonFor } from './failure.mjs';
import { cached, npmInstall } from './packages.mjs';
import { onEnd, runProcess } from './processes.mjs';

/** The newest version of `@sparticuz/chromium` that runs on Node 20; the next ones ask for Node 22. */
const fetched = { version: '147.0.0', size: '69 MB' };

/** @typedef {{ program: string, env: Record<string, string> }} Browser */

/** Where Chrome, Chromium and Edge are usually installed. */
function usualPlaces() {
  const { env, platform } = process;
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    const roots = ['/Applications', join(env.HOME ?? '', 'Applications')];
    return roots.flatMap((root) => names.map((name) => join(root, `${name}.app`, 'Contents', 'MacOS', name)));
  }
  if (platform === 'win32') {
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ];
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/opt/google/chrome', '/snap/bin'];
  return names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
}

/** @param {string} program */
async function isProgram(program) {
  return await access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<string | undefined>} */
async function installedBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (await isProgram(chosen)) return chosen;
    throw new Failure(`CHROME_PATH is set to ${chosen}, which is not a program.`);
  }
  for (const place of usualPlaces()) if (await isProgram(place)) return place;
  return undefined;
}

/**
 * How to start a fetched browser: with its own font beside those of the system, since it does not start without any, and
 * with its own libraries where the system lacks them.
 * @param {string} folder
 * @returns {Promise<Browser>}
 */
async function fetchedBrowser(folder) {
  const program = join(folder, 'chromium');
  const fontConfiguration = join(folder, 'fonts.conf');
  await writeFile(
    fontConfiguration,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
  const env = { FONTCONFIG_FILE: fontConfiguration };
  for (const candidate of [env, { ...env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') }]) {
    const { code } = await runProcess(program, ['--version'], { env: { ...process.env, ...candidate } });
    if (code === 0) return { program, env: candidate };
  }
  throw new Failure(
    'The Chromium that npm has does not start on this system. Install Chrome, or set CHROME_PATH to a browser.',
  );
}

/** @returns {Promise<Browser>} */
async function fetchBrowser() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Failure('These tests need a browser: install Chrome, Chromium or Edge, or set CHROME_PATH to one.');
  }
  const what = `Chromium ${fetched.version.split('.')[0]}`;
  const folder = await cached(`chromium-${fetched.version}`, `${what} (about ${fetched.size})`, async (partial) => {
    await npmInstall(partial, what, [`@sparticuz/chromium@${fetched.version}`]);
    const unpacked = join(partial, 'unpacked');
    await mkdir(unpacked);
    // The package unpacks into the temporary folder, and its own libraries only where it believes to be on a serverless
    // host. The libraries are for systems that lack them, so it is told that it is on one.
    const { code, output } = await runProcess(
      process.execPath,
      ['--input-type=module', '-e', "await (await import('@sparticuz/chromium')).default.executablePath()"],
      { cwd: partial, env: { ...process.env, TMPDIR: unpacked, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' } },
    );
    if (code !== 0) {
      const reason = reasonFor(/\b(ENOSPC|EDQUOT)\b/.exec(output)?.[1]);
      throw new Failure(`Could not unpack ${what}: ${reason ?? `it failed with\n${output}`}.`);
    }
    await rm(join(partial, 'node_modules'), { recursive: true });
    await fetchedBrowser(unpacked);
  });
  return await fetchedBrowser(join(folder, 'unpacked'));
}

/**
 * Starts a browser without a window.
 * @param {readonly string[]} [extraArguments] for its command line
 * @returns {Promise<{ endpoint: string, stop: () => Promise<void> }>} the address at which Playwright connects to it
 */
export async function startBrowser(extraArguments = []) {
  const installed = await installedBrowser();
  const { program, env } = installed ? { program: installed, env: {} } : await fetchBrowser();
  const server = await chromium
    .launchServer({
      executablePath: program,
      env: { ...process.env, ...env },
      host: '127.0.0.1',
      // Everything but this machine is out of reach: a test that needs the internet must fail here, not at a user's.
      args: [
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
        '--disable-gpu',
        '--force-color-profile=srgb',
        ...extraArguments,
      ],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    })
    .catch((error) => {
      throw new Failure(`The browser ${program} does not start: ${explain(error).split('\n')[0]}`);
    });
  return { endpoint: server.wsEndpoint(), stop: onEnd(() => server.close()) };
}
