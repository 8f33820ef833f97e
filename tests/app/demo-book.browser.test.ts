// The demo shop filled twice at once, and again after it was ended half-way: one shop (docs/rules.md DS-9).
import { afterEach, expect, test } from 'vitest';
import { fillDemoBook } from '../../src/app/demo-book.ts';
import type { Instant } from '../../src/domain/time.ts';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { openPhotoStore } from '../../src/store/photo-database.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';

const names = { shop: 'demo-book-test', photos: 'demo-book-test-photos' };
let now = Date.parse('2022-10-15T12:20:00+09:00');
const env = { now: () => now++ as Instant, newId: () => 'id', newSession: () => '00000000000000aa' };

afterEach(async () => {
  await deleteDatabase(names.shop);
  await deleteDatabase(names.photos);
});

async function openTab() {
  const store = openShopStore({ storage: await openDexieStorage({ name: names.shop }), env });
  const photos = openPhotoStore({ name: names.photos });
  return {
    store,
    fill: async (through: ShopStore = store) =>
      await fillDemoBook({ store: through, photos, env, language: 'ko', shop: await store.queries.shop().run() }),
    close() {
      store.close();
      photos.close();
    },
  };
}
const countOf = async (store: ShopStore) => ({
  orders: (await store.queries.page(null, 10_000).run()).length,
  conflicts: await store.queries.flagCount('conflict').run(),
});

test('DS-9 two fillings at once, or a second after the first was cut off, make the one shop', async () => {
  const one = await openTab();
  expect(await one.fill()).toBe(true);
  const whole = await countOf(one.store);
  expect(whole.orders).toBeGreaterThan(400);
  one.close();
  await deleteDatabase(names.shop);

  const [left, right] = [await openTab(), await openTab()];
  expect((await Promise.all([left.fill(), right.fill()])).sort()).toEqual([false, true]);
  expect(await countOf(left.store)).toEqual(whole);
  left.close();
  right.close();
  await deleteDatabase(names.shop);

  const cut = await openTab();
  const halfway: ShopStore = {
    ...cut.store,
    join: async (transactions) => {
      await cut.store.join(transactions.slice(0, transactions.length / 2));
      throw new Error('killed');
    },
  };
  await expect(cut.fill(halfway)).rejects.toThrow('killed');
  expect(await cut.fill()).toBe(true);
  expect(await countOf(cut.store)).toEqual(whole);
  expect(await cut.fill()).toBe(false);
  cut.close();
});
