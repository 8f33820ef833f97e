// Writing into the book inside one storage transaction: registers, rows, loads, history, outbox, version vector.
// Law: whatever brings transactions here (a person's edit, a joined backup, later the hub's log), this is the one way in.
import type { OrderRow } from '../domain/order-row.ts';
import type { DayLoad } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import { emptyAggregate, joinAggregates, registerOf, transactionToAggregates } from '../merge/aggregate.ts';
import { readAggregate, writeAggregate } from '../merge/aggregate-record.ts';
import type { KindName } from '../merge/catalogue.ts';
import type { Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, rootsOf } from '../merge/op.ts';
import { dotsToCounts, isReadable } from '../merge/register.ts';
import type { CustomerRow, Derived, DerivedRecord } from './derive.ts';
import { DERIVED_KEY, DERIVED_VERSION, daysTouched, deriveRows, emptyLoad, moveLoad } from './derive.ts';
import type { Key, StorageTx, TableName } from './storage.ts';
import type { TransactionRecord } from './transaction-record.ts';
import { readTransaction, writeTransaction } from './transaction-record.ts';

/** The tables that a write may touch. */
export const BOOK_TABLES = [
  'registers',
  'rows',
  'days',
  'customers',
  'entries',
  'transactions',
  'outbox',
  'sessions',
  'meta',
] as const satisfies readonly TableName[];

export interface RegistersRecord {
  readonly root: string;
  /** Key of the order's row; null for other roots. */
  readonly row: readonly [day: string, sort: string, eid: string] | null;
  readonly pictures: readonly string[];
  readonly body: string;
}
export interface SessionRecord {
  readonly session: string;
  /** Every count up to this one is known here. */
  readonly upto: number;
  /** Known pieces beyond a gap, first to last count, in order. */
  readonly ahead: readonly (readonly [from: number, to: number])[];
}
export interface RowChange {
  readonly before: OrderRow | null;
  readonly after: OrderRow | null;
}
/** What a write changed, for whoever shows it. */
export interface WriteOutcome {
  /** How many transactions were not known before. */
  readonly added: number;
  readonly roots: readonly string[];
  readonly kinds: readonly KindName[];
  readonly days: readonly string[];
  readonly rows: readonly RowChange[];
}

export function recordToAggregate(root: string, record: RegistersRecord | undefined): Aggregate {
  return record === undefined ? emptyAggregate(root) : readAggregate(root, record.body);
}

/** The version vector's line for a session after counts `from` to `to` became known. */
export function extendSession(
  known: SessionRecord | undefined,
  session: string,
  from: number,
  to: number,
): SessionRecord {
  const pieces = [...(known?.ahead ?? []), [from, to] as const].sort((a, b) => a[0] - b[0]);
  let upto = known?.upto ?? 0;
  const ahead: (readonly [number, number])[] = [];
  for (const [first, last] of pieces) {
    const previous = ahead.at(-1);
    if (first <= upto + 1) upto = Math.max(upto, last);
    else if (previous !== undefined && first <= previous[1] + 1)
      ahead[ahead.length - 1] = [previous[0], Math.max(previous[1], last)];
    else ahead.push([first, last]);
  }
  return { session, upto, ahead };
}

/** Blanks what a redaction in the aggregate has taken away; the same transaction when there is nothing to blank. */
function blankRedacted(transaction: Transaction, aggregates: ReadonlyMap<string, Aggregate>): Transaction {
  let touched = false;
  const ops = transaction.ops.map((op): TxOp => {
    const aggregate = aggregates.get(rootOf(op.eid));
    if (aggregate === undefined || op.value === null) return op;
    const { redactions } = registerOf(aggregate, childOf(op.eid), op.field);
    // A redaction carries no value, whatever a damaged one says.
    if (op.redact !== true && isReadable(op.past === undefined ? undefined : dotsToCounts(op.past), redactions))
      return op;
    touched = true;
    return { ...op, value: null };
  });
  return touched ? { ...transaction, ops } : transaction;
}

