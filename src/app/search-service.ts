// The page's side of the search: starts the worker soon after the start and when somebody asks, tells it what changed, makes rows of what it finds,
// and lets it go, with the memory of its index, when nobody has asked for a while. Law: only the newest question is
// answered; an older one gets the newest one's answer. What is erased is gone from the written index at once.
import type { Env } from '../domain/environment.ts';
import type { OrderRow } from '../domain/order-row.ts';
import type { Hit } from '../domain/search-index.ts';
import { daysBetween, type LocalDate, localMoment } from '../domain/time.ts';
import type { SearchAnswer, SearchHit, SearchService, SearchState } from '../store/search-service.ts';
import type { ShopStore } from '../store/shop-store.ts';
import { deleteIndexDatabase } from './search-index-database.ts';
import type { FromSearchWorker, ToSearchWorker } from './search-messages.ts';
import { BOOK_DATABASES, type Book } from './which-book.ts';

const LIMIT = 50;
/** As many hits as are seen at once: each costs a read, so these are read, and shown, before the others. */
const FIRST = 10;
const FOUR_DIGITS = /^\d{4}$/;
/** After the first screen is long there; the first search is quick anyway, and edits must reach the index soon. */
const WARM_UP_AFTER_MS = 4_000;
/** Changes are told together, so that the worker's reads and writes do not stand in the way of the next edit; a question tells them at once. */
const TELL_AFTER_MS = 2_000;
/** What was erased leaves the written index soon. */
const TELL_ERASED_AFTER_MS = 150;
/** A join comes in pieces, each of which may change everything: the index is made anew after the last. */
const TELL_ALL_AFTER_MS = 2_000;
/** The next question finds the written index, a moment later than it would have found the worker. */
const LET_GO_AFTER_MS = 10_000;

const BUILDING: SearchState = { phase: 'building', indexed: 0, remaining: 0, revision: 0 };

/** Name of the database in which a book's index is written down. */
export const indexDatabaseName = (book: Book) => `${BOOK_DATABASES[book].shop}-search`;

/** Throws a book's written index away, with whatever words it holds. */
export async function forgetSearchIndex(book: Book): Promise<void> {
  await deleteIndexDatabase(indexDatabaseName(book));
}

export interface SearchServiceOptions {
  readonly store: ShopStore;
  readonly book: Book;
  readonly env: Env;
}

