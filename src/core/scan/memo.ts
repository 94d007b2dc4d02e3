/** What one scan works out once for the whole file and asks for many times. */

import type { ScanContext } from './context';

const kept = new WeakMap<ScanContext, Map<string, unknown>>();

/** The result of `compute`, which is called once for a key; a key names what is computed, and nothing else uses it. */
export function once<Result>(key: string, context: ScanContext, compute: () => Result): Result {
  const results = kept.get(context) ?? new Map<string, unknown>();
  kept.set(context, results);
  if (!results.has(key)) results.set(key, compute());
  return results.get(key) as Result;
}

/** Items by a key of theirs; each list in the order of the items. */
export function groupedBy<Item, Key>(items: readonly Item[], keysOf: (item: Item) => Iterable<Key>): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}
