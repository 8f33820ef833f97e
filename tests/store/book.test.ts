// The book as a whole: what screens read follows from registers alone, whoever wrote, in whatever order it arrived.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { type LocalDate, localDate, localTime } from '../../src/domain/time.ts';
import type { Transaction } from '../../src/merge/op.ts';
import type { RootRecord } from '../../src/store/book-write.ts';
import type { AnyEdit, Change } from '../../src/store/change.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { type Notice, openShopStore, type Query, type ShopStore } from '../../src/store/shop-store.ts';
import type { TableName } from '../../src/store/storage.ts';
import { createTabs, orderEdits, SATURDAY, takeOrder, testEnv, written } from './store-makers.ts';

type Twin = ReturnType<typeof createMemoryStorage>;
const DERIVED: readonly TableName[] = ['roots', 'months', 'customers', 'entries'];
/** A row that no order has, on a day that none is on. */
const INVENTED = { day: '2022-12-25', sort: '09:00', flags: ['open'], row: '{}' };
const LOST = { day: undefined, sort: undefined, flags: undefined, tail: undefined, row: undefined };
const derivedOf = (storage: Twin) => {
  const dump = storage.dump();
  return Object.fromEntries(DERIVED.map((table) => [table, dump[table]]));
};

const day = fc.constantFrom('2022-10-14', '2022-10-15', '2022-10-16');
const order = fc.constantFrom('o1', 'o2', 'o3');
const edit: fc.Arbitrary<Change> = fc.oneof(
  fc
    .record({ eid: order, day, at: fc.constantFrom('10:00', '13:30') })
    .map((wanted): Change => ({ edits: orderEdits(wanted), numberFor: wanted.eid as Eid })),
  fc
    .record({ eid: order, name: fc.constantFrom('김민지', '이서연', null) })
    .map(({ eid, name }): Change => ({ edits: [{ kind: 'order', eid: eid as Eid, set: { name, phone: null } }] })),
  fc.record({ eid: order, status: fc.constantFrom('making', 'handed-over', 'cancelled', 'confirmed') }).map(
    ({ eid, status }): Change => ({
      edits: [{ kind: 'order', eid: eid as Eid, set: { status: status as 'making' } }],
    }),
  ),
  fc.record({ eid: order, quantity: fc.integer({ min: 1, max: 4 }), deleted: fc.boolean() }).map(
    ({ eid, quantity, deleted }): Change => ({
      edits: [{ kind: 'item', eid: `${eid}/i0` as Eid, set: { quantity, deleted } }],
    }),
  ),
  fc.record({ eid: order, date: fc.option(day) }).map(
    ({ eid, date }): Change => ({
      edits: [
        {
          kind: 'order',
          eid: eid as Eid,
          set: {
            pickup:
              date === null
                ? null
                : { date: localDate(date), start: localTime('18:00'), end: null, precision: 'about' },
          },
        },
      ],
    }),
  ),
  fc
    .record({ eid: order, deleted: fc.boolean() })
    .map(({ eid, deleted }): Change => ({ edits: [{ kind: 'order', eid: eid as Eid, set: { deleted } }] })),
  fc.constantFrom<Change>(
    {
      edits: [
        { kind: 'customer', eid: 'c' as Eid, set: { name: '김민지', phone: { e164: null, text: '010-0000-1234' } } },
      ],
    },
    { edits: [{ kind: 'customer', eid: 'c' as Eid, set: { deleted: true } }] },
    { edits: [{ kind: 'customer', eid: 'c' as Eid, set: { deleted: false } }] },
    { edits: [{ kind: 'menuEntry', eid: 'shop/m' as Eid, set: { group: 'size', name: '1호' } }] },
    { edits: [{ kind: 'menuEntry', eid: 'shop/m' as Eid, set: { deleted: true } }] },
    { edits: [], redactions: [{ kind: 'order', eid: 'o1' as Eid, field: 'name' }] },
    {
      edits: [
        {
          kind: 'photo',
          eid: 'o1/p' as Eid,
          set: { picture: { sha: 'ab', mime: 'image/jpeg', width: 1, height: 1, bytes: 1 }, role: 'agreed' },
        },
      ],
    },
  ),
);
interface Act {
  readonly change: Change;
  readonly tablet: number;
  /** Forget what was seen: the edit then stands beside what came meanwhile. */
  readonly blind: boolean;
}
const acts: fc.Arbitrary<Act[]> = fc.array(fc.record({ change: edit, tablet: fc.nat(1), blind: fc.boolean() }), {
  maxLength: 14,
});

