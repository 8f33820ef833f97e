// Finds times of day in a piece of text: clock readings, ranges, "after", "before", "about", and words too vague to be one.
// Law: only finds and keeps what was written; which half of the day is meant is decided in pickup-moment.ts.
import { readNativeNumber, readSinoNumber } from './numerals.ts';
import { sticky } from './sticky.ts';

/** noonish: 낮, 점심 (11 is before noon). night: 밤 (12 and after are the next day). */
export type DayHalf = 'am' | 'pm' | 'noonish' | 'evening' | 'night';
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly half: DayHalf | null;
  /** Written 03:30: nobody writes a bare hour so. */
  readonly padded: boolean;
}
export interface TimeMention {
  readonly start: number;
  readonly end: number;
  readonly from: Clock | null;
  readonly to: Clock | null;
  readonly special: 'opening' | 'closing' | null;
  /** 2시간 뒤: minutes from now. */
  readonly inMinutes: number | null;
  readonly approx: boolean;
  readonly openEnded: boolean;
  readonly before: boolean;
  /** 점심때, 오후 중: no hour was named. */
  readonly vague: boolean;
}
/** field: a form's time field, where a bare number is an hour. pickup: after a date in a joint field. prose: units needed. */
export type TimeMode = 'field' | 'pickup' | 'prose';

const HALF =
  '(?<half>오전|오후|아침|새벽|점심|한낮|낮|저녁|밤|午前|午後|朝|昼|夕方|夜|a\\.?m\\.?(?![a-z])|p\\.?m\\.?(?![a-z]))(?:에|의)?';
const HOUR_WORD = '(?<word>[一二三四五六七八九十]{1,2}|열한|열두|열|한|두|세|네|다섯|여섯|일곱|여덟|여덜|아홉)';
const MINUTE =
  '(?:\\s?(?:(?<half30>반(?!지|찬|드시|려|값|송|영|대|복|품|납|갑|죽|장|포장|띵|짝|숙|씩)|半)|(?<min>[0-5]?\\d)\\s?(?:분|分)|(?<bareMin>[0-5]\\d)(?![\\d:]|\\s?(?:시|호|월|일|개|명|인|원|번|~))|(?<minWord>[이삼사오]?십[일이삼사오육칠팔구]?|오)\\s?분))?';

