/** Judges recognised status uses against the labelled integers and constants. */

import { keyOf } from './labels.mjs';

/** @typedef {import('./labels.mjs').Labels} Labels */
/** @typedef {import('./labels.mjs').UseLabel} UseLabel */
/** @typedef {{ repo: string, path: string, line: number, col: number, code: number, form: string }} UsePrediction */

/**
 * @typedef {object} UseVerdict
 * @property {import('./tally.mjs').Outcome} outcome
 * @property {string} context
 * @property {string} stratum
 */

/**
 * Strict: a prediction that hits no row counts as false. A row marked as doubtful counts for nothing. In Python files a
 * row is hit by any position within it; a code read wrongly counts as found, as the Python labels are scored.
 * @param {Labels} labels
 * @param {readonly UsePrediction[]} predictions
 * @returns {UseVerdict[]}
 */
export function judgePythonUses(labels, predictions) {
  const rows = rowsByFile(labels);
  /** @type {Set<UseLabel>} */
  const hit = new Set();
  /** @type {UseVerdict[]} */
  const verdicts = [];
  for (const prediction of predictions) {
    const candidates = rows.get(keyOf(prediction));
    // Files without a single row were not labelled value by value.
    if (!candidates) continue;
    const row = candidates.find((each) => contains(each, prediction));
    if (row) hit.add(row);
    else verdicts.push(strayVerdict(labels, prediction));
  }
  for (const row of labels.uses) {
    if (row.doubt || (!row.isStatus && !hit.has(row))) continue;
    verdicts.push(verdictOn(row, !row.isStatus ? 'false' : hit.has(row) ? 'hit' : 'missed'));
  }
  return verdicts;
}

/**
 * A prediction that hits no row counts as false; one with another code than the row's counts as false and the row as
 * missed; a second one on the same row counts for nothing.
 * @param {Labels} labels
 * @param {readonly UsePrediction[]} predictions
 * @returns {UseVerdict[]}
 */
export function judgeTypeScriptUses(labels, predictions) {
  const sampled = new Set(labels.files.map(keyOf));
  const rows = rowsByFile(labels);
  /** @type {Set<UseLabel>} */
  const hit = new Set();
  /** @type {UseVerdict[]} */
  const verdicts = [];
  for (const prediction of predictions) {
    if (!sampled.has(keyOf(prediction))) continue;
    const candidates = (rows.get(keyOf(prediction)) ?? []).filter((each) => each.line === prediction.line);
    const row =
      candidates.find(({ col }) => col === prediction.col) ??
      candidates.find(({ col, text }) => prediction.col > col && prediction.col < col + text.length);
    if (!row) verdicts.push(strayVerdict(labels, prediction));
    else if (hit.has(row)) continue;
    else if (row.isStatus && row.code !== null && row.code !== prediction.code) verdicts.push(verdictOn(row, 'false'));
    else {
      hit.add(row);
      verdicts.push(verdictOn(row, row.isStatus ? 'hit' : 'false'));
    }
  }
  for (const row of labels.uses) if (row.isStatus && !hit.has(row)) verdicts.push(verdictOn(row, 'missed'));
  return verdicts;
}

/** @param {Labels} labels */
function rowsByFile(labels) {
  /** @type {Map<string, UseLabel[]>} */
  const rows = new Map();
  for (const row of labels.uses) rows.set(keyOf(row), [...(rows.get(keyOf(row)) ?? []), row]);
  return rows;
}

/**
 * @param {UseLabel} row
 * @param {UsePrediction} prediction
 */
function contains(row, { line, col }) {
  const { endLine = row.line, endCol = row.col + row.text.length } = row;
  const afterStart = line > row.line || (line === row.line && col >= row.col);
  return afterStart && (line < endLine || (line === endLine && col < endCol));
}

/**
 * @param {UseLabel} row
 * @param {import('./tally.mjs').Outcome} outcome
 * @returns {UseVerdict}
 */
function verdictOn(row, outcome) {
  return { outcome, context: row.context, stratum: row.stratum };
}

/**
 * The labels hold integers, constants and numeric keys: the form tells a number that is no status from an exception
 * class, which has no row to stand on.
 * @param {Labels} labels
 * @param {UsePrediction} prediction
 * @returns {UseVerdict}
 */
function strayVerdict(labels, prediction) {
  const file = labels.files.find((each) => keyOf(each) === keyOf(prediction));
  const context = `(on no label: ${prediction.form})`;
  return { outcome: 'false', context, stratum: file?.stratum ?? '(not sampled)' };
}
