/** Compares the routes of FastAPI's own examples with what `app.openapi()` of the real FastAPI says about them. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../scripts/processes.mjs';
import { loadEngine, serviceOf } from './engine.mjs';
import { unpack } from './repositories.mjs';
import { grouped } from './tally.mjs';

/** @typedef {import('./labels.mjs').OperationLabel} OperationLabel */
/** @typedef {'right' | 'wrong status' | 'not found'} OperationOutcome */
/** @typedef {{ outcome: OperationOutcome, version: string, unusual: boolean, at: string }} OperationVerdict */

/**
 * Only operations whose handler stands in the file of their app: a file cannot show what another one includes.
 * @param {string} build
 * @param {readonly OperationLabel[]} labels
 * @param {ReadonlyMap<string, string>} repositories repository to its git folder
 * @returns {Promise<OperationVerdict[]>}
 */
export async function judgeOperations(build, labels, repositories) {
  const service = serviceOf(await loadEngine(build));
  /** @type {OperationVerdict[]} */
  const verdicts = [];
  const inOneFile = labels.filter(({ path, handlerPath }) => path === handlerPath);
  for (const [commit, operations] of grouped(inOneFile, ({ commit }) => commit)) {
    const folder = join(await temporaryFolder(), commit);
    const [{ repo } = { repo: '' }] = operations;
    await unpack(repositories.get(repo) ?? '', commit, folder, 'docs_src');
    for (const [path, ofFile] of grouped(operations, ({ path }) => path)) {
      const text = await readFile(join(folder, path), 'utf8');
      const { routes } = await service.scan({ uri: `${commit}:${path}`, languageId: 'python', version: 0, text });
      verdicts.push(...ofFile.map((operation) => judge(operation, routes)));
    }
  }
  service.dispose();
  return verdicts;
}

/**
 * @param {OperationLabel} operation
 * @param {readonly import('../src/core/model.ts').Route[]} routes
 * @returns {OperationVerdict}
 */
function judge(operation, routes) {
  const { method, routePath, successStatuses, fastapiVersion } = operation;
  const same = routes.filter((route) => route.method === method && openApiPath(route.path) === routePath);
  const documented = [...new Set(same.flatMap(documentedStatuses))];
  const right = documented.length > 0 && documented.every((status) => successStatuses.includes(status));
  return {
    outcome: same.length === 0 ? 'not found' : right ? 'right' : 'wrong status',
    version: fastapiVersion,
    unusual: successStatuses.some((status) => status !== 200),
    at: `${operation.path}: ${method} ${routePath}, documented ${successStatuses}, read as ${documented}`,
  };
}

/**
 * FastAPI documents the status of an answer that names none: the one declared, or else the default of the response
 * class. A status that the handler sets while it runs is in no document, so the effective status would not do.
 * @param {import('../src/core/model.ts').Route} route
 */
function documentedStatuses({ declared, unsaid }) {
  if (declared.length > 0) return declared;
  return unsaid === null ? [] : [unsaid];
}

/**
 * OpenAPI knows no path converters: `{file_path:path}` is `{file_path}` there.
 * @param {string | null} path
 */
function openApiPath(path) {
  return path?.replace(/\{([^{}:]+):[^{}]*\}/g, '{$1}');
}
