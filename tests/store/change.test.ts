// An edit replaces only what its author saw, and says nothing about what he did not change (docs/rules.md MG-15 to MG-18).
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { type LocalDate, localTime } from '../../src/domain/time.ts';
import type { AnyEdit, EditableFields } from '../../src/store/change.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { type OrderDocument, openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import { orderEdits, SATURDAY, takeOrder, testEnv, written } from './store-makers.ts';

const storages = new WeakMap<ShopStore, ReturnType<typeof createMemoryStorage>>();
const O = 'o' as Eid;
const I = 'o/i0' as Eid;

/** Two tabs on one book, with an order in it. */
async function twoTabs(fields: EditableFields<'order'> = {}) {
  const storage = createMemoryStorage();
  const env = testEnv();
  const [mine, other] = [openShopStore({ storage, env }), openShopStore({ storage, env })];
  storages.set(mine, storage);
  await takeOrder(mine, { fields });
  return { storage, mine, other };
}
async function look(store: ShopStore): Promise<OrderDocument> {
  const document = await store.queries.order(O).run();
  if (document === null) throw new Error('no order');
  return document;
}
const set = async (store: ShopStore, fields: EditableFields<'order'>, more: Partial<AnyEdit> = {}) =>
  written(await store.commit({ edits: [{ kind: 'order', eid: O, set: fields, ...more } as AnyEdit] }));
const countOps = async (store: ShopStore) =>
  (await store.readTransactions(null, 1000)).reduce((sum, tx) => sum + tx.ops.length, 0);

describe('a form', () => {
  test('MG-15 says nothing about fields that its author left as he saw them', async () => {
    const { mine, other } = await twoTabs({ payer: '박은행' });
    const { seen, order } = await look(mine);
    await set(other, { name: '김민주' });
    const before = await countOps(mine);
    await set(mine, { name: order.name, payer: '이은행', memo: null, price: null, deleted: false }, { seen });
    expect((await countOps(mine)) - before).toBe(1);
    const now = await look(mine);
    expect([now.order.name, now.order.payer, now.conflicts]).toEqual(['김민주', '이은행', []]);
  });

  test('MG-15 stands beside what came meanwhile, also in a field that was empty when it was opened', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { name: '김민주', payer: '박은행' });
    await set(mine, { name: '김미나', payer: '이은행' }, { seen });
    const { conflicts } = await look(mine);
    expect(conflicts.map(({ field, contenders }) => [field, contenders.map(({ value }) => value)])).toEqual([
      ['name', ['김미나', '김민주']],
      ['payer', ['이은행', '박은행']],
    ]);
  });

  test('MG-15 that saw both values settles them, whichever it keeps', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { name: '김민주' });
    await set(mine, { name: '김미나' }, { seen });
    const disputed = await look(mine);
    await set(mine, { name: disputed.order.name }, { seen: disputed.seen });
    expect((await look(mine)).conflicts).toEqual([]);
  });

  test('MG-15 with the same change as the other is no conflict', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { name: '김민주' });
    await set(mine, { name: '김민주' }, { seen });
    expect((await look(mine)).conflicts).toEqual([]);
  });

  test('MG-8 merges a note with what another wrote since, by the text that it began from', async () => {
    const { mine, other } = await twoTabs({ memo: '첫 줄\n\n둘째 줄' });
    const { seen } = await look(mine);
    await set(other, { memo: '첫 줄!\n\n둘째 줄' });
    await set(other, { memo: '첫 줄!!\n\n둘째 줄' });
    await set(mine, { memo: '첫 줄\n\n둘째 줄?' }, { seen });
    const { order, conflicts } = await look(mine);
    expect([order.memo, conflicts]).toEqual(['첫 줄!!\n\n둘째 줄?', []]);
  });

  test('MG-7 that steps back from what it saw does not pass for a step forward', async () => {
    const { mine, other } = await twoTabs({ status: 'ready' });
    const { seen } = await look(mine);
    await set(other, { status: 'handed-over' });
    await set(mine, { status: 'making' }, { seen });
    expect((await look(mine)).conflicts.map(({ field }) => field)).toEqual(['status']);
  });
});

test('MG-15 a form whose values this book never had says all it says', async () => {
  const { mine, other } = await twoTabs();
  const seen = new Map([[O as string, new Map([['name', [['elsewhere', 3] as const]]])]]);
  await set(other, { name: null }, { seen });
  expect((await look(mine)).conflicts).toHaveLength(1);
});

