// The storage contract in a real browser.
import { test } from 'vitest';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { STORAGE_CASES } from './storage-contract.ts';

test.each(STORAGE_CASES)('$title', async ({ run, title }) => {
  await deleteDatabase(title);
  const storage = await openDexieStorage({ name: title });
  await run(storage);
  storage.close();
  await deleteDatabase(title);
});
