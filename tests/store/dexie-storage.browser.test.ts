// What only a real browser can show of the storage: strict durability, a full disk, a handle that dies, two versions.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import { deleteDatabase } from '../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../src/store/dexie-storage.ts';
import { openShopStore } from '../../src/store/shop-store.ts';
import type { Durability, Storage } from '../../src/store/storage.ts';
import { StorageFailure } from '../../src/store/storage.ts';
import { orderEdits, SATURDAY, takeOrder, testEnv, written } from './store-makers.ts';

const opened: Storage[] = [];
const NAME = 'storage-under-test';
async function open(durability?: Durability): Promise<Storage> {
  const storage = await openDexieStorage({ name: NAME, blockedAfterMs: 200, ...(durability ? { durability } : {}) });
  opened.push(storage);
  return storage;
}
afterEach(async () => {
  for (const storage of opened.splice(0)) storage.close();
  await deleteDatabase(NAME);
});

/** Stands in the way of every IndexedDB transaction: Dexie binds the method when it opens, so it is laid there before. */
const spy: {
  asked: IDBTransaction[];
  completed: () => void;
  refuse: ((database: IDBDatabase) => DOMException | null) | null;
} = { asked: [], completed: () => undefined, refuse: null };
const original = IDBDatabase.prototype.transaction;
beforeAll(() => {
  IDBDatabase.prototype.transaction = function (...parts) {
    const refusal = spy.refuse?.(this) ?? null;
    if (refusal !== null) throw refusal;
    const transaction = original.apply(this, parts);
    spy.asked.push(transaction);
    if (transaction.mode === 'readwrite') transaction.addEventListener('complete', () => spy.completed());
    return transaction;
  };
});
afterAll(() => {
  IDBDatabase.prototype.transaction = original;
});
beforeEach(() => {
  spy.asked = [];
  spy.completed = () => undefined;
  spy.refuse = null;
});

async function everyWrite(durability?: Durability) {
  const storage = await open(durability);
  const store = openShopStore({ storage, env: testEnv() });
  spy.asked = [];
  await takeOrder(store);
  written(await store.commit({ edits: [], redactions: [{ kind: 'order', eid: 'o' as Eid, field: 'name' }] }));
  await store.drafts.put('new-order', { name: '김' });
  written(await store.commit({ edits: orderEdits({ eid: 'p' }), discardDraft: 'new-order' }));
  await store.drafts.put('new-order', { name: '이' });
  await store.drafts.remove('new-order');
  await store.device.put('letter', 'B');
  await store.join(await store.readTransactions(null, 10));
  await store.rebuild();
  return spy.asked.filter(({ mode }) => mode === 'readwrite').map(({ durability: given }) => given);
}

describe('durability', () => {
  test('ST-8 every write of an edit, of a draft and of a setting is strict', async () => {
    const writes = await everyWrite();
    expect(writes.length).toBeGreaterThan(8);
    expect(writes.filter((durability) => durability !== 'strict')).toEqual([]);
  });
  test('ST-8 the test above sees it when they are not', async () => {
    const writes = await everyWrite('relaxed');
    expect(writes.length).toBeGreaterThan(8);
    expect(writes.filter((durability) => durability === 'strict')).toEqual([]);
  });
  test('ST-8 commit answers only after the transaction has completed', async () => {
    const store = openShopStore({ storage: await open(), env: testEnv() });
    const order: string[] = [];
    spy.completed = () => order.push('complete');
    await takeOrder(store);
    order.push('answered');
    expect(order).toEqual(['complete', 'answered']);
  });
});

/** Every IndexedDB connection opened while it runs. */
function watchConnections(): { readonly connections: IDBDatabase[]; stop(): void } {
  const connections: IDBDatabase[] = [];
  const original = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...parts) {
    const request = original.apply(this, parts);
    request.addEventListener('success', () => connections.push(request.result));
    return request;
  };
  return {
    connections,
    stop: () => {
      IDBFactory.prototype.open = original;
    },
  };
}

