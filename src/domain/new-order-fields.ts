// What a form of an order writes into the book, and what it costs meanwhile.
// Law: nothing typed is lost on the way; what a person did not say is null, never guessed (docs/rules.md NO-1, NO-2, NO-4).
import { packagingKey } from './default-menu.ts';
import type { Currency, Money } from './money.ts';
import type { DraftCandles, DraftItem, NewOrderDraft } from './new-order.ts';
import { toAnswer } from './new-order.ts';
import { depositByRule, depositDueByRule, readPrice, suggestCakePrice } from './new-order-price.ts';
import type { Candles, Doubt, Eid, ItemFields, Order, OrderFields, PhotoFields } from './order.ts';
import type { Country } from './phone.ts';
import { readPhone } from './phone-number.ts';
import type { Shop } from './shop.ts';
import { menuOf } from './shop.ts';
import type { Instant } from './time.ts';

const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
const countOf = (text: string, highest: number) => {
  const digits = text.normalize('NFKC').replace(/\D/g, '');
  return digits === '' ? null : Math.min(Number(digits), highest);
};

function toCandles(draft: DraftCandles): Candles | null {
  if (draft.none) return { none: true, big: null, small: null, digits: null, text: null };
  const big = countOf(draft.big, 999);
  const small = countOf(draft.small, 999);
  const digits = orNull(draft.digits);
  const text = orNull(draft.text);
  return big === null && small === null && digits === null && text === null
    ? null
    : { none: false, big, small, digits, text };
}

/** At least 1. */
export function quantityOf(item: Pick<DraftItem, 'quantity'>): number {
  return Math.max(1, countOf(item.quantity, 999) ?? 1);
}

/** The fields of an order that the form writes. */
export type FormOrderFields = Omit<OrderFields, 'number' | 'createdAt' | 'status' | 'readBack' | 'deleted'>;
export type FormItemFields = Omit<ItemFields, 'made' | 'deleted'>;
export type FormPhotoFields = Omit<PhotoFields, 'deleted'>;
export interface FormFields {
  readonly order: FormOrderFields;
  readonly items: readonly { readonly eid: Eid; readonly set: FormItemFields }[];
  readonly photos: readonly { readonly eid: Eid; readonly set: FormPhotoFields }[];
}

export interface DraftPrices {
  readonly cakes: ReadonlyMap<Eid, { readonly minor: number | null; readonly unknown: readonly string[] }>;
  /** Of all cakes and packaging by menu and typed cake prices; null while a part of it is not known. */
  readonly suggestedMinor: number | null;
  /** Typed, else suggested. */
  readonly totalMinor: number | null;
  readonly depositMinor: number | null;
  /** Words the menu has no price for. */
  readonly unknown: readonly string[];
}

/** What the draft costs as it stands (NO-4, NO-5). */
export function priceDraft(draft: NewOrderDraft, shop: Pick<Shop, 'menu' | 'currency' | 'deposit'>): DraftPrices {
  const cakes = new Map<Eid, { minor: number | null; unknown: readonly string[] }>();
  const unknown: string[] = [];
  let sum: number | null = draft.items.length === 0 ? null : 0;
  for (const item of draft.items) {
    const typed = readPrice(item.price, shop.currency);
    const suggestion = suggestCakePrice(shop, item);
    cakes.set(item.eid, suggestion);
    const each =
      typed.kind === 'amount'
        ? typed.minor
        : typed.kind === 'blank' && suggestion.unknown.length === 0
          ? suggestion.minor
          : null;
    if (typed.kind !== 'amount') unknown.push(...suggestion.unknown);
    sum = sum === null || each === null ? null : sum + each * quantityOf(item);
  }
  for (const entry of menuOf(shop, 'packaging')) {
    if (draft.packaging[packagingKey(entry)] !== true) continue;
    if (entry.price === null || entry.price.currency !== shop.currency) {
      unknown.push(entry.name);
      sum = null;
    } else if (sum !== null) sum += entry.price.minor;
  }
  const typed = readPrice(draft.price, shop.currency);
  const totalMinor = typed.kind === 'amount' ? typed.minor : typed.kind === 'blank' ? sum : null;
  const typedDeposit = readPrice(draft.deposit, shop.currency);
  return {
    cakes,
    suggestedMinor: sum,
    totalMinor,
    depositMinor:
      typedDeposit.kind === 'amount'
        ? typedDeposit.minor
        : (depositByRule(shop.deposit, totalMinor, shop.currency)?.minor ?? null),
    unknown,
  };
}

export interface FormWorld {
  readonly shop: Pick<Shop, 'menu' | 'currency' | 'deposit' | 'zone' | 'country'>;
  /** null: read the form as it was opened, without filling prices or the deposit in. */
  readonly fill: { readonly now: Instant; readonly isNew: boolean } | null;
  /** How the memo names an amount that cannot be read: `금액: 오만원쯤`. */
  readonly unreadableAmount: (text: string) => string;
}

