// Reads what has to be looked at, and again when the book or the shop's clock moves on.
// Law: it reads by marks, soonest days first and never the whole book; the badge waits until the first screen stands.
import { useEffect, useMemo, useState } from 'react';
import type { OrderRow, RowFlag } from '../../domain/order-row.ts';
import { listToCheck, type ToCheck } from '../../domain/to-check.ts';
import type { ShopStore } from '../../store/shop-store.ts';
import { useNow, useWorld } from '../base/shop-context.ts';

/** Open orders come soonest day first, so those of past days are the first; a shop has no more of them than this. */
const MOST_ROWS = 500;
const FLAGS: readonly RowFlag[] = ['conflict', 'doubt', 'lacking', 'awaiting-deposit', 'open'];

const queriesOf = (store: ShopStore) => FLAGS.map((flag) => store.queries.flagged(flag, MOST_ROWS));

export interface ToCheckOptions {
  /** How long to wait before the first read, and after a change before the next. */
  readonly delayMs: number;
}

/** null while it has not been read. @throws the reading's error, to the screen's boundary. */
export function useToCheck({ delayMs }: ToCheckOptions): ToCheck | null {
  const { store, isConfirmed } = useWorld();
  const now = useNow();
  const [rows, setRows] = useState<readonly OrderRow[] | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!isConfirmed) return;
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const mine = ++turn;
      try {
        const lists = await Promise.all(queriesOf(store).map((query) => query.run()));
        if (mine === turn) setRows(lists.flat());
      } catch (error) {
        if (mine === turn) setFailure({ error });
      }
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, delayMs);
    };
    const stop = store.subscribe((notice) => {
      if (queriesOf(store).some((query) => query.isTouchedBy(notice))) readSoon();
    });
    readSoon();
    return () => {
      turn = -1;
      clearTimeout(timer);
      stop();
    };
  }, [store, isConfirmed, delayMs]);
  if (failure !== null) throw failure.error;
  const { date, time } = now;
  return useMemo(() => (rows === null ? null : listToCheck(rows, { date, time })), [rows, date, time]);
}
