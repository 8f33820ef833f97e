// What an order should cost by the shop's menu, what deposit its rule asks, and amounts as people type them.
// Law: the menu only suggests; what a person typed wins, and what the menu does not know is named, never guessed (NO-4).
import { addHours } from 'date-fns';
import { readAmount } from './amount-input.ts';
import type { Currency, Money } from './money.ts';
import type { DepositRule, MenuEntry, MenuGroup, Shop } from './shop.ts';
import { menuOf } from './shop.ts';
import type { Instant, LocalDate, LocalMoment, LocalTime } from './time.ts';
import { addLocalDays, localMoment, minutesOf, timeOfMinutes } from './time.ts';

export type PriceReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'amount'; readonly minor: number }
  /** No amount can be read from it, or one that no cake costs. */
  | { readonly kind: 'unreadable'; readonly why: 'no-number' | 'too-much' };

/** A hundred million won or yen, a million dollars: above it a finger stayed on the zero. */
const HIGHEST_MINOR = 100_000_000;

/** A price that was typed; blank is told apart from words that are none. */
export function readPrice(text: string, currency: Currency): PriceReading {
  if (text.trim() === '') return { kind: 'blank' };
  const minor = readAmount(text, currency);
  if (minor === null) return { kind: 'unreadable', why: 'no-number' };
  return minor > HIGHEST_MINOR ? { kind: 'unreadable', why: 'too-much' } : { kind: 'amount', minor };
}

/** What the menu makes of a cake. `minor` is null when its size has no price. */
export interface Suggestion {
  readonly minor: number | null;
  /** Words that the menu has no price for: nothing was added for them, so a person must name the price. */
  readonly unknown: readonly string[];
}

const plainWord = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
/** 당근 and 당근 시트 are the same sheet; 생크림 케이크 is a product of its own. */
const TAILS: Readonly<Partial<Record<MenuGroup, RegExp>>> = {
  sheet: /(?:시트|sponge|スポンジ)$/,
  cream: /(?:크림|cream|クリーム)$/,
  size: /(?:사이즈|size)$/,
};

/** The entry of the menu that a person's words name; undefined when there is none. */
export function menuEntryFor(shop: Pick<Shop, 'menu'>, group: MenuGroup, words: string): MenuEntry | undefined {
  const wanted = plainWord(words);
  const entries = menuOf(shop, group);
  const exact = entries.find((entry) => plainWord(entry.name) === wanted);
  if (exact !== undefined) return exact;
  const tail = TAILS[group];
  if (tail === undefined || wanted === '') return undefined;
  const bare = wanted.replace(tail, '');
  const close = entries.filter((entry) => plainWord(entry.name).replace(tail, '') === bare);
  return bare !== '' && close.length === 1 ? close[0] : undefined;
}

/** The words of a cake that the menu prices. */
export interface PricedWords {
  readonly product: string;
  readonly size: string;
  readonly sheet: string;
  readonly cream: string;
  readonly shape: string;
}

/** Price of one such cake: its size, and what product, sheet, cream and shape add (NO-4). */
export function suggestCakePrice(shop: Pick<Shop, 'menu' | 'currency'>, cake: PricedWords): Suggestion {
  const unknown: string[] = [];
  let minor: number | null = null;
  for (const group of ['size', 'product', 'sheet', 'cream', 'shape'] as const) {
    const words = cake[group].trim();
    if (words === '') continue;
    const price = menuEntryFor(shop, group, words)?.price ?? null;
    if (price === null || price.currency !== shop.currency) unknown.push(words);
    else if (group === 'size') minor = price.minor;
    else if (minor !== null) minor += price.minor;
  }
  return { minor, unknown };
}

/** A share of the total or a fixed amount, rounded to what people transfer, never more than the total (NO-5). */
export function depositByRule(rule: DepositRule, totalMinor: number | null, currency: Currency): Money | null {
  if (totalMinor === null) return null;
  if (rule.kind === 'amount') return { minor: Math.min(rule.value, totalMinor), currency };
  const step = currency === 'KRW' ? 1_000 : 100;
  const rounded = Math.ceil((totalMinor * rule.value) / 100 / step) * step;
  return { minor: Math.min(rounded, totalMinor), currency };
}

/** Nobody is asked to transfer money before this hour. */
const MORNING = 9 * 60;

/** The full hour after the rule's hours have passed, not in the night, and never after the cake is fetched (NO-6). */
export function depositDueByRule(
  rule: DepositRule,
  now: Instant,
  zone: string,
  pickup: { readonly date: LocalDate | null; readonly time: LocalTime | null },
): LocalMoment {
  const at = localMoment(addHours(now, rule.withinHours).getTime() as Instant, zone); // milliseconds since 1970 are an instant
  const hour = Math.ceil(minutesOf(at.time) / 60) * 60;
  const due: LocalMoment =
    hour >= 1440
      ? { date: addLocalDays(at.date, 1), time: timeOfMinutes(MORNING) }
      : { date: at.date, time: timeOfMinutes(Math.max(hour, MORNING)) };
  if (pickup.date === null) return due;
  const latest: LocalMoment = { date: pickup.date, time: pickup.time ?? timeOfMinutes(1439) };
  return `${latest.date} ${latest.time}` < `${due.date} ${due.time}` ? latest : due;
}
