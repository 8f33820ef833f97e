// Days, times and money as people in each language write them. Pure; the formatters are made once for each language.
// Law: a local day or time is shown as it stands; no time zone ever touches it.
import type { Currency } from '../../domain/money.ts';
import type { Language } from '../../domain/order.ts';
import type { LocalDate, LocalTime } from '../../domain/time.ts';

const LOCALE: Readonly<Record<Language, string>> = { ko: 'ko-KR', en: 'en-GB', ja: 'ja-JP' };
const DECIMALS: Readonly<Partial<Record<Currency, number>>> = { KRW: 0, JPY: 0, TWD: 2 };

const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();
function dateFormat(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = made.get(key) as Intl.DateTimeFormat | undefined; // this name is only ever made here
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' });
  made.set(key, format);
  return format;
}
const atNoon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

/** `10월 15일 토`, `Sat 15 Oct`, `10月15日(土)`. */
export function dayTitle(date: LocalDate, language: Language): string {
  const at = atNoon(date);
  if (language === 'en')
    return dateFormat('en', 'day', { weekday: 'short', day: 'numeric', month: 'short' }).format(at).replace(',', '');
  const day = dateFormat(language, 'day', { month: 'long', day: 'numeric' }).format(at);
  const weekday = dateFormat(language, 'weekday', { weekday: 'short' }).format(at);
  return language === 'ko' ? `${day} ${weekday}` : `${day}(${weekday})`;
}

/** With the weekday in full: `10월 15일 토요일`. */
export function dayTitleLong(date: LocalDate, language: Language): string {
  return dateFormat(language, 'long', { weekday: 'long', day: 'numeric', month: 'long' }).format(atNoon(date));
}

/** With the year: for another year's orders and for print. */
export function dayTitleYear(date: LocalDate, language: Language): string {
  return dateFormat(language, 'year', { year: 'numeric', weekday: 'short', day: 'numeric', month: 'short' }).format(
    atNoon(date),
  );
}

/** `2022년 10월`. */
export function monthTitle(date: LocalDate, language: Language): string {
  return dateFormat(language, 'month', { year: 'numeric', month: 'long' }).format(atNoon(date));
}

/** 24-hour, as shops write on their lists: `13:30`. */
export function timeText(time: LocalTime): string {
  return time;
}

/** `오후 1:30`, `1:30 pm`, `午後1:30`: how a customer says it. */
export function spokenTime(time: LocalTime, language: Language): string {
  return dateFormat(language, 'time', { hour: 'numeric', minute: '2-digit', hour12: true }).format(
    new Date(`1970-01-01T${time}:00Z`),
  );
}

/** `₩62,000`; amounts are minor units of the currency. */
export function moneyText(minor: number, currency: Currency, language: Language): string {
  const digits = DECIMALS[currency] ?? 2;
  const key = `${language} ${currency}`;
  const known = made.get(key) as Intl.NumberFormat | undefined; // this name is only ever made here
  const format =
    known ??
    new Intl.NumberFormat(LOCALE[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  made.set(key, format);
  return format.format(minor / 10 ** digits);
}

/** The clock of an instant in the shop's zone: `10월 15일 08:02`. For stamps in history and on prints. */
export function instantText(at: number, zone: string, language: Language): string {
  const key = `${language} ${zone} stamp`;
  const known = made.get(key) as Intl.DateTimeFormat | undefined; // this name is only ever made here
  const format =
    known ??
    new Intl.DateTimeFormat(LOCALE[language], {
      timeZone: zone,
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
  made.set(key, format);
  return format.format(at);
}

const SHOWN_CHARACTERS = 60;
/** As much of a long text as tells it apart. */
export function shortened(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS).trimEnd()}…` : text;
}