/** The search over one open book. */
export function createSearchService({ store, book, env }: SearchServiceOptions): SearchService {
  let worker: Worker | null = null;
  let state: SearchState = BUILDING;
  let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = (): LocalDate => localMoment(env.now(), zone).date;
  const listeners = new Set<() => void>();
  let turn = 0;
  let waiting: {
    readonly resolve: (answer: SearchAnswer) => void;
    readonly reject: (cause: unknown) => void;
    readonly onFirst: ((answer: SearchAnswer) => void) | undefined;
  }[] = [];

  /** Changes that the worker has been told and has not followed yet. */
  let following = 0;
  /** A newer version of the app has taken the book over. */
  let isOver = false;
  let letGoTimer: ReturnType<typeof setTimeout> | undefined;

  const say = (message: ToSearchWorker) => worker?.postMessage(message);
  const setState = (next: SearchState) => {
    state = next;
    for (const listener of [...listeners]) listener();
    if (next.phase !== 'failed') return;
    // The next question, or what has to be erased, begins with a new one.
    worker?.terminate();
    worker = null;
    for (const { reject } of waiting) reject(new Error('the search worker has stopped'));
    waiting = [];
  };
  const letGoLater = () => {
    clearTimeout(letGoTimer);
    letGoTimer = setTimeout(() => {
      const isUsed = listeners.size > 0 || waiting.length > 0 || following > 0 || state.phase !== 'ready';
      if (isUsed) return letGoLater();
      worker?.terminate();
      worker = null;
    }, LET_GO_AFTER_MS);
  };
  const read = async (hits: readonly Hit[], into: Map<string, OrderRow>): Promise<void> => {
    if (hits.length === 0) return;
    const rows = await store.queries.rowsOf(hits.map(({ eid }) => eid)).run();
    for (const row of rows) into.set(row.eid, row);
  };
  /** Orders under a phone's last four digits stand in the book's own index: their first screen waits for no worker. */
  const findTail = async (mine: number, tail: string, onFirst: (answer: SearchAnswer) => void) => {
    const reading = store.queries.ordersByTail(tail).run();
    const now = today(); // while the database reads
    const rows = await reading;
    if (mine !== turn || waiting.length === 0 || rows.length === 0) return;
    // In the index's order, so that little moves when its answer comes: the nearest day, a coming one before a past one.
    const away = ({ day }: OrderRow) => {
      const days = day === '' ? Number.POSITIVE_INFINITY : daysBetween(now, day);
      return Math.abs(days) * 2 + (days < 0 ? 1 : 0);
    };
    const nearest = [...rows].sort((a, b) => away(a) - away(b) || (a.sort < b.sort ? -1 : 1)).slice(0, FIRST);
    onFirst({ hits: nearest.map((row) => ({ row, field: 'phone' })), total: rows.length });
  };
  /** The rows that were read for the newest question; its next message waits for those of the one before. */
  let answering: { readonly turn: number; readonly rows: Promise<Map<string, OrderRow>> } | null = null;
  const show = async (found: Extract<FromSearchWorker, { kind: 'found' }>, rows: Map<string, OrderRow>) => {
    const { turn: answered, hits, total } = found;
    const answerWith = (some: readonly Hit[]): SearchAnswer => ({
      hits: some.flatMap(({ eid, field }): SearchHit[] => {
        const row = rows.get(eid);
        return row === undefined ? [] : [{ row, field }];
      }),
      total,
    });
    const tellFirst = (some: readonly Hit[]) => {
      if (answered === turn) for (const { onFirst } of waiting) onFirst?.(answerWith(some));
    };
    const isFirstScreen = rows.size === 0 && hits.length > FIRST;
    const unread = hits.filter(({ eid }) => !rows.has(eid));
    await read(unread.slice(0, FIRST), rows);
    if (isFirstScreen) tellFirst(hits.slice(0, FIRST));
    await read(unread.slice(FIRST), rows);
    if (answered !== turn) return;
    if (total === null) return tellFirst(hits);
    for (const { resolve } of waiting) resolve(answerWith(hits));
    waiting = [];
  };
  const settle = (found: Extract<FromSearchWorker, { kind: 'found' }>) => {
    if (found.turn !== turn) return;
    const before = answering?.turn === found.turn ? answering.rows : Promise.resolve(new Map<string, OrderRow>());
    const rows = before.then(async (known) => {
      await show(found, known);
      return known;
    });
    answering = { turn: found.turn, rows };
    rows.catch((cause: unknown) => {
      if (found.turn !== turn) return;
      for (const { reject } of waiting) reject(cause);
      waiting = [];
    });
  };
  const start = () => {
    if (worker !== null || isOver) return;
    worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module', name: 'search' });
    following = 0;
    if (state.phase === 'failed') state = BUILDING;
    letGoLater();
    worker.onmessage = ({ data }: MessageEvent<FromSearchWorker>) => {
      if (data.kind === 'state') setState(data.state);
      else if (data.kind === 'followed') following--;
      else settle(data);
    };
    worker.onerror = (event) => {
      console.error('search worker', event.message);
      setState({ ...state, phase: 'failed' });
    };
    say({ kind: 'open', shopDatabase: BOOK_DATABASES[book].shop, indexDatabase: indexDatabaseName(book) });
  };

  const readZone = () =>
    void store.queries
      .shop()
      .run()
      .then((shop) => {
        zone = shop.zone;
      })
      .catch((cause: unknown) => console.warn('the shop is not known to the search yet', cause));
  readZone();
  const changed = { roots: new Set<string>(), isAll: false, erases: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tellChanges = () => {
    clearTimeout(timer);
    timer = undefined;
    if (changed.roots.size === 0 && !changed.isAll) return;
    // A worker that starts reads what it has missed. Only what it cannot know, or what has to be gone, starts it.
    if (changed.isAll || changed.erases) start();
    if (worker !== null) {
      following++;
      say({ kind: 'changed', roots: changed.isAll ? [] : [...changed.roots], isAll: changed.isAll });
    }
    changed.roots.clear();
    changed.isAll = false;
    changed.erases = false;
  };
  store.subscribe((notice) => {
    if (store.queries.shop().isTouchedBy(notice)) readZone();
    if (notice.roots.length === 0 && !notice.isAll) return;
    for (const root of notice.roots) changed.roots.add(root);
    changed.isAll ||= notice.isAll;
    changed.erases ||= notice.erases;
    const isUrgent = notice.isAll || notice.erases;
    if (isUrgent) clearTimeout(timer);
    if (isUrgent || timer === undefined)
      timer = setTimeout(
        tellChanges,
        changed.isAll ? TELL_ALL_AFTER_MS : changed.erases ? TELL_ERASED_AFTER_MS : TELL_AFTER_MS,
      );
  });
  store.onSuperseded(() => {
    isOver = true;
    worker?.terminate();
  });
  setTimeout(start, WARM_UP_AFTER_MS);

  return {
    find(question, onFirst) {
      turn++;
      const isTail = onFirst !== undefined && FOUR_DIGITS.test(question.trim());
      const tailShown = isTail ? findTail(turn, question.trim(), onFirst).catch(() => undefined) : null;
      start();
      letGoLater();
      tellChanges(); // what was edited a moment ago is to be found
      const first = onFirst === undefined ? 0 : FIRST;
      const asked: ToSearchWorker = { kind: 'find', turn, question, today: today(), limit: LIMIT, first };
      // The worker's scan would take the processor from the first screen; what it cannot show comes with the rest.
      if (tailShown === null) say(asked);
      else void tailShown.then(() => say(asked));
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject, onFirst });
      });
    },
    state: () => state,
    subscribe(listener) {
      start();
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        letGoLater();
      };
    },
  };
}