describe('a button', () => {
  test('MG-16 replaces what was shown beside it', async () => {
    const { mine } = await twoTabs({ status: 'confirmed' });
    await set(mine, { status: 'making' }, { was: { status: 'confirmed' } });
    expect((await look(mine)).order.status).toBe('making');
  });
  test('MG-16 of two tablets forward: the furthest wins', async () => {
    const { mine, other } = await twoTabs({ status: 'confirmed' });
    await set(other, { status: 'ready' }, { was: { status: 'making' } });
    await set(mine, { status: 'making' }, { was: { status: 'confirmed' } });
    const { order, conflicts } = await look(mine);
    expect([order.status, conflicts]).toEqual(['ready', []]);
  });
  test('MG-16 cancelled against handed over is asked about', async () => {
    const { mine, other } = await twoTabs({ status: 'ready' });
    await set(other, { status: 'handed-over' }, { was: { status: 'ready' } });
    await set(mine, { status: 'cancelled' }, { was: { status: 'ready' } });
    expect((await look(mine)).conflicts).toHaveLength(1);
  });
  test('MG-16 an undone step stays a step back, whatever is pressed after it', async () => {
    const { mine, other } = await twoTabs({ status: 'ready' });
    const { seen } = await look(other);
    await set(mine, { status: 'confirmed' }, { was: { status: 'ready' } });
    await set(mine, { status: 'making' }, { was: { status: 'confirmed' } });
    await set(other, { status: 'handed-over' }, { seen });
    expect((await look(mine)).conflicts).toHaveLength(1);
  });
  test('MG-16 pressed beside one of two values it replaces that one; the other is still asked about', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { name: '김민주' });
    await set(mine, { name: '김미나' }, { seen });
    const third = openShopStoreOn(mine);
    await set(third, { name: '김유나' }, { was: { name: '김미나' } });
    const { conflicts } = await look(mine);
    expect(conflicts[0]?.contenders.map(({ value }) => value).sort()).toEqual(['김민주', '김유나']);
  });
  test('MG-16 that was shown a blank stands beside what came meanwhile', async () => {
    const { mine, other } = await twoTabs();
    await set(other, { memo: '문 앞에' });
    await set(mine, { memo: '전화 먼저' }, { was: { memo: null } });
    expect((await look(mine)).conflicts).toHaveLength(1);
  });
});

/** Another tab on the same book as `store` (the storage is found again by the test's own map). */
function openShopStoreOn(store: ShopStore): ShopStore {
  const storage = storages.get(store);
  if (storage === undefined) throw new Error('unknown store');
  return openShopStore({ storage, env: testEnv('b') });
}

describe('deleting', () => {
  test('MG-11 together with other edits of the same change deletes', async () => {
    const { mine } = await twoTabs();
    await set(mine, { deleted: true, status: 'cancelled', memo: '손님이 취소' });
    expect((await look(mine)).order.deleted).toBe(true);
    await set(mine, { status: 'confirmed', deleted: false });
    expect((await look(mine)).order.deleted).toBe(false);
  });
  test('MG-11 from a form that did not see an edit keeps the order visible and asks', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { memo: '초 여덟 개로' });
    await set(mine, { deleted: true }, { seen });
    const { order, conflicts } = await look(mine);
    expect([order.deleted, conflicts.map(({ field }) => field)]).toEqual([false, ['deleted']]);
    // Deciding either way settles it.
    await set(mine, { deleted: true }, { seen: (await look(mine)).seen });
    expect((await look(mine)).order.deleted).toBe(true);
  });
  test('MG-11 kept by the person who was asked', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { memo: '초 여덟 개로' });
    await set(mine, { deleted: true }, { seen });
    await set(mine, { deleted: false }, { seen: (await look(mine)).seen });
    const { order, conflicts } = await look(mine);
    expect([order.deleted, conflicts]).toEqual([false, []]);
  });
  test('MG-11 a form that knew nothing of the deletion does not undo it by saying so', async () => {
    const { mine, other } = await twoTabs();
    const { seen, order } = await look(mine);
    await set(other, { deleted: true });
    await set(mine, { name: order.name, deleted: order.deleted }, { seen });
    expect((await look(mine)).order.deleted).toBe(true);
  });
  test('MG-11 a value of a newer version does not stand in the way of a form that deletes', async () => {
    const { mine } = await twoTabs();
    await mine.join([
      {
        ...{ session: 'new', n: 1, lamport: 1, at: 0, actor: '', schema: 9 },
        ops: [{ kind: 1, eid: O, field: 999, sup: [], value: 'new' }],
      },
    ]);
    await set(mine, { deleted: true }, { seen: (await look(mine)).seen });
    expect((await look(mine)).order.deleted).toBe(true);
  });
  test('MG-11 what is deleted asks nothing', async () => {
    const { mine, other } = await twoTabs();
    const { seen } = await look(mine);
    await set(other, { name: '김민주' });
    await set(mine, { name: '김미나' }, { seen });
    await set(mine, { deleted: true });
    expect((await look(mine)).conflicts).toEqual([]);
    expect(await mine.queries.flagCount('conflict').run()).toBe(0);
    await set(mine, { deleted: false });
    expect((await look(mine)).conflicts).toHaveLength(1);
  });
});

