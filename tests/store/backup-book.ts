// Books, photos and files for the tests of backups.
// Law: real store and real formats; only the database (in memory) and the decoding of pictures (Node has none) are twins.
import 'fake-indexeddb/auto';
import type { Env } from '../../src/domain/environment.ts';
import type { Eid, Picture } from '../../src/domain/order.ts';
import type { Instant } from '../../src/domain/time.ts';
import { localDate, localTime } from '../../src/domain/time.ts';
import type { Transaction } from '../../src/merge/op.ts';
import type { WriteBackupOptions } from '../../src/store/backup-write.ts';
import { writeBackup } from '../../src/store/backup-write.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import type { PictureMaker } from '../../src/store/photo-picture.ts';
import type { PhotoStore } from '../../src/store/photo-store.ts';
import type { ShopStore } from '../../src/store/shop-store.ts';
import { openShopStore } from '../../src/store/shop-store.ts';

/** Takes any bytes for a picture of 4 by 3. */
export const paperPictures: PictureMaker = {
  async make(file) {
    const bytes = await file.arrayBuffer();
    const thumb = { mime: 'image/webp', bytes: bytes.slice(0, 8) };
    return { ok: true, made: { width: 4, height: 3, full: { mime: 'image/webp', bytes }, thumb } };
  },
  makeThumb: async (picture) => ({ mime: 'image/webp', bytes: await picture.slice(0, 8).arrayBuffer() }),
  measure: async (picture) => (picture.size > 0 ? { width: 4, height: 3 } : null),
};

export interface Book {
  readonly storage: ReturnType<typeof createMemoryStorage>;
  readonly store: ShopStore;
  readonly photos: PhotoStore;
}

let opened = 0;
/** An empty book. `seed` keeps sessions and names apart. */
export function openBook(seed: string): Book {
  let count = 0;
  const env: Env = {
    now: () => (1_665_800_000_000 + count++ * 60_000) as Instant,
    newId: () => `${seed}${String(count++).padStart(25, '0')}`,
    newSession: () =>
      `${[...seed].map((letter) => letter.charCodeAt(0).toString(16)).join('')}${count++}`.padStart(16, '0'),
  };
  const storage = createMemoryStorage();
  return {
    storage,
    store: openShopStore({ storage, env, letter: 'A' }),
    photos: openPhotoStore({ name: `photos-${seed}-${opened++}`, maker: paperPictures }),
  };
}

export async function addOrder(book: Book, name: string, photo?: Picture): Promise<Eid> {
  const eid = `order-${name}` as Eid;
  const result = await book.store.commit({
    numberFor: eid,
    edits: [
      {
        kind: 'order',
        eid,
        set: {
          name,
          status: 'confirmed',
          pickup: { date: localDate('2022-10-15'), start: localTime('13:30'), end: null, precision: 'exact' },
        },
      },
      { kind: 'item', eid: `${eid}/i1` as Eid, set: { size: '2호', lettering: { text: `${name} 생일 축하해 🎂` } } },
      ...(photo === undefined
        ? []
        : [{ kind: 'photo' as const, eid: `${eid}/p1` as Eid, set: { picture: photo, role: 'agreed' as const } }]),
    ],
  });
  if (!result.ok) throw new Error(result.problem);
  return eid;
}

/** A stored picture of `size` bytes that begin with `letter`. */
export async function addPhoto(book: Book, letter: string, size = 300): Promise<Picture> {
  const result = await book.photos.save(new Blob([letter.repeat(size)]));
  if (!result.ok) throw new Error(result.problem);
  return result.picture;
}

export async function backUp(book: Book, options: Partial<WriteBackupOptions> = {}): Promise<Blob> {
  const { stream } = writeBackup({
    store: book.store,
    photos: book.photos,
    shopName: '하늘 케이크',
    deviceName: 'A',
    now: 1_665_900_000_000 as Instant,
    withPhotos: true,
    passphrase: null,
    ...options,
  });
  return new Blob([await new Response(stream).arrayBuffer()]);
}

export async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

export async function readAll(store: ShopStore): Promise<Transaction[]> {
  return await store.readTransactions(null, 1_000_000);
}

/** What screens and history show, whatever the order in which it came in. */
export async function bookState({ storage, store, photos }: Book): Promise<unknown> {
  const { roots, months, customers, entries } = storage.dump();
  const sessions = await store.readVersionVector();
  // Joined ones lie in runs; what matters is that they are the same.
  const transactions = await readAll(store);
  return { roots, months, customers, entries, transactions, sessions, photos: await photos.list(null, 1_000_000) };
}
