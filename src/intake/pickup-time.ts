// From a time as written to the time that is meant, within the shop's hours of that day.
// Law: a bare hour takes the one reading inside the hours, both ends included; two readings or none are asked about.
import type { OpenHours, WeekHours } from '../domain/shop.ts';
import type { LocalDate, LocalMoment, LocalTime } from '../domain/time.ts';
import { addLocalDays, minutesOf, parseLocalTime, weekdayOf } from '../domain/time.ts';
import type { Flag, TimeWindow } from './message-reading.ts';
import { isOldBooking } from './pickup-day.ts';
import type { Clock, TimeMention } from './time-words.ts';

export interface TimeVerdict {
  readonly window: TimeWindow | null;
  readonly flags: readonly Flag[];
  readonly alternatives: readonly TimeWindow[];
  /** 2시간 뒤 names the day as well. */
  readonly date: LocalDate | null;
  readonly mentions: readonly TimeMention[];
  readonly corrected: boolean;
}

const EMPTY: TimeWindow = { start: null, end: null, approx: false, openEnded: false, before: false };
const FALLBACK: OpenHours = { open: '00:00' as LocalTime, close: '23:59' as LocalTime }; // both have the shape

/** Hours of the day; on a closed day, and when no day is known, those of the day that opens most often. */
export function hoursFor(week: WeekHours, date: LocalDate | null): OpenHours {
  const own = date === null ? null : (week[weekdayOf(date)] ?? null);
  if (own !== null) return own;
  const counts = new Map<string, { hours: OpenHours; times: number }>();
  for (const day of week) {
    if (day === null) continue;
    const key = `${day.open}${day.close}`;
    const seen = counts.get(key);
    counts.set(key, { hours: day, times: (seen?.times ?? 0) + 1 });
  }
  let best: { hours: OpenHours; times: number } | null = null;
  for (const entry of counts.values()) if (best === null || entry.times > best.times) best = entry;
  return best?.hours ?? FALLBACK;
}

/** Whether the hours differ between the week's open days, so that a missing date matters. */
export function hoursDiffer(week: WeekHours): boolean {
  const open = week.filter((day) => day !== null);
  return open.some((day) => day.open !== open[0]?.open || day.close !== open[0]?.close);
}

function timeAt(minutes: number): LocalTime | null {
  if (minutes < 0 || minutes >= 1440) return null;
  return parseLocalTime(
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
  );
}

/** Every minute of the day that the reading can mean; `stated`: the customer said which half. */
function readingsOf(clock: Clock): { readonly minutes: readonly number[]; readonly stated: boolean } {
  const { hour, minute, half } = clock;
  const at = (h: number) => h * 60 + minute;
  if (hour === 24) return { minutes: [], stated: true };
  if (half === null) {
    if (hour >= 13 || hour === 0) return { minutes: [at(hour)], stated: true };
    if (hour === 12) return { minutes: [at(12)], stated: true };
    return { minutes: [at(hour), at(hour + 12)], stated: false };
  }
  if (hour > 12) return { minutes: half === 'am' ? [] : [at(hour)], stated: true };
  if (half === 'am') return { minutes: hour === 12 ? [] : [at(hour)], stated: true };
  if (half === 'noonish')
    return { minutes: [hour === 10 || hour === 11 ? at(hour) : hour === 12 ? at(12) : at(hour + 12)], stated: true };
  if (half === 'evening') return { minutes: hour === 12 ? [] : [at(hour + 12)], stated: true };
  if (half === 'night') return { minutes: hour === 12 || hour < 6 ? [] : [at(hour + 12)], stated: true };
  return { minutes: [hour === 12 ? at(12) : at(hour + 12)], stated: true };
}

interface Single {
  readonly minutes: number | null;
  readonly flag: Flag | null;
  readonly options: readonly number[];
}

