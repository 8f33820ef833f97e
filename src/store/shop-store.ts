// The shop's book: the one door through which screens read and write it.
// Law: every change of the shop's data passes `commit`, one strict transaction; drafts and device settings have the second,
// local-only door. What `commit` has answered with `ok` is on disk.
import type { Env } from '../domain/environment.ts';
import type { Eid, Order } from '../domain/order.ts';
import type { OrderRow, RowFlag } from '../domain/order-row.ts';
import type { DayLoad, Shop } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Aggregate } from '../merge/aggregate.ts';
import { registerOf } from '../merge/aggregate.ts';
import type { KindName } from '../merge/catalogue.ts';
import { fieldNo } from '../merge/catalogue.ts';
import type { Json, Transaction, TxOp } from '../merge/op.ts';
import { rootOf } from '../merge/op.ts';
import type { KnownRoot, RowChange, WriteOutcome } from './book-write.ts';
import { BOOK_TABLES, readRoots, readTrail, writeTransactions } from './book-write.ts';
import type { Change, OlderValues } from './change.ts';
import { changeToTransaction, dotText, rootsSeenBefore } from './change.ts';
import type { CustomerRow, DerivedRecord } from './derive.ts';
import { DERIVED_KEY } from './derive.ts';
import type { FieldConflict, Seen } from './entity-values.ts';
import type { HistoryEntry } from './history.ts';
import { rebuildBook } from './rebuild.ts';
import type { SessionRecord } from './session-line.ts';
import { createOwnLine, LINE_TABLES, nextCount, readLines } from './session-line.ts';
import type { ShopDocument } from './shop-document.ts';
import type { Storage, StorageProblem, StorageTx, TableName } from './storage.ts';
import { StorageFailure } from './storage.ts';
import { createQueries } from './store-queries.ts';
import type { TransactionRecord } from './transaction-record.ts';
import { readRun, writeRun } from './transaction-record.ts';

/** An order with what a form needs to edit it and a person to settle it. */
export interface OrderDocument {
  readonly order: Order;
  readonly conflicts: readonly FieldConflict[];
  /** Hand it back as `seen` of the edits made from this screen. */
  readonly seen: Seen;
}

export type CommitResult =
  | {
      readonly ok: true;
      readonly roots: readonly string[] /** Short number given to `numberFor`. */;
      readonly number: string | null;
    }
  | { readonly ok: false; readonly problem: StorageProblem; readonly cause: unknown };

/** What changed in the book, in this tab or another. `rows` is empty when it came from elsewhere: read again then. */
export interface Notice {
  readonly roots: readonly string[];
  readonly kinds: readonly KindName[];
  readonly days: readonly string[];
  readonly rows: readonly RowChange[];
  readonly isLocal: boolean;
  /** Everything may have changed: a join or a rebuild. */
  readonly isAll: boolean;
  /** Something was taken away for good (redacted): copies elsewhere must follow at once. */
  readonly erases: boolean;
  /** Keys of the local-only door that changed. */
  readonly drafts: readonly string[];
  readonly device: readonly string[];
}

/** Tells other tabs of this browser what changed; nothing but a hint. */
export interface NoticeChannel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

/** A read that a screen shows and keeps up to date. Equal keys mean the same read. */
export interface Query<Answer> {
  readonly key: string;
  readonly run: () => Promise<Answer>;
  readonly isTouchedBy: (notice: Notice) => boolean;
  /** The next answer without reading again; undefined when it has to be read. */
  readonly patch?: (answer: Answer, notice: Notice) => Answer | undefined;
}

export interface OutboxSummary {
  readonly transactions: number;
  /** Clock label of the oldest change that is nowhere but here; null when there is none. */
  readonly oldestAt: number | null;
}
export interface Draft {
  readonly key: string;
  readonly at: number;
  readonly value: Json;
}

