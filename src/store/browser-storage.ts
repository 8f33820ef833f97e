// The tablet's database behind the storage door, straight on the browser's IndexedDB. What has to be laid out first is
// another's work (dexie-storage.ts).
// Law: writes are strict; a dead handle (iOS ends the database process) is dropped, reopened and tried again once.
import type { IndexNames } from './indexed-tx.ts';
import { runIndexedTransaction } from './indexed-tx.ts';
import type { Durability, Storage, TableSpec } from './storage.ts';
import { pathText, SHOP_TABLES, StorageFailure, TABLE_NAMES } from './storage.ts';

/** Version of the shop database's layout. Records are opaque, so it rarely changes; each one ships with a frozen sample. */
export const SHOP_DATABASE_VERSION = 1;
/** What the browser calls it: Dexie counts in tens. */
const BROWSER_VERSION = SHOP_DATABASE_VERSION * 10;

/** Dexie wraps what the browser threw; a full disk shows as AbortError with the cause inside. */
function hasName(error: unknown, names: readonly string[]): boolean {
  for (let at = error, depth = 0; at !== null && typeof at === 'object' && depth < 5; depth++) {
    const name = (at as { readonly name?: unknown }).name;
    if (typeof name === 'string' && names.includes(name)) return true;
    // A bulk call lists what its requests threw: Firefox and Safari tell a full disk there.
    const wrapped = at as {
      readonly inner?: unknown;
      readonly cause?: unknown;
      readonly failures?: readonly unknown[];
    };
    at = wrapped.inner ?? wrapped.cause ?? wrapped.failures?.[0];
  }
  return false;
}

const DISK_FULL = ['QuotaExceededError'];
const HANDLE_LOST = ['UnknownError', 'InvalidStateError', 'DatabaseClosedError', 'TransactionInactiveError'];

export function failureOf(error: unknown): StorageFailure {
  if (error instanceof StorageFailure) return error;
  if (hasName(error, DISK_FULL)) return new StorageFailure('disk-full', error);
  if (hasName(error, HANDLE_LOST)) return new StorageFailure('lost', error);
  return new StorageFailure('failed', error);
}

const INDEX_NAMES: IndexNames = Object.fromEntries(
  Object.entries(SHOP_TABLES).map(([table, { indexes }]: [string, TableSpec]) => [
    table,
    Object.fromEntries(Object.entries(indexes).map(([index, { path }]) => [index, pathText(path)])),
  ]),
);

/** Brings the database called `name` to `version` and closes it again. */
export type LayOut = (name: string, version: number) => Promise<void>;

export interface BrowserStorageOptions {
  readonly name: string;
  readonly durability?: Durability;
  /** Called for a database that is new or of an older version. */
  readonly layOut: LayOut;
}

/** A browser that is still putting its files in order after a crash takes seconds; behind a blocked upgrade it never answers. */
const OPENS_WITHIN_MS = 15_000;

/** The database as it stands; null when there is none. */
function openAsItStands(name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let isNew = false;
    let isTooLate = false;
    const timer = setTimeout(() => {
      isTooLate = true;
      reject(new StorageFailure('blocked', null));
    }, OPENS_WITHIN_MS);
    request.onupgradeneeded = () => {
      // Not made here: taken back, the browser forgets that it was asked.
      isNew = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      clearTimeout(timer);
      if (isTooLate) request.result.close();
      else resolve(request.result);
    };
    request.onerror = (event) => {
      clearTimeout(timer);
      event.preventDefault();
      if (isNew) resolve(null);
      else reject(request.error);
    };
  });
}

/** A browser whose database process has just died answers UnknownError once or twice before it opens again. */
async function openPatiently(name: string): Promise<IDBDatabase | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await openAsItStands(name);
    } catch (error) {
      if (attempt >= 3 || !hasName(error, ['UnknownError'])) throw error;
    }
  }
}

async function connect({ name, layOut }: BrowserStorageOptions, onVersionChange: () => void): Promise<IDBDatabase> {
  try {
    let database = await openPatiently(name);
    if (database === null || database.version < BROWSER_VERSION) {
      database?.close();
      await layOut(name, SHOP_DATABASE_VERSION);
      database = await openAsItStands(name);
    }
    if (database === null) throw new StorageFailure('lost', null);
    const { version, objectStoreNames } = database;
    if (version > BROWSER_VERSION || !TABLE_NAMES.every((table) => objectStoreNames.contains(table))) {
      database.close();
      throw new StorageFailure(version > BROWSER_VERSION ? 'closed' : 'lost', null);
    }
    const opened = database;
    opened.onversionchange = () => {
      opened.close();
      onVersionChange();
    };
    return opened;
  } catch (error) {
    throw failureOf(error);
  }
}

/** Opens the shop database called `name`. @throws StorageFailure `blocked`, `closed`, `disk-full`, `lost`, `failed`. */
export async function openBrowserStorage(options: BrowserStorageOptions): Promise<Storage> {
  const { durability = 'strict' } = options;
  let isClosed = false;
  let isSuperseded = false;
  const listeners: (() => void)[] = [];
  const letGo = () => {
    // Another tab brings a newer layout, or deletes the book: never be in its way (docs/rules.md ST).
    if (isSuperseded) return;
    isSuperseded = true;
    for (const listener of listeners) listener();
  };
  let db = await connect(options, letGo);
  let reconnecting: Promise<void> | null = null;
  const reconnect = (lost: IDBDatabase): Promise<void> => {
    if (db !== lost) return reconnecting ?? Promise.resolve();
    reconnecting ??= (async () => {
      try {
        lost.close();
        // Gone meanwhile (somebody cleared the browser's data), it is not made anew under an open book.
        const layOut = () => Promise.reject(new StorageFailure('lost', null));
        db = await connect({ ...options, layOut }, letGo);
        if (isClosed) db.close();
      } catch (error) {
        const failure = failureOf(error);
        throw failure.problem === 'failed' ? new StorageFailure('lost', error) : failure;
      } finally {
        reconnecting = null;
      }
    })();
    return reconnecting;
  };
  return {
    async transact(mode, tables, body, given) {
      for (let attempt = 1; ; attempt++) {
        if (isClosed || isSuperseded) throw new StorageFailure('closed', null);
        const handle = db;
        try {
          return await runIndexedTransaction(handle, {
            mode,
            tables,
            durability: given ?? durability,
            indexNames: INDEX_NAMES,
            body,
          });
        } catch (error) {
          const failure = failureOf(error);
          if (isClosed || isSuperseded) throw new StorageFailure('closed', error);
          if (failure.problem !== 'lost' || attempt >= 2) throw failure;
          // A write that may already stand is told apart by its author: commits check their own dot first.
          await reconnect(handle);
        }
      }
    },
    close() {
      isClosed = true;
      db.close();
    },
    onSuperseded(listener) {
      listeners.push(listener);
      if (isSuperseded) listener();
    },
  };
}

/** Deletes the database called `name`, with everything in it. Its other tabs are asked to let go, and waited for. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(failureOf(request.error));
  });
}
