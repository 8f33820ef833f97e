// The demo shop's own databases: filled when they are opened empty, thrown away when the person leaves.
import type { Env } from '../domain/environment.ts';
import type { Language } from '../domain/order.ts';
import { localMoment } from '../domain/time.ts';
import { deleteDexieStorage } from '../store/dexie-storage.ts';
import type { PhotoStore } from '../store/photo-store.ts';
import type { ShopStore } from '../store/shop-store.ts';
import { fillDemoShop } from './demo-shop.ts';
import { forgetSearchIndex } from './search-service.ts';
import { BOOK_DATABASES } from './which-book.ts';

/** The demo shop keeps a Korean shop's clock. */
const DEMO_ZONE = 'Asia/Seoul';

export async function fillDemoBook(store: ShopStore, photos: PhotoStore, env: Env, language: Language): Promise<void> {
  const now = env.now();
  await fillDemoShop({ store, photos, now, today: localMoment(now, DEMO_ZONE).date, zone: DEMO_ZONE, language });
}

export async function throwDemoAway(): Promise<void> {
  await deleteDexieStorage(BOOK_DATABASES.demo.shop);
  await deleteDexieStorage(BOOK_DATABASES.demo.photos);
  await forgetSearchIndex('demo');
}
