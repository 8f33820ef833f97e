// The days and moments of the demo shop, counted from the day that plays Saturday 15 October 2022.
// Law: nothing here asks the clock; the shop's closed weekday gives way to the demo's day, which is always open.
import type { Eid } from '../domain/order.ts';
import type { Phone } from '../domain/phone.ts';
import type { OpenHours, SpecialDayFields, WeekHours } from '../domain/shop.ts';
import type { Instant, LocalDate, LocalMoment, LocalTime } from '../domain/time.ts';
import { addLocalDays, instantOf, localMoment, localTime, weekdayOf } from '../domain/time.ts';

export const STAFF = {
  owner: 'shop/s-haeun' as Eid, // eids of the shop's children are given by whoever makes them
  counter: 'shop/s-jisu' as Eid,
  maker: 'shop/s-minho' as Eid,
} as const;

export interface DemoCalendar {
  readonly today: LocalDate;
  readonly now: Instant;
  readonly hours: WeekHours;
  readonly specialDays: readonly Required<Pick<SpecialDayFields, 'date' | 'hours' | 'note'>>[];
  hoursOn(day: LocalDate): OpenHours | null;
  /** The `n`th open day after today; before it when negative. */
  openDay(n: number): LocalDate;
  /** A moment `days` from today. */
  at(days: number, time: string): Instant;
  atDay(day: LocalDate, time: string): Instant;
  /** The same, but never later than a few minutes ago. */
  past(days: number, time: string): Instant;
  moment(days: number, time: string): LocalMoment;
  /** What the shop's clock shows at an instant, on the hour. */
  momentOf(at: Instant): LocalMoment;
}

const span = (open: string, close: string): OpenHours => ({ open: localTime(open), close: localTime(close) });

/** The calendar of a demo shop whose today is `today`. */
export function createDemoCalendar(today: LocalDate, now: Instant, zone: string): DemoCalendar {
  const closed = weekdayOf(today) === 1 ? 2 : 1;
  const hours = [0, 1, 2, 3, 4, 5, 6].map((weekday) =>
    weekday === closed ? null : weekday === 6 || weekday === 0 ? span('10:00', '20:00') : span('11:00', '20:00'),
  );
  const usual = (day: LocalDate) => hours[weekdayOf(day)] ?? null;
  const find = (from: number, fits: (day: LocalDate) => boolean): LocalDate => {
    let day = addLocalDays(today, from);
    while (!fits(day)) day = addLocalDays(day, 1);
    return day;
  };
  const isWeekday = (day: LocalDate) => usual(day) !== null && weekdayOf(day) >= 2 && weekdayOf(day) <= 4;
  const holiday = find(10, isWeekday);
  const shortDay = find(17, isWeekday);
  const extraDay = find(13, (day) => usual(day) === null);
  const specialDays: DemoCalendar['specialDays'] = [
    { date: holiday, hours: { closed: true }, note: '재료 박람회로 쉽니다' },
    { date: shortDay, hours: span('11:00', '15:00'), note: '오후 클래스' },
    { date: extraDay, hours: span('12:00', '18:00'), note: '예약이 많아 엽니다' },
  ];
  const hoursOn = (day: LocalDate): OpenHours | null => {
    const special = specialDays.find((one) => one.date === day)?.hours ?? null;
    if (special === null) return usual(day);
    return 'closed' in special ? null : special;
  };
  const at = (days: number, time: string) => instantOf(addLocalDays(today, days), localTime(time), zone);
  return {
    today,
    now,
    hours,
    specialDays,
    hoursOn,
    openDay(n) {
      let day = today;
      for (let left = Math.abs(n); left > 0; ) {
        day = addLocalDays(day, Math.sign(n));
        if (hoursOn(day) !== null) left -= 1;
      }
      return day;
    },
    at,
    atDay: (day, time) => instantOf(day, localTime(time), zone),
    past: (days, time) => Math.min(at(days, time), now - 300_000) as Instant, // the earlier of two instants
    momentOf(instant) {
      const { date, time } = localMoment(instant, zone);
      return { date, time: localTime(`${time.slice(0, 2)}:00`) };
    },
    moment: (days, time) => ({ date: addLocalDays(today, days), time: localTime(time) }),
  };
}

/** A pickup at a time of the day. */
export function pickupAt(date: LocalDate, start: string | LocalTime) {
  return { date, start: localTime(start), end: null, precision: 'exact' } as const;
}

/** An invented mobile number, `010-0000-5678`, by its last four digits. */
export function mobile(tail: string): Phone {
  return { e164: `+82100000${tail}`, text: `010-0000-${tail}` };
}
