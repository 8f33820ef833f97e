// From days as written to the day that is meant, counted from the moment of writing.
// Law: one day or none. What contradicts itself keeps the written date and is flagged; two days are never chosen between.
import type { LocalDate, LocalMoment, Weekday } from '../domain/time.ts';
import { addLocalDays, daysBetween, parseLocalDate, weekdayOf } from '../domain/time.ts';
import { isOrElse, withoutToldWeekdays } from './day-choices.ts';
import type { DayMeaning, DayMention, YearMonthDay } from './day-meaning.ts';
import { nextLunarFeast } from './lunar-feasts.ts';
import type { Flag } from './message-reading.ts';

/** A date without a year that has passed means next year's, but only when that is at most so many days ahead. */
const NEXT_YEAR_WITHIN_DAYS = 180;
/** Between midnight and this hour "tomorrow" often means the day that has already begun. */
const NIGHT_ENDS = '05:00';

export interface DayVerdict {
  /** Only the day of the feast itself was named, not when the cake is collected. */
  readonly ofEvent: boolean;
  readonly date: LocalDate | null;
  readonly flags: readonly Flag[];
  readonly alternatives: readonly LocalDate[];
  /** The customer wrote one day and then another in its place. */
  readonly corrected: boolean;
  readonly mentions: readonly DayMention[];
}

interface Meant {
  readonly date: LocalDate | null;
  readonly flags: readonly Flag[];
  readonly alternatives?: readonly LocalDate[];
}

const yearOf = (date: LocalDate) => Number(date.slice(0, 4));
const monthOf = (date: LocalDate) => Number(date.slice(5, 7));

