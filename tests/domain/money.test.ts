// MO: what an order costs, what was paid, what remains. Rows that the owner of the shop can check.
import { describe, expect, test } from 'vitest';
import type { Currency, Money } from '../../src/domain/money.ts';
import { orderTotalMinor, summarizeMoney } from '../../src/domain/money.ts';
import type { Eid, Payment, PaymentKind } from '../../src/domain/order.ts';
import type { Instant } from '../../src/domain/time.ts';

const won = (minor: number): Money => ({ minor, currency: 'KRW' });
const dollars = (minor: number): Money => ({ minor, currency: 'USD' });
const cake = (price: Money | null, quantity = 1) => ({ price, quantity });

function payment(
  kind: PaymentKind,
  minor: number,
  more: { state?: Payment['state']; voided?: Payment['voided']; currency?: Currency } = {},
): Payment {
  return {
    eid: 'o/p' as Eid,
    entry: { kind, minor, currency: more.currency ?? 'KRW', method: 'transfer', payer: null, at: 0 as Instant },
    state: more.state ?? 'seen',
    voided: more.voided ?? null,
    deleted: false,
  };
}

describe('MO-1 what an order costs', () => {
  test.each([
    { name: 'an agreed price stands above the cakes', price: won(50_000), items: [cake(won(44_000))], total: 50_000 },
    {
      name: 'else the cakes are added, each as often as it is made',
      price: null,
      items: [cake(won(44_000), 2), cake(won(36_000))],
      total: 124_000,
    },
    { name: 'a cake without a price leaves it open', price: null, items: [cake(won(44_000)), cake(null)], total: null },
    { name: 'no cake, no price', price: null, items: [], total: null },
    { name: 'a gift costs nothing, which is a price', price: won(0), items: [], total: 0 },
    { name: 'a cake of nothing is priced too', price: null, items: [cake(won(0))], total: 0 },
    {
      name: 'MO-3 cakes in two currencies have no sum',
      price: null,
      items: [cake(won(44_000)), cake(dollars(4_000))],
      total: null,
    },
  ])('$name', ({ price, items, total }) => {
    expect(orderTotalMinor({ price, items })).toBe(total);
  });
});

describe('MO-2 what remains', () => {
  test.each<{ name: string; price: Money | null; payments: Payment[]; paid: number; balance: number | null }>([
    { name: 'nothing paid', price: won(44_000), payments: [], paid: 0, balance: 44_000 },
    { name: 'a deposit', price: won(44_000), payments: [payment('deposit', 20_000)], paid: 20_000, balance: 24_000 },
    {
      name: 'a deposit that is only expected',
      price: won(44_000),
      payments: [payment('deposit', 20_000, { state: 'expected' })],
      paid: 0,
      balance: 44_000,
    },
    {
      name: 'deposit, balance, and some given back',
      price: won(44_000),
      payments: [payment('deposit', 20_000), payment('balance', 24_000), payment('refund', 4_000)],
      paid: 40_000,
      balance: 4_000,
    },
    {
      name: 'a payment written by mistake and voided',
      price: won(44_000),
      payments: [payment('deposit', 20_000, { voided: { reason: null } }), payment('deposit', 20_000)],
      paid: 20_000,
      balance: 24_000,
    },
    { name: 'too much', price: won(44_000), payments: [payment('deposit', 50_000)], paid: 50_000, balance: -6_000 },
    { name: 'money without a price', price: null, payments: [payment('deposit', 20_000)], paid: 20_000, balance: null },
    {
      name: 'MO-3 dollars do not pay won',
      price: won(44_000),
      payments: [payment('deposit', 2_000, { currency: 'USD' }), payment('deposit', 20_000)],
      paid: 20_000,
      balance: 24_000,
    },
    {
      name: 'a payment whose entry was blanked',
      price: won(44_000),
      payments: [{ ...payment('deposit', 1), entry: null }],
      paid: 0,
      balance: 44_000,
    },
  ])('$name', ({ price, payments, paid, balance }) => {
    expect(summarizeMoney({ price, items: [], payments })).toMatchObject({ paidMinor: paid, balanceMinor: balance });
  });

  test('MO-2 the currency is that of the price, else of the cakes, else of the first payment', () => {
    expect(summarizeMoney({ price: dollars(1), items: [cake(won(1))], payments: [] }).currency).toBe('USD');
    expect(summarizeMoney({ price: null, items: [cake(null), cake(won(1))], payments: [] }).currency).toBe('KRW');
    expect(
      summarizeMoney({ price: null, items: [], payments: [payment('deposit', 1, { currency: 'JPY' })] }),
    ).toMatchObject({
      currency: 'JPY',
      paidMinor: 1,
    });
    expect(summarizeMoney({ price: null, items: [], payments: [] }).currency).toBeNull();
  });
});
