// What stands on the printed list: who, what is to be paid, how many of which size.
import { describe, expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { OrderRow } from '../../src/domain/order-row.ts';
import { amountDue, pickupDays } from '../../src/domain/pickup-list.ts';
import { localDate } from '../../src/domain/time.ts';
import { cutIntoSheets, planStrips } from '../../src/ui/print/paper-sheets.ts';

let made = 0;
function makeRow(wanted: Partial<OrderRow> & { readonly sizes?: readonly (string | null)[] }): OrderRow {
  const eid = `order-${++made}` as Eid;
  const { sizes = ['1호'], ...rest } = wanted;
  return {
    eid,
    number: '',
    day: localDate('2022-10-15'),
    sort: '12:00',
    start: null,
    end: null,
    precision: 'exact',
    status: 'confirmed',
    name: '',
    phone: '',
    e164: null,
    tail: null,
    payer: '',
    collector: '',
    customer: null,
    channel: null,
    method: 'pickup',
    packaging: {},
    totalMinor: null,
    paidMinor: 0,
    balanceMinor: null,
    depositMinor: null,
    depositDue: null,
    currency: null,
    memo: '',
    lacking: [],
    doubts: [],
    conflicts: 0,
    photos: 0,
    createdAt: made,
    flags: [],
    items: sizes.map((size, index) => ({
      eid: `${eid}/i${index}` as Eid,
      product: null,
      size,
      sheet: null,
      cream: null,
      shape: null,
      lettering: '',
      boardLettering: '',
      allergy: '',
      candles: null,
      quantity: 1,
      made: false,
      photo: null,
      photoRole: null,
    })),
    ...rest,
  };
}
const MENU = ['도시락', '미니', '1호', '2호', '3호'];

describe('PR what is still to be paid', () => {
  test.each([
    ['confirmed', 62_000, 30_000, 32_000, null, { state: 'due', depositMinor: 0, balanceMinor: 32_000 }],
    ['confirmed', 42_000, 42_000, 0, null, { state: 'paid', depositMinor: 0, balanceMinor: 0 }],
    ['awaiting-deposit', 42_000, 0, 42_000, 10_000, { state: 'due', depositMinor: 10_000, balanceMinor: 32_000 }],
    ['awaiting-deposit', 42_000, 4_000, 38_000, 10_000, { state: 'due', depositMinor: 6_000, balanceMinor: 32_000 }],
    ['awaiting-deposit', 10_000, 0, 10_000, 10_000, { state: 'due', depositMinor: 10_000, balanceMinor: 0 }],
    ['awaiting-deposit', null, 0, null, 10_000, { state: 'due', depositMinor: 10_000, balanceMinor: 0 }],
    ['confirmed', null, 0, null, null, { state: 'unknown', depositMinor: 0, balanceMinor: 0 }],
    ['confirmed', 40_000, 45_000, -5_000, null, { state: 'overpaid', depositMinor: 0, balanceMinor: 5_000 }],
    ['handed-over', 40_000, 30_000, 10_000, null, { state: 'due', depositMinor: 0, balanceMinor: 10_000 }],
    ['no-show', 40_000, 0, 40_000, null, { state: 'none', depositMinor: 0, balanceMinor: 0 }],
  ] as const)('PR-10 %s, %s of which %s is paid', (status, totalMinor, paidMinor, balanceMinor, depositMinor, due) => {
    const row = makeRow({ status, totalMinor, paidMinor, balanceMinor, depositMinor });
    expect(amountDue(row, 'KRW')).toEqual({ ...due, currency: 'KRW' });
  });
});

test('PR-11 days follow each other; within a day the time, orders without one last; called-off ones are counted', () => {
  const late = makeRow({ sort: '18:00' });
  const early = makeRow({ sort: '11:00', sizes: ['3호', '1호'] });
  const timeless = makeRow({ sort: '99:99', sizes: ['특대', null] });
  const days = pickupDays(
    [
      makeRow({ day: localDate('2022-10-16'), sizes: ['도시락'] }),
      late,
      timeless,
      early,
      makeRow({ status: 'cancelled', sizes: ['2호'] }),
      makeRow({ flags: ['deleted'] }),
      makeRow({ day: '' }),
    ],
    MENU,
    'KRW',
  );
  expect(days.map(({ day }) => day)).toEqual(['2022-10-15', '2022-10-16']);
  expect(days[0]?.orders).toEqual([early, late, timeless]);
  expect(days[0]).toMatchObject({ cakes: 5, cancelled: 1 });
  expect(days[0]?.sizes).toEqual([
    { name: '3호', count: 1 },
    { name: '1호', count: 2 },
    { name: '특대', count: 1 },
    { name: '', count: 1 },
  ]);
});

test('PR-12 sums are kept apart by currency', () => {
  const due = { totalMinor: 5_000, balanceMinor: 5_000 } as const;
  const [day] = pickupDays([makeRow(due), makeRow({ ...due, currency: 'JPY' }), makeRow(due)], MENU, 'KRW');
  expect(day?.due).toEqual([
    { currency: 'KRW', depositMinor: 0, balanceMinor: 10_000 },
    { currency: 'JPY', depositMinor: 0, balanceMinor: 5_000 },
  ]);
});

test('PR-13 sheets hold whole orders, each day begins one, and a giant stands alone', () => {
  const rows = [60, 60, 60, 400, 60].map((height) => ({ height, row: makeRow({}) }));
  const sunday = makeRow({ day: localDate('2022-10-16') });
  const days = pickupDays([...rows.map(({ row }) => row), sunday], MENU, 'KRW');
  const ordersMm = new Map<string, number>([
    ...rows.map(({ row, height }) => [row.eid, height] as const),
    [sunday.eid, 60],
  ]);
  const sheets = cutIntoSheets(days, { frameMm: 30, ordersMm });
  expect(sheets.map(({ orders }) => orders.length)).toEqual([3, 1, 1, 1]);
  expect(sheets.flatMap(({ orders }) => orders)).toEqual(days.flatMap(({ orders }) => orders));
  expect(sheets.map(({ number }) => number)).toEqual(['1 / 4', '2 / 4', '3 / 4', '4 / 4']);
});

describe('one long page', () => {
  const planOf = (heights: readonly number[]) => {
    const rows = heights.map((height) => ({ height, row: makeRow({}) }));
    const days = pickupDays(
      rows.map(({ row }) => row),
      MENU,
      'KRW',
    );
    const ordersMm = new Map<string, number>(rows.map(({ row, height }) => [row.eid, height]));
    const plan = planStrips(days, { frameMm: 30, ordersMm });
    expect(plan.sheets.flatMap(({ orders }) => orders)).toEqual(days.flatMap(({ orders }) => orders));
    return plan;
  };
  const alike = (count: number, height: number) => Array.from({ length: count }, () => height);

  test.each([
    // orders, each, strips, shortest page, longest page
    ['one small order stands upright', 1, 20, 1, 81, 90],
    ['eleven', 11, 50, 1, 588, 600],
    ['eighty', 80, 50, 1, 4038, 4060],
    ['two hundred: as many on each strip', 200, 50, 3, 3388, 3410],
    ['a giant is not cut', 1, 6_000, 1, 6038, 6070],
  ] as const)('PR-17 a list as one strip: %s', (_name, count, height, strips, least, most) => {
    const plan = planOf(alike(count, height));
    expect(plan.sheets).toHaveLength(strips);
    expect(plan.pageMm).toBeGreaterThanOrEqual(least);
    expect(plan.pageMm).toBeLessThanOrEqual(most);
  });
  test('PR-17 strips are numbered, a single one is not', () => {
    expect(planOf(alike(200, 50)).sheets.map(({ number }) => number)).toEqual(['1 / 3', '2 / 3', '3 / 3']);
    expect(planOf(alike(8, 50)).sheets.map(({ number }) => number)).toEqual([null]);
  });
});
