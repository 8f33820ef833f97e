// A walk through photos and backups for browsers that vitest does not drive: bundled, loaded as a page, asked once.
// Law: it answers with what it saw and judges nothing; the tests that drive the browser do.
import type { Instant } from '../../src/domain/time.ts';
import { ownTarget, workerTarget } from '../../src/store/backup-file.ts';
import { inspectBackup, joinBackup } from '../../src/store/backup-read.ts';
import { saveBackup } from '../../src/store/backup-sink.ts';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { drawQuarters, quartersOf, withExif } from './photo-samples.ts';

let count = 0;
const env = {
  now: () => 1_665_900_000_000 as Instant,
  newId: () => `id${count++}`,
  newSession: () => `${count++}`.padStart(16, '0'),
};

async function openBook(name: string) {
  await deleteDatabase(name);
  await deleteDatabase(`${name}-photos`);
  return {
    store: openShopStore({ storage: await openDexieStorage({ name }), env }),
    photos: openPhotoStore({ name: `${name}-photos` }),
  };
}

async function folderOf(): Promise<FileSystemDirectoryHandle> {
  return await (await navigator.storage.getDirectory()).getDirectoryHandle('backups', { create: true });
}

async function walk(): Promise<Record<string, unknown>> {
  const seen: Record<string, unknown> = {};
  const book = await openBook('tour');
  const saved = await book.photos.save(await withExif(await drawQuarters(2000, 1000), 6));
  if (!saved.ok) return { saved: `${saved.problem} ${String(saved.cause)}` };
  const { sha, mime, width, height } = saved.picture;
  const [full, thumb] = [await book.photos.read(sha, 'full'), await book.photos.read(sha, 'thumb')];
  if (!full.ok || !thumb.ok) return { ...seen, full, thumb };
  seen.photo = { mime, width, height, full: await quartersOf(full.blob), thumb: await quartersOf(thumb.blob) };
  seen.isThumbSmall = thumb.blob.size <= 20 * 1024;
  const refused = await book.photos.save(new File(['2호'], 'cake.jpg', { type: 'image/jpeg' }));
  seen.refused = refused.ok ? 'saved' : refused.problem;
  await book.store.commit({
    edits: [{ kind: 'photo', eid: 'order-1/p1' as never, set: { picture: saved.picture, role: 'agreed' } }],
  });
  seen.canPageWriteFiles = 'createWritable' in FileSystemFileHandle.prototype;
  for (const [way, openTarget] of [
    ['own', () => ownTarget('tour-own', 'a.pickupnote')],
    ['worker', async () => await workerTarget(await folderOf(), 'tour-worker', 'a.pickupnote')],
  ] as const) {
    const result = await saveBackup({
      ...book,
      shopName: '하늘 케이크',
      deviceName: 'A',
      now: env.now(),
      fileName: 'a.pickupnote',
      withPhotos: true,
      passphrase: '생크림',
      openTarget,
    });
    if (!result.ok || result.place !== 'waiting') {
      seen[way] = result.ok ? result.place : `${result.problem} ${String(result.cause)}`;
      continue;
    }
    const inspected = await inspectBackup(result.waiting.file, '생크림');
    if (inspected.kind === 'refused') {
      seen[way] = inspected.problem;
      continue;
    }
    const other = await openBook(`tour-${way}`);
    const joined = await joinBackup({ ...other, inspected });
    seen[way] = { kind: inspected.kind, joined, photo: await other.photos.verify(sha) };
    await result.waiting.discard();
  }
  return seen;
}

Object.assign(globalThis, { walk });
