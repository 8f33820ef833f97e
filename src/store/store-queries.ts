// The reads that screens show and keep up to date: what each asks of the tables, which notices touch it, and how its answer
// follows a change without being read again. Law: a patched answer is the one that reading would give.
import type { OrderRow } from '../domain/order-row.ts';
import { rootOf } from '../merge/op.ts';
import type { RootRecord, RowChange } from './book-write.ts';
import { readTrail, recordToAggregate, trailOf } from './book-write.ts';
import type { CustomerRow, EntryRow } from './derive.ts';
import { entriesToShop } from './derive.ts';
import { viewAggregate, viewToOrder } from './entity-values.ts';
import { transactionsToHistory } from './history.ts';
import { readLoads } from './month-loads.ts';
import { rowOf } from './row-record.ts';
import { LINE_TABLES, readLines } from './session-line.ts';
import { shopDocumentQuery } from './shop-document.ts';
import type { Notice, Query, StoreQueries } from './shop-store.ts';
import type { ListOptions, StorageTx, TableName } from './storage.ts';

type Read = <Answer>(tables: readonly TableName[], body: (tx: StorageTx) => Promise<Answer>) => Promise<Answer>;

const byRowKey = (a: OrderRow, b: OrderRow) =>
  a.day !== b.day
    ? a.day < b.day
      ? -1
      : 1
    : a.sort !== b.sort
      ? a.sort < b.sort
        ? -1
        : 1
      : a.eid < b.eid
        ? -1
        : a.eid > b.eid
          ? 1
          : 0;

/** A list of rows after some of them were replaced; `belongs` says which stay in it. */
export function patchRows(
  rows: readonly OrderRow[],
  changes: readonly RowChange[],
  belongs: (row: OrderRow) => boolean,
): readonly OrderRow[] {
  const gone = new Set(changes.flatMap(({ before, after }) => [before?.eid, after?.eid]));
  const came = changes.flatMap(({ after }) => (after !== null && belongs(after) ? [after] : []));
  return [...rows.filter((row) => !gone.has(row.eid)), ...came].sort(byRowKey);
}

const rowsIn = (records: readonly (RootRecord | undefined)[]): OrderRow[] =>
  records.flatMap((record) => (record === undefined ? [] : (rowOf(record) ?? [])));
const standing = (rows: readonly OrderRow[]): OrderRow[] => rows.filter((row) => !row.flags.includes('deleted'));

