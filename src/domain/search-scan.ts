// Looking through segments: which orders hold every word of a question, how close each comes, which are the best.
// Law: straight runs over arrays first, entry by entry only where something was found.
import type { SearchField, Segment } from './search-segment.ts';
import {
  AMOUNTS,
  DEAD,
  DELETED,
  FIELDS,
  HAS_CENTS,
  NO_AMOUNT,
  NO_DAY,
  PHONE_BYTES,
  SEGMENT_ENTRIES,
} from './search-segment.ts';
import { findPattern, standsAt, type Token } from './search-text.ts';

/** How well an order fits what was typed; the lowest stand first. Names come first: whoever finds enough of them need not look further. */
const WHOLE_NAME = 0;
const NAME_BEGINS = 1;
/** Another field as a whole, or the last four digits. */
const WHOLE = 2;
/** Another field begins or ends so; an amount. */
const BEGINS = 3;
const INSIDE = 4;
const IS_DELETED = 5;
const NOT_FOUND = 6;
type Fit = 0 | 1 | 2 | 3 | 4 | 6;

export interface BestEntry {
  /** No two entries have the same. */
  readonly score: number;
  readonly segment: Segment;
  readonly entry: number;
  readonly field: SearchField;
}
export interface Best {
  /** Counts a find; true when it belongs among the best. */
  admits(score: number): boolean;
  add(entry: BestEntry): void;
  list(): readonly BestEntry[];
  total(): number;
}

/** Keeps the lowest `limit` scores: a heap with the worst of them on top. */
export function createBest(limit: number): Best {
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
  fit: Fit;
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
  if (token.digits.length > 0 && token.digits.length <= ROLLED_DIGITS) markDigits(segment, token.digits, candidates);
  else if (token.digits.length > 0) {
    for (let entry = 0; entry < count; entry++)
      if (candidates[entry] === 0 && findDigits(phones, entry, token.digits, 0) >= 0) candidates[entry] = 1;
  }
  if (token.amount !== null)
    for (let entry = 0; entry < count; entry++)
      if (candidates[entry] === 0 && hasAmount(segment, entry, token.amount)) candidates[entry] = 1;
}

/** So many digits fit into the bits of a small integer. */
const ROLLED_DIGITS = 7;

/** Rolls over all packed numbers, two digits a step. */
function markDigits({ count, phones }: Segment, wanted: Uint8Array, candidates: Uint8Array): void {
  const mask = 16 ** wanted.length - 1;
  let sought = 0;
  for (const digit of wanted) sought = (sought << 4) | digit;
  for (let entry = 0; entry < count; entry++) {
    // Before a number stands what no digit is.
    let seen = mask;
    const end = (entry + 1) * PHONE_BYTES;
    for (let at = entry * PHONE_BYTES; at < end; at++) {
      const byte = phones[at] ?? 0xff;
      const half = ((seen << 4) | (byte >> 4)) & mask;
      seen = ((half << 4) | (byte & 15)) & mask;
      if (half !== sought && seen !== sought) continue;
      candidates[entry] = 1;
      break;
    }
  }
}

/** The token by which to look first: the longest, words before numbers. */
function rarest(tokens: readonly Token[]): Token | undefined {
  const weight = (token: Token) => token.text.length + (token.digits.length === 0 ? 100 : 0);
  return [...tokens].sort((a, b) => weight(b) - weight(a))[0];
}

/** Looks for every token in all segments; what it finds is in `best`. `today` is a day number. */
export function scanSegments(segments: Iterable<Segment>, tokens: readonly Token[], today: number, best: Best): void {
  const first = rarest(tokens);
  if (first === undefined) return;
  const scan: Scan = { tokens, first, best, today, candidates: new Uint8Array(SEGMENT_ENTRIES) };
  let place = 0;
  for (const segment of segments) {
    scanSegment(segment, place, scan);
    place += segment.count;
  }
}

/**
 * Looks only for names that begin with the token: a small part of the work, and what it finds is what `scanSegments` puts
 * before everything else.
 */
export function scanNames(segments: Iterable<Segment>, token: Token, today: number, best: Best): void {
  let place = 0;
  for (const segment of segments) {
    for (let entry = 0; entry < segment.count; entry++) {
      if (((segment.flags[entry] ?? 0) & (DEAD | DELETED)) !== 0) continue;
      const fit = matchName(segment, entry, token);
      if (fit === NOT_FOUND) continue;
      const score = scoreOf(segment, entry, { fit, today, place });
      if (best.admits(score)) best.add({ score, segment, entry, field: 'name' });
    }
    place += segment.count;
  }
}

interface Scan {
  readonly tokens: readonly Token[];
  readonly first: Token;
  readonly today: number;
  readonly best: Best;
  /** Room for the marks of one segment. */
  readonly candidates: Uint8Array;
}

