// What a day in a text can mean, before it is counted from the moment of writing.
// Law: names no day of the calendar unless the customer wrote it; pickup-day.ts decides.
import type { Weekday } from '../domain/time.ts';

export interface YearMonthDay {
  /** null: not written. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
  /** 내년: counted from this year. */
  readonly yearsAhead?: number;
}
export type DayMeaning =
  | { readonly is: 'date'; readonly date: YearMonthDay }
  /** NN/NN/YYYY and its like: month and day cannot be told apart. */
  | { readonly is: 'either'; readonly dates: readonly [YearMonthDay, YearMonthDay] }
  | { readonly is: 'day'; readonly day: number }
  /** week: 0 this week, 1 next week …; coming: the next such day; next: "다음 토요일", next week's or the coming one. */
  | { readonly is: 'weekday'; readonly weekday: Weekday; readonly week: number | 'coming' | 'next' }
  | { readonly is: 'offset'; readonly days: number; readonly word: 'today' | 'tomorrow' | null }
  | { readonly is: 'months-ahead'; readonly months: number }
  | { readonly is: 'month-day'; readonly ahead: number; readonly day: number | 'last' }
  | {
      readonly is: 'month-week';
      readonly month: number | null;
      readonly ahead: number;
      readonly nth: number | 'last';
      readonly weekday: Weekday;
    }
  | { readonly is: 'feast'; readonly month: number; readonly day: number; readonly shift: number }
  | { readonly is: 'lunar'; readonly feast: LunarFeast; readonly shift: number }
  /** 전날, 다음날: counted from another day of the message. */
  | { readonly is: 'beside'; readonly days: number }
  /** Two or more days, none chosen: 10/24~25, 주말. */
  | { readonly is: 'several' }
  | { readonly is: 'vague' }
  | { readonly is: 'now' }
  | { readonly is: 'impossible' };
export type LunarFeast = 'seollal' | 'chuseok' | 'buddha' | 'exam';

export interface DayMention {
  readonly start: number;
  readonly end: number;
  readonly meaning: DayMeaning;
  /** A weekday written beside the date. */
  readonly weekday: Weekday | null;
}
/** date: a form's date field, where bare digits are a date. pickup: a joint field. */
export type DayMode = 'date' | 'pickup' | 'prose';
export interface DayReading {
  readonly mode: DayMode;
  /** NN/NN/YYYY is ambiguous in English, month first elsewhere. */
  readonly english: boolean;
}
