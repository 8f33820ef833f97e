// Dexie as its documentation shows it: tables with indexes, live queries.
import Dexie, { type EntityTable, liveQuery } from 'dexie';
import type { Contender } from '../contender.ts';
import type { BenchOrder } from '../orders.ts';
import { initialsOf, readTyped } from './initials.ts';

type Row = BenchOrder & { initials: string };

export function createDexieHooks(): Contender {
  const db = new Dexie('bench-dexie', { chromeTransactionDurability: 'strict' }) as Dexie & {
    orders: EntityTable<Row, 'eid'>;
  };
  db.version(1).stores({ orders: 'eid, day, tail, name, initials' });
  const day = (on: string) => db.orders.where('day').equals(on).sortBy('sort');
  return {
    name: 'Dexie with hooks',
    async open() {
      await db.open();
    },
    async load(list) {
      for (let start = 0; start < list.length; start += 1000) {
        await db.orders.bulkPut(
          list.slice(start, start + 1000).map((order) => ({ ...order, initials: initialsOf(order) })),
        );
      }
    },
    day,
    async month(month) {
      const counts = new Map<string, number>();
      await db.orders
        .where('day')
        .startsWith(month)
        .eachKey((key) => {
          const on = String(key);
          counts.set(on, (counts.get(on) ?? 0) + 1);
        });
      return counts;
    },
    async search(typed) {
      const { kind, text } = readTyped(typed);
      const found = kind === 'tail' ? db.orders.where('tail').equals(text) : db.orders.where(kind).startsWith(text);
      return await found.limit(50).toArray();
    },
    async edit(eid, memo) {
      await db.orders.update(eid, { memo });
    },
    async advance(eid, status) {
      await db.orders.update(eid, { status });
    },
    watch(on, show) {
      const subscription = liveQuery(() => day(on)).subscribe(show);
      return () => subscription.unsubscribe();
    },
  };
}
