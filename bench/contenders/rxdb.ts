// RxDB on its free Dexie storage, by its documentation: a schema with indexes, find, incremental patches, $.
import { createRxDatabase, type RxCollection, type RxDocument } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Contender } from '../contender.ts';
import type { BenchOrder } from '../orders.ts';
import { initialsOf, readTyped } from './initials.ts';

type Row = BenchOrder & { initials: string };
const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const number = { type: 'number' } as const;

const schema = {
  version: 0,
  primaryKey: 'eid',
  type: 'object',
  properties: {
    eid: text(40),
    number: text(12),
    day: text(10),
    sort: text(5),
    name: text(40),
    phone: text(20),
    tail: text(4),
    payer: text(40),
    status: text(20),
    channel: text(20),
    size: text(20),
    sheet: text(20),
    cream: text(20),
    lettering: text(200),
    board: text(200),
    priceMinor: number,
    depositMinor: number,
    memo: text(2000),
    createdAt: number,
    initials: text(40),
  },
  required: ['eid', 'day', 'tail', 'name', 'initials'],
  indexes: ['day', 'tail', 'name', 'initials'],
} as const;

export function createRxdb(): Contender {
  let orders: RxCollection<Row>;
  const sorted = (found: readonly RxDocument<Row>[]) =>
    [...found].sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const patch = async (eid: string, fields: Partial<Row>) => {
    const found = await orders.findOne(eid).exec();
    await found?.incrementalPatch(fields);
  };
  return {
    name: 'RxDB',
    async open() {
      const db = await createRxDatabase({
        name: 'bench-rxdb',
        storage: getRxStorageDexie({ chromeTransactionDurability: 'strict' }),
      });
      const collections = await db.addCollections({ orders: { schema } });
      orders = collections.orders as unknown as RxCollection<Row>; // the collection of the schema above
    },
    async load(list) {
      for (let start = 0; start < list.length; start += 1000) {
        const result = await orders.bulkInsert(
          list.slice(start, start + 1000).map((order) => ({ ...order, initials: initialsOf(order) })),
        );
        if (result.error.length > 0) throw new Error(JSON.stringify(result.error[0]));
      }
    },
    day: async (day) => sorted(await orders.find({ selector: { day } }).exec()),
    async month(month) {
      const counts = new Map<string, number>();
      for (const { day } of await orders.find({ selector: { day: { $gte: month, $lt: `${month}~` } } }).exec()) {
        counts.set(day, (counts.get(day) ?? 0) + 1);
      }
      return counts;
    },
    async search(typed) {
      const { kind, text: wanted } = readTyped(typed);
      const selector = kind === 'tail' ? { tail: wanted } : { [kind]: { $gte: wanted, $lt: `${wanted}\uffff` } };
      return await orders.find({ selector, limit: 50 }).exec();
    },
    edit: (eid, memo) => patch(eid, { memo }),
    advance: (eid, status) => patch(eid, { status }),
    watch(day, show) {
      const subscription = orders.find({ selector: { day } }).$.subscribe((found) => show(sorted(found)));
      return () => subscription.unsubscribe();
    },
  };
}