/** Reads the aggregates of `roots`, the missing ones empty. */
export async function readAggregates(tx: StorageTx, roots: readonly string[]): Promise<Map<string, Aggregate>> {
  const records = await tx.getMany<RegistersRecord>('registers', roots);
  return new Map(roots.map((root, index) => [root, recordToAggregate(root, records[index])]));
}

export interface WriteOptions {
  /** Into the outbox: no hub has them yet. */
  readonly outbox: boolean;
  /** The one transaction is this session's next and surely new: what its author has read already in this storage transaction. */
  readonly own?: {
    readonly aggregates: ReadonlyMap<string, Aggregate>;
    readonly session: SessionRecord | undefined;
    readonly derived: DerivedRecord | undefined;
  };
}

/** Those that the book does not have yet, each once. */
async function unknownOf(tx: StorageTx, transactions: readonly Transaction[]): Promise<readonly Transaction[]> {
  const stored = await tx.getMany<TransactionRecord>(
    'transactions',
    transactions.map((one) => [one.session, one.n]),
  );
  const met = new Set<string>();
  return transactions.filter(({ session, n }, index) => {
    const name = `${n} ${session}`;
    if (stored[index] !== undefined || met.has(name)) return false;
    return met.add(name);
  });
}

/** Joins transactions into the book. Those already known are skipped, so joining twice changes nothing. */
export async function writeTransactions(
  tx: StorageTx,
  transactions: readonly Transaction[],
  options: WriteOptions,
): Promise<WriteOutcome> {
  const { own } = options;
  const fresh = own === undefined ? await unknownOf(tx, transactions) : transactions;
  const roots = [...new Set(fresh.flatMap(rootsOf))];
  const before = own?.aggregates ?? (await readAggregates(tx, roots));
  const joined = new Map(before);
  for (const transaction of fresh) {
    for (const [root, brought] of transactionToAggregates(transaction)) {
      joined.set(root, joinAggregates(joined.get(root) ?? emptyAggregate(root), brought));
    }
  }
  const kept = fresh.map((transaction) => blankRedacted(transaction, joined));
  await blankHistory(tx, kept, joined);
  await tx.putMany('transactions', kept.map(writeTransaction));
  if (options.outbox)
    await tx.putMany(
      'outbox',
      kept.map(({ session, n, at }) => ({ session, n, at })),
    );
  await extendSessions(tx, kept, own?.session);
  const derived = own === undefined ? await tx.get<DerivedRecord>('meta', DERIVED_KEY) : own.derived;
  // Another version's tab is open on this book: whoever opens it next makes the rows anew.
  if (derived?.version !== DERIVED_VERSION)
    await tx.put('meta', { key: DERIVED_KEY, version: DERIVED_VERSION } satisfies DerivedRecord);
  const replaced = await replaceRows(
    tx,
    roots.map((root) => ({
      before: before.get(root) ?? emptyAggregate(root),
      after: joined.get(root) ?? emptyAggregate(root),
    })),
  );
  return { added: fresh.length, ...replaced };
}

/** A new redaction reaches back into the history that is already written. */
async function blankHistory(
  tx: StorageTx,
  fresh: readonly Transaction[],
  joined: ReadonlyMap<string, Aggregate>,
): Promise<void> {
  const redacted = new Set(
    fresh.flatMap((one) => one.ops.filter((op) => op.redact === true).map((op) => rootOf(op.eid))),
  );
  for (const root of redacted) {
    const records = await tx.list<TransactionRecord>('transactions', {
      index: 'roots',
      range: { from: root, to: root },
    });
    for (const record of records) {
      const transaction = readTransaction(record);
      const blanked = blankRedacted(transaction, await aggregatesFor(tx, transaction, joined));
      if (blanked !== transaction) await tx.put('transactions', writeTransaction(blanked));
    }
  }
}

async function aggregatesFor(
  tx: StorageTx,
  transaction: Transaction,
  joined: ReadonlyMap<string, Aggregate>,
): Promise<ReadonlyMap<string, Aggregate>> {
  const missing = rootsOf(transaction).filter((root) => !joined.has(root));
  return missing.length === 0 ? joined : new Map([...joined, ...(await readAggregates(tx, missing))]);
}

