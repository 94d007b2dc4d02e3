/** Serves the files of a folder over the loopback interface, as the web serves an extension to vscode.dev. */

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { onEnd } from './processes.mjs';

const types = new Map([
  ['.css', 'text/css'],
  ['.html', 'text/html'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.wasm', 'application/wasm'],
]);

/**
 * Serves the files of a folder to pages on this machine.
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [before] what goes before the content of a file, by its path in the folder
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function serveFolder(folder, before = {}) {
  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    try {
      if (!file.startsWith(folder + sep)) throw new Error('outside of the folder');
      const content = await readFile(file);
      response.setHeader('content-type', types.get(extname(file)) ?? 'text/plain; charset=utf-8');
      response.write(before[pathname.slice(1)] ?? '');
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = onEnd(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port, stop };
}
