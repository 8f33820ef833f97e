// What has to be looked at, read from the book and followed as it changes.
// Law: it reads by marks, soonest days first and never the whole book, and the settings' one root; of these again only what
// a change has touched, so that an order costs the settings nothing.
import type { OrderRow, RowFlag } from '../../domain/order-row.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import type { Notice, Query, ShopStore } from '../../store/shop-store.ts';

/** Open orders come soonest day first, so those of past days are the first; a shop has no more of them than this. */
const MOST_ROWS = 500;
const FLAGS: readonly RowFlag[] = ['conflict', 'doubt', 'lacking', 'awaiting-deposit', 'open'];

export interface ToCheckRead {
  readonly rows: readonly OrderRow[];
  readonly settings: ShopDocument;
}

/** A query's last answer, asked again only when a change has touched it. */
function keptAnswer<Answer>(query: Query<Answer>) {
  let answer: Promise<Answer> | null = null;
  return {
    isTouchedBy: query.isTouchedBy,
    drop: () => {
      answer = null;
    },
    read: () => {
      answer ??= query.run();
      return answer;
    },
  };
}

export interface WatchToCheck {
  /** How long to wait before the first read, and after a change before the next. */
  readonly delayMs: number;
  readonly onRead: (read: ToCheckRead) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Answers how to stop. */
export function watchToCheck(
  store: Pick<ShopStore, 'queries' | 'subscribe'>,
  { delayMs, onRead, onFailure }: WatchToCheck,
): () => void {
  const settings = keptAnswer(store.queries.shopDocument());
  const lists = FLAGS.map((flag) => keptAnswer(store.queries.flagged(flag, MOST_ROWS)));
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const read = async () => {
    const mine = ++turn;
    try {
      const [document, ...rows] = await Promise.all([settings.read(), ...lists.map((list) => list.read())]);
      if (mine === turn) onRead({ rows: rows.flat(), settings: document });
    } catch (error) {
      for (const one of [settings, ...lists]) one.drop();
      if (mine === turn) onFailure(error);
    }
  };
  const readSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), delayMs);
  };
  const stop = store.subscribe((notice: Notice) => {
    const touched = [settings, ...lists].filter((one) => one.isTouchedBy(notice));
    for (const one of touched) one.drop();
    if (touched.length > 0) readSoon();
  });
  readSoon();
  return () => {
    turn = -1;
    clearTimeout(timer);
    stop();
  };
}
