// Which shapes a field's value may have when it is read: registers may hold what a newer version or a damaged file wrote.
// Law: a value of another shape reads as blank, stays in its register, and can never stop a row or a screen from being made.
import { FORWARD_STATUSES, OUTCOME_STATUSES } from '../domain/status.ts';
import { parseLocalDate, parseLocalTime } from '../domain/time.ts';
import type { FieldName, KindName } from '../merge/catalogue.ts';
import type { Json } from '../merge/op.ts';

type Shape = (value: Json) => boolean;

const text: Shape = (value) => typeof value === 'string';
const number: Shape = (value) => typeof value === 'number' && Number.isFinite(value);
const whole: Shape = (value) => Number.isSafeInteger(value);
const flag: Shape = (value) => typeof value === 'boolean';
const date: Shape = (value) => typeof value === 'string' && parseLocalDate(value) !== null;
const time: Shape = (value) => typeof value === 'string' && parseLocalTime(value) !== null;
const currency: Shape = (value) => typeof value === 'string' && /^[A-Z]{3}$/.test(value);
const oneOf =
  (...words: readonly string[]): Shape =>
  (value) =>
    typeof value === 'string' && words.includes(value);
const orNull =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && (value as readonly Json[]).every(shape);

/** The value as an object, null when it is none. */
function asObject(value: Json): { readonly [key: string]: Json } | null {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json }) // neither null nor array nor primitive
    : null;
}

/** An object with at least these properties; more of them may come with newer versions. */
function objectOf(shapes: Readonly<Record<string, Shape>>): Shape {
  const entries = Object.entries(shapes);
  return (value) => {
    const object = asObject(value);
    return object !== null && entries.every(([name, shape]) => shape(object[name] ?? null));
  };
}
const everyValue =
  (shape: Shape): Shape =>
  (value) => {
    const object = asObject(value);
    return object !== null && Object.values(object).every(shape);
  };
const anyOf =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));

const answer = anyOf(objectOf({ none: (value) => value === true }), objectOf({ text }));
const phone = objectOf({ e164: orNull(text), text });
const money = objectOf({ minor: whole, currency });
const hours = objectOf({ open: time, close: time });

const SHAPES: { readonly [K in KindName]: { readonly [F in FieldName<K>]: Shape } } = {
  order: {
    number: text,
    createdAt: number,
    channel: text,
    customer: text,
    name: text,
    phone,
    payer: text,
    collector: objectOf({ name: text, phone: orNull(phone) }),
    fulfilment: objectOf({ method: text, address: orNull(text) }),
    pickup: objectOf({
      date: orNull(date),
      start: orNull(time),
      end: orNull(time),
      precision: oneOf('exact', 'about', 'from', 'until'),
    }),
    status: oneOf(...FORWARD_STATUSES, ...OUTCOME_STATUSES),
    packaging: everyValue(flag),
    price: money,
    depositAsked: money,
    depositDue: objectOf({ date, time }),
    memo: text,
    doubts: listOf(objectOf({ code: text, raw: orNull(text) })),
    language: text,
    readBack: flag,
    deleted: flag,
  },
  item: {
    position: number,
    product: text,
    size: text,
    sheet: text,
    cream: text,
    shape: text,
    baseColor: text,
    textColor: text,
    lettering: answer,
    boardLettering: answer,
    candles: objectOf({
      none: flag,
      big: orNull(number),
      small: orNull(number),
      digits: orNull(text),
      text: orNull(text),
    }),
    allergy: answer,
    quantity: number,
    price: money,
    design: text,
    made: flag,
    deleted: flag,
  },
  photo: {
    picture: objectOf({ sha: text, mime: text, width: number, height: number, bytes: number }),
    role: oneOf('reference', 'agreed'),
    item: text,
    position: number,
    deleted: flag,
  },
  payment: {
    entry: objectOf({
      kind: oneOf('deposit', 'balance', 'extra', 'refund'),
      minor: whole,
      currency,
      method: text,
      payer: orNull(text),
      at: number,
    }),
    state: oneOf('expected', 'seen'),
    voided: objectOf({ reason: orNull(text) }),
    deleted: flag,
  },
  original: { source: objectOf({ kind: text, text, at: number }), deleted: flag },
  customer: { name: text, phone, allergy: answer, note: text, deleted: flag },
  shop: {
    name: text,
    zone: text,
    country: text,
    currency,
    language: text,
    phone: text,
    address: text,
    account: text,
    hours: listOf(orNull(hours)),
    slots: objectOf({ minutes: number, places: number }),
    dayPlaces: number,
    leadDays: number,
    deposit: objectOf({ kind: oneOf('percent', 'amount'), value: number, withinHours: number }),
    deleted: flag,
  },
  specialDay: {
    date,
    hours: anyOf(hours, objectOf({ closed: (value) => value === true })),
    note: text,
    deleted: flag,
  },
  menuEntry: { group: text, name: text, price: money, position: number, active: flag, deleted: flag },
  staff: { name: text, position: number, active: flag, deleted: flag },
  text: { key: text, language: text, body: text, deleted: flag },
};

/** Whether this version can read the value of a field; null always reads as blank. */
export function hasShape(kind: KindName, name: string, value: Json): boolean {
  if (value === null) return true;
  const shapes: Readonly<Record<string, Shape>> = SHAPES[kind];
  return shapes[name]?.(value) ?? false;
}
