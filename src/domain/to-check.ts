// What waits for a person to look at it: edits that disagree, cakes not collected, deposits not paid, questions, blanks.
// Law: everything follows from the rows and the shop's clock; a finished order without a conflict asks for nothing.
import type { OrderRow } from './order-row.ts';
import { compareRows } from './order-row.ts';
import type { LocalMoment } from './time.ts';
import { latenessOf, moneyDue } from './today-list.ts';

/** In the order in which they are worked. */
export const CHECK_KINDS = ['conflict', 'uncollected', 'deposit', 'doubt', 'lacking'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
export type ToCheck = Readonly<Record<CheckKind, readonly OrderRow[]>>;

/** A customer may be a little late without anybody having to look. */
const UNCOLLECTED_AFTER_MINUTES = 30;

export function isUncollected(row: OrderRow, now: LocalMoment): boolean {
  const late = latenessOf(row, now);
  return late !== null && (late.unit === 'days' || late.count >= UNCOLLECTED_AFTER_MINUTES);
}

/** The deposit was to be here by now. An order whose day has passed is asked about as not collected instead. */
export function isDepositLate(row: OrderRow, now: LocalMoment): boolean {
  const due = moneyDue(row, now);
  return due.kind === 'deposit' && due.isLate && !isUncollected(row, now);
}

const byDay = (a: OrderRow, b: OrderRow) => (a.day === b.day ? compareRows(a, b) : a.day < b.day ? -1 : 1);

/** Sorts rows into what has to be looked at; a row that is given twice counts once, and may stand in several lists. */
export function listToCheck(rows: readonly OrderRow[], now: LocalMoment): ToCheck {
  const each = [...new Map(rows.map((row) => [row.eid, row])).values()].sort(byDay);
  const isWorked = (row: OrderRow) => row.flags.includes('open');
  return {
    conflict: each.filter((row) => row.conflicts > 0),
    uncollected: each.filter((row) => isWorked(row) && isUncollected(row, now)),
    deposit: each.filter((row) => isWorked(row) && isDepositLate(row, now)),
    doubt: each.filter((row) => row.flags.includes('doubt')),
    lacking: each.filter((row) => row.flags.includes('lacking')),
  };
}

/** How many orders have to be looked at, each counted once. */
export function countToCheck(list: ToCheck): number {
  return new Set(CHECK_KINDS.flatMap((kind) => list[kind].map((row) => row.eid))).size;
}
