// The pickup list of a day as facts: which orders stand on the paper, what is still to be paid, how many cakes of each size.
// Law: the paper says what the book holds; what is left off it is counted on it (docs/rules.md PR).
import type { Currency } from './money.ts';
import type { OrderRow } from './order-row.ts';
import { compareRows } from './order-row.ts';
import type { LocalDate } from './time.ts';

/** What is still to be paid for an order, in minor units of `currency`. */
export interface AmountDue {
  /** `unknown`: nobody has named a price. `none`: nobody asks for money any more (a no-show). */
  readonly state: 'paid' | 'due' | 'overpaid' | 'unknown' | 'none';
  /** The part that is the deposit not yet seen; 0 when there is none. */
  readonly depositMinor: number;
  /** The rest; what is to be given back when `overpaid`. */
  readonly balanceMinor: number;
  readonly currency: Currency;
}

export interface SumDue {
  readonly currency: Currency;
  readonly depositMinor: number;
  readonly balanceMinor: number;
}

export interface PickupDay {
  readonly day: LocalDate;
  /** In the order in which the day is worked; called-off ones are left off. */
  readonly orders: readonly OrderRow[];
  readonly cakes: number;
  /** Largest first as the menu has them, then sizes that the menu does not know, '' (not known) last. */
  readonly sizes: readonly { readonly name: string; readonly count: number }[];
  readonly due: readonly SumDue[];
  /** Orders of the day that were called off and are not on the list. */
  readonly cancelled: number;
}

/** What is still to be paid for an order. */
export function amountDue(row: OrderRow, shopCurrency: Currency): AmountDue {
  const currency = row.currency ?? shopCurrency;
  const nothing = { depositMinor: 0, balanceMinor: 0, currency };
  if (row.status === 'no-show' || row.status === 'cancelled') return { state: 'none', ...nothing };
  const missingDeposit = row.status === 'awaiting-deposit' ? Math.max(0, (row.depositMinor ?? 0) - row.paidMinor) : 0;
  if (row.balanceMinor === null)
    return missingDeposit > 0
      ? { state: 'due', depositMinor: missingDeposit, balanceMinor: 0, currency }
      : { state: 'unknown', ...nothing };
  if (row.balanceMinor < 0) return { state: 'overpaid', depositMinor: 0, balanceMinor: -row.balanceMinor, currency };
  if (row.balanceMinor === 0) return { state: 'paid', ...nothing };
  const depositMinor = Math.min(missingDeposit, row.balanceMinor);
  return { state: 'due', depositMinor, balanceMinor: row.balanceMinor - depositMinor, currency };
}

function sumDue(orders: readonly OrderRow[], shopCurrency: Currency): SumDue[] {
  const sums = new Map<Currency, SumDue>();
  for (const row of orders) {
    const due = amountDue(row, shopCurrency);
    if (due.state !== 'due') continue;
    const sum = sums.get(due.currency) ?? { currency: due.currency, depositMinor: 0, balanceMinor: 0 };
    sums.set(due.currency, {
      currency: due.currency,
      depositMinor: sum.depositMinor + due.depositMinor,
      balanceMinor: sum.balanceMinor + due.balanceMinor,
    });
  }
  return [...sums.values()];
}

function countSizes(orders: readonly OrderRow[], menuSizes: readonly string[]): PickupDay['sizes'] {
  const counts = new Map<string, number>();
  for (const item of orders.flatMap((row) => row.items)) {
    const name = item.size ?? item.product ?? '';
    counts.set(name, (counts.get(name) ?? 0) + item.quantity);
  }
  const rank = (name: string) => {
    const place = menuSizes.lastIndexOf(name);
    if (name === '') return menuSizes.length + 1;
    return place < 0 ? menuSizes.length : menuSizes.length - 1 - place;
  };
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

/**
 * The days of a printed list, first to last; days without any order are not among them.
 * @param menuSizes names of the sizes in the order of the menu, smallest first.
 */
export function pickupDays(
  rows: readonly OrderRow[],
  menuSizes: readonly string[],
  shopCurrency: Currency,
): readonly PickupDay[] {
  const byDay = new Map<LocalDate, OrderRow[]>();
  for (const row of rows) {
    if (row.day === '' || row.flags.includes('deleted')) continue;
    const list = byDay.get(row.day);
    if (list === undefined) byDay.set(row.day, [row]);
    else list.push(row);
  }
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, all]) => {
      const orders = all.filter((row) => row.status !== 'cancelled').sort(compareRows);
      return {
        day,
        orders,
        cakes: orders.reduce((sum, row) => sum + row.items.reduce((count, item) => count + item.quantity, 0), 0),
        sizes: countSizes(orders, menuSizes),
        due: sumDue(orders, shopCurrency),
        cancelled: all.length - orders.length,
      };
    });
}
