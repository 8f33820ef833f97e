// A frozen backup in a real browser: joined into real databases, its pictures decoded, written and read once more.
import { expect, test } from 'vitest';
import type { Instant } from '../../src/domain/time.ts';
import { localDate } from '../../src/domain/time.ts';
import { inspectBackup, joinBackup } from '../../src/store/backup-read.ts';
import { writeBackup } from '../../src/store/backup-write.ts';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import type { PhotoStore } from '../../src/store/photo-store.ts';
import type { ShopStore } from '../../src/store/shop-store.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import plainUrl from '../fixtures/backup-v1.pickupnote?url';
import encryptedUrl from '../fixtures/backup-v1-encrypted.pickupnote?url';

interface Book {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  close(): Promise<void>;
}
let opened = 0;
async function openBook(): Promise<Book> {
  const name = `book-${opened++}`;
  const store = openShopStore({
    storage: await openDexieStorage({ name }),
    env: { now: () => 0 as Instant, newId: () => `id${opened++}`, newSession: () => `${opened++}`.padStart(16, '0') },
  });
  const photos = openPhotoStore({ name: `${name}-photos` });
  return {
    store,
    photos,
    async close() {
      store.close();
      photos.close();
      await deleteDatabase(name);
      await deleteDatabase(`${name}-photos`);
    },
  };
}
async function joinFile(book: Book, file: Blob, passphrase: string | null) {
  const inspected = await inspectBackup(file, passphrase);
  if (inspected.kind === 'refused') throw new Error(inspected.problem);
  expect(inspected.kind).toBe('whole');
  return await joinBackup({ ...book, inspected });
}

test.each([
  ['plain', plainUrl, null],
  ['encrypted', encryptedUrl, '생크림 딸기 케이크 2호'],
])('BK-7 the %s backup of version 1 goes into a real browser and out again', async (_, url, passphrase) => {
  const book = await openBook();
  const file = await (await fetch(url)).blob();
  expect(await joinFile(book, file, passphrase)).toMatchObject({ ok: true, joined: { transactions: 4, photos: 2 } });
  const rows = await book.store.queries.day(localDate('2022-10-15')).run();
  expect(rows.map((row) => row.name).sort()).toEqual(['김민주', '박서준']);
  const pictures = await book.photos.list(null, 10);
  for (const { sha } of pictures) expect(await book.photos.verify(sha)).toEqual({ ok: true });

  const { stream } = writeBackup({
    ...book,
    shopName: '하늘 케이크',
    deviceName: 'B',
    now: 0 as Instant,
    withPhotos: true,
    passphrase,
  });
  const copy = await openBook();
  expect(await joinFile(copy, await new Response(stream).blob(), passphrase)).toMatchObject({
    ok: true,
    joined: { transactions: 4, photos: 2 },
  });
  expect(await copy.photos.list(null, 10)).toEqual(pictures);
  expect(await copy.store.queries.day(localDate('2022-10-15')).run()).toEqual(rows);
  await book.close();
  await copy.close();
});
