// What has to be looked at, followed as the book changes (docs/rules.md CK).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore, type Query } from '../../src/store/shop-store.ts';
import { type ToCheckRead, watchToCheck } from '../../src/ui/check/watch-to-check.ts';
import { takeOrder, testEnv, written } from '../store/store-makers.ts';

function openWatched() {
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  const runs = { settings: 0, lists: 0 };
  const counted = <Answer>(query: Query<Answer>, what: keyof typeof runs): Query<Answer> => ({
    ...query,
    run: () => {
      runs[what] += 1;
      return query.run();
    },
  });
  const { queries, subscribe } = store;
  let fail = false;
  const watched = {
    subscribe,
    queries: {
      ...queries,
      shopDocument: () => counted(queries.shopDocument(), 'settings'),
      flagged: (...asked: Parameters<typeof queries.flagged>) => {
        const query = counted(queries.flagged(...asked), 'lists');
        return { ...query, run: () => (fail ? Promise.reject(new Error('lost')) : query.run()) };
      },
    },
  };
  const reads: ToCheckRead[] = [];
  const failures: unknown[] = [];
  const stop = watchToCheck(watched, {
    delayMs: 0,
    onRead: (read) => reads.push(read),
    onFailure: (error) => failures.push(error),
  });
  return { store, runs, reads, failures, stop, breakLists: (isBroken: boolean) => (fail = isBroken) };
}
const editShop = (name: string) => ({ edits: [{ kind: 'shop' as const, eid: 'shop' as Eid, set: { name } }] });

test('CK-1 CK-3 a changed order reads no settings again, a changed setting no orders; both are up to date', async () => {
  const { store, runs, reads, stop } = openWatched();
  await expect.poll(() => reads.length).toBe(1);
  expect(runs).toEqual({ settings: 1, lists: 5 });
  await takeOrder(store);
  await expect.poll(() => reads.at(-1)?.rows.length ?? 0).toBeGreaterThan(0);
  expect(runs.settings).toBe(1);
  const listsRead = runs.lists;
  const [before] = reads.slice(-1);
  written(await store.commit(editShop('달콤공방')));
  await expect.poll(() => reads.at(-1)?.settings.shop.name).toBe('달콤공방');
  expect(runs.lists).toBe(listsRead);
  expect(reads.at(-1)?.rows).toEqual(before?.rows);
  stop();
});

test('a read that failed is told, and tried again with the next change', async () => {
  const { store, reads, failures, stop, breakLists } = openWatched();
  breakLists(true);
  await expect.poll(() => failures.length).toBe(1);
  breakLists(false);
  await takeOrder(store);
  await expect.poll(() => reads.length).toBe(1);
  stop();
});
