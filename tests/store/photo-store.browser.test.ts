// Photos in a real browser: real decoding, real canvas, real IndexedDB. Rules PH of docs/rules.md.
import Dexie from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import { createPictureMaker, THUMB_MAX_BYTES } from '../../src/store/photo-picture.ts';
import type { PhotoStore } from '../../src/store/photo-store.ts';
import { photoUrls } from '../../src/store/photo-urls.ts';
import { drawNoise, drawQuarters, quartersOf, withExif } from './photo-samples.ts';

const NAME = 'photos-under-test';
let photos: PhotoStore = openPhotoStore({ name: NAME });

afterEach(async () => {
  photos.close();
  await deleteDatabase(NAME);
  photos = openPhotoStore({ name: NAME });
});

async function save(file: Blob) {
  const result = await photos.save(file);
  if (!result.ok) throw new Error(`${result.problem} ${String(result.cause)}`);
  return result.picture;
}
async function read(sha: string, size: 'thumb' | 'full' = 'full'): Promise<Blob> {
  const result = await photos.read(sha, size);
  if (!result.ok) throw new Error(result.problem);
  return result.blob;
}
/** Changes the database behind the store's back. */
async function tamper(change: (db: Dexie) => Promise<unknown>): Promise<void> {
  const db = await new Dexie(NAME).open();
  await change(db);
  db.close();
}

test('PH-1 a photo is stored upright, at most 1600 px, with a thumbnail of at most 20 KB', async () => {
  const picture = await save(await drawQuarters(4000, 3000));
  expect(picture).toMatchObject({ width: 1600, height: 1200, mime: 'image/webp' });
  const full = await read(picture.sha);
  expect([full.size, full.type]).toEqual([picture.bytes, 'image/webp']);
  expect(await quartersOf(full)).toBe('rgby');
  const thumb = await read(picture.sha, 'thumb');
  const { width, height } = await createImageBitmap(thumb);
  expect([width, height]).toEqual([240, 180]);
  expect(thumb.size).toBeLessThanOrEqual(THUMB_MAX_BYTES);
  expect(await photos.verify(picture.sha)).toEqual({ ok: true });
});

test.each([
  [1, 'rgby', 2000, 1000],
  [3, 'ybgr', 2000, 1000],
  [6, 'bryg', 1000, 2000],
  [8, 'gyrb', 1000, 2000],
])(
  'PH-1 a camera held as EXIF %i says gives an upright picture without the note',
  async (orientation, colours, width, height) => {
    const file = await withExif(await drawQuarters(2000, 1000), orientation);
    const picture = await save(file);
    expect([picture.width, picture.height]).toEqual([width * 0.8, height * 0.8]);
    const full = await read(picture.sha);
    expect(await quartersOf(full)).toBe(colours);
    expect(await quartersOf(await read(picture.sha, 'thumb'))).toBe(colours);
    expect(new TextDecoder('latin1').decode(await full.arrayBuffer())).not.toMatch(/Exif|Seoul/);
  },
);

test('PH-1 where bitmaps cannot be turned, the <img> turns them', async () => {
  const real = globalThis.createImageBitmap;
  globalThis.createImageBitmap = () => Promise.reject(new TypeError('not a valid enum value'));
  try {
    const picture = await save(await withExif(await drawQuarters(2000, 1000), 6));
    expect([picture.width, picture.height]).toEqual([800, 1600]);
    globalThis.createImageBitmap = real;
    expect(await quartersOf(await read(picture.sha))).toBe('bryg');
  } finally {
    globalThis.createImageBitmap = real;
  }
});

test('PH-1 a small picture is not blown up, a transparent one lies on white', async () => {
  const canvas = new OffscreenCanvas(30, 20);
  canvas.getContext('2d');
  const picture = await save(await canvas.convertToBlob({ type: 'image/png' }));
  expect([picture.width, picture.height]).toEqual([30, 20]);
  expect(await quartersOf(await read(picture.sha))).toBe('yyyy'); // red and green are full: white
});

