// A small book with an order in every state and every trouble the store knows: what a frozen sample database is made of.
// Law: the same dump every time, and only through the store's own doors.
import type { Eid, OrderFields } from '../../src/domain/order.ts';
import { ORDER_STATUSES } from '../../src/domain/status.ts';
import type { Instant, LocalDate } from '../../src/domain/time.ts';
import { SCHEMA_VERSION } from '../../src/merge/catalogue.ts';
import type { Transaction } from '../../src/merge/op.ts';
import { SHOP_DATABASE_VERSION } from '../../src/store/browser-storage.ts';
import type { AnyEdit } from '../../src/store/change.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import { SHOP_TABLES } from '../../src/store/storage.ts';
import { orderEdits, takeOrder, testEnv, written } from './store-makers.ts';

export interface FrozenDatabase {
  readonly database: number;
  readonly schema: number;
  /** Tables with their keys and indexes, as they were. */
  readonly layout: unknown;
  readonly tables: Readonly<Record<string, readonly object[]>>;
}

export async function makeSampleBook(): Promise<FrozenDatabase> {
  const storage = createMemoryStorage();
  const env = testEnv('5a');
  const store = openShopStore({ storage, env });
  const other = openShopStore({ storage, env });
  const commit = async (...edits: AnyEdit[]) => written(await store.commit({ edits }));
  const setOrder = async (eid: string, set: Partial<OrderFields>) =>
    await commit({ kind: 'order', eid: eid as Eid, set });

  await commit(
    {
      kind: 'shop',
      eid: 'shop' as Eid,
      set: { name: '견본 케이크', zone: 'Asia/Seoul', currency: 'KRW', slots: { minutes: 30, places: 2 } },
    },
    {
      kind: 'specialDay',
      eid: 'shop/d2022-10-17' as Eid,
      set: { date: '2022-10-17' as LocalDate, hours: { closed: true } },
    },
    {
      kind: 'menuEntry',
      eid: 'shop/m1' as Eid,
      set: { group: 'size', name: '2호', price: { minor: 44_000, currency: 'KRW' } },
    },
    { kind: 'menuEntry', eid: 'shop/m2' as Eid, set: { group: 'size', name: '없앤 것' } },
    { kind: 'staff', eid: 'shop/s1' as Eid, set: { name: '점원', active: true } },
    { kind: 'text', eid: 'shop/t1' as Eid, set: { key: 'ready', language: 'ko', body: '{name}님, 준비되었습니다.' } },
    {
      kind: 'customer',
      eid: 'customer' as Eid,
      set: { name: '견본 손님', phone: { e164: '+821000001234', text: '010-0000-1234' } },
    },
  );
  await commit({ kind: 'menuEntry', eid: 'shop/m2' as Eid, set: { deleted: true } });
  store.setActor('shop/s1');
  for (const [index, status] of ORDER_STATUSES.entries()) {
    await takeOrder(store, {
      eid: status,
      day: `2022-10-1${4 + (index % 3)}`,
      at: `1${index}:30`,
      fields: {
        status,
        name: `손님 ${status}`,
        phone: { e164: `+8210000010${index}0`, text: `010-0000-10${index}0` },
        channel: 'kakao',
        memo: '첫 줄\n둘째 줄',
      },
      items: [
        {
          lettering: { text: '생일 축하해' },
          boardLettering: { none: true },
          price: { minor: 44_000, currency: 'KRW' },
        },
        { lettering: null, allergy: { text: '땅콩' }, quantity: 2, made: true },
      ],
    });
  }
  await takeOrder(store, { eid: 'bare', fields: { name: null, pickup: null, status: 'awaiting-deposit' }, items: [] });
  await commit(
    {
      kind: 'payment',
      eid: 'confirmed/p1' as Eid,
      set: {
        entry: {
          kind: 'deposit',
          minor: 20_000,
          currency: 'KRW',
          method: 'transfer',
          payer: '박은행',
          at: 1_665_700_000_000 as Instant,
        },
        state: 'seen',
      },
    },
    {
      kind: 'payment',
      eid: 'confirmed/p2' as Eid,
      set: {
        entry: {
          kind: 'refund',
          minor: 5_000,
          currency: 'KRW',
          method: 'cash',
          payer: null,
          at: 1_665_700_100_000 as Instant,
        },
        state: 'seen',
        voided: { reason: '잘못 적음' },
      },
    },
    {
      kind: 'photo',
      eid: 'confirmed/f1' as Eid,
      set: {
        picture: { sha: 'a'.repeat(64), mime: 'image/jpeg', width: 1200, height: 900, bytes: 90_000 },
        role: 'agreed',
        item: 'confirmed/i0' as Eid,
      },
    },
    {
      kind: 'original',
      eid: 'confirmed/o1' as Eid,
      set: { source: { kind: 'message', text: '2호 케이크 부탁드려요', at: 1_665_600_000_000 as Instant } },
    },
  );
  // A conflict of a name, a merged note, two steps of which the furthest won.
  const seen = (await store.queries.order('making' as Eid).run())?.seen ?? new Map();
  await other.commit({
    edits: [
      { kind: 'order', eid: 'making' as Eid, set: { name: '손님 가', memo: '첫 줄!\n둘째 줄', status: 'ready' }, seen },
    ],
  });
  await commit({
    kind: 'order',
    eid: 'making' as Eid,
    set: { name: '손님 나', memo: '첫 줄\n둘째 줄', status: 'handed-over' },
    seen,
  });
  // Deleted; deleted while somebody edited; a child deleted.
  await setOrder('cancelled', { deleted: true });
  const before = (await store.queries.order('ready' as Eid).run())?.seen ?? new Map();
  await other.commit({ edits: [{ kind: 'order', eid: 'ready' as Eid, set: { memo: '초 여덟 개' } }] });
  await commit({ kind: 'order', eid: 'ready' as Eid, set: { deleted: true }, seen: before });
  await commit({ kind: 'item', eid: 'no-show/i1' as Eid, set: { deleted: true } });
  // A redaction, and a value typed after it.
  written(await store.commit({ edits: [], redactions: [{ kind: 'order', eid: 'handed-over' as Eid, field: 'name' }] }));
  written(await store.commit({ edits: [], redactions: [{ kind: 'order', eid: 'no-show' as Eid, field: 'memo' }] }));
  await setOrder('no-show', { memo: '지운 뒤에 적음' });
  // What a newer version wrote: a field, a kind, a child of a known order, a shape.
  const future: Transaction = {
    ...{
      session: 'ffffffffffffffff',
      n: 3,
      lamport: 50,
      at: 1_700_000_000_000,
      actor: 'future',
      schema: SCHEMA_VERSION + 8,
    },
    ops: [
      { kind: 1, eid: 'confirmed', field: 900, sup: [], value: { later: ['가', 1, null] } },
      { kind: 90, eid: 'confirmed/x1', field: 1, sup: [], value: '나중' },
      { kind: 91, eid: 'future-root', field: 1, sup: [['ffffffffffffffff', 1]], value: true },
      { kind: 1, eid: 'bare', field: 10, sup: [], value: { week: 42 } },
    ],
  };
  await store.join([future]);
  await store.drafts.put('new-order', { name: '반쯤 적은 이름' });
  await store.device.put('actor', 'shop/s1');
  await takeOrder(store, { eid: 'last', day: '2022-10-16' });
  written(await store.commit({ edits: orderEdits({ eid: 'last', day: '2022-10-15' }) }));

  return { database: SHOP_DATABASE_VERSION, schema: SCHEMA_VERSION, layout: SHOP_TABLES, tables: storage.dump() };
}
