// Writing into the book inside one storage transaction: registers, rows, loads, history, version vector and outbox.
// Law: whatever brings transactions here (a person's edit, a joined backup, later the hub's log), this is the one way in.
import type { OrderRow } from '../domain/order-row.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import {
  emptyAggregate,
  hasRedactions,
  joinAggregates,
  registerOf,
  transactionToAggregates,
} from '../merge/aggregate.ts';
import { readAggregate, writeAggregate } from '../merge/aggregate-record.ts';
import type { KindName } from '../merge/catalogue.ts';
import type { Transaction, TxOp } from '../merge/op.ts';
import { childOf, rootOf, rootsOf } from '../merge/op.ts';
import { dotsToCounts, isReadable } from '../merge/register.ts';
import type { Derived, DerivedRecord } from './derive.ts';
import { BEING_REBUILT, DERIVED_KEY, DERIVED_VERSION, deriveRows, isOnlyOrder } from './derive.ts';
import { moveLoads } from './month-loads.ts';
import type { PackedRow } from './row-record.ts';
import { packRow, rowOf } from './row-record.ts';
import type { OwnLine, SessionRecord } from './session-line.ts';
import { extendLine, knowsCount, readLinesOf } from './session-line.ts';
import type { Key, StorageTx, TableName } from './storage.ts';
import type { TransactionRecord } from './transaction-record.ts';
import { readRun, writeRun, writeRuns } from './transaction-record.ts';

/** The tables that a write may touch. */
export const BOOK_TABLES = [
  'roots',
  'months',
  'customers',
  'entries',
  'transactions',
  'sessions',
  'meta',
] as const satisfies readonly TableName[];

