/** Runs the command line over the labelled files and turns its report into predictions that labels can be put against. */

import { join } from 'node:path';
import { temporaryFolder } from '../scripts/processes.mjs';
import { check } from './engine.mjs';
import { keyOf } from './labels.mjs';
import { writeFileOf } from './repositories.mjs';

/** @typedef {import('./labels.mjs').Labels} Labels */
/** @typedef {import('./engine.mjs').FileReport} FileReport */
/** @typedef {{ uses: import('./statusUses.mjs').UsePrediction[], routes: import('./suggestions.mjs').RoutePrediction[] }} Predictions */

/**
 * @param {string} build
 * @param {Labels} labels
 * @param {ReadonlyMap<string, string>} repositories repository to its git folder
 * @returns {Promise<Predictions>}
 */
export async function predict(build, labels, repositories) {
  const folder = await temporaryFolder();
  /** @type {Map<string, { repo: string, path: string }>} */
  const staged = new Map();
  for (const { repo, commit, path } of measuredFiles(labels)) {
    const name = `${repo.replace('/', '+')}/${path}`;
    staged.set(name, { repo, path });
    await writeFileOf(repositories.get(repo) ?? '', commit, path, join(folder, name));
  }
  /** @type {Predictions} */
  const predictions = { uses: [], routes: [] };
  for (const report of await check(build, folder, [...staged.keys()])) {
    const file = staged.get(report.path);
    if (!file) throw new Error(`status-coach reported ${report.path}, which it was not given.`);
    predictions.uses.push(
      // The labels have rows for integers, constants and string keys, none for exception classes that stand for a code.
      ...report.uses
        .filter(({ form }) => form !== 'exception')
        .map(({ line, column, code, form }) => ({ ...file, line, col: column, code, form })),
    );
    predictions.routes.push(...routePredictions(report).map((route) => ({ ...file, ...route })));
  }
  return predictions;
}

/**
 * The sampled files, and those that only register labelled handlers: a route may be recognised in either.
 * @param {Labels} labels
 */
function measuredFiles(labels) {
  const files = new Map(labels.files.map(({ repo, commit, path }) => [keyOf({ repo, path }), { repo, commit, path }]));
  const commits = new Map(labels.files.map(({ repo, commit }) => [repo, commit]));
  for (const { repo, alt = [] } of labels.routes) {
    for (const { path } of alt) {
      const commit = commits.get(repo);
      if (commit !== undefined) files.set(keyOf({ repo, path }), { repo, commit, path });
    }
  }
  return files.values();
}

/** @typedef {FileReport['routes'][number]} RouteReport */

/**
 * The methods that a suggested code is meant for, the usual one first: what tells apart the routes of one declaration.
 * @type {Readonly<Record<number, readonly string[]>>}
 */
const methodsOf = { 201: ['POST', 'PUT'], 204: ['DELETE', 'PATCH', 'PUT'] };

/**
 * Suggestions other than 201 and 204 are not labelled. Of several effective statuses the labels name the first.
 * @param {FileReport} report
 */
function routePredictions({ routes, findings }) {
  /** @type {Map<RouteReport, number>} */
  const suggestions = new Map();
  for (const { line, suggest } of findings) {
    if (suggest === null) continue;
    for (const route of suggestedRoutes(routes, line, methodsOf[suggest] ?? [])) suggestions.set(route, suggest);
  }
  return routes.map((route) => ({
    line: route.line,
    method: route.method === 'ANY' ? 'ALL' : route.method,
    suggest: suggestions.get(route) ?? null,
    effectiveStatus: route.effective[0] ?? null,
  }));
}

/**
 * @param {readonly RouteReport[]} routes
 * @param {number} line where the finding stands
 * @param {readonly string[]} methods
 */
function suggestedRoutes(routes, line, methods) {
  const around = routes.filter(
    (route) => route.line <= line && line <= route.endLine && methods.includes(route.method),
  );
  const shortest = Math.min(...around.map((route) => route.endLine - route.line));
  const nearest = around.filter((route) => route.endLine - route.line === shortest);
  const method = methods.find((each) => nearest.some((route) => route.method === each));
  return nearest.filter((route) => route.method === method);
}
