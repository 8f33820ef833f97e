// The whole way of a backup: book, file, book. Rules BK of docs/rules.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { localDate } from '../../src/domain/time.ts';
import type { InspectBackupResult } from '../../src/store/backup-read.ts';
import { inspectBackup, joinBackup } from '../../src/store/backup-read.ts';
import type { JoinBackupResult } from '../../src/store/backup-report.ts';
import { writeBackup } from '../../src/store/backup-write.ts';
import { StorageFailure } from '../../src/store/storage.ts';
import type { Book } from './backup-book.ts';
import { addOrder, addPhoto, backUp, bookState, bytesOf, openBook, readAll } from './backup-book.ts';

async function looked(file: Blob, passphrase: string | null = null): Promise<InspectBackupResult & { kind: 'whole' }> {
  const result = await inspectBackup(file, passphrase);
  if (result.kind !== 'whole') throw new Error(JSON.stringify(result));
  return result;
}

async function joinFile(book: Book, file: Blob, passphrase: string | null = null): Promise<JoinBackupResult> {
  return await joinBackup({ ...book, inspected: await looked(file, passphrase) });
}

describe('a whole backup', () => {
  test('BK-1 brings everything back: orders, history, photos and settings', async () => {
    const book = openBook('a');
    const eid = await addOrder(book, '김민지', await addPhoto(book, 'x'));
    await addOrder(book, '박서준');
    await book.store.commit({ edits: [{ kind: 'order', eid, set: { name: '김민주' } }] });
    await book.store.commit({ edits: [{ kind: 'shop', eid: 'shop' as Eid, set: { name: '하늘 케이크' } }] });
    const file = await backUp(book);

    const inspected = await looked(file);
    expect(inspected.summary).toEqual({
      shopName: '하늘 케이크',
      deviceName: 'A',
      madeAt: 1_665_900_000_000,
      withPhotos: true,
      isEncrypted: false,
      bytes: file.size,
      transactions: 4,
      orders: 2,
      photos: 1,
    });
    const empty = openBook('b');
    const result = await joinBackup({ ...empty, inspected });
    expect(result).toEqual({
      ok: true,
      joined: { transactions: 4, photos: 1, photosUnnamed: 0, photosDamaged: 0 },
    });
    expect(await bookState(empty)).toEqual(await bookState(book));
  });

  test('BK-2 joining it a second time changes nothing', async () => {
    const book = openBook('a');
    await addOrder(book, '김민지', await addPhoto(book, 'x'));
    const file = await backUp(book);
    const empty = openBook('b');
    await joinFile(empty, file);
    const before = empty.storage.dump();
    const again = await joinFile(empty, file);
    expect(again).toMatchObject({ ok: true, joined: { transactions: 0, photos: 0 } });
    expect(empty.storage.dump()).toEqual(before);
  });

  test('BK-2 an old file does not undo newer edits', async () => {
    const book = openBook('a');
    const eid = await addOrder(book, '김민지');
    const old = await backUp(book);
    await book.store.commit({ edits: [{ kind: 'order', eid, set: { name: '김민주', status: 'ready' } }] });
    const before = book.storage.dump();
    await joinFile(book, old);
    expect(book.storage.dump()).toEqual(before);
  });

  test('BK-2 random books: what is joined is the union of both, whichever is older, and twice is once', async () => {
    const orders = fc.constantFrom('가', '나', '다');
    const edit = fc.record({
      order: orders,
      field: fc.constantFrom('name', 'memo', 'payer'),
      value: fc.string({ maxLength: 12, unit: 'grapheme' }),
    });
    const edits = fc.array(edit, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(edits, edits, edits, fc.boolean(), async (shared, ours, theirs, isEncrypted) => {
        const write = async (book: Book, list: typeof shared) => {
          for (const { order, field, value } of list) {
            await book.store.commit({
              edits: [{ kind: 'order', eid: `order-${order}` as Eid, set: { [field]: value } }],
            });
          }
        };
        const here = openBook('h');
        await write(here, shared);
        const there = openBook('t');
        await there.store.join(await readAll(here.store));
        await write(here, ours);
        await write(there, theirs);
        const both = openBook('u');
        await both.store.join(await readAll(here.store));
        await both.store.join(await readAll(there.store));
        // A passphrase costs its 600,000 rounds, so it is tried where the file is small and only now and then.
        const passphrase = isEncrypted && shared.length > 4 ? '생크림 딸기' : null;
        const file = await backUp(there, { passphrase });
        await joinFile(here, file, passphrase);
        expect(await bookState(here)).toEqual(await bookState(both));
        await joinFile(here, file, passphrase);
        expect(await bookState(here)).toEqual(await bookState(both));
      }),
      { numRuns: 40, seed: 20221015 },
    );
  }, 60_000);

  test('BK-3 an edit made while the file is written is not in it, and one made before is, whole', async () => {
    const book = openBook('a');
    for (const name of ['가', '나', '다']) await addOrder(book, name);
    const { stream, totals } = writeBackup({
      ...book,
      shopName: '',
      deviceName: 'A',
      now: 0 as never,
      withPhotos: false,
      passphrase: null,
    });
    const reader = stream.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      parts.push(next.value);
      await addOrder(book, `later-${parts.length}`);
    }
    expect(totals()).toMatchObject({ transactions: 3, orders: 3 });
    expect((await looked(new Blob(parts))).summary).toMatchObject({ transactions: 3, orders: 3 });
  });

  test('BK-4 a picture that privacy has blanked does not come back with an old file', async () => {
    const book = openBook('a');
    const picture = await addPhoto(book, 'x');
    const eid = await addOrder(book, '김민지', picture);
    const old = await backUp(book);
    await book.store.commit({ edits: [], redactions: [{ kind: 'photo', eid: `${eid}/p1` as Eid, field: 'picture' }] });
    await book.photos.remove(picture.sha);
    const result = await joinFile(book, old);
    expect(result).toMatchObject({ ok: true, joined: { photos: 0, photosUnnamed: 1 } });
    expect(await book.photos.has(picture.sha)).toBe(false);
    const elsewhere = openBook('b');
    await elsewhere.store.join(await readAll(book.store));
    expect(await joinFile(elsewhere, old)).toMatchObject({ ok: true, joined: { photos: 0, photosUnnamed: 1 } });
  });

  test('BK-4 a photo that was taken off an order but stands in its history comes along', async () => {
    const book = openBook('a');
    const picture = await addPhoto(book, 'x');
    const eid = await addOrder(book, '김민지', picture);
    await book.store.commit({ edits: [{ kind: 'photo', eid: `${eid}/p1` as Eid, set: { deleted: true } }] });
    const empty = openBook('b');
    expect(await joinFile(empty, await backUp(book))).toMatchObject({ ok: true, joined: { photos: 1 } });
  });

  test('BK-5 a photo that is lacking or damaged on the tablet is counted, and the rest is written', async () => {
    const book = openBook('a');
    const gone = await addPhoto(book, 'x');
    await addOrder(book, '가', gone);
    await addOrder(book, '나', await addPhoto(book, 'y'));
    await book.photos.remove(gone.sha);
    const backup = writeBackup({
      ...book,
      shopName: '',
      deviceName: 'A',
      now: 0 as never,
      withPhotos: true,
      passphrase: null,
    });
    await new Response(backup.stream).arrayBuffer();
    expect(backup.totals()).toEqual({ transactions: 2, orders: 2, photos: 1, photosLacking: 1 });
  });

  test('BK-5 joining a backup heals a photo that this disk has lost', async () => {
    const book = openBook('a');
    const picture = await addPhoto(book, 'x');
    await addOrder(book, '가', picture);
    const file = await backUp(book);
    await book.photos.remove(picture.sha);
    expect(await joinFile(book, file)).toMatchObject({ ok: true, joined: { transactions: 0, photos: 1 } });
    expect(await book.photos.verify(picture.sha)).toEqual({ ok: true });
  });

  test('BK-6 what is not in the clear: no name, no shop, no word of an order in an encrypted file', async () => {
    const book = openBook('a');
    await addOrder(book, 'Minji-Kim', await addPhoto(book, 'PICTURE'));
    const text = new TextDecoder('latin1').decode(
      await bytesOf(await backUp(book, { passphrase: 'p', shopName: 'Sky' })),
    );
    expect(text).not.toMatch(/Minji|PICTURE|Sky|1665900000000/);
    expect(text).toContain('"rounds":600000');
  });

  test('BK-6 the same passphrase typed by another keyboard (NFD) opens the file', async () => {
    const book = openBook('a');
    await addOrder(book, '김민지');
    const file = await backUp(book, { passphrase: '생크림' });
    expect((await inspectBackup(file, '생크림'.normalize('NFD'))).kind).toBe('whole');
  });

  test('a stopped backup ends its stream with the reason, a book that cannot be read with its failure', async () => {
    const book = openBook('a');
    await addOrder(book, '가');
    const stop = new AbortController();
    stop.abort();
    await expect(backUp(book, { signal: stop.signal })).rejects.toThrow();
    const store = {
      ...book.store,
      readTransactions: () => Promise.reject(new StorageFailure('lost', null)),
    };
    await expect(backUp(book, { store })).rejects.toThrow('storage: lost');
  });
});

