// An order's parts in words, as the list, the order and its history say them.
// Law: pure; every word comes from the catalogues, every number from the order.
import { packagingKey } from '../../domain/default-menu.ts';
import type { Currency } from '../../domain/money.ts';
import type { Candles, Language, Packaging } from '../../domain/order.ts';
import type { MenuEntry } from '../../domain/shop.ts';
import type { LocalDate, LocalTime } from '../../domain/time.ts';
import type { Lateness, MoneyDue } from '../../domain/today-list.ts';
import type { baseTexts } from '../base/base.texts.ts';
import { dayTitle, moneyText, timeText } from '../base/format.ts';
import type { todayTexts } from './today.texts.ts';

type BaseTexts = (typeof baseTexts)['ko'];
type TodayTexts = (typeof todayTexts)['ko'];

/** Every status has its sign, so that none is told by colour alone. */
export const STATUS_SIGN = {
  'awaiting-deposit': '…',
  confirmed: '○',
  making: '◐',
  ready: '✓',
  'handed-over': '✓✓',
  cancelled: '✕',
  'no-show': '–',
} as const;

/** `2호 · 당근 시트 · 크림치즈`; '' when nothing is known. */
export function cakeWords(cake: {
  readonly size: string | null;
  readonly product: string | null;
  readonly sheet: string | null;
  readonly cream: string | null;
  readonly shape: string | null;
}): string {
  return [cake.size, cake.product, cake.sheet, cake.cream, cake.shape].filter((word) => word).join(' · ');
}

/** `큰초 6`, `숫자초 30`, what the customer wrote; empty while nobody has said. */
export function candleWords(candles: Candles | null, texts: BaseTexts): string[] {
  if (candles === null) return [];
  const words: string[] = [];
  if (candles.none) words.push(texts.noCandles);
  if (candles.big !== null && candles.big > 0) words.push(texts.bigCandles(candles.big));
  if (candles.small !== null && candles.small > 0) words.push(texts.smallCandles(candles.small));
  if (candles.digits) words.push(texts.digitCandles(candles.digits));
  if (candles.text) words.push(candles.text);
  return words;
}

export function packagingName(key: string, menu: readonly MenuEntry[], texts: BaseTexts): string | null {
  const own = menu.find((entry) => entry.group === 'packaging' && packagingKey(entry) === key)?.name;
  const known = `packaging.${key}`;
  return own ?? (known in texts ? (texts[known as 'packaging.icePack'] as string) : null); // looked up just before
}

/** What the customer wants; things that were refused are not in it. */
export function packagingWords(packaging: Packaging, menu: readonly MenuEntry[], texts: BaseTexts): string[] {
  return Object.entries(packaging).flatMap(([key, wanted]) => {
    const name = wanted ? packagingName(key, menu, texts) : null;
    return name === null ? [] : [name];
  });
}

/** `13:30`, `3시쯤`, `13:30–14:00`; null when nobody has said a time. */
export function pickupTimeWords(
  pickup: {
    readonly start: LocalTime | null;
    readonly end: LocalTime | null;
    readonly precision: 'exact' | 'about' | 'from' | 'until';
  },
  texts: BaseTexts,
): string | null {
  const { start, end, precision } = pickup;
  if (start !== null && end !== null && start !== end) return `${timeText(start)}–${timeText(end)}`;
  if (start === null) return end === null ? null : texts.timeUntil(timeText(end));
  if (precision === 'about') return texts.timeAbout(timeText(start));
  return precision === 'from' ? texts.timeFrom(timeText(start)) : timeText(start);
}

export function latenessWords(late: Lateness, texts: TodayTexts): string {
  return late.unit === 'days'
    ? texts.daysLate(late.count)
    : texts.minutesLate(Math.floor(late.count / 60), late.count % 60);
}

/** The words before an amount, and the amount itself where there is one. */
export interface DueWords {
  readonly label: string;
  readonly amount: string | null;
  readonly isLate: boolean;
}
export function dueWords(
  due: MoneyDue,
  options: {
    readonly texts: TodayTexts;
    readonly language: Language;
    readonly currency: Currency;
    readonly today: LocalDate;
  },
): DueWords | null {
  const { texts, language, currency, today } = options;
  const amount = (minor: number) => moneyText(minor, currency, language);
  switch (due.kind) {
    case 'nothing':
      return null;
    case 'unknown':
      return { label: texts.priceUnknown, amount: null, isLate: false };
    case 'paid':
      return { label: texts.paid, amount: null, isLate: false };
    case 'balance':
      return { label: texts.due, amount: amount(due.minor), isLate: false };
    case 'over':
      return { label: texts.over, amount: amount(due.minor), isLate: false };
    case 'held':
      return { label: texts.held, amount: amount(due.minor), isLate: false };
    case 'deposit': {
      if (due.isLate) return { label: texts.depositLate, amount: amount(due.minor), isLate: true };
      if (due.due === null) return { label: texts.depositWanted, amount: amount(due.minor), isLate: false };
      const by =
        due.due.date === today
          ? texts.dueToday(timeText(due.due.time))
          : texts.dueOn(dayTitle(due.due.date, language), timeText(due.due.time));
      return { label: texts.depositDue(by), amount: amount(due.minor), isLate: false };
    }
  }
}
