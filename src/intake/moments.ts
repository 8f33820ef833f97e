// Weighs everything that was said about when, and settles the day and the time of the pickup.
// Law: a form's own date and time outweigh what is said in passing; a later correction outweighs both and is shown.
import type { WeekHours } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import { weekdayOf } from '../domain/time.ts';
import { findDays } from './date-words.ts';
import type { DayMention } from './day-meaning.ts';
import type { MomentText } from './facts.ts';
import type { Flag } from './message-reading.ts';
import type { Range } from './normal-text.ts';
import type { DayVerdict } from './pickup-day.ts';
import { lastNamedDay, settleDay } from './pickup-day.ts';
import type { TimeVerdict } from './pickup-time.ts';
import { settleTime } from './pickup-time.ts';
import type { TimeMention } from './time-words.ts';
import { findTimes } from './time-words.ts';

export interface SettledMoment {
  readonly day: DayVerdict | null;
  readonly dayRanges: readonly Range[];
  readonly time: TimeVerdict | null;
  readonly timeRanges: readonly Range[];
  readonly flags: readonly Flag[];
  readonly used: readonly Range[];
}

export interface MomentSetting {
  readonly text: string;
  readonly hours: WeekHours;
  readonly english: boolean;
  /** The message is about an order that already stands: every time in it counts. */
  readonly isChange: boolean;
}

interface Parsed {
  readonly source: MomentText;
  readonly words: string;
  readonly days: readonly DayMention[];
  readonly times: readonly TimeMention[];
}

interface Scored<T> {
  readonly verdict: T;
  readonly parsed: Parsed;
  readonly score: number;
}

const PICKUP =
  /픽업|수령|찾으|찾아|찾을|가지러|받으러|받을|받고|받으|방문|갈게|갈께|가겠|갑니다|pick|collect|受け?取|取りに|ピックアップ|예약|주문/i;
const DAY_BOUND =
  /픽업|수령|찾으|찾아|찾을|가지러|받으러|받을|받고|방문|갈게|갈께|가겠|pick|collect|受け?取|取りに|까지\s?(?:필요|해)/i;
const PAST = /(?:문의|연락|통화|상담|입금|디엠|전화)\s?(?:했|드렸|하였|드린|했던)/;

/** "14.30" in a time field is no day. */
const CLOCK_ALONE = /^\s*(?:오전|오후|낮|저녁)?\s?\d{1,2}\.[0-5]\d\s?(?:쯤|경|정도|이후|까지|이전|[ap]\.?m)?[\s.]*$/i;

function parse(source: MomentText, setting: MomentSetting): Parsed {
  const words = setting.text.slice(source.start, source.end);
  const label = setting.text.slice(source.whole.start, source.start);
  const mode = source.field === 'date' || source.field === 'pickup' ? source.field : 'prose';
  const days = findDays(words, { mode, english: setting.english });
  const kept =
    source.field === 'time' ? days.filter((day) => day.meaning.is !== 'now' && day.meaning.is !== 'vague') : days;
  const isClockAlone = source.field === 'time' && CLOCK_ALONE.test(words);
  const taken = (at: number) => !isClockAlone && kept.some((day) => at >= day.start && at < day.end);
  const times = findTimes(
    words,
    source.field === 'time' ? 'field' : source.field === 'prose' ? 'prose' : 'pickup',
    taken,
  );
  const isDateLabel = /생일|기념일|birthday|誕生日/i.test(label) && !/픽업|수령|pick|collect|受/i.test(label);
  return { source, words, days: isDateLabel || isClockAlone ? [] : kept, times };
}

/** How surely the days of a free line are about the pickup; 0 is not at all. */
function scoreDay(parsed: Parsed, verdict: DayVerdict): number {
  const { words } = parsed;
  if (verdict.ofEvent) return 0.5;
  if (DAY_BOUND.test(words)) return 3;
  const rest = blankOut(words, [...parsed.days, ...parsed.times]).replace(
    /[\s()~,.!/:-]|에|요|이요|쯤|로|으로|입니다|예요|이에요/g,
    '',
  );
  if (rest === '') return 2;
  const near = parsed.times.some(
    (time) => !time.vague && verdict.mentions.some((day) => time.start - day.end < 8 && time.start >= day.end),
  );
  if (near) return 2;
  const kinds = new Set(verdict.mentions.map((mention) => mention.meaning.is));
  if (PAST.test(words)) return 0;
  if (verdict.flags.includes('date_alternatives') && verdict.alternatives.length > 0) return 1;
  if (kinds.has('now') || kinds.has('vague') || kinds.has('feast') || kinds.has('lunar')) return 0;
  const isToday = verdict.mentions.every(
    (mention) => mention.meaning.is === 'offset' && mention.meaning.word === 'today',
  );
  return isToday ? 0 : 1;
}

function blankOut(words: string, ranges: readonly Range[]): string {
  let out = words;
  for (const range of [...ranges].sort((a, b) => b.start - a.start))
    out = out.slice(0, range.start) + out.slice(range.end);
  return out;
}