function within(hours: OpenHours, minutes: number): boolean {
  return minutes >= minutesOf(hours.open) && minutes <= minutesOf(hours.close);
}

function settleClock(clock: Clock, hours: OpenHours): Single {
  const { minutes, stated } = readingsOf(clock);
  if (minutes.length === 0)
    return { minutes: null, flag: 'time_ambiguous', options: [clock.minute, 720 + clock.minute] };
  const [only] = minutes;
  if (stated && only !== undefined)
    return { minutes: only, flag: within(hours, only) ? null : 'time_outside_hours', options: [] };
  const fitting = minutes.filter((m) => within(hours, m));
  if (clock.padded && fitting.length === 1 && fitting[0] !== only)
    return { minutes: fitting[0] ?? null, flag: 'time_ambiguous', options: minutes };
  if (fitting.length === 1) return { minutes: fitting[0] ?? null, flag: null, options: [] };
  return { minutes: null, flag: fitting.length > 1 ? 'time_ambiguous' : 'time_outside_hours', options: minutes };
}

/** "2~3시": the end follows the start's half of the day unless that puts it before the start. */
function settleRange(
  from: Clock,
  to: Clock,
  hours: OpenHours,
): { start: Single; end: number | null; flag: Flag | null } {
  let lead = from;
  if (from.half === null && to.half !== null && to.half !== 'noonish' && from.hour <= 12) {
    const inherited: Clock = { ...from, half: to.half };
    const same = readingsOf(inherited).minutes[0];
    const end = readingsOf(to).minutes[0];
    if (same !== undefined && end !== undefined && same < end) lead = inherited;
  }
  let start = settleClock(lead, hours);
  const ends = readingsOf(to).minutes;
  if (start.minutes === null && start.flag === 'time_ambiguous') {
    const pairs = start.options
      .flatMap((a) => ends.map((b) => [a, b] as const))
      .filter(([a, b]) => a < b && b - a <= 360 && within(hours, a) && within(hours, b));
    const [pair] = pairs;
    if (pairs.length === 1 && pair !== undefined) start = { minutes: pair[0], flag: null, options: [] };
  }
  if (start.minutes === null && start.flag === 'time_outside_hours') {
    const hit = ends.find((b) => within(hours, b));
    if (hit === undefined) return { start, end: null, flag: start.flag };
  }
  const begin = start.minutes;
  if (begin === null) return { start, end: null, flag: start.flag };
  const later = ends.filter((end) => end > begin);
  const end = later[0] ?? null;
  if (end === null) return { start, end: null, flag: 'time_ambiguous' };
  return { start, end, flag: within(hours, end) ? start.flag : 'time_outside_hours' };
}

function settleMention(mention: TimeMention, hours: OpenHours, now: LocalMoment): Omit<TimeVerdict, 'corrected'> {
  const mentions = [mention];
  const base = { alternatives: [], date: null, mentions };
  if (mention.inMinutes !== null) {
    const total = minutesOf(now.time) + mention.inMinutes;
    const date = addLocalDays(now.date, Math.floor(total / 1440));
    const start = timeAt(total % 1440);
    return {
      ...base,
      date,
      window: { ...EMPTY, start },
      flags: within(hours, total % 1440) ? [] : ['time_outside_hours'],
    };
  }
  if (mention.special === 'opening') return { ...base, window: { ...EMPTY, start: hours.open }, flags: [] };
  if (mention.special === 'closing')
    return { ...base, window: { ...EMPTY, end: hours.close, before: true }, flags: ['time_before'] };
  if (mention.from !== null && mention.to !== null) {
    const range = settleRange(mention.from, mention.to, hours);
    const flags: Flag[] = range.flag === null ? [] : [range.flag];
    if (mention.approx) flags.push('time_approx');
    if (range.start.minutes === null) return { ...base, window: null, flags };
    const end = range.end === null ? null : timeAt(range.end);
    return { ...base, window: { ...EMPTY, start: timeAt(range.start.minutes), end, approx: mention.approx }, flags };
  }
  const clock = mention.from ?? mention.to;
  if (clock === null) return { ...base, window: null, flags: ['time_vague'] };
  const single = settleClock(clock, hours);
  const shape = (minutes: number): TimeWindow => {
    const time = timeAt(minutes);
    return mention.before
      ? { ...EMPTY, end: time, before: true, approx: mention.approx }
      : { ...EMPTY, start: time, approx: mention.approx, openEnded: mention.openEnded };
  };
  const flags: Flag[] = single.flag === null ? [] : [single.flag];
  if (mention.before) flags.push('time_before');
  if (mention.openEnded) flags.push('time_open_ended');
  if (mention.approx) flags.push('time_approx');
  if (single.minutes === null)
    return { ...base, window: null, flags: flags.slice(0, 1), alternatives: single.options.map(shape) };
  return {
    ...base,
    window: shape(single.minutes),
    flags,
    alternatives: single.options.filter((m) => m !== single.minutes).map(shape),
  };
}

