// Reads what has to be looked at, and again when the book or the shop's clock moves on.
// Law: it reads by marks, soonest days first and never the whole book, and the settings' one root; the badge waits until
// the first screen stands.
import { useEffect, useMemo, useState } from 'react';
import type { OrderRow, RowFlag } from '../../domain/order-row.ts';
import { countToCheck, listToCheck, type ToCheck } from '../../domain/to-check.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import type { ShopStore } from '../../store/shop-store.ts';
import { useNow, useWorld } from '../base/shop-context.ts';
import { type ShopDispute, shopDisputes } from '../settings/shop-disputes.ts';

/** Open orders come soonest day first, so those of past days are the first; a shop has no more of them than this. */
const MOST_ROWS = 500;
const FLAGS: readonly RowFlag[] = ['conflict', 'doubt', 'lacking', 'awaiting-deposit', 'open'];

const queriesOf = (store: ShopStore) => FLAGS.map((flag) => store.queries.flagged(flag, MOST_ROWS));

export interface ToCheckOptions {
  /** How long to wait before the first read, and after a change before the next. */
  readonly delayMs: number;
}

export interface WhatToCheck {
  readonly orders: ToCheck;
  /** The settings, with what was seen: what a choice among them replaces. */
  readonly settings: ShopDocument;
  readonly disputes: readonly ShopDispute[];
  /** Each order and each question about the settings once. */
  readonly count: number;
}
interface Read {
  readonly rows: readonly OrderRow[];
  readonly settings: ShopDocument;
}

/** null while it has not been read. @throws the reading's error, to the screen's boundary. */
export function useToCheck({ delayMs }: ToCheckOptions): WhatToCheck | null {
  const { store, isConfirmed } = useWorld();
  const now = useNow();
  const [known, setKnown] = useState<Read | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!isConfirmed) return;
    let turn = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async () => {
      const mine = ++turn;
      try {
        const [settings, ...lists] = await Promise.all([
          store.queries.shopDocument().run(),
          ...queriesOf(store).map((query) => query.run()),
        ]);
        if (mine === turn) setKnown({ rows: lists.flat(), settings });
      } catch (error) {
        if (mine === turn) setFailure({ error });
      }
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(read, delayMs);
    };
    const stop = store.subscribe((notice) => {
      const queries = [store.queries.shopDocument(), ...queriesOf(store)];
      if (queries.some((query) => query.isTouchedBy(notice))) readSoon();
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
  return useMemo(() => {
    if (known === null) return null;
    const orders = listToCheck(known.rows, { date, time });
    const disputes = shopDisputes(known.settings);
    return { orders, settings: known.settings, disputes, count: countToCheck(orders) + disputes.length };
  }, [known, date, time]);
}
