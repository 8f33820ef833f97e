// English and Japanese ways to write a day that the common rules do not cover: ordinals, counted weekdays, kanji numbers.
// Law: comes before the common rules, so each pattern is longer than what they would take.
import type { Weekday } from '../domain/time.ts';
import type { DayMeaning } from './day-meaning.ts';
import type { DayRule } from './day-names.ts';
import { EN_DAY, EN_DAYS, EN_MONTH, EN_MONTHS, JA_DAYS } from './day-names.ts';
import { readSinoNumber } from './numerals.ts';

const enMonth = (word: string | undefined) => EN_MONTHS.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
const enDay = (word: string | undefined) => EN_DAYS.indexOf((word ?? '').slice(0, 3).toLowerCase()) as Weekday; // by the pattern
const jaDay = (char: string | undefined) => JA_DAYS.indexOf(char ?? '') as Weekday; // one of the seven by the pattern
const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 };
const ORDINAL = '(?:st|nd|rd|th)';

function jaNumber(text: string): number {
  return /^\d/.test(text) ? Number(text) : (readSinoNumber(text) ?? 0);
}

export const FOREIGN_DAY_RULES: readonly DayRule[] = [
  {
    pattern: new RegExp(
      `(?:the\\s)?(?<nth>first|second|third|fourth|[1-4]${ORDINAL}|last)\\s${EN_DAY}\\s(?:of|in)\\s(?:${EN_MONTH}|(?<rel>this month|next month))(?![a-z])`,
      'iy',
    ),
    mean: (g) => {
      const written = (g.nth ?? '').toLowerCase();
      return {
        is: 'month-week',
        month: g.rel === undefined ? enMonth(g.enMonth) : null,
        ahead: g.rel?.toLowerCase() === 'next month' ? 1 : 0,
        nth: written === 'last' ? 'last' : (NTH[written] ?? Number(written.charAt(0))),
        weekday: enDay(g.enDay),
      };
    },
  },
  {
    pattern: new RegExp(`(?:a|one|two|three|\\d)\\sweeks?\\s(?:from|after)\\s(?:this\\s|next\\s)?${EN_DAY}`, 'iy'),
    mean: () => ({ is: 'vague' }),
  },
  {
    pattern: new RegExp(`last\\s${EN_DAY}(?!\\s(?:of|in))`, 'iy'),
    mean: (g) => ({ is: 'weekday', weekday: enDay(g.enDay), week: -1 }),
  },
  {
    pattern: new RegExp(`(?<d>\\d{1,2})-${EN_MONTH}(?:-(?<y>20\\d{2}|\\d{2}))?(?!\\d)`, 'iy'),
    mean: (g) => enDate(g.y, g.enMonth, g.d),
  },
  {
    pattern: new RegExp(`${EN_MONTH}-(?<d>\\d{1,2})(?:-(?<y>20\\d{2}))?(?!\\d)`, 'iy'),
    mean: (g) => enDate(g.y, g.enMonth, g.d),
  },
  {
    pattern: new RegExp(
      `\\d{1,2}${ORDINAL}\\s?(?:or|and|/|-|~)\\s?(?:the\\s)?\\d{1,2}${ORDINAL}(?!\\s(?:of\\s)?${EN_MONTH})`,
      'iy',
    ),
    mean: () => ({ is: 'several' }),
  },
  {
    pattern: new RegExp(
      `(?<beside>(?<=(?:day|\\b(?:sun|mon|tues?|wed|thu(?:rs?)?|fri|sat))\\.?,?\\s))?(?:the\\s)?(?<d>\\d{1,2})${ORDINAL}(?![a-z]|\\s?(?:of\\s)?${EN_MONTH}|\\s(?:birthday|anniversary|b-?day|year|floor|grade))`,
      'iy',
    ),
    mean: (g, reading) => (reading.mode === 'prose' && g.beside === undefined ? null : { is: 'day', day: Number(g.d) }),
  },
  {
    pattern:
      /(?:(?<m>\d{1,2}|[一二三四五六七八九十]{1,2})月|(?<rel>今月|来月))?の?(?:第(?<nth>[1-5一二三四五])|(?<last>最終|最後の))の?(?<jaDay>[月火水木金土日])曜日?/iy,
    mean: (g) => ({
      is: 'month-week',
      month: g.m === undefined ? null : jaNumber(g.m),
      ahead: g.rel === '来月' ? 1 : 0,
      nth: g.last === undefined ? jaNumber(g.nth ?? '') : 'last',
      weekday: jaDay(g.jaDay),
    }),
  },
  {
    pattern: /(?<m>[一二三四五六七八九十]{1,2})月(?<d>[一二三四五六七八九十]{1,3})日/iy,
    mean: (g) => ({ is: 'date', date: { year: null, month: jaNumber(g.m ?? ''), day: jaNumber(g.d ?? '') } }),
  },
  {
    pattern: /(?<rel>来年|今年)の?\s?(?<m>\d{1,2})\s?[月/]\s?(?<d>\d{1,2})(?!\d)\s?日?/iy,
    mean: (g) => ({
      is: 'date',
      date: { year: null, month: Number(g.m), day: Number(g.d), yearsAhead: g.rel === '来年' ? 1 : 0 },
    }),
  },
  {
    pattern: /R(?<era>\d{1,2})[./](?<m>\d{1,2})[./](?<d>\d{1,2})(?!\d)/y,
    mean: (g) => ({ is: 'date', date: { year: 2018 + Number(g.era), month: Number(g.m), day: Number(g.d) } }),
  },
  {
    pattern: /(?<n>[一二三四]|[1-4])\s?週間後/y,
    mean: (g) => ({ is: 'offset', days: 7 * jaNumber(g.n ?? ''), word: null }),
  },
  {
    pattern: /(?:今月末|来月末|月末|月初|今月中|来月(?:初め?|上旬|中旬|下旬))(?:頃|ごろ)?/y,
    mean: () => ({ is: 'vague' }),
  },
];

function enDate(year: string | undefined, month: string | undefined, day: string | undefined): DayMeaning {
  const written = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  return { is: 'date', date: { year: written, month: enMonth(month), day: Number(day) } };
}
