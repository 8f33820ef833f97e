// Every order ever taken, in memory, small enough for a tablet and quick enough for every key: segments of typed arrays
// that are scanned from end to end. Law: an entry that is replaced or removed leaves none of its words behind, neither
// here nor in the segments that are written down.
//
//   segment: text  ␁name␂lettering␂lettering␄payer…   one run of UTF-16 units for each order, fields behind marks
//            starts, phones (16 digits in 8 bytes), amounts, days, minutes, flags, eids (16 bytes)
import type { OrderRow } from './order-row.ts';
import { comparableText, findPattern, type Token } from './search-text.ts';
import type { LocalDate } from './time.ts';
import { daysBetween, localDate } from './time.ts';

export type SearchField = 'name' | 'phone' | 'lettering' | 'payer' | 'collector' | 'memo' | 'number' | 'amount';
/** A field's mark in the text is its place here plus one; phone and amount are no text, save numbers too long to pack. */
const FIELDS: readonly SearchField[] = ['name', 'lettering', 'payer', 'collector', 'memo', 'number', 'phone'];

export const SEGMENT_ENTRIES = 1_024;
const AMOUNTS = 3;
const PHONE_BYTES = 8;
const EID_BYTES = 16;
const DEAD = 1;
const DELETED = 2;
const HAS_CENTS = 4;
const NO_DAY = 0;
const DAY_ZERO = localDate('2000-01-01');
const NO_AMOUNT = 0xffffffff;

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
type Working = { -readonly [Key in keyof Segment]: Segment[Key] } & { readonly oddEids: Map<number, string> };

export interface Hit {
  readonly eid: string;
  readonly field: SearchField;
}
export interface FoundHits {
  readonly hits: readonly Hit[];
  readonly total: number;
}

export interface SearchIndex {
  /** Orders in it. */
  size(): number;
  /** Puts an order in, or in place of what stood there for it. */
  put(row: OrderRow): void;
  remove(eid: string): void;
  /** The best `limit` orders in which every token is found: exact ones first, then nearest to `today`. */
  find(tokens: readonly Token[], today: LocalDate, limit: number): FoundHits;
  /** Segments changed since the last call, as they are to be written down, and names of segments that are gone. */
  takeChanges(): { readonly changed: readonly Segment[]; readonly gone: readonly number[] };
  /** Every segment, for writing all of them down anew. */
  all(): readonly Segment[];
  /** Bytes of its arrays. */
  bytes(): number;
}

