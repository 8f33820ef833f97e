// The day's list: groups, the line for now, lateness, money, sums (docs/rules.md TD-1 to TD-4).
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { OrderRow } from '../../src/domain/order-row.ts';
import type { LocalMoment } from '../../src/domain/time.ts';
import { localDate, localTime } from '../../src/domain/time.ts';
import { firstOpenRow, latenessOf, listDay, moneyDue, rowsInOrder, summarizeDay } from '../../src/domain/today-list.ts';

const DAY = localDate('2022-10-15');
const at = (time: string, date = '2022-10-15'): LocalMoment => ({ date: localDate(date), time: localTime(time) });

let made = 0;
function makeRow(row: Partial<OrderRow> & { time?: string } = {}): OrderRow {
  made++;
  const start = row.time === undefined ? (row.start ?? null) : localTime(row.time);
  return {
    eid: `o${made}` as Eid,
    number: `A-${made}`,
    day: DAY,
    sort: start ?? row.end ?? '99:99',
    end: null,
    precision: 'exact',
    status: 'confirmed',
    name: '김민지',
    phone: '010-0000-5678',
    e164: '+821000005678',
    tail: '5678',
    payer: '',
    collector: '',
    customer: null,
    channel: null,
    method: 'pickup',
    items: [],
    packaging: {},
    totalMinor: 50_000,
    paidMinor: 0,
    balanceMinor: 50_000,
    depositMinor: null,
    depositDue: null,
    currency: 'KRW',
    memo: '',
    lacking: [],
    doubts: [],
    conflicts: 0,
    photos: 0,
    createdAt: made,
    flags: ['open'],
    ...row,
    start,
  };
}

describe('TD-1 the list of a day', () => {
  test('TD-1 orders of one time stand together, in the order of taking', () => {
    const rows = [makeRow({ time: '13:30' }), makeRow({ time: '11:00' }), makeRow({ time: '13:30' })];
    const list = listDay([...rows].reverse(), DAY, at('09:00'));
    expect(list.groups.map((group) => [group.time, group.rows.length])).toEqual([
      ['11:00', 1],
      ['13:30', 2],
    ]);
    expect(list.groups[1]?.rows.map((row) => row.eid)).toEqual([rows[0]?.eid, rows[2]?.eid]);
  });

  test('TD-1 an order that has only an end stands at its end; one without a time stands apart', () => {
    const list = listDay([makeRow(), makeRow({ end: localTime('15:00'), precision: 'until' })], DAY, at('09:00'));
    expect(list.groups.map((group) => group.time)).toEqual(['15:00']);
    expect(list.untimed).toHaveLength(1);
  });

  test('TD-1 called-off orders stand at the end, whatever their time', () => {
    const rows = [
      makeRow({ time: '11:00', status: 'cancelled' }),
      makeRow({ time: '12:00', status: 'no-show' }),
      makeRow({ time: '13:00' }),
    ];
    const list = listDay(rows, DAY, at('09:00'));
    expect(list.calledOff).toHaveLength(2);
    expect(rowsInOrder(list).map((row) => row.status)).toEqual(['confirmed', 'cancelled', 'no-show']);
  });

  test.each([
    ['09:00', 0],
    ['11:00', 1],
    ['12:20', 1],
    ['13:30', 2],
    ['20:00', 2],
  ])('TD-1 at %s the line for now stands before group %i', (time, before) => {
    const rows = [makeRow({ time: '11:00' }), makeRow({ time: '13:30' })];
    expect(listDay(rows, DAY, at(time)).nowBefore).toBe(before);
  });

  test('TD-1 another day has no line for now', () => {
    expect(listDay([makeRow({ time: '11:00' })], DAY, at('11:00', '2022-10-16')).nowBefore).toBeNull();
  });

  test('TD-1 a day opens at the first order that is not finished', () => {
    const rows = [makeRow({ time: '11:00', status: 'handed-over' }), makeRow({ time: '11:30' })];
    expect(firstOpenRow(listDay(rows, DAY, at('12:00')))?.eid).toBe(rows[1]?.eid);
    expect(firstOpenRow(listDay(rows.slice(0, 1), DAY, at('12:00')))).toBeNull();
  });
});

