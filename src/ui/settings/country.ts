// Countries whose phone numbers and money the app writes, and what each brings by default. Pure.
// Law: a proposal only; what the shop keeps is what its owner left standing.
import type { Currency } from '../../domain/money.ts';
import type { Language } from '../../domain/order.ts';
import type { Country } from '../../domain/phone.ts';

export const COUNTRIES = ['KR', 'JP', 'US', 'TW', 'SG', 'AU', 'GB', 'CA'] as const satisfies readonly Country[];
export const CURRENCIES = [
  'KRW',
  'JPY',
  'USD',
  'EUR',
  'TWD',
  'SGD',
  'AUD',
  'GBP',
  'CAD',
] as const satisfies readonly Currency[];

const CURRENCY_OF: Readonly<Record<Country, Currency>> = {
  KR: 'KRW',
  JP: 'JPY',
  US: 'USD',
  TW: 'TWD',
  SG: 'SGD',
  AU: 'AUD',
  GB: 'GBP',
  CA: 'CAD',
};

export function currencyOf(country: Country): Currency {
  return CURRENCY_OF[country];
}

const CANADIAN = /^America\/(Toronto|Montreal|Vancouver|Edmonton|Winnipeg|Halifax|Regina|St_Johns|Moncton)$/;

/** The country that a tablet in `zone` most likely stands in; where the zone does not say, the one of the language. */
export function countryOfZone(zone: string, language: Language): Country {
  if (zone === 'Asia/Seoul') return 'KR';
  if (zone === 'Asia/Tokyo') return 'JP';
  if (zone === 'Asia/Taipei') return 'TW';
  if (zone === 'Asia/Singapore') return 'SG';
  if (zone === 'Europe/London') return 'GB';
  if (zone.startsWith('Australia/')) return 'AU';
  if (CANADIAN.test(zone)) return 'CA';
  if (zone.startsWith('America/')) return 'US';
  return language === 'ja' ? 'JP' : language === 'ko' ? 'KR' : 'US';
}

/** `대한민국`, `South Korea`, `韓国`. */
export function countryName(country: Country, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}

/** All zones this browser knows, the given one among them. */
export function zonesWith(zone: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(zone) ? known : [zone, ...known];
}

/** `Asia/Seoul` as people read it: `Seoul (Asia)`. */
export function zoneName(zone: string): string {
  const parts = zone.replaceAll('_', ' ').split('/');
  const place = parts.at(-1) ?? zone;
  return parts.length === 1 ? place : `${place} (${parts.slice(0, -1).join(', ')})`;
}
