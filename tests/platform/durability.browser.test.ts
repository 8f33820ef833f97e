// What the app takes for granted of the browser under it, asked of the real one.
import { expect, test } from 'vitest';

test('a transaction that asks for strict durability is strict', async () => {
  const name = 'platform-durability';
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows');
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const transaction = database.transaction('rows', 'readwrite', { durability: 'strict' });
  expect(transaction.durability).toBe('strict');
  transaction.abort();
  database.close();
  indexedDB.deleteDatabase(name);
});
