// The store in a bare page, for browsers that only a remote control can drive: Firefox, WebKit, and Chromium under a
// full disk or a system-call tracer. Law: no test runner here; whoever drives the page judges its answers.
import type { Eid } from '../../../src/domain/order.ts';
import { deleteDatabase } from '../../../src/store/browser-storage.ts';
import { openDexieStorage } from '../../../src/store/dexie-storage.ts';
import { openShopStore, type ShopStore } from '../../../src/store/shop-store.ts';
import type { Durability } from '../../../src/store/storage.ts';
import { STORAGE_CASES } from '../storage-contract.ts';
import { orderEdits, SATURDAY, testEnv } from '../store-makers.ts';

const stores = new Map<string, ShopStore>();
const sessionOfPage = String(performance.timeOrigin);

const storePage = {
  /** Every case of the storage contract; `error` is null where it holds. */
  async contract(): Promise<{ readonly title: string; readonly error: string | null }[]> {
    const found: { title: string; error: string | null }[] = [];
    for (const { title, run } of STORAGE_CASES) {
      await deleteDatabase(title);
      const storage = await openDexieStorage({ name: title });
      try {
        await run(storage);
        found.push({ title, error: null });
      } catch (error) {
        found.push({ title, error: String(error) });
      }
      storage.close();
      await deleteDatabase(title);
    }
    return found;
  },
  async open(name: string, durability: Durability = 'strict'): Promise<void> {
    const storage = await openDexieStorage({ name, durability });
    stores.set(name, openShopStore({ storage, env: testEnv(sessionOfPage) }));
  },
  /** Takes orders one after the other; `padding` characters of memo each. Answers how each went. */
  async takeOrders(name: string, count: number, padding = 0): Promise<string[]> {
    const store = stores.get(name);
    const answers: string[] = [];
    for (let index = 0; index < count; index++) {
      const eid = `${sessionOfPage}-${index}-${padding}` as Eid;
      const memo = padding === 0 ? null : randomText(padding);
      const result = await store?.commit({ edits: orderEdits({ eid, fields: { memo } }), numberFor: eid });
      answers.push(result === undefined ? 'no store' : result.ok ? (result.number ?? '') : result.problem);
    }
    return answers;
  },
  /** Takes orders until the page ends, and says each number to whoever drives it, once it is confirmed. */
  async takeOrdersForEver(name: string): Promise<void> {
    const store = stores.get(name);
    for (let index = 0; store !== undefined; index++) {
      const eid = `${sessionOfPage}-${index}` as Eid;
      const result = await store.commit({ edits: orderEdits({ eid }), numberFor: eid });
      if (!result.ok) throw new Error(result.problem);
      // Waited for, so that at most one order is written and not yet said.
      await window.sayConfirmed(result.number ?? '');
    }
  },
  async numbers(name: string): Promise<string[]> {
    return ((await stores.get(name)?.queries.day(SATURDAY).run()) ?? []).map((row) => row.number);
  },
  async outbox(name: string): Promise<number> {
    return (await stores.get(name)?.queries.outbox().run())?.transactions ?? -1;
  },
  async putDraft(name: string, padding: number): Promise<string> {
    try {
      await stores.get(name)?.drafts.put('draft', randomText(padding));
      return 'kept';
    } catch (error) {
      return String((error as { readonly problem?: unknown }).problem); // a StorageFailure has one
    }
  },
};

/** Text that no database can pack. */
function randomText(length: number): string {
  let text = '';
  while (text.length < length) {
    for (const code of crypto.getRandomValues(new Uint16Array(4096)))
      text += String.fromCharCode(0x4e00 + (code % 20_000));
  }
  return text.slice(0, length);
}

declare global {
  interface Window {
    storePage: typeof storePage;
    /** Laid there by the driver. */
    sayConfirmed(number: string): Promise<void>;
  }
}
window.storePage = storePage;
