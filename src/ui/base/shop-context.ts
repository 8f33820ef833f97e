// What every screen has at hand: the store, the photos, the shop's settings, the time in the shop.
// Law: screens reach the world only through this; whoever builds the app puts it in (src/app).
import { createContext, use } from 'react';
import type { Env } from '../../domain/environment.ts';
import type { Shop } from '../../domain/shop.ts';
import type { Instant, LocalMoment } from '../../domain/time.ts';
import type { PhotoStore } from '../../store/photo-store.ts';
import type { PhotoUrls } from '../../store/photo-urls.ts';
import type { ShopStore } from '../../store/shop-store.ts';
import type { AppServices } from './services.ts';

export interface ShopWorld {
  readonly store: ShopStore;
  readonly photos: PhotoStore;
  /** Addresses of stored pictures for <img>, shared by all screens. */
  readonly photoUrls: PhotoUrls;
  readonly env: Env;
  readonly shop: Shop;
  readonly services: AppServices;
  /** The demo shop is open instead of the person's own. */
  readonly isDemo: boolean;
  /** false while what is shown is the last session's list and the database has not answered: nothing can be acted on. */
  readonly isConfirmed: boolean;
  /** Answers at hand by query key, so that a screen's first paint need not wait. */
  readonly known: ReadonlyMap<string, unknown>;
}
export const ShopContext = createContext<ShopWorld | null>(null);

/** The shop's wall clock, moving on by itself; `instant` is the same moment. */
export interface ShopNow extends LocalMoment {
  readonly instant: Instant;
}
export const NowContext = createContext<ShopNow | null>(null);

/** @throws Error outside an open shop. */
export function useWorld(): ShopWorld {
  const world = use(ShopContext);
  if (world === null) throw new Error('no shop is open here');
  return world;
}
export function useStore(): ShopStore {
  return useWorld().store;
}
export function useShop(): Shop {
  return useWorld().shop;
}
/** What the shop's clock shows; renders again every minute and when the tablet wakes. */
export function useNow(): ShopNow {
  const now = use(NowContext);
  if (now === null) throw new Error('no shop is open here');
  return now;
}
