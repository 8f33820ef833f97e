// The form of an order while it is typed: plain values that survive a reload, and what they become in the book.
// Law: what a person typed is kept to the letter; a blank is a question, 없음 is an answer; nothing missing is refused (NO-1).
import { writeAmount } from './amount-input.ts';
import type { Money } from './money.ts';
import type {
  Answer,
  Channel,
  Doubt,
  Eid,
  FulfilmentMethod,
  Language,
  Order,
  PhotoRole,
  Picture,
  TimePrecision,
} from './order.ts';
import { NONE } from './order.ts';
import type { Instant, LocalDate, LocalMoment, LocalTime } from './time.ts';

export interface DraftAnswer {
  readonly none: boolean;
  /** Kept while 없음 is chosen, so that a slip of the finger loses nothing. */
  readonly text: string;
}
export const BLANK: DraftAnswer = { none: false, text: '' };

export interface DraftCandles {
  readonly none: boolean;
  readonly big: string;
  readonly small: string;
  readonly digits: string;
  readonly text: string;
}

export interface DraftItem {
  readonly eid: Eid;
  readonly product: string;
  readonly size: string;
  readonly sheet: string;
  readonly cream: string;
  readonly shape: string;
  readonly baseColor: string;
  readonly textColor: string;
  readonly lettering: DraftAnswer;
  readonly boardLettering: DraftAnswer;
  readonly candles: DraftCandles;
  readonly allergy: DraftAnswer;
  readonly quantity: string;
  /** Of one; '' follows the menu. */
  readonly price: string;
  readonly design: string;
}

export interface DraftPhoto {
  readonly eid: Eid;
  readonly picture: Picture;
  readonly role: PhotoRole;
  /** null: the whole order. */
  readonly item: Eid | null;
}

/** Where in the pasted message a value was found. */
export interface Evidence {
  readonly raw: string;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}
/** What else a doubtful value can mean; one tap puts it in. */
export type Alternative =
  | { readonly kind: 'date'; readonly date: LocalDate }
  | {
      readonly kind: 'time';
      readonly start: LocalTime | null;
      readonly end: LocalTime | null;
      readonly precision: TimePrecision;
    }
  | { readonly kind: 'text'; readonly text: string };
/** Something that the reader asks. It stays until a person answers it, and is saved as a doubt when nobody does. */
export interface Question {
  readonly code: string;
  /** Path of the field it is about (`fieldPath`); '' for the message as a whole. */
  readonly path: string;
  readonly raw: string | null;
  readonly alternatives: readonly Alternative[];
}
export interface DraftMessage {
  readonly text: string;
  readonly at: Instant;
  readonly kind: 'order' | 'change-request' | 'cancel-request' | 'not-an-order' | 'empty-form';
  readonly evidence: Readonly<Record<string, Evidence>>;
  /** Words that no value used; they also stand in the memo. */
  readonly leftover: readonly { readonly start: number; readonly end: number }[];
}

export interface NewOrderDraft {
  readonly eid: Eid;
  readonly customer: Eid | null;
  readonly name: string;
  readonly phone: string;
  readonly payer: string;
  readonly collectorName: string;
  readonly collectorPhone: string;
  readonly channel: Channel | null;
  readonly language: Language | null;
  readonly method: FulfilmentMethod;
  readonly address: string;
  readonly date: LocalDate | null;
  readonly start: LocalTime | null;
  readonly end: LocalTime | null;
  readonly precision: TimePrecision;
  readonly packaging: Readonly<Record<string, boolean>>;
  /** Of the whole order; '' follows the menu. */
  readonly price: string;
  /** '' follows the shop's rule when the order is new. */
  readonly deposit: string;
  readonly depositDue: LocalMoment | null;
  readonly memo: string;
  /** Saved with the order earlier and not answered yet. */
  readonly doubts: readonly Doubt[];
  readonly questions: readonly Question[];
  /** An allergy of an earlier order, to be asked again; never copied in silence. */
  readonly oldAllergy: string | null;
  readonly items: readonly DraftItem[];
  readonly photos: readonly DraftPhoto[];
  readonly message: DraftMessage | null;
}

/** Names a field in evidence and questions: the order's by its name, a cake's with the cake's eid before it. */
export function fieldPath(field: string, item?: Eid): string {
  return item === undefined ? field : `${item} ${field}`;
}

const NO_CANDLES_YET: DraftCandles = { none: false, big: '', small: '', digits: '', text: '' };

/** A cake about which nothing is known yet. */
export function emptyItem(order: Eid, newId: () => string): DraftItem {
  return {
    eid: `${order}/i${newId()}` as Eid, // how children are named (order.ts, Eid)
    product: '',
    size: '',
    sheet: '',
    cream: '',
    shape: '',
    baseColor: '',
    textColor: '',
    lettering: BLANK,
    boardLettering: BLANK,
    candles: NO_CANDLES_YET,
    allergy: BLANK,
    quantity: '1',
    price: '',
    design: '',
  };
}

/** A blank form with one cake. */
export function emptyDraft(newId: () => string): NewOrderDraft {
  const eid = newId() as Eid; // roots are named by the environment
  return {
    eid,
    customer: null,
    name: '',
    phone: '',
    payer: '',
    collectorName: '',
    collectorPhone: '',
    channel: null,
    language: null,
    method: 'pickup',
    address: '',
    date: null,
    start: null,
    end: null,
    precision: 'exact',
    packaging: {},
    price: '',
    deposit: '',
    depositDue: null,
    memo: '',
    doubts: [],
    questions: [],
    oldAllergy: null,
    items: [emptyItem(eid, newId)],
    photos: [],
    message: null,
  };
}