describe('redaction', () => {
  const redact = async (store: ShopStore, field: string, eid = O) =>
    written(await store.commit({ edits: [], redactions: [{ kind: eid === O ? 'order' : 'item', eid, field }] }));
  const dumpOf = (storage: ReturnType<typeof createMemoryStorage>) => JSON.stringify(storage.dump());

  test('MG-5 the words are in no row, register, history or outbox afterwards', async () => {
    const { storage, mine, other } = await twoTabs({ name: '비밀이름', memo: '비밀메모' });
    const { seen } = await look(mine);
    await set(other, { memo: '비밀메모 둘' });
    await set(mine, { memo: '비밀메모 셋' }, { seen });
    await redact(mine, 'name');
    await redact(mine, 'memo');
    expect(dumpOf(storage)).not.toContain('비밀');
    expect((await look(mine)).order).toMatchObject({ name: null, memo: null });
  });

  test('MG-5 nor when a form that had seen them is saved after it', async () => {
    const { storage, mine, other } = await twoTabs({ name: '비밀이름', memo: '비밀메모' });
    const { seen, order } = await look(mine);
    await redact(other, 'name');
    await redact(other, 'memo');
    await set(mine, { name: order.name, memo: `${order.memo} 더` }, { seen });
    await set(mine, { name: `${order.name}!` }, { seen });
    await set(mine, { name: `${order.name}?` }, { was: { name: order.name } });
    expect(dumpOf(storage)).not.toContain('비밀');
  });

  test('MG-5 nor when transactions from before it arrive after it', async () => {
    const old = await twoTabs({ name: '비밀이름' });
    await set(old.other, { name: '비밀이름 둘' });
    const before = await old.mine.readTransactions(null, 100);
    await redact(old.mine, 'name');
    const after = await old.mine.readTransactions(null, 100);
    const redaction = after.filter((tx) => tx.ops.some((op) => op.redact === true));
    for (const [first, second] of [
      [after, before],
      [before, after],
      [redaction, before],
    ] as const) {
      const storage = createMemoryStorage();
      const store = openShopStore({ storage, env: testEnv('z') });
      await store.join(first);
      await store.join(second);
      await store.join([...before].reverse());
      expect(dumpOf(storage)).not.toContain('비밀');
      expect((await look(store)).order.name).toBeNull();
    }
  });

  test('MG-5 a redaction that itself carries words, or claims to be known, brings none', async () => {
    const { storage, mine } = await twoTabs();
    await mine.join([
      {
        ...{ session: 'forged', n: 1, lamport: 9, at: 0, actor: '', schema: 1 },
        ops: [{ kind: 1, eid: O, field: 5, sup: [], value: '비밀이름', redact: true, past: [['forged', 1]] }],
      },
    ]);
    expect(dumpOf(storage)).not.toContain('비밀');
  });

  test('MG-5 what is typed in the knowledge of it stays', async () => {
    const { mine, other } = await twoTabs({ name: '비밀이름' });
    await redact(mine, 'name');
    await set(other, { name: '새 이름' }, { seen: (await look(other)).seen });
    expect((await look(mine)).order.name).toBe('새 이름');
    await set(mine, { name: '새 이름 둘' }, { was: { name: '새 이름' } });
    expect((await look(mine)).order.name).toBe('새 이름 둘');
    const blankSeen = await look(mine);
    await set(mine, { name: '새 이름 셋' }, { seen: blankSeen.seen });
    expect((await look(mine)).order.name).toBe('새 이름 셋');
  });

  test('MG-5 a child is redacted like its order, and the history says that it was', async () => {
    const { storage, mine } = await twoTabs();
    written(await mine.commit({ edits: [{ kind: 'item', eid: I, set: { lettering: { text: '비밀문구' } } }] }));
    await redact(mine, 'lettering', I);
    expect(dumpOf(storage)).not.toContain('비밀');
    const changes = (await mine.queries.history(O).run()).flatMap((entry) => entry.changes);
    expect(changes.filter((change) => change.field === 'lettering')).toMatchObject([
      { isRedaction: true, value: null },
      { isRedaction: false, value: null, isBlanked: true },
    ]);
  });
});