test.each<[string, () => Promise<Blob> | Blob]>([
  ['a text named .jpg', () => new File(['김민지 2호'], 'cake.jpg', { type: 'image/jpeg' })],
  ['a file of 0 bytes', () => new File([], 'cake.jpg', { type: 'image/jpeg' })],
  ['the first 300 bytes of a JPEG', async () => (await drawQuarters(400, 300)).slice(0, 300, 'image/jpeg')],
])('PH-2 %s is not a picture, and nothing is written', async (_, make) => {
  expect(await photos.save(await make())).toMatchObject({ ok: false, problem: 'not-a-picture' });
  expect(await photos.usage()).toEqual({ photos: 0, bytes: 0 });
});

test('PH-2 a file too large for a photo is told without decoding it', async () => {
  const file = new Blob([new Uint8Array(81 * 1024 * 1024)], { type: 'image/jpeg' });
  expect(await photos.save(file)).toMatchObject({ ok: false, problem: 'too-large' });
});

test('PH-2 a photo of 20 MB is taken', async () => {
  const file = await drawNoise(3000, 2300, 'image/png');
  expect(file.size).toBeGreaterThan(20_000_000);
  const picture = await save(file);
  expect(picture.width).toBe(1600);
  expect((await read(picture.sha, 'thumb')).size).toBeLessThanOrEqual(THUMB_MAX_BYTES);
});

test('PH-2 a full disk is told, nothing is written, and with room again the photo is taken', async () => {
  const { sha } = await save(await drawQuarters(40, 30));
  const file = await drawQuarters(80, 60);
  const real = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('no room', 'QuotaExceededError');
  };
  try {
    expect(await photos.save(file)).toMatchObject({ ok: false, problem: 'disk-full' });
  } finally {
    IDBObjectStore.prototype.put = real;
  }
  expect(await photos.list(null, 10)).toMatchObject([{ sha }]);
  expect(await photos.save(file)).toMatchObject({ ok: true });
});

test('PH-3 what is stored are ArrayBuffers, never Blobs', async () => {
  const { sha } = await save(await drawQuarters(40, 30));
  await tamper(async (db) => {
    for (const table of ['full', 'thumbs']) {
      expect((await db.table(table).get(sha)).bytes).toBeInstanceOf(ArrayBuffer);
    }
  });
});

test('PH-3 a photo that does not come back from the disk as it was written is not called saved', async () => {
  const maker = createPictureMaker();
  const store = openPhotoStore({ name: NAME, maker: { ...maker, measure: async () => null } });
  expect(await store.save(await drawQuarters(40, 30))).toMatchObject({ ok: false, problem: 'failed' });
  expect(await store.usage()).toEqual({ photos: 0, bytes: 0 });
  store.close();
});

test('PH-3 a picture that is here stays, whatever becomes of a second try to save it', async () => {
  const file = await drawQuarters(40, 30);
  const picture = await save(file);
  expect(await save(file)).toEqual(picture);
  const store = openPhotoStore({ name: NAME, maker: { ...createPictureMaker(), measure: async () => null } });
  expect(await store.save(file)).toMatchObject({ ok: false, problem: 'failed' });
  store.close();
  expect(await photos.verify(picture.sha)).toEqual({ ok: true });
});

test('PH-4 bytes that are not those of their name are damaged; a lost thumbnail is made again', async () => {
  const { sha } = await save(await drawQuarters(400, 300));
  await tamper((db) => db.table('thumbs').delete(sha));
  expect(await quartersOf(await read(sha, 'thumb'))).toBe('rgby');
  await tamper((db) => db.table('full').put({ sha, bytes: new Uint8Array([1, 2, 3]).buffer }));
  expect(await photos.read(sha, 'full')).toMatchObject({ ok: false, problem: 'damaged' });
  expect(await photos.verify(sha)).toMatchObject({ ok: false, problem: 'damaged' });
  expect(await photos.read('0'.repeat(64), 'full')).toMatchObject({ ok: false, problem: 'missing' });
});

