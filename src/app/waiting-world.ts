// The shop as the last session left it, before the database has answered. Law: nothing in it can be acted on.
import type { Env } from '../domain/environment.ts';
import { photoUrls } from '../store/photo-urls.ts';
import type { ShopWorld } from '../ui/base/shop-context.ts';
import type { DaySnapshot } from './day-snapshot.ts';
import { createServices, type PageServices } from './services.ts';
import { dayAtHand, WAITING_PHOTOS, WAITING_STORE } from './waiting-store.ts';
import type { Book } from './which-book.ts';

export interface WaitingWorldOptions {
  readonly snapshot: DaySnapshot;
  readonly env: Env;
  readonly book: Book;
  readonly page: PageServices;
}

export function waitingWorld({ snapshot, env, book, page }: WaitingWorldOptions): ShopWorld {
  return {
    store: WAITING_STORE,
    photos: WAITING_PHOTOS,
    photoUrls: photoUrls(WAITING_PHOTOS),
    env,
    shop: snapshot.shop,
    services: createServices({ store: null, book, env, page }),
    isDemo: book === 'demo',
    isConfirmed: false,
    known: dayAtHand(snapshot.day, snapshot.rows),
  };
}
