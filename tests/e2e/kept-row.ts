// A row of the page's own database, read past the app.
import type { Page } from '@playwright/test';

/** undefined where there is no such row, table or database; nothing is made by asking. */
export async function keptRow(
  page: Page,
  table: 'device' | 'drafts',
  key: string,
  name = 'pickup-note',
): Promise<unknown> {
  return await page.evaluate(
    ([name, table, key]) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onupgradeneeded = () => opening.transaction?.abort(); // it would be a new one
        opening.onerror = () => (opening.error?.name === 'AbortError' ? resolve(undefined) : reject(opening.error));
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database.transaction(table).objectStore(table).get(key);
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            database.close();
            resolve(asking.result);
          };
        };
      }),
    [name, table, key] as const,
  );
}

/** Every row of a table whose key begins so, in the order of their keys. */
export async function keptRows(page: Page, table: 'device' | 'drafts', prefix: string): Promise<unknown[]> {
  return await page.evaluate(
    ([table, prefix]) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('pickup-note');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const asking = database
            .transaction(table)
            .objectStore(table)
            .getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            database.close();
            resolve(asking.result);
          };
        };
      }),
    [table, prefix] as const,
  );
}
