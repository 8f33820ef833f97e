// One IndexedDB transaction behind the storage door, without a layer between: an edit's way to the disk is short.
// Law: writes are sent without waiting for each other; what counts is the transaction's own end. Its failure is told by
// the transaction, not by a single request.
import type { Durability, Key, ListOptions, Range, StorageTx, TableName } from './storage.ts';
import { StorageFailure } from './storage.ts';

/** What the database calls each index of each table. */
export type IndexNames = Readonly<Record<string, Readonly<Record<string, string>>>>;

function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** The door's keys are strings, numbers and arrays of them: what IndexedDB takes. */
const asKey = (key: Key): IDBValidKey => key as IDBValidKey;

function keyRangeOf(range: Range | undefined): IDBKeyRange | undefined {
  if (range === undefined) return undefined;
  const { prefix, from, to } = range;
  // An array sorts after every string and number: the end of the prefix.
  if (prefix !== undefined) return IDBKeyRange.bound([...prefix], [...prefix, []]);
  if (from !== undefined && to !== undefined) {
    const isOpen = range.toOpen === true;
    const order = indexedDB.cmp(asKey(from), asKey(to));
    // IndexedDB refuses a range that can hold nothing; this one holds nothing.
    if (order > 0 || (order === 0 && isOpen)) return IDBKeyRange.bound([[]], [[], []], true, true);
    return IDBKeyRange.bound(asKey(from), asKey(to), false, isOpen);
  }
  if (from !== undefined) return IDBKeyRange.lowerBound(asKey(from));
  return to === undefined ? undefined : IDBKeyRange.upperBound(asKey(to), range.toOpen === true);
}

/** Walks a cursor: for what `getAll` cannot do, backwards and from an offset. */
function walk<Answer>(
  source: IDBObjectStore | IDBIndex,
  options: ListOptions,
  read: (cursor: IDBCursorWithValue) => Answer,
): Promise<Answer[]> {
  return new Promise((resolve, reject) => {
    const answers: Answer[] = [];
    let skip = options.offset ?? 0;
    const request = source.openCursor(keyRangeOf(options.range) ?? null, options.reverse === true ? 'prev' : 'next');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (cursor === null || answers.length >= (options.limit ?? Number.POSITIVE_INFINITY)) return resolve(answers);
      if (skip > 0) {
        cursor.advance(skip);
        skip = 0;
        return;
      }
      answers.push(read(cursor));
      cursor.continue();
    };
  });
}

class IndexedTx implements StorageTx {
  readonly #tx: IDBTransaction;
  readonly #names: IndexNames;
  constructor(tx: IDBTransaction, names: IndexNames) {
    this.#tx = tx;
    this.#names = names;
  }
  #source(table: TableName, options: ListOptions): IDBObjectStore | IDBIndex {
    const store = this.#tx.objectStore(table);
    if (options.index === undefined) return store;
    const name = this.#names[table]?.[options.index];
    if (name === undefined) throw new Error(`no index ${options.index} on ${table}`);
    return store.index(name);
  }
  async get<Row>(table: TableName, key: Key): Promise<Row | undefined> {
    return await answerOf<Row | undefined>(this.#tx.objectStore(table).get(asKey(key)));
  }
  async getMany<Row>(table: TableName, keys: readonly Key[]): Promise<(Row | undefined)[]> {
    const store = this.#tx.objectStore(table);
    return await Promise.all(keys.map((key) => answerOf<Row | undefined>(store.get(asKey(key)))));
  }
  async list<Row>(table: TableName, options: ListOptions = {}): Promise<Row[]> {
    const source = this.#source(table, options);
    if (options.limit === 0) return [];
    if (options.reverse === true || options.offset !== undefined)
      return await walk(source, options, (cursor): Row => cursor.value);
    return await answerOf<Row[]>(source.getAll(keyRangeOf(options.range), options.limit));
  }
  async keys(table: TableName, options: ListOptions = {}): Promise<Key[]> {
    const source = this.#source(table, options);
    if (options.limit === 0) return [];
    if (options.reverse === true || options.offset !== undefined)
      return await walk(source, options, (cursor) => cursor.primaryKey as Key); // rows are keyed by what the door takes
    return (await answerOf(source.getAllKeys(keyRangeOf(options.range), options.limit))) as Key[];
  }
  async count(table: TableName, options: ListOptions = {}): Promise<number> {
    if (options.limit !== undefined || options.offset !== undefined) return (await this.keys(table, options)).length;
    return await answerOf(this.#source(table, options).count(keyRangeOf(options.range)));
  }
  async put(table: TableName, row: object): Promise<void> {
    this.#tx.objectStore(table).put(row);
  }
  async putMany(table: TableName, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const store = this.#tx.objectStore(table);
    for (const row of rows) store.put(row);
  }
  async remove(table: TableName, key: Key): Promise<void> {
    this.#tx.objectStore(table).delete(asKey(key));
  }
  async clear(table: TableName): Promise<void> {
    this.#tx.objectStore(table).clear();
  }
}

export interface IndexedTransaction<Answer> {
  readonly mode: 'read' | 'write';
  readonly tables: readonly TableName[];
  readonly durability: Durability;
  readonly indexNames: IndexNames;
  readonly body: (tx: StorageTx) => Promise<Answer>;
}

/**
 * Runs `body` in one transaction of `db`. A writing one resolves when it has completed, a reading one as soon as `body` has
 * its answer: nothing can be lost after that. Rejects when it left nothing.
 */
export function runIndexedTransaction<Answer>(db: IDBDatabase, options: IndexedTransaction<Answer>): Promise<Answer> {
  const { mode, tables, durability, indexNames, body } = options;
  return new Promise((resolve, reject) => {
    const tx =
      mode === 'write' ? db.transaction([...tables], 'readwrite', { durability }) : db.transaction([...tables]);
    let outcome: { readonly answer: Answer } | { readonly thrown: unknown } | null = null;
    tx.oncomplete = () => {
      if (outcome !== null && 'answer' in outcome) resolve(outcome.answer);
      else reject(new StorageFailure('failed', new Error('the body awaited something else than its transaction')));
    };
    tx.onabort = () => {
      const thrown = outcome !== null && 'thrown' in outcome ? outcome.thrown : null;
      // A request that failed with the transaction says only that; the transaction knows why. Without a reason the
      // browser took the database away.
      const isOwn = thrown !== null && !(thrown instanceof DOMException);
      reject(isOwn ? thrown : (tx.error ?? thrown ?? new StorageFailure('lost', null)));
    };
    body(new IndexedTx(tx, indexNames)).then(
      (answer) => {
        outcome = { answer };
        commitNow(tx);
        if (mode === 'read') resolve(answer); // a body that outlived its transaction was rejected before
      },
      (thrown: unknown) => {
        outcome = { thrown };
        try {
          tx.abort();
        } catch {
          // It has ended already: `onabort` has spoken, or the body threw after the end.
          reject(thrown);
        }
      },
    );
  });
}

/** Spares the browser a round trip to find out that no request follows. */
function commitNow(tx: IDBTransaction): void {
  try {
    tx.commit();
  } catch {
    // Already ending by itself, or aborted: its own event tells.
  }
}
