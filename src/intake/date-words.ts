// Finds days in a piece of text: written dates, weekdays, relative words, feast days, and words too vague to be a day.
// Law: only finds what was written; what it means on the day of writing is decided in pickup-day.ts.
import type { Weekday } from '../domain/time.ts';
import type { DayMeaning, DayMention, DayReading } from './day-meaning.ts';
import { EN_DAY, EN_DAYS, JA_DAYS, KO_DAYS, ONE_KO_DAY } from './day-names.ts';
import { DAY_RULES } from './day-rules.ts';
import { readFeast } from './feast-words.ts';
import { sticky } from './sticky.ts';

const BESIDE_WEEKDAY = new RegExp(
  `\\s?,?\\s?(?:[(\\[]\\s?(?<inside>[월화수목금토일月火水木金土日])(?:요일|욜|요|曜日?)?[^)\\]\\n]{0,6}[)\\]]|${ONE_KO_DAY}|,?\\s?[(\\[]?\\s?${EN_DAY}\\s?[)\\]]?\\.?|(?<jaDay>[月火水木金土日])曜日?)`,
  'iy',
);
/** A mention can only begin with one of these; everything else is skipped at once. */
const CAN_BEGIN =
  /[\d'시유십일이삼사오칠팔구다담차내요금지저하사나닷엿열보한두세모글그낼명어돌월화수목토연조추미협아전당바크성빼스로발밸만할핼헬새신제광개블현설구석부초말주令再来今次明翌前週元大未本昨最第一二三四五六七八九十しあこバホハク(R月火水木金土日a-z]/i;

function besideWeekday(match: RegExpExecArray): Weekday | null {
  const g = match.groups ?? {};
  const korean = g.inside ?? g.koDay;
  if (korean !== undefined) {
    const at = Math.max(KO_DAYS.indexOf(korean), JA_DAYS.indexOf(korean));
    return at < 0 ? null : (at as Weekday); // an index into seven letters
  }
  if (g.enDay !== undefined) return EN_DAYS.indexOf(g.enDay.slice(0, 3).toLowerCase()) as Weekday; // by the pattern
  return g.jaDay === undefined ? null : (JA_DAYS.indexOf(g.jaDay) as Weekday); // by the pattern
}

const TAKES_WEEKDAY: ReadonlySet<DayMeaning['is']> = new Set([
  'date',
  'either',
  'day',
  'offset',
  'feast',
  'lunar',
  'month-day',
  'several',
]);

function readDay(text: string, at: number, reading: DayReading): DayMention | null {
  const previous = text.charAt(at - 1);
  const isDigit = /\d/.test(text.charAt(at));
  if (isDigit && (/\d/.test(previous) || (/[.:/-]/.test(previous) && /\d/.test(text.charAt(at - 2))))) return null;
  if (/[a-z]/i.test(previous) && /[a-z]/i.test(text.charAt(at))) return null;
  if (isDigit && /^\d+-\d/.test(text.slice(at)) && /[가-힣](?:로|길|동|리|번지)\s?$/.test(text.slice(0, at)))
    return null;
  const feast = readFeast(text, at);
  if (feast !== null) return feast;
  for (const rule of DAY_RULES) {
    const match = sticky(rule.pattern, text, at);
    if (match === null || match[0] === '') continue;
    const meaning = rule.mean(match.groups ?? {}, reading);
    if (meaning === null) continue;
    let end = at + match[0].length;
    let weekday: Weekday | null = null;
    if (TAKES_WEEKDAY.has(meaning.is)) {
      const beside = sticky(BESIDE_WEEKDAY, text, end);
      if (beside !== null) {
        weekday = besideWeekday(beside);
        end += beside[0].length;
      }
    }
    return { start: at, end, meaning, weekday };
  }
  return null;
}

/** Hangul words in which a date word hides: 생일, 토요일에, 포토, 월드. */
function isInsideWord(text: string, mention: DayMention): boolean {
  const first = text.charAt(mention.start);
  const previous = text.charAt(mention.start - 1);
  if (!/[가-힣]/.test(first) || !/[가-힣]/.test(previous)) return false;
  return mention.meaning.is !== 'date' || !/[은는이가도날]/.test(previous);
}

/** All days written in `text`, in order, not overlapping. */
export function findDays(text: string, reading: DayReading): DayMention[] {
  const found: DayMention[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!CAN_BEGIN.test(text.charAt(at))) continue;
    const mention = readDay(text, at, reading);
    if (mention === null || isInsideWord(text, mention)) continue;
    found.push(mention);
    at = mention.end - 1;
  }
  return found;
}