describe('TD-2 lateness', () => {
  test.each<[string, Parameters<typeof makeRow>[0], LocalMoment, ReturnType<typeof latenessOf>]>([
    ['80 minutes after its time', { time: '11:00' }, at('12:20'), { unit: 'minutes', count: 80 }],
    ['not at its very minute', { time: '11:00' }, at('11:00'), null],
    ['a window only after its end', { time: '11:00', end: localTime('13:00') }, at('12:20'), null],
    ['past its window', { time: '11:00', end: localTime('12:00') }, at('12:20'), { unit: 'minutes', count: 20 }],
    ['"from eleven" not on its day', { time: '11:00', precision: 'from' }, at('19:00'), null],
    [
      '"by noon" after noon',
      { end: localTime('12:00'), precision: 'until' },
      at('12:20'),
      { unit: 'minutes', count: 20 },
    ],
    ['"about eleven" after eleven', { time: '11:00', precision: 'about' }, at('11:05'), { unit: 'minutes', count: 5 }],
    ['not without a time', {}, at('20:00'), null],
    ['in days when its day is over', {}, at('08:00', '2022-10-17'), { unit: 'days', count: 2 }],
    ['not before its day', { time: '11:00' }, at('12:00', '2022-10-14'), null],
    ['not once handed over', { time: '11:00', status: 'handed-over' }, at('12:20'), null],
    ['not when called off', { time: '11:00', status: 'cancelled' }, at('12:20'), null],
    ['not without a day', { time: '11:00', day: '' }, at('12:20'), null],
  ])('TD-2 an order is late %s', (_name, row, now, late) => {
    expect(latenessOf(makeRow(row), now)).toEqual(late);
  });
});

describe('TD-3 money on the line', () => {
  const due = { date: DAY, time: localTime('18:00') };
  test.each<[string, Partial<OrderRow>, ReturnType<typeof moneyDue>]>([
    ['the balance', { balanceMinor: 32_000 }, { kind: 'balance', minor: 32_000 }],
    ['that all is paid', { balanceMinor: 0 }, { kind: 'paid' }],
    ['what was paid too much', { balanceMinor: -3000 }, { kind: 'over', minor: 3000 }],
    ['that no price is known', { balanceMinor: null }, { kind: 'unknown' }],
    [
      'the deposit while it is awaited',
      { status: 'awaiting-deposit', depositMinor: 10_000, depositDue: due },
      { kind: 'deposit', minor: 10_000, due, isLate: false },
    ],
    [
      'what is left of the deposit',
      { status: 'awaiting-deposit', depositMinor: 10_000, paidMinor: 4000 },
      { kind: 'deposit', minor: 6000, due: null, isLate: false },
    ],
    [
      'the balance once the deposit is there',
      { status: 'awaiting-deposit', depositMinor: 10_000, paidMinor: 10_000, balanceMinor: 40_000 },
      { kind: 'balance', minor: 40_000 },
    ],
    ['money still held when called off', { status: 'cancelled', paidMinor: 10_000 }, { kind: 'held', minor: 10_000 }],
    ['nothing when called off and given back', { status: 'no-show', paidMinor: 0 }, { kind: 'nothing' }],
  ])('TD-3 an order says %s', (_name, row, expected) => {
    expect(moneyDue(makeRow(row), at('12:20'))).toEqual(expected);
  });

  test('TD-3 a deposit is overdue after its minute', () => {
    const row = makeRow({ status: 'awaiting-deposit', depositMinor: 10_000, depositDue: due });
    expect(moneyDue(row, at('18:00'))).toMatchObject({ isLate: false });
    expect(moneyDue(row, at('18:01'))).toMatchObject({ isLate: true });
    expect(moneyDue(row, at('08:00', '2022-10-16'))).toMatchObject({ isLate: true });
  });
});

describe('TD-4 the sum of a day', () => {
  test('TD-4 counts the Saturday of the reference screen', () => {
    const rows = [
      makeRow({ time: '11:00', status: 'handed-over', balanceMinor: 0, flags: [] }),
      makeRow({ time: '11:00', status: 'ready', balanceMinor: 0 }),
      makeRow({ time: '13:30', status: 'making', balanceMinor: 32_000 }),
      makeRow({ time: '13:30', status: 'confirmed', balanceMinor: 0, e164: null }),
      makeRow({ status: 'awaiting-deposit', balanceMinor: null }),
      makeRow({ time: '13:30', status: 'awaiting-deposit', depositMinor: 10_000, balanceMinor: 36_000 }),
      makeRow({ time: '16:00', status: 'cancelled', balanceMinor: 36_000 }),
    ];
    expect(summarizeDay(rows, at('12:20'), 'KRW')).toEqual({
      pickups: 6,
      toMake: 4,
      ready: 1,
      handedOver: 1,
      late: 1,
      receivable: [{ currency: 'KRW', minor: 58_000 }],
      awaited: [{ currency: 'KRW', minor: 10_000 }],
      unpriced: 1,
      noPhone: 1,
      noTime: 1,
    });
  });

  test('TD-4 currencies are summed apart, and what was overpaid lessens nobody else’s balance', () => {
    const rows = [
      makeRow({ balanceMinor: 5000, currency: null }),
      makeRow({ balanceMinor: 100, currency: 'JPY' }),
      makeRow({ balanceMinor: -9000 }),
    ];
    expect(summarizeDay(rows, at('12:20'), 'KRW').receivable).toEqual([
      { currency: 'KRW', minor: 5000 },
      { currency: 'JPY', minor: 100 },
    ]);
  });
});