function calendarDay(year: number, month: number, day: number): LocalDate | null {
  const pad = (n: number) => String(n).padStart(2, '0');
  return parseLocalDate(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`);
}

function lastOfMonth(year: number, month: number): LocalDate | null {
  for (let day = 31; day >= 28; day--) {
    const date = calendarDay(year, month, day);
    if (date !== null) return date;
  }
  return null;
}

function monthAhead(today: LocalDate, ahead: number): { year: number; month: number } {
  const index = yearOf(today) * 12 + monthOf(today) - 1 + ahead;
  return { year: Math.floor(index / 12), month: (index % 12) + 1 };
}

function meantDate(written: YearMonthDay, today: LocalDate): Meant {
  const at = (year: number) =>
    written.day === 0 ? lastOfMonth(year, written.month) : calendarDay(year, written.month, written.day);
  const year = written.yearsAhead === undefined ? written.year : yearOf(today) + written.yearsAhead;
  if (year !== null) {
    const date = at(year);
    return { date, flags: date === null ? ['date_invalid'] : date < today ? ['date_in_past'] : [] };
  }
  const thisYear = at(yearOf(today));
  const nextYear = at(yearOf(today) + 1);
  if (thisYear !== null && thisYear >= today) return { date: thisYear, flags: [] };
  if (nextYear !== null && daysBetween(today, nextYear) <= NEXT_YEAR_WITHIN_DAYS) return { date: nextYear, flags: [] };
  return { date: thisYear, flags: [thisYear === null ? 'date_invalid' : 'date_in_past'] };
}

function meantDay(day: number, today: LocalDate): Meant {
  if (day < 1 || day > 31) return { date: null, flags: ['date_invalid'] };
  for (let ahead = 0; ahead < 3; ahead++) {
    const { year, month } = monthAhead(today, ahead);
    const date = calendarDay(year, month, day);
    if (date !== null && date >= today) return { date, flags: [] };
  }
  return { date: null, flags: ['date_invalid'] };
}

/** Monday of the week of `date`: weeks run Monday to Sunday. */
function mondayOf(date: LocalDate): LocalDate {
  return addLocalDays(date, -((weekdayOf(date) + 6) % 7));
}

function meantWeekday(weekday: Weekday, week: number | 'coming' | 'next', today: LocalDate): Meant {
  if (typeof week === 'number') {
    const date = addLocalDays(mondayOf(today), week * 7 + ((weekday + 6) % 7));
    return { date, flags: date < today ? ['date_in_past'] : [] };
  }
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  const coming = addLocalDays(today, ahead === 0 ? 7 : ahead);
  if (week === 'next') {
    const nextWeek = addLocalDays(mondayOf(today), 7 + ((weekday + 6) % 7));
    if (nextWeek === coming) return { date: coming, flags: [] };
    return { date: nextWeek, flags: ['date_ambiguous'], alternatives: [coming] };
  }
  return ahead === 0 ? { date: coming, flags: ['date_ambiguous'], alternatives: [today] } : { date: coming, flags: [] };
}

function meantMonthWeek(meaning: Extract<DayMeaning, { is: 'month-week' }>, today: LocalDate): Meant {
  const base = monthAhead(today, meaning.ahead);
  const month = meaning.month ?? base.month;
  const passed = meaning.month !== null && month < monthOf(today);
  const year = meaning.month === null ? base.year : yearOf(today) + (passed ? 1 : 0);
  const first = calendarDay(year, month, 1);
  const last = lastOfMonth(year, month);
  if (first === null || last === null) return { date: null, flags: ['date_invalid'] };
  const offset = (meaning.weekday + 6) % 7;
  let byWeek: LocalDate;
  let byCount: LocalDate;
  if (meaning.nth === 'last') {
    byWeek = addLocalDays(mondayOf(last), offset);
    byCount = addLocalDays(last, -((weekdayOf(last) - meaning.weekday + 7) % 7));
  } else {
    byWeek = addLocalDays(mondayOf(first), 7 * (meaning.nth - 1) + offset);
    byCount = addLocalDays(first, ((meaning.weekday - weekdayOf(first) + 7) % 7) + 7 * (meaning.nth - 1));
  }
  const inMonth = (date: LocalDate) => date >= first && date <= last;
  if (byWeek !== byCount && inMonth(byWeek))
    return { date: null, flags: ['date_ambiguous'], alternatives: [byCount, byWeek] };
  return { date: byCount, flags: byCount < today ? ['date_in_past'] : [] };
}

function meant(mention: DayMention, now: LocalMoment): Meant {
  const { meaning } = mention;
  const today = now.date;
  switch (meaning.is) {
    case 'date':
      return meantDate(meaning.date, today);
    case 'either': {
      const readings = meaning.dates.map((date) => meantDate(date, today).date).filter((date) => date !== null);
      return { date: null, flags: ['date_ambiguous'], alternatives: readings };
    }
    case 'day':
      return meantDay(meaning.day, today);
    case 'weekday':
      return meantWeekday(meaning.weekday, meaning.week, today);
    case 'offset': {
      const date = addLocalDays(today, meaning.days);
      if (meaning.word !== null && now.time < NIGHT_ENDS)
        return { date, flags: ['relative_date_after_midnight'], alternatives: [addLocalDays(date, -1)] };
      return { date, flags: meaning.days < 0 ? ['date_in_past'] : [] };
    }
    case 'months-ahead': {
      const { year, month } = monthAhead(today, meaning.months);
      return { date: calendarDay(year, month, Number(today.slice(8))) ?? lastOfMonth(year, month), flags: [] };
    }
    case 'month-day': {
      const { year, month } = monthAhead(today, meaning.ahead);
      const date = meaning.day === 'last' ? lastOfMonth(year, month) : calendarDay(year, month, meaning.day);
      return { date, flags: date === null ? ['date_invalid'] : date < today ? ['date_in_past'] : [] };
    }
    case 'month-week':
      return meantMonthWeek(meaning, today);
    case 'feast': {
      const feast = meantDate({ year: null, month: meaning.month, day: meaning.day }, today);
      if (feast.date === null) return feast;
      const date = addLocalDays(feast.date, meaning.shift);
      return { date, flags: date < today ? ['date_in_past'] : [] };
    }
    case 'lunar': {
      const feast = nextLunarFeast(meaning.feast, today);
      return { date: feast === null ? null : addLocalDays(feast, meaning.shift), flags: ['date_vague'] };
    }
    case 'several':
      return { date: null, flags: ['date_alternatives'] };
    case 'now':
      return { date: today, flags: [] };
    case 'impossible':
      return { date: null, flags: ['date_invalid'] };
    case 'vague':
    case 'beside':
      return { date: null, flags: ['date_vague'] };
  }
}

const EVENT = /생일|생신|기념일|돌잔치|돌(?=\s|$)|결혼|행사|파티|잔치|birthday|anniversary|誕生日|記念日/i;
/** "행사는 10/25", "her birthday is on Oct 24", "誕生日は": the day of the feast follows. */
const EVENT_BEFORE =
  /(?:(?:생일|생신|기념일|행사|파티|잔치|돌잔치|결혼식|예식|백일|환갑|졸업식)(?:은|이|는|가|날은|날이|일은|일이|일)?\s?:?\s*|(?:birthday|b-?day|anniversary|wedding|party|event|shower)(?:\s(?:is|falls|will be|takes place))?(?:\son)?(?:\sthe)?:?\s*|(?:誕生日|記念日|パーティー?|結婚式)(?:は|が)\s?)$/i;
/** "11월 5일 (생일은 7일)": the feast is the next day's. */
function isOfNext(text: string, end: number, mentions: readonly DayMention[]): boolean {
  const next = mentions.find((mention) => mention.start >= end);
  return next !== undefined && EVENT_BEFORE.test(text.slice(end, next.start));
}
const PICKUP = /픽업|수령|찾으|찾아|찾을|가지러|받으|받을|받고|방문|갈게|가겠|갈께|pick|collect|受け?取|取りに/i;
const REPLACED_BY =
  /→|->|=>|\sto\s(?=(?:the\s|this\s|next\s)?(?:\d|[a-z]+day|today|tomorrow|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat))|말고|아니고|아니라|아니다|아니(?=[\s,.!~]|요|에요)|actually|make (?:it|that)|대신|에서\s|변경|바꾸|바꿔|바꿀|미루|미룰|미뤄|당기|당길|당겨|늦추|늦출|늦춰|옮기|옮길|옮겨|였는데|instead|수정/i;
const PAST_CONTACT = /^\s?(?:에)?\s?(?:문의|연락|통화|주문드렸|주문했|예약했|예약드렸|상담|디엠|전화|입금)/;

/** "어제 주문한", "오늘 예약하려고": when the order was given, not when it is collected. */
const OF_THE_ORDER = /^\s?(?:에)?\s?(?:주문|예약|문의|연락)/;
const isTodayOrBefore = (mention: DayMention) => mention.meaning.is === 'offset' && mention.meaning.days <= 0;

/** "10/31 2시 예약한 강나리인데요 11/1 …": the booking that stands, not the wish. */
export function isOldBooking(text: string, end: number, start = end): boolean {
  if (
    /(?:ordered|booked|reserved|reservation|booking)\s(?:\w+\s){0,3}(?:for|on)\s(?:the\s)?$/i.test(
      text.slice(0, start).slice(-48),
    )
  )
    return true;
  if (/^\s?(?:に|で)?(?:予約|注文)|^\s?の[^。、\d]{1,8}です/.test(text.slice(end, end + 16))) return true;
  return /^[^가-힣]{0,3}(?:[^\n,.!?]{0,12}?(?:에|로|으로)?\s)?(?:예약|주문|픽업\s?예정|픽업\s?예약)\s?(?:한|했|된|돼|되어|해\s?둔|하신|드린|드렸|이었|이던|인데|건|자(?:\s|는|인데))/.test(
    text.slice(end, end + 36),
  );
}

/** The words around a mention, cut at clause ends and at the other mentions. */
function clauseAround(
  text: string,
  mention: DayMention,
  others: readonly DayMention[],
): { before: string; after: string } {
  const left = Math.max(0, ...others.filter((o) => o.end <= mention.start).map((o) => o.end));
  const right = Math.min(text.length, ...others.filter((o) => o.start >= mention.end).map((o) => o.start));
  const before =
    text
      .slice(Math.max(left, mention.start - 24), mention.start)
      .split(/[\n,.!?]/)
      .at(-1) ?? '';
  const after = text.slice(mention.end, Math.min(right, mention.end + 30)).split(/[\n,!?]/)[0] ?? '';
  return { before, after };
}

/** Beside a written date these say the same day once more. */
const isLoose = (mention: DayMention) => ['weekday', 'offset', 'vague', 'feast', 'lunar'].includes(mention.meaning.is);
const isWritten = (mention: DayMention) => ['date', 'day', 'either'].includes(mention.meaning.is);

/** Whether two neighbours speak of the same day: "토요일 10/24", "내일(13일)". */
function areBeside(text: string, a: DayMention, b: DayMention): boolean {
  return b.start - a.end <= 5 && /^[\s(),.[\]·]*(?:즉|인|이자|당일인)?\s?$/.test(text.slice(a.end, b.start));
}

function checkWeekday(result: Meant, weekday: Weekday | null): Meant {
  if (weekday === null || result.date === null || weekdayOf(result.date) === weekday) return result;
  return { ...result, flags: [...result.flags, 'date_weekday_mismatch'] };
}

function agree(a: Meant, b: Meant, aMention: DayMention, bMention: DayMention): Meant {
  if (a.date === null) return a.flags.includes('date_vague') ? b : a;
  if (b.date === null) return a;
  if (a.date === b.date) return isWritten(bMention) ? b : a;
  const [kept, other] = isWritten(aMention) ? [a, bMention] : isWritten(bMention) ? [b, aMention] : [null, null];
  if (kept !== null && kept.date !== null && other !== null) {
    if (
      other.meaning.is === 'weekday' &&
      other.meaning.week === 'coming' &&
      weekdayOf(kept.date) === other.meaning.weekday
    )
      return kept;
    return {
      ...kept,
      flags: [...kept.flags.filter((flag) => flag !== 'date_ambiguous'), 'date_weekday_mismatch'],
      alternatives: [a.date, b.date],
    };
  }
  return { date: null, flags: ['date_alternatives'], alternatives: [a.date, b.date] };
}

const OPEN_SPAN = /월|月|달|(?:다음|담|다담|다다음|차|내)\s?주|next|month|early|mid|late|end of|来/i;

/** "11월 중순 토요일", "다음주쯤 토요일": which Saturday is open; only a bare 주말 leaves the coming one. */
function meantIn(text: string, mention: DayMention, mentions: readonly DayMention[], now: LocalMoment): Meant {
  const { meaning } = mention;
  const isOpen =
    meaning.is === 'weekday' &&
    meaning.week === 'coming' &&
    mentions.some((other) => other.meaning.is === 'vague' && OPEN_SPAN.test(text.slice(other.start, other.end)));
  return isOpen ? { date: null, flags: ['date_vague'] } : meant(mention, now);
}

/** `isField`: the text is the value of a form's date field, so every day in it is about the pickup. */
export function settleDay(
  text: string,
  mentions: readonly DayMention[],
  now: LocalMoment,
  isField: boolean,
  earlier: LocalDate | null,
): DayVerdict | null {
  const groups: { mention: DayMention; meant: Meant; event: boolean; pickup: boolean; members: DayMention[] }[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined) continue;
    let result = checkWeekday(meantIn(text, mention, mentions, now), mention.weekday);
    const members = [mention];
    if (mention.meaning.is === 'beside') {
      const reference = groups.at(-1);
      if (reference === undefined || reference.meant.date === null) {
        if (earlier !== null) result = { date: addLocalDays(earlier, mention.meaning.days), flags: [] };
        else if (mention.meaning.days === 0) continue;
      } else {
        result = { date: addLocalDays(reference.meant.date, mention.meaning.days), flags: reference.meant.flags };
        reference.event = true;
      }
    }
    const event = groups.at(-1);
    if (mention.meaning.is === 'day' && event?.event === true && event.meant.date !== null) {
      const date = calendarDay(yearOf(event.meant.date), monthOf(event.meant.date), mention.meaning.day);
      if (date !== null && date >= now.date && date <= event.meant.date)
        result = checkWeekday({ date, flags: [] }, mention.weekday);
    }
    for (let next = mentions[i + 1]; next !== undefined; next = mentions[i + 1]) {
      const last = members.at(-1) ?? mention;
      if (next.meaning.is === 'beside' || !areBeside(text, last, next)) break;
      if (!isLoose(last) && !isLoose(next)) break;
      result = agree(result, checkWeekday(meantIn(text, next, mentions, now), next.weekday), last, next);
      members.push(next);
      i++;
    }
    const whole = { ...mention, end: (members.at(-1) ?? mention).end };
    const { before, after } = clauseAround(text, whole, mentions);
    if (!isField && (PAST_CONTACT.test(after) || (isTodayOrBefore(mention) && OF_THE_ORDER.test(after)))) continue;
    const isEvent =
      mention.meaning.is !== 'beside' &&
      ((EVENT.test(after.slice(0, 12)) && !isOfNext(text, whole.end, mentions)) || EVENT_BEFORE.test(before));
    groups.push({ mention, meant: result, event: isEvent, pickup: PICKUP.test(before) || PICKUP.test(after), members });
  }
  if (groups.length === 0) return null;
  if (mentions.some((mention, i) => isOrElse(text, mention, mentions[i + 1])))
    return {
      date: null,
      flags: ['date_alternatives'],
      alternatives: groups.map((group) => group.meant.date).filter((date) => date !== null),
      corrected: false,
      ofEvent: false,
      mentions: groups.flatMap((group) => group.members),
    };
  const wanted = groups.filter((group) => !group.event);
  const pool = withoutToldWeekdays(wanted.length > 0 ? wanted : groups);
  const onlyEvent = wanted.length === 0 && !isField;
  const marked = pool.filter((group) => group.pickup);
  const from = pool[0]?.mention.end ?? 0;
  const isChange = pool.length > 1 && REPLACED_BY.test(text.slice(from, (pool.at(-1)?.mention.end ?? from) + 12));
  const candidates = marked.length > 0 && !isField && !isChange ? marked : pool;
  const fresh = candidates.filter(
    (group) => !isOldBooking(text, group.members.at(-1)?.end ?? group.mention.end, group.mention.start),
  );
  const definite = (fresh.length > 0 ? fresh : candidates).filter((group) => group.meant.date !== null);
  const asked = fresh.length > 0 ? fresh : candidates;
  const used =
    definite.length > 0 && asked.every((group) => group.meant.date !== null || group.meant.flags.includes('date_vague'))
      ? definite
      : asked;
  const days = new Set(used.map((group) => group.meant.date ?? group.meant.flags.join()));
  const first = used[0];
  const last = used.at(-1);
  if (first === undefined || last === undefined) return null;
  const allMentions = used.flatMap((group) => group.members);
  if (days.size === 1)
    return {
      date: first.meant.date,
      flags: onlyEvent ? [...first.meant.flags, 'date_vague'] : first.meant.flags,
      alternatives: first.meant.alternatives ?? [],
      corrected: false,
      ofEvent: onlyEvent,
      mentions: allMentions,
    };
  if (/instead of|rather than/i.test(text.slice(first.mention.end, last.mention.start)))
    return {
      date: first.meant.date,
      flags: first.meant.flags,
      alternatives: [],
      corrected: true,
      ofEvent: onlyEvent,
      mentions: allMentions,
    };
  if (isChange)
    return {
      date: last.meant.date,
      flags: last.meant.flags,
      alternatives: last.meant.alternatives ?? [],
      corrected: true,
      ofEvent: onlyEvent,
      mentions: allMentions,
    };
  const alternatives = used.map((group) => group.meant.date).filter((date) => date !== null);
  return {
    date: null,
    flags: ['date_alternatives'],
    alternatives,
    corrected: false,
    ofEvent: onlyEvent,
    mentions: allMentions,
  };
}

/** The last day that the mentions name, whatever it is the day of: what "전날" elsewhere counts from. */
export function lastNamedDay(mentions: readonly DayMention[], now: LocalMoment): LocalDate | null {
  return mentions.reduce<LocalDate | null>((last, mention) => meant(mention, now).date ?? last, null);
}
