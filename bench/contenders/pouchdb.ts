// PouchDB on its newer IndexedDB adapter. Ids are clustered by day, as its guide advises for range queries; the other
// questions go to the indexes of pouchdb-find.
import indexedDbAdapter from 'pouchdb-adapter-indexeddb';
import PouchDB from 'pouchdb-browser';
import find from 'pouchdb-find';
import type { Contender, ListedOrder } from '../contender.ts';
import type { BenchOrder } from '../orders.ts';
import { initialsOf, readTyped } from './initials.ts';

PouchDB.plugin(indexedDbAdapter);
PouchDB.plugin(find);

type Row = BenchOrder & { readonly initials: string };
const INDEXED = ['tail', 'name', 'initials'] as const;

interface Found {
  readonly rows: readonly { readonly id: string; readonly doc?: Row }[];
}

export function createPouchdb(): Contender {
  // biome-ignore lint/suspicious/noExplicitAny: the package ships no types
  let db: any;
  const idByEid = new Map<string, string>();
  const idOf = (order: Pick<BenchOrder, 'day' | 'sort' | 'eid'>) => `${order.day}/${order.sort}/${order.eid}`;
  const between = async (start: string, end: string): Promise<Row[]> => {
    const found: Found = await db.allDocs({ include_docs: true, startkey: start, endkey: end });
    return found.rows.flatMap(({ id, doc }) => {
      if (doc === undefined) return [];
      idByEid.set(doc.eid, id);
      return [doc];
    });
  };
  const day = (on: string): Promise<ListedOrder[]> => between(`${on}/`, `${on}/\ufff0`);
  const change = async (eid: string, fields: Partial<Row>) => {
    const known = await db.get(idByEid.get(eid));
    await db.put({ ...known, ...fields });
  };
  return {
    name: 'PouchDB',
    async open() {
      db = new PouchDB('bench-pouchdb', { adapter: 'indexeddb', auto_compaction: true });
      await db.info();
      for (const field of INDEXED) await db.createIndex({ index: { fields: [field] } });
    },
    async load(list) {
      for (let start = 0; start < list.length; start += 1000) {
        const docs = list.slice(start, start + 1000).map((order) => {
          idByEid.set(order.eid, idOf(order));
          return { _id: idOf(order), ...order, initials: initialsOf(order) };
        });
        await db.bulkDocs(docs);
      }
      // The others index while they write; here the first question does.
      for (const field of INDEXED) await db.find({ selector: { [field]: 'nobody' }, limit: 1 });
    },
    day,
    async month(month) {
      const found: Found = await db.allDocs({ startkey: month, endkey: `${month}~` });
      const counts = new Map<string, number>();
      for (const { id } of found.rows) counts.set(id.slice(0, 10), (counts.get(id.slice(0, 10)) ?? 0) + 1);
      return counts;
    },
    async search(typed) {
      const { kind, text } = readTyped(typed);
      const selector = kind === 'tail' ? { tail: text } : { [kind]: { $gte: text, $lt: `${text}\uffff` } };
      const found: { readonly docs: readonly Row[] } = await db.find({ selector, limit: 50 });
      return found.docs;
    },
    edit: (eid, memo) => change(eid, { memo }),
    advance: (eid, status) => change(eid, { status }),
    watch(on, show) {
      const again = () => void day(on).then(show);
      again();
      const changes = db.changes({ since: 'now', live: true }).on('change', again);
      return () => changes.cancel();
    },
  };
}
