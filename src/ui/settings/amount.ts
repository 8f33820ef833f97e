// An amount of money as a settings field shows it and takes it back. Pure; the reading is domain/amount-input.ts.
import { readAmount } from '../../domain/amount-input.ts';
import type { Currency } from '../../domain/money.ts';

/** 0 for won and yen, 2 for dollars. */
export function currencyDecimals(currency: Currency): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 0;
}

/** `₩`, `¥`, `$`. */
export function currencySign(currency: Currency): string {
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  return parts.formatToParts(0).find((part) => part.type === 'currency')?.value ?? currency;
}

/** `44,000`, `12.50`; '' for none. */
export function amountText(minor: number | null, currency: Currency): string {
  if (minor === null) return '';
  const digits = currencyDecimals(currency);
  return new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    minor / 10 ** digits,
  );
}

/** Minor units of what was typed; null for an empty field, `undefined` when it is no amount. */
export function readAmountField(text: string, currency: Currency): number | null | undefined {
  return text.trim() === '' ? null : (readAmount(text, currency) ?? undefined);
}
