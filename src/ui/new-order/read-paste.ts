// From a reading of a message to the form: values, the words they came from, and the questions a person must answer.
// Law: what the reader doubts becomes a question with its alternatives; what no value used goes to the memo, whole.

import type { Alternative, DraftAnswer, DraftItem, Evidence, NewOrderDraft, Question } from '../../domain/new-order.ts';
import { emptyDraft, emptyItem, fieldPath } from '../../domain/new-order.ts';
import { menuEntryFor } from '../../domain/new-order-price.ts';
import type { Answer } from '../../domain/order.ts';
import type { MenuGroup, Shop } from '../../domain/shop.ts';
import { menuOf } from '../../domain/shop.ts';
import type { Instant } from '../../domain/time.ts';
import { localMoment } from '../../domain/time.ts';
import type {
  Flag,
  Found,
  ItemDraft,
  MenuWords,
  MessageReading,
  Doubt as ReadingDoubt,
  TimeWindow,
} from '../../intake/message-reading.ts';
import { readMessage } from '../../intake/read-message.ts';

/** Reads a pasted message as it was meant at `at`, in this shop. */
export function readPaste(text: string, shop: Shop, at: Instant): MessageReading {
  const names = (group: MenuGroup) => menuOf(shop, group).map((entry) => entry.name);
  const menu: MenuWords = {
    sizes: names('size'),
    sheets: names('sheet'),
    creams: names('cream'),
    products: names('product'),
    shapes: names('shape'),
  };
  return readMessage(text, {
    now: localMoment(at, shop.zone),
    timeZone: shop.zone,
    hours: shop.hours,
    country: shop.country,
    menu,
    shopNames: shop.name === '' ? [] : [shop.name],
  });
}

/** A message read straight into a form. */
export function draftFromMessage(text: string, shop: Shop, at: Instant, newId: () => string): NewOrderDraft {
  return draftFromReading(readPaste(text, shop, at), text, shop, at, newId);
}

/** What is missing is asked by the form itself; what is only told stands in the values (쯤, 이후). */
const ASKED_AT: Readonly<Partial<Record<Flag, string>>> = {
  phone_invalid: 'phone',
  date_vague: 'pickup.date',
  date_ambiguous: 'pickup.date',
  date_alternatives: 'pickup.date',
  date_invalid: 'pickup.date',
  date_weekday_mismatch: 'pickup.date',
  date_in_past: 'pickup.date',
  relative_date_after_midnight: 'pickup.date',
  closed_day: 'pickup.date',
  time_vague: 'pickup.time',
  time_ambiguous: 'pickup.time',
  time_outside_hours: 'pickup.time',
  field_conflict: '',
};

