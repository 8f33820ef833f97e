// How days are written: dates, weekdays, relative words, and words too vague to be a day; the first rule that fits counts.
// Law: every pattern is sticky and without nested repetition, so that a long text is read in linear time.
import type { Weekday } from '../domain/time.ts';
import type { DayMeaning } from './day-meaning.ts';
import type { DayRule } from './day-names.ts';
import { EN_DAY, EN_DAYS, EN_MONTH, EN_MONTHS, JA_DAYS, KO_DAYS, ONE_KO_DAY } from './day-names.ts';
import { FOREIGN_DAY_RULES } from './foreign-day-rules.ts';
import { readNativeNumber, readSinoNumber } from './numerals.ts';

/** "24 or 25", "24-25", "24th/25th": the other day of two. */
const EN_OTHER_DAY = '(?:~|-|/|&|,?\\s?(?:or|and|to)\\s)\\s?(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?';
const WEEK_WORD = '(?<week>다다음|담담|다담|다음|담|차차|차|내|이번|요번|금|이|지난|저번)';
const WEEKS: Readonly<Record<string, number>> = {
  다다음: 2,
  담담: 2,
  다담: 2,
  차차: 2,
  다음: 1,
  담: 1,
  차: 1,
  내: 1,
  이번: 0,
  요번: 0,
  금: 0,
  이: 0,
  지난: -1,
  저번: -1,
};

const number = (text: string | undefined) => Number(text ?? Number.NaN);
const isMonth = (n: number) => n >= 1 && n <= 12;
function date(year: number | null, month: number, day: number): DayMeaning {
  return { is: 'date', date: { year, month, day } };
}
const century = (year: number) => (year < 100 ? 2000 + year : year);
const enMonth = (word: string | undefined) => EN_MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;

function dayAndMonth(a: number, b: number, year: number, english: boolean): DayMeaning {
  if (a > 12 && isMonth(b)) return date(year, b, a);
  if (!english || b > 12 || a === b) return date(year, a, b);
  return {
    is: 'either',
    dates: [
      { year, month: a, day: b },
      { year, month: b, day: a },
    ],
  };
}

