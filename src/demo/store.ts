/** The items of the demo, in memory and seeded. */

/** An item as the API answers it; Python's int has no upper limit, hence bigint. */
export type StoredItem = {
  readonly id: bigint;
  readonly name: string;
  readonly description: string | null;
  readonly price: number;
};

export type NewItem = Omit<StoredItem, 'id'>;

/** How many items are kept at most. Names and descriptions have a limit too, so this bounds the memory. */
export const maxItems = 1000;

const seed: readonly NewItem[] = [
  { name: 'Notebook', description: 'Ruled, 80 sheets', price: 3.5 },
  { name: 'Pencil', description: null, price: 0.9 },
  { name: 'Desk lamp', description: 'Warm light, with a clamp', price: 24 },
];

export class ItemStore {
  readonly items = new Map<bigint, StoredItem>();
  #nextId = 1n;

  constructor() {
    this.reset();
  }

  /** Back to the items and ids of the start. */
  reset(): void {
    this.items.clear();
    this.#nextId = 1n;
    for (const item of seed) this.add(item);
  }

  /** Stores an item under the next id; ids are never used twice. */
  add(item: NewItem): StoredItem {
    const stored = { id: this.#nextId, ...item };
    this.items.set(stored.id, stored);
    this.#nextId += 1n;
    return stored;
  }
}
