/** Judges suggested success statuses, and the routes they stand on, against the labelled routes. */

import { keyOf } from './labels.mjs';

/** @typedef {import('./labels.mjs').Labels} Labels */
/** @typedef {import('./labels.mjs').RouteLabel} RouteLabel */
/**
 * @typedef {object} RoutePrediction
 * @property {string} repo
 * @property {string} path
 * @property {number} line
 * @property {string} method `ALL` for a registration that takes every method
 * @property {number | null} suggest
 * @property {number | null} effectiveStatus
 */

/** @typedef {{ outcome: import('./tally.mjs').Outcome, framework: string }} SuggestionVerdict */

/**
 * @typedef {object} RouteVerdicts
 * @property {SuggestionVerdict[]} suggestions
 * @property {{ framework: string, found: boolean, status: 'right' | 'wrong' | 'untold' }[]} routes one for each labelled
 *   route; `untold` where the label or the engine leaves the status open, or the route was not found
 */

/**
 * A route is recognised by its method on the line of its decorator or of its handler. A suggestion on no labelled route
 * counts for nothing; a value that the label tolerates counts for neither side, but a wanted one stays missed.
 * @param {Labels} labels
 * @param {readonly RoutePrediction[]} predictions
 * @returns {RouteVerdicts}
 */
export function judgePythonRoutes(labels, predictions) {
  /** @type {Map<string, RouteLabel>} */
  const rows = new Map();
  const place = (/** @type {{ repo: string, path: string, method: string }} */ route, /** @type {number} */ line) =>
    `${keyOf(route)}:${line}:${route.method}`;
  for (const row of labels.routes) {
    for (const line of [row.line, row.defLine ?? row.line]) {
      if (!rows.has(place(row, line))) rows.set(place(row, line), row);
    }
  }
  // Where decorators are stacked on one handler, each row keeps the line of its own.
  for (const row of labels.routes) rows.set(place(row, row.line), row);
  /** @type {Map<RouteLabel, RoutePrediction>} */
  const found = new Map();
  for (const prediction of predictions) {
    const row = rows.get(place(prediction, prediction.line));
    if (row) found.set(row, prediction);
  }
  return {
    suggestions: labels.routes.flatMap((row) =>
      pythonOutcomes(row, found.get(row)?.suggest ?? null).map((outcome) => verdictOn(row, outcome)),
    ),
    routes: labels.routes.map((row) => routeVerdict(row, found.get(row), found.get(row)?.effectiveStatus ?? null)),
  };
}

/**
 * @param {RouteLabel} row
 * @param {number | null} suggested
 * @returns {import('./tally.mjs').Outcome[]}
 */
function pythonOutcomes(row, suggested) {
  /** @type {import('./tally.mjs').Outcome[]} */
  const missed = row.suggest === null ? [] : ['missed'];
  if (suggested === null) return missed;
  if (suggested === row.suggest) return ['hit'];
  return [row.acceptable?.includes(suggested) ? 'neutral' : 'false', ...missed];
}

/**
 * A route is recognised by any line of its handler or of the place that registers it, the smallest such span first. A
 * suggestion on no labelled route of a sampled file counts as false, an arguable one for nothing.
 * @param {Labels} labels
 * @param {readonly RoutePrediction[]} predictions
 * @returns {RouteVerdicts}
 */
export function judgeTypeScriptRoutes(labels, predictions) {
  const sampled = new Set(labels.files.map(keyOf));
  const spans = labels.routes.flatMap((row) => [
    { file: keyOf(row), start: Math.min(row.startLine ?? row.line, row.line), end: row.endLine ?? row.line, row },
    ...(row.alt ?? []).map(({ path, line, endLine }) => ({
      file: keyOf({ repo: row.repo, path }),
      start: line,
      end: endLine,
      row,
    })),
  ]);
  /** @type {Map<RouteLabel, RoutePrediction>} */
  const found = new Map();
  /** @type {Map<RouteLabel, number>} */
  const statuses = new Map();
  /** @type {Set<RouteLabel>} */
  const settled = new Set();
  /** @type {SuggestionVerdict[]} */
  const suggestions = [];
  for (const prediction of predictions) {
    const { line, method, suggest, effectiveStatus } = prediction;
    const row = spans
      .filter(({ file, start, end }) => file === keyOf(prediction) && line >= start && line <= end)
      .filter((span) => span.row.method === method || span.row.method === 'ALL')
      .sort((one, other) => one.end - one.start - (other.end - other.start))[0]?.row;
    if (row) {
      if (!found.has(row)) found.set(row, prediction);
      if (effectiveStatus !== null && !statuses.has(row)) statuses.set(row, effectiveStatus);
    }
    if (suggest === null) continue;
    if (!row) {
      if (sampled.has(keyOf(prediction))) suggestions.push({ outcome: 'false', framework: '(on no label)' });
      continue;
    }
    if (settled.has(row)) continue;
    const right = row.suggest === suggest;
    // A wrong value where another is wanted leaves the row open: the wanted one may still come.
    if (right || row.suggest === null) settled.add(row);
    const arguable = row.suggest === null && row.arguable === suggest;
    suggestions.push(verdictOn(row, right ? 'hit' : arguable ? 'neutral' : 'false'));
  }
  for (const row of labels.routes) {
    if (row.suggest !== null && !settled.has(row)) suggestions.push(verdictOn(row, 'missed'));
  }
  return {
    suggestions,
    routes: labels.routes.map((row) => routeVerdict(row, found.get(row), statuses.get(row) ?? null)),
  };
}

/**
 * @param {RouteLabel} row
 * @param {import('./tally.mjs').Outcome} outcome
 * @returns {SuggestionVerdict}
 */
function verdictOn(row, outcome) {
  return { outcome, framework: row.framework };
}

/**
 * @param {RouteLabel} row
 * @param {RoutePrediction | undefined} prediction
 * @param {number | null} status
 * @returns {RouteVerdicts['routes'][number]}
 */
function routeVerdict(row, prediction, status) {
  const told = row.effectiveStatus !== null && status !== null;
  return {
    framework: row.framework,
    found: prediction !== undefined,
    status: !told ? 'untold' : status === row.effectiveStatus ? 'right' : 'wrong',
  };
}
