// What an order is: the fields of each entity as the merge catalogue numbers them, and the whole as screens read it.
// Law: "none" is knowledge, null is a question (docs/rules.md OR-2); cake and board lettering are apart, kept to the letter.
import type { Currency, Money } from './money.ts';
import type { Phone } from './phone.ts';
import type { OrderStatus } from './status.ts';
import type { Instant, LocalDate, LocalTime } from './time.ts';

/** Name of an entity. A child's name is its order's, a slash, and its own: `0192…/i7f3…`. */
export type Eid = string & { readonly __brand: 'Eid' };

/** null: nobody has asked. `none`: asked, and there is none. */
export type Answer = null | { readonly none: true } | { readonly text: string };
export const NONE: Answer = { none: true };

export const CHANNELS = ['kakao', 'naver', 'instagram', 'phone', 'walk-in', 'order-page', 'platform', 'other'] as const;
export type Channel = (typeof CHANNELS)[number];

export type FulfilmentMethod = 'pickup' | 'delivery' | 'quick';
export interface Fulfilment {
  readonly method: FulfilmentMethod;
  readonly address: string | null;
}

/** `about`: 3시쯤; `from`: 3시 이후 (start only); `until`: 3시까지 (end only). */
export type TimePrecision = 'exact' | 'about' | 'from' | 'until';
/** One register: two half-edits of a day and a time cannot mix. Wall clock of the shop. */
export interface Pickup {
  readonly date: LocalDate | null;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  readonly precision: TimePrecision;
}

/** true: wanted; false: not wanted; absent: not said. Keys are the shop's packaging entries. */
export type Packaging = Readonly<Record<string, boolean>>;
export const PACKAGING_KEYS = ['coolerBag', 'icePack', 'domeCase', 'shoppingBag'] as const;

export interface Collector {
  readonly name: string;
  readonly phone: Phone | null;
}

/** A thing the reader could not settle, kept with the order until somebody answers it. `code` is an intake flag. */
export interface Doubt {
  readonly code: string;
  readonly raw: string | null;
}

export interface OrderFields {
  readonly number: string | null;
  readonly createdAt: Instant | null;
  readonly channel: Channel | null;
  readonly customer: Eid | null;
  readonly name: string | null;
  readonly phone: Phone | null;
  /** 입금자: the name that the bank shows; often another person. */
  readonly payer: string | null;
  readonly collector: Collector | null;
  readonly fulfilment: Fulfilment | null;
  readonly pickup: Pickup | null;
  readonly status: OrderStatus | null;
  readonly packaging: Packaging | null;
  readonly price: Money | null;
  readonly depositAsked: Money | null;
  readonly depositDue: { readonly date: LocalDate; readonly time: LocalTime } | null;
  readonly memo: string | null;
  readonly doubts: readonly Doubt[] | null;
  readonly language: Language | null;
  readonly readBack: boolean | null;
  readonly deleted: boolean | null;
}

export type Language = 'ko' | 'en' | 'ja';

export interface Candles {
  readonly none: boolean;
  readonly big: number | null;
  readonly small: number | null;
  /** Digits of number candles, `30`. */
  readonly digits: string | null;
  /** As the customer wrote it, when it is more than the counts say. */
  readonly text: string | null;
}

export interface ItemFields {
  readonly position: number | null;
  readonly product: string | null;
  readonly size: string | null;
  readonly sheet: string | null;
  readonly cream: string | null;
  readonly shape: string | null;
  readonly baseColor: string | null;
  readonly textColor: string | null;
  /** 케이크 문구 */
  readonly lettering: Answer;
  /** 판 문구 */
  readonly boardLettering: Answer;
  readonly candles: Candles | null;
  readonly allergy: Answer;
  readonly quantity: number | null;
  readonly price: Money | null;
  readonly design: string | null;
  readonly made: boolean | null;
  readonly deleted: boolean | null;
}

export interface Picture {
  /** SHA-256 of the stored full-size bytes, hexadecimal: its name in the photo database. */
  readonly sha: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}
export type PhotoRole = 'reference' | 'agreed';
export interface PhotoFields {
  readonly picture: Picture | null;
  readonly role: PhotoRole | null;
  /** The cake it belongs to; null: the whole order. */
  readonly item: Eid | null;
  readonly position: number | null;
  readonly deleted: boolean | null;
}

export type PaymentKind = 'deposit' | 'balance' | 'extra' | 'refund';
export const PAYMENT_METHODS = ['transfer', 'card', 'cash', 'coupon'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
export interface PaymentEntry {
  readonly kind: PaymentKind;
  readonly minor: number;
  readonly currency: Currency;
  readonly method: PaymentMethod;
  readonly payer: string | null;
  readonly at: Instant;
}
export interface PaymentFields {
  readonly entry: PaymentEntry | null;
  readonly state: 'expected' | 'seen' | null;
  readonly voided: { readonly reason: string | null } | null;
  readonly deleted: boolean | null;
}

/** What the order came from, untouched: a pasted message, or a note that it was typed. */
export interface OriginalFields {
  readonly source: { readonly kind: 'message'; readonly text: string; readonly at: Instant } | null;
  readonly deleted: boolean | null;
}

export interface Item extends ItemFields {
  readonly eid: Eid;
  /** At least 1. */
  readonly quantity: number;
}
export interface Photo extends PhotoFields {
  readonly eid: Eid;
}
export interface Payment extends PaymentFields {
  readonly eid: Eid;
}
export interface Original extends OriginalFields {
  readonly eid: Eid;
}

/** An order with everything that hangs on it, in the order of making. Deleted children are left out. */
export interface Order extends Omit<OrderFields, 'status' | 'number'> {
  readonly eid: Eid;
  readonly number: string;
  readonly status: OrderStatus;
  readonly items: readonly Item[];
  readonly photos: readonly Photo[];
  readonly payments: readonly Payment[];
  readonly originals: readonly Original[];
}

export interface CustomerFields {
  readonly name: string | null;
  readonly phone: Phone | null;
  readonly allergy: Answer;
  readonly note: string | null;
  readonly deleted: boolean | null;
}
export interface Customer extends CustomerFields {
  readonly eid: Eid;
}