test('PH-4 a backup puts back what was removed or damaged, and nothing under a wrong name', async () => {
  const picture = await save(await drawQuarters(400, 300));
  const raw = await photos.readRaw(picture.sha);
  if (!raw.ok) throw new Error(raw.problem);
  const { photo } = raw;
  expect(await photos.putRaw([photo])).toEqual({ ok: true, added: 0, damaged: [] });
  await photos.remove(picture.sha);
  expect(await photos.has(picture.sha)).toBe(false);
  expect(await photos.putRaw([{ ...photo, thumb: null }])).toEqual({ ok: true, added: 1, damaged: [] });
  expect(await quartersOf(await read(picture.sha, 'thumb'))).toBe('rgby');
  await tamper((db) => db.table('full').put({ sha: picture.sha, bytes: new Uint8Array([1, 2, 3]).buffer }));
  expect(await photos.putRaw([photo])).toEqual({ ok: true, added: 1, damaged: [] });
  expect(await photos.verify(picture.sha)).toEqual({ ok: true });
  const renamed = { ...photo, picture: { ...picture, sha: 'f'.repeat(64) } };
  expect(await photos.putRaw([renamed])).toEqual({ ok: true, added: 0, damaged: ['f'.repeat(64)] });
  expect(await photos.list(null, 10)).toEqual([picture]);
});

test('PH-5 a dead database handle is dropped, reopened and tried again', async () => {
  const { sha } = await save(await drawQuarters(40, 30));
  photos.close();
  const real = IDBDatabase.prototype.transaction;
  let deaths = 0;
  // Dexie keeps the function that it finds when it opens, so the store is opened on the dying one.
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof real>) {
    if (deaths-- > 0) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
    return real.apply(this, args);
  };
  try {
    photos = openPhotoStore({ name: NAME });
    await photos.has(sha);
    deaths = 1;
    expect(await photos.read(sha, 'full')).toMatchObject({ ok: true });
    expect(deaths).toBeLessThan(0);
    deaths = 100;
    expect(await photos.save(await drawQuarters(40, 30))).toMatchObject({ ok: false, problem: 'lost' });
  } finally {
    deaths = 0;
    IDBDatabase.prototype.transaction = real;
  }
  expect(await photos.verify(sha)).toEqual({ ok: true });
});

test('PH-6 eighty thumbnails scrolled through leave no more addresses than are kept', async () => {
  const { sha } = await save(await drawQuarters(40, 30));
  const alive = new Set<string>();
  const counting = {
    createObjectURL: (blob: Blob) => {
      const url = URL.createObjectURL(blob);
      alive.add(url);
      return url;
    },
    revokeObjectURL: (url: string) => {
      alive.delete(url);
      URL.revokeObjectURL(url);
    },
  };
  const store = { read: () => photos.read(sha, 'thumb') };
  const urls = photoUrls(store, { thumb: 10, full: 1 }, counting);
  const names = Array.from({ length: 80 }, (_, index) => `photo-${index}`);
  const held = names.map((name) => urls.acquire(name, 'thumb'));
  const shown = await Promise.all(held.map(({ url }) => url));
  expect(new Set(shown).size).toBe(80);
  expect(urls.peek('photo-79', 'thumb')).toBe(shown[79]);
  for (const one of held) one.release();
  for (const one of held) one.release();
  expect(alive.size).toBe(10);
  expect(urls.peek('photo-0', 'thumb')).toBeNull();
  const again = urls.acquire('photo-79', 'thumb');
  expect(await again.url).toBe(shown[79]);
  urls.forget('photo-79');
  expect(urls.peek('photo-79', 'thumb')).toBeNull();
  urls.close();
  expect(alive.size).toBe(0);
});
