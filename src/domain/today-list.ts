// A day as the counter works it: groups by time, the line for now, what is late, what the day still owes.
// Law: everything here follows from the rows and the shop's clock; nothing of it is stored (docs/rules.md TD).
import type { Currency } from './money.ts';
import type { OrderRow } from './order-row.ts';
import { compareRows } from './order-row.ts';
import { amountDue } from './pickup-list.ts';
import { isOpen } from './status.ts';
import type { LocalDate, LocalMoment, LocalTime } from './time.ts';
import { daysBetween, minutesOf } from './time.ts';

export interface TimeGroup {
  readonly time: LocalTime;
  readonly rows: readonly OrderRow[];
}
export interface DayList {
  readonly groups: readonly TimeGroup[];
  /** Before which group the line for now stands (its length: after the last); null when the day is not the shop's today. */
  readonly nowBefore: number | null;
  /** Orders whose time nobody has said. */
  readonly untimed: readonly OrderRow[];
  /** Cancelled and not collected: at the end, folded. */
  readonly calledOff: readonly OrderRow[];
}

export function isCalledOff(row: Pick<OrderRow, 'status'>): boolean {
  return row.status === 'cancelled' || row.status === 'no-show';
}

/** The rows of one day in the order of work. */
export function listDay(rows: readonly OrderRow[], day: LocalDate, now: LocalMoment): DayList {
  const groups: { time: LocalTime; rows: OrderRow[] }[] = [];
  const untimed: OrderRow[] = [];
  const calledOff: OrderRow[] = [];
  for (const row of [...rows].sort(compareRows)) {
    const time = row.start ?? row.end;
    const last = groups.at(-1);
    if (isCalledOff(row)) calledOff.push(row);
    else if (time === null) untimed.push(row);
    else if (last?.time === time) last.rows.push(row);
    else groups.push({ time, rows: [row] });
  }
  const after = groups.findIndex((group) => group.time > now.time);
  const nowBefore = day !== now.date ? null : after < 0 ? groups.length : after;
  return { groups, nowBefore, untimed, calledOff };
}

/** The rows as they stand on the screen, top to bottom. */
export function rowsInOrder(list: DayList): OrderRow[] {
  return [...list.groups.flatMap((group) => group.rows), ...list.untimed, ...list.calledOff];
}

export type Lateness =
  | { readonly unit: 'minutes'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number };

/**
 * How long an open order has not been collected; null while it is not late. A window is late after its end, a single
 * time after it; "from three" is not late on its day, nor is an order without a time.
 */
export function latenessOf(
  row: Pick<OrderRow, 'status' | 'day' | 'start' | 'end' | 'precision'>,
  now: LocalMoment,
): Lateness | null {
  if (!isOpen(row.status) || row.day === '') return null;
  const days = daysBetween(row.day, now.date);
  if (days > 0) return { unit: 'days', count: days };
  const due = row.end ?? (row.precision === 'from' ? null : row.start);
  if (days < 0 || due === null) return null;
  const minutes = minutesOf(now.time) - minutesOf(due);
  return minutes > 0 ? { unit: 'minutes', count: minutes } : null;
}

/** Where an order's money stands, in one word for its line. */
export type MoneyDue =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'paid' }
  | {
      readonly kind: 'deposit';
      readonly minor: number;
      readonly due: { readonly date: LocalDate; readonly time: LocalTime } | null;
      readonly isLate: boolean;
    }
  | { readonly kind: 'balance'; readonly minor: number }
  /** More was paid than the order costs. */
  | { readonly kind: 'over'; readonly minor: number }
  /** Called off, and money is still here. */
  | { readonly kind: 'held'; readonly minor: number };

export function moneyDue(
  row: Pick<OrderRow, 'status' | 'balanceMinor' | 'paidMinor' | 'depositMinor' | 'depositDue'>,
  now: LocalMoment,
): MoneyDue {
  if (isCalledOff(row)) return row.paidMinor > 0 ? { kind: 'held', minor: row.paidMinor } : { kind: 'nothing' };
  if (row.status === 'awaiting-deposit' && (row.depositMinor ?? 0) > row.paidMinor) {
    const due = row.depositDue;
    const isLate = due !== null && `${due.date} ${due.time}` < `${now.date} ${now.time}`;
    return { kind: 'deposit', minor: (row.depositMinor ?? 0) - row.paidMinor, due, isLate };
  }
  if (row.balanceMinor === null) return { kind: 'unknown' };
  if (row.balanceMinor === 0) return { kind: 'paid' };
  return row.balanceMinor > 0
    ? { kind: 'balance', minor: row.balanceMinor }
    : { kind: 'over', minor: -row.balanceMinor };
}

export interface CurrencySum {
  readonly currency: Currency;
  readonly minor: number;
}
export interface DaySummary {
  /** Orders that are not called off. */
  readonly pickups: number;
  /** Not yet ready: 입금 대기, 예약 확정, 제작 중. */
  readonly toMake: number;
  readonly ready: number;
  readonly handedOver: number;
  readonly late: number;
  /** What open orders pay at pickup, as on the printed list: deposits that are still awaited stand apart. Most first. */
  readonly receivable: readonly CurrencySum[];
  readonly awaited: readonly CurrencySum[];
  /** Open orders whose price nobody has said: their balance is in no sum. */
  readonly unpriced: number;
  readonly noPhone: number;
  readonly noTime: number;
}

/** What the day comes to. `currency` is the shop's own, for rows that name none. */
export function summarizeDay(rows: readonly OrderRow[], now: LocalMoment, currency: Currency): DaySummary {
  const kept = rows.filter((row) => !isCalledOff(row));
  const open = kept.filter((row) => isOpen(row.status));
  const count = (test: (row: OrderRow) => boolean) => kept.reduce((sum, row) => sum + (test(row) ? 1 : 0), 0);
  const dues = open.map((row) => amountDue(row, currency)).filter((due) => due.state === 'due');
  return {
    pickups: kept.length,
    toMake: count(({ status }) => status === 'awaiting-deposit' || status === 'confirmed' || status === 'making'),
    ready: count(({ status }) => status === 'ready'),
    handedOver: count(({ status }) => status === 'handed-over'),
    late: count((row) => latenessOf(row, now) !== null),
    receivable: sumByCurrency(dues.map((due) => ({ currency: due.currency, minor: due.balanceMinor }))),
    awaited: sumByCurrency(dues.map((due) => ({ currency: due.currency, minor: due.depositMinor }))),
    unpriced: open.filter((row) => moneyDue(row, now).kind === 'unknown').length,
    noPhone: open.filter((row) => row.e164 === null).length,
    noTime: open.filter((row) => row.start === null && row.end === null).length,
  };
}

function sumByCurrency(amounts: readonly CurrencySum[]): CurrencySum[] {
  const sums = new Map<Currency, number>();
  for (const { currency, minor } of amounts) if (minor > 0) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => b.minor - a.minor);
}

/** The order at which a day opens: the first that somebody still has to do something for. */
export function firstOpenRow(list: DayList): OrderRow | null {
  return rowsInOrder(list).find((row) => isOpen(row.status)) ?? null;
}
