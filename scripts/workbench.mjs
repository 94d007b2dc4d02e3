/** A VS Code window in a browser: its address, and how it is left. The scripts and the UI tests both use it. */

/**
 * What a window shows.
 * @typedef {object} Window
 * @property {string} folder absolute path of the workspace, with forward slashes
 * @property {string} [file] absolute path of a file to open, with forward slashes
 * @property {string} extension absolute path of the extension under development, with forward slashes
 * @property {string} [tests] absolute path of the module whose `run` is called in the extension host
 */

/**
 * The address that opens a window. VS Code reads the payload only when its server runs with
 * `--enable-smoke-test-driver`.
 * @param {{ origin: string, token: string }} server
 * @param {Window} window
 * @returns {string}
 */
export function windowUrl({ origin, token }, { folder, file, extension, tests }) {
  const { host } = new URL(origin);
  // A path of Windows starts with its drive; in a URI a slash comes first.
  const rooted = (/** @type {string} */ path) => (path.startsWith('/') ? path : `/${path}`);
  const uri = (/** @type {string} */ path) =>
    `vscode-remote://${host}${rooted(path).split('/').map(encodeURIComponent).join('/')}`;
  const payload = [['extensionDevelopmentPath', uri(extension)]];
  if (tests) payload.push(['extensionTestsPath', uri(tests)]);
  if (file) payload.push(['openFile', uri(file)]);
  const query = new URLSearchParams({ tkn: token, folder: rooted(folder), payload: JSON.stringify(payload) });
  return `${origin}/?${query}`;
}

/**
 * A path as VS Code's addresses have it.
 * @param {string} path absolute
 */
export function forwardSlashes(path) {
  return path.replaceAll('\\', '/').replace(/\/$/, '');
}

/**
 * Leaves a window as people do, without being asked about files that are not saved. Of one that is only gone, the server
 * keeps the extension host for hours, for its page may have lost the connection; and each works every two seconds.
 * @param {import('playwright-core').Page} page
 */
export async function leaveWindow(page) {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  // A page that has crashed cannot be left.
  await page.goto('about:blank', { timeout: 5000 }).catch(() => undefined);
}