const withoutSeeing = (change: Change): Change => ({
  ...change,
  edits: change.edits.map((one) => ({ ...one, seen: new Map() }) as AnyEdit),
});

/** Two tablets that never meet; the transactions of both. */
async function work(
  list: readonly Act[],
): Promise<{ readonly storages: readonly Twin[]; readonly all: Transaction[] }> {
  const storages = [createMemoryStorage(), createMemoryStorage()];
  const stores = storages.map((storage, index) =>
    openShopStore({ storage, env: testEnv('ab'[index] ?? 'x'), letter: 'AB'[index] ?? 'X' }),
  );
  for (const { change, tablet, blind } of list) {
    const store = stores[tablet];
    if (store !== undefined) written(await store.commit(blind ? withoutSeeing(change) : change));
  }
  const all = (await Promise.all(stores.map((store) => store.readTransactions(null, 1000)))).flat();
  return { storages, all };
}
async function joined(pieces: readonly (readonly Transaction[])[]): Promise<{ storage: Twin; store: ShopStore }> {
  const storage = createMemoryStorage();
  const store = openShopStore({ storage, env: testEnv('z') });
  for (const piece of pieces) await store.join(piece);
  return { storage, store };
}

/** Keeps an answer as a screen does, and compares it with the answer read again. */
async function watch<Answer>(query: Query<Answer>) {
  let shown: Answer = await query.run();
  return async (notices: readonly Notice[]) => {
    for (const notice of notices) {
      if (!query.isTouchedBy(notice)) continue;
      shown = query.patch?.(shown, notice) ?? (await query.run());
      // A notice from another tab has no rows: whatever is touched is read again.
      const isTouchedFromElsewhere = query.isTouchedBy({ ...notice, rows: [], isLocal: false });
      expect([query.key, isTouchedFromElsewhere]).toEqual([query.key, true]);
    }
    expect([query.key, shown]).toEqual([query.key, await query.run()]);
  };
}