/** The form filled with what was read. */
export function draftFromReading(
  reading: MessageReading,
  text: string,
  shop: Shop,
  at: Instant,
  newId: () => string,
): NewOrderDraft {
  const blank = emptyDraft(newId);
  const { draft: read } = reading;
  const evidence: Record<string, Evidence> = {};
  const questions: Question[] = [];
  const ask = (
    code: ReadingDoubt | 'price_named',
    path: string,
    raw: string | null,
    alternatives: readonly Alternative[],
  ) => {
    const known = questions.findIndex((one) => one.code === code && one.path === path);
    if (known < 0) questions.push({ code, path, raw, alternatives });
  };
  /** Notes where a value stands and what is doubtful about it. */
  const note = <T>(path: string, found: Found<T> | null, asAlternative?: (value: T) => Alternative | null) => {
    if (found === null) return null;
    if (found.spans.length > 0) evidence[path] = { raw: found.raw, spans: found.spans };
    const alternatives = (found.alternatives ?? []).flatMap((value) => asAlternative?.(value) ?? []);
    if (found.doubt !== null && isAsked(found.doubt)) ask(found.doubt, path, found.raw, alternatives);
    else if (alternatives.length > 0) ask('unsure', path, found.raw, alternatives);
    return found.value;
  };
  const words = (value: string): Alternative => ({ kind: 'text', text: value });

  const items = (read.items.length === 0 ? [null] : read.items).map((item, index): DraftItem => {
    const own = index === 0 ? (blank.items[0] ?? emptyItem(blank.eid, newId)) : emptyItem(blank.eid, newId);
    return item === null ? own : readItem(own, item);
  });
  const first = items[0];
  const orderCandles = first === undefined ? null : note(fieldPath('candles', first.eid), read.candles);
  if (first !== undefined && orderCandles !== null && isBlankCandles(first))
    items[0] = { ...first, candles: candlesFrom(orderCandles) };
  const allergy = first === undefined ? null : note(fieldPath('allergy', first.eid), read.allergy);
  const withAllergy = items.map((item) =>
    allergy !== null && item.allergy.text === '' && !item.allergy.none ? { ...item, allergy: answer(allergy) } : item,
  );

  const name = note('name', read.customerName, words) ?? '';
  const phone = note('phone', read.phone, (value) => words(value.text))?.text ?? '';
  const date = note('pickup.date', read.pickupDate, (value) => (value === null ? null : { kind: 'date', date: value }));
  const window = note('pickup.time', read.pickupTime, (value) => (value === null ? null : timeAlternative(value)));
  const time = window === null ? null : timeAlternative(window);
  const packaging: Record<string, boolean> = {};
  for (const key of ['coolerBag', 'shoppingBag'] as const) {
    const found = read.packaging[key];
    if (found === null) continue;
    packaging[key] = found.value;
    const before = evidence.packaging;
    evidence.packaging = {
      raw: before === undefined ? found.raw : `${before.raw} · ${found.raw}`,
      spans: [...(before?.spans ?? []), ...found.spans],
    };
  }
  const fulfilment = note('fulfilment', read.fulfilment);
  if (read.price !== null) {
    evidence.price = { raw: read.price.raw, spans: read.price.spans };
    ask('price_named', 'price', read.price.value, [words(read.price.value)]);
  }
  for (const flag of reading.flags) {
    const path = ASKED_AT[flag];
    if (path === undefined || questions.some((one) => one.code === flag)) continue;
    const found = path === 'phone' ? read.phone : path === 'pickup.date' ? read.pickupDate : read.pickupTime;
    ask(flag, path, path === '' ? null : (found?.raw ?? null), []);
  }
  const leftover = reading.leftover.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const memo = [
    ...read.notes.map((one) => one.value),
    ...leftover.map(({ start, end }) => text.slice(start, end).trim()),
  ];
  if (read.notes.length > 0)
    evidence.memo = {
      raw: read.notes.map((one) => one.raw).join(' · '),
      spans: read.notes.flatMap((one) => one.spans),
    };
  return {
    ...blank,
    name,
    phone,
    payer: note('payer', read.depositor, words) ?? '',
    collectorName: note('collector', read.collector, words) ?? '',
    channel: 'kakao',
    method: fulfilment?.method ?? 'pickup',
    address: fulfilment?.address ?? '',
    date,
    ...(time?.kind === 'time' ? { start: time.start, end: time.end, precision: time.precision } : {}),
    packaging,
    memo: memo.filter((line, index) => line !== '' && memo.indexOf(line) === index).join('\n'),
    items: withAllergy,
    questions,
    message: { text, at, kind: reading.kind, evidence, leftover },
  };

  function readItem(own: DraftItem, item: ItemDraft): DraftItem {
    const path = (field: string) => fieldPath(field, own.eid);
    const text = (field: 'product' | 'size' | 'sheet' | 'cream' | 'shape' | 'baseColor' | 'textColor') =>
      note(path(field), item[field], words) ?? '';
    const said = (field: string, found: Found<Answer> | null): DraftAnswer =>
      answer(note(path(field), found, (value) => (value !== null && 'text' in value ? words(value.text) : null)));
    const taste = tasteOf(item.flavor?.value ?? '', item, shop);
    if (item.flavor !== null) {
      note(path(taste.group), item.flavor, words);
      if (taste.isGuess) ask('unsure', path(taste.group), item.flavor.raw, []);
    }
    const candles = note(path('candles'), item.candles);
    const quantity = note(path('quantity'), item.quantity);
    return {
      ...own,
      product: text('product'),
      size: text('size'),
      sheet: text('sheet') || (taste.group === 'sheet' ? taste.words : ''),
      cream: text('cream') || (taste.group === 'cream' ? taste.words : ''),
      shape: text('shape'),
      baseColor: text('baseColor'),
      textColor: text('textColor'),
      lettering: said('lettering', item.cakeLettering),
      boardLettering: said('boardLettering', item.boardLettering),
      candles: candles === null ? own.candles : candlesFrom(candles),
      allergy: said('allergy', item.allergy),
      quantity: quantity === null ? '1' : String(quantity),
      design: note(path('design'), item.designNote, words) ?? '',
    };
  }
}

