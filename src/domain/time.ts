// Local days and times of the shop, and instants. They are different types and never mix.
// Law: a pickup is a wall-clock day and time in the shop's zone, never an instant (docs/rules.md TM).

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
const FIRST_DAY = Date.parse('0000-01-01T12:00:00Z');
const LAST_DAY = Date.parse('9999-12-31T12:00:00Z');
const utcDay = (at: Date) => at.toISOString().slice(0, 10) as LocalDate; // the slice of an ISO instant has this shape

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Days of the Gregorian month 1 to 12; 0 for any other. Every row asks it: no Date is made for that. */
function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** The day if `text` is one that exists in the calendar (no 31 February), else null. */
export function parseLocalDate(text: string): LocalDate | null {
  if (!DATE_SHAPE.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return day >= 1 && day <= daysInMonth(year, month) ? (text as LocalDate) : null;
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

/** Made once for each zone: a formatter costs more than the day it writes. */
const wallClocks = new Map<string, Intl.DateTimeFormat>();
function wallClock(zone: string): Intl.DateTimeFormat {
  const known = wallClocks.get(zone);
  if (known !== undefined) return known;
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  wallClocks.set(zone, clock);
  return clock;
}

/** What the wall clock of `zone` (IANA name) shows at `at`. @throws RangeError when there is no such zone. */
export function localMoment(at: Instant, zone: string): LocalMoment {
  const parts = new Map(
    wallClock(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as LocalDate,
    time: `${part('hour')}:${part('minute')}` as LocalTime,
  };
}

/** Milliseconds by which the wall clock of `zone` is ahead of UTC at `at`; whole minutes, as zones are. */
function offsetAt(at: number, zone: string): number {
  const { date, time } = localMoment(at as Instant, zone); // an instant is a number of milliseconds
  return Date.parse(`${date}T${time}:00Z`) - Math.floor(at / 60_000) * 60_000;
}

/**
 * The instant at which the wall clock of `zone` shows `date` and `time`: the earlier one where an hour is repeated, and
 * as long after the gap as the time is inside it where an hour is left out.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Instant {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  // No zone changes its offset twice within two days: the offsets before and after are all there can be.
  const before = asUtc - offsetAt(asUtc - 86_400_000, zone);
  const after = asUtc - offsetAt(asUtc + 86_400_000, zone);
  const shows = (at: number) => asUtc - at === offsetAt(at, zone);
  const right = [before, after].filter(shows);
  return (right.length > 0 ? Math.min(...right) : before) as Instant;
}

/** Kept within the years 0000 to 9999, which a day can be written in. */
export function addLocalDays(date: LocalDate, days: number): LocalDate {
  const at = atNoon(date).getTime() + days * 86_400_000;
  return utcDay(new Date(Math.max(FIRST_DAY, Math.min(LAST_DAY, at))));
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
  for (let day = localDate(`${month}-01`); day.startsWith(month) && day !== days.at(-1); day = addLocalDays(day, 1))
    days.push(day);
  return days;
}
