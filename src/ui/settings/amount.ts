// An amount of money as it is typed into a field, and back. Pure.
// Law: what cannot be read as an amount is not guessed at.
import type { Currency } from '../../domain/money.ts';

/** 0 for won and yen, 2 for dollars. */
export function currencyDecimals(currency: Currency): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/** `44,000`, `12.50`; '' for none. */
export function amountText(minor: number | null, currency: Currency): string {
  if (minor === null) return '';
  const digits = currencyDecimals(currency);
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  );
}

/** Minor units of what was typed: `44,000`, `44000원`, `4.4만`; null for nothing; `undefined` when it is no amount. */
export function readAmount(text: string, currency: Currency): number | null | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s,₩¥$€£원円]/g, '')
    .toLowerCase();
  if (plain === '') return null;
  const read = /^(\d{1,9}(?:\.\d{1,2})?)(만|천|k)?$/.exec(plain);
  if (read === null) return undefined;
  const factor = read[2] === '만' ? 10_000 : read[2] === undefined ? 1 : 1000;
  const minor = Number(read[1]) * factor * 10 ** currencyDecimals(currency);
  return Math.abs(minor - Math.round(minor)) < 1e-6 ? Math.round(minor) : undefined;
}