/** The reader's flags that somebody must answer; the others are told by the form (missing, 쯤, several cakes). */
function isAsked(doubt: ReadingDoubt): boolean {
  return doubt === 'unsure' || ASKED_AT[doubt] !== undefined;
}

function answer(value: Answer): DraftAnswer {
  return value === null
    ? { none: false, text: '' }
    : 'text' in value
      ? { none: false, text: value.text }
      : { none: true, text: '' };
}

function timeAlternative({ start, end, approx, openEnded, before }: TimeWindow): Alternative {
  const precision = before ? 'until' : openEnded ? 'from' : approx ? 'about' : 'exact';
  return { kind: 'time', start, end, precision };
}

/** A taste that may be sheet or cream: the menu decides; where it cannot, it stands as the sheet and is asked. */
function tasteOf(
  words: string,
  item: ItemDraft,
  shop: Shop,
): { readonly group: 'sheet' | 'cream'; readonly words: string; readonly isGuess: boolean } {
  const isSheet = item.sheet === null && menuEntryFor(shop, 'sheet', words) !== undefined;
  const isCream = item.cream === null && menuEntryFor(shop, 'cream', words) !== undefined;
  if (isSheet !== isCream) return { group: isSheet ? 'sheet' : 'cream', words, isGuess: false };
  return { group: item.sheet === null ? 'sheet' : 'cream', words, isGuess: words !== '' };
}

function isBlankCandles({ candles }: DraftItem): boolean {
  return !candles.none && [candles.big, candles.small, candles.digits, candles.text].every((part) => part === '');
}

/** Counts where they can be told; the customer's words stay beside them unless the counts say all of it. */
export function candlesFrom(value: Answer): DraftItem['candles'] {
  const none = { none: true, big: '', small: '', digits: '', text: '' };
  if (value === null) return { ...none, none: false };
  if ('none' in value) return none;
  let rest = value.text;
  const take = (pattern: RegExp) => {
    const found = pattern.exec(rest);
    if (found === null) return '';
    rest = rest.replace(found[0], ' ');
    return found[1] ?? '';
  };
  const big = take(/(?:큰|긴|長い|long|big)\s*(?:초|촛불|ろうそく|candles?)?\s*[:×x]?\s*(\d{1,2})\s*(?:개|자루|本)?/i);
  const small = take(
    /(?:작은|짧은|短い|short|small)\s*(?:초|촛불|ろうそく|candles?)?\s*[:×x]?\s*(\d{1,2})\s*(?:개|자루|本)?/i,
  );
  const digits = take(/(?:숫자\s*초|数字(?:キャンドル)?|number candles?)\s*[:×x]?\s*(\d{1,3})(?!\s*(?:개|자루|本))/i);
  const isSaid = rest.replace(/초|[\s,/·+&와과]/g, '') === '';
  return { none: false, big, small, digits, text: isSaid ? '' : value.text };
}