describe('shapes that this version cannot read', () => {
  const odd = [5, 'text', true, [], {}, [{}], { date: 7 }, { date: '2022-02-31' }, { text: 5 }, { minor: 'x' }, -1];
  test('MG-17 read as blank, stay in their register, and never stop a row or a screen from being made', async () => {
    const storage = createMemoryStorage();
    const store = openShopStore({ storage, env: testEnv() });
    await takeOrder(store);
    const { CATALOGUE } = await import('../../src/merge/catalogue.ts');
    const ops = Object.values(CATALOGUE).flatMap((kind) =>
      Object.values(kind.fields).flatMap((field) =>
        odd.map((value) => ({ kind: kind.no, eid: kind.no === 1 ? O : `o/k${kind.no}`, field: field.no, value })),
      ),
    );
    await store.join(
      ops.map((op, index) => ({
        // A session each, so that every value stands.
        ...{ session: `odd${index}`, n: 1, lamport: 99, at: 0, actor: '', schema: 1 },
        ops: [{ ...op, sup: [] }],
      })),
    );
    // And each alone, as the only value.
    await store.join(
      ops.map((op, index) => ({
        ...{ session: `alone${index}`, n: 1, lamport: 99, at: 0, actor: '', schema: 1 },
        ops: [{ ...op, eid: `alone${index}`, sup: [] }],
      })),
    );
    const rows = await store.queries.page(null, 10_000).run();
    expect(rows.filter((row) => row.eid === O)).toHaveLength(1);
    expect((await look(store)).order.items).toHaveLength(2);
    await store.queries.history(O).run();
    await store.queries.shop().run();
    expect(await store.rebuild()).toBe(1 + ops.length);
  });

  test('MG-17 what two wrote apart is not mixed up with a blank when one of them is of a newer version', async () => {
    const { mine } = await twoTabs();
    const { seen } = await look(mine);
    await mine.join([
      {
        ...{ session: 'new', n: 1, lamport: 99, at: 0, actor: '', schema: 9 },
        ops: [{ kind: 1, eid: O, field: 11, sup: [], value: { step: 'packed' } }],
      },
    ]);
    written(await mine.commit({ edits: [{ kind: 'order', eid: O, set: { status: 'making' }, seen }] }));
    const [conflict] = (await look(mine)).conflicts;
    expect(conflict?.field).toBe('status');
    expect(conflict?.contenders.map(({ value, isReadable }) => [value, isReadable])).toEqual([
      ['making', true],
      [null, false],
    ]);
  });

  test('MG-17 a status of a newer version is kept when it is not understood', async () => {
    const { mine } = await twoTabs();
    await mine.join([
      {
        ...{ session: 'new', n: 1, lamport: 99, at: 0, actor: '', schema: 9 },
        ops: [
          { kind: 1, eid: O, field: 10, sup: [], value: { date: SATURDAY, start: null, end: null, precision: 'soon' } },
        ],
      },
    ]);
    expect(JSON.stringify(await mine.readTransactions(null, 10))).toContain('soon');
    await set(mine, {
      pickup: { date: '2022-10-16' as LocalDate, start: localTime('10:00'), end: null, precision: 'exact' },
    });
    expect((await look(mine)).order.pickup?.date).toBe('2022-10-16');
  });
});

test('MG-18 an edit that changes nothing writes nothing', async () => {
  const { mine } = await twoTabs({ memo: '문 앞에' });
  const before = await countOps(mine);
  await set(mine, { name: '김민지', memo: '문 앞에', payer: null, status: 'confirmed', deleted: false });
  expect(await countOps(mine)).toBe(before);
});

test('MG-18 an order saved a second time keeps its number', async () => {
  const { mine } = await twoTabs();
  const again = written(await mine.commit({ edits: orderEdits(), numberFor: O }));
  expect(again.number).toBe('A-1');
  expect(written(await mine.commit({ edits: orderEdits({ eid: 'p' }), numberFor: 'p' as Eid })).number).toBe('A-2');
});