/** With what lists show of an order (`rowOf`), derived. */
export interface RootRecord extends PackedRow {
  readonly root: string;
  /** SHA-256 of the pictures that it shows, where there are any. Derived. */
  readonly pictures?: readonly string[];
  /** `trailMark` of every transaction that touched the root, a line each: the way to its history. */
  readonly trail: string;
  readonly body: string;
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

/** How a trail names a transaction: its count and session. */
export const trailMark = ({ session, n }: Pick<Transaction, 'session' | 'n'>): string => `${n} ${session}`;

/** The transactions that a trail names, as far as they are here, each with the record that holds it. */
export async function readTrail(
  tx: StorageTx,
  trail: readonly string[],
): Promise<{ readonly record: TransactionRecord; readonly transactions: readonly Transaction[] }[]> {
  const found = await Promise.all(
    trail.map((mark) => {
      const space = mark.indexOf(' ');
      const session = mark.slice(space + 1);
      // A run begins at or before the count that is looked for.
      const range = { from: [session, 0], to: [session, Number(mark.slice(0, space))] };
      return tx.list<TransactionRecord>('transactions', { range, reverse: true, limit: 1 });
    }),
  );
  const wanted = new Set(trail);
  const records = new Map(found.flat().map((record) => [trailMark(record), record]));
  return [...records.values()].map((record) => ({
    record,
    transactions: readRun(record).filter((one) => wanted.has(trailMark(one))),
  }));
}

/** The marks of a root's trail. */
export function trailOf(record: RootRecord | undefined): string[] {
  return record === undefined || record.trail === '' ? [] : record.trail.split('\n');
}

export function recordToAggregate(root: string, record: RootRecord | undefined): Aggregate {
  return record === undefined ? emptyAggregate(root) : readAggregate(root, record.body);
}

/** Blanks what a redaction in the aggregate has taken away; the same transaction when there is nothing to blank. */
function blankRedacted(transaction: Transaction, aggregates: ReadonlyMap<string, Aggregate>): Transaction {
  const roots = rootsOf(transaction).map((root) => aggregates.get(root));
  if (!roots.some((aggregate) => aggregate !== undefined && hasRedactions(aggregate))) return transaction;
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

/** A root as it stands in the book. */
export interface KnownRoot {
  readonly aggregate: Aggregate;
  readonly trail: readonly string[];
  /** The order's row as it is written down, which the day's load has counted. */
  readonly row: OrderRow | null;
}

/** From how many roots on one look at their whole range is worth it. */
const MANY_ROOTS = 50;

/** Roots that are joined together were mostly made together: where none lies between the first and the last, none is known. */
async function isNoneKnown(tx: StorageTx, roots: readonly string[]): Promise<boolean> {
  const [first] = roots;
  if (first === undefined || roots.length < MANY_ROOTS) return false;
  let [from, to] = [first, first];
  for (const root of roots) {
    if (root < from) from = root;
    if (root > to) to = root;
  }
  return (await tx.keys('roots', { range: { from, to }, limit: 1 })).length === 0;
}

/** Reads `roots`, the missing ones empty. */
export async function readRoots(tx: StorageTx, roots: readonly string[]): Promise<Map<string, KnownRoot>> {
  const records = (await isNoneKnown(tx, roots)) ? [] : await tx.getMany<RootRecord>('roots', roots);
  return new Map(
    roots.map((root, index) => {
      const record = records[index];
      const aggregate = recordToAggregate(root, record);
      return [root, { aggregate, trail: trailOf(record), row: record === undefined ? null : rowOf(record) }];
    }),
  );
}

export interface WriteOptions {
  /** Into the outbox: no hub has them yet. */
  readonly outbox: boolean;
  /** The one transaction is this session's next and surely new: what its author has read already in this storage transaction. */
  readonly own?: {
    readonly roots: ReadonlyMap<string, KnownRoot>;
    readonly ownLine: OwnLine;
    readonly line: SessionRecord | undefined;
    readonly derived: DerivedRecord | undefined;
  };
}

const NO_LINES: ReadonlyMap<string, SessionRecord | undefined> = new Map();

/** Joined transactions that share a record: few enough to read one again cheaply, enough that the record hardly counts. */
const RUN_LENGTH = 50;

/** Joins transactions into the book. Those already known are skipped, so joining twice changes nothing. */
export async function writeTransactions(
  tx: StorageTx,
  transactions: readonly Transaction[],
  options: WriteOptions,
): Promise<WriteOutcome> {
  const { own } = options;
  // Asked before anything is written: an answer comes after what was sent before it.
  const [lines, derived] =
    own === undefined
      ? await Promise.all([
          readLinesOf(tx, [...new Set(transactions.map((one) => one.session))]),
          tx.get<DerivedRecord>('meta', DERIVED_KEY),
        ])
      : [NO_LINES, own.derived];
  const met = new Set<string>();
  const fresh = transactions.filter((one) => {
    // Each once; and a count that is known stays with the transaction that came first.
    if (knowsCount(lines.get(one.session), one.n) || met.has(trailMark(one))) return false;
    return met.add(trailMark(one));
  });
  const roots = [...new Set(fresh.flatMap(rootsOf))];
  const before = own?.roots ?? (await readRoots(tx, roots));
  const joined = new Map([...before].map(([root, known]) => [root, known.aggregate]));
  const trails = new Map([...before].map(([root, known]) => [root, [...known.trail]]));
  for (const transaction of fresh) {
    for (const [root, brought] of transactionToAggregates(transaction)) {
      joined.set(root, joinAggregates(joined.get(root) ?? emptyAggregate(root), brought));
      trails.get(root)?.push(trailMark(transaction));
    }
  }
  const kept = fresh.map((transaction) => blankRedacted(transaction, joined));
  await blankHistory(tx, kept, joined, before);
  await tx.putMany('transactions', writeRuns(kept, RUN_LENGTH));
  if (own === undefined) await extendLines(tx, kept, lines, options.outbox);
  else for (const one of kept) await own.ownLine.extend(tx, own.line, one);
  // Another version's tab is open on this book: whoever opens it next makes the rows anew.
  if (derived?.version !== DERIVED_VERSION && derived?.version !== BEING_REBUILT)
    await tx.put('meta', { key: DERIVED_KEY, version: DERIVED_VERSION } satisfies DerivedRecord);
  const replaced = await replaceRoots(
    tx,
    roots.map((root) => ({
      before: before.get(root) ?? { aggregate: emptyAggregate(root), trail: [], row: null },
      after: joined.get(root) ?? emptyAggregate(root),
      trail: trails.get(root) ?? [],
    })),
  );
  return { added: fresh.length, ...replaced };
}

/** A new redaction reaches back into the history that is already written. */
async function blankHistory(
  tx: StorageTx,
  fresh: readonly Transaction[],
  joined: ReadonlyMap<string, Aggregate>,
  before: ReadonlyMap<string, KnownRoot>,
): Promise<void> {
  const redacted = new Set(
    fresh.flatMap((one) => one.ops.filter((op) => op.redact === true).map((op) => rootOf(op.eid))),
  );
  const records = new Map<string, TransactionRecord>();
  for (const root of redacted) {
    for (const { record } of await readTrail(tx, before.get(root)?.trail ?? [])) records.set(trailMark(record), record);
  }
  for (const record of records.values()) {
    const run = readRun(record);
    const blanked: Transaction[] = [];
    for (const one of run) blanked.push(blankRedacted(one, await aggregatesFor(tx, one, joined)));
    if (blanked.some((one, index) => one !== run[index])) await tx.put('transactions', writeRun(blanked));
  }
}

async function aggregatesFor(
  tx: StorageTx,
  transaction: Transaction,
  joined: ReadonlyMap<string, Aggregate>,
): Promise<ReadonlyMap<string, Aggregate>> {
  const missing = rootsOf(transaction).filter((root) => !joined.has(root));
  if (missing.length === 0) return joined;
  const others = await readRoots(tx, missing);
  return new Map([...joined, ...[...others].map(([root, known]) => [root, known.aggregate] as const)]);
}

/** The lines of the sessions that transactions have come of. */
async function extendLines(
  tx: StorageTx,
  transactions: readonly Transaction[],
  known: ReadonlyMap<string, SessionRecord | undefined>,
  isUnsent: boolean,
): Promise<void> {
  const lines: SessionRecord[] = [];
  for (const session of new Set(transactions.map((one) => one.session))) {
    const fresh = transactions.filter((one) => one.session === session);
    lines.push(extendLine(known.get(session), session, fresh, isUnsent));
  }
  await tx.putMany('sessions', lines);
}

const SENT_AT_ONCE = 50;

/**
 * Writes each root and everything derived from it. Some are sent on their way while the next are derived, so that the
 * browser writes meanwhile; not each by itself, since each sending wakes it.
 */
async function replaceRoots(
  tx: StorageTx,
  replaced: readonly { readonly before: KnownRoot; readonly after: Aggregate; readonly trail: readonly string[] }[],
): Promise<Omit<WriteOutcome, 'added'>> {
  const rows: RowChange[] = [];
  const kinds = new Set<KindName>();
  const days = new Set<string>();
  const records: RootRecord[] = [];
  for (const { before, after, trail } of replaced) {
    const now = deriveRows(after);
    for (const kind of now.kinds) kinds.add(kind);
    records.push(rootRecord(after, now, trail));
    if (records.length >= SENT_AT_ONCE) await tx.putMany('roots', records.splice(0));
    if (now.customer !== null) await tx.put('customers', now.customer);
    for (const entry of now.entries) await tx.put('entries', entry);
    for (const { table, key } of isOnlyOrder(before.aggregate) ? [] : rowsGone(deriveRows(before.aggregate), now))
      await tx.remove(table, key);
    if (before.row === null && now.order === null) continue;
    rows.push({ before: before.row, after: now.order });
    for (const row of [before.row, now.order]) if (row !== null) days.add(row.day);
  }
  await tx.putMany('roots', records);
  await moveLoads(tx, rows);
  return { roots: replaced.map(({ after }) => after.root), kinds: [...kinds], days: [...days], rows };
}

/** Keys of customers and entries that a root had and has no more. */
function rowsGone(old: Derived, now: Derived): { readonly table: TableName; readonly key: Key }[] {
  const gone: { table: TableName; key: Key }[] = [];
  if (old.customer !== null && now.customer?.eid !== old.customer.eid)
    gone.push({ table: 'customers', key: old.customer.eid });
  for (const entry of old.entries) {
    if (!now.entries.some((still) => still.eid === entry.eid)) gone.push({ table: 'entries', key: entry.eid });
  }
  return gone;
}

/** A root's line in `roots`, from its aggregate, what was derived of it, and its trail. */
export function rootRecord(aggregate: Aggregate, derived: Derived, trail: readonly string[]): RootRecord {
  return {
    root: aggregate.root,
    ...(derived.order === null ? null : packRow(derived.order)),
    ...(derived.pictures.length === 0 ? null : { pictures: derived.pictures }),
    trail: [...trail].sort().join('\n'),
    body: writeAggregate(aggregate),
  };
}