const CLOCK_UNIT = new RegExp(
  `(?:${HALF}\\s?)?(?:(?<hour>\\d{1,2})|${HOUR_WORD})\\s?(?:시|時)(?!간|작|트|즌|리|럽|간)${MINUTE}`,
  'iy',
);
const CLOCK_COLON = new RegExp(
  `(?:${HALF}\\s?)?(?<hour>\\d{1,2})(?:\\s?:\\s?|;)(?<min>[0-5]\\d)(?!\\d)(?:\\s?(?<after>a\\.?m\\.?|p\\.?m\\.?)(?![a-z]))?(?:\\s?(?:시|분))?`,
  'iy',
);
const CLOCK_EN = /(?<hour>\d{1,2})(?:[:.](?<min>[0-5]\d))?\s?(?<after>a\.?m\.?|p\.?m\.?)(?![a-z])/iy;
const CLOCK_EN_WORD =
  /(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?:\s?(?<after>a\.?m\.?|p\.?m\.?)(?![a-z])|\so'?\s?clock)/iy;
const CLOCK_EN_FIRST = /(?<half>a\.?m\.?|p\.?m\.?)\s?(?<hour>\d{1,2})(?:[:.](?<min>[0-5]\d))?(?!\d)/iy;
const CLOCK_OCLOCK = /(?<hour>\d{1,2})\s?o'?\s?clock/iy;
const CLOCK_HALF_BARE = new RegExp(
  `${HALF}\\s?(?<hour>\\d{1,2})(?![\\d./:]|\\s?(?:호|월|일|개|명|인|원|번|분|세|살))`,
  'iy',
);
const CLOCK_DOT = /(?<hour>\d{1,2})\.(?<min>[0-5]\d)(?![\d.])/iy;
const CLOCK_RUN =
  /(?<hour>[01]?\d|2[0-3])(?<min>[0-5]\d)(?!\d|\s?(?:호|동|번|원|개|층|명|월|일|년|세|살|g|ml|cm|円))/iy;
const CLOCK_BARE = /(?<hour>\d{1,2})(?:\s?(?<half30>반))?(?![\d/.:]|\s?(?:호|월|일|개|명|인|원|번|분|세|살|주|시간))/iy;
const CLOCK_AT =
  /(?<=(?:^|[^a-z])(?:at|around|about|after|before|by|until|past)\s)(?<hour>\d{1,2})(?::(?<min>[0-5]\d))?(?!\d|[./:]\d|\s?[ap]\.?m|st|nd|rd|th|\s?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/iy;
const CLOCK_ISH = /(?<hour>\d{1,2})(?::(?<min>[0-5]\d))?(?=\s?-?ish(?![a-z]))/iy;
const PAST_HOUR =
  /(?<part>half|quarter)\s(?:(?<way>past|to)\s|(?<=half\s))(?<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})(?![a-z\d])/iy;
const HOURS_EN = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const NOON = /(?:정오|正午|noon|midday)(?![a-z])/iy;
const MIDNIGHT = /(?:자정|midnight)(?![a-z])/iy;
const IN_MINUTES =
  /(?:(?:약|한)\s?)?(?<n>\d{1,2}|한|두|세|네)\s?시간\s?(?:(?<half30>반)|(?<min>\d{1,2})\s?분)?\s?(?:정도\s?|쯤\s?)?(?:뒤|후|이후|있다가|있다)/iy;
const IN_ONLY_MINUTES = /(?<min>\d{1,3})\s?분\s?(?:정도\s?|쯤\s?)?(?:뒤|후|있다가)/iy;
const IN_HOURS_EN =
  /in\s(?:about\s)?(?<n>\d{1,2}|an|one|two|three)\s?(?:hours?|hrs?)|(?<n2>\d{1,2})\s?(?:hours?|hrs?)\s(?:later|from now)|(?<n3>\d{1,2})時間後/iy;
const OPENING =
  /(?:오픈\s?(?:시간|때|하자마자|하면|하는)?|영업\s?시작\s?(?:시간)?|문\s?열자마자|opening(?: time)?|(?:when|as soon as) you open|open時間|オープン(?:時間|と同時)|開店(?:時間|時)?)(?:\s?(?:에|에\s?맞춰))?/iy;
const CLOSING = /(?:(?:영업\s?)?마감\s?(?:시간|때)?|영업\s?종료\s?(?:시간)?|closing(?: time)?|閉店(?:時間)?)/iy;
/** In a time field alone these say that any hour will do, or none is known yet. */
const VAGUE_FIELD =
  /^\s*(?:상관\s?없\S*|무관|자유|아무\s?시간\S*|flexible|tbd|any|whenever|noonish|未定|不明|まだ\S*)[\s.!~]*$/i;
const VAGUE =
  /(?:점심\s?(?:시간|때|쯤|즈음)?|오전|오후|저녁\s?(?:시간|때|쯤)?|아침|한낮|낮|밤|새벽|퇴근\s?(?:하고|후|길에?|시간)|하교\s?(?:하고|후)|아무\s?때나|언제든지?|종일|(?:시간\s?)?(?:미정|추후)|몇\s?시(?:쯤)?|(?:late\s|early\s|mid[ -]?)?(?:morning|afternoon|evening)|lunch\s?time|around lunch|after work|any\s?time|夕方(?:以降)?|いつでも|何時でも|午前中?|午後|お?昼(?:頃|ごろ)?|夜)(?:쯤|중|에|즈음|경|頃|ごろ)*/iy;
const JOIN = /\s?(?:~|-|에서|부터|to|until|and|から|사이)\s?(?:에|는)?\s?/iy;
const RANGE_BARE = new RegExp(
  `(?:${HALF}\\s?)?(?<hour>\\d{1,2})(?:(?<half30>반)|:(?<min>[0-5]\\d))?\\s?(?:~|-|에서|부터|to|and|から)\\s?(?=(?:(?:오전|오후|저녁|밤|낮)\\s?)?\\d{1,2}\\s?(?:시|時|:[0-5]\\d|[ap]\\.?m))`,
  'iy',
);
/** Behind "between", bare hours are hours. */
const BETWEEN_BARE =
  /(?<hour>\d{1,2})(?::(?<min>[0-5]\d))?\s?(?:and|to|-)\s?(?<hour2>\d{1,2})(?::(?<min2>[0-5]\d))?(?![\d/:.]|\s?[ap]\.?m|st|nd|rd|th)/iy;
const SUFFIX_OPEN =
  /\s?(?:(?:조금|좀|살짝)\s)?(?:이후|부터|넘어서|넘어|지나서|후에|후(?!기|식|보)|以降|から(?!\d)|onwards?|or later|~(?=\s*(?:$|\n|\))))/iy;
