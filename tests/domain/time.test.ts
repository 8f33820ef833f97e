// TM: the shop's wall clock. Rows that anybody can check against a calendar and a world clock.
import { describe, expect, test } from 'vitest';
import {
  addLocalDays,
  daysBetween,
  daysOfMonth,
  type Instant,
  instantOf,
  localDate,
  localMoment,
  localTime,
  minutesOf,
  parseLocalDate,
  parseLocalTime,
  timeOfMinutes,
  weekdayOf,
} from '../../src/domain/time.ts';

describe('TM-1 the zone of the shop says what day and time it is', () => {
  test.each([
    ['2022-10-15T06:19:00Z', 'Asia/Seoul', '2022-10-15', '15:19'],
    ['2022-10-15T14:59:59Z', 'Asia/Seoul', '2022-10-15', '23:59'],
    ['2022-10-15T15:00:00Z', 'Asia/Seoul', '2022-10-16', '00:00'],
    ['2022-10-15T15:00:00Z', 'UTC', '2022-10-15', '15:00'],
    ['2026-03-29T00:59:00Z', 'Europe/London', '2026-03-29', '00:59'],
    ['2026-03-29T01:00:00Z', 'Europe/London', '2026-03-29', '02:00'],
    ['2026-01-01T00:00:00Z', 'America/Los_Angeles', '2025-12-31', '16:00'],
    ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '2026-01-01', '05:45'],
  ])('%s in %s is %s %s', (instant, zone, date, time) => {
    expect(localMoment(Date.parse(instant) as Instant, zone)).toEqual({ date, time });
  });
});

describe('TM-2 a wall-clock time has one instant, also on days when clocks are changed', () => {
  test.each([
    ['2022-10-15', '13:30', 'Asia/Seoul', '2022-10-15T04:30:00Z'],
    ['2026-12-31', '23:59', 'Asia/Tokyo', '2026-12-31T14:59:00Z'],
    ['2026-07-01', '09:00', 'America/Los_Angeles', '2026-07-01T16:00:00Z'],
    // 01:30 comes twice in London on 25 October 2026: the first.
    ['2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00Z'],
    // 02:30 does not come in New York on 8 March 2026: half an hour after the gap.
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => {
    expect(new Date(instantOf(localDate(date), localTime(time), zone)).toISOString()).toBe(
      instant.replace('Z', '.000Z'),
    );
  });
});

describe('TM-3 only days and times that exist are taken', () => {
  test.each(['2026-02-31', '2027-02-29', '2026-13-01', '2026-00-10', '26-10-17', '2026-10-17 ', ''])(
    '%s is no day',
    (text) => {
      expect(parseLocalDate(text)).toBeNull();
    },
  );
  test('29 February exists in leap years', () => expect(parseLocalDate('2028-02-29')).toBe('2028-02-29'));
  test.each(['24:00', '9:00', '12:60', '1200', ''])('%s is no time', (text) => {
    expect(parseLocalTime(text)).toBeNull();
  });
});

describe('TM-4 days are counted by the calendar', () => {
  test('over a month, a leap day and a year', () => {
    expect(addLocalDays(localDate('2028-02-28'), 2)).toBe('2028-03-01');
    expect(addLocalDays(localDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(daysBetween(localDate('2026-10-25'), localDate('2026-03-28'))).toBe(-211);
    expect(daysOfMonth(localDate('2028-02-10'))).toHaveLength(29);
    expect(weekdayOf(localDate('2022-10-15'))).toBe(6);
  });
  test('minutes of a day and back', () => {
    expect(minutesOf(localTime('13:30'))).toBe(810);
    expect(timeOfMinutes(810)).toBe('13:30');
    expect(timeOfMinutes(-5)).toBe('00:00');
    expect(timeOfMinutes(5000)).toBe('23:59');
  });
});