/** What the form writes into the book. Amounts that cannot be read go to the memo, so that nothing typed is lost (NO-2). */
export function draftToFields(draft: NewOrderDraft, { shop, fill, unreadableAmount }: FormWorld): FormFields {
  const { currency, country } = shop;
  const prices = priceDraft(draft, shop);
  const lost = [draft.price, draft.deposit, ...draft.items.map((item) => item.price)].filter(
    (text) => readPrice(text, currency).kind === 'unreadable',
  );
  const typed = (text: string): Money | null => {
    const reading = readPrice(text, currency);
    return reading.kind === 'amount' ? { minor: reading.minor, currency } : null;
  };
  const orSuggested = (text: string, minor: number | null): Money | null =>
    typed(text) ??
    (fill !== null && minor !== null && readPrice(text, currency).kind === 'blank' ? { minor, currency } : null);
  // Words that are no price contradict the menu: a person must name it.
  const isTotalOpen = readPrice(draft.price, currency).kind === 'unreadable';
  const pickup =
    draft.date === null && draft.start === null && draft.end === null
      ? null
      : { date: draft.date, start: draft.start, end: draft.end, precision: draft.precision };
  const price = orSuggested(draft.price, prices.suggestedMinor);
  const isNew = fill?.isNew === true;
  const depositAsked = isNew
    ? orSuggested(draft.deposit, depositByRule(shop.deposit, price?.minor ?? null, currency)?.minor ?? null)
    : typed(draft.deposit);
  const memo = [draft.memo, ...lost.map(unreadableAmount)].filter((line) => line.trim() !== '').join('\n');
  const doubts: Doubt[] = [
    ...draft.doubts,
    ...draft.questions.map(({ code, raw }) => ({ code, raw })),
    ...(draft.oldAllergy === null ? [] : [{ code: 'allergy_again', raw: draft.oldAllergy }]),
  ];
  const positionOf = new Map(draft.photos.map((photo, index) => [photo.eid, index]));
  return {
    order: {
      channel: draft.channel,
      customer: draft.customer,
      name: orNull(draft.name),
      phone: phoneOrNull(draft.phone, country),
      payer: orNull(draft.payer),
      collector:
        orNull(draft.collectorName) === null && orNull(draft.collectorPhone) === null
          ? null
          : { name: draft.collectorName.trim(), phone: phoneOrNull(draft.collectorPhone, country) },
      fulfilment: { method: draft.method, address: orNull(draft.address) },
      pickup,
      packaging: Object.keys(draft.packaging).length === 0 ? null : draft.packaging,
      price,
      depositAsked,
      depositDue:
        draft.depositDue ??
        (isNew && fill !== null && depositAsked !== null && depositAsked.minor > 0
          ? depositDueByRule(shop.deposit, fill.now, shop.zone, { date: draft.date, time: draft.start ?? draft.end })
          : null),
      memo: memo === '' ? null : memo,
      doubts: doubts.length === 0 ? null : doubts,
      language: draft.language,
    },
    items: draft.items.map((item, position) => {
      const suggestion = prices.cakes.get(item.eid);
      return {
        eid: item.eid,
        set: {
          position,
          product: orNull(item.product),
          size: orNull(item.size),
          sheet: orNull(item.sheet),
          cream: orNull(item.cream),
          shape: orNull(item.shape),
          baseColor: orNull(item.baseColor),
          textColor: orNull(item.textColor),
          lettering: toAnswer(item.lettering),
          boardLettering: toAnswer(item.boardLettering),
          candles: toCandles(item.candles),
          allergy: toAnswer(item.allergy),
          quantity: quantityOf(item),
          price: orSuggested(item.price, suggestion?.unknown.length === 0 && !isTotalOpen ? suggestion.minor : null),
          design: orNull(item.design),
        },
      };
    }),
    photos: draft.photos.map(({ eid, picture, role, item }) => ({
      eid,
      set: { picture, role, item, position: positionOf.get(eid) ?? 0 },
    })),
  };
}

function phoneOrNull(text: string, country: Country) {
  return text.trim() === '' ? null : readPhone(text, country);
}

/** The order as it would be once saved: for what it lacks, for reading it back, for texts to the customer. */
export function fieldsToOrder(eid: Eid, number: string, { order, items, photos }: FormFields): Order {
  return {
    ...order,
    eid,
    number,
    createdAt: null,
    status: 'awaiting-deposit',
    readBack: null,
    deleted: null,
    items: items.map(({ eid: item, set }) => ({
      ...set,
      eid: item,
      quantity: set.quantity ?? 1,
      made: null,
      deleted: null,
    })),
    photos: photos.map(({ eid: photo, set }) => ({ ...set, eid: photo, deleted: null })),
    payments: [],
    originals: [],
  };
}

/** Prices that are what the menu says today follow it again while the order is edited. */
export function followMenu(draft: NewOrderDraft, shop: Pick<Shop, 'menu' | 'currency' | 'deposit'>): NewOrderDraft {
  const minorOf = (text: string, currency: Currency) => {
    const reading = readPrice(text, currency);
    return reading.kind === 'amount' ? reading.minor : null;
  };
  const { cakes } = priceDraft(draft, shop);
  const items = draft.items.map((item) => {
    const suggestion = cakes.get(item.eid);
    const isMenus =
      suggestion !== undefined &&
      suggestion.unknown.length === 0 &&
      suggestion.minor !== null &&
      suggestion.minor === minorOf(item.price, shop.currency);
    return isMenus ? { ...item, price: '' } : item;
  });
  const freed = { ...draft, items, price: '' };
  const total = priceDraft(freed, shop).suggestedMinor;
  return total !== null && total === minorOf(draft.price, shop.currency) ? freed : { ...draft, items };
}