export interface ShopStore {
  /** Name of this start of the app in this tab. */
  readonly session: string;
  commit(change: Change): Promise<CommitResult>;
  /** Who acts from now on; '' is nobody in particular. */
  setActor(actor: string): void;
  /** Letter of this tablet in the numbers of orders taken from now on. */
  setLetter(letter: string): void;
  /** Joins transactions that were made elsewhere (a backup). Known ones change nothing. Answers how many were new. */
  join(transactions: readonly Transaction[]): Promise<{ readonly added: number }>;
  /** Makes every derived row again. Answers how many roots there are. */
  rebuild(): Promise<number>;
  subscribe(listener: (notice: Notice) => void): () => void;
  readonly queries: StoreQueries;
  readonly drafts: LocalDoor<Draft>;
  readonly device: LocalDoor<{ readonly key: string; readonly value: Json }>;
  /** Every transaction, oldest session count first within a session, `limit` at a time; for backups. */
  readTransactions(after: { session: string; n: number } | null, limit: number): Promise<Transaction[]>;
  /** Which counts of each session are known here, at one moment; for backups. */
  readVersionVector(): Promise<SessionRecord[]>;
  onSuperseded(listener: () => void): void;
  close(): void;
}

/** The local-only door: written durably, never synced, never in history. */
export interface LocalDoor<Row> {
  get(key: string): Promise<Row | undefined>;
  list(): Promise<Row[]>;
  put(key: string, value: Json): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface StoreQueries {
  shop(): Query<Shop>;
  /** The shop's settings with what a person needs to edit and to settle them. */
  shopDocument(): Query<ShopDocument>;
  day(day: LocalDate | ''): Query<readonly OrderRow[]>;
  /** Rows of the days `from` to `to`, both included. */
  range(from: LocalDate, to: LocalDate): Query<readonly OrderRow[]>;
  loads(from: LocalDate, to: LocalDate): Query<ReadonlyMap<LocalDate, DayLoad>>;
  order(eid: Eid): Query<OrderDocument | null>;
  history(eid: Eid): Query<readonly HistoryEntry[]>;
  /** Rows with a mark, soonest day first. */
  flagged(flag: RowFlag, limit?: number): Query<readonly OrderRow[]>;
  flagCount(flag: RowFlag): Query<number>;
  /** Orders of customers whose phone ends in these four digits, newest day first. */
  ordersByTail(tail: string): Query<readonly OrderRow[]>;
  customersByTail(tail: string): Query<readonly CustomerRow[]>;
  outbox(): Query<OutboxSummary>;
  /** Rows in the order of their key, a page at a time, for the search index and exports. */
  page(after: readonly [string, string, string] | null, limit: number): Query<readonly OrderRow[]>;
  rowsOf(eids: readonly string[]): Query<readonly OrderRow[]>;
  hasPicture(sha: string): Query<boolean>;
}

/** One counter for each letter, so that a tablet that changes its letter, or gets it back, never gives a number twice. */
interface NumberRecord {
  readonly key: string;
  readonly next: number;
}
const numberKey = (letter: string) => `number ${letter}`;

export interface OpenShopOptions {
  readonly storage: Storage;
  readonly env: Env;
  readonly channel?: NoticeChannel;
  /** Letter of this tablet in short order numbers. */
  readonly letter?: string;
}

const NOTHING_LOCAL = { drafts: [], device: [] } as const;
/** Transactions that one storage transaction joins: enough to be fast, few enough to leave room for edits between. */
const JOINED_AT_ONCE = 1000;

/** Opens the book on an opened storage. */
export function openShopStore({ storage, env, channel, letter: firstLetter = 'A' }: OpenShopOptions): ShopStore {
  const session = env.newSession();
  const listeners = new Set<(notice: Notice) => void>();
  let actor = '';
  let letter = firstLetter;
  let isClosed = false;

  const hear = (notice: Notice) => {
    for (const listener of [...listeners]) alone(() => listener(notice));
  };
  const tell = (notice: Notice) => {
    hear(notice);
    if (!isClosed) alone(() => channel?.post({ ...notice, rows: [], isLocal: false }));
  };
  channel?.listen((message) => hear(readNotice(message)));

  const read = <Answer>(tables: readonly TableName[], body: (tx: StorageTx) => Promise<Answer>) =>
    storage.transact('read', tables, body);

  const ownLine = createOwnLine(session);
  let committing: Promise<unknown> = Promise.resolve();
  /** One commit after the other: each knows what the one before left. */
  const inTurn = <Answer>(job: () => Promise<Answer>): Promise<Answer> => {
    const next = committing.then(job);
    committing = next.catch(() => undefined); // told to whom it concerns; the next one goes on
    return next;
  };

  const commit = async (change: Change): Promise<CommitResult> => {
    const author = { session, actor, at: env.now() };
    let attempted: { readonly transaction: Transaction; readonly number: string | null } | null = null;
    const tables: TableName[] = [...BOOK_TABLES, ...(change.discardDraft === undefined ? [] : (['drafts'] as const))];
    const roots = [
      ...new Set([
        ...change.edits.map((edit) => rootOf(edit.eid)),
        ...(change.redactions ?? []).map((one) => rootOf(one.eid)),
        ...(change.numberFor === undefined ? [] : [rootOf(change.numberFor)]),
      ]),
    ];
    try {
      const write = async (tx: StorageTx) => {
        if (attempted !== null) {
          // Second try after a lost handle: the first may stand already.
          const { transaction, number } = attempted;
          const stood = await tx.get<TransactionRecord>('transactions', [session, transaction.n]);
          if (stood?.body === writeRun([transaction]).body) return { number, written: null };
        }
        // Asked together: each round trip to the database is a good part of an edit's time.
        const [line, derived, known] = await Promise.all([
          ownLine.read(tx),
          tx.get<DerivedRecord>('meta', DERIVED_KEY),
          readRoots(tx, roots),
        ]);
        const n = nextCount(line);
        const aggregates = new Map([...known].map(([root, { aggregate }]) => [root, aggregate]));
        const numbered = await giveNumber(tx, change, aggregates, letter);
        const older = await readOlder(tx, known, rootsSeenBefore(numbered.change, aggregates));
        const transaction = changeToTransaction(numbered.change, n, author, aggregates, older);
        if (change.discardDraft !== undefined) await tx.remove('drafts', change.discardDraft);
        if (transaction === null) return { number: numbered.number, written: null };
        attempted = { transaction, number: numbered.number };
        const written = await writeTransactions(tx, [transaction], {
          outbox: true,
          own: { roots: known, ownLine, line, derived },
        });
        return { number: numbered.number, written };
      };
      const outcome = await inTurn(async () => {
        try {
          const done = await storage.transact('write', tables, write);
          if (attempted !== null) ownLine.stood(attempted.transaction);
          return done;
        } catch (error) {
          ownLine.unsure();
          throw error;
        }
      });
      tell({
        ...(outcome.written ?? { roots, kinds: [], days: [], rows: [] }),
        isLocal: true,
        isAll: outcome.written === null && attempted !== null,
        erases: (change.redactions ?? []).length > 0,
        device: [],
        drafts: change.discardDraft === undefined ? [] : [change.discardDraft],
      });
      return { ok: true, roots, number: outcome.number };
    } catch (error) {
      if (error instanceof StorageFailure) return { ok: false, problem: error.problem, cause: error.cause };
      throw error;
    }
  };

  const localDoor = <Row>(table: 'drafts' | 'device', withTime: boolean): LocalDoor<Row> => {
    const changed = (key: string) =>
      tell({
        roots: [],
        kinds: [],
        days: [],
        rows: [],
        isLocal: true,
        isAll: false,
        erases: false,
        drafts: table === 'drafts' ? [key] : [],
        device: table === 'device' ? [key] : [],
      });
    return {
      get: (key) => read([table], (tx) => tx.get<Row>(table, key)),
      list: () => read([table], (tx) => tx.list<Row>(table)),
      async put(key, value) {
        await storage.transact('write', [table], (tx) =>
          tx.put(table, withTime ? { key, value, at: env.now() } : { key, value }),
        );
        changed(key);
      },
      async remove(key) {
        await storage.transact('write', [table], (tx) => tx.remove(table, key));
        changed(key);
      },
    };
  };

  return {
    session,
    commit,
    setActor(next) {
      actor = next;
    },
    setLetter(next) {
      letter = next;
    },
    async join(transactions) {
      let added = 0;
      try {
        for (let start = 0; start < transactions.length; start += JOINED_AT_ONCE) {
          const piece = transactions.slice(start, start + JOINED_AT_ONCE);
          const written = await storage.transact('write', BOOK_TABLES, async (tx) => {
            const outcome = await writeTransactions(tx, piece, { outbox: true });
            await keepNumbersAhead(tx, outcome);
            return outcome;
          });
          added += written.added;
        }
      } finally {
        // Pieces before a failure stand: joining again adds the rest.
        if (added > 0) tell(EVERYTHING);
      }
      return { added };
    },
    async rebuild() {
      const roots = await rebuildBook(storage);
      tell(EVERYTHING);
      return roots;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    queries: createQueries(read),
    drafts: localDoor<Draft>('drafts', true),
    device: localDoor('device', false),
    readTransactions: (after, limit) =>
      read(['transactions'], async (tx) => {
        const found: Transaction[] = [];
        let from = after === null ? null : ([after.session, after.n + 1] as const);
        while (found.length < limit) {
          // A record may hold a run of them: a few records at a time.
          const some = Math.ceil(limit / 10);
          const options = from === null ? { limit: some } : { range: { from }, limit: some };
          const records = await tx.list<TransactionRecord>('transactions', options);
          const last = records.at(-1);
          if (last === undefined) break;
          found.push(...records.flatMap(readRun));
          from = [last.session, last.n + 1];
        }
        return found;
      }),
    readVersionVector: () => read(LINE_TABLES, readLines),
    onSuperseded: (listener) => storage.onSuperseded(listener),
    close() {
      isClosed = true;
      channel?.close();
      storage.close();
    },
  };
}

const EVERYTHING: Notice = {
  roots: [],
  kinds: [],
  days: [],
  rows: [],
  isLocal: true,
  isAll: true,
  erases: true,
  ...NOTHING_LOCAL,
};

/** A listener's fault reaches the top by itself: what was written stands, whoever fails to show it. */
function alone(listen: () => void): void {
  try {
    listen();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** A notice of another tab, perhaps of another version: what cannot be read means that everything may have changed. */
function readNotice(message: unknown): Notice {
  const notice = { ...EVERYTHING, ...(message as Partial<Notice> | null), rows: [], isLocal: false }; // checked below
  const lists: readonly unknown[] = [notice.roots, notice.kinds, notice.days, notice.drafts, notice.device];
  const isKnown = typeof message === 'object' && lists.every(Array.isArray) && typeof notice.isAll === 'boolean';
  return isKnown ? notice : { ...EVERYTHING, isLocal: false };
}

/** Values of these roots that an old form may have seen, from the history. */
async function readOlder(
  tx: StorageTx,
  known: ReadonlyMap<string, KnownRoot>,
  roots: readonly string[],
): Promise<OlderValues> {
  const older = new Map<string, TxOp>();
  for (const root of roots) {
    const found = await readTrail(tx, known.get(root)?.trail ?? []);
    for (const { session, n, ops } of found.flatMap(({ transactions }) => transactions)) {
      for (const [index, op] of ops.entries()) older.set(dotText([session, n + index]), op);
    }
  }
  return older;
}

/** The change with the next short number of this tablet, `A-142`, for an order that has none. It needs no hub: the letter keeps tablets apart. */
async function giveNumber(
  tx: StorageTx,
  change: Change,
  aggregates: ReadonlyMap<string, Aggregate>,
  letter: string,
): Promise<{ readonly change: Change; readonly number: string | null }> {
  const eid = change.numberFor;
  if (eid === undefined) return { change, number: null };
  const aggregate = aggregates.get(rootOf(eid));
  const known = aggregate === undefined ? undefined : registerOf(aggregate, '', NUMBER_FIELD).live[0];
  // A form saved a second time (the first answer was lost) keeps its number.
  if (known !== undefined) return { change, number: typeof known.value === 'string' ? known.value : null };
  const key = numberKey(letter);
  const next = (await tx.get<NumberRecord>('meta', key))?.next ?? 1;
  await tx.put('meta', { key, next: next + 1 } satisfies NumberRecord);
  const number = `${letter}-${next}`;
  return { change: { ...change, edits: [...change.edits, { kind: 'order', eid, set: { number } }] }, number };
}
const NUMBER_FIELD = fieldNo('order', 'number');

/** A joined book holds numbers of this tablet's letters: count on from the highest of each. */
async function keepNumbersAhead(tx: StorageTx, written: WriteOutcome): Promise<void> {
  const highest = new Map<string, number>();
  for (const { after } of written.rows) {
    const [, letter, count] = /^(.+)-(\d{1,9})$/.exec(after?.number ?? '') ?? [];
    if (letter !== undefined) highest.set(letter, Math.max(highest.get(letter) ?? 0, Number(count)));
  }
  for (const [letter, count] of highest) {
    const key = numberKey(letter);
    const next = (await tx.get<NumberRecord>('meta', key))?.next ?? 1;
    if (count >= next) await tx.put('meta', { key, next: count + 1 } satisfies NumberRecord);
  }
}
