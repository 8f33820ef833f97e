// Raw IndexedDB, written by hand for exactly these questions: the measure the others are held against.
import type { Contender, ListedOrder } from '../contender.ts';
import type { BenchOrder } from '../orders.ts';
import { initialsOf, readTyped } from './initials.ts';

type Row = BenchOrder & { readonly initials: string };

const answer = <Value>(request: IDBRequest<Value>): Promise<Value> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const done = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });
const inOrder = (rows: readonly ListedOrder[]) =>
  [...rows].sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));

export function createRaw(): Contender {
  let db: IDBDatabase;
  const watchers = new Set<{ readonly day: string; readonly show: (rows: readonly ListedOrder[]) => void }>();
  const orders = (mode: IDBTransactionMode = 'readonly') => {
    const tx = db.transaction('orders', mode, { durability: 'strict' });
    return { tx, store: tx.objectStore('orders') };
  };
  const change = async (eid: string, fields: Partial<Row>) => {
    const { tx, store } = orders('readwrite');
    const row: Row = { ...(await answer(store.get(eid))), ...fields };
    store.put(row);
    await done(tx);
    for (const watcher of watchers) if (watcher.day === row.day) watcher.show(await contender.day(row.day));
  };
  const contender: Contender = {
    name: 'raw IndexedDB',
    async open() {
      const request = indexedDB.open('bench-raw', 1);
      request.onupgradeneeded = () => {
        const store = request.result.createObjectStore('orders', { keyPath: 'eid' });
        for (const index of ['day', 'tail', 'name', 'initials']) store.createIndex(index, index);
      };
      db = await answer(request);
    },
    async load(list) {
      for (let start = 0; start < list.length; start += 1000) {
        const { tx, store } = orders('readwrite');
        for (const order of list.slice(start, start + 1000)) store.put({ ...order, initials: initialsOf(order) });
        await done(tx);
      }
    },
    async day(day) {
      return inOrder(await answer(orders().store.index('day').getAll(day)));
    },
    async month(month) {
      const rows: Row[] = await answer(
        orders()
          .store.index('day')
          .getAll(IDBKeyRange.bound(month, `${month}~`)),
      );
      const counts = new Map<string, number>();
      for (const { day } of rows) counts.set(day, (counts.get(day) ?? 0) + 1);
      return counts;
    },
    async search(typed) {
      const { kind, text } = readTyped(typed);
      const range = kind === 'tail' ? IDBKeyRange.only(text) : IDBKeyRange.bound(text, `${text}\uffff`);
      return await answer(orders().store.index(kind).getAll(range, 50));
    },
    edit: (eid, memo) => change(eid, { memo }),
    advance: (eid, status) => change(eid, { status }),
    watch(day, show) {
      const watcher = { day, show };
      watchers.add(watcher);
      void contender.day(day).then(show);
      return () => watchers.delete(watcher);
    },
  };
  return contender;
}
