// Money of an order: amounts are whole minor units of one currency, balances are computed, never stored.
// Law: a payment is an event; what is still to be paid follows from the price and the payments seen (docs/rules.md MO).
import type { Payment } from './order.ts';

/** ISO 4217. Won and yen have no minor unit, so there `minor` counts won and yen. */
export type Currency = 'KRW' | 'JPY' | 'USD' | 'EUR' | 'TWD' | 'SGD' | 'AUD' | 'GBP' | 'CAD';

export interface Money {
  readonly minor: number;
  readonly currency: Currency;
}

export interface MoneySummary {
  /** What the whole order costs; null while nobody has named a price. */
  readonly totalMinor: number | null;
  /** Money seen, less money given back. */
  readonly paidMinor: number;
  /** Total less paid; null while the price is not known. Negative when too much was paid. */
  readonly balanceMinor: number | null;
  /** null while no price and no payment names one: the shop's own then. */
  readonly currency: Currency | null;
}

/** The amount as the signed effect on what the shop holds: a refund takes away. */
export function paymentEffectMinor(payment: Payment): number {
  if (payment.voided !== null || payment.state !== 'seen' || payment.entry === null) return 0;
  return payment.entry.kind === 'refund' ? -payment.entry.minor : payment.entry.minor;
}

/** The price agreed for the order, or the sum of its cakes' prices when every cake has one in the same currency. */
export function orderTotalMinor(order: {
  readonly price: Money | null;
  readonly items: readonly { readonly price: Money | null; readonly quantity: number }[];
}): number | null {
  if (order.price !== null) return order.price.minor;
  if (order.items.length === 0) return null;
  let sum = 0;
  const currency = order.items[0]?.price?.currency;
  for (const item of order.items) {
    if (item.price === null || item.price.currency !== currency) return null;
    sum += item.price.minor * item.quantity;
  }
  return sum;
}

/** What the order costs, what has been seen, what remains. */
export function summarizeMoney(order: {
  readonly price: Money | null;
  readonly items: readonly { readonly price: Money | null; readonly quantity: number }[];
  readonly payments: readonly Payment[];
}): MoneySummary {
  const totalMinor = orderTotalMinor(order);
  const currency =
    order.price?.currency ??
    order.items.find((item) => item.price !== null)?.price?.currency ??
    order.payments.find((payment) => payment.entry !== null)?.entry?.currency ??
    null;
  // Dollars do not pay won: a payment in another currency is seen on the order, but adds nothing here.
  const paidMinor = order.payments
    .filter((payment) => payment.entry?.currency === currency)
    .reduce((sum, payment) => sum + paymentEffectMinor(payment), 0);
  return { totalMinor, paidMinor, balanceMinor: totalMinor === null ? null : totalMinor - paidMinor, currency };
}
