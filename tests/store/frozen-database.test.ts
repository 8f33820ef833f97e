// Frozen sample databases of every version: what a tablet brings along when the app is updated (docs/rules.md ST-18).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { SCHEMA_VERSION } from '../../src/merge/catalogue.ts';
import type { RootRecord } from '../../src/store/book-write.ts';
import { SHOP_DATABASE_VERSION } from '../../src/store/browser-storage.ts';
import { DERIVED_VERSION } from '../../src/store/derive.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { freshenRows } from '../../src/store/rebuild.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { SHOP_TABLES, TABLE_NAMES } from '../../src/store/storage.ts';
import { deriveFrozen, type FrozenRows, rowsOf } from './frozen-rows.ts';
import { type FrozenDatabase, makeSampleBook } from './sample-book.ts';
import { testEnv } from './store-makers.ts';

const folder = join(import.meta.dirname, '../fixtures');
const read = <Content>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Content; // made by scripts/freeze-database.mjs
const samples = readdirSync(folder)
  .filter((name) => /^database-v\d+-schema\d+\.json$/.test(name))
  .map((name) => ({
    name,
    frozen: read<FrozenDatabase>(name),
    golden: read<FrozenRows>(name.replace('.json', '.rows.json')),
  }));

async function openFrozen(frozen: FrozenDatabase) {
  const storage = createMemoryStorage();
  await storage.transact('write', TABLE_NAMES, async (tx) => {
    for (const name of TABLE_NAMES) await tx.putMany(name, frozen.tables[name] ?? []);
  });
  return { storage, store: openShopStore({ storage, env: testEnv('f') }) };
}

test('ST-18 the present version of the database and of the catalogue has its frozen sample', () => {
  const frozen = samples.map((sample) => [sample.frozen.database, sample.frozen.schema]);
  // Missing? node scripts/freeze-database.mjs
  expect(frozen).toContainEqual([SHOP_DATABASE_VERSION, SCHEMA_VERSION]);
});

test('ST-18 tables and indexes do not change while the version stays', () => {
  for (const { frozen } of samples) {
    if (frozen.database === SHOP_DATABASE_VERSION)
      expect(frozen.layout).toEqual(JSON.parse(JSON.stringify(SHOP_TABLES)));
  }
});

test('ST-18 the sample is made the same each time', async () => {
  expect(JSON.parse(JSON.stringify(await makeSampleBook()))).toEqual(
    JSON.parse(JSON.stringify(await makeSampleBook())),
  );
});

describe.each(samples)('$name', ({ frozen, golden }) => {
  test('ST-18 today derives the rows that are written down for it', async () => {
    // Changed on purpose? Raise DERIVED_VERSION, then: node scripts/freeze-database.mjs --rows
    expect(golden.derived).toBe(DERIVED_VERSION);
    expect(JSON.parse(JSON.stringify(await deriveFrozen(frozen)))).toEqual(golden);
  });

  test('ST-18 rows of another version are made anew once, and again when a tab of that version wrote since', async () => {
    const { storage, store } = await openFrozen(frozen);
    const olderTabWrites = () =>
      storage.transact('write', ['roots', 'meta'], async (tx) => {
        for (const record of await tx.list<RootRecord>('roots')) await tx.put('roots', { ...record, row: '{}' });
        await tx.put('meta', { key: 'derived', version: DERIVED_VERSION - 1 });
      });
    await olderTabWrites();
    expect(await freshenRows(storage)).toBe(true);
    expect(JSON.parse(JSON.stringify(rowsOf(storage.dump().roots ?? [])))).toEqual(golden.tables.rows);
    expect(await freshenRows(storage)).toBe(false);
    expect(await freshenRows(createMemoryStorage())).toBe(false);
    await olderTabWrites();
    expect(await freshenRows(storage)).toBe(true);
    // This version writing beside a newer one leaves its own mark.
    await storage.transact('write', ['meta'], (tx) => tx.put('meta', { key: 'derived', version: DERIVED_VERSION + 1 }));
    await store.commit({ edits: [{ kind: 'order', eid: 'confirmed' as Eid, set: { name: '손님 라' } }] });
    expect(storage.dump().meta).toContainEqual({ key: 'derived', version: DERIVED_VERSION });
  });

  test('ST-18 its troubles are still shown, and what privacy took is still gone', async () => {
    const { store } = await openFrozen(frozen);
    const conflictsOf = async (eid: string) =>
      (await store.queries.order(eid as Eid).run())?.conflicts.map(({ field }) => field).sort();
    expect(await conflictsOf('making')).toEqual(['name']);
    expect((await store.queries.order('making' as Eid).run())?.order).toMatchObject({
      status: 'handed-over',
      memo: '첫 줄!\n둘째 줄',
    });
    expect(await conflictsOf('ready')).toEqual(['deleted']);
    expect((await store.queries.order('cancelled' as Eid).run())?.order.deleted).toBe(true);
    expect((await store.queries.order('no-show' as Eid).run())?.order).toMatchObject({ memo: '지운 뒤에 적음' });
    expect((await store.queries.order('no-show' as Eid).run())?.order.items).toHaveLength(1);
    expect(JSON.stringify(frozen.tables)).not.toContain('손님 handed-over');
  });

  test('ST-18 what a newer version wrote is still there after it was edited here', async () => {
    const { storage, store } = await openFrozen(frozen);
    await store.commit({ edits: [{ kind: 'order', eid: 'confirmed' as Eid, set: { name: '손님 다' } }] });
    const registers = JSON.stringify(storage.dump().roots);
    for (const words of ['later', '나중', 'future-root']) expect(registers).toContain(words);
    expect(JSON.stringify(await store.readTransactions(null, 1000))).toContain('"schema":9');
  });

  test('ST-18 a book joined from it is the same book', async () => {
    const { store } = await openFrozen(frozen);
    const storage = createMemoryStorage();
    const copy = openShopStore({ storage, env: testEnv('g') });
    await copy.join(await store.readTransactions(null, 10_000));
    const { roots, months, customers, entries } = storage.dump();
    const rows = rowsOf(roots ?? []);
    expect(JSON.parse(JSON.stringify({ rows, months, customers, entries }))).toEqual(golden.tables);
  });
});
