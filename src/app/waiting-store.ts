// Stands in for the book during the moments before the database has answered: every read waits, every write is refused.
import { createQueries, type ShopStore } from '../store/shop-store.ts';

const never = () => new Promise<never>(() => undefined);
const door = { get: never, list: never, put: never, remove: never };

/** Its queries have the real keys, by which screens find the answers at hand. */
export const WAITING_STORE: ShopStore = {
  session: '',
  commit: async () => ({ ok: false, problem: 'lost', cause: 'the database has not answered yet' }),
  setActor: () => undefined,
  join: never,
  rebuild: never,
  subscribe: () => () => undefined,
  queries: createQueries(never),
  drafts: door,
  device: door,
  readTransactions: never,
  readVersionVector: never,
  onSuperseded: () => undefined,
  close: () => undefined,
};

/** No picture is shown before the database has answered; its place is kept. */
export const WAITING_PHOTOS = { read: never } as const;
