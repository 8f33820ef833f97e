// Lays the shop's database out, or brings an older one to the present layout. Loaded only when there is something to do.
// Law: another tab that holds the older version is asked to let go; one that does not answer is told apart, not waited for.
import Dexie from 'dexie';
import type { TableSpec } from './storage.ts';
import { pathText, SHOP_TABLES, StorageFailure } from './storage.ts';

/** Tables and indexes as Dexie spells them. */
function dexieSchema(tables: Readonly<Record<string, TableSpec>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tables).map(([name, { key, indexes }]) => {
      const paths = Object.values(indexes).map(({ path, many }) => `${many === true ? '*' : ''}${pathText(path)}`);
      return [name, [pathText(key), ...paths].join(', ')];
    }),
  );
}

/**
 * Makes or upgrades the database called `name`, and closes it again.
 * @param blockedAfterMs how long another tab may take to let go of an older version.
 * @throws StorageFailure `blocked`; and whatever Dexie throws.
 */
export async function layOutShopDatabase(name: string, version: number, blockedAfterMs: number): Promise<void> {
  const db = new Dexie(name, { autoOpen: false });
  db.version(version).stores(dexieSchema(SHOP_TABLES));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    // The request itself waits for ever while the other tab holds on.
    db.on('blocked', () => {
      timer ??= setTimeout(() => reject(new StorageFailure('blocked', null)), blockedAfterMs);
    });
  });
  try {
    await Promise.race([db.open(), blocked]);
  } finally {
    clearTimeout(timer);
    db.close();
  }
}