const REPLACED_BY =
  /→|->|=>|\sto\s|から|말고|아니고|아니라|아니다|아니(?=[\s,.!~]|요|에요)|actually|make (?:it|that)|에서\s|변경|바꾸|바꿔|바꿀|미루|미룰|미뤄|당기|당길|당겨|늦추|늦출|늦춰|옮기|옮길|옮겨|였는데|수정|instead|대신|ではなく|じゃなく/i;
/** "(늦으면 2시반)": what may happen is no wish. */
const IN_CASE = /\(\s?(?:늦|빠르면|혹시|차\s?막히면|막히면|if |might)[^)]*$/i;
/** "(party starts 4 PM)", "행사가 3시라 …", "6시에 시작하는": when something else happens. */
const EVENT_BEFORE =
  /(?:\b(?:starts?|begins?|ends?|finish(?:es)?|gets? out|lets? out|is over|kicks? off)\s(?:at|by|around)?\s?$)|(?:식사|식당|레스토랑|회의|미팅|면접|강의)\s?(?:예약)?(?:은|는|이|가)\s?$|(?:파티|행사|예식|결혼식|돌잔치|잔치|모임|회식|식사|공연|수업|비행기|기차|열차|버스|퇴근|하교|생일상)(?:\s?시간|\s?시작)?(?:은|는|이|가|도)?\s?$|(?:party|event|wedding|dinner|ceremony|lunch|flight|train|meeting|show|guests|work|school)\s(?:is|starts?|begins?|arrives?|leaves?|ends?|finishes)?\s?(?:at|from|around|by)?\s?$|(?:パーティー?|式|会|イベント)(?:は|が)\s?$/i;
const EVENT_AFTER =
  /^\s?(?:에|부터|이?라서?|이?고|쯤|경|에는)*\s?(?:파티|행사|예식|결혼식|돌잔치|모임|회식|시작|출발|비행기|기차|먹을|먹기|만나|열려|열리|퇴근|끝나|끝난|회의|미팅|면접|수업|강의|발표|예배|촬영|조회|전화|연락|문의|통화|상담|입금|주문\s?(?:드|했|한)|톡)|^\s?(?:party|dinner|lunch|ceremony|wedding|flight|train|meeting|reservation for dinner|start)(?![a-z])|^\s?に?(?:始ま|開始|出発|パーティ)/i;
/** "저녁 예약이 6시라서요, 3시에 갈게요": why, not when. */
const IS_REASON = /^\s?(?:이?라서|이라\s|라\s|여서|이어서)/;
function isOfEvent(text: string, mention: TimeMention): boolean {
  const after = text.slice(mention.end, mention.end + 16);
  if (/픽업|수령|찾|갈게|갈께|방문|pick|collect|受/i.test(after.split(/[,.\n\d]/)[0] ?? '') && !EVENT_AFTER.test(after))
    return false;
  return EVENT_AFTER.test(after) || EVENT_BEFORE.test(text.slice(Math.max(0, mention.start - 28), mention.start));
}
const sameWindow = (a: TimeWindow | null, b: TimeWindow | null) => a?.start === b?.start && a?.end === b?.end;

