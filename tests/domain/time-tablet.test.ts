// TM: whatever zone the tablet itself is set to, the shop's days are the same.
import { afterAll, describe, expect, test } from 'vitest';
import {
  addLocalDays,
  daysBetween,
  daysOfMonth,
  type Instant,
  instantOf,
  type LocalDate,
  localDate,
  localMoment,
  localTime,
  parseLocalDate,
  weekdayOf,
} from '../../src/domain/time.ts';

const own = process.env.TZ;
afterAll(() => {
  if (own === undefined) delete process.env.TZ;
  else process.env.TZ = own;
});

// Apia left out 30 December 2011; São Paulo had no midnight on 4 November 2018; Kiritimati is a day ahead.
describe.each(['Asia/Seoul', 'America/New_York', 'Pacific/Apia', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'UTC'])(
  'on a tablet set to %s',
  (zone) => {
    test('TM-3 every day of the calendar exists', () => {
      process.env.TZ = zone;
      expect(new Date(2022, 0, 1).getTimezoneOffset()).toBe(
        {
          'Asia/Seoul': -540,
          'America/New_York': 300,
          'Pacific/Apia': -780,
          'America/Sao_Paulo': 180,
          'Pacific/Kiritimati': -840,
        }[zone] ?? 0,
      );
      for (const text of ['2011-12-30', '2018-11-04', '2028-02-29', '0000-01-01', '0099-12-31', '9999-12-31']) {
        expect(parseLocalDate(text)).toBe(text);
      }
      for (const text of ['2011-12-32', '2027-02-29', '2022-04-31', '2022-00-01', '2022-1-1', '+12022-01-01'])
        expect(parseLocalDate(text)).toBeNull();
    });
    test('TM-4 days follow one another, none missing and none twice', () => {
      process.env.TZ = zone;
      for (const from of ['2011-12-28', '2018-11-02', '2026-03-06', '2026-10-23']) {
        const start = localDate(from);
        for (let ahead = 0; ahead < 6; ahead++) {
          const day = addLocalDays(start, ahead);
          expect(daysBetween(start, day)).toBe(ahead);
          expect(weekdayOf(day)).toBe((weekdayOf(start) + ahead) % 7);
        }
      }
      expect(daysOfMonth(localDate('2011-12-15'))).toHaveLength(31);
    });
    test('TM-1 the shop in Seoul has its own midnight', () => {
      process.env.TZ = zone;
      const midnight = Date.parse('2022-10-15T15:00:00Z') as Instant;
      expect(localMoment(midnight, 'Asia/Seoul')).toEqual({ date: '2022-10-16', time: '00:00' });
      expect(localMoment((midnight - 1) as Instant, 'Asia/Seoul')).toEqual({ date: '2022-10-15', time: '23:59' });
      expect(instantOf(localDate('2022-10-16'), localTime('00:00'), 'Asia/Seoul')).toBe(midnight);
    });
  },
);

test('TM-4 at the ends of what can be written, days stay days', () => {
  const last = '9999-12-31' as LocalDate;
  expect(addLocalDays(last, 1)).toBe(last);
  expect(addLocalDays('0000-01-01' as LocalDate, -1)).toBe('0000-01-01');
  expect(daysOfMonth(last)).toHaveLength(31);
});

test('TM-2 an instant and its wall clock are each other’s, hour by hour through the changes of a year', () => {
  for (const zone of ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Seoul', 'Asia/Kathmandu']) {
    for (let hour = 0; hour < 24 * 366; hour += 5) {
      const at = (Date.parse('2026-01-01T00:15:00Z') + hour * 3_600_000) as Instant;
      const { date, time } = localMoment(at, zone);
      const back = instantOf(date, time, zone);
      // In a repeated hour the earlier instant is meant: then the wall clock is the same.
      if (back !== at) expect(localMoment(back, zone)).toEqual({ date, time });
      expect(back).toBeLessThanOrEqual(at);
      expect(at - back).toBeLessThanOrEqual(3_600_000);
    }
  }
});
