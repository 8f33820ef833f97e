// The shop itself: hours, slots, rules for deposits, the menu, staff and texts. All of it is edited by ops like an order.
// Law: settings apply from now on; what was agreed for an order is written in the order.
import type { Currency, Money } from './money.ts';
import type { Answer, Eid, Language } from './order.ts';
import type { Country } from './phone.ts';
import type { LocalDate, LocalTime, Weekday } from './time.ts';
import { addLocalDays, daysBetween, minutesOf, timeOfMinutes, weekdayOf } from './time.ts';

export interface OpenHours {
  readonly open: LocalTime;
  readonly close: LocalTime;
}
/** Index is the weekday, 0 is Sunday; null is closed. */
export type WeekHours = readonly (OpenHours | null)[];

export interface DepositRule {
  /** Share of the total, 0 to 100, or a fixed amount. */
  readonly kind: 'percent' | 'amount';
  readonly value: number;
  /** Hours from taking the order until the deposit is due. */
  readonly withinHours: number;
}

export interface ShopFields {
  readonly name: string | null;
  readonly zone: string | null;
  readonly country: Country | null;
  readonly currency: Currency | null;
  readonly language: Language | null;
  readonly phone: string | null;
  readonly address: string | null;
  /** Where customers pay the deposit: bank, account number, holder, as the shop writes it. */
  readonly account: string | null;
  readonly hours: WeekHours | null;
  readonly slots: { readonly minutes: number; readonly places: number } | null;
  readonly dayPlaces: number | null;
  readonly leadDays: number | null;
  readonly deposit: DepositRule | null;
  readonly deleted: boolean | null;
}

/** A day that differs from the week: closed, open, or open at other hours. Its eid is `shop/d` and the date. */
export interface SpecialDayFields {
  readonly date: LocalDate | null;
  readonly hours: OpenHours | { readonly closed: true } | null;
  readonly note: string | null;
  readonly deleted: boolean | null;
}

export const MENU_GROUPS = ['product', 'size', 'sheet', 'cream', 'shape', 'packaging'] as const;
export type MenuGroup = (typeof MENU_GROUPS)[number];
export interface MenuEntryFields {
  readonly group: MenuGroup | null;
  readonly name: string | null;
  /** For a size the price of the cake; elsewhere what it adds. */
  readonly price: Money | null;
  readonly position: number | null;
  readonly active: boolean | null;
  readonly deleted: boolean | null;
}
export interface StaffFields {
  readonly name: string | null;
  readonly position: number | null;
  readonly active: boolean | null;
  readonly deleted: boolean | null;
}
export const TEXT_KEYS = ['deposit-request', 'order-confirmed', 'ready', 'reminder', 'balance'] as const;
export type TextKey = (typeof TEXT_KEYS)[number];
export interface TextFields {
  readonly key: TextKey | null;
  readonly language: Language | null;
  readonly body: string | null;
  readonly deleted: boolean | null;
}

export interface SpecialDay {
  readonly date: LocalDate;
  readonly hours: OpenHours | { readonly closed: true };
  readonly note: string | null;
}
export interface MenuEntry {
  readonly eid: Eid;
  readonly group: MenuGroup;
  readonly name: string;
  readonly price: Money | null;
  readonly position: number;
  readonly active: boolean;
}
export interface StaffMember {
  readonly eid: Eid;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
}
export interface ShopText {
  readonly eid: Eid;
  readonly key: TextKey;
  readonly language: Language;
  readonly body: string;
}

/** Everything the screens need to know of the shop, with a sensible answer where nothing was entered. */
export interface Shop {
  readonly name: string;
  readonly zone: string;
  readonly country: Country;
  readonly currency: Currency;
  readonly language: Language;
  readonly phone: string | null;
  readonly address: string | null;
  readonly account: string | null;
  readonly hours: WeekHours;
  readonly slots: { readonly minutes: number; readonly places: number };
  readonly dayPlaces: number | null;
  readonly leadDays: number;
  readonly deposit: DepositRule;
  readonly specialDays: ReadonlyMap<LocalDate, SpecialDay>;
  readonly menu: readonly MenuEntry[];
  readonly staff: readonly StaffMember[];
  readonly texts: readonly ShopText[];
  /** First run has been completed: the shop has a name. */
  readonly isSetUp: boolean;
}

/** The hours of a day, the special days above the week; null when closed. */
export function hoursOn(shop: Pick<Shop, 'hours' | 'specialDays'>, date: LocalDate): OpenHours | null {
  const special = shop.specialDays.get(date);
  if (special !== undefined) return 'closed' in special.hours ? null : special.hours;
  const weekday: Weekday = weekdayOf(date);
  return shop.hours[weekday] ?? null;
}

export function menuOf(shop: Pick<Shop, 'menu'>, group: MenuGroup): readonly MenuEntry[] {
  return shop.menu.filter((entry) => entry.group === group && entry.active);
}

/** The load of one day as the store counts it: every order that holds a place. */
export interface DayLoad {
  readonly day: LocalDate;
  readonly orders: number;
  readonly items: number;
  /** Orders by start of their pickup window; orders without a time are under ''. */
  readonly slots: Readonly<Record<string, number>>;
}

export interface Slot {
  readonly start: LocalTime;
  readonly taken: number;
  /** Places left; zero or less is full. Taking a full slot is allowed and said. */
  readonly left: number;
}

/** The slot grid of a day, opening to closing time inclusive; empty when the shop is closed. */
export function slotGrid(
  shop: Pick<Shop, 'hours' | 'specialDays' | 'slots'>,
  date: LocalDate,
  load: DayLoad | null,
): Slot[] {
  const hours = hoursOn(shop, date);
  if (hours === null) return [];
  const step = Math.max(5, Math.round(shop.slots.minutes) || 0);
  const grid: Slot[] = [];
  const taken = Object.entries(load?.slots ?? {}).filter(([start]) => start !== '');
  const close = minutesOf(hours.close);
  for (let at = minutesOf(hours.open); at <= close; at += step) {
    const start = timeOfMinutes(at);
    const inSlot = taken.reduce((sum, [time, count]) => {
      const minute = minutesOf(time as LocalTime); // keys other than '' are times
      return minute >= at && minute < at + step ? sum + count : sum;
    }, 0);
    grid.push({ start, taken: inSlot, left: shop.slots.places - inSlot });
  }
  return grid;
}

/** The first day from `from` on which the shop is open and the lead time is kept; null within a year there is none. */
export function firstOpenDay(
  shop: Pick<Shop, 'hours' | 'specialDays' | 'leadDays'>,
  from: LocalDate,
): LocalDate | null {
  for (let ahead = Math.max(0, Math.ceil(shop.leadDays)); ahead <= 366; ahead++) {
    const day = addLocalDays(from, ahead);
    if (hoursOn(shop, day) !== null) return day;
  }
  return null;
}

/** Days from today to `date` are fewer than the shop's lead time. */
export function isShortNotice(shop: Pick<Shop, 'leadDays'>, today: LocalDate, date: LocalDate): boolean {
  return daysBetween(today, date) < shop.leadDays;
}

/** An answer as one string for lists and search: '' for unknown and for none. */
export function answerText(answer: Answer): string {
  return answer !== null && 'text' in answer ? answer.text : '';
}
