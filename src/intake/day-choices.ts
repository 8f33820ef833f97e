// Several days in one text: which of them only repeat another, and which leave the choice open.
// Law: a day and "or the weekend after" are no day; a weekday beside the date it falls on is that date.
import type { LocalDate } from '../domain/time.ts';
import { weekdayOf } from '../domain/time.ts';
import type { DayMention } from './day-meaning.ts';

/** "Nov 14th or the weekend after", "24일이나 그 다음주": one of the two is no day. */
export function isOrElse(text: string, one: DayMention, other: DayMention | undefined): boolean {
  if (other === undefined || (one.meaning.is === 'vague') === (other.meaning.is === 'vague')) return false;
  return /^\s*,?\s*(?:or|또는|아니면|혹은|이나|나|か|または)\s*(?:the|on|그)?\s*$/i.test(
    text.slice(one.end, other.start),
  );
}

interface DayGroup {
  readonly mention: DayMention;
  readonly meant: { readonly date: LocalDate | null };
}

/** "토요일에 찾을게요, 11월 7일이요": the date says which Saturday. */
export function withoutToldWeekdays<T extends DayGroup>(groups: readonly T[]): readonly T[] {
  const [written, another] = groups.filter((group) => group.mention.meaning.is === 'date' && group.meant.date !== null);
  const day = written?.meant.date ?? null;
  if (day === null || another !== undefined) return groups;
  return groups.filter(({ mention: { meaning } }) => {
    const isLooseDay = meaning.is === 'weekday' && meaning.week === 'coming';
    return !isLooseDay || meaning.weekday !== weekdayOf(day);
  });
}
