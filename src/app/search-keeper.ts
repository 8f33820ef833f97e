// Keeps the search index equal to the book: makes it, reads again what changed, catches up with what it has missed, and
// writes it down. Law: the book is the truth. A notice is only a hint which orders to read again; the version vector says
// what was missed, so a lost notice, a crash or another tab leaves nothing out and nothing redacted in.
//
//   open ─> read what is written ─> strangers? ─yes─> begin anew ──┐
//                 │                                                v
//                 └──────> catch up from the vector <──── pages, newest day first ─> written down as they come
import { createSearchIndex, type SearchIndex } from '../domain/search-index.ts';
import type { RootRecord } from '../store/book-write.ts';
import { rowOf } from '../store/row-record.ts';
import type { SearchState } from '../store/search-service.ts';
import type { SessionRecord } from '../store/session-line.ts';
import { LINE_TABLES, readLines } from '../store/session-line.ts';
import type { Storage, StorageTx } from '../store/storage.ts';
import type { IndexDatabase, IndexHead } from './search-index-database.ts';

const PAGE_ROWS = 1_000;
const PAGE_TRANSACTIONS = 500;
const PAGE_ROOTS = 300;

export interface SearchKeeper {
  readonly index: () => SearchIndex;
  /** These orders changed; none named means all of them. Resolves when the index and what is written down have followed. */
  changed(roots: readonly string[]): Promise<void>;
  /** Reads what came since the vector; cheap when nothing did. */
  catchUp(): Promise<void>;
  /** From now on this one writes the index down, all of it first. */
  becomeWriter(): Promise<void>;
}

export interface SearchKeeperOptions {
  readonly storage: Storage;
  readonly database: IndexDatabase;
  /** Only one tab writes; the others keep their index in memory. */
  readonly isWriter: boolean;
  readonly onState: (state: SearchState) => void;
  /** Something nobody waits for has failed: the index is no longer kept current. */
  readonly onFailed: (cause: unknown) => void;
}

