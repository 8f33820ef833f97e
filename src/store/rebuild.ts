// Makes every derived row again from the registers, a piece at a time, while the shop goes on working.
// Law: each piece is one transaction that leaves the book no worse than before, so a kill in the middle loses nothing, and
// the list is never empty meanwhile.
//
//   roots --200 at once--> their rows, customers, entries      then: customers and entries nobody derives any more go
//                                                              then: each month is counted anew from its rows
import { readAggregate } from '../merge/aggregate-record.ts';
import { rootOf } from '../merge/op.ts';
import type { RootRecord } from './book-write.ts';
import { BOOK_TABLES, rootRecord, trailOf } from './book-write.ts';
import type { DerivedRecord } from './derive.ts';
import { BEING_REBUILT, DERIVED_KEY, DERIVED_VERSION, deriveRows } from './derive.ts';
import { compareKeys } from './key-order.ts';
import { countMonth, monthOf } from './month-loads.ts';
import { rowOf } from './row-record.ts';
import type { Key, Storage, StorageTx, TableName } from './storage.ts';

/** An edit of the owner waits for one piece at most. */
const ROOTS_AT_ONCE = 200;

/** Rebuilds the rows that another version of the app derived; answers whether it had to. To be called before the first read. */
export async function freshenRows(storage: Storage): Promise<boolean> {
  const isFresh = await storage.transact('read', ['meta', 'roots'], async (tx) => {
    const known = await tx.get<DerivedRecord>('meta', DERIVED_KEY);
    if (known?.version === DERIVED_VERSION) return true;
    return known === undefined && (await tx.keys('roots', { limit: 1 })).length === 0 ? 'empty' : false;
  });
  if (isFresh === true) return false;
  const mark = (tx: StorageTx, version: number) =>
    tx.put('meta', { key: DERIVED_KEY, version } satisfies DerivedRecord);
  if (isFresh === false) {
    await storage.transact('write', ['meta'], (tx) => mark(tx, BEING_REBUILT));
    await rebuildBook(storage);
  }
  await storage.transact('write', ['meta'], async (tx) => {
    // A tab of another version that wrote meanwhile has left its own mark: the next start makes them again.
    const known = await tx.get<DerivedRecord>('meta', DERIVED_KEY);
    if (known === undefined || known.version === BEING_REBUILT) await mark(tx, DERIVED_VERSION);
  });
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
  for (const count of [countKnownMonth, countNewMonth]) {
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
  for (const record of records) {
    const aggregate = readAggregate(record.root, record.body);
    const derived = deriveRows(aggregate);
    await tx.put('roots', rootRecord(aggregate, derived, trailOf(record)));
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

async function countRows(tx: StorageTx, month: string): Promise<void> {
  const range = { from: [month], to: [`${month}~`], toOpen: true };
  const records = await tx.list<RootRecord>('roots', { index: 'place', range });
  const rows = records.flatMap((record) => rowOf(record) ?? []);
  await countMonth(tx, month, rows);
}

/** Counts the next month that has a line, after `after`; answers it, null at the end. */
async function countKnownMonth(tx: StorageTx, after: Key | null): Promise<Key | null> {
  const [month] = startBeyond(await tx.keys('months', { ...beyond(after), limit: 2 }), after, (key) => key);
  if (month === undefined) return null;
  await countRows(tx, String(month));
  return month;
}

/** Counts the next month that has rows but no line. */
async function countNewMonth(tx: StorageTx, after: Key | null): Promise<Key | null> {
  // '!' sorts after '', where orders without a day lie; '~' after every day of the month.
  const from = [after === null ? '!' : `${String(after)}~`];
  const [next] = await tx.list<RootRecord>('roots', { index: 'place', range: { from }, limit: 1 });
  if (next?.day === undefined) return null;
  const month = monthOf(next.day);
  if ((await tx.get('months', month)) === undefined) await countRows(tx, month);
  return month;
}
