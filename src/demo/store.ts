/** The data of the demo, in memory, seeded and bounded. */

import type { MirrorRoute } from './mirror';

/** An item as the API answers it; Python's int has no upper limit, hence bigint. */
export type StoredItem = {
  readonly id: bigint;
  readonly name: string;
  readonly description: string | null;
  readonly price: number;
};

export type NewItem = Omit<StoredItem, 'id'>;

export type Role = 'member' | 'admin';

export type StoredUser = {
  readonly id: bigint;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

export type NewUser = Omit<StoredUser, 'id'>;

/** How much is kept at most. Every member has a limit too, so these bound the memory. */
export const maxItems = 1000;
export const maxUsers = 1000;
export const maxProcesses = 100;

const seededItems: readonly NewItem[] = [
  { name: 'Notebook', description: 'Ruled, 80 sheets', price: 3.5 },
  { name: 'Pencil', description: null, price: 0.9 },
  { name: 'Desk lamp', description: 'Warm light, with a clamp', price: 24 },
];

const seededUsers: readonly NewUser[] = [
  { name: 'Ada', email: 'ada@example.com', role: 'admin' },
  { name: 'Ben', email: 'ben@example.com', role: 'member' },
];

/** Items by id, each with the tag of the revision in which it was written last. */
export class ItemStore {
  readonly items = new Map<bigint, StoredItem>();
  readonly etags = new Map<bigint, string>();
  nextId = 1n;
  #revision = 0;

  constructor(seed: readonly NewItem[] = seededItems) {
    for (const item of seed) this.write(this.nextId, item);
  }

  /** Creates or replaces; an id that was used is never given out again. */
  write(id: bigint, { name, description, price }: NewItem): StoredItem {
    const stored = { id, name, description, price };
    this.items.set(id, stored);
    this.#revision += 1;
    this.etags.set(id, `"r${this.#revision}"`);
    if (id >= this.nextId) this.nextId = id + 1n;
    return stored;
  }

  delete(id: bigint): void {
    this.items.delete(id);
    this.etags.delete(id);
  }

  /** The item of this name. */
  called(name: string): StoredItem | undefined {
    for (const item of this.items.values()) if (item.name === name) return item;
    return undefined;
  }
}

export class UserStore {
  readonly users = new Map<bigint, StoredUser>();
  #nextId = 1n;

  constructor() {
    for (const user of seededUsers) this.add(user);
  }

  add(user: NewUser): StoredUser {
    const id = this.#nextId;
    this.#nextId += 1n;
    return this.write({ id, ...user });
  }

  write(user: StoredUser): StoredUser {
    this.users.set(user.id, user);
    return user;
  }
}

/** Processes by id, each with how often it was asked for. */
export class ProcessStore {
  readonly questions = new Map<bigint, number>();
  #nextId = 1n;

  /** Starts one and forgets the oldest when there are too many. */
  start(): bigint {
    const [oldest] = this.questions.keys();
    if (oldest !== undefined && this.questions.size >= maxProcesses) this.questions.delete(oldest);
    const id = this.#nextId;
    this.#nextId += 1n;
    this.questions.set(id, 0);
    return id;
  }
}

/** All that the demo remembers. */
export class DemoStore {
  items = new ItemStore();
  users = new UserStore();
  processes = new ProcessStore();
  /** Calls of the limited path. */
  calls = 0;
  /** Routes to answer for beside the lesson's; null as long as nobody wants it. Not data, so a reset leaves it. */
  mirror: readonly MirrorRoute[] | null = null;

  /** Back to the data, the ids and the counts of the start. */
  reset(): void {
    this.items = new ItemStore();
    this.users = new UserStore();
    this.processes = new ProcessStore();
    this.calls = 0;
  }
}
