// Opens the databases of a book. Loaded beside the first paint, not before it: the merge code lives behind this.
import type { Env } from '../domain/environment.ts';
import type { Language } from '../domain/order.ts';
import type { Shop } from '../domain/shop.ts';
import { localMoment } from '../domain/time.ts';
import { openDexieStorage } from '../store/dexie-storage.ts';
import { openPhotoStore } from '../store/photo-database.ts';
import type { PhotoStore } from '../store/photo-store.ts';
import { freshenRows } from '../store/rebuild.ts';
import { openShopStore, type ShopStore } from '../store/shop-store.ts';
import { StorageFailure, type StorageProblem } from '../store/storage.ts';
import type { AppServices } from '../ui/base/services.ts';
import { bookMarkIn, readOwnMarks } from './book-mark.ts';
import { broadcastNotices } from './broadcast-notices.ts';
import { createSearchService } from './search-service.ts';
import { createServices, type PageServices } from './services.ts';
import { BOOK_DATABASES, type Book, hintBook } from './which-book.ts';

export interface OpenBookOptions {
  readonly env: Env;
  readonly book: Book;
  readonly page: PageServices;
  /** For the demo shop, when it has to be made. */
  readonly language: Language;
}
export interface OpenBook {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  readonly services: AppServices;
  readonly shop: Shop;
  /** Value of the device setting `language`; null: the shop's. */
  readonly language: unknown;
  /** Today's list as the database has just answered it, by query key; emptied by the first change of the book. */
  readonly known: Map<string, unknown>;
}

/** Opens the book and reads what its first screen needs. */
export async function openBook({
  env,
  book,
  page,
  language,
}: OpenBookOptions): Promise<
  ({ readonly ok: true } & OpenBook) | { readonly ok: false; readonly problem: StorageProblem }
> {
  const names = BOOK_DATABASES[book];
  try {
    const own = book === 'demo' ? await readOwnMarks() : null;
    if (isElsewhere(book, own?.mark ?? null)) return await goElsewhere(page);
    const storage = await openDexieStorage({ name: names.shop });
    await freshenRows(storage);
    const store = openShopStore({ storage, env, channel: broadcastNotices(names.shop) });
    const photos = openPhotoStore({ name: names.photos });
    const readShop = async () => await store.queries.shop().run();
    const [found, mark] = await Promise.all([readShop(), book === 'own' ? bookMarkIn(store.device) : null]);
    let shop = found;
    if (isElsewhere(book, mark)) return await goElsewhere(page);
    if (book === 'demo') {
      await (await import('./demo-book.ts')).fillDemoBook({
        store,
        photos,
        env,
        language: own?.language ?? language,
        shop,
      });
      shop = await readShop(); // perhaps another tab has filled it
    }
    const today = store.queries.day(localMoment(env.now(), shop.zone).date);
    const [rows, actor, chosen, letter] = await Promise.all([
      today.run(),
      store.device.get('actor'),
      store.device.get('language'),
      store.device.get('letter'),
      page.lock.attach(store.device),
    ]);
    if (typeof actor?.value === 'string') store.setActor(actor.value);
    if (typeof letter?.value === 'string') store.setLetter(letter.value);
    return {
      ok: true,
      store,
      photos,
      services: createServices({ store, book, env, page, search: createSearchService({ store, book, env }) }),
      shop,
      language: chosen?.value ?? null,
      known: new Map<string, unknown>([[today.key, rows]]),
    };
  } catch (error) {
    console.error('the book could not be opened', error);
    return { ok: false, problem: error instanceof StorageFailure ? error.problem : 'failed' };
  }
}

/** A kill took the hint away that this start went by; it is written again. */
const isElsewhere = (book: Book, mark: Book | null) => mark !== null && mark !== book && hintBook(mark);

/** The page goes into the other book; nothing is to be shown before. */
async function goElsewhere(page: PageServices): Promise<never> {
  page.reload();
  return await new Promise<never>(() => undefined);
}