describe('joining that goes wrong half-way', () => {
  test('a full disk is told with what has been joined; trying again finishes it', async () => {
    const book = openBook('a');
    await addOrder(book, '가', await addPhoto(book, 'x'));
    const file = await backUp(book);
    const empty = openBook('b');
    const photos = { putRaw: async () => ({ ok: false, problem: 'disk-full', cause: null }) as const };
    expect(await joinBackup({ store: empty.store, photos, inspected: await looked(file) })).toMatchObject({
      ok: false,
      problem: 'disk-full',
      joined: { transactions: 1, photos: 0 },
    });
    expect(await joinFile(empty, file)).toMatchObject({ ok: true, joined: { transactions: 0, photos: 1 } });
  });

  test('stopping between two pieces keeps what was joined', async () => {
    const book = openBook('a');
    await addOrder(book, '가');
    const stop = new AbortController();
    stop.abort();
    const inspected = await looked(await backUp(book));
    expect(await joinBackup({ ...openBook('b'), inspected, signal: stop.signal })).toMatchObject({
      ok: false,
      problem: 'stopped',
    });
  });
});

describe('backups written by version 1', () => {
  const fixture = (name: string) => new Blob([readFileSync(join(import.meta.dirname, '../fixtures', name))]);

  test.each([
    ['backup-v1.pickupnote', null],
    ['backup-v1-encrypted.pickupnote', '생크림 딸기 케이크 2호'],
  ])('BK-7 %s is joined by the code of today', async (name, passphrase) => {
    const book = openBook('now');
    const inspected = await looked(fixture(name), passphrase);
    expect(inspected.summary).toMatchObject({ shopName: '하늘 케이크', transactions: 4, orders: 2, photos: 2 });
    expect(await joinBackup({ ...book, inspected })).toMatchObject({
      ok: true,
      joined: { transactions: 4, photos: 2, photosDamaged: 0 },
    });
    const rows = await book.store.queries.day(localDate('2022-10-15')).run();
    expect(rows.map((row) => row.name).sort()).toEqual(['김민주', '박서준']);
    expect((await book.store.queries.history('order-김민지' as Eid).run()).length).toBe(2);
  });
});
