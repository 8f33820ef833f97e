// CA: opening hours, slots with places left, and the first day on offer.
import { describe, expect, test } from 'vitest';
import type { DayLoad, OpenHours, Shop, SpecialDay } from '../../src/domain/shop.ts';
import { firstOpenDay, hoursOn, isShortNotice, slotGrid } from '../../src/domain/shop.ts';
import { type LocalDate, localDate, localTime } from '../../src/domain/time.ts';

const hours = (open: string, close: string): OpenHours => ({ open: localTime(open), close: localTime(close) });
const SATURDAY = localDate('2022-10-15');
const SUNDAY = localDate('2022-10-16');
const MONDAY = localDate('2022-10-17');

/** Closed on Sundays, open 11 to 13 on all other days. */
function shop(more: Partial<Shop> = {}, special: readonly SpecialDay[] = []) {
  const usual = hours('11:00', '13:00');
  return {
    hours: [null, usual, usual, usual, usual, usual, usual],
    slots: { minutes: 30, places: 2 },
    leadDays: 2,
    specialDays: new Map<LocalDate, SpecialDay>(special.map((day) => [day.date, day])),
    ...more,
  };
}
const load = (slots: Readonly<Record<string, number>>): DayLoad => ({ day: SATURDAY, orders: 0, items: 0, slots });
const grid = (of: ReturnType<typeof shop>, slots: Readonly<Record<string, number>> = {}, date = SATURDAY) =>
  slotGrid(of, date, load(slots)).map(({ start, left }) => [start, left]);

describe('hours', () => {
  test('CA-1 a special day stands above the week', () => {
    const open = { date: SUNDAY, hours: hours('10:00', '11:00'), note: null };
    const closed = { date: SATURDAY, hours: { closed: true as const }, note: '휴무' };
    expect(hoursOn(shop({}, [open]), SUNDAY)).toEqual(hours('10:00', '11:00'));
    expect(hoursOn(shop({}, [closed]), SATURDAY)).toBeNull();
    expect(hoursOn(shop(), SUNDAY)).toBeNull();
    expect(slotGrid(shop({}, [closed]), SATURDAY, null)).toEqual([]);
  });
});

describe('slots', () => {
  test('CA-2 from opening to closing, the closing time included', () => {
    expect(grid(shop())).toEqual([
      ['11:00', 2],
      ['11:30', 2],
      ['12:00', 2],
      ['12:30', 2],
      ['13:00', 2],
    ]);
  });
  test('CA-2 an order counts in the slot that holds its start; one without a time in none', () => {
    expect(grid(shop(), { '11:00': 1, '11:29': 1, '11:30': 3, '': 5, '09:00': 1 })).toEqual([
      ...[
        ['11:00', 0],
        ['11:30', -1],
        ['12:00', 2],
        ['12:30', 2],
        ['13:00', 2],
      ],
    ]);
  });
  test.each([
    [0, 25],
    [Number.NaN, 25],
    [-30, 25],
    [45, 3],
    [7.4, 18],
  ])('CA-2 a slot length of %s minutes gives %i slots, never endless ones', (minutes, count) => {
    expect(grid(shop({ slots: { minutes, places: 1 } }))).toHaveLength(count);
  });
  test('CA-2 hours that end before they begin give none', () => {
    expect(grid(shop({ hours: Array(7).fill(hours('20:00', '10:00')) }))).toEqual([]);
  });
});

describe('the first day on offer', () => {
  test.each([
    { from: SATURDAY, leadDays: 0, day: '2022-10-15' },
    { from: SATURDAY, leadDays: 1, day: '2022-10-17' },
    { from: SATURDAY, leadDays: 2, day: '2022-10-17' },
    { from: SATURDAY, leadDays: -3, day: '2022-10-15' },
    { from: SATURDAY, leadDays: 1.5, day: '2022-10-17' },
    { from: SATURDAY, leadDays: 400, day: null },
  ])('CA-4 from $from with $leadDays days of lead is $day', ({ from, leadDays, day }) => {
    expect(firstOpenDay(shop({ leadDays }), from)).toBe(day);
  });
  test('CA-4 there is none while the shop is closed for good', () => {
    expect(firstOpenDay(shop({ hours: Array(7).fill(null) }), MONDAY)).toBeNull();
  });
  test('CA-4 fewer days than the lead are short notice', () => {
    expect(isShortNotice(shop(), SATURDAY, SUNDAY)).toBe(true);
    expect(isShortNotice(shop(), SATURDAY, MONDAY)).toBe(false);
  });
});
