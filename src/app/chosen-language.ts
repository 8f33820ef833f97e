// The language before a shop says it: what the browser speaks, and what a device setting holds.
import type { Language } from '../domain/order.ts';

export const asLanguage = (value: unknown): Language | null =>
  value === 'ko' || value === 'en' || value === 'ja' ? value : null;

export function browserLanguage(): Language {
  return asLanguage(navigator.language.slice(0, 2)) ?? 'ko';
}
