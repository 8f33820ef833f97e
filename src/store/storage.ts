// The one small door to whatever keeps the shop's tables: the browser's IndexedDB, a faulty twin in memory for tests.
// Law: a write transaction is all or nothing, and when `transact` resolves after a strict one, its rows are on disk.

export type KeyPart = string | number;
export type Key = KeyPart | readonly KeyPart[];

/** How a table is keyed and found; the same table of facts builds the Dexie schema and the twin. */
export interface TableSpec {
  /** Property or properties that make the key. */
  readonly key: string | readonly string[];
  /**
   * Index name to a property, or several that make one key; `many` lists each element of an array property. Rows without
   * the property are not listed.
   */
  readonly indexes: Readonly<Record<string, { readonly path: string | readonly string[]; readonly many?: true }>>;
}

/** A path as one text, `[a+b]` when it has several parts: what Dexie calls an index, and so its name in the browser. */
export const pathText = (path: string | readonly string[]): string =>
  typeof path === 'string' ? path : `[${path.join('+')}]`;

export const SHOP_TABLES = {
  /**
   * One record for each root entity: every register of it and its children, opaque (merge/aggregate-record.ts), and, for an
   * order, what lists show of it, derived (row-record.ts). One record, because each costs a write and a read of its own.
   */
  roots: {
    key: 'root',
    indexes: {
      place: { path: ['day', 'sort', 'root'] },
      tail: { path: 'tail' },
      flags: { path: 'flags', many: true },
      pictures: { path: 'pictures', many: true },
    },
  },
  /** Loads of each month's days. Derived. */
  months: { key: 'month', indexes: {} },
  /** Derived. */
  customers: { key: 'eid', indexes: { tail: { path: 'tail' } } },
  /** Shop, special days, menu, staff, texts as plain values. Derived. */
  entries: { key: 'eid', indexes: {} },
  /** Every transaction ever known here: history, and what a hub would be sent. Runs of joined ones share a record. */
  transactions: { key: ['session', 'n'], indexes: {} },
  /** Version vector and outbox: which counts of each session are known here, and how many no hub has given back yet. */
  sessions: { key: 'session', indexes: {} },
  meta: { key: 'key', indexes: {} },
  /** Local only: half-typed forms. */
  drafts: { key: 'key', indexes: {} },
  /** Local only: settings of this device. */
  device: { key: 'key', indexes: {} },
} as const satisfies Readonly<Record<string, TableSpec>>;

export type TableName = keyof typeof SHOP_TABLES;
export const TABLE_NAMES = Object.keys(SHOP_TABLES) as TableName[]; // keys of a const object

/** Keys from `from` to `to`, both ends included unless `toOpen`. A prefix of a compound key is given as `prefix`. */
export interface Range {
  readonly from?: Key;
  readonly to?: Key;
  readonly toOpen?: boolean;
  readonly prefix?: readonly KeyPart[];
}
export interface ListOptions {
  /** Name of an index; without it the primary key. */
  readonly index?: string;
  readonly range?: Range;
  readonly reverse?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

export interface StorageTx {
  get<Row>(table: TableName, key: Key): Promise<Row | undefined>;
  getMany<Row>(table: TableName, keys: readonly Key[]): Promise<(Row | undefined)[]>;
  list<Row>(table: TableName, options?: ListOptions): Promise<Row[]>;
  /** Primary keys of what `list` would give. */
  keys(table: TableName, options?: ListOptions): Promise<Key[]>;
  count(table: TableName, options?: ListOptions): Promise<number>;
  put(table: TableName, row: object): Promise<void>;
  putMany(table: TableName, rows: readonly object[]): Promise<void>;
  remove(table: TableName, key: Key): Promise<void>;
  clear(table: TableName): Promise<void>;
}

export type Durability = 'strict' | 'relaxed';

export interface Storage {
  /**
   * Runs `body` in one transaction over `tables`. A writing one resolves with its answer after the transaction has
   * completed (strict: after the rows were flushed to disk), a reading one as soon as `body` has it; rejects with a
   * `StorageFailure` when nothing of it was written.
   * `body` awaits nothing but the transaction's own calls.
   */
  transact<Answer>(
    mode: 'read' | 'write',
    tables: readonly TableName[],
    body: (tx: StorageTx) => Promise<Answer>,
    durability?: Durability,
  ): Promise<Answer>;
  close(): void;
  /** Called once when another tab with a newer version asks this one to let go of the database. */
  onSuperseded(listener: () => void): void;
}

/**
 * `disk-full`: nothing was written, free some space. `lost`: the browser took the database away and it could not be
 * reopened; a commit that was under way may or may not have been kept. `blocked`: another tab
 * holds an older version open. `closed`: a newer version has taken over. `failed`: anything else, see `cause`.
 */
export type StorageProblem = 'disk-full' | 'lost' | 'blocked' | 'closed' | 'failed';

export class StorageFailure extends Error {
  readonly problem: StorageProblem;
  constructor(problem: StorageProblem, cause: unknown) {
    super(`storage: ${problem}`, { cause });
    this.name = 'StorageFailure';
    this.problem = problem;
  }
}
