// Every order ever taken, in memory, small enough for a tablet and quick enough for every key: segments of typed arrays
// that are scanned from end to end. Law: an entry that is replaced or removed leaves none of its words behind, neither
// here nor in the segments that are written down.
import type { OrderRow } from './order-row.ts';
import { type Best, createBest, scanNames, scanSegments } from './search-scan.ts';
import {
  AMOUNTS,
  DEAD,
  DELETED,
  dayNumber,
  EID_BYTES,
  emptySegment,
  entryText,
  HAS_CENTS,
  NO_AMOUNT,
  PHONE_BYTES,
  packEid,
  phoneDigits,
  SEGMENT_ENTRIES,
  type SearchField,
  type Segment,
  seal,
  type WorkingSegment,
} from './search-segment.ts';
import type { Token } from './search-text.ts';
import type { LocalDate } from './time.ts';

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
  /** The best `limit` orders in which every token is found: names first, exact ones first, then nearest to `today`. */
  find(tokens: readonly Token[], today: LocalDate, limit: number): FoundHits;
  /** At least `least` of the first hits of what `find` gives, many times sooner; null when only `find` can tell so many. */
  findFirst(tokens: readonly Token[], today: LocalDate, least: number, limit: number): readonly Hit[] | null;
  /** Segments changed since the last call, as they are to be written down, and names of segments that are gone. */
  takeChanges(): { readonly changed: readonly Segment[]; readonly gone: readonly number[] };
  /** Every segment, for writing all of them down anew. */
  all(): readonly Segment[];
  /** Bytes of its arrays. */
  bytes(): number;
}

/** An index over the segments that were written down; they become its own. */
export function createSearchIndex(written: readonly Segment[] = []): SearchIndex {
  const segments = new Map<number, WorkingSegment>();
  const changed = new Set<number>();
  let gone: number[] = [];
  let nextId = 1;
  let open: WorkingSegment | null = null;
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
    const own: WorkingSegment = { ...segment, oddEids: new Map(segment.oddEids) };
    segments.set(own.id, own);
    nextId = Math.max(nextId, own.id + 1);
    size += own.live;
    // A segment that was written while it was open is sealed now: it is cut to its words.
    if (own.count < SEGMENT_ENTRIES) seal(own);
  }
  used = Number.MAX_SAFE_INTEGER / 4; // the table is made anew for all of them
  growTable();

  const openSegment = (): WorkingSegment => {
    if (open !== null && open.count < SEGMENT_ENTRIES) return open;
    if (open !== null) seal(open);
    open = emptySegment(nextId++);
    segments.set(open.id, open);
    return open;
  };
  const reserve = (segment: WorkingSegment, units: number) => {
    const needed = (segment.starts[segment.count] ?? 0) + units;
    if (needed <= segment.text.length) return;
    const wider = new Uint16Array(Math.max(needed, segment.text.length * 2));
    wider.set(segment.text);
    segment.text = wider;
  };
  const writeNumbers = (segment: WorkingSegment, entry: number, row: OrderRow) => {
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
  const writeText = (segment: WorkingSegment, entry: number, text: string) => {
    const start = segment.starts[entry] ?? 0;
    const end = segment.starts[entry + 1] ?? start;
    for (let at = 0; at < text.length; at++) segment.text[start + at] = text.charCodeAt(at);
    segment.text.fill(0, start + text.length, end);
    segment.ends[entry] = start + text.length;
  };
  const writeEid = (segment: WorkingSegment, entry: number, eid: string) => {
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
  const moveOut = (segment: WorkingSegment) => {
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

  const hitsOf = (best: Best): Hit[] =>
    best.list().map(({ segment, entry, field }) => ({ eid: eidAt(segment, entry), field }));

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
      scanSegments(segments.values(), tokens, dayNumber(today), best);
      return { total: best.total(), hits: hitsOf(best) };
    },
    findFirst(tokens, today, least, limit) {
      const [token] = tokens;
      if (token === undefined || tokens.length > 1) return null;
      const best = createBest(limit);
      scanNames(segments.values(), token, dayNumber(today), best);
      return best.total() < least ? null : hitsOf(best);
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