const SUFFIX_BEFORE =
  /\s?(?:이전|(?:직)?전까지|까지|전에|전(?!후|화|체|부|달|날)|안으로|안에|이내(?:에|로)?|내로|まで(?:に)?|以前|前(?!後)|,?\sat the latest)/iy;
const SUFFIX_APPROX =
  /\s?(?:前後|쯤|경(?![가-힣]{2}(?<!이고|이요|이에|입니|예요|에는|에요|으로|까지))|즈음|무렵|정도|전후|안팎|내외|±\s?\d{0,2}\s?분?|\+\s?-\s?\d{1,2}\s?분?|[-–]?ish|頃|ごろ|くらい|ぐらい|언저리|or so)/iy;
const SUFFIX_BETWEEN = /\s?(?:사이|중(?:에)?|の間)/iy;
const PREFIX_OPEN = /(?:anytime\s)?(?:after|from|past)\s(?:about\s|around\s)?$|빨라도\s?$/i;
const PREFIX_BEFORE =
  /(?:before|(?<!(?:come|stop|swing|drop|pop|run)\s)by|until|no later than|at the latest)\s(?:about\s|around\s)?$|(?:늦어도|아무리\s?늦어도)\s?$|(?:^|\s|\))~\s?$/i;
const PREFIX_APPROX = /(?:약|대략|around|about|approx\.?|circa|roughly)\s?$|(?:^|\s)한\s$/i;

function halfOf(word: string | undefined): DayHalf | null {
  if (word === undefined) return null;
  const plain = word.toLowerCase().replace(/\./g, '');
  if (/^(?:오전|아침|새벽|am|午前|朝)$/.test(plain)) return 'am';
  if (/^(?:낮|한낮|점심|昼)$/.test(plain)) return 'noonish';
  if (/^(?:저녁|夕方)$/.test(plain)) return 'evening';
  if (/^(?:밤|夜)$/.test(plain)) return 'night';
  return 'pm';
}

interface ClockHit {
  readonly clock: Clock;
  readonly end: number;
}

function wordHour(word: string): number | null {
  const english = HOURS_EN.indexOf(word.toLowerCase()) + 1;
  return english > 0 ? english : (readNativeNumber(word) ?? readSinoNumber(word));
}

/** "6시 10분 전" is 5:50; "6시 10분 전까지" is before ten past. */
const MINUTES_BEFORE = /^\s?전(?!까지|에|으로|후|화)/;

function minutesBefore(text: string, clock: Clock, end: number): ClockHit {
  const early = MINUTES_BEFORE.exec(text.slice(end, end + 8));
  if (early === null || clock.minute === 0 || clock.minute > 30 || clock.hour === 0) return { clock, end };
  const hour = clock.hour === 1 ? 12 : clock.hour - 1;
  return { clock: { ...clock, hour, minute: 60 - clock.minute }, end: end + early[0].length };
}

function clockFrom(match: RegExpExecArray): Clock | null {
  const g = match.groups ?? {};
  const hour = g.hour !== undefined ? Number(g.hour) : wordHour(g.word ?? '');
  if (hour === null || hour > 24) return null;
  const words = g.minWord === undefined ? 0 : (readSinoNumber(g.minWord) ?? 0);
  const minute = g.half30 !== undefined ? 30 : Number(g.min ?? g.bareMin ?? words);
  return { hour, minute, half: halfOf(g.half ?? g.after), padded: /^0\d/.test(g.hour ?? '') };
}

