// One run of orders in the search index, as typed arrays: how an order's words and numbers are packed.
// Law: whatever is packed here is written down as it is; another making needs another index version (app/search-index-database.ts).
//
//   text  ␁name␂lettering␂lettering␃payer…   one run of UTF-16 units for each order, fields behind marks
//   starts, ends, phones (16 digits in 8 bytes), amounts, days, minutes, flags, eids (16 bytes)
import type { OrderRow } from './order-row.ts';
import { comparableText } from './search-text.ts';
import type { LocalDate } from './time.ts';
import { daysBetween, localDate } from './time.ts';

export type SearchField = 'name' | 'phone' | 'lettering' | 'payer' | 'collector' | 'memo' | 'number' | 'amount';
/** A field's mark in the text is its place here plus one; phone and amount are no text, save numbers too long to pack. */
export const FIELDS: readonly SearchField[] = ['name', 'lettering', 'payer', 'collector', 'memo', 'number', 'phone'];

export const SEGMENT_ENTRIES = 1_024;
export const AMOUNTS = 3;
export const PHONE_BYTES = 8;
export const EID_BYTES = 16;
export const DEAD = 1;
export const DELETED = 2;
export const HAS_CENTS = 4;
export const NO_DAY = 0;
const DAY_ZERO = localDate('2000-01-01');
export const NO_AMOUNT = 0xffffffff;

/** As it is written down. Arrays may be longer than `count` needs. */
export interface Segment {
  readonly id: number;
  readonly count: number;
  /** Entries that are not dead. */
  readonly live: number;
  readonly text: Uint16Array;
  /** `count + 1` places in `text`. */
  readonly starts: Uint32Array;
  /** Where the words of an entry end; they may be shorter than its place. */
  readonly ends: Uint32Array;
  readonly phones: Uint8Array;
  readonly amounts: Uint32Array;
  readonly days: Uint16Array;
  readonly minutes: Uint16Array;
  readonly flags: Uint8Array;
  readonly eids: Uint8Array;
  /** Names that are not 32 hexadecimal digits, by their place. */
  readonly oddEids: ReadonlyMap<number, string>;
}
export type WorkingSegment = { -readonly [Key in keyof Segment]: Segment[Key] } & {
  readonly oddEids: Map<number, string>;
};

/** The words of an order: fields behind their marks, comparable. A payer who is the orderer is not written twice. */
export function entryText(row: OrderRow): string {
  let text = '';
  const add = (field: SearchField, value: string) => {
    const words = comparableText(value);
    if (words !== '') text += String.fromCharCode(FIELDS.indexOf(field) + 1) + words;
  };
  add('name', row.name);
  for (const item of row.items) {
    add('lettering', item.lettering);
    add('lettering', item.boardLettering);
  }
  if (row.payer !== row.name) add('payer', row.payer);
  if (row.collector !== row.name) add('collector', row.collector);
  add('memo', row.memo);
  add('number', row.number);
  for (const digits of phoneDigits(row)) if (digits.length > PHONE_BYTES * 2) add('phone', digits);
  return text;
}

/** As dialled at home, and with the country's code when that is another number; the first is packed. */
export function phoneDigits(row: OrderRow): string[] {
  const typed = row.phone.replace(/\D/g, '');
  const world = (row.e164 ?? '').replace(/\D/g, '');
  if (world.startsWith('82')) return [`0${world.slice(2)}`];
  if (typed === '') return world === '' ? [] : [world];
  return [typed];
}

export function dayNumber(day: LocalDate | ''): number {
  return day === '' ? NO_DAY : Math.min(0xffff, Math.max(1, daysBetween(DAY_ZERO, day) + 1));
}

const HEX_EID = /^[0-9a-f]{32}$/;

/** Writes an eid of the usual shape as bytes; false when it has another. */
export function packEid(eid: string, bytes: Uint8Array, from: number): boolean {
  if (!HEX_EID.test(eid)) return false;
  for (let byte = 0; byte < EID_BYTES; byte++)
    bytes[from + byte] = Number.parseInt(eid.slice(byte * 2, byte * 2 + 2), 16);
  return true;
}

export function emptySegment(id: number): WorkingSegment {
  return {
    id,
    count: 0,
    live: 0,
    text: new Uint16Array(16_384),
    starts: new Uint32Array(SEGMENT_ENTRIES + 1),
    ends: new Uint32Array(SEGMENT_ENTRIES),
    phones: new Uint8Array(SEGMENT_ENTRIES * PHONE_BYTES),
    amounts: new Uint32Array(SEGMENT_ENTRIES * AMOUNTS),
    days: new Uint16Array(SEGMENT_ENTRIES),
    minutes: new Uint16Array(SEGMENT_ENTRIES),
    flags: new Uint8Array(SEGMENT_ENTRIES),
    eids: new Uint8Array(SEGMENT_ENTRIES * EID_BYTES),
    oddEids: new Map(),
  };
}
/** A full segment keeps no spare room. */
export function seal(segment: WorkingSegment): void {
  const { count } = segment;
  segment.text = segment.text.slice(0, segment.starts[count] ?? 0);
  segment.starts = segment.starts.slice(0, count + 1);
  segment.ends = segment.ends.slice(0, count);
  segment.phones = segment.phones.slice(0, count * PHONE_BYTES);
  segment.amounts = segment.amounts.slice(0, count * AMOUNTS);
  segment.days = segment.days.slice(0, count);
  segment.minutes = segment.minutes.slice(0, count);
  segment.flags = segment.flags.slice(0, count);
  segment.eids = segment.eids.slice(0, count * EID_BYTES);
}
