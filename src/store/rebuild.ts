// Makes every derived row again from the registers, a piece at a time, while the shop goes on working.
// Law: each piece is one transaction that leaves the book no worse than before, so a kill in the middle loses nothing, and
// the list is never empty meanwhile.
//
//   roots --200 at once--> their rows, customers, entries      then: customers and entries nobody derives any more go
//                                                              then: each day is counted anew from its rows
import type { DayLoad } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import { readAggregate } from '../merge/aggregate-record.ts';
import { rootOf } from '../merge/op.ts';
import type { RootRecord } from './book-write.ts';
import { BOOK_TABLES, rootRecord } from './book-write.ts';
import type { DerivedRecord } from './derive.ts';
import { DERIVED_KEY, DERIVED_VERSION, deriveRows, emptyLoad, moveLoad } from './derive.ts';
import { compareKeys } from './key-order.ts';
import type { Key, Storage, StorageTx, TableName } from './storage.ts';

/** An edit of the owner waits for one piece at most. */
const ROOTS_AT_ONCE = 200;
const DAYS_AT_ONCE = 60;

/** Rebuilds the rows that another version of the app derived; answers whether it had to. To be called before the first read. */
export async function freshenRows(storage: Storage): Promise<boolean> {
  const isFresh = await storage.transact('read', ['meta', 'roots'], async (tx) => {
    const known = await tx.get<DerivedRecord>('meta', DERIVED_KEY);
    if (known?.version === DERIVED_VERSION) return true;
    return known === undefined && (await tx.keys('roots', { limit: 1 })).length === 0 ? 'empty' : false;
  });
  if (isFresh === true) return false;
  if (isFresh === false) await rebuildBook(storage);
  const record: DerivedRecord = { key: DERIVED_KEY, version: DERIVED_VERSION };
  await storage.transact('write', ['meta'], (tx) => tx.put('meta', record));
  return isFresh === false;
}

/** Answers how many roots there are. */
export async function rebuildBook(storage: Storage): Promise<number> {
  const inOne = <Answer>(body: (tx: StorageTx) => Promise<Answer>) => storage.transact('write', BOOK_TABLES, body);
  let roots = 0;
  for (let after: string | null = null; ; ) {
    const from: string | null = after;
    const piece: readonly string[] = await inOne((tx) => deriveAgain(tx, from));
    roots += piece.length;
    after = piece.at(-1) ?? null;
    if (after === null) break;
  }
  for (const table of ['customers', 'entries'] as const) {
    for (let after: Key | null = null; ; ) {
      const from: Key | null = after;
      after = await inOne((tx) => removeUnderived(tx, table, from));
      if (after === null) break;
    }
  }
  for (const count of [countKnownDays, countNewDays]) {
    for (let after: Key | null = null; ; ) {
      const from: Key | null = after;
      after = await inOne((tx) => count(tx, from));
      if (after === null) break;
    }
  }
  return roots;
}

const beyond = (after: Key | null) => (after === null ? {} : { range: { from: after } });

/** The keys (or rows) after `after`, itself left out. */
function startBeyond<One>(list: readonly One[], after: Key | null, keyOf: (one: One) => Key): One[] {
  return list.filter((one) => after === null || compareKeys(keyOf(one), after) !== 0);
}

async function deriveAgain(tx: StorageTx, after: string | null): Promise<readonly string[]> {
  const records = startBeyond(
    await tx.list<RootRecord>('roots', { ...beyond(after), limit: ROOTS_AT_ONCE + 1 }),
    after,
    (record) => record.root,
  ).slice(0, ROOTS_AT_ONCE);
  for (const { root, body, trail } of records) {
    const aggregate = readAggregate(root, body);
    const derived = deriveRows(aggregate);
    await tx.put('roots', rootRecord(aggregate, derived, trail));
    if (derived.customer !== null) await tx.put('customers', derived.customer);
    for (const entry of derived.entries) await tx.put('entries', entry);
  }
  return records.map((record) => record.root);
}

type DerivedTable = Extract<TableName, 'customers' | 'entries'>;

/** The eids that the root's rows have in a table. */
function derivedEids(table: DerivedTable, record: RootRecord): readonly string[] {
  const { customer, entries } = deriveRows(readAggregate(record.root, record.body));
  if (table === 'entries') return entries.map((entry) => entry.eid);
  return customer === null ? [] : [customer.eid];
}

async function removeUnderived(tx: StorageTx, table: DerivedTable, after: Key | null): Promise<Key | null> {
  const keys = await tx.keys(table, { ...beyond(after), limit: ROOTS_AT_ONCE + 1 });
  const eids = startBeyond(keys, after, (key) => key)
    .slice(0, ROOTS_AT_ONCE)
    .map(String);
  const records = await tx.getMany<RootRecord>('roots', [...new Set(eids.map(rootOf))]);
  const derived = new Set(records.flatMap((record) => (record === undefined ? [] : derivedEids(table, record))));
  for (const eid of eids) if (!derived.has(eid)) await tx.remove(table, eid);
  return eids.at(-1) ?? null;
}

async function countDay(tx: StorageTx, day: string): Promise<void> {
  const records = await tx.list<RootRecord>('roots', { index: 'place', range: { prefix: [day] } });
  const empty = emptyLoad(day as LocalDate); // the days table is keyed by days; '' has no line
  const load = records.reduce((sum, { row }) => moveLoad(sum, null, row), empty);
  if (load.orders > 0) await tx.put('days', load);
  else await tx.remove('days', day);
}

/** Counts the next days that have a line, after `after`; answers the last, null at the end. */
async function countKnownDays(tx: StorageTx, after: Key | null): Promise<Key | null> {
  const days = startBeyond(await tx.keys('days', { ...beyond(after), limit: DAYS_AT_ONCE + 1 }), after, (day) => day);
  for (const day of days) await countDay(tx, String(day));
  return days.at(-1) ?? null;
}

/** Counts the next days that have rows but no line. */
async function countNewDays(tx: StorageTx, after: Key | null): Promise<Key | null> {
  const days: string[] = [];
  while (days.length < DAYS_AT_ONCE) {
    const last = days.at(-1) ?? after;
    // '!' sorts after '', where orders without a day lie; '~' after every character of a day.
    const from = [last === null ? '!' : `${last}~`];
    const [next] = await tx.list<RootRecord>('roots', { index: 'place', range: { from }, limit: 1 });
    if (next?.row == null) break;
    days.push(next.row.day);
  }
  const known = await tx.getMany<DayLoad>('days', days);
  for (const [index, day] of days.entries()) if (known[index] === undefined) await countDay(tx, day);
  return days.at(-1) ?? null;
}