const sameDay = (a: DayVerdict, b: DayVerdict) => a.date === b.date && a.flags.join() === b.flags.join();
const sameTime = (a: TimeVerdict, b: TimeVerdict) =>
  a.window?.start === b.window?.start && a.window?.end === b.window?.end && a.flags.join() === b.flags.join();

interface Choice<T> {
  readonly chosen: Scored<T> | null;
  readonly conflict: boolean;
  /** Two days said in passing, none chosen. */
  readonly alternatives: readonly Scored<T>[];
}

/** Labelled ones first, the last of them; then corrections that follow; without labels the best of the prose. */
function choose<T>(
  labelled: readonly Scored<T>[],
  prose: readonly Scored<T>[],
  same: (a: T, b: T) => boolean,
  settled: (a: T) => boolean,
): Choice<T> {
  const last = labelled.at(-1);
  if (last !== undefined) {
    let chosen = last;
    let conflict = labelled.some((other) => settled(other.verdict) && !same(other.verdict, last.verdict));
    for (const fix of prose) {
      if (!fix.parsed.source.fixes || fix.parsed.source.start < last.parsed.source.start || fix.score === 0) continue;
      if (!same(fix.verdict, chosen.verdict)) {
        conflict = true;
        chosen = fix;
      }
    }
    return { chosen, conflict, alternatives: [] };
  }
  const best = Math.max(0, ...prose.map((scored) => scored.score));
  const pool = prose.filter((scored) => scored.score === best && best > 0);
  const [first] = pool;
  const final = pool.at(-1);
  if (first === undefined || final === undefined) return { chosen: null, conflict: false, alternatives: [] };
  const fixing = prose
    .filter(
      (scored) =>
        scored.parsed.source.fixes && scored.parsed.source.start > first.parsed.source.start && scored.score > 0,
    )
    .at(-1);
  if (fixing !== undefined) return { chosen: fixing, conflict: !same(fixing.verdict, first.verdict), alternatives: [] };
  if (pool.every((scored) => same(scored.verdict, first.verdict)))
    return { chosen: first, conflict: false, alternatives: [] };
  const definite = pool.filter((scored) => settled(scored.verdict));
  const [only] = definite;
  if (only !== undefined && definite.every((scored) => same(scored.verdict, only.verdict)))
    return { chosen: only, conflict: false, alternatives: [] };
  return { chosen: final, conflict: false, alternatives: pool };
}

const ORDER_DATE =
  /주문\s?(?:날짜|일자|일시|일)|접수\s?(?:날짜|일자|일)|order(?:ed)?\s?(?:date|on|placed)|date of order|(?:ご?注文|受付)日/i;

/** "주문 날짜: 10/12" beside a day of the pickup, or of the very day of writing: when the order was given. */
function withoutOrderDate(days: readonly Scored<DayVerdict>[], text: string): readonly Scored<DayVerdict>[] {
  const isOrderDate = ({ parsed: { source } }: Scored<DayVerdict>) => {
    const label = text.slice(source.whole.start, source.start);
    return ORDER_DATE.test(label) && !PICKUP_LABEL.test(label);
  };
  const others = days.filter((day) => !isOrderDate(day));
  return others.length > 0 ? others : days.filter((day) => day.verdict.date !== day.parsed.source.said.date);
}
const PICKUP_LABEL = /픽업|수령|방문|찾|희망|pick|collect|受/i;

function toRange(parsed: Parsed, mention: Range): Range {
  return { start: parsed.source.start + mention.start, end: parsed.source.start + mention.end };
}

/** "생일: 10월 31일": what "전날" in another field counts from. */
function dayOfEvent(sources: readonly MomentText[], setting: MomentSetting): LocalDate | null {
  return sources.reduce<LocalDate | null>((last, source) => {
    if (source.field !== 'event') return last;
    const days = findDays(setting.text.slice(source.start, source.end), { mode: 'date', english: setting.english });
    return lastNamedDay(days, source.said) ?? last;
  }, null);
}