/** "오픈 ~ 3시", "3시 ~ 마감", "3시 이후 ~ 5시": a span whose one end is said in words. */
function spanOf(
  text: string,
  first: TimeMention,
  last: TimeMention,
  hours: OpenHours,
  now: LocalMoment,
): Omit<TimeVerdict, 'corrected'> | null {
  if (
    !/^\s?(?:~|-|부터|에서|から|to|until)\s?$/.test(text.slice(first.end, last.start)) &&
    !/~\s?$/.test(text.slice(0, first.end))
  )
    return null;
  const from = settleMention(first, hours, now);
  const to = settleMention(last, hours, now);
  const start = from.window?.start ?? null;
  const end = to.window?.end ?? to.window?.start ?? null;
  const isWorded = first.special === 'opening' || last.special === 'closing';
  const isSpan = isWorded || (first.openEnded && /^\s?(?:~|-|부터)\s?$|^$/.test(text.slice(first.end, last.start)));
  if (!isSpan || start === null || end === null || start >= end) return null;
  const open = new Set<Flag>(['time_open_ended', 'time_before']);
  const flags = [...from.flags, ...to.flags].filter((flag) => !open.has(flag));
  return { ...from, window: { ...EMPTY, start, end, approx: flags.includes('time_approx') }, flags };
}

/** `date`: the day of the pickup, for its hours. Several times in one text: a correction, or a question. */
export function settleTime(
  text: string,
  mentions: readonly TimeMention[],
  date: LocalDate | null,
  week: WeekHours,
  now: LocalMoment,
): TimeVerdict | null {
  const hours = hoursFor(week, date);
  const ours = mentions.filter((mention) => !isOfEvent(text, mention));
  const wished = ours.filter((mention) => !IS_REASON.test(text.slice(mention.end, mention.end + 6)));
  const told = wished.length > 0 ? wished : ours;
  if (told.length === 0) return null;
  const named = told.filter((mention) => !mention.vague);
  const fresh = named.filter(
    (mention) => !isOldBooking(text, mention.end) && !IN_CASE.test(text.slice(0, mention.start)),
  );
  const used = fresh.length > 0 ? fresh : named.length > 0 ? named : told;
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined) return null;
  const opening = settleMention(first, hours, now);
  if (used.length === 1) return { ...opening, corrected: false };
  const closing = settleMention(last, hours, now);
  if (used.length === 2 && first.openEnded && last.before && opening.window !== null && closing.window !== null) {
    const window = { ...opening.window, openEnded: false, end: closing.window.end };
    const flags = [...opening.flags, ...closing.flags].filter(
      (flag) => flag !== 'time_open_ended' && flag !== 'time_before',
    );
    return { ...opening, window, flags, mentions: used, corrected: false };
  }
  const span = used.length === 2 ? spanOf(text, first, last, hours, now) : null;
  if (span !== null) return { ...span, mentions: used, corrected: false };
  const all = used.map((mention) => settleMention(mention, hours, now));
  if (all.every((verdict) => sameWindow(verdict.window, opening.window)))
    return { ...opening, mentions: used, corrected: false };
  if (/instead of|rather than/i.test(text.slice(first.end, last.start)))
    return { ...opening, mentions: used, corrected: true };
  if (REPLACED_BY.test(text.slice(first.end, last.end + 12))) return { ...closing, mentions: used, corrected: true };
  const alternatives = all.map((verdict) => verdict.window).filter((window) => window !== null);
  return { window: null, flags: ['time_ambiguous'], alternatives, date: null, mentions: used, corrected: false };
}
