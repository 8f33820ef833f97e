// The tablet's database behind the storage door. Only this file and photo-database.ts know Dexie, which opens it, lays it
// out, upgrades it and gives way to newer tabs; transactions go straight to the browser (indexed-tx.ts).
// Law: writes are strict; a dead handle (iOS ends the database process) is dropped, reopened and tried again once.
import Dexie from 'dexie';
import type { IndexNames } from './indexed-tx.ts';
import { runIndexedTransaction } from './indexed-tx.ts';
import type { Durability, Storage, TableSpec } from './storage.ts';
import { SHOP_TABLES, StorageFailure } from './storage.ts';

/** Version of the shop database's layout. Rows are opaque, so it rarely changes; each one ships with a frozen sample. */
export const SHOP_DATABASE_VERSION = 1;

/** A path as Dexie spells it; it names the index after it. */
const indexPath = (path: string | readonly string[]) => (typeof path === 'string' ? path : `[${path.join('+')}]`);

function dexieSchema(tables: Readonly<Record<string, TableSpec>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, spec]) => {
      const indexes = Object.values(spec.indexes).map(
        ({ path, many }) => `${many === true ? '*' : ''}${indexPath(path)}`,
      );
      return [name, [indexPath(spec.key), ...indexes].join(', ')];
    }),
  );
}

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
  Object.entries(SHOP_TABLES).map(([name, spec]) => [
    name,
    Object.fromEntries(Object.entries(spec.indexes).map(([index, { path }]) => [index, indexPath(path)])),
  ]),
);

export interface DexieStorageOptions {
  readonly name: string;
  readonly durability?: Durability;
  /** How long another tab may take to let go of an older version, milliseconds. */
  readonly blockedAfterMs?: number;
}

async function connect(
  { name, durability = 'strict', blockedAfterMs = 4000 }: DexieStorageOptions,
  onVersionChange: () => void,
): Promise<Dexie> {
  const db = new Dexie(name, { chromeTransactionDurability: durability, autoOpen: false });
  db.version(SHOP_DATABASE_VERSION).stores(dexieSchema(SHOP_TABLES));
  db.on('versionchange', () => {
    db.close();
    onVersionChange();
    return false; // Dexie's own answer would close only for now and open again
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    // The request itself waits for ever while the other tab holds on.
    db.on('blocked', () => {
      timer ??= setTimeout(() => reject(new StorageFailure('blocked', null)), blockedAfterMs);
    });
  });
  try {
    await Promise.race([db.open(), blocked]);
  } catch (error) {
    db.close();
    if (hasName(error, ['VersionError'])) throw new StorageFailure('closed', error);
    throw failureOf(error);
  } finally {
    clearTimeout(timer);
  }
  // Dexie opens what a newer version has laid out, and opens half when its first look at the tables fails.
  const isNewer = db.backendDB().version > SHOP_DATABASE_VERSION * 10;
  if (isNewer || db.core === undefined) {
    db.close();
    throw new StorageFailure(isNewer ? 'closed' : 'lost', null);
  }
  return db;
}

/** Opens (or makes) the shop database called `name`. @throws StorageFailure `blocked`, `closed`, `disk-full`, `failed`. */
export async function openDexieStorage(options: DexieStorageOptions): Promise<Storage> {
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
  const reconnect = (lost: Dexie): Promise<void> => {
    if (db !== lost) return reconnecting ?? Promise.resolve();
    reconnecting ??= (async () => {
      try {
        lost.close();
        db = await connect(options, letGo);
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
          const database = handle.backendDB() as IDBDatabase | null; // null once the handle was closed
          if (database === null) throw new StorageFailure('lost', null);
          return await runIndexedTransaction(database, {
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
    },
  };
}

/** Deletes the database called `name`, with everything in it. */
export async function deleteDexieStorage(name: string): Promise<void> {
  await Dexie.delete(name);
}