describe('a handle that dies', () => {
  test('ST-10 closed underneath, it is opened again and the change is written once', async () => {
    const watch = watchConnections();
    const store = openShopStore({ storage: await open(), env: testEnv() });
    await takeOrder(store);
    for (const connection of watch.connections) connection.close();
    expect(written(await store.commit({ edits: orderEdits({ eid: 'p' }), numberFor: 'p' as Eid })).number).toBe('A-2');
    expect(await store.queries.day(SATURDAY).run()).toHaveLength(2);
    expect(await store.readTransactions(null, 10)).toHaveLength(2);
    watch.stop();
  });

  test.each(['UnknownError', 'InvalidStateError'])(
    'ST-10 a transaction that the browser refuses with %s is tried again on a new handle, once',
    async (name) => {
      const store = openShopStore({ storage: await open(), env: testEnv() });
      await takeOrder(store);
      let refusals = 0;
      const refuse = (times: number) => {
        refusals = 0;
        spy.refuse = () =>
          refusals++ < times ? new DOMException('Connection to Indexed Database server lost', name) : null;
      };
      refuse(1);
      expect(written(await store.commit({ edits: orderEdits({ eid: 'p' }), numberFor: 'p' as Eid })).number).toBe(
        'A-2',
      );
      refuse(Number.POSITIVE_INFINITY);
      expect(await store.commit({ edits: orderEdits({ eid: 'q' }) })).toMatchObject({ ok: false, problem: 'lost' });
      spy.refuse = null;
      // And once the browser answers again, so does the store.
      expect((await store.queries.day(SATURDAY).run()).map((row) => row.eid)).toEqual(['o', 'p']);
    },
  );

  test('ST-10 lost after the commit stood, the change is not written a second time', async () => {
    const storage = await open();
    let loses = false;
    const losing: Storage = {
      ...storage,
      transact: async (mode, tables, body) =>
        await storage.transact(mode, tables, body).then(async (answer) => {
          if (mode !== 'write' || !loses) return answer;
          loses = false;
          return await storage.transact(mode, tables, body); // as a handle that was lost after its commit is tried again
        }),
    };
    const store = openShopStore({ storage: losing, env: testEnv() });
    loses = true;
    expect(written(await store.commit({ edits: orderEdits(), numberFor: 'o' as Eid })).number).toBe('A-1');
    expect(await store.readTransactions(null, 10)).toHaveLength(1);
    expect(written(await store.commit({ edits: orderEdits({ eid: 'p' }), numberFor: 'p' as Eid })).number).toBe('A-2');
  });

  test('ST-10 two reads that find it dead open it once', async () => {
    const watch = watchConnections();
    const storage = await open();
    const store = openShopStore({ storage, env: testEnv() });
    await takeOrder(store);
    const dead = new Set(watch.connections);
    spy.refuse = (database) => (dead.has(database) ? new DOMException('lost', 'UnknownError') : null);
    const before = watch.connections.length;
    const [a, b] = await Promise.all([store.queries.day(SATURDAY).run(), store.queries.outbox().run()]);
    expect([a.length, b.transactions]).toEqual([1, 1]);
    expect(watch.connections.length - before).toBe(1);
    watch.stop();
  });
});

describe('two versions in two tabs', () => {
  const openNewer = (version: number) =>
    new Promise<IDBDatabase | 'blocked'>((resolve, reject) => {
      const request = indexedDB.open(NAME, version);
      request.onblocked = () => resolve('blocked');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  test('ST-11 a newer version is never blocked: the older lets go, says so, and writes nothing more', async () => {
    const storage = await open();
    const store = openShopStore({ storage, env: testEnv() });
    let told = 0;
    store.onSuperseded(() => {
      told++;
    });
    await takeOrder(store);
    const newer = await openNewer(9999);
    expect(newer).toBeInstanceOf(IDBDatabase);
    expect(told).toBe(1);
    expect(await store.commit({ edits: orderEdits({ eid: 'p' }) })).toMatchObject({ ok: false, problem: 'closed' });
    if (newer !== 'blocked') newer.close();
    // The newer layout may hold what this version cannot keep whole: it does not open it.
    await expect(open()).rejects.toMatchObject({ problem: 'closed' });
    expect(told).toBe(1);
  });

  test('ST-11 an edit under way when the newer version asks is finished first', async () => {
    const store = openShopStore({ storage: await open(), env: testEnv() });
    await takeOrder(store);
    const [result, newer] = await Promise.all([store.commit({ edits: orderEdits({ eid: 'p' }) }), openNewer(9999)]);
    if (newer === 'blocked') throw new Error('blocked');
    const kept = await new Promise<number>((resolve) => {
      const count = newer.transaction('transactions').objectStore('transactions').count();
      count.onsuccess = () => resolve(count.result);
    });
    newer.close();
    expect(kept).toBe(result.ok ? 2 : 1);
  });

  test('ST-11 where an older tab will not let go, opening says so instead of waiting for ever', async () => {
    const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const refused = open();
    await expect(refused).rejects.toBeInstanceOf(StorageFailure);
    await expect(refused).rejects.toMatchObject({ problem: 'blocked' });
    stubborn.close();
  });
});
