// The days of the week as words, Monday first as shops hang their hours on the door. Pure.
// Law: names come from the platform; the numbers are those of domain/time.ts, 0 is Sunday.
import type { Language } from '../../domain/order.ts';
import type { Weekday } from '../../domain/time.ts';

export const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 0];

/** `월`, `Mon`, `月`; in full `월요일`, `Monday`, `月曜日`. */
export function weekdayName(weekday: Weekday, language: Language, width: 'short' | 'long' = 'short'): string {
  // 1 January 2023 was a Sunday.
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(
    new Date(Date.UTC(2023, 0, 1 + weekday)),
  );
}
