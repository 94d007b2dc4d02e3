/** Counts what was right and wrong, in groups, and prints precision and recall. */

import { percent, printTable } from './print.mjs';

/**
 * `neutral` is an answer that the labels call neither right nor wrong: it counts for neither precision nor recall.
 * @typedef {'hit' | 'false' | 'missed' | 'neutral'} Outcome
 */

/** @typedef {{ hit: number, false: number, missed: number, neutral: number }} Tally */

/**
 * @param {readonly { outcome: Outcome }[]} verdicts
 * @returns {Tally}
 */
export function tallyOf(verdicts) {
  const tally = { hit: 0, false: 0, missed: 0, neutral: 0 };
  for (const { outcome } of verdicts) tally[outcome]++;
  return tally;
}

/** @param {Tally} tally */
export function precisionOf(tally) {
  return tally.hit / (tally.hit + tally.false);
}

/** @param {Tally} tally */
export function recallOf(tally) {
  return tally.hit / (tally.hit + tally.missed);
}

/**
 * @template Item
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} nameOf
 * @returns {[name: string, items: Item[]][]} sorted by name
 */
export function grouped(items, nameOf) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(item);
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * One row a group, and one for all.
 * @template {{ outcome: Outcome }} Verdict
 * @param {string} title
 * @param {readonly Verdict[]} verdicts
 * @param {(verdict: Verdict) => string} groupOf
 */
export function printTallies(title, verdicts, groupOf) {
  const rows = [...grouped(verdicts, groupOf), /** @type {[string, Verdict[]]} */ (['all', [...verdicts]])];
  printTable(
    [title, 'right', 'false', 'missed', 'precision', 'recall'],
    rows.map(([name, group]) => {
      const { hit, false: wrong, missed } = tallyOf(group);
      return [name, hit, wrong, missed, percent(hit, hit + wrong), percent(hit, hit + missed)];
    }),
  );
}
