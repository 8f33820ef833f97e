// Stands in for the book during the moments before the database has answered: every read waits, every write is refused.
// It knows no database code, so that the first paint need not load any.

import type { OrderRow } from '../domain/order-row.ts';
import type { LocalDate } from '../domain/time.ts';
import type { PhotoStore } from '../store/photo-store.ts';
import type { Query, ShopStore, StoreQueries } from '../store/shop-store.ts';

const never = () => new Promise<never>(() => undefined);
const door = { get: never, list: never, put: never, remove: never };

/** Every query waits. Keys are spelled as the store spells its own: the name and the values. */
const queries = new Proxy({} as StoreQueries, {
  get:
    (_, name) =>
    (...values: readonly unknown[]): Query<never> => ({
      key: [String(name), ...values].join(' '),
      run: never,
      isTouchedBy: () => false,
    }),
});

/** The book before it is open. */
export const WAITING_STORE: ShopStore = {
  session: '',
  commit: async () => ({ ok: false, problem: 'lost', cause: 'the database has not answered yet' }),
  setActor: () => undefined,
  setLetter: () => undefined,
  join: never,
  rebuild: never,
  subscribe: () => () => undefined,
  queries,
  drafts: door,
  device: door,
  readTransactions: never,
  readVersionVector: never,
  onSuperseded: () => undefined,
  close: () => undefined,
};

/** No picture is shown before the database has answered; its place is kept. */
export const WAITING_PHOTOS: PhotoStore = {
  save: never,
  read: never,
  has: never,
  verify: never,
  remove: never,
  list: never,
  readRaw: never,
  putRaw: never,
  usage: never,
  close: () => undefined,
};

/** A day's list at hand, under the key by which Today asks for it. */
export function dayAtHand(day: LocalDate, rows: readonly OrderRow[]): ReadonlyMap<string, unknown> {
  return new Map([[queries.day(day).key, rows]]);
}