/** Opens the index over a book; it can be asked at once, from what is there. */
export async function openSearchKeeper({
  storage,
  database,
  isWriter,
  onState,
  onFailed,
}: SearchKeeperOptions): Promise<SearchKeeper> {
  let index = createSearchIndex();
  let sessions: readonly SessionRecord[] = [];
  let cursor: IndexHead['cursor'] = 'begin';
  let writes = isWriter;
  let revision = 0;
  let rows = 0;
  /** Everything that reads or writes goes through here, one after the other; questions do not wait for it. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Answer>(job: () => Promise<Answer>): Promise<Answer> => {
    const next = last.then(job);
    last = next.catch(() => undefined); // who asked is told; the next one goes on
    return next;
  };
  const goOn = (job: () => Promise<void>) => void inTurn(job).catch(onFailed);

  const tell = () => {
    revision++;
    const remaining = cursor === null ? 0 : Math.max(0, rows - index.size());
    onState({ phase: cursor === null ? 'ready' : 'building', indexed: index.size(), remaining, revision });
  };
  const writeDown = async () => {
    if (!writes) return;
    const { changed, gone } = index.takeChanges();
    try {
      await database.write(changed, gone, { sessions, cursor });
    } catch (cause) {
      // A full disk: search goes on from memory, and nothing old may stay written.
      console.warn('the search index is no longer written down', cause);
      writes = false;
      await database.clear().catch(() => undefined); // it is thrown away when it cannot be opened either
    }
  };
  const read = <Answer>(
    tables: Parameters<Storage['transact']>[1],
    body: (tx: StorageTx) => Promise<Answer>,
  ): Promise<Answer> => storage.transact('read', tables, body);

  const beginAnew = async () => {
    index = createSearchIndex();
    cursor = 'begin';
    await read([...LINE_TABLES, 'roots'], async (tx) => {
      sessions = await readLines(tx);
      rows = await tx.count('roots', { index: 'place' });
    });
    if (writes) await database.clear();
    tell();
    goOn(readPage);
  };

  /** One page of rows, newest day first, then the next behind whatever came meanwhile. */
  const readPage = async (): Promise<void> => {
    if (cursor === null) return;
    const range = cursor === 'begin' ? {} : { range: { to: cursor, toOpen: true } };
    const page = await read(['roots'], (tx) =>
      tx.list<RootRecord>('roots', { index: 'place', ...range, reverse: true, limit: PAGE_ROWS }),
    );
    for (const record of page) {
      const row = rowOf(record);
      if (row !== null) index.put(row);
    }
    const end = page.at(-1);
    cursor = page.length < PAGE_ROWS || end?.day === undefined ? null : [end.day, end.sort ?? '', end.root];
    await writeDown();
    tell();
    // What changed while pages were read may have moved across them.
    goOn(cursor === null ? readMissed : readPage);
  };

  const readAgain = async (roots: readonly string[]): Promise<void> => {
    for (let at = 0; at < roots.length; at += PAGE_ROOTS) {
      const slice = roots.slice(at, at + PAGE_ROOTS);
      const found = await read(['roots'], (tx) => tx.getMany<RootRecord>('roots', slice));
      for (const [place, root] of slice.entries()) {
        const record = found[place];
        const row = record === undefined ? null : rowOf(record);
        if (row === null) index.remove(root);
        else index.put(row);
      }
    }
  };

  /** The roots of transactions that came after the vector; null when the vector is not of this book. */
  const missed = async (): Promise<{ roots: Set<string>; now: SessionRecord[] } | null> =>
    await read(LINE_TABLES, async (tx) => {
      const now = await readLines(tx);
      const bySession = new Map(now.map((line) => [line.session, line]));
      if (sessions.some((line) => (bySession.get(line.session)?.upto ?? -1) < line.upto)) return null;
      const known = new Map(sessions.map((line) => [line.session, line]));
      const roots = new Set<string>();
      for (const line of now) {
        const before = known.get(line.session);
        if (before?.upto === line.upto && JSON.stringify(before.ahead) === JSON.stringify(line.ahead)) continue;
        let from = (before?.upto ?? 0) + 1;
        for (;;) {
          const page = await tx.list<{ readonly n: number; readonly roots: readonly string[] }>('transactions', {
            range: { from: [line.session, from], to: [line.session, Number.MAX_SAFE_INTEGER] },
            limit: PAGE_TRANSACTIONS,
          });
          for (const { roots: touched } of page) for (const root of touched) roots.add(root);
          const end = page.at(-1);
          if (end === undefined || page.length < PAGE_TRANSACTIONS) break;
          from = end.n + 1;
        }
      }
      return { roots, now };
    });

  const readMissed = async (): Promise<void> => {
    const since = await missed();
    if (since === null) {
      await beginAnew();
      return;
    }
    const isSame = since.roots.size === 0 && since.now.length === sessions.length;
    await readAgain([...since.roots]);
    sessions = since.now;
    if (isSame) return;
    await writeDown();
    tell();
  };

  const written = await database.read();
  if (written === null) await beginAnew();
  else {
    index = createSearchIndex(written.segments);
    sessions = written.head.sessions;
    cursor = written.head.cursor;
    if (cursor !== null) rows = await read(['roots'], (tx) => tx.count('roots', { index: 'place' }));
    tell();
    await inTurn(readMissed);
    if (cursor !== null) goOn(readPage);
  }

  return {
    index: () => index,
    changed: (roots) =>
      inTurn(async () => {
        if (roots.length === 0) {
          await beginAnew();
          return;
        }
        await readAgain(roots);
        await writeDown();
        tell();
      }),
    catchUp: () => inTurn(readMissed),
    becomeWriter: () =>
      inTurn(async () => {
        if (writes) return;
        writes = true;
        index.takeChanges();
        await database.clear();
        await database.write(index.all(), [], { sessions, cursor });
      }),
  };
}
