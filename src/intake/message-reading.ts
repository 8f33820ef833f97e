// What reading a customer's message gives: a draft of an order, each value with the words it came from and its doubt.
// Law: a value is never guessed; what is unsure carries a doubt, and every character not used is handed back.
import type { Answer, FulfilmentMethod, Language } from '../domain/order.ts';
import type { Country, Phone } from '../domain/phone.ts';
import type { WeekHours } from '../domain/shop.ts';
import type { LocalDate, LocalMoment, LocalTime } from '../domain/time.ts';

/** What the owner must be asked or told about the order as a whole, in the order in which it is asked. */
export const FLAGS = [
  'not_an_order',
  'empty_form',
  'change_request',
  'cancel_request',
  'name_missing',
  'phone_missing',
  'phone_invalid',
  'date_missing',
  'date_vague',
  'date_ambiguous',
  'date_alternatives',
  'date_invalid',
  'date_weekday_mismatch',
  'date_in_past',
  'relative_date_after_midnight',
  'closed_day',
  'time_missing',
  'time_vague',
  'time_ambiguous',
  'time_outside_hours',
  'time_open_ended',
  'time_before',
  'time_approx',
  'field_conflict',
  'multi_item',
] as const;
export type Flag = (typeof FLAGS)[number];

/** `unsure`: a proposal that the owner must confirm before it counts; no flag speaks of it. */
export type Doubt = Flag | 'unsure';

/** UTF-16 offsets into the original text; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One value that was read. A null `value` was mentioned but could not be settled: `doubt` says why. */
export interface Found<T> {
  readonly value: T;
  /** The words it came from, as written. */
  readonly raw: string;
  readonly spans: readonly Span[];
  readonly doubt: Doubt | null;
  /** What else it can mean, best first; one tap settles it. */
  readonly alternatives?: readonly T[];
}

/** start and end as in `Pickup`; `before` has an end only, `openEnded` a start only. */
export interface TimeWindow {
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  readonly approx: boolean;
  readonly openEnded: boolean;
  readonly before: boolean;
}

export interface ItemDraft {
  readonly product: Found<string> | null;
  readonly size: Found<string> | null;
  readonly sheet: Found<string> | null;
  readonly cream: Found<string> | null;
  /** Taste where sheet and cream were not told apart, and fillings. */
  readonly flavor: Found<string> | null;
  readonly shape: Found<string> | null;
  readonly baseColor: Found<string> | null;
  readonly textColor: Found<string> | null;
  /** 케이크 문구, to the letter. `{ none: true }` when the customer said that there is none. */
  readonly cakeLettering: Found<Answer> | null;
  /** 판 문구, to the letter. */
  readonly boardLettering: Found<Answer> | null;
  readonly quantity: Found<number> | null;
  /** Candles named for this cake only; those of the whole order are in the draft. */
  readonly candles: Found<Answer> | null;
  readonly allergy: Found<Answer> | null;
  readonly designNote: Found<string> | null;
}

export interface OrderDraft {
  readonly customerName: Found<string> | null;
  readonly phone: Found<Phone> | null;
  readonly pickupDate: Found<LocalDate | null> | null;
  readonly pickupTime: Found<TimeWindow | null> | null;
  readonly items: readonly ItemDraft[];
  readonly candles: Found<Answer> | null;
  readonly packaging: {
    readonly coolerBag: Found<boolean> | null;
    readonly shoppingBag: Found<boolean> | null;
  };
  readonly depositor: Found<string> | null;
  readonly collector: Found<string> | null;
  readonly allergy: Found<Answer> | null;
  /** Requests and remarks, one per line of the message. */
  readonly notes: readonly Found<string>[];
  /** null: nothing was said, which means pickup. */
  readonly fulfilment: Found<{ readonly method: FulfilmentMethod; readonly address: string | null }> | null;
  /** A price that the customer names, as written. */
  readonly price: Found<string> | null;
}

export type MessageKind = 'order' | 'change-request' | 'cancel-request' | 'not-an-order' | 'empty-form';

export interface MessageReading {
  readonly kind: MessageKind;
  readonly draft: OrderDraft;
  /** In the order of `FLAGS`, each at most once. */
  readonly flags: readonly Flag[];
  /** Parts of the customer's words that no value used: shown to the owner and kept in the notes. */
  readonly leftover: readonly Span[];
  /** `too-long`: the text is no single message and was not read at all. */
  readonly refusal: 'too-long' | null;
}

/** Names on the shop's menu; each helps to recognise a word, none is required. */
export interface MenuWords {
  readonly sizes: readonly string[];
  readonly sheets: readonly string[];
  readonly creams: readonly string[];
  readonly products: readonly string[];
  readonly shapes: readonly string[];
}

/** What a form's label asks for. */
export const FIELDS = [
  'name',
  'phone',
  'date',
  'time',
  'pickup',
  'product',
  'size',
  'sheet',
  'cream',
  'flavor',
  'shape',
  'baseColor',
  'textColor',
  'cakeLettering',
  'boardLettering',
  'quantity',
  'candles',
  'coolerBag',
  'shoppingBag',
  'packaging',
  'depositor',
  'collector',
  'allergy',
  'design',
  'notes',
  'method',
  'address',
  'price',
  'ignored',
] as const;
export type Field = (typeof FIELDS)[number];

/** A label that this shop's own form uses, and what it asks for. */
export interface LearnedLabel {
  readonly label: string;
  readonly field: Field;
}

export interface ReadContext {
  /** Wall clock of the shop when the message was written: relative words count from it. */
  readonly now: LocalMoment;
  readonly timeZone: string;
  readonly hours: WeekHours;
  readonly country: Country;
  /** Of the message, when the caller knows; else it is recognised. */
  readonly language?: Language;
  readonly menu?: MenuWords;
  readonly learnedLabels?: readonly LearnedLabel[];
  /** Names under which the shop itself speaks in a chat. */
  readonly shopNames?: readonly string[];
}
