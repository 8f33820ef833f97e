// Today's list as it last stood, kept where it is read sooner than the database opens: the first paint does not wait.
// Law: what is shown from here is marked unconfirmed and cannot be acted on until the database has answered; it holds
// today only. While a PIN stands in the database no list is kept: it goes, durably, before the PIN is written.
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

/** The service worker knows it as well. */
const VERSION = 3;
const DAY_MS = 86_400_000;
/** A cache of the page's own. What is deleted there is gone from the disk; of `localStorage` a kill brings back minutes. */
const CACHE = 'pickup-note day';
/** Where the list of `book` is kept; what the service worker calls it. */
export const addressOfDay = (book: Book) => `/day/at-hand/${book}`;
/** A tab that the system has put to sleep in the middle of its write must not hold the others for ever. */
const LONGEST_WAIT_MS = 5_000;

/** Where the browser has no such store (plain HTTP, private windows), no list is ever kept. */
async function openKept(): Promise<Cache | null> {
  if (globalThis.caches === undefined || navigator.locks === undefined) return null;
  try {
    return await caches.open(CACHE);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}

/** Runs `body` while no other tab writes the list of `book`. @throws DOMException TimeoutError */
async function alone<Answer>(book: Book, body: () => Promise<Answer>): Promise<Answer> {
  const signal = AbortSignal.timeout(LONGEST_WAIT_MS);
  return await navigator.locks.request(`${CACHE} ${book}`, { signal }, body);
}

export interface DaySnapshot {
  readonly day: LocalDate;
  readonly language: Language;
  readonly shop: Shop;
  readonly rows: readonly OrderRow[];
}
/** What is kept: the list, and its first paint as HTML (first-picture.tsx) where there was time to draw it. */
export interface KeptDay extends DaySnapshot {
  readonly picture: string | null;
}
export interface StoredDay extends DaySnapshot {
  /** When the day began, if its clock runs through without a change; null if it is set forward or back. */
  readonly beganAt: Instant | null;
}
interface Stored extends Omit<StoredDay, 'shop'> {
  readonly version: number;
  /** Taken out of what stands in the page. */
  readonly picture?: string | null;
  readonly shop: Omit<Shop, 'specialDays'> & { readonly specialDays: readonly SpecialDay[] };
}

function fromStored(stored: Stored): StoredDay | null {
  if (stored.version !== VERSION) return null;
  const specialDays = new Map(stored.shop.specialDays.map((special) => [special.date, special]));
  const { day, language, rows, beganAt } = stored;
  return { day, language, rows, beganAt, shop: { ...stored.shop, specialDays } };
}

/** What was kept for `book`, whatever its day; null when there is nothing this version can read. */
export async function readDaySnapshot(book: Book): Promise<StoredDay | null> {
  try {
    const kept = await (await openKept())?.match(addressOfDay(book));
    return kept === undefined ? null : fromStored((await kept.json()) as Stored); // written by writeDaySnapshot of the version it names
  } catch {
    return null; // no storage, or a damaged text: the database answers a moment later
  }
}

/**
 * The same, where the service worker has put what was kept into the page (sw/service-worker.ts): known without waiting.
 * `undefined` where it has not, as on a first visit.
 */
export function readDayInPage(book: Book, page: Document): StoredDay | null | undefined {
  const data = page.getElementById('at-hand');
  if (data === null) return undefined;
  try {
    const stored = (JSON.parse(data.textContent ?? '') as Readonly<Record<string, Stored | undefined>>)[
      addressOfDay(book)
    ]; // put there by the worker as it was kept
    return stored === undefined ? null : fromStored(stored);
  } catch {
    return undefined;
  } finally {
    data.remove();
  }
}

/**
 * Keeps the list for the next start, unless a PIN is set. Texts and staff are left out: the first paint shows none.
 * @param isPinSet asks the database
 * @param read the list as it stands when no other tab can keep an older one after it
 */
export async function writeDaySnapshot(
  book: Book,
  isPinSet: () => Promise<boolean>,
  read: () => Promise<KeptDay>,
): Promise<void> {
  const kept = await openKept();
  if (kept === null) return;
  await alone(book, async () => {
    if (await isPinSet()) return;
    try {
      const { day, language, shop, rows, picture } = await read();
      const list: Omit<Stored, 'picture'> = {
        version: VERSION,
        day,
        language,
        rows,
        beganAt: beginningOf(day, shop.zone),
        shop: { ...shop, menu: [], texts: [], account: null, specialDays: [...shop.specialDays.values()] },
      };
      // The same list again, as at each start: its picture still holds.
      if (picture === null && (await hasPictureOf(kept, book, list))) return;
      await kept.put(addressOfDay(book), Response.json({ ...list, picture } satisfies Stored));
    } catch (error) {
      await kept.delete(addressOfDay(book)); // full, or unread: an old list would be worse than none
      throw error;
    }
  });
}

/** Whether what is kept is this very list with a picture. */
async function hasPictureOf(kept: Cache, book: Book, list: Omit<Stored, 'picture'>): Promise<boolean> {
  const found = await kept.match(addressOfDay(book));
  if (found === undefined) return false;
  const { picture, ...known } = (await found.json()) as Stored; // compared as text, whatever it is
  return typeof picture === 'string' && JSON.stringify(known) === JSON.stringify(list);
}

/** Runs `body`, which writes a PIN, when the list of `book` is gone; nobody keeps one before `body` has ended. */
export async function withoutDaySnapshot(book: Book, body: () => Promise<void>): Promise<void> {
  const kept = await openKept();
  if (kept === null) return await body();
  await alone(book, async () => {
    await kept.delete(addressOfDay(book));
    await body();
  });
}

export async function clearDaySnapshot(book: Book): Promise<void> {
  await withoutDaySnapshot(book, async () => undefined);
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
