// Where backups go in a real browser: the app's own space by page and by worker, memory, and what is left behind.
import { afterEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { readLastBackup } from '../../src/store/backup-due.ts';
import type { BackupTarget } from '../../src/store/backup-file.ts';
import { memoryTarget, ownTarget, pickTarget, removeLeftBackups, workerTarget } from '../../src/store/backup-file.ts';
import { inspectBackup } from '../../src/store/backup-read.ts';
import type { SaveBackupResult } from '../../src/store/backup-sink.ts';
import { saveBackup } from '../../src/store/backup-sink.ts';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { drawQuarters } from './photo-samples.ts';

const NOW = 1_665_900_000_000 as Instant;
const NAME = 'photos-to-back-up';
let photos = openPhotoStore({ name: NAME });
let count = 0;
const openStore = () =>
  openShopStore({
    storage: createMemoryStorage(),
    env: { now: () => NOW, newId: () => `id${count++}`, newSession: () => `${count++}`.padStart(16, '0') },
  });

async function folder(): Promise<FileSystemDirectoryHandle> {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
}
async function namesLeft(): Promise<string[]> {
  const names: string[] = [];
  for await (const entry of (await folder()).values()) names.push(entry.name);
  return names;
}

async function save(openTarget: () => Promise<BackupTarget>, store = openStore()): Promise<SaveBackupResult> {
  const picture = await photos.save(await drawQuarters(400, 300));
  if (!picture.ok) throw new Error(picture.problem);
  await store.commit({
    edits: [{ kind: 'photo', eid: 'order-1/p1' as never, set: { picture: picture.picture, role: 'agreed' } }],
  });
  return await saveBackup({
    store,
    photos,
    shopName: '하늘 케이크',
    deviceName: 'A',
    now: NOW,
    fileName: '하늘 케이크 2022-10-15.pickupnote',
    withPhotos: true,
    passphrase: null,
    openTarget,
  });
}

afterEach(async () => {
  for (const name of await namesLeft()) await (await folder()).removeEntry(name);
  photos.close();
  await deleteDatabase(NAME);
  photos = openPhotoStore({ name: NAME });
});

describe.each<[string, () => Promise<BackupTarget>]>([
  ['by the page', () => ownTarget('one', 'a.pickupnote')],
  ['by a worker, as on iPads', async () => await workerTarget(await folder(), 'one', 'a.pickupnote')],
  ['in memory', async () => memoryTarget('a.pickupnote')],
])('a backup written %s', (_, openTarget) => {
  test('BK-10 waits whole until it is handed over; only then it is the last backup', async () => {
    const store = openStore();
    const result = await save(openTarget, store);
    if (!result.ok || result.place !== 'waiting') throw new Error(JSON.stringify(result));
    const { waiting, bytes, totals } = result;
    expect(totals).toEqual({ transactions: 1, orders: 0, photos: 1, photosLacking: 0 });
    expect([waiting.file.name, waiting.file.size]).toEqual(['a.pickupnote', bytes]);
    expect(await inspectBackup(waiting.file, null)).toMatchObject({ kind: 'whole', summary: { photos: 1 } });
    expect(await readLastBackup(store)).toBeNull();
    document.body.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
    await waiting.download();
    expect(await readLastBackup(store)).toEqual({
      at: NOW,
      transactions: 1,
      bytes,
      withPhotos: true,
      isEncrypted: false,
    });
    await waiting.discard();
    expect(await namesLeft()).toEqual([]);
  });

  test('BK-10 a full disk half-way leaves nothing and no record', async () => {
    const store = openStore();
    const result = await save(async () => {
      const target = await openTarget();
      let writes = 0;
      return {
        ...target,
        write: (bytes) =>
          writes++ === 2 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : target.write(bytes),
      };
    }, store);
    expect(result).toMatchObject({ ok: false, problem: 'disk-full' });
    expect(await namesLeft()).toEqual([]);
    expect(await readLastBackup(store)).toBeNull();
  });
});

test('BK-10 a picked file counts when it is closed; closing the picker is no fault', async () => {
  const handle = await (await folder()).getFileHandle('picked', { create: true });
  const store = openStore();
  const picker = { showSaveFilePicker: async () => handle };
  expect(await save(() => pickTarget(picker, 'a.pickupnote'), store)).toMatchObject({ ok: true, place: 'picked' });
  expect(await inspectBackup(await handle.getFile(), null)).toMatchObject({ kind: 'whole' });
  expect(await readLastBackup(store)).toMatchObject({ at: NOW });
  const closed = { showSaveFilePicker: () => Promise.reject(new DOMException('closed', 'AbortError')) };
  expect(await save(() => pickTarget(closed, 'a.pickupnote'))).toMatchObject({ ok: false, problem: 'cancelled' });
});

test('BK-10 memory refuses what it cannot hold', async () => {
  expect(await save(async () => memoryTarget('a.pickupnote', 500))).toMatchObject({ ok: false, problem: 'too-large' });
});

test('BK-10 what was left behind goes after a day', async () => {
  await (await folder()).getFileHandle('left', { create: true });
  const file = await (await (await folder()).getFileHandle('left')).getFile();
  await removeLeftBackups(file.lastModified + 3_600_000);
  expect(await namesLeft()).toEqual(['left']);
  await removeLeftBackups(file.lastModified + 86_400_001);
  expect(await namesLeft()).toEqual([]);
});
