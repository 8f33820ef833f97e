// What a tick on a cake or a tap on the status does to the rest of the order.
// Law: a status never says more than the cakes do without somebody having said so; every step can be taken back
// (docs/rules.md TD-5 to TD-8).
import type { Money } from './money.ts';
import { paymentEffectMinor } from './money.ts';
import type { Eid, Order, Payment, PaymentEntry } from './order.ts';
import type { OrderStatus } from './status.ts';
import type { Instant } from './time.ts';

export interface CakeState {
  readonly eid: Eid;
  readonly made: boolean;
}
/** What is to be written in one commit, with what stood before. */
export interface Progress {
  readonly status: { readonly from: OrderStatus; readonly to: OrderStatus } | null;
  readonly cakes: readonly { readonly eid: Eid; readonly from: boolean; readonly to: boolean }[];
}

export function countMade(cakes: readonly { readonly made: boolean | null }[]): { made: number; of: number } {
  return { made: cakes.filter((cake) => cake.made === true).length, of: cakes.length };
}

/**
 * A cake is ticked or unticked. The first tick of a confirmed order starts its making, the last one makes it ready; an
 * untick of a ready order takes it back to making. An order awaiting its deposit stays so: money is not made by baking.
 */
export function tickCake(
  order: { readonly status: OrderStatus; readonly cakes: readonly CakeState[] },
  eid: Eid,
  made: boolean,
): Progress {
  const { status, cakes } = order;
  const cake = cakes.find((one) => one.eid === eid);
  if (cake === undefined || cake.made === made) return { status: null, cakes: [] };
  const isAllMade = cakes.every((one) => (one.eid === eid ? made : one.made));
  const isBeingMade = status === 'confirmed' || status === 'making';
  const to: OrderStatus =
    made && isBeingMade ? (isAllMade ? 'ready' : 'making') : !made && status === 'ready' ? 'making' : status;
  return { status: to === status ? null : { from: status, to }, cakes: [{ eid, from: cake.made, to: made }] };
}

/** The order is moved to a status. Said to be ready, its cakes are all made; other moves leave the ticks alone. */
export function moveOrder(
  order: { readonly status: OrderStatus; readonly cakes: readonly CakeState[] },
  to: OrderStatus,
): Progress {
  return {
    status: to === order.status ? null : { from: order.status, to },
    cakes:
      to === 'ready' ? order.cakes.filter((cake) => !cake.made).map(({ eid }) => ({ eid, from: false, to: true })) : [],
  };
}

/** The same steps backwards. */
export function takeBack({ status, cakes }: Progress): Progress {
  return {
    status: status === null ? null : { from: status.to, to: status.from },
    cakes: cakes.map(({ eid, from, to }) => ({ eid, from: to, to: from })),
  };
}

/** What 입금 확인 books besides the status. */
export type DepositSeen =
  | { readonly kind: 'nothing' }
  /** A payment that was only expected has come. */
  | { readonly kind: 'expected-came'; readonly payment: Payment; readonly entry: PaymentEntry }
  | { readonly kind: 'new'; readonly entry: PaymentEntry };

/** The deposit that stands out when somebody says that it has come; nothing when none was asked or it is there already. */
export function depositToBook(order: Order, at: Instant): DepositSeen {
  const expected = order.payments.find(
    (payment) => payment.state === 'expected' && payment.voided === null && payment.entry?.kind === 'deposit',
  );
  if (expected?.entry != null) return { kind: 'expected-came', payment: expected, entry: expected.entry };
  const asked: Money | null = order.depositAsked;
  const seen = order.payments.reduce((sum, payment) => sum + paymentEffectMinor(payment), 0);
  if (asked === null || asked.minor <= seen) return { kind: 'nothing' };
  const payer = order.payer ?? order.name;
  return {
    kind: 'new',
    entry: { kind: 'deposit', minor: asked.minor - seen, currency: asked.currency, method: 'transfer', payer, at },
  };
}

/** The price after an extra was sold and paid: it rises by the extra, so that the balance stays what it was. */
export function priceWithExtra(totalMinor: number | null, extra: Money): Money | null {
  return totalMinor === null ? null : { minor: totalMinor + extra.minor, currency: extra.currency };
}

/** Two entries of one payment may have been written on two tablets within this time. */
const TWIN_WITHIN_MS = 24 * 60 * 60 * 1000;

/** Payments that are perhaps one, written down twice: same kind, same amount, within a day. Nothing is voided unasked. */
export function twinPayments(payments: readonly Payment[]): readonly (readonly [Payment, Payment])[] {
  const standing = payments.filter((payment) => payment.voided === null && payment.entry !== null);
  return standing.flatMap((first, index) => {
    const second = standing.slice(index + 1).find((other) => {
      const [a, b] = [first.entry, other.entry];
      if (a === null || b === null) return false;
      const isSame = a.kind === b.kind && a.minor === b.minor && a.currency === b.currency;
      return isSame && Math.abs(a.at - b.at) <= TWIN_WITHIN_MS;
    });
    return second === undefined ? [] : [[first, second] as const];
  });
}