function scanSegment(segment: Segment, place: number, { tokens, first, today, best, candidates }: Scan): void {
  markCandidates(segment, first, candidates);
  const match: Match = { fit: NOT_FOUND, field: 'name' };
  entries: for (let entry = 0; entry < segment.count; entry++) {
    if (candidates[entry] === 0) continue;
    const flags = segment.flags[entry] ?? 0;
    if ((flags & DEAD) !== 0) continue;
    let fit = 0;
    let field: SearchField = 'name';
    for (const token of tokens) {
      matchToken(segment, entry, token, match);
      if (match.fit === NOT_FOUND) continue entries;
      fit = Math.max(fit, match.fit);
      if (TELLING[match.field] > TELLING[field]) field = match.field;
    }
    if ((flags & DELETED) !== 0) fit = IS_DELETED;
    const score = scoreOf(segment, entry, { fit, today, place });
    if (best.admits(score)) best.add({ score, segment, entry, field });
  }
}

interface Where {
  readonly fit: number;
  readonly today: number;
  /** Entries in the segments before. */
  readonly place: number;
}

/** By fit, then by nearness; of two that are equal in both the one that stands first in the index. Exact below 2 ** 53. */
function scoreOf(segment: Segment, entry: number, { fit, today, place }: Where): number {
  return (fit * 2 ** 29 + distanceFrom(segment, entry, today)) * 2 ** 21 + place + entry;
}

/** Nearer days first, of two equally near the coming one, then by time; no day is farthest. Below 2 ** 29. */
function distanceFrom(segment: Segment, entry: number, today: number): number {
  const day = segment.days[entry] ?? NO_DAY;
  if (day === NO_DAY) return 2 ** 29 - 1;
  const away = Math.abs(day - today) * 2 + (day < today ? 1 : 0);
  return away * 2_048 + (segment.minutes[entry] ?? 0);
}

const NAME_MARK = FIELDS.indexOf('name') + 1;

/** Whether the name of an entry begins with the token. A name stands first among an order's words. */
function matchName(segment: Segment, entry: number, token: Token): Fit {
  const { text } = segment;
  const start = segment.starts[entry] ?? 0;
  const end = segment.ends[entry] ?? start;
  if (start === end || text[start] !== NAME_MARK) return NOT_FOUND;
  let fit: Fit = NOT_FOUND;
  for (const pattern of token.patterns) {
    const after = start + 1 + pattern.lo.length;
    if (after > end || !standsAt(text, start + 1, pattern)) continue;
    if (after === end || (text[after] ?? 0) < 32) return WHOLE_NAME;
    fit = NAME_BEGINS;
  }
  return fit;
}

function matchToken(segment: Segment, entry: number, token: Token, match: Match): void {
  const { text } = segment;
  const start = segment.starts[entry] ?? 0;
  const end = segment.ends[entry] ?? start;
  match.fit = NOT_FOUND;
  for (const pattern of token.patterns) {
    const length = pattern.lo.length;
    for (let at = findPattern(text, start, end, pattern); at >= 0; at = findPattern(text, at + 1, end, pattern)) {
      let mark = at - 1;
      while ((text[mark] ?? 1) >= 32) mark--;
      const field = FIELDS[(text[mark] ?? 1) - 1] ?? 'name';
      let fit: Fit = INSIDE;
      if (mark === at - 1 && field !== 'lettering' && field !== 'memo') {
        const isWhole = at + length >= end || (text[at + length] ?? 0) < 32;
        if (field === 'name') fit = isWhole ? WHOLE_NAME : NAME_BEGINS;
        else fit = isWhole ? WHOLE : BEGINS;
      }
      if (fit < match.fit) {
        match.fit = fit;
        match.field = field;
      }
      if (fit === WHOLE_NAME) return;
    }
  }
  if (token.digits.length > 0) {
    const fit = matchPhone(segment.phones, entry, token.digits);
    if (fit < match.fit) {
      match.fit = fit;
      match.field = 'phone';
    }
  }
  if (token.amount !== null && match.fit > BEGINS && hasAmount(segment, entry, token.amount)) {
    match.fit = BEGINS;
    match.field = 'amount';
  }
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

function matchPhone(phones: Uint8Array, entry: number, wanted: Uint8Array): Fit {
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
  if (findDigits(phones, entry, wanted, tail) !== tail) return INSIDE;
  return wanted.length === 4 || tail === 0 ? WHOLE : wanted.length > 2 ? BEGINS : INSIDE;
}

function hasAmount(segment: Segment, entry: number, amount: number): boolean {
  const minor = ((segment.flags[entry] ?? 0) & HAS_CENTS) === 0 ? amount : Math.round(amount * 100);
  const total = segment.amounts[entry * AMOUNTS] ?? NO_AMOUNT;
  const deposit = segment.amounts[entry * AMOUNTS + 1] ?? NO_AMOUNT;
  const paid = segment.amounts[entry * AMOUNTS + 2] ?? NO_AMOUNT;
  if (minor === total || minor === deposit || minor === paid) return minor !== NO_AMOUNT;
  return total !== NO_AMOUNT && paid !== NO_AMOUNT && minor === total - paid;
}
