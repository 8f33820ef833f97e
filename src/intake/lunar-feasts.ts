// Feasts that no rule of the solar calendar gives: a table by year, from the Korean lunar calendar and the exam's notices.
// Law: a year that is not in the table has no answer; tests compare the lunar ones with the platform's own calendar.
import type { LocalDate } from '../domain/time.ts';
import { parseLocalDate } from '../domain/time.ts';
import type { LunarFeast } from './day-meaning.ts';

const DAYS: Readonly<Record<LunarFeast, readonly string[]>> = {
  seollal: ['2025-01-29', '2026-02-17', '2027-02-07', '2028-01-27', '2029-02-13', '2030-02-03'],
  chuseok: ['2025-10-06', '2026-09-25', '2027-09-15', '2028-10-03', '2029-09-22', '2030-09-12'],
  buddha: ['2025-05-05', '2026-05-24', '2027-05-13', '2028-05-02', '2029-05-20', '2030-05-09'],
  exam: ['2025-11-13', '2026-11-19', '2027-11-18'],
};

/** The first such feast on or after `from`; null when the table does not reach so far. */
export function nextLunarFeast(feast: LunarFeast, from: LocalDate): LocalDate | null {
  const next = DAYS[feast].find((day) => day >= from);
  return next === undefined ? null : parseLocalDate(next);
}
