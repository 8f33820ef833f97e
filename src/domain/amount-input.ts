// An amount of money as a person types it: with or without the sign, with commas, full-width digits, or 만 and 천.
// Law: what is not clearly an amount is none; nothing is guessed (docs/rules.md TD-9).
import type { Currency } from './money.ts';

/** Digits after the point; as in src/ui/base/format.ts. */
const DECIMALS: Readonly<Partial<Record<Currency, number>>> = { KRW: 0, JPY: 0 };

/** Minor units, or null when the text is no amount or is below zero. */
export function readAmount(text: string, currency: Currency): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,]|원|円|[₩¥$€£]/g, '')
    .replace(/^(?:KRW|JPY|USD|EUR)/i, '');
  const korean = /^(?:(\d+(?:\.\d+)?)만)?(?:(\d+(?:\.\d+)?)천)?(\d+)?$/.exec(plain);
  if (korean !== null && plain !== '') {
    const [, myriads, thousands, rest] = korean;
    // 5만3천200 is said; 3천만 or 4만12345 is not.
    if (myriads !== undefined && (Number(thousands ?? 0) >= 10 || (rest ?? '').length > 4)) return null;
    if (thousands !== undefined && (rest ?? '').length > 3) return null;
    return toMinor(Number(myriads ?? 0) * 10_000 + Number(thousands ?? 0) * 1000 + Number(rest ?? 0), currency);
  }
  return /^\d+\.\d+$/.test(plain) ? toMinor(Number(plain), currency) : null;
}

function toMinor(amount: number, currency: Currency): number | null {
  const minor = amount * 10 ** (DECIMALS[currency] ?? 2);
  const rounded = Math.round(minor);
  return Math.abs(minor - rounded) > 1e-6 || !Number.isSafeInteger(rounded) ? null : rounded;
}

/** The amount as it stands in a field that is being typed in: commas, no sign. */
export function writeAmount(minor: number, currency: Currency): string {
  const digits = DECIMALS[currency] ?? 2;
  const [whole = '0', part] = (minor / 10 ** digits).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return part === undefined ? grouped : `${grouped}.${part}`;
}
