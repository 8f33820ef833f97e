// What a tick or a tap does to the rest of an order (docs/rules.md TD-5 to TD-8).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Eid, Order, Payment, PaymentEntry } from '../../src/domain/order.ts';
import {
  type CakeState,
  depositToBook,
  moveOrder,
  type Progress,
  priceWithExtra,
  takeBack,
  tickCake,
  twinPayments,
} from '../../src/domain/order-progress.ts';
import type { OrderStatus } from '../../src/domain/status.ts';
import { ORDER_STATUSES } from '../../src/domain/status.ts';
import type { Instant } from '../../src/domain/time.ts';

const NOW = 1_665_800_000_000 as Instant;
const eid = (name: string) => name as Eid;
const cakes = (...made: boolean[]): CakeState[] => made.map((one, index) => ({ eid: eid(`c${index}`), made: one }));

function apply(order: { status: OrderStatus; cakes: readonly CakeState[] }, progress: Progress) {
  return {
    status: progress.status?.to ?? order.status,
    cakes: order.cakes.map((cake) => ({
      ...cake,
      made: progress.cakes.find((one) => one.eid === cake.eid)?.to ?? cake.made,
    })),
  };
}

describe('TD-5 ticking a cake', () => {
  test.each<[OrderStatus, boolean[], number, boolean, OrderStatus | null]>([
    ['confirmed', [false, false], 0, true, 'making'],
    ['confirmed', [false], 0, true, 'ready'],
    ['making', [true, false], 1, true, 'ready'],
    ['making', [false, false, false], 1, true, null],
    ['ready', [true, true], 0, false, 'making'],
    ['making', [true, false], 0, false, null],
    ['awaiting-deposit', [false], 0, true, null],
    ['handed-over', [false], 0, true, null],
    ['cancelled', [false], 0, true, null],
  ])('TD-5 %s with %j: cake %i becomes %s, the order %s', (status, made, index, to, moved) => {
    const progress = tickCake({ status, cakes: cakes(...made) }, eid(`c${index}`), to);
    expect(progress.status?.to ?? null).toBe(moved);
    expect(progress.cakes).toEqual([{ eid: `c${index}`, from: made[index], to }]);
  });

  test('TD-5 a tick that is there already, or of a cake that is not, does nothing', () => {
    const order = { status: 'making', cakes: cakes(true) } as const;
    expect(tickCake(order, eid('c0'), true)).toEqual({ status: null, cakes: [] });
    expect(tickCake(order, eid('elsewhere'), true)).toEqual({ status: null, cakes: [] });
  });
});

test('TD-6 said to be ready, all its cakes are made; other moves leave the ticks alone', () => {
  const order = { status: 'making', cakes: cakes(true, false) } as const;
  expect(moveOrder(order, 'ready').cakes).toEqual([{ eid: 'c1', from: false, to: true }]);
  expect(moveOrder(order, 'confirmed')).toEqual({ status: { from: 'making', to: 'confirmed' }, cakes: [] });
  expect(moveOrder(order, 'making').status).toBeNull();
});

test('TD-7 every step can be taken back', () => {
  const order = fc.record({
    status: fc.constantFrom(...ORDER_STATUSES),
    cakes: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }).map((made) => cakes(...made)),
  });
  fc.assert(
    fc.property(order, fc.nat(3), fc.boolean(), fc.constantFrom(...ORDER_STATUSES), (before, index, made, to) => {
      for (const progress of [tickCake(before, eid(`c${index}`), made), moveOrder(before, to)]) {
        expect(apply(apply(before, progress), takeBack(progress))).toEqual(before);
      }
    }),
  );
});

describe('TD-8 입금 확인 books the deposit', () => {
  const entry = (rest: Partial<PaymentEntry> = {}): PaymentEntry => ({
    kind: 'deposit',
    minor: 30_000,
    currency: 'KRW',
    method: 'transfer',
    payer: '김영수',
    at: NOW,
    ...rest,
  });
  const payment = (rest: Partial<Payment> = {}): Payment => ({
    eid: eid('m1'),
    entry: entry(),
    state: 'seen',
    voided: null,
    deleted: null,
    ...rest,
  });
  const order = (payments: Payment[], depositMinor: number | null = 30_000) =>
    ({
      payments,
      name: '김민지',
      payer: '김영수',
      depositAsked: depositMinor === null ? null : { minor: depositMinor, currency: 'KRW' },
    }) as unknown as Order; // only what the rule reads

  test('TD-8 the deposit that was asked for, from the payer, by transfer', () => {
    expect(depositToBook(order([]), NOW)).toEqual({ kind: 'new', entry: entry() });
  });
  test('TD-8 only what is still open of it', () => {
    expect(depositToBook(order([payment({ entry: entry({ minor: 10_000 }) })]), NOW)).toEqual({
      kind: 'new',
      entry: entry({ minor: 20_000 }),
    });
  });
  test('TD-8 an expected deposit is the one that came', () => {
    const expected = payment({ state: 'expected' });
    expect(depositToBook(order([expected]), NOW)).toEqual({ kind: 'expected-came', payment: expected, entry: entry() });
  });
  test('TD-8 nothing when it is there, or none was asked for', () => {
    expect(depositToBook(order([payment()]), NOW)).toEqual({ kind: 'nothing' });
    expect(depositToBook(order([], null), NOW)).toEqual({ kind: 'nothing' });
  });
  test('TD-8 a voided payment is no payment', () => {
    expect(depositToBook(order([payment({ voided: { reason: null } })]), NOW)).toMatchObject({ kind: 'new' });
  });
});

test('TD-12 the same amount twice within a day is perhaps one payment; a voided one is none', () => {
  const pay = (name: string, rest: Partial<PaymentEntry> = {}, voided: Payment['voided'] = null): Payment => ({
    eid: eid(name),
    entry: { kind: 'balance', minor: 29_000, currency: 'KRW', method: 'transfer', payer: '홍시우', at: NOW, ...rest },
    state: 'seen',
    voided,
    deleted: null,
  });
  const names = (payments: Payment[]) => twinPayments(payments).map((pair) => pair.map((one) => one.eid));
  const nextWeek = (NOW + 7 * 86_400_000) as Instant;
  expect(names([pay('a'), pay('b')])).toEqual([['a', 'b']]);
  expect(names([pay('a'), pay('b', {}, { reason: null })])).toEqual([]);
  expect(names([pay('a'), pay('b', { minor: 30_000 })])).toEqual([]);
  expect(names([pay('a'), pay('b', { kind: 'refund' })])).toEqual([]);
  expect(names([pay('a'), pay('b', { at: nextWeek })])).toEqual([]);
});

test('TD-9 an extra that is paid raises the price by itself, so the balance stays', () => {
  expect(priceWithExtra(62_000, { minor: 5000, currency: 'KRW' })).toEqual({ minor: 67_000, currency: 'KRW' });
  expect(priceWithExtra(null, { minor: 5000, currency: 'KRW' })).toBeNull();
});
