// A reading in the flat form in which readings are compared and handed to other programs (scripts/read-orders.mjs).
// Law: only here are sheet and cream, cake and board lettering joined; proposals that nobody confirmed are left out.
import type { Answer } from '../domain/order.ts';
import type { Country } from '../domain/phone.ts';
import type { WeekHours } from '../domain/shop.ts';
import type { Instant } from '../domain/time.ts';
import { localMoment, parseLocalTime } from '../domain/time.ts';
import type { Found, ItemDraft, MessageReading, ReadContext } from './message-reading.ts';

export interface FlatItem {
  readonly name: string | null;
  readonly size: string | null;
  readonly flavor: string | null;
  readonly lettering: string | null;
  readonly quantity: number | null;
}
export interface FlatOrder {
  readonly customer_name: string | null;
  readonly phone_e164: string | null;
  readonly pickup_date: string | null;
  readonly pickup_time: string | null;
  readonly pickup_time_end: string | null;
  readonly items: readonly FlatItem[];
  readonly candles: string | null;
  readonly cooler_bag: boolean | null;
  readonly depositor: string | null;
  readonly allergy: string | null;
  readonly notes: readonly string[];
  readonly fulfilment: 'pickup' | 'delivery';
}
export interface FlatReading {
  readonly id: string;
  readonly expected: FlatOrder;
  readonly flags: readonly string[];
}

/** One line of a sample file: a message with the moment and the shop it was written to. */
export interface Sample {
  readonly id: string;
  readonly reference_now: string;
  readonly timezone: string;
  readonly shop_hours: { readonly open: string; readonly close: string; readonly closed: readonly string[] };
  readonly text: string;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** @throws RangeError when the sample's moment or hours cannot be understood. */
export function contextOfSample(sample: Sample): ReadContext {
  const at = Date.parse(sample.reference_now);
  const open = parseLocalTime(sample.shop_hours.open);
  const close = parseLocalTime(sample.shop_hours.close);
  if (Number.isNaN(at) || open === null || close === null)
    throw new RangeError(`sample ${sample.id} has no moment or no hours`);
  const closed = sample.shop_hours.closed.map((day) => day.slice(0, 3).toLowerCase());
  const hours: WeekHours = WEEKDAYS.map((day) => (closed.includes(day) ? null : { open, close }));
  const now = localMoment(at as Instant, sample.timezone); // Date.parse gives milliseconds since 1970
  return { now, timeZone: sample.timezone, hours, country: countryOf(sample.timezone) };
}

/** A sample names its shop's zone, not its country. */
function countryOf(zone: string): Country {
  if (zone === 'Asia/Tokyo') return 'JP';
  if (zone.startsWith('Australia/')) return 'AU';
  if (zone === 'Europe/London') return 'GB';
  return zone.startsWith('America/') ? 'US' : 'KR';
}

/** The value when nothing is open about it. */
function sure<T>(found: Found<T> | null): T | null {
  return found === null || found.doubt === 'unsure' ? null : found.value;
}

function answer(found: Found<Answer> | null): string | null {
  const value = sure(found);
  return value !== null && 'text' in value ? value.text : null;
}

/** Joined with " / " in the order in which the message has them. */
function join(parts: readonly { readonly text: string | null; readonly at: number }[]): string | null {
  const texts = [...parts].sort((a, b) => a.at - b.at).flatMap((part) => (part.text === null ? [] : [part.text]));
  return texts.length === 0 ? null : texts.join(' / ');
}

const placeOf = (found: Found<unknown> | null) => found?.spans[0]?.start ?? 0;

function flatItem(item: ItemDraft): FlatItem {
  const tastes = [item.sheet, item.cream, item.flavor].map((found) => ({ text: sure(found), at: placeOf(found) }));
  const letterings = [item.cakeLettering, item.boardLettering].map((found) => ({
    text: answer(found),
    at: placeOf(found),
  }));
  return {
    name: sure(item.product),
    size: sure(item.size),
    flavor: join(tastes),
    lettering: join(letterings),
    quantity: item.quantity === null ? 1 : sure(item.quantity),
  };
}

function saysAnything(item: FlatItem): boolean {
  return [item.name, item.size, item.flavor, item.lettering].some((value) => value !== null);
}

function candlesText(found: Found<Answer> | null): string | null {
  const value = sure(found);
  if (value === null) return null;
  return 'none' in value ? '0' : value.text;
}

/** `text` is the message that was read: its unused parts belong to the notes. */
export function flattenReading(id: string, text: string, reading: MessageReading): FlatReading {
  const { draft } = reading;
  const method = sure(draft.fulfilment);
  const window = draft.pickupTime?.value ?? null;
  const details = draft.items.flatMap((item) => [item.shape, item.baseColor, item.textColor, item.designNote]);
  const kept = [...draft.notes, draft.collector, draft.price, draft.fulfilment, ...details].flatMap((found) =>
    found === null ? [] : [found.raw],
  );
  const address = draft.fulfilment?.value.address ?? null;
  const unused = reading.leftover.map((span) => text.slice(span.start, span.end));
  const notes = [...new Set([...kept, ...(address === null ? [] : [address]), ...unused])];
  const isOrder = reading.kind !== 'not-an-order' && reading.kind !== 'empty-form';
  const of = <T>(value: T): T | null => (isOrder ? value : null);
  return {
    id,
    expected: {
      customer_name: of(sure(draft.customerName)),
      phone_e164: of(sure(draft.phone)?.e164 ?? null),
      pickup_date: of(draft.pickupDate?.value ?? null),
      pickup_time: of(window?.start ?? null),
      pickup_time_end: of(window?.end ?? null),
      items: draft.items.map(flatItem).filter((item) => reading.kind === 'order' || saysAnything(item)),
      candles: of(candlesText(draft.candles)),
      cooler_bag: of(sure(draft.packaging.coolerBag)),
      depositor: of(sure(draft.depositor)),
      allergy: of(answer(draft.allergy)),
      notes,
      fulfilment:
        isOrder && method !== null && method.method !== 'pickup' && method.address !== null ? 'delivery' : 'pickup',
    },
    flags: reading.flags,
  };
}
