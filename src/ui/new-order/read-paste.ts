// From a reading of a message to the form: values, the words they came from, and the questions a person must answer.
// Law: what the reader doubts becomes a question with its alternatives; what no value used goes to the memo, whole.

import type { Alternative, DraftAnswer, DraftItem, Evidence, NewOrderDraft, Question } from '../../domain/new-order.ts';
import { emptyDraft, emptyItem, fieldPath } from '../../domain/new-order.ts';
import { menuEntryFor } from '../../domain/new-order-price.ts';
import type { Answer } from '../../domain/order.ts';
import type { MenuGroup, Shop } from '../../domain/shop.ts';
import { menuOf } from '../../domain/shop.ts';
import type { Instant, LocalDate } from '../../domain/time.ts';
import { addLocalDays, localMoment, weekdayOf } from '../../domain/time.ts';
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
  const isMismatch = reading.flags.includes('date_weekday_mismatch');
  if (isMismatch && date !== null && (read.pickupDate?.alternatives ?? []).length === 0)
    replaceAlternatives('date_weekday_mismatch', daysOfWeekdayNamed(read.pickupDate?.raw ?? '', date));
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
  // What is no order has no values to speak of: its words stay together.
  const isOrder = reading.kind === 'order' && reading.refusal === null;
  const memo = isOrder
    ? [...read.notes.map((one) => one.value), ...leftover.map(({ start, end }) => text.slice(start, end).trim())]
    : [text.trim()];
  if (isOrder && read.notes.length > 0)
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

  function replaceAlternatives(code: Flag, days: readonly LocalDate[]) {
    const at = questions.findIndex((one) => one.code === code);
    const question = questions[at];
    if (question !== undefined)
      questions[at] = { ...question, alternatives: days.map((day) => ({ kind: 'date', date: day })) };
  }
  function readItem(own: DraftItem, item: ItemDraft): DraftItem {
    const path = (field: string) => fieldPath(field, own.eid);
    const text = (field: 'product' | 'size' | 'sheet' | 'cream' | 'shape' | 'baseColor' | 'textColor') =>
      note(path(field), item[field], words) ?? '';
    const said = (field: string, found: Found<Answer> | null): DraftAnswer =>
      answer(note(path(field), found, (value) => (value !== null && 'text' in value ? words(value.text) : null)));
    const taste = tasteOf(item.flavor?.value ?? '', item, shop);
    if (item.flavor !== null) {
      const groups = (['sheet', 'cream'] as const).filter((group) => taste[group] !== '');
      for (const group of groups) note(path(group), item.flavor, words);
      if (taste.isGuess) ask('unsure', path(groups[0] ?? 'design'), item.flavor.raw, []);
    }
    const candles = note(path('candles'), item.candles);
    const quantity = note(path('quantity'), item.quantity);
    return {
      ...own,
      product: text('product'),
      size: menuName(shop, 'size', text('size')),
      sheet: menuName(shop, 'sheet', text('sheet') || taste.sheet),
      cream: menuName(shop, 'cream', text('cream') || taste.cream),
      shape: text('shape'),
      baseColor: text('baseColor'),
      textColor: text('textColor'),
      lettering: said('lettering', item.cakeLettering),
      boardLettering: said('boardLettering', item.boardLettering),
      candles: candles === null ? own.candles : candlesFrom(candles),
      allergy: said('allergy', item.allergy),
      quantity: quantity === null ? '1' : String(quantity),
      design: [
        note(path('design'), item.designNote, words) ?? '',
        taste.sheet === '' && taste.cream === '' ? (item.flavor?.value ?? '') : '',
      ]
        .filter((part) => part !== '')
        .join('\n'),
    };
  }
}

/** The reader's flags that somebody must answer; the others are told by the form (missing, 쯤, several cakes). */
function isAsked(doubt: ReadingDoubt): boolean {
  return doubt === 'unsure' || ASKED_AT[doubt] !== undefined;
}

const WEEKDAY_WORDS = [
  /일요일|日曜|\(일\)|\(日\)|sun/i,
  /월요일|月曜|\(월\)|\(月\)|mon/i,
  /화요일|火曜|\(화\)|\(火\)|tue/i,
  /수요일|水曜|\(수\)|\(水\)|wed/i,
  /목요일|木曜|\(목\)|\(木\)|thu/i,
  /금요일|金曜|\(금\)|\(金\)|fri/i,
  /토요일|土曜|\(토\)|\(土\)|sat/i,
];

/** The days of the weekday that stands in the words, on both sides of the date that does. */
function daysOfWeekdayNamed(raw: string, date: LocalDate): LocalDate[] {
  const weekday = WEEKDAY_WORDS.findIndex((words) => words.test(raw));
  if (weekday < 0) return [];
  const ahead = (weekday - weekdayOf(date) + 7) % 7;
  return ahead === 0 ? [] : [addLocalDays(date, ahead - 7), addLocalDays(date, ahead)];
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

/**
 * A taste that may be sheet, cream or both: the menu decides (`당근 크림치즈` is two of its words). What the menu does not
 * know stands as the sheet and is asked.
 */
function tasteOf(words: string, item: ItemDraft, shop: Shop): Taste {
  const sheetFree = item.sheet === null;
  const creamFree = item.cream === null;
  const isSheet = sheetFree && menuEntryFor(shop, 'sheet', words) !== undefined;
  const isCream = creamFree && menuEntryFor(shop, 'cream', words) !== undefined;
  if (isSheet !== isCream)
    return isSheet ? { sheet: words, cream: '', isGuess: false } : { sheet: '', cream: words, isGuess: false };
  const parts = words.split(/[\s,+/&·]+/).filter((part) => part !== '');
  for (let cut = 1; cut < parts.length && sheetFree && creamFree; cut++) {
    const [head, tail] = [parts.slice(0, cut).join(' '), parts.slice(cut).join(' ')];
    const isKnown = (sheet: string, cream: string) =>
      menuEntryFor(shop, 'sheet', sheet) !== undefined && menuEntryFor(shop, 'cream', cream) !== undefined;
    const [forward, backward] = [isKnown(head, tail), isKnown(tail, head)];
    if (forward !== backward) return { sheet: forward ? head : tail, cream: forward ? tail : head, isGuess: false };
  }
  const isGuess = words !== '';
  return sheetFree ? { sheet: words, cream: '', isGuess } : { sheet: '', cream: creamFree ? words : '', isGuess };
}
interface Taste {
  readonly sheet: string;
  readonly cream: string;
  readonly isGuess: boolean;
}

/** The menu's own name for words that mean one of its entries (당근 is its 당근 시트); others stay as written. */
function menuName(shop: Shop, group: MenuGroup, words: string): string {
  return words === '' ? '' : (menuEntryFor(shop, group, words)?.name ?? words);
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