describe('after any edits', () => {
  test('ST-13 rows, days, customers and settings equal those made anew from registers', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const { storages } = await work(list);
        for (const storage of storages) {
          const before = storage.dump();
          await openShopStore({ storage, env: testEnv('r') }).rebuild();
          expect(storage.dump()).toEqual(before);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('ST-13 also when the rows had been damaged, lost, or invented', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(6), async (list, keep) => {
        const { all } = await work(list);
        const { storage, store } = await joined([all]);
        const before = storage.dump();
        await storage.transact('write', DERIVED, async (tx) => {
          for (const [index, record] of (await tx.list<RootRecord>('roots')).entries())
            if (index % 7 !== keep) await tx.put('roots', { ...record, ...(index % 2 === 0 ? LOST : INVENTED) });
          for (const table of ['months', 'customers', 'entries'] as const) {
            const keys = await tx.keys(table);
            for (const [index, key] of keys.entries()) if (index % 7 !== keep) await tx.remove(table, key);
          }
          const wrong = { orders: 99, items: 3, slots: {} };
          await tx.put('months', { month: '2022-12', days: { '2022-12-25': wrong } });
          await tx.put('months', { month: '2022-10', days: { '2022-10-15': wrong, '2022-10-31': wrong } });
          await tx.put('customers', { eid: 'ghost', name: '?', tail: '1234' });
          await tx.put('entries', { eid: 'shop/ghost', kind: 'menuEntry', values: {} });
        });
        await store.rebuild();
        expect(storage.dump()).toEqual(before);
      }),
      { numRuns: 60 },
    );
  });

  test('ST-13 a book joined in any order and any pieces is the same book', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.infiniteStream(fc.nat(1000)), fc.nat(5), async (list, chance, cut) => {
        const { all } = await work(list);
        const shuffled = [...all].map((tx) => [chance.next().value, tx] as const).sort((a, b) => a[0] - b[0]);
        const order = shuffled.map(([, tx]) => tx);
        const whole = await joined([all]);
        const pieces = await joined([order.slice(0, cut), order, order.slice(cut), all]);
        expect(derivedOf(pieces.storage)).toEqual(derivedOf(whole.storage));
        expect(pieces.storage.dump().sessions).toEqual(whole.storage.dump().sessions);
        // Joined ones lie in runs; what matters is that they are the same.
        expect(await pieces.store.readTransactions(null, 10_000)).toEqual(
          await whole.store.readTransactions(null, 10_000),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('ST-13 an old book joined again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(10), async (list, age) => {
        const { all } = await work(list);
        const { storage, store } = await joined([all]);
        const before = storage.dump();
        const copies = all.slice(0, age);
        expect(await store.join([...copies, ...copies])).toEqual({ added: 0 });
        expect(await (await joined([])).store.join([...copies, ...copies])).toEqual({ added: copies.length });
        expect(storage.dump()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });

  test('ST-14 a list patched by what changed is the list read again', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
        const notices: Notice[] = [];
        store.subscribe((notice) => notices.push(notice));
        const { queries } = store;
        const watched = await Promise.all([
          watch(queries.day(SATURDAY)),
          watch(queries.day('')),
          watch(queries.range('2022-10-14' as LocalDate, '2022-10-15' as LocalDate)),
          watch(queries.loads('2022-10-14' as LocalDate, '2022-10-16' as LocalDate)),
          watch(queries.order('o1' as Eid)),
          watch(queries.history('o1' as Eid)),
          watch(queries.flagged('open')),
          watch(queries.flagCount('lacking')),
          watch(queries.customersByTail('1234')),
          watch(queries.shop()),
          watch(queries.outbox()),
          watch(queries.rowsOf(['o1', 'o2'])),
          watch(queries.hasPicture('ab')),
        ]);
        for (const { change } of list) {
          notices.length = 0;
          written(await store.commit(change));
          for (const check of watched) await check(notices);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('two tabs on one book', () => {
  function open() {
    const storage = createMemoryStorage();
    const channel = createTabs();
    const env = testEnv();
    const tabs = [0, 1].map(() => openShopStore({ storage, env, channel: channel() }));
    const [one, two] = tabs;
    if (one === undefined || two === undefined) throw new Error('no tabs');
    return { storage, one, two, channel };
  }

  test('ST-15 each hears of what the other wrote, and reads it', async () => {
    const { one, two } = open();
    const heard: Notice[] = [];
    two.subscribe((notice) => heard.push(notice));
    await takeOrder(one);
    expect(heard).toMatchObject([{ roots: ['o'], days: [SATURDAY], isLocal: false, rows: [] }]);
    const query = two.queries.day(SATURDAY);
    expect(heard.every((notice) => query.isTouchedBy(notice))).toBe(true);
    expect(await query.run()).toHaveLength(1);
    await one.drafts.put('new-order', { name: '김' });
    expect(heard.at(-1)?.drafts).toEqual(['new-order']);
  });

  test('ST-15 numbers are given once, however the tabs hurry', async () => {
    const { one, two } = open();
    const eids = Array.from({ length: 20 }, (_, index) => `o${index}`);
    const results = await Promise.all(
      eids.map((eid, index) => (index % 2 ? one : two).commit({ edits: orderEdits({ eid }), numberFor: eid as Eid })),
    );
    const numbers = results.map((result) => written(result).number);
    expect(new Set(numbers).size).toBe(20);
    expect((await one.queries.loads(SATURDAY, SATURDAY).run()).get(SATURDAY)).toMatchObject({
      orders: 20,
      slots: { '13:30': 20 },
    });
  });

  test('ST-15 two forms on one order make a conflict that each tab shows and either settles', async () => {
    const { one, two } = open();
    const eid = await takeOrder(one);
    const seen = (await one.queries.order(eid).run())?.seen ?? new Map();
    const save = (store: ShopStore, name: string, saw: typeof seen) =>
      store.commit({ edits: [{ kind: 'order', eid, set: { name }, seen: saw }] });
    await Promise.all([save(one, '가', seen), save(two, '나', seen)]);
    const [a, b] = [await one.queries.order(eid).run(), await two.queries.order(eid).run()];
    expect(a).toEqual(b);
    expect(a?.conflicts).toHaveLength(1);
    expect(await two.queries.flagged('conflict').run()).toHaveLength(1);
    await save(two, '나', b?.seen ?? new Map());
    expect((await one.queries.order(eid).run())?.conflicts).toEqual([]);
    expect(await one.queries.flagCount('conflict').run()).toBe(0);
  });

  test.each([null, 5, 'x', {}, { roots: 'o' }, { roots: [], kinds: [], days: [], drafts: [], device: [] }])(
    'ST-15 a notice that cannot be read (%j) means that everything may have changed',
    async (message) => {
      const { storage, channel } = open();
      const other = channel();
      const store = openShopStore({ storage, env: testEnv('y'), channel: other });
      const heard: Notice[] = [];
      store.subscribe((notice) => heard.push(notice));
      channel().post(message);
      expect(heard).toMatchObject([{ isAll: true, isLocal: false }]);
    },
  );

  test('ST-15 a tab that was closed while it wrote does not fail', async () => {
    const { one } = open();
    const writing = one.commit({ edits: orderEdits() });
    one.close();
    expect((await writing).ok).toBe(false);
  });
});

test('ST-16 a joined book moves the numbers of every letter on', async () => {
  const other = openShopStore({ storage: createMemoryStorage(), env: testEnv('b'), letter: 'B' });
  for (let index = 0; index < 12; index++) await takeOrder(other, { eid: `b${index}` });
  const storage = createMemoryStorage();
  const mine = openShopStore({ storage, env: testEnv() });
  await takeOrder(mine);
  await mine.join(await other.readTransactions(null, 100));
  expect(written(await mine.commit({ edits: orderEdits({ eid: 'p' }), numberFor: 'p' as Eid })).number).toBe('A-2');
  const renamed = openShopStore({ storage, env: testEnv('c'), letter: 'B' });
  expect(written(await renamed.commit({ edits: orderEdits({ eid: 'q' }), numberFor: 'q' as Eid })).number).toBe('B-13');
});

test("ST-16 a count that a foreign transaction took in this tab's name is never used again", async () => {
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  await takeOrder(store);
  await store.join([
    {
      ...{ session: store.session, n: 8, lamport: 1, at: 0, actor: '', schema: 1 },
      ops: [{ kind: 1, eid: 'x', field: 5, sup: [], value: 'x' }],
    },
  ]);
  await takeOrder(store, { eid: 'p' });
  await takeOrder(store, { eid: 'q' });
  expect(await store.queries.day(SATURDAY).run()).toHaveLength(3);
  const all = await store.readTransactions(null, 10);
  const dots = all.flatMap(({ session, n, ops }) => ops.map((_, index) => `${n + index} ${session}`));
  expect(new Set(dots).size).toBe(dots.length);
});

test('ST-17 history tells who changed what, from what to what, newest first', async () => {
  const store = openShopStore({ storage: createMemoryStorage(), env: testEnv() });
  store.setActor('staff-1');
  const eid = await takeOrder(store);
  store.setActor('');
  written(await store.commit({ edits: [{ kind: 'order', eid, set: { name: '김민주' } }] }));
  const history = await store.queries.history(eid).run();
  expect(history.map(({ actor, changes }) => [actor, changes.length])).toEqual([
    ['', 1],
    ['staff-1', 5],
  ]);
  expect(history[0]?.changes).toEqual([
    { eid, kind: 'order', field: 'name', value: '김민주', replaced: ['김민지'], isRedaction: false, isBlanked: false },
  ]);
});

test('ST-17 everything that was typed is in the history, also what another value has replaced', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (list) => {
      const { all } = await work(list.filter(({ change }) => change.redactions === undefined));
      const { store } = await joined([[...all].reverse()]);
      const kept = JSON.stringify((await store.readTransactions(null, 1000)).map((tx) => tx.ops));
      for (const tx of all) for (const op of tx.ops) expect(kept).toContain(JSON.stringify(op.value));
    }),
    { numRuns: 30 },
  );
});