/** The day and the time of the pickup from all that was said about when. */
export function settleMoment(sources: readonly MomentText[], setting: MomentSetting): SettledMoment {
  const parsed = sources
    .filter((source) => source.field !== 'event')
    .map((source) => parse(source, setting))
    .sort((a, b) => a.source.start - b.source.start);
  const flags: Flag[] = [];
  const labelledDays: Scored<DayVerdict>[] = [];
  const proseDays: Scored<DayVerdict>[] = [];
  let named = dayOfEvent(sources, setting);
  for (const one of parsed) {
    const isField = one.source.field !== 'prose';
    const verdict = settleDay(one.words, one.days, one.source.said, isField, named);
    named = lastNamedDay(one.days, one.source.said) ?? named;
    if (verdict === null) continue;
    const isOwn = one.source.field === 'date' || one.source.field === 'pickup' || one.source.field === 'time';
    if (isOwn) labelledDays.push({ verdict, parsed: one, score: 9 });
    else
      proseDays.push({
        verdict,
        parsed: one,
        score: setting.isChange ? Math.max(1, scoreDay(one, verdict)) : scoreDay(one, verdict),
      });
  }
  const ofPickup = labelledDays.filter((scored) => scored.parsed.source.field !== 'time');
  const ownDate = withoutOrderDate(ofPickup, setting.text);
  if (ownDate.length === 0 && ofPickup.length > 0) labelledDays.length = 0;
  const dayChoice = choose(
    ownDate.length > 0 ? ownDate : labelledDays,
    proseDays,
    sameDay,
    (verdict) => verdict.date !== null,
  );
  let day = dayChoice.chosen?.verdict ?? null;
  if (dayChoice.alternatives.length > 0 && day !== null) {
    day = {
      ...day,
      date: null,
      flags: ['date_alternatives'],
      alternatives: dayChoice.alternatives.map((scored) => scored.verdict.date).filter((date) => date !== null),
    };
  }
  if (dayChoice.conflict || day?.corrected === true) flags.push('field_conflict');

  const labelledTimes: Scored<TimeVerdict>[] = [];
  const proseTimes: Scored<TimeVerdict>[] = [];
  for (const one of parsed) {
    const verdict = settleTime(one.words, one.times, day?.date ?? null, setting.hours, one.source.said);
    if (verdict === null) continue;
    const scored = { verdict, parsed: one, score: scoreTime(one, verdict, setting) };
    if (one.source.field === 'prose') proseTimes.push(scored);
    else labelledTimes.push({ ...scored, score: 9 });
  }
  const ownTime = labelledTimes.filter((scored) => scored.parsed.source.field === 'time');
  const timeChoice = choose(
    ownTime.length > 0 ? ownTime : labelledTimes,
    proseTimes,
    sameTime,
    (verdict) => verdict.window !== null,
  );
  let time = timeChoice.chosen?.verdict ?? null;
  if (timeChoice.alternatives.length > 0 && time !== null) {
    time = {
      ...time,
      window: null,
      flags: ['time_ambiguous'],
      alternatives: timeChoice.alternatives.map((scored) => scored.verdict.window).filter((window) => window !== null),
    };
  }
  const chosen = timeChoice.chosen?.verdict;
  const disagrees = labelledTimes.some(
    ({ verdict }) => chosen !== undefined && verdict.window !== null && !sameTime(verdict, chosen),
  );
  if (timeChoice.conflict || disagrees || time?.corrected === true) flags.push('field_conflict');

  const fromTime = day === null ? (time?.date ?? null) : null;
  if (fromTime !== null)
    day = { date: fromTime, flags: [], alternatives: [], corrected: false, ofEvent: false, mentions: [] };
  const isNow = day?.mentions.some((mention) => mention.meaning.is === 'now') === true;
  if (isNow && time === null)
    time = { window: null, flags: ['time_vague'], alternatives: [], date: null, mentions: [], corrected: false };
  flags.push(...(day?.flags ?? []), ...(time?.flags ?? []));
  if (day?.date !== null && day?.date !== undefined && isClosed(setting.hours, day.date)) flags.push('closed_day');
  const dayRanges =
    dayChoice.chosen === null
      ? []
      : (day?.mentions ?? []).map((mention) => toRange(dayChoice.chosen?.parsed ?? one0(parsed), mention));
  const timeRanges =
    timeChoice.chosen === null
      ? []
      : (time?.mentions ?? []).map((mention) => toRange(timeChoice.chosen?.parsed ?? one0(parsed), mention));
  return { day, dayRanges, time, timeRanges, flags, used: [...dayRanges, ...timeRanges] };
}

function one0(parsed: readonly Parsed[]): Parsed {
  const [first] = parsed;
  if (first === undefined) throw new Error('a mention has a source');
  return first;
}

function isClosed(hours: WeekHours, date: LocalDate): boolean {
  return hours.some((day) => day !== null) && (hours[weekdayOf(date)] ?? null) === null;
}

function scoreTime(parsed: Parsed, verdict: TimeVerdict, setting: MomentSetting): number {
  const { words } = parsed;
  if (PAST.test(words) && !PICKUP.test(words) && parsed.days.length === 0) return 0;
  const isVague = verdict.mentions.every((mention) => mention.vague);
  if (isVague) return DAY_BOUND.test(words) || parsed.days.length > 0 ? (setting.isChange ? 0 : 1) : 0;
  if (DAY_BOUND.test(words) || parsed.days.length > 0) return 3;
  return 2;
}

/** Where a free line speaks of days and times, settled or not. */
export function momentRanges(text: string, moment: MomentText): Range[] {
  const words = text.slice(moment.start, moment.end);
  const days = findDays(words, { mode: 'prose', english: false });
  const times = findTimes(words, 'prose', () => false);
  return [...days, ...times].map((range) => ({ start: moment.start + range.start, end: moment.start + range.end }));
}
