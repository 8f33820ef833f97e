// How full each day is, counted from the rows: one record for each month, since a join of many orders touches nearly every
// day, and a calendar asks for a month. Law: what is counted equals the rows' sum (docs/rules.md ST-13).
import type { OrderRow } from '../domain/order-row.ts';
import type { DayLoad } from '../domain/shop.ts';
import { holdsPlace } from '../domain/status.ts';
import type { LocalDate } from '../domain/time.ts';
import type { RowChange } from './book-write.ts';
import type { StorageTx } from './storage.ts';

type Counts = Pick<DayLoad, 'orders' | 'items' | 'slots'>;
export interface MonthRecord {
  /** `2022-10` */
  readonly month: string;
  /** Only days that have orders. */
  readonly days: Readonly<Record<string, Counts>>;
}
/** The same while it is being counted. */
interface MutableCounts {
  orders: number;
  items: number;
  readonly slots: Record<string, number>;
}

export const monthOf = (day: string): string => day.slice(0, 7);

/** Whether the row takes a place in its day. */
function isCounted(row: OrderRow | null): row is OrderRow & { day: LocalDate } {
  return row !== null && row.day !== '' && holdsPlace(row.status) && !row.flags.includes('deleted');
}

const cakesOf = (row: OrderRow) => row.items.reduce((sum, item) => sum + item.quantity, 0);

/** Whether a replaced row changes the load of any day. */
function isMoved({ before, after }: RowChange): boolean {
  const [old, now] = [isCounted(before) ? before : null, isCounted(after) ? after : null];
  if (old === null || now === null) return old !== now;
  return old.day !== now.day || old.start !== now.start || cakesOf(old) !== cakesOf(now);
}

class MonthCounter {
  readonly #days: Map<string, MutableCounts>;
  constructor(record?: MonthRecord) {
    const days = Object.entries(record?.days ?? {});
    this.#days = new Map(days.map(([day, counts]) => [day, { ...counts, slots: { ...counts.slots } }]));
  }
  add(row: OrderRow & { day: LocalDate }, sign: 1 | -1): void {
    const counts = this.#days.get(row.day) ?? { orders: 0, items: 0, slots: {} };
    this.#days.set(row.day, counts);
    counts.orders += sign;
    counts.items += sign * cakesOf(row);
    const slot = row.start ?? '';
    const taken = (counts.slots[slot] ?? 0) + sign;
    if (taken === 0) delete counts.slots[slot];
    else counts.slots[slot] = taken;
  }
  /** null when no day has orders. */
  toRecord(month: string): MonthRecord | null {
    const days = [...this.#days].filter(([, { orders }]) => orders > 0);
    return days.length === 0 ? null : { month, days: Object.fromEntries(days) };
  }
}

async function writeMonth(tx: StorageTx, month: string, counter: MonthCounter): Promise<void> {
  const record = counter.toRecord(month);
  if (record === null) await tx.remove('months', month);
  else await tx.put('months', record);
}

/** Moves the loads after rows were replaced, in the transaction that replaces them. */
export async function moveLoads(tx: StorageTx, changes: readonly RowChange[]): Promise<void> {
  const steps = changes.filter(isMoved).flatMap(({ before, after }) => [
    { row: before, sign: -1 as const },
    { row: after, sign: 1 as const },
  ]);
  const counted = steps.flatMap(({ row, sign }) => (isCounted(row) ? [{ row, sign }] : []));
  if (counted.length === 0) return;
  const months = [...new Set(counted.map(({ row }) => monthOf(row.day)))];
  const known = await tx.getMany<MonthRecord>('months', months);
  const counters = new Map(months.map((month, index) => [month, new MonthCounter(known[index])]));
  for (const { row, sign } of counted) counters.get(monthOf(row.day))?.add(row, sign);
  for (const [month, counter] of counters) await writeMonth(tx, month, counter);
}

/** Counts a month anew from all its rows. */
export async function countMonth(tx: StorageTx, month: string, rows: readonly OrderRow[]): Promise<void> {
  const counter = new MonthCounter();
  for (const row of rows) if (isCounted(row)) counter.add(row, 1);
  await writeMonth(tx, month, counter);
}

/** The loads of the days `from` to `to`, both included, that have orders. */
export async function readLoads(tx: StorageTx, from: LocalDate, to: LocalDate): Promise<Map<LocalDate, DayLoad>> {
  const months = await tx.list<MonthRecord>('months', { range: { from: monthOf(from), to: monthOf(to) } });
  const loads = new Map<LocalDate, DayLoad>();
  for (const { days } of months) {
    for (const name of Object.keys(days).sort()) {
      const day = name as LocalDate; // the months' own keys are rows' days
      const counts = days[day];
      if (counts !== undefined && day >= from && day <= to) loads.set(day, { day, ...counts });
    }
  }
  return loads;
}