/** One clock reading that begins exactly at `at`. */
function readClock(text: string, at: number, mode: TimeMode): ClockHit | null {
  const before = text.charAt(at - 1);
  if (/[\d.:/]/.test(before) && !/[/:]/.test(before)) return null;
  const patterns = [
    CLOCK_EN,
    CLOCK_COLON,
    CLOCK_UNIT,
    CLOCK_EN_WORD,
    CLOCK_EN_FIRST,
    CLOCK_OCLOCK,
    CLOCK_ISH,
    CLOCK_HALF_BARE,
  ];
  if (mode !== 'prose') patterns.push(CLOCK_DOT, CLOCK_RUN);
  if (mode === 'field') patterns.push(CLOCK_BARE);
  for (const pattern of patterns) {
    const match = sticky(pattern, text, at);
    if (match === null) continue;
    const clock = clockFrom(match);
    if (clock !== null) return minutesBefore(text, clock, at + match[0].length);
  }
  const past = sticky(PAST_HOUR, text, at);
  if (past?.groups !== undefined) {
    const { part, way, word } = past.groups;
    const hour = HOURS_EN.indexOf((word ?? '').toLowerCase()) + 1 || Number(word);
    const minutes = hour * 60 + (part?.toLowerCase() === 'half' ? 30 : 15) * (way?.toLowerCase() === 'to' ? -1 : 1);
    const clock = { hour: Math.floor(minutes / 60), minute: minutes % 60, half: null, padded: false };
    if (hour >= 1 && hour <= 12) return { clock, end: at + past[0].length };
  }
  if (sticky(NOON, text, at) !== null) {
    const end = at + (sticky(NOON, text, at)?.[0].length ?? 0);
    return { clock: { hour: 12, minute: 0, half: 'pm', padded: false }, end };
  }
  const midnight = sticky(MIDNIGHT, text, at);
  if (midnight !== null)
    return { clock: { hour: 12, minute: 0, half: 'night', padded: false }, end: at + midnight[0].length };
  return null;
}

const NOTHING = {
  from: null,
  to: null,
  special: null,
  inMinutes: null,
  approx: false,
  openEnded: false,
  before: false,
  vague: false,
};

function readRelative(text: string, at: number): TimeMention | null {
  const hours = sticky(IN_MINUTES, text, at) ?? sticky(IN_HOURS_EN, text, at);
  if (hours !== null) {
    const g = hours.groups ?? {};
    const written = g.n ?? g.n2 ?? g.n3 ?? '1';
    const english: Readonly<Record<string, number>> = { an: 1, one: 1, two: 2, three: 3 };
    const n = english[written.toLowerCase()] ?? (/^\d/.test(written) ? Number(written) : readNativeNumber(written));
    const extra = g.half30 !== undefined ? 30 : Number(g.min ?? 0);
    return { ...NOTHING, start: at, end: at + hours[0].length, inMinutes: (n ?? 1) * 60 + extra };
  }
  const minutes = sticky(IN_ONLY_MINUTES, text, at);
  if (minutes === null) return null;
  return { ...NOTHING, start: at, end: at + minutes[0].length, inMinutes: Number(minutes.groups?.min ?? 0) };
}

/** After a reading: 쯤, 이후, 까지 and their mixtures. */
function readSuffixes(text: string, end: number): { end: number; approx: boolean; open: boolean; before: boolean } {
  let at = end;
  let approx = false;
  let open = false;
  let before = false;
  for (let round = 0; round < 3; round++) {
    const near = sticky(SUFFIX_APPROX, text, at);
    if (near !== null) {
      approx = true;
      at += near[0].length;
      continue;
    }
    const late = sticky(SUFFIX_OPEN, text, at);
    if (late !== null) {
      open = true;
      at += late[0].length;
      continue;
    }
    const early = sticky(SUFFIX_BEFORE, text, at);
    if (early === null) break;
    before = true;
    at += early[0].length;
  }
  return { end: at, approx, open, before };
}

const MOVES = /chang|mov|resched|switch|push|postpone/i;

/** "2시에서 4시로 변경", "move it from 5pm to 6pm": two times, not a range. */
function isMovedTo(text: string, joint: string, end: number): boolean {
  if (/에서/.test(joint)) return /^\s?으?로(?=[\s요.!~]|$|변|바|수|해|부|할|하)/.test(text.slice(end, end + 12));
  if (/から/.test(joint)) return /^\s?[にへ]\s?(?:変更|変え|して|お願い)/.test(text.slice(end, end + 8));
  return /to/i.test(joint) && MOVES.test(text);
}

