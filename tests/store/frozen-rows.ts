// What today's code derives from a frozen sample database.
import type { RootRecord } from '../../src/store/book-write.ts';
import { DERIVED_VERSION } from '../../src/store/derive.ts';
import { createMemoryStorage } from '../../src/store/memory-storage.ts';
import { rebuildBook } from '../../src/store/rebuild.ts';
import { rowOf } from '../../src/store/row-record.ts';
import { TABLE_NAMES } from '../../src/store/storage.ts';
import type { FrozenDatabase } from './sample-book.ts';

export interface FrozenRows {
  /** DERIVED_VERSION of the code that derived them. */
  readonly derived: number;
  readonly tables: Readonly<Record<'rows' | 'months' | 'customers' | 'entries', readonly object[]>>;
}

/** The orders' rows among records of the table `roots`. */
export const rowsOf = (roots: readonly object[]): object[] =>
  (roots as readonly RootRecord[]).flatMap((record) => rowOf(record) ?? []); // what that table holds

/** The derived tables, made anew from the frozen registers. */
export async function deriveFrozen(frozen: FrozenDatabase): Promise<FrozenRows> {
  const storage = createMemoryStorage();
  await storage.transact('write', TABLE_NAMES, async (tx) => {
    for (const name of TABLE_NAMES) await tx.putMany(name, frozen.tables[name] ?? []);
  });
  await rebuildBook(storage);
  const { roots, months, customers, entries } = storage.dump();
  return {
    derived: DERIVED_VERSION,
    tables: { rows: rowsOf(roots ?? []), months: months ?? [], customers: customers ?? [], entries: entries ?? [] },
  };
}
