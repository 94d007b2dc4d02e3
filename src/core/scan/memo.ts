/** What is worked out once and asked for many times: for one file, or for tables that never change. */

const kept = new WeakMap<object, Map<string, unknown>>();

/** The result of `compute`, which is called once for a key; a key names what is computed, and nothing else uses it. */
export function once<Result>(key: string, context: object, compute: () => Result): Result {
  const results = kept.get(context) ?? new Map<string, unknown>();
  kept.set(context, results);
  if (!results.has(key)) results.set(key, compute());
  return results.get(key) as Result;
}

/** A function of a table, or of a list of them, that is computed once for each. */
export function ofTable<Table extends object, Result>(compute: (table: Table) => Result): (table: Table) => Result {
  const results = new WeakMap<Table, { readonly result: Result }>();
  return (table) => {
    const known = results.get(table) ?? { result: compute(table) };
    results.set(table, known);
    return known.result;
  };
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