/** The reads of a book behind `read`. */
export function createQueries(read: Read): StoreQueries {
  const readRows = async (options: ListOptions) =>
    rowsIn(await read(['roots'], (tx) => tx.list<RootRecord>('roots', options)));
  const touchesRows = (notice: Notice, belongs: (row: OrderRow) => boolean) =>
    notice.isAll ||
    (notice.isLocal
      ? notice.rows.some(
          ({ before, after }) => (before !== null && belongs(before)) || (after !== null && belongs(after)),
        )
      : notice.days.length > 0);
  const rowsQuery = (
    key: string,
    belongs: (row: OrderRow) => boolean,
    run: () => Promise<readonly OrderRow[]>,
  ): Query<readonly OrderRow[]> => ({
    key,
    run,
    isTouchedBy: (notice) => touchesRows(notice, belongs),
    patch: (rows, notice) => (notice.isLocal && !notice.isAll ? patchRows(rows, notice.rows, belongs) : undefined),
  });
  const touchesRoot = (eid: string) => (notice: Notice) => notice.isAll || notice.roots.includes(rootOf(eid));
  return {
    shop: () => ({
      key: 'shop',
      run: async () => entriesToShop(await read(['entries'], (tx) => tx.list<EntryRow>('entries'))),
      isTouchedBy: (notice) =>
        notice.isAll ||
        notice.kinds.some(
          (kind) =>
            kind === 'shop' || kind === 'specialDay' || kind === 'menuEntry' || kind === 'staff' || kind === 'text',
        ),
    }),
    shopDocument: () => shopDocumentQuery(read),
    day: (day) =>
      rowsQuery(
        `day ${day}`,
        (row) => row.day === day && !row.flags.includes('deleted'),
        async () => standing(await readRows({ index: 'place', range: { prefix: [day] } })),
      ),
    range: (from, to) =>
      rowsQuery(
        `range ${from} ${to}`,
        (row) => row.day >= from && row.day <= to && !row.flags.includes('deleted'),
        async () => standing(await readRows({ index: 'place', range: { from: [from], to: [`${to}~`], toOpen: true } })),
      ),
    loads: (from, to) => ({
      key: `loads ${from} ${to}`,
      run: () => read(['months'], (tx) => readLoads(tx, from, to)),
      isTouchedBy: (notice) => notice.isAll || notice.days.some((day) => day >= from && day <= to),
    }),
    order: (eid) => ({
      key: `order ${eid}`,
      run: async () => {
        const record = await read(['roots'], (tx) => tx.get<RootRecord>('roots', eid));
        if (record === undefined) return null;
        const view = viewAggregate(recordToAggregate(eid, record));
        const order = viewToOrder(view);
        return order === null ? null : { order, conflicts: view.conflicts, seen: view.seen };
      },
      isTouchedBy: touchesRoot(eid),
    }),
    history: (eid) => ({
      key: `history ${eid}`,
      run: async () => {
        const root = rootOf(eid);
        const found = await read(['roots', 'transactions'], async (tx) => {
          const record = await tx.get<RootRecord>('roots', root);
          return await readTrail(tx, trailOf(record));
        });
        return transactionsToHistory(
          root,
          found.flatMap(({ transactions }) => transactions),
        );
      },
      isTouchedBy: touchesRoot(eid),
    }),
    flagged: (flag, limit) => ({
      key: `flagged ${flag} ${limit ?? ''}`,
      run: async () => {
        // The index knows only the mark: soonest first is put in order here.
        const rows = (await readRows({ index: 'flags', range: { from: flag, to: flag } })).sort(byRowKey);
        return limit === undefined ? rows : rows.slice(0, limit);
      },
      isTouchedBy: (notice) => touchesRows(notice, (row) => row.flags.includes(flag)),
    }),
    flagCount: (flag) => ({
      key: `flagCount ${flag}`,
      run: () => read(['roots'], (tx) => tx.count('roots', { index: 'flags', range: { from: flag, to: flag } })),
      isTouchedBy: (notice) => touchesRows(notice, (row) => row.flags.includes(flag)),
    }),
    ordersByTail: (tail) => ({
      key: `ordersByTail ${tail}`,
      run: async () =>
        standing(await readRows({ index: 'tail', range: { from: tail, to: tail } })).sort((a, b) => byRowKey(b, a)),
      isTouchedBy: (notice) => touchesRows(notice, (row) => row.tail === tail),
    }),
    customersByTail: (tail) => ({
      key: `customersByTail ${tail}`,
      run: () =>
        read(['customers'], (tx) =>
          tx.list<CustomerRow>('customers', { index: 'tail', range: { from: tail, to: tail } }),
        ),
      isTouchedBy: (notice) => notice.isAll || notice.kinds.includes('customer'),
    }),
    outbox: () => ({
      key: 'outbox',
      run: () =>
        read(LINE_TABLES, async (tx) => {
          const waiting = (await readLines(tx)).flatMap((line) => line.unsent ?? []);
          return {
            transactions: waiting.reduce((sum, line) => sum + line.transactions, 0),
            oldestAt: waiting.length === 0 ? null : Math.min(...waiting.map((line) => line.since)),
          };
        }),
      isTouchedBy: (notice) => notice.isAll || notice.roots.length > 0,
    }),
    page: (after, limit) => ({
      key: `page ${after?.join(' ') ?? ''} ${limit}`,
      run: async () => {
        if (after === null) return await readRows({ index: 'place', limit });
        const rows = await readRows({ index: 'place', range: { from: after }, limit: limit + 1 });
        return rows.filter((row) => row.eid !== after[2] || row.day !== after[0]).slice(0, limit);
      },
      isTouchedBy: () => false,
    }),
    rowsOf: (eids) => ({
      key: `rowsOf ${eids.join(' ')}`,
      run: async () => rowsIn(await read(['roots'], (tx) => tx.getMany<RootRecord>('roots', eids))),
      isTouchedBy: (notice) => notice.isAll || notice.roots.some((root) => eids.includes(root)),
    }),
    hasPicture: (sha) => ({
      key: `hasPicture ${sha}`,
      run: async () =>
        (await read(['roots'], (tx) => tx.count('roots', { index: 'pictures', range: { from: sha, to: sha } }))) > 0,
      isTouchedBy: (notice) => notice.isAll || notice.roots.length > 0,
    }),
  };
}
