// Makes every derived row again from the registers, a piece at a time, while the shop goes on working.
// Law: each piece is one transaction that leaves the book no worse than before, so a kill in the middle loses nothing, and
// the list is never empty meanwhile.
//
//   registers --200 roots--> rows, customers, entries      then: rows nobody derives any more go
//                                                          then: each day is counted anew from its rows
import type { OrderRow } from '../domain/order-row.ts';
import type { DayLoad } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import { rootOf } from '../merge/op.ts';
import type { RegistersRecord } from './book-write.ts';
import { BOOK_TABLES, recordToAggregate, registersRecord } from './book-write.ts';
import type { CustomerRow, DerivedRecord, EntryRow } from './derive.ts';
import { DERIVED_KEY, DERIVED_VERSION, deriveRows, emptyLoad, moveLoad } from './derive.ts';
import { compareKeys } from './key-order.ts';
import type { Key, Storage, StorageTx, TableName } from './storage.ts';

/** An edit of the owner waits for one piece at most. */
const ROOTS_AT_ONCE = 200;
const DAYS_AT_ONCE = 60;

/** Rebuilds the rows that another version of the app derived; answers whether it had to. To be called before the first read. */
export async function freshenRows(storage: Storage): Promise<boolean> {
  const isFresh = await storage.transact('read', ['meta', 'registers'], async (tx) => {
    const known = await tx.get<DerivedRecord>('meta', DERIVED_KEY);
    if (known?.version === DERIVED_VERSION) return true;
    return known === undefined && (await tx.keys('registers', { limit: 1 })).length === 0 ? 'empty' : false;
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
  for (const table of ['rows', 'customers', 'entries'] as const) {
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
    await tx.list<RegistersRecord>('registers', { ...beyond(after), limit: ROOTS_AT_ONCE + 1 }),
    after,
    (record) => record.root,
  ).slice(0, ROOTS_AT_ONCE);
  const registers: RegistersRecord[] = [];
  const rows: OrderRow[] = [];
  const customers: CustomerRow[] = [];
  const entries: EntryRow[] = [];
  for (const record of records) {
    const aggregate = recordToAggregate(record.root, record);
    const derived = deriveRows(aggregate);
    registers.push(registersRecord(aggregate, derived, record.trail));
    if (derived.order !== null) rows.push(derived.order);
    if (derived.customer !== null) customers.push(derived.customer);
    entries.push(...derived.entries);
  }
  await tx.putMany('registers', registers);
  await tx.putMany('rows', rows);
  await tx.putMany('customers', customers);
  await tx.putMany('entries', entries);
  return records.map((record) => record.root);
}

type RowTable = Extract<TableName, 'rows' | 'customers' | 'entries'>;
type AnyRow = Pick<OrderRow, 'eid'> & Partial<Pick<OrderRow, 'day' | 'sort'>>;

function keyOfRow(table: RowTable, row: AnyRow): Key {
  return table === 'rows' ? [row.day ?? '', row.sort ?? '', row.eid] : row.eid;
}

/** The keys that the root's rows have in a table, now that its registers' record is fresh. */
function derivedKeys(table: RowTable, record: RegistersRecord): readonly Key[] {
  if (table === 'rows') return record.row === null ? [] : [record.row];
  const { customer, entries } = deriveRows(recordToAggregate(record.root, record));
  if (table === 'entries') return entries.map((entry) => entry.eid);
  return customer === null ? [] : [customer.eid];
}

async function removeUnderived(tx: StorageTx, table: RowTable, after: Key | null): Promise<Key | null> {
  const rows = startBeyond(await tx.list<AnyRow>(table, { ...beyond(after), limit: ROOTS_AT_ONCE + 1 }), after, (row) =>
    keyOfRow(table, row),
  ).slice(0, ROOTS_AT_ONCE);
  const roots = [...new Set(rows.map((row) => rootOf(row.eid)))];
  const records = await tx.getMany<RegistersRecord>('registers', roots);
  const derived = new Set(
    records
      .flatMap((record) => (record === undefined ? [] : derivedKeys(table, record)))
      .map((key) => JSON.stringify(key)),
  );
  for (const row of rows) {
    const key = keyOfRow(table, row);
    if (!derived.has(JSON.stringify(key))) await tx.remove(table, key);
  }
  const last = rows.at(-1);
  return last === undefined ? null : keyOfRow(table, last);
}

async function countDay(tx: StorageTx, day: string): Promise<void> {
  const rows = await tx.list<OrderRow>('rows', { range: { prefix: [day] } });
  const empty = emptyLoad(day as LocalDate); // the days table is keyed by days; '' has no line
  const load = rows.reduce((sum, row) => moveLoad(sum, null, row), empty);
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
    const [next] = await tx.list<OrderRow>('rows', { range: { from }, limit: 1 });
    if (next === undefined) break;
    days.push(next.day);
  }
  const known = await tx.getMany<DayLoad>('days', days);
  for (const [index, day] of days.entries()) if (known[index] === undefined) await countDay(tx, day);
  return days.at(-1) ?? null;
}