export const DAY_RULES: readonly DayRule[] = [
  ...FOREIGN_DAY_RULES,
  {
    pattern:
      /(?<rel>내년|올해|금년|작년)\s?(?:에\s?)?(?<m>\d{1,2})\s?(?:월|[/.])\s?(?<d>\d{1,2})(?!\d)(?:\s?일(?!요일|욜))?/iy,
    mean: (g) => ({
      is: 'date',
      date: {
        year: null,
        month: number(g.m),
        day: number(g.d),
        yearsAhead: g.rel === '내년' ? 1 : g.rel === '작년' ? -1 : 0,
      },
    }),
  },
  {
    pattern: /(?<=^\s*)(?<y>20\d{2})\s(?<m>\d{1,2})\s(?<d>\d{1,2})(?!\d)/iy,
    mean: (g, reading) => (reading.mode === 'prose' ? null : date(number(g.y), number(g.m), number(g.d))),
  },
  {
    pattern: /(?<=^\s*)(?<m>\d{1,2})\s(?<d>\d{1,2})(?=\s*(?:$|\())/iy,
    mean: (g, reading) =>
      reading.mode !== 'date' || !isMonth(number(g.m)) || number(g.d) > 31
        ? null
        : date(null, number(g.m), number(g.d)),
  },
  {
    pattern: /(?<=^\s*)(?<d>\d{1,2})(?=\s*(?:$|\(\s?[월화수목금토일]))/iy,
    mean: (g, reading) =>
      reading.mode !== 'date' || number(g.d) < 1 || number(g.d) > 31 ? null : { is: 'day', day: number(g.d) },
  },
  {
    pattern: /(?<=^\s*)\(?(?<koDay>[월화수목금토일])\)?(?=\s*$)/iy,
    mean: (g, reading) =>
      reading.mode !== 'date'
        ? null
        : { is: 'weekday', weekday: KO_DAYS.indexOf(g.koDay ?? '') as Weekday, week: 'coming' }, // one of the seven
  },
  {
    pattern:
      /(?<y>20\d{2})\s?(?:[.\-/]|년|年)\s?(?<m>\d{1,2})\s?(?:[.\-/]|월|月)\s?(?<d>\d{1,2})(?!\d)(?:\s?(?:일(?!요일|욜)|日)|\.(?!\d))?/iy,
    mean: (g) => date(number(g.y), number(g.m), number(g.d)),
  },
  {
    pattern: /令和\s?(?<era>\d{1,2}|元)\s?年\s?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?日/iy,
    mean: (g) => date(g.era === '元' ? 2019 : 2018 + number(g.era), number(g.m), number(g.d)),
  },
  {
    pattern: /(?<a>\d{1,2})(?<sep>[/.-])(?<b>\d{1,2})\k<sep>(?<y>20\d{2})(?!\d)/iy,
    mean: (g, reading) => dayAndMonth(number(g.a), number(g.b), number(g.y), reading.english),
  },
  {
    pattern:
      /'?(?<y>\d{2})\s?(?:[.\-/]|년)\s?(?<m>\d{1,2})\s?(?:[.\-/]|월)\s?(?<d>\d{1,2})(?![\d:]|\s?(?:시|時))(?:\s?일(?!요일|욜)|\.(?!\d))?/iy,
    mean: (g, reading) =>
      reading.english && number(g.y) <= 31 && number(g.d) >= 20
        ? dayAndMonth(number(g.y), number(g.m), century(number(g.d)), true)
        : number(g.m) > 12 && isMonth(number(g.y)) && number(g.d) >= 20
          ? date(century(number(g.d)), number(g.y), number(g.m))
          : date(century(number(g.y)), number(g.m), number(g.d)),
  },
  {
    pattern: /(?<ahead>이번|다음|담|다담|다다음)\s?달\s?(?:(?<last>말일|마지막\s?날)|(?<d>\d{1,2})\s?일)/iy,
    mean: (g) => ({
      is: 'month-day',
      ahead: (g.ahead ?? '').startsWith('다다') || g.ahead === '다담' ? 2 : g.ahead === '이번' ? 0 : 1,
      day: g.last !== undefined ? 'last' : number(g.d),
    }),
  },
  {
    pattern: new RegExp(
      `(?:(?<m>\\d{1,2})\\s?월|(?<ahead>이번|다음|담)\\s?달)\\s?(?<nth>마지막|첫|둘|두|셋|세|넷|네|다섯)\\s?(?:번)?째?\\s?주?\\s?${ONE_KO_DAY}`,
      'iy',
    ),
    mean: (g) => ({
      is: 'month-week',
      month: g.m === undefined ? null : number(g.m),
      ahead: g.ahead === undefined || g.ahead === '이번' ? 0 : 1,
      nth: g.nth === '마지막' ? 'last' : g.nth === '첫' ? 1 : (readNativeNumber(g.nth ?? '') ?? 1),
      weekday: KO_DAYS.indexOf(g.koDay ?? '') as Weekday, // one of the seven by the pattern
    }),
  },
  { pattern: /(?:이번\s?달\s?)?(?:말일|월말일)(?:에)?/iy, mean: () => ({ is: 'month-day', ahead: 0, day: 'last' }) },
  {
    pattern:
      /(?<m>\d{1,2})\s?(?:월|月)\s?(?<d>\d{1,2})(?!\d|\s?(?:시|時|개|호|~\s?\d))(?:\s?(?:일(?!요일|욜)|日)(?:날)?)?(?!\s?(?:~|-|,|,?\s?(?:or|이나|또는|아니면|혹은))\s?\d{1,2}\s?일)/iy,
    mean: (g) => date(null, number(g.m), number(g.d)),
  },
  {
    pattern:
      /(?<m>\d{1,2})\s?(?:월|月)\s?(?<d>\d{1,2})\s?(?:일)?\s?(?:~|-|,|,?\s?(?:or|이나|또는|아니면|혹은))\s?\d{1,2}\s?일(?:\s?(?:중|사이))?/iy,
    mean: () => ({ is: 'several' }),
  },
  {
    pattern:
      /(?<m>시|유|십일|십이|[일이삼사오칠팔구])월\s?(?<d>[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일/iy,
    mean: (g) => {
      const month = g.m === '시' ? 10 : g.m === '유' ? 6 : readSinoNumber(g.m ?? '');
      const day = readSinoNumber(g.d ?? '');
      return month === null || day === null ? null : date(null, month, day);
    },
  },
  {
    pattern: /(?<m>\d{1,2})\s?월\s?(?:말일|마지막\s?날)/iy,
    mean: (g) => (isMonth(number(g.m)) ? date(null, number(g.m), 0) : { is: 'impossible' }),
  },
  {
    pattern:
      /(?<m>\d{1,2})\s?\/\s?(?<d>\d{1,2})\s?(?:일)?\s?(?:~|-|,|or|이나|또는|아니면)\s?(?:\d{1,2}\s?\/\s?)?\d{1,2}(?![\d:]|\s?(?:시|時|:|[ap]\.?m|o'?clock|\.\d\d\s?[ap]\.?m))(?:\s?일)?(?:\s?(?:중|사이))?/iy,
    mean: () => ({ is: 'several' }),
  },
  {
    pattern: /(?<m>\d{1,2})\s?\/\s?(?<d>\d{1,2})(?![\d]|\/\d|\s?(?:인치|개|호|판|시))(?:\s?일(?!요일|욜))?/iy,
    mean: (g, reading) => {
      if (number(g.m) > 12 && isMonth(number(g.d)) && reading.english) return date(null, number(g.d), number(g.m));
      return date(null, number(g.m), number(g.d));
    },
  },
  {
    pattern:
      /(?<m>\d{1,2})\s?\.\s?(?<d>\d{1,2})(?![\d]|\.\d|\s?(?:인치|개|호|판|시|kg|%|cm|배|만|단)|\s?[ap]\.?m\.?(?![a-z])(?!\s?\d))(?:\s?일(?!요일|욜)|\.)?/iy,
    mean: (g, reading) => {
      if (!isMonth(number(g.m)) || number(g.d) > 31 || number(g.d) < 1)
        return reading.mode === 'date' ? date(null, number(g.m), number(g.d)) : null;
      return date(null, number(g.m), number(g.d));
    },
  },
  {
    pattern: /(?<m>\d{1,2})\s?-\s?(?<d>\d{1,2})(?![\d]|-\d|\s?(?:시|개|호|:|pm|am))(?:\s?일(?!요일|욜))?/iy,
    mean: (g, reading) =>
      reading.mode === 'prose' || !isMonth(number(g.m)) ? null : date(null, number(g.m), number(g.d)),
  },
  {
    pattern: /(?<y>20\d{2})(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/iy,
    mean: (g) => date(number(g.y), number(g.m), number(g.d)),
  },
  {
    pattern: /(?<y>\d{2})(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)/iy,
    mean: (g, reading) => (reading.mode === 'prose' ? null : date(century(number(g.y)), number(g.m), number(g.d))),
  },
  {
    pattern: /(?<m>[01]\d)(?<d>[0-3]\d)(?!\d)(?<mark>\s?\(?[월화수목금토일](?:요일|욜)?\)?)?/iy,
    mean: (g, reading) =>
      (reading.mode === 'prose' && g.mark === undefined) || !isMonth(number(g.m)) || number(g.d) > 31
        ? null
        : date(null, number(g.m), number(g.d)),
  },
  {
    pattern: new RegExp(
      `${EN_MONTH}\\s?(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?\\s?${EN_OTHER_DAY}(?![\\d:]|\\s?(?:[ap]\\.?m|o'?clock))`,
      'iy',
    ),
    mean: () => ({ is: 'several' }),
  },
  {
    pattern: new RegExp(
      `(?:the\\s)?\\d{1,2}(?:st|nd|rd|th)?\\s?${EN_OTHER_DAY}\\s?(?:of\\s)?${EN_MONTH}(?![a-z])`,
      'iy',
    ),
    mean: () => ({ is: 'several' }),
  },
  {
    pattern: new RegExp(
      `${EN_MONTH}\\s?(?:the\\s)?(?<d>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d|\\s?(?:[ap]\\.?m))(?:,?\\s?(?<y>20\\d{2}))?`,
      'iy',
    ),
    mean: (g) => date(g.y === undefined ? null : number(g.y), enMonth(g.enMonth), number(g.d)),
  },
  {
    pattern: new RegExp(
      `(?:the\\s)?(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s?(?:of\\s)?${EN_MONTH}(?![a-z])(?:,?\\s?(?<y>20\\d{2}))?`,
      'iy',
    ),
    mean: (g) => date(g.y === undefined ? null : number(g.y), enMonth(g.enMonth), number(g.d)),
  },
  {
    pattern:
      /(?<days>\d{1,3}|하루|이틀|사흘|나흘|닷새|엿새|이레|열흘|열하루|열이틀|열사흘|보름)\s?(?:일)?\s?(?:뒤|후|있다가)(?:에)?/iy,
    mean: (g) => {
      const words: Readonly<Record<string, number>> = {
        하루: 1,
        이틀: 2,
        사흘: 3,
        나흘: 4,
        닷새: 5,
        엿새: 6,
        이레: 7,
        열흘: 10,
        열하루: 11,
        열이틀: 12,
        열사흘: 13,
        보름: 15,
      };
      const days = words[g.days ?? ''] ?? number(g.days);
      return Number.isFinite(days) ? { is: 'offset', days, word: null } : null;
    },
  },
  {
    pattern:
      /(?<n>일|이|삼|한|두|세|\d)\s?주일?\s?(?:뒤|후|있다가)(?:에)?(?:\s?(?<koDay>[월화수목금토일])(?:요일|욜))?/iy,
    mean: (g) => {
      const weeks = readNativeNumber(g.n ?? '') ?? readSinoNumber(g.n ?? '') ?? number(g.n);
      return g.koDay === undefined
        ? { is: 'offset', days: 7 * weeks, word: null }
        : { is: 'weekday', weekday: KO_DAYS.indexOf(g.koDay) as Weekday, week: weeks }; // one of the seven by the pattern
    },
  },
  {
    pattern: /(?<n>한|두|세|\d{1,2})\s?(?:달|개월)\s?(?:뒤|후)(?:에)?/iy,
    mean: (g) => ({ is: 'months-ahead', months: readNativeNumber(g.n ?? '') ?? number(g.n) }),
  },
  {
    pattern:
      /in\s(?<n>\d{1,2}|a|one|two|three)\s(?<unit>day|week)s?|(?<n2>\d{1,2}|a|one|two|three)\s(?<unit2>day|week)s?\s(?:from (?:now|today)|later)|(?<n3>\d{1,2})\s?(?<unit3>日|週間)後/iy,
    mean: (g) => {
      const words: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3 };
      const written = (g.n ?? g.n2 ?? g.n3 ?? '').toLowerCase();
      const unit = g.unit ?? g.unit2 ?? g.unit3 ?? 'day';
      return {
        is: 'offset',
        days: (words[written] ?? number(written)) * (unit === 'day' || unit === '日' ? 1 : 7),
        word: null,
      };
    },
  },
  {
    pattern:
      /(?:내일\s?모레|낼\s?모레|낼모래|모레|모래(?=\s|$)|the day after tomorrow|day after tomorrow|明後日|あさって)/iy,
    mean: () => ({ is: 'offset', days: 2, word: null }),
  },
  { pattern: /그글피/y, mean: () => ({ is: 'offset', days: 4, word: null }) },
  { pattern: /(?:글피|しあさって)/y, mean: () => ({ is: 'offset', days: 3, word: null }) },
  {
    pattern: /(?:내일|낼(?![가-힣]{2})|명일|tomorrow|tmrw|tmr|明日|あした)/iy,
    mean: () => ({ is: 'offset', days: 1, word: 'tomorrow' }),
  },
  { pattern: /(?:오늘|금일|today|tonight|今日|本日)/iy, mean: () => ({ is: 'offset', days: 0, word: 'today' }) },
  { pattern: /(?:어제|그저께|엊그제|yesterday|昨日)/iy, mean: () => ({ is: 'offset', days: -1, word: null }) },
  {
    pattern: new RegExp(`${WEEK_WORD}\\s?주\\s?(?:에\\s?)?${ONE_KO_DAY}`, 'iy'),
    mean: (g) => ({
      is: 'weekday',
      weekday: KO_DAYS.indexOf(g.koDay ?? '') as Weekday,
      week: WEEKS[g.week ?? ''] ?? 0,
    }), // by the pattern
  },
  { pattern: new RegExp(`(?:${WEEK_WORD}\\s?주?\\s?)?주말(?:에|쯤)?`, 'iy'), mean: () => ({ is: 'vague' }) },
  {
    pattern: new RegExp(
      `${WEEK_WORD}\\s?(?:주|달)(?:에|쯤|중에?|초|말)?(?![가-힣](?<!에|중|쯤|초|말|픽|찾|수|예))`,
      'iy',
    ),
    mean: () => ({ is: 'vague' }),
  },
  {
    pattern: /(?<how>오는|돌아오는|다가오는|이번|요번|다음|담)?\s?(?<koDay>[월화수목금토일])(?:요일|욜)(?:날)?/iy,
    mean: (g) => ({
      is: 'weekday',
      weekday: KO_DAYS.indexOf(g.koDay ?? '') as Weekday, // one of the seven by the pattern
      week: g.how === '다음' || g.how === '담' ? 'next' : 'coming',
    }),
  },
  {
    pattern: new RegExp(
      `(?<how>this coming|this|coming|next week'?s?|next|on)?\\s?${EN_DAY}(?<after>\\s(?:of\\s)?(?:next week|this week|the week after next))?`,
      'iy',
    ),
    mean: (g) => {
      const weekday = EN_DAYS.indexOf((g.enDay ?? '').slice(0, 3).toLowerCase()) as Weekday; // one of the seven by the pattern
      const how = `${g.how ?? ''}${g.after ?? ''}`.toLowerCase();
      if (/after next/.test(how)) return { is: 'weekday', weekday, week: 2 };
      if (/next week/.test(how)) return { is: 'weekday', weekday, week: 1 };
      if (/this week/.test(how)) return { is: 'weekday', weekday, week: 0 };
      return { is: 'weekday', weekday, week: how.includes('next') ? 'next' : 'coming' };
    },
  },
  {
    pattern: /(?:(?<how>再来週|来週|今週|今度|次)の?)?(?<jaDay>[月火水木金土日])曜日?/iy,
    mean: (g) => ({
      is: 'weekday',
      weekday: JA_DAYS.indexOf(g.jaDay ?? '') as Weekday, // one of the seven by the pattern
      week: g.how === '再来週' ? 2 : g.how === '来週' ? 1 : g.how === '今週' ? 0 : g.how === '次' ? 'next' : 'coming',
    }),
  },
  {
    pattern: /(?:next week|this week|来週|今週|来月|next month|(?:this |next )?weekend|週末)/iy,
    mean: () => ({ is: 'vague' }),
  },
  {
    pattern:
      /(?<a>\d{1,2})\s?일?\s?(?:~|-|,|or|이나|또는|아니면|혹은|\/)\s?(?<b>\d{1,2})\s?일(?!\s?(?:뒤|후|전|간|동안|차))(?:\s?(?:중|사이))?/iy,
    mean: () => ({ is: 'several' }),
  },
  {
    pattern:
      /(?<d>\d{1,2})\s?(?:일|日)(?:날)?(?![가-힣](?<!에|오|까|쯤|픽|저|낮|아|밤|로|은|이|점|정|두|세|네|한|다|여|일|월|화|수|목|금|토|찾))(?!\s?(?:뒤|후|전(?!까)|간|동안|차|째))/iy,
    mean: (g) => ({ is: 'day', day: number(g.d) }),
  },
  {
    pattern: /(?:the\s|on\s(?:the\s)?)(?<d>\d{1,2})(?:st|nd|rd|th)(?![a-z])/iy,
    mean: (g) => ({ is: 'day', day: number(g.d) }),
  },
  {
    pattern: /(?<d>[이삼]?십[일이삼사오육칠팔구]?|[일이삼사오육칠팔구])일(?=\s|$|에|\(|날)/iy,
    mean: (g, reading) => {
      const day = readSinoNumber(g.d ?? '');
      return day === null || (reading.mode === 'prose' && (g.d ?? '').length < 2) ? null : { is: 'day', day };
    },
  },
  {
    pattern:
      /(?:(?<m>\d{1,2})\s?(?:월|月)|(?<named>연말|연초|월말|월초|다음\s?달|이번\s?달|내달|조만간|나중에?|추후|미정|未定|협의|아직|TBD|not sure|undecided|sometime))\s?(?:초|중순|말|하순|상순|중|쯤|경|中旬|上旬|下旬|初め|末)?(?:쯤|경)?/iy,
    mean: (g) => (g.m !== undefined && !isMonth(number(g.m)) ? { is: 'impossible' } : { is: 'vague' }),
  },
  {
    pattern: new RegExp(
      `(?:early|mid|late|end of|around|sometime in|beginning of)[ -]?(?:in )?${EN_MONTH}(?![a-z])(?!\\s?\\d)`,
      'iy',
    ),
    mean: () => ({ is: 'vague' }),
  },
  { pattern: /(?:전전날|이틀\s?전(?:날)?|two days before|前々日)(?:에)?/iy, mean: () => ({ is: 'beside', days: -2 }) },
  { pattern: /(?:전날|하루\s?전(?:날)?|the day before|前日)(?:에)?/iy, mean: () => ({ is: 'beside', days: -1 }) },
  { pattern: /(?:그?\s?다음\s?날|담날|the day after|翌日)(?:에)?/iy, mean: () => ({ is: 'beside', days: 1 }) },
  { pattern: /(?:당일|그날)(?:에)?/iy, mean: () => ({ is: 'beside', days: 0 }) },
  { pattern: /(?:지금|바로|right now|now(?![a-z])|今すぐ|今から)(?:\s?(?:바로|당장))?/iy, mean: () => ({ is: 'now' }) },
];
