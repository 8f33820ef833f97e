// Today's list as it last stood, kept where it can be read at once: the first paint does not wait for the database.
// Law: what is shown from here is marked unconfirmed and cannot be acted on until the database has answered; a locked
// app shows nothing of it; it holds today only, never another day's list.
import type { Language } from '../domain/order.ts';
import type { OrderRow } from '../domain/order-row.ts';
import type { Shop, SpecialDay } from '../domain/shop.ts';
import {
  addLocalDays,
  type Instant,
  instantOf,
  type LocalDate,
  type LocalTime,
  localTime,
  timeOfMinutes,
} from '../domain/time.ts';
import type { Book } from './which-book.ts';

const VERSION = 2;
const DAY_MS = 86_400_000;
const keyOf = (book: Book) => `pickup-note.day.${book}`;

export interface DaySnapshot {
  readonly day: LocalDate;
  readonly language: Language;
  readonly shop: Shop;
  readonly rows: readonly OrderRow[];
}
export interface StoredDay extends DaySnapshot {
  /** When the day began, if its clock runs through without a change; null if it is set forward or back. */
  readonly beganAt: Instant | null;
}
interface Stored extends Omit<StoredDay, 'shop'> {
  readonly version: number;
  readonly shop: Omit<Shop, 'specialDays'> & { readonly specialDays: readonly SpecialDay[] };
}

/** What was kept for `book`, whatever its day; null when there is nothing this version can read. */
export function readDaySnapshot(book: Book): StoredDay | null {
  try {
    const text = localStorage.getItem(keyOf(book));
    if (text === null) return null;
    const stored = JSON.parse(text) as Stored; // written by writeDaySnapshot of the version it names
    if (stored.version !== VERSION) return null;
    const specialDays = new Map(stored.shop.specialDays.map((special) => [special.date, special]));
    const { day, language, rows, beganAt } = stored;
    return { day, language, rows, beganAt, shop: { ...stored.shop, specialDays } };
  } catch {
    return null; // no storage, or a damaged text: the database answers a moment later
  }
}

/** Keeps the list for the next start. Texts and staff are left out: the first paint shows none. */
export function writeDaySnapshot(book: Book, { day, language, shop, rows }: DaySnapshot): void {
  const stored: Stored = {
    version: VERSION,
    day,
    language,
    rows,
    beganAt: beginningOf(day, shop.zone),
    shop: { ...shop, menu: [], texts: [], account: null, specialDays: [...shop.specialDays.values()] },
  };
  try {
    localStorage.setItem(keyOf(book), JSON.stringify(stored));
  } catch {
    clearDaySnapshot(book); // full: an old list would be worse than none
  }
}

const MIDNIGHT = localTime('00:00');
function beginningOf(day: LocalDate, zone: string): Instant | null {
  const beganAt = instantOf(day, MIDNIGHT, zone);
  return instantOf(addLocalDays(day, 1), MIDNIGHT, zone) - beganAt === DAY_MS ? beganAt : null;
}

/**
 * What the shop's clock shows at `at` within the day of the list; null on another day, `undefined` where only the zone's
 * rules can say. Asking those makes a formatter, which costs a tenth of a cold start.
 */
export function timeWithin({ beganAt }: StoredDay, at: Instant): LocalTime | null | undefined {
  if (beganAt === null) return undefined;
  const since = at - beganAt;
  return since >= 0 && since < DAY_MS ? timeOfMinutes(Math.floor(since / 60_000)) : null;
}

export function clearDaySnapshot(book: Book): void {
  try {
    localStorage.removeItem(keyOf(book));
  } catch {
    // Storage is off: nothing was kept either.
  }
}
