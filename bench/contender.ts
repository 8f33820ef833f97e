// What every store under test has to do, with the same orders and the same questions.
// Law: each contender does it the way its own documentation recommends; all write with strict durability.
import type { BenchOrder } from './orders.ts';

export interface ListedOrder {
  readonly eid: string;
  readonly sort: string;
  readonly name: string;
  readonly status: string;
  readonly lettering: string;
}

export type ShowFirst = (orders: readonly ListedOrder[]) => void;

export interface Contender {
  readonly name: string;
  /** Opens the database, making it when it is new. */
  open(): Promise<void>;
  /** Loads orders into the empty database, in the pieces it likes best. Resolves when all are durable. */
  load(orders: readonly BenchOrder[]): Promise<void>;
  /** Resolves when nothing that the load has left to do is still going on; left out where there is no such thing. */
  settle?(): Promise<void>;
  /** All orders of one day, in the order of their time. */
  day(day: string): Promise<readonly ListedOrder[]>;
  /** Number of orders on each day of a month, `YYYY-MM`. */
  month(month: string): Promise<ReadonlyMap<string, number>>;
  /**
   * Orders for what was typed: part of a name, four digits, or initial consonants; at most 50, ready to show. Who has a
   * screenful of the right ones before the others may hand it to `showFirst`.
   */
  search(typed: string, showFirst: ShowFirst): Promise<readonly ListedOrder[]>;
  /** Changes one field of an order; resolves when it is durable. */
  edit(eid: string, memo: string): Promise<void>;
  /** Calls `show` with a day's orders, now and after every change; answers how to stop. */
  watch(day: string, show: (orders: readonly ListedOrder[]) => void): () => void;
  /** Changes an order's status as one person's tap does. */
  advance(eid: string, status: string): Promise<void>;
}