function readMention(text: string, at: number, mode: TimeMode): TimeMention | null {
  const relative = readRelative(text, at);
  if (relative !== null) return relative;
  const lead = text.slice(Math.max(0, at - 18), at);
  const between = /between\s$/i.test(lead) ? sticky(BETWEEN_BARE, text, at) : null;
  if (between !== null) {
    const { hour2 = '', min2 = '0' } = between.groups ?? {};
    const to: Clock = { hour: Number(hour2), minute: Number(min2), half: null, padded: false };
    return { ...NOTHING, start: at, end: at + between[0].length, from: clockFrom(between), to };
  }
  const loose = sticky(RANGE_BARE, text, at);
  let first: ClockHit | null = null;
  let joined = false;
  const isAnd = loose !== null && /and\s?$/i.test(loose[0]);
  const isMoved = loose !== null && /to\s?$/i.test(loose[0]) && MOVES.test(text);
  if (loose !== null && !isMoved && !/[\d./:]/.test(text.charAt(at - 1)) && (!isAnd || /between\s$/i.test(lead))) {
    const clock = clockFrom(loose);
    if (clock !== null) {
      first = { clock, end: at + loose[0].length };
      joined = true;
    }
  }
  first ??= readClock(text, at, mode) ?? (mode === 'prose' || mode === 'pickup' ? readAt(text, at) : null);
  if (first === null) return readSpecial(text, at);
  const gap = joined ? null : sticky(JOIN, text, first.end);
  const nextAt = joined ? first.end : gap === null ? -1 : first.end + gap[0].length;
  const second = nextAt < 0 ? null : readClock(text, nextAt, mode === 'pickup' || gap !== null ? 'field' : mode);
  const isMove = second !== null && isMovedTo(text, gap?.[0] ?? '', second.end);
  if (second !== null && !isMove && !/호|개|명|원|월|일/.test(text.charAt(second.end))) {
    const tail = readSuffixes(text, second.end);
    const between = sticky(SUFFIX_BETWEEN, text, tail.end);
    return {
      ...NOTHING,
      start: at,
      end: tail.end + (between?.[0].length ?? 0),
      from: first.clock,
      to: second.clock,
      approx: tail.approx,
    };
  }
  if (joined) return null;
  const tail = readSuffixes(text, first.end);
  const isEnglish = /[ap]\.?m/i.test(text.slice(at, first.end));
  const isAbout = isEnglish && /~\s?$/.test(lead);
  const isBefore = tail.before || (!isAbout && PREFIX_BEFORE.test(lead));
  const isOpen = !isBefore && (tail.open || PREFIX_OPEN.test(lead));
  return {
    ...NOTHING,
    start: at,
    end: tail.end,
    from: isBefore ? null : first.clock,
    to: isBefore ? first.clock : null,
    approx: tail.approx || isAbout || PREFIX_APPROX.test(lead),
    openEnded: isOpen,
    before: isBefore,
  };
}

function readAt(text: string, at: number): ClockHit | null {
  const match = sticky(CLOCK_AT, text, at);
  const clock = match === null ? null : clockFrom(match);
  return match === null || clock === null ? null : { clock, end: at + match[0].length };
}

function readSpecial(text: string, at: number): TimeMention | null {
  const opening = sticky(OPENING, text, at);
  if (opening !== null) return { ...NOTHING, start: at, end: at + opening[0].length, special: 'opening' };
  const closing = sticky(CLOSING, text, at);
  if (closing !== null) {
    const tail = readSuffixes(text, at + closing[0].length);
    return { ...NOTHING, start: at, end: tail.end, special: 'closing', before: true };
  }
  const vague = sticky(VAGUE, text, at);
  if (vague === null || vague[0] === '') return null;
  const previous = text.charAt(at - 1);
  if (/[가-힣a-z]/i.test(previous)) return null;
  return { ...NOTHING, start: at, end: at + vague[0].length, vague: true };
}

/** A mention can only begin with one of these; everything else is skipped at once. */
const CAN_BEGIN =
  /[hq\d一二三四五六七八九十オいつ何오아새점한낮저밤정자영문마퇴하언종미추몇시열두세네다여일아약午朝昼夕夜正開閉oapnmleicw]/i;

/** All times written in `text`, in order, not overlapping. `taken` marks units that a date has used. */
export function findTimes(text: string, mode: TimeMode, taken: (at: number) => boolean): TimeMention[] {
  if (mode === 'field' && VAGUE_FIELD.test(text))
    return [{ ...NOTHING, start: 0, end: text.trimEnd().length, vague: true }];
  const found: TimeMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (taken(at) || !CAN_BEGIN.test(text.charAt(at))) continue;
    const mention = readMention(text, at, mode);
    if (mention === null || taken(mention.end - 1)) continue;
    found.push(mention);
    at = mention.end - 1;
  }
  return found;
}
