// A frozen sample database, written raw as an older version of the app left it, is opened by today's code.
import { afterEach, expect, test } from 'vitest';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { freshenRows } from '../../src/store/rebuild.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import type { TableName, TableSpec } from '../../src/store/storage.ts';
import type { FrozenRows } from './frozen-rows.ts';
import { rowsOf } from './frozen-rows.ts';
import type { FrozenDatabase } from './sample-book.ts';
import { orderEdits, testEnv, written } from './store-makers.ts';

const NAME = 'frozen';
const files = import.meta.glob<{ default: unknown }>('../fixtures/database-v*.json', { eager: true });
const samples = Object.entries(files)
  .filter(([path]) => !path.endsWith('.rows.json'))
  .map(([path, { default: frozen }]) => ({
    path,
    frozen: frozen as FrozenDatabase, // made by scripts/freeze-database.mjs
    golden: files[path.replace('.json', '.rows.json')]?.default as FrozenRows,
  }));

afterEach(async () => {
  await deleteDatabase(NAME);
});

/** Lays the tables out and fills them with nothing but IndexedDB. Dexie's versions are ten times its own numbers. */
async function writeRaw(frozen: FrozenDatabase): Promise<void> {
  await deleteDatabase(NAME);
  const layout = frozen.layout as Readonly<Record<string, TableSpec>>;
  const request = indexedDB.open(NAME, frozen.database * 10);
  request.onupgradeneeded = () => {
    for (const [name, { key, indexes }] of Object.entries(layout)) {
      const table = request.result.createObjectStore(name, { keyPath: typeof key === 'string' ? key : [...key] });
      for (const { path, many } of Object.values(indexes)) {
        // Dexie names an index after its path, `[a+b]` when it has several parts.
        if (typeof path === 'string') table.createIndex(path, path, { multiEntry: many === true });
        else table.createIndex(`[${path.join('+')}]`, [...path]);
      }
    }
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = database.transaction(Object.keys(layout), 'readwrite');
  for (const [name, rows] of Object.entries(frozen.tables))
    for (const row of rows) transaction.objectStore(name).put(row);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

test.each(samples)('ST-18 $path opens with today’s code, whole, and can be worked on', async ({ frozen, golden }) => {
  await writeRaw(frozen);
  const storage = await openDexieStorage({ name: NAME });
  await freshenRows(storage);
  const dump = async (table: TableName) => await storage.transact('read', [table], (tx) => tx.list<object>(table));
  expect(rowsOf(await dump('roots'))).toEqual(golden.tables.rows);
  for (const table of ['months', 'customers', 'entries'] as const) {
    expect(await dump(table)).toEqual(golden.tables[table]);
  }
  for (const table of ['transactions', 'sessions', 'drafts', 'device'] as const) {
    expect(await dump(table)).toEqual(frozen.tables[table]);
  }
  const store = openShopStore({ storage, env: testEnv('f') });
  const eid = 'today' as never;
  const before = frozen.tables.transactions?.length ?? 0;
  expect(written(await store.commit({ edits: orderEdits({ eid: 'today' }), numberFor: eid })).number).toBe('A-10');
  expect(await dump('transactions')).toHaveLength(before + 1);
  store.close();
});
