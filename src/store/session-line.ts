// A session's line: which of its counts are known here, and how many of its transactions wait for a hub.
// Law: a line and what the session has committed since are the truth together. An own edit leaves an open line as it is, so
// that its way to the disk is shorter; whoever reads a line reads it through here.
//
//   line: upto 40, open      transactions: ... 38 40 | 41 43 44      read as: upto 44, three more unsent
import type { Transaction } from '../merge/op.ts';
import type { StorageTx } from './storage.ts';
import type { TransactionRecord } from './transaction-record.ts';
import { readRun } from './transaction-record.ts';

export interface SessionRecord {
  readonly session: string;
  /** Every count up to this one is known here. */
  readonly upto: number;
  /** Known pieces beyond a gap, first to last count, in order. */
  readonly ahead: readonly (readonly [from: number, to: number])[];
  /** The outbox: how many of the session's transactions no hub has given back yet, and the clock label of the first. */
  readonly unsent: { readonly transactions: number; readonly since: number } | null;
  /** As written down: what the session has committed since is not in it. Never set on a line that was read through here. */
  readonly isOpen?: true;
}

/** Tables in which a line stands. */
export const LINE_TABLES = ['sessions', 'transactions'] as const;

/** An open line is written at every so many transactions: what is read beside it stays short. */
const WRITTEN_EVERY = 16;

/** The session's next count, beyond whatever bears its name already. */
export function nextCount(line: SessionRecord | undefined): number {
  return Math.max(line?.upto ?? 0, line?.ahead.at(-1)?.[1] ?? 0) + 1;
}

/** Whether a count of the session is known here. */
export function knowsCount(line: SessionRecord | undefined, n: number): boolean {
  if (line === undefined) return false;
  return n <= line.upto || line.ahead.some(([from, to]) => n >= from && n <= to);
}

/** The line after the counts `from` to `to` became known. */
function extendKnown(line: SessionRecord, from: number, to: number): SessionRecord {
  const pieces = [...line.ahead, [from, to] as const].sort((a, b) => a[0] - b[0]);
  let { upto } = line;
  const ahead: (readonly [number, number])[] = [];
  for (const [first, last] of pieces) {
    const previous = ahead.at(-1);
    if (first <= upto + 1) upto = Math.max(upto, last);
    else if (previous !== undefined && first <= previous[1] + 1)
      ahead[ahead.length - 1] = [previous[0], Math.max(previous[1], last)];
    else ahead.push([first, last]);
  }
  return { ...line, upto, ahead };
}

/** The counts of one session's transactions, those that follow each other as one span. */
function spansOf(transactions: readonly Transaction[]): (readonly [from: number, to: number])[] {
  const spans: (readonly [number, number])[] = [];
  for (const { n, ops } of transactions) {
    const last = spans.at(-1);
    if (last !== undefined && last[1] + 1 === n) spans[spans.length - 1] = [last[0], n + ops.length - 1];
    else spans.push([n, n + ops.length - 1]);
  }
  return spans;
}

/** The session's line after its transactions `fresh`, unknown before, became known; `isUnsent`: no hub has them. */
export function extendLine(
  known: SessionRecord | undefined,
  session: string,
  fresh: readonly Transaction[],
  isUnsent: boolean,
): SessionRecord {
  let line = known ?? { session, upto: 0, ahead: [], unsent: null };
  if (fresh.length === 0) return line;
  for (const [from, to] of spansOf(fresh)) line = extendKnown(line, from, to);
  if (!isUnsent) return line;
  const { transactions, since } = line.unsent ?? { transactions: 0, since: Number.POSITIVE_INFINITY };
  const first = fresh.reduce((least, { at }) => Math.min(least, at), since);
  return { ...line, unsent: { transactions: transactions + fresh.length, since: first } };
}

/** The line with what its session has committed since it was written. */
async function bringUp(tx: StorageTx, written: SessionRecord): Promise<SessionRecord> {
  const { isOpen, ...line } = written;
  if (isOpen !== true) return line;
  const range = { from: [line.session, nextCount(line)], to: [line.session, Number.MAX_SAFE_INTEGER] };
  const since = await tx.list<TransactionRecord>('transactions', { range });
  return extendLine(line, line.session, since.flatMap(readRun), true);
}

/** Every session's line as it stands. */
export async function readLines(tx: StorageTx): Promise<SessionRecord[]> {
  const lines = await tx.list<SessionRecord>('sessions');
  return await Promise.all(lines.map((line) => bringUp(tx, line)));
}

/** The lines of these sessions as they stand. */
export async function readLinesOf(
  tx: StorageTx,
  sessions: readonly string[],
): Promise<Map<string, SessionRecord | undefined>> {
  const written = await tx.getMany<SessionRecord>('sessions', sessions);
  const lines = await Promise.all(written.map((line) => (line === undefined ? undefined : bringUp(tx, line))));
  return new Map(sessions.map((session, index) => [session, lines[index]]));
}

/** The line of this start of the app. It hears of every commit, one after the other, and so need not be written at each. */
export interface OwnLine {
  /** The line as it stands, read in the transaction of a commit. */
  read(tx: StorageTx): Promise<SessionRecord | undefined>;
  /** Counts a commit's one transaction, in its storage transaction; writes the line when it is due. */
  extend(tx: StorageTx, before: SessionRecord | undefined, own: Transaction): Promise<void>;
  /** The commit stands. */
  stood(own: Transaction): void;
  /** The commit failed, or nobody knows: the next one looks. */
  unsure(): void;
}

export function createOwnLine(session: string): OwnLine {
  /** Committed since the line was last written from here; null when only the database knows. */
  let since: Transaction[] | null = null;
  let isWritten = false;
  let isDue = true;
  return {
    async read(tx) {
      const written = await tx.get<SessionRecord>('sessions', session);
      if (written === undefined || written.isOpen !== true || since === null) {
        isDue = true;
        return written === undefined ? undefined : await bringUp(tx, written);
      }
      isDue = since.length + 1 >= WRITTEN_EVERY;
      const { isOpen: _, ...line } = written;
      return extendLine(line, session, since, true); // whoever else writes the line closes it
    },
    async extend(tx, before, own) {
      isWritten = isDue;
      if (!isDue) return;
      // The lines of earlier starts are closed by the next one's first commit: only a few are ever open.
      if (before === undefined) await closeOthers(tx, session);
      await tx.put('sessions', { ...extendLine(before, session, [own], true), isOpen: true } satisfies SessionRecord);
    },
    stood(own) {
      if (isWritten) since = [];
      else since?.push(own);
    },
    unsure() {
      since = null;
    },
  };
}

/** A session that is still running opens its line again with its next commit. */
async function closeOthers(tx: StorageTx, session: string): Promise<void> {
  const lines = await tx.list<SessionRecord>('sessions');
  const open = lines.filter((line) => line.isOpen === true && line.session !== session);
  await tx.putMany('sessions', await Promise.all(open.map((line) => bringUp(tx, line))));
}
