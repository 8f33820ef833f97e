// The demo shop's own databases: filled when they are opened empty, thrown away when the person leaves.
// Law: it is filled as of one moment, written down before anything else; filled again after a kill it is the same to the byte.
import type { Env } from '../domain/environment.ts';
import type { Language } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import { type Instant, localMoment } from '../domain/time.ts';
import { deleteDatabase } from '../store/browser-storage.ts';
import type { PhotoStore } from '../store/photo-store.ts';
import type { ShopStore } from '../store/shop-store.ts';
import { fillDemoShop } from './demo-shop.ts';
import { forgetSearchIndex } from './search-service.ts';
import { BOOK_DATABASES } from './which-book.ts';

/** The demo shop keeps a Korean shop's clock. */
const DEMO_ZONE = 'Asia/Seoul';
const KEY = 'demo';

interface Filling {
  readonly now: Instant;
  readonly language: Language;
  readonly isDone: boolean;
}

export interface FillDemoBookOptions {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  readonly env: Env;
  readonly language: Language;
  readonly shop: Shop;
}

/** Fills the demo shop unless it is full; answers whether it did. One tab fills, the others wait for it. */
export async function fillDemoBook({ store, photos, env, language, shop }: FillDemoBookOptions): Promise<boolean> {
  const fill = async () => {
    const kept = await store.device.get(KEY);
    const filling =
      kept === undefined ? { now: env.now(), language, isDone: shop.isSetUp } : (kept.value as unknown as Filling); // written below
    if (filling.isDone) return false;
    await store.device.put(KEY, { ...filling });
    const today = localMoment(filling.now, DEMO_ZONE).date;
    await fillDemoShop({ store, photos, now: filling.now, today, zone: DEMO_ZONE, language: filling.language });
    await store.device.put(KEY, { ...filling, isDone: true });
    return true;
  };
  return navigator.locks === undefined ? await fill() : await navigator.locks.request('pickup-note demo', fill);
}

export async function throwDemoAway(): Promise<void> {
  await deleteDatabase(BOOK_DATABASES.demo.shop);
  await deleteDatabase(BOOK_DATABASES.demo.photos);
  await forgetSearchIndex('demo');
}