/** The words of an order: fields behind their marks, comparable. A payer who is the orderer is not written twice. */
function entryText(row: OrderRow): string {
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
function phoneDigits(row: OrderRow): string[] {
  const typed = row.phone.replace(/\D/g, '');
  const world = (row.e164 ?? '').replace(/\D/g, '');
  if (world.startsWith('82')) return [`0${world.slice(2)}`];
  if (typed === '') return world === '' ? [] : [world];
  return [typed];
}

function dayNumber(day: LocalDate | ''): number {
  return day === '' ? NO_DAY : Math.min(0xffff, Math.max(1, daysBetween(DAY_ZERO, day) + 1));
}

const HEX_EID = /^[0-9a-f]{32}$/;

/** Writes an eid of the usual shape as bytes; false when it has another. */
function packEid(eid: string, bytes: Uint8Array, from: number): boolean {
  if (!HEX_EID.test(eid)) return false;
  for (let byte = 0; byte < EID_BYTES; byte++)
    bytes[from + byte] = Number.parseInt(eid.slice(byte * 2, byte * 2 + 2), 16);
  return true;
}

function emptySegment(id: number): Working {
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

/** 0 is exact (the whole name, the last four digits), 1 begins or ends so, 2 is somewhere inside. */
type Closeness = 0 | 1 | 2;
const NOT_FOUND = -1;

/** An index over the segments that were written down; they become its own. */
export function createSearchIndex(written: readonly Segment[] = []): SearchIndex {
  const segments = new Map<number, Working>();
  const changed = new Set<number>();
  let gone: number[] = [];
  let nextId = 1;
  let open: Working | null = null;
  /** Places (segment × SEGMENT_ENTRIES + entry + 1) by the eid's hash; 0 is free, -1 was removed. */
  let table = new Int32Array(1_024);
  let used = 0;
  let size = 0;

  const eidAt = (segment: Segment, entry: number): string => {
    const odd = segment.oddEids.get(entry);
    if (odd !== undefined) return odd;
    let eid = '';
    for (let byte = entry * EID_BYTES; byte < (entry + 1) * EID_BYTES; byte++)
      eid += (segment.eids[byte] ?? 0).toString(16).padStart(2, '0');
    return eid;
  };
  const scratch = new Uint8Array(EID_BYTES);
  const hashBytes = (bytes: Uint8Array, from: number): number => {
    let hash = 0x811c9dc5;
    for (let at = from; at < from + EID_BYTES; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    return hash >>> 0;
  };
  const hashText = (eid: string): number => {
    let hash = 0x811c9dc5;
    for (let at = 0; at < eid.length; at++) hash = Math.imul(hash ^ eid.charCodeAt(at), 0x01000193);
    return hash >>> 0;
  };
  const hashAt = (segment: Segment, entry: number): number => {
    const odd = segment.oddEids.get(entry);
    return odd === undefined ? hashBytes(segment.eids, entry * EID_BYTES) : hashText(odd);
  };
  const segmentAt = (place: number) => segments.get(Math.floor((place - 1) / SEGMENT_ENTRIES));
  const isAt = (segment: Segment, entry: number, eid: string, isHex: boolean): boolean => {
    if (!isHex) return segment.oddEids.get(entry) === eid;
    if (segment.oddEids.has(entry)) return false;
    for (let byte = 0; byte < EID_BYTES; byte++)
      if (segment.eids[entry * EID_BYTES + byte] !== scratch[byte]) return false;
    return true;
  };
  /** Where the table holds the eid, or -1. */
  const lookUp = (eid: string): number => {
    const isHex = packEid(eid, scratch, 0);
    const mask = table.length - 1;
    for (let at = (isHex ? hashBytes(scratch, 0) : hashText(eid)) & mask; ; at = (at + 1) & mask) {
      const place = table[at] ?? 0;
      if (place === 0) return -1;
      const segment = place === -1 ? undefined : segmentAt(place);
      if (segment !== undefined && isAt(segment, (place - 1) % SEGMENT_ENTRIES, eid, isHex)) return at;
    }
  };
  const insertPlace = (segment: Segment, entry: number) => {
    const mask = table.length - 1;
    let at = hashAt(segment, entry) & mask;
    while ((table[at] ?? 0) !== 0) at = (at + 1) & mask;
    table[at] = segment.id * SEGMENT_ENTRIES + entry + 1;
    used++;
  };
  const growTable = () => {
    if (used * 2 < table.length) return;
    let length = 1_024;
    while (length < size * 3) length *= 2;
    table = new Int32Array(length);
    used = 0;
    for (const segment of segments.values())
      for (let entry = 0; entry < segment.count; entry++)
        if (((segment.flags[entry] ?? 0) & DEAD) === 0) insertPlace(segment, entry);
  };

  for (const segment of written) {
    const own: Working = { ...segment, oddEids: new Map(segment.oddEids) };
    segments.set(own.id, own);
    nextId = Math.max(nextId, own.id + 1);
    size += own.live;
    // A segment that was written while it was open is sealed now: it is cut to its words.
    if (own.count < SEGMENT_ENTRIES) seal(own);
  }
  used = Number.MAX_SAFE_INTEGER / 4; // the table is made anew for all of them
  growTable();

  const openSegment = (): Working => {
    if (open !== null && open.count < SEGMENT_ENTRIES) return open;
    if (open !== null) seal(open);
    open = emptySegment(nextId++);
    segments.set(open.id, open);
    return open;
  };
  const reserve = (segment: Working, units: number) => {
    const needed = (segment.starts[segment.count] ?? 0) + units;
    if (needed <= segment.text.length) return;
    const wider = new Uint16Array(Math.max(needed, segment.text.length * 2));
    wider.set(segment.text);
    segment.text = wider;
  };
  const writeNumbers = (segment: Working, entry: number, row: OrderRow) => {
    const phone = phoneDigits(row).find((digits) => digits.length <= PHONE_BYTES * 2) ?? '';
    for (let byte = 0; byte < PHONE_BYTES; byte++) {
      const high = phone.charCodeAt(byte * 2) - 48;
      const low = phone.charCodeAt(byte * 2 + 1) - 48;
      // Past the end charCodeAt is NaN: 15 marks the end of a number.
      segment.phones[entry * PHONE_BYTES + byte] = ((high >= 0 ? high : 15) << 4) | (low >= 0 ? low : 15);
    }
    const amounts = [row.totalMinor, row.depositMinor, row.paidMinor === 0 ? null : row.paidMinor];
    for (const [index, minor] of amounts.entries())
      segment.amounts[entry * AMOUNTS + index] = minor === null || minor < 0 || minor >= NO_AMOUNT ? NO_AMOUNT : minor;
    segment.days[entry] = dayNumber(row.day);
    segment.minutes[entry] =
      row.sort === '99:99' ? 1_440 : Number(row.sort.slice(0, 2)) * 60 + Number(row.sort.slice(3));
    const isWhole = row.currency === null || row.currency === 'KRW' || row.currency === 'JPY';
    segment.flags[entry] = (row.flags.includes('deleted') ? DELETED : 0) | (isWhole ? 0 : HAS_CENTS);
  };
  const writeText = (segment: Working, entry: number, text: string) => {
    const start = segment.starts[entry] ?? 0;
    const end = segment.starts[entry + 1] ?? start;
    for (let at = 0; at < text.length; at++) segment.text[start + at] = text.charCodeAt(at);
    segment.text.fill(0, start + text.length, end);
    segment.ends[entry] = start + text.length;
  };
  const writeEid = (segment: Working, entry: number, eid: string) => {
    if (!packEid(eid, segment.eids, entry * EID_BYTES)) segment.oddEids.set(entry, eid);
  };
  const append = (eid: string, row: OrderRow, text: string) => {
    const segment = openSegment();
    const entry = segment.count;
    reserve(segment, text.length);
    segment.starts[entry + 1] = (segment.starts[entry] ?? 0) + text.length;
    segment.count++;
    segment.live++;
    size++;
    writeText(segment, entry, text);
    writeNumbers(segment, entry, row);
    writeEid(segment, entry, eid);
    changed.add(segment.id);
    growTable();
    insertPlace(segment, entry);
  };
  const blank = (at: number) => {
    const place = table[at] ?? 0;
    const segment = segmentAt(place);
    table[at] = -1;
    if (segment === undefined) return;
    const entry = (place - 1) % SEGMENT_ENTRIES;
    writeText(segment, entry, '');
    segment.phones.fill(0xff, entry * PHONE_BYTES, (entry + 1) * PHONE_BYTES);
    segment.amounts.fill(NO_AMOUNT, entry * AMOUNTS, (entry + 1) * AMOUNTS);
    segment.eids.fill(0, entry * EID_BYTES, (entry + 1) * EID_BYTES);
    segment.oddEids.delete(entry);
    segment.flags[entry] = DEAD;
    segment.live--;
    size--;
    changed.add(segment.id);
    if (segment !== open && segment.live * 2 < segment.count) moveOut(segment);
  };
  /** A segment that is mostly empty gives its orders to the open one. */
  const moveOut = (segment: Working) => {
    segments.delete(segment.id);
    changed.delete(segment.id);
    gone.push(segment.id);
    for (let entry = 0; entry < segment.count; entry++) {
      if (((segment.flags[entry] ?? 0) & DEAD) !== 0) continue;
      const eid = eidAt(segment, entry);
      const target = openSegment();
      const words = segment.text.subarray(segment.starts[entry] ?? 0, segment.ends[entry] ?? 0);
      const copy = target.count;
      reserve(target, words.length);
      target.text.set(words, target.starts[copy] ?? 0);
      target.starts[copy + 1] = (target.starts[copy] ?? 0) + words.length;
      target.ends[copy] = target.starts[copy + 1] ?? 0;
      target.phones.set(segment.phones.subarray(entry * PHONE_BYTES, (entry + 1) * PHONE_BYTES), copy * PHONE_BYTES);
      target.amounts.set(segment.amounts.subarray(entry * AMOUNTS, (entry + 1) * AMOUNTS), copy * AMOUNTS);
      target.days[copy] = segment.days[entry] ?? 0;
      target.minutes[copy] = segment.minutes[entry] ?? 0;
      target.flags[copy] = segment.flags[entry] ?? 0;
      writeEid(target, copy, eid);
      target.count++;
      target.live++;
      changed.add(target.id);
    }
    used = table.length;
    growTable();
  };

  return {
    size: () => size,
    put(row) {
      const text = entryText(row);
      const at = lookUp(row.eid);
      if (at >= 0) {
        const place = table[at] ?? 0;
        const segment = segmentAt(place);
        const entry = (place - 1) % SEGMENT_ENTRIES;
        if (segment !== undefined && text.length <= (segment.starts[entry + 1] ?? 0) - (segment.starts[entry] ?? 0)) {
          // Most edits (a status, a tick) change no word: they stay in their place.
          writeText(segment, entry, text);
          writeNumbers(segment, entry, row);
          changed.add(segment.id);
          return;
        }
        blank(at);
      }
      append(row.eid, row, text);
    },
    remove(eid) {
      const at = lookUp(eid);
      if (at >= 0) blank(at);
    },
    find(tokens, today, limit) {
      const best = createBest(limit);
      const first = rarest(tokens);
      if (first !== undefined) {
        const scan = { tokens, first, best, today: dayNumber(today), candidates: new Uint8Array(SEGMENT_ENTRIES) };
        for (const segment of segments.values()) scanSegment(segment, scan);
      }
      return {
        total: best.total(),
        hits: best.list().map(({ segment, entry, field }) => ({ eid: eidAt(segment, entry), field })),
      };
    },
    takeChanges() {
      const taken = {
        changed: [...changed].flatMap((id) => segments.get(id) ?? []),
        gone,
      };
      changed.clear();
      gone = [];
      return taken;
    },
    all: () => [...segments.values()],
    bytes() {
      let bytes = table.byteLength;
      for (const segment of segments.values())
        for (const part of Object.values(segment)) if (ArrayBuffer.isView(part)) bytes += part.byteLength;
      return bytes;
    },
  };
}

/** A full segment keeps no spare room. */
function seal(segment: Working): void {
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

interface BestEntry {
  readonly score: number;
  readonly segment: Segment;
  readonly entry: number;
  readonly field: SearchField;
}
interface Best {
  /** Counts a find; true when it belongs among the best. */
  admits(score: number): boolean;
  add(entry: BestEntry): void;
  list(): readonly BestEntry[];
  total(): number;
}

/** Keeps the lowest `limit` scores: a heap with the worst of them on top. */
function createBest(limit: number): Best {
  const heap: BestEntry[] = [];
  let total = 0;
  const worse = (a: number, b: number) => (heap[a]?.score ?? 0) > (heap[b]?.score ?? 0);
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (one === undefined || other === undefined) return;
    heap[a] = other;
    heap[b] = one;
  };
  return {
    admits(score) {
      total++;
      return heap.length < limit || score < (heap[0]?.score ?? 0);
    },
    add(entry) {
      if (heap.length < limit) {
        heap.push(entry);
        for (let at = heap.length - 1; at > 0 && worse(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
        return;
      }
      heap[0] = entry;
      for (let at = 0; ; ) {
        let worst = at;
        if (at * 2 + 1 < heap.length && worse(at * 2 + 1, worst)) worst = at * 2 + 1;
        if (at * 2 + 2 < heap.length && worse(at * 2 + 2, worst)) worst = at * 2 + 2;
        if (worst === at) return;
        swap(at, worst);
        at = worst;
      }
    },
    list: () => [...heap].sort((a, b) => a.score - b.score),
    total: () => total,
  };
}

/** Shown beside an order when several fields match: what its name and phone do not say already. */
const TELLING: Readonly<Record<SearchField, number>> = {
  lettering: 7,
  payer: 6,
  collector: 5,
  memo: 4,
  amount: 3,
  number: 2,
  phone: 1,
  name: 0,
};

/** What the last call of `matchToken` found; one object for all entries, because a hundred thousand would cost more than the scan. */
interface Match {
  closeness: Closeness;
  field: SearchField;
}

/** Marks the entries in which the token may be found: by three straight runs over arrays, far quicker than entry by entry. */
function markCandidates(segment: Segment, token: Token, candidates: Uint8Array): void {
  const { count, text, starts, phones } = segment;
  candidates.fill(0, 0, count);
  const end = starts[count] ?? 0;
  for (const pattern of token.patterns) {
    let entry = 0;
    // No pattern holds a mark, so none runs from one entry into the next.
    for (let at = findPattern(text, 0, end, pattern); at >= 0; at = findPattern(text, at, end, pattern)) {
      while ((starts[entry + 1] ?? end) <= at) entry++;
      candidates[entry] = 1;
      at = starts[entry + 1] ?? end;
    }
  }
  if (token.digits.length > 0) {
    for (let entry = 0; entry < count; entry++)
      if (candidates[entry] === 0 && findDigits(phones, entry, token.digits, 0) >= 0) candidates[entry] = 1;
  }
  if (token.amount !== null)
    for (let entry = 0; entry < count; entry++)
      if (candidates[entry] === 0 && hasAmount(segment, entry, token.amount)) candidates[entry] = 1;
}

/** The token by which to look first: the longest, words before numbers. */
function rarest(tokens: readonly Token[]): Token | undefined {
  const weight = (token: Token) => token.text.length + (token.digits.length === 0 ? 100 : 0);
  return [...tokens].sort((a, b) => weight(b) - weight(a))[0];
}

interface Scan {
  readonly tokens: readonly Token[];
  readonly first: Token;
  readonly today: number;
  readonly best: Best;
  /** Room for the marks of one segment. */
  readonly candidates: Uint8Array;
}

function scanSegment(segment: Segment, { tokens, first, today, best, candidates }: Scan): void {
  markCandidates(segment, first, candidates);
  const match: Match = { closeness: 2, field: 'name' };
  entries: for (let entry = 0; entry < segment.count; entry++) {
    if (candidates[entry] === 0) continue;
    const flags = segment.flags[entry] ?? 0;
    if ((flags & DEAD) !== 0) continue;
    let closeness = 0;
    let field: SearchField = 'name';
    for (const token of tokens) {
      if (!matchToken(segment, entry, token, match)) continue entries;
      closeness = Math.max(closeness, match.closeness);
      if (TELLING[match.field] > TELLING[field]) field = match.field;
    }
    if ((flags & DELETED) !== 0) closeness = 3;
    const score = closeness * 2 ** 29 + distanceFrom(segment, entry, today);
    if (best.admits(score)) best.add({ score, segment, entry, field });
  }
}

/** Nearer days first, of two equally near the coming one, then by time; no day is farthest. Below 2 ** 29. */
function distanceFrom(segment: Segment, entry: number, today: number): number {
  const day = segment.days[entry] ?? NO_DAY;
  if (day === NO_DAY) return 2 ** 29 - 1;
  const away = Math.abs(day - today) * 2 + (day < today ? 1 : 0);
  return away * 2_048 + (segment.minutes[entry] ?? 0);
}

function matchToken(segment: Segment, entry: number, token: Token, match: Match): boolean {
  const { text } = segment;
  const start = segment.starts[entry] ?? 0;
  const end = segment.ends[entry] ?? start;
  match.closeness = 2;
  let isFound = false;
  for (const pattern of token.patterns) {
    const length = pattern.lo.length;
    for (let at = findPattern(text, start, end, pattern); at >= 0; at = findPattern(text, at + 1, end, pattern)) {
      let mark = at - 1;
      while ((text[mark] ?? 1) >= 32) mark--;
      const field = FIELDS[(text[mark] ?? 1) - 1] ?? 'name';
      let closeness: Closeness = 2;
      if (mark === at - 1 && field !== 'lettering' && field !== 'memo')
        closeness = at + length >= end || (text[at + length] ?? 0) < 32 ? 0 : 1;
      if (!isFound || closeness < match.closeness) {
        match.closeness = closeness;
        match.field = field;
      }
      if (closeness === 0) return true;
      isFound = true;
    }
  }
  if (token.digits.length > 0) {
    const found = matchPhone(segment.phones, entry, token.digits);
    if (found !== NOT_FOUND && (!isFound || found < match.closeness)) {
      match.closeness = found;
      match.field = 'phone';
      isFound = true;
    }
  }
  if (token.amount !== null && (!isFound || match.closeness === 2) && hasAmount(segment, entry, token.amount)) {
    match.closeness = 1;
    match.field = 'amount';
    return true;
  }
  return isFound;
}

/** Where the digits begin in the packed number of an entry, at or after `from`; -1 when they do not. */
function findDigits(phones: Uint8Array, entry: number, wanted: Uint8Array, from: number): number {
  const base = entry * PHONE_BYTES * 2;
  const last = PHONE_BYTES * 2 - wanted.length;
  for (let at = from; at <= last; at++) {
    let same = 0;
    while (same < wanted.length) {
      const place = base + at + same;
      const byte = phones[place >> 1] ?? 0xff;
      if (((place & 1) === 0 ? byte >> 4 : byte & 15) !== wanted[same]) break;
      same++;
    }
    if (same === wanted.length) return at;
  }
  return -1;
}

function matchPhone(phones: Uint8Array, entry: number, wanted: Uint8Array): Closeness | typeof NOT_FOUND {
  const base = entry * PHONE_BYTES * 2;
  let length = 0;
  while (length < PHONE_BYTES * 2) {
    const byte = phones[(base + length) >> 1] ?? 0xff;
    if (((length & 1) === 0 ? byte >> 4 : byte & 15) === 15) break;
    length++;
  }
  const first = findDigits(phones, entry, wanted, 0);
  if (first < 0) return NOT_FOUND;
  const tail = length - wanted.length;
  if (findDigits(phones, entry, wanted, tail) !== tail) return 2;
  return wanted.length === 4 || tail === 0 ? 0 : wanted.length > 2 ? 1 : 2;
}

function hasAmount(segment: Segment, entry: number, amount: number): boolean {
  const minor = ((segment.flags[entry] ?? 0) & HAS_CENTS) === 0 ? amount : Math.round(amount * 100);
  const total = segment.amounts[entry * AMOUNTS] ?? NO_AMOUNT;
  const deposit = segment.amounts[entry * AMOUNTS + 1] ?? NO_AMOUNT;
  const paid = segment.amounts[entry * AMOUNTS + 2] ?? NO_AMOUNT;
  if (minor === total || minor === deposit || minor === paid) return minor !== NO_AMOUNT;
  return total !== NO_AMOUNT && paid !== NO_AMOUNT && minor === total - paid;
}
