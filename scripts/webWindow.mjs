/** A window of VS Code without a server behind it, as vscode.dev has: extensions run in a worker of the browser. */

import { Failure } from './failure.mjs';
import { quietSettings } from './quietSettings.mjs';

/** What a browser needs to be told so that a page of one port may load what another port serves. */
export const browserArguments = ['--disable-web-security', '--disable-features=LocalNetworkAccessChecks'];

/**
 * What a window without a server is started with.
 * @typedef {object} WebWindow
 * @property {number} port where the project's folder is served
 * @property {readonly string[]} extensions their folders, from the project's folder
 * @property {string} [tests] the bundle of tests, from the project's folder, without its ending
 * @property {string} folder the address of the workspace
 */

/**
 * Makes a page open VS Code without a server behind it: changes the configuration that the workbench finds in its own
 * document.
 * @param {import('playwright-core').Page} page
 * @param {string} origin of the server that has the workbench's files
 * @param {WebWindow} window
 */
export async function withoutServer(page, origin, { port, extensions, tests, folder }) {
  const at = (/** @type {string} */ path) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path: `/${path}` });
  await page.route(
    (url) => url.origin === origin && url.pathname === '/',
    async (route) => {
      const answer = await route.fetch();
      const headers = answer.headers();
      delete headers['content-security-policy'];
      const body = (await answer.text()).replace(
        /(<meta id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_, before, settings) => {
          const configuration = JSON.parse(unescaped(settings));
          configuration.folderUri = uriParts(folder);
          configuration.enableWorkspaceTrust = false;
          configuration.configurationDefaults = quietSettings;
          configuration.developmentOptions = {
            extensions: extensions.map(at),
            ...(tests && { extensionTestsPath: at(tests) }),
          };
          return `${before}${escaped(JSON.stringify(configuration))}"`;
        },
      );
      await route.fulfill({ response: answer, headers, body });
    },
  );
  await page.route(`${origin}/**/workbench/workbench.js`, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    // This build of VS Code connects to whoever serves it, and keeps settings there, whatever its configuration says.
    const alone = text.replace('remoteAuthority:location.host', 'remoteAuthority:undefined');
    const body = alone.replace(
      /(get userRoamingDataHome\(\)\{return \w+\(\w+\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.)vscodeRemote\b/,
      '$1vscodeUserData',
    );
    if (alone === text || body === alone) throw new Failure('This VS Code cannot be kept from its server.');
    await route.fulfill({ response: answer, body });
  });
}

/** @param {string} address */
function uriParts(address) {
  const { protocol, host, pathname } = new URL(address);
  return { scheme: protocol.slice(0, -1), authority: host, path: pathname };
}

/** @param {string} text */
function unescaped(text) {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