const answerToDraft = (answer: Answer): DraftAnswer =>
  answer === null ? BLANK : 'text' in answer ? { none: false, text: answer.text } : { none: true, text: '' };

/** An order of the book in the form. Prices stand as they were agreed. */
export function draftFromOrder(order: Order): NewOrderDraft {
  const money = (price: Money | null) => (price === null ? '' : writeAmount(price.minor, price.currency));
  return {
    eid: order.eid,
    customer: order.customer,
    name: order.name ?? '',
    phone: order.phone?.text ?? '',
    payer: order.payer ?? '',
    collectorName: order.collector?.name ?? '',
    collectorPhone: order.collector?.phone?.text ?? '',
    channel: order.channel,
    language: order.language,
    method: order.fulfilment?.method ?? 'pickup',
    address: order.fulfilment?.address ?? '',
    date: order.pickup?.date ?? null,
    start: order.pickup?.start ?? null,
    end: order.pickup?.end ?? null,
    precision: order.pickup?.precision ?? 'exact',
    packaging: order.packaging ?? {},
    price: money(order.price),
    deposit: money(order.depositAsked),
    depositDue: order.depositDue,
    memo: order.memo ?? '',
    doubts: order.doubts ?? [],
    questions: [],
    oldAllergy: null,
    items: order.items.map((item) => ({
      eid: item.eid,
      product: item.product ?? '',
      size: item.size ?? '',
      sheet: item.sheet ?? '',
      cream: item.cream ?? '',
      shape: item.shape ?? '',
      baseColor: item.baseColor ?? '',
      textColor: item.textColor ?? '',
      lettering: answerToDraft(item.lettering),
      boardLettering: answerToDraft(item.boardLettering),
      candles:
        item.candles === null
          ? NO_CANDLES_YET
          : {
              none: item.candles.none,
              big: item.candles.big?.toString() ?? '',
              small: item.candles.small?.toString() ?? '',
              digits: item.candles.digits ?? '',
              text: item.candles.text ?? '',
            },
      allergy: answerToDraft(item.allergy),
      quantity: String(item.quantity),
      price: money(item.price),
      design: item.design ?? '',
    })),
    photos: order.photos.flatMap((photo) =>
      photo.picture === null
        ? []
        : [{ eid: photo.eid, picture: photo.picture, role: photo.role ?? 'reference', item: photo.item }],
    ),
    message: null,
  };
}

/** A cake's copy under a new name, set after it: the look is copied, the words on it are not. */
export function copyItem(draft: NewOrderDraft, eid: Eid, newId: () => string): NewOrderDraft {
  const at = draft.items.findIndex((item) => item.eid === eid);
  const original = draft.items[at];
  if (original === undefined) return draft;
  const copy: DraftItem = { ...original, ...emptyWords(draft.eid, newId) };
  return { ...draft, items: [...draft.items.slice(0, at + 1), copy, ...draft.items.slice(at + 1)] };
}
function emptyWords(order: Eid, newId: () => string) {
  const { eid, lettering, boardLettering, candles } = emptyItem(order, newId);
  return { eid, lettering, boardLettering, candles };
}

export function addItem(draft: NewOrderDraft, newId: () => string): NewOrderDraft {
  return { ...draft, items: [...draft.items, emptyItem(draft.eid, newId)] };
}

/** Takes a cake out; its pictures stay with the order. */
export function removeItem(draft: NewOrderDraft, eid: Eid): NewOrderDraft {
  return {
    ...draft,
    items: draft.items.filter((item) => item.eid !== eid),
    photos: draft.photos.map((photo) => (photo.item === eid ? { ...photo, item: null } : photo)),
  };
}

/** Moves a cake one place up (-1) or down (1). */
export function moveItem(draft: NewOrderDraft, eid: Eid, by: -1 | 1): NewOrderDraft {
  const items = [...draft.items];
  const at = items.findIndex((item) => item.eid === eid);
  const item = items[at];
  const other = items[at + by];
  if (item === undefined || other === undefined) return draft;
  items[at] = other;
  items[at + by] = item;
  return { ...draft, items };
}

export function changeItem(draft: NewOrderDraft, eid: Eid, change: Partial<Omit<DraftItem, 'eid'>>): NewOrderDraft {
  return { ...draft, items: draft.items.map((item) => (item.eid === eid ? { ...item, ...change } : item)) };
}

/** Pictures as references of a cake. */
export function photosFor(
  order: Eid,
  item: Eid | null,
  pictures: readonly Picture[],
  newId: () => string,
): DraftPhoto[] {
  return pictures.map((picture) => ({
    eid: `${order}/p${newId()}` as Eid, // how children are named (order.ts, Eid)
    picture,
    role: 'reference',
    item,
  }));
}

/** 예: the old allergy holds again for every cake nobody has answered for; 아니오: there is none (NO-3). */
export function answerOldAllergy(draft: NewOrderDraft, stillThere: boolean): NewOrderDraft {
  const text = draft.oldAllergy;
  if (text === null) return draft;
  const allergy: DraftAnswer = stillThere ? { none: false, text } : { none: true, text: '' };
  return {
    ...draft,
    oldAllergy: null,
    items: draft.items.map((item) => (toAnswer(item.allergy) === null ? { ...item, allergy } : item)),
  };
}

/** To the letter: only blank lines before and blanks after the words go. */
export function toAnswer(draft: DraftAnswer): Answer {
  if (draft.none) return NONE;
  const text = draft.text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd();
  return text === '' ? null : { text };
}
