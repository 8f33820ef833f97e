// What waits for a look (docs/rules.md CK).
import { expect, test } from 'vitest';
import type { Eid } from '../../src/domain/order.ts';
import type { OrderRow } from '../../src/domain/order-row.ts';
import { localDate, localTime } from '../../src/domain/time.ts';
import { countToCheck, listToCheck } from '../../src/domain/to-check.ts';

const TODAY = localDate('2022-10-15');
const NOW = { date: TODAY, time: localTime('12:20') };

function makeRow(part: Partial<OrderRow>): OrderRow {
  return {
    eid: 'o1' as Eid, // a plain name
    number: 'A-1',
    day: TODAY,
    sort: '13:30',
    start: localTime('13:30'),
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
    totalMinor: 62_000,
    paidMinor: 0,
    balanceMinor: 62_000,
    depositMinor: null,
    depositDue: null,
    currency: 'KRW',
    memo: '',
    lacking: [],
    doubts: [],
    conflicts: 0,
    photos: 0,
    createdAt: 0,
    flags: ['open'],
    ...part,
  };
}

test.each([
  ['11:51', 0],
  ['11:50', 1],
  ['11:00', 1],
  ['13:30', 0],
])('CK-2 an order of %s is asked about at 12:20: %i', (start, count) => {
  expect(listToCheck([makeRow({ start: localTime(start) })], NOW).uncollected).toHaveLength(count);
});

test('CK-2 an order of yesterday is not collected, a finished one never is', () => {
  const yesterday = localDate('2022-10-14');
  const list = listToCheck(
    [
      makeRow({ day: yesterday, start: null }),
      makeRow({ eid: 'o2' as Eid, day: yesterday, status: 'handed-over', flags: [] }), // a plain name
    ],
    NOW,
  );
  expect(list.uncollected.map((row) => row.eid)).toEqual(['o1']);
});

test('CK-1 a deposit is late after its deadline, and not asked for once the cake itself is overdue', () => {
  const late = { date: TODAY, time: localTime('12:00') };
  const awaiting = makeRow({
    status: 'awaiting-deposit',
    flags: ['open', 'awaiting-deposit'],
    depositMinor: 30_000,
    depositDue: late,
  });
  expect(listToCheck([awaiting], NOW).deposit).toHaveLength(1);
  expect(listToCheck([{ ...awaiting, depositDue: { ...late, time: localTime('12:30') } }], NOW).deposit).toEqual([]);
  expect(listToCheck([{ ...awaiting, paidMinor: 30_000 }], NOW).deposit).toEqual([]);
  const passed = listToCheck([{ ...awaiting, day: localDate('2022-10-14') }], NOW);
  expect(passed.deposit).toEqual([]);
  expect(passed.uncollected).toHaveLength(1);
});

test('CK-1 an order that stands in several lists, or was read twice, counts once; conflicts of finished orders count too', () => {
  const row = makeRow({ conflicts: 1, flags: ['open', 'conflict', 'lacking'], lacking: ['phone'] });
  const done = makeRow({ eid: 'o2' as Eid, status: 'handed-over', conflicts: 2, flags: ['conflict'] }); // a plain name
  const list = listToCheck([row, done, row], NOW);
  expect(list.conflict).toHaveLength(2);
  expect(list.lacking).toHaveLength(1);
  expect(countToCheck(list)).toBe(2);
});
