// Local days and times of the shop, and instants. They are different types and never mix.
// Law: a pickup is a wall-clock day and time in the shop's zone, never an instant (docs/rules.md TM).
import { TZDate } from '@date-fns/tz';
import { isExists } from 'date-fns';

/** A calendar day of the shop, `YYYY-MM-DD`. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };
/** A wall-clock time of the shop, `HH:MM`, 00:00 to 23:59. */
export type LocalTime = string & { readonly __brand: 'LocalTime' };
/** Milliseconds since 1970 UTC. */
export type Instant = number & { readonly __brand: 'Instant' };
/** 0 is Sunday, as in `Date.prototype.getDay`. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;
export interface LocalMoment {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

const DATE_SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const TIME_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Days are counted at noon UTC, so that no zone and no summer time can move one. */
const atNoon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);
const utcDay = (at: Date) => at.toISOString().slice(0, 10) as LocalDate; // the slice of an ISO instant has this shape

/** The day if `text` is one that exists in the calendar (no 31 February), else null. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!DATE_SHAPE.test(text)) return null;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return isExists(year, month - 1, day) ? (text as LocalDate) : null;
}

/** The time if `text` is `HH:MM` between 00:00 and 23:59, else null. */
export function parseLocalTime(text: string): LocalTime | null {
  return TIME_SHAPE.test(text) ? (text as LocalTime) : null;
}

/** A day that the program itself wrote down. @throws RangeError when it is none. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`not a day: ${text}`);
  return date;
}

/** A time that the program itself wrote down. @throws RangeError when it is none. */
export function localTime(text: string): LocalTime {
  const time = parseLocalTime(text);
  if (time === null) throw new RangeError(`not a time: ${text}`);
  return time;
}

/** What the wall clock of `zone` (IANA name) shows at `at`. */
export function localMoment(at: Instant, zone: string): LocalMoment {
  const wall = new TZDate(at, zone).toISOString(); // a TZDate writes its own zone's wall clock: 2026-10-12T10:20:00.000+09:00
  return { date: wall.slice(0, 10) as LocalDate, time: wall.slice(11, 16) as LocalTime };
}

/** The instant at which the wall clock of `zone` shows `date` and `time` (the earlier one where an hour is repeated). */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new TZDate(year, month - 1, day, hour, minute, 0, zone).getTime() as Instant;
}

export function addLocalDays(date: LocalDate, days: number): LocalDate {
  const at = new Date(atNoon(date));
  at.setUTCDate(at.getUTCDate() + days);
  return utcDay(at);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((atNoon(to).getTime() - atNoon(from).getTime()) / 86_400_000);
}

export function weekdayOf(date: LocalDate): Weekday {
  return atNoon(date).getUTCDay() as Weekday; // getUTCDay answers 0 to 6
}

/** Minutes since midnight. */
export function minutesOf(time: LocalTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** The time `minutes` after midnight, kept within the day. */
export function timeOfMinutes(minutes: number): LocalTime {
  const inDay = Math.max(0, Math.min(1439, Math.round(minutes)));
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}` as LocalTime;
}

/** The days of the month that holds `date`, first to last. */
export function daysOfMonth(date: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  const month = date.slice(0, 7);
  for (let day = localDate(`${month}-01`); day.startsWith(month); day = addLocalDays(day, 1)) days.push(day);
  return days;
}