async function extendSessions(
  tx: StorageTx,
  transactions: readonly Transaction[],
  own: SessionRecord | undefined,
): Promise<void> {
  const sessions = [...new Set(transactions.map((one) => one.session))];
  const isOwn = own !== undefined && sessions.length === 1 && sessions[0] === own.session;
  const records = isOwn ? [own] : await tx.getMany<SessionRecord>('sessions', sessions);
  const lines = new Map(sessions.map((session, index) => [session, records[index]]));
  for (const { session, n, ops } of transactions) {
    lines.set(session, extendSession(lines.get(session), session, n, n + ops.length - 1));
  }
  await tx.putMany(
    'sessions',
    [...lines.values()].filter((line) => line !== undefined),
  );
}

/** Writes the registers of each root and everything derived from them. */
async function replaceRows(
  tx: StorageTx,
  replaced: readonly { before: Aggregate; after: Aggregate }[],
): Promise<Omit<WriteOutcome, 'added'>> {
  const loads = new Map<LocalDate, DayLoad>();
  const rows: RowChange[] = [];
  const kinds = new Set<KindName>();
  const days = new Set<string>();
  const puts = {
    registers: [] as RegistersRecord[],
    rows: [] as OrderRow[],
    customers: [] as CustomerRow[],
    entries: [] as object[],
  };
  const removals: { table: TableName; key: Key }[] = [];
  const derivations = replaced.map(({ before, after }) => ({
    root: after.root,
    after,
    old: deriveRows(before),
    now: deriveRows(after),
  }));
  const touched = [...new Set(derivations.flatMap(({ old, now }) => daysTouched(old.order, now.order)))];
  const known = touched.length === 0 ? [] : await tx.getMany<DayLoad>('days', touched);
  for (const [index, day] of touched.entries()) loads.set(day, known[index] ?? emptyLoad(day));
  for (const { root, after, old, now } of derivations) {
    for (const kind of now.kinds) kinds.add(kind);
    puts.registers.push(registersRecord(root, after, now));
    if (
      old.order !== null &&
      !(now.order !== null && now.order.day === old.order.day && now.order.sort === old.order.sort)
    ) {
      removals.push({ table: 'rows', key: [old.order.day, old.order.sort, old.order.eid] });
    }
    if (now.order !== null) puts.rows.push(now.order);
    if (old.order !== null || now.order !== null) rows.push({ before: old.order, after: now.order });
    for (const row of [old.order, now.order]) if (row !== null) days.add(row.day);
    for (const day of daysTouched(old.order, now.order))
      loads.set(day, moveLoad(loads.get(day) ?? emptyLoad(day), old.order, now.order));
    if (now.customer !== null) puts.customers.push(now.customer);
    else if (old.customer !== null) removals.push({ table: 'customers', key: old.customer.eid });
    puts.entries.push(...now.entries);
    for (const entry of old.entries) {
      if (!now.entries.some((still) => still.eid === entry.eid)) removals.push({ table: 'entries', key: entry.eid });
    }
  }
  const kept = [...loads.values()].filter((load) => load.orders > 0);
  for (const [index, day] of touched.entries()) {
    // A day without orders has no line, as after a rebuild.
    if (known[index] !== undefined && !kept.some((load) => load.day === day))
      removals.push({ table: 'days', key: day });
  }
  for (const { table, key } of removals) await tx.remove(table, key);
  await tx.putMany('registers', puts.registers);
  await tx.putMany('rows', puts.rows);
  await tx.putMany('customers', puts.customers);
  await tx.putMany('entries', puts.entries);
  await tx.putMany('days', kept);
  return { roots: replaced.map(({ after }) => after.root), kinds: [...kinds], days: [...days], rows };
}

/** A root's line in `registers`, from its aggregate and what was derived of it. */
export function registersRecord(root: string, aggregate: Aggregate, derived: Derived): RegistersRecord {
  const { order } = derived;
  return {
    root,
    row: order === null ? null : [order.day, order.sort, order.eid],
    pictures: derived.pictures,
    body: writeAggregate(aggregate),
  };
}
