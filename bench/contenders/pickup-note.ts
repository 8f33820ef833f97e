// The app's own store, doing all it does in the app: registers, rows, history, outbox, version vector, day loads.
import { createBrowserEnv } from '../../src/app/browser-env.ts';
import { createSearchService } from '../../src/app/search-service.ts';
import { BOOK_DATABASES } from '../../src/app/which-book.ts';
import type { Eid } from '../../src/domain/order.ts';
import type { OrderRow } from '../../src/domain/order-row.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import { localDate } from '../../src/domain/time.ts';
import { CATALOGUE, SCHEMA_VERSION } from '../../src/merge/catalogue.ts';
import type { Json, Transaction, TxOp } from '../../src/merge/op.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import type { SearchAnswer, SearchService } from '../../src/store/search-service.ts';
import { openShopStore, type ShopStore } from '../../src/store/shop-store.ts';
import type { Contender, ListedOrder } from '../contender.ts';
import type { BenchOrder } from '../orders.ts';

const SESSION = 'be9c000000000001';

const NOTHING: TxOp['sup'] = [];

function opsOf(kind: 'order' | 'item' | 'payment', eid: string, values: Readonly<Record<string, Json>>): TxOp[] {
  const { no, fields } = CATALOGUE[kind];
  const numbers = fields as Readonly<Record<string, { readonly no: number }>>;
  const ops: TxOp[] = [];
  for (const name in values)
    ops.push({ kind: no, eid, field: numbers[name]?.no ?? 0, sup: NOTHING, value: values[name] ?? null });
  return ops;
}

/** The transaction by which the app would have taken this order. */
export function orderToTransaction(order: BenchOrder, n: number): Transaction {
  const money = (minor: number) => ({ minor, currency: 'KRW' });
  const ops = [
    ...opsOf('order', order.eid, {
      number: order.number,
      createdAt: order.createdAt,
      channel: order.channel,
      name: order.name,
      phone: { e164: `+82${order.phone.slice(1).replaceAll('-', '')}`, text: order.phone },
      payer: order.payer,
      pickup: { date: order.day, start: order.sort, end: null, precision: 'exact' },
      status: { to: order.status, from: null },
      price: money(order.priceMinor),
      memo: { text: order.memo, base: '' },
    }),
    ...opsOf('item', `${order.eid}/i1`, {
      position: 0,
      size: order.size,
      sheet: order.sheet,
      cream: order.cream,
      lettering: { text: order.lettering },
      boardLettering: order.board === '' ? { none: true } : { text: order.board },
      quantity: 1,
    }),
    ...opsOf('payment', `${order.eid}/m1`, {
      entry: {
        kind: 'deposit',
        ...money(order.depositMinor),
        method: 'transfer',
        payer: order.payer,
        at: order.createdAt,
      },
      state: 'seen',
    }),
  ];
  return { session: SESSION, n, lamport: 1, at: order.createdAt, actor: '', schema: SCHEMA_VERSION, ops };
}

const listed = (row: OrderRow): ListedOrder => ({
  eid: row.eid,
  sort: row.sort,
  name: row.name,
  status: row.status,
  lettering: row.items[0]?.lettering ?? '',
});

export function createPickupNote(): Contender {
  let store: ShopStore;
  let search: SearchService;
  const commit = async (edit: Parameters<ShopStore['commit']>[0]['edits'][number]) => {
    const result = await store.commit({ edits: [edit] });
    if (!result.ok) throw new Error(result.problem, { cause: result.cause });
  };
  return {
    name: 'Pickup Note',
    async open() {
      const storage = await openDexieStorage({ name: BOOK_DATABASES.own.shop });
      const env = createBrowserEnv();
      store = openShopStore({ storage, env });
      search = createSearchService({ store, env, book: 'own' });
      // A shop without a name would be asked for it instead of showing its day.
      if (!(await store.queries.shop().run()).isSetUp)
        await commit({ kind: 'shop', eid: 'shop' as Eid, set: { name: '벤치 가게' } }); // the shop's own name is always this
    },
    async load(list) {
      let n = 1;
      for (let start = 0; start < list.length; start += 1000) {
        const transactions = list.slice(start, start + 1000).map((order) => {
          const transaction = orderToTransaction(order, n);
          n += transaction.ops.length;
          return transaction;
        });
        await store.join(transactions);
      }
    },
    // The search index is made by a worker behind the load.
    settle: () =>
      new Promise((resolve) => {
        const stop = search.subscribe(() => {
          const { phase, indexed } = search.state();
          if (phase !== 'ready' || indexed === 0) return;
          stop();
          resolve();
        });
      }),
    day: async (day) => (await store.queries.day(localDate(day)).run()).map(listed),
    async month(month) {
      const loads = await store.queries
        .loads(localDate(`${month}-01`), `${month}-31` as ReturnType<typeof localDate>)
        .run(); // an end beyond the month is harmless
      return new Map([...loads].map(([day, load]) => [day, load.orders]));
    },
    async search(typed, showFirst) {
      let shown: readonly ListedOrder[] = [];
      let of: SearchAnswer['hits'] = [];
      // Counting brings no other orders than were shown: then there is nothing to show anew.
      const rows = ({ hits }: SearchAnswer) => {
        const isSame = hits.length === of.length && hits.every(({ row }, at) => row === of[at]?.row);
        of = hits;
        if (!isSame) shown = hits.map((hit) => listed(hit.row));
        return shown;
      };
      return rows(await search.find(typed, (first) => showFirst(rows(first))));
    },
    edit: (eid, memo) => commit({ kind: 'order', eid: eid as Eid, set: { memo } }),
    advance: (eid, status) => commit({ kind: 'order', eid: eid as Eid, set: { status: status as OrderStatus } }),
    watch(day, show) {
      const query = store.queries.day(localDate(day));
      let rows: readonly OrderRow[] | undefined;
      const read = async () => {
        rows = await query.run();
        show(rows.map(listed));
      };
      void read();
      return store.subscribe((notice) => {
        if (!query.isTouchedBy(notice)) return;
        const patched = rows === undefined ? undefined : query.patch?.(rows, notice);
        if (patched === undefined) void read();
        else {
          rows = patched;
          show(rows.map(listed));
        }
      });
    },
  };
}
