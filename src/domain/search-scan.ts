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
import { findPattern, type Token } from './search-text.ts';

/** 0 is exact (the whole name, the last four digits), 1 begins or ends so, 2 is somewhere inside. */
type Closeness = 0 | 1 | 2;
const NOT_FOUND = -1;

export interface BestEntry {
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
  for (const segment of segments) scanSegment(segment, scan);
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
