// The storage contract on the memory twin and on Dexie over an IndexedDB made of JavaScript.
import 'fake-indexeddb/auto';
import { describe, test } from 'vitest';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { STORAGE_CASES } from './storage-contract.ts';

describe('the memory twin', () => {
  test.each(STORAGE_CASES)('$title', async ({ run }) => {
    await run(createMemoryStorage());
  });
});

describe('Dexie over an IndexedDB made of JavaScript', () => {
  test.each(STORAGE_CASES)('$title', async ({ run, title }) => {
    const storage = await openDexieStorage({ name: title });
    await run(storage);
    storage.close();
    await deleteDatabase(title);
  });
});
