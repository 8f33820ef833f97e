// What has to be looked at, as screens show it: again when the book or the shop's clock moves on.
// Law: the badge waits until the first screen stands; questions about the settings are worked out when the settings change.
import { useEffect, useMemo, useState } from 'react';
import { countToCheck, listToCheck, type ToCheck } from '../../domain/to-check.ts';
import type { ShopDocument } from '../../store/shop-document.ts';
import { useNow, useWorld } from '../base/shop-context.ts';
import { type ShopDispute, shopDisputes } from '../settings/shop-disputes.ts';
import { type ToCheckRead, watchToCheck } from './watch-to-check.ts';

export interface WhatToCheck {
  readonly orders: ToCheck;
  /** The settings, with what was seen: what a choice among them replaces. */
  readonly settings: ShopDocument;
  readonly disputes: readonly ShopDispute[];
  /** Each order and each question about the settings once. */
  readonly count: number;
}
const NO_DISPUTES: readonly ShopDispute[] = [];

/** null while it has not been read. @throws the reading's error, to the screen's boundary. */
export function useToCheck({ delayMs }: { readonly delayMs: number }): WhatToCheck | null {
  const { store, isConfirmed } = useWorld();
  const now = useNow();
  const [known, setKnown] = useState<ToCheckRead | null>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => {
    if (!isConfirmed) return;
    return watchToCheck(store, { delayMs, onRead: setKnown, onFailure: (error) => setFailure({ error }) });
  }, [store, isConfirmed, delayMs]);
  if (failure !== null) throw failure.error;
  const { date, time } = now;
  const { rows = null, settings = null } = known ?? {};
  const orders = useMemo(() => (rows === null ? null : listToCheck(rows, { date, time })), [rows, date, time]);
  const disputes = useMemo(() => (settings === null ? NO_DISPUTES : shopDisputes(settings)), [settings]);
  return useMemo(() => {
    if (orders === null || settings === null) return null;
    return { orders, settings, disputes, count: countToCheck(orders) + disputes.length };
  }, [orders, settings, disputes]);
}
