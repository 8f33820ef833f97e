// Today's list as it last stood, kept where it can be read at once: the first paint does not wait for the database.
// Law: what is shown from here is marked unconfirmed and cannot be acted on until the database has answered; a locked
// app shows nothing of it; it holds today only, never another day's list.
import type { Language } from '../domain/order.ts';
import type { OrderRow } from '../domain/order-row.ts';
import type { Shop, SpecialDay } from '../domain/shop.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Book } from './which-book.ts';

const VERSION = 1;
const keyOf = (book: Book) => `pickup-note.day.${book}`;

export interface DaySnapshot {
  readonly day: LocalDate;
  readonly language: Language;
  readonly shop: Shop;
  readonly rows: readonly OrderRow[];
}
interface Stored extends Omit<DaySnapshot, 'shop'> {
  readonly version: number;
  readonly shop: Omit<Shop, 'specialDays'> & { readonly specialDays: readonly SpecialDay[] };
}

/** What was kept for `book`, whatever its day; null when there is nothing this version can read. */
export function readDaySnapshot(book: Book): DaySnapshot | null {
  try {
    const text = localStorage.getItem(keyOf(book));
    if (text === null) return null;
    const stored = JSON.parse(text) as Stored; // written by writeDaySnapshot of the version it names
    if (stored.version !== VERSION) return null;
    const specialDays = new Map(stored.shop.specialDays.map((special) => [special.date, special]));
    return { day: stored.day, language: stored.language, rows: stored.rows, shop: { ...stored.shop, specialDays } };
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
    shop: { ...shop, menu: [], texts: [], account: null, specialDays: [...shop.specialDays.values()] },
  };
  try {
    localStorage.setItem(keyOf(book), JSON.stringify(stored));
  } catch {
    clearDaySnapshot(book); // full: an old list would be worse than none
  }
}

export function clearDaySnapshot(book: Book): void {
  try {
    localStorage.removeItem(keyOf(book));
  } catch {
    // Storage is off: nothing was kept either.
  }
}
