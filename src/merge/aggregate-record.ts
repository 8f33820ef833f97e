// How an aggregate is written down: one compact JSON text, opaque to the database that keeps it.
// Law: reading what was written gives the same aggregate, fields and kinds of newer versions included.
import type { Aggregate } from './aggregate.ts';
import type { Json } from './op.ts';
import type { Counts, Register, Sibling } from './register.ts';
import { EMPTY_REGISTER } from './register.ts';

/** session, lamport, at, actor of an edit: most values of an order come from one, so each is written once. */
type Stamp = readonly [session: string, lamport: number, at: number, actor: string];
type LiveRecord = readonly [stamp: number, n: number, value: Json, past?: Counts | 0, blank?: 1];
/** Nearly every register holds one value that replaced nothing: it lies flat. */
type RegisterRecord =
  | readonly [field: number, stamp: number, n: number, value: Json]
  | readonly [field: number, live: readonly LiveRecord[], dead?: Counts, redactions?: Counts];
type EntityRecord = readonly [child: string, kind: number, registers: readonly RegisterRecord[]];
/** Lists, not objects by name: shorter, and quicker to write and read. */
type AggregateRecord = readonly [stamps: readonly Stamp[], entities: readonly EntityRecord[]];

const isEmpty = (counts: Counts) => {
  for (const _ in counts) return false;
  return true;
};

const NOTHING_DEAD: Counts = {};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);

function sortedCounts(counts: Counts): Counts {
  const entries = Object.entries(counts);
  if (entries.length < 2) return counts;
  // Without a prototype, so that a session called `__proto__` is a session like any other.
  const sorted = Object.create(null) as Record<string, number>; // Object.create is typed any
  for (const [session, n] of entries.sort(byName)) sorted[session] = n;
  return sorted;
}

/** Mostly they are in order already. */
function ascending(numbers: number[]): number[] {
  for (let at = 1; at < numbers.length; at++)
    if ((numbers[at - 1] ?? 0) > (numbers[at] ?? 0)) return numbers.sort((a, b) => a - b);
  return numbers;
}

/** One line of JSON; equal aggregates give equal text, whatever the order in which they came to be. */
export function writeAggregate(aggregate: Aggregate): string {
  const stamps: Stamp[] = [];
  const stampIndex = new Map<string, number>();
  let last = -1;
  const stampOf = (sibling: Sibling): number => {
    // Neighbours nearly always come from one edit.
    const stamp = stamps[last];
    if (
      stamp !== undefined &&
      sibling.session === stamp[0] &&
      sibling.lamport === stamp[1] &&
      sibling.at === stamp[2] &&
      sibling.actor === stamp[3]
    )
      return last;
    last = stampIndexOf(sibling);
    return last;
  };
  const stampIndexOf = (sibling: Sibling): number => {
    const key = JSON.stringify([sibling.session, sibling.lamport, sibling.at, sibling.actor]);
    const known = stampIndex.get(key);
    if (known !== undefined) return known;
    stampIndex.set(key, stamps.length);
    return stamps.push([sibling.session, sibling.lamport, sibling.at, sibling.actor]) - 1;
  };
  const liveOf = (sibling: Sibling): LiveRecord => {
    const past = sibling.past === undefined ? 0 : sortedCounts(sibling.past);
    if (sibling.blank === true) return [stampOf(sibling), sibling.n, null, past, 1];
    if (past !== 0) return [stampOf(sibling), sibling.n, sibling.value, past];
    return [stampOf(sibling), sibling.n, sibling.value];
  };
  const registerOf = (field: number, { live, dead, redactions }: Register): RegisterRecord => {
    const [only] = live;
    if (redactions === undefined && isEmpty(dead)) {
      if (only !== undefined && live.length === 1 && only.past === undefined && only.blank !== true)
        return [field, stampOf(only), only.n, only.value];
      return [field, live.map(liveOf)];
    }
    if (redactions === undefined) return [field, live.map(liveOf), sortedCounts(dead)];
    return [field, live.map(liveOf), sortedCounts(dead), sortedCounts(redactions)];
  };
  const entities: EntityRecord[] = [];
  for (const [child, { kind, fields }] of [...aggregate.entities].sort(byName)) {
    const registers: RegisterRecord[] = [];
    for (const no of ascending([...fields.keys()])) registers.push(registerOf(no, fields.get(no) ?? EMPTY_REGISTER));
    entities.push([child, kind, registers]);
  }
  return JSON.stringify([stamps, entities] satisfies AggregateRecord);
}

/** @throws SyntaxError when the text is damaged. */
export function readAggregate(root: string, text: string): Aggregate {
  const [stamps, written] = JSON.parse(text) as AggregateRecord; // written by writeAggregate into the shop's own database
  const siblingOf = ([stamp, n, value, past, blank]: LiveRecord): Sibling => {
    const [session, lamport, at, actor] = stamps[stamp] as Stamp; // writeAggregate points into its own list
    const sibling = { session, n, lamport, at, actor, value };
    if (past === undefined) return sibling;
    return { ...sibling, ...(past === 0 ? {} : { past }), ...(blank === 1 ? { blank: true as const } : {}) };
  };
  const registerOf = (record: RegisterRecord): Register => {
    if (typeof record[1] === 'number') {
      const [, stamp, n, value] = record as readonly [number, number, number, Json]; // told apart by its second part
      return { live: [siblingOf([stamp, n, value])], dead: NOTHING_DEAD };
    }
    const [, live, dead, redactions] = record as readonly [number, readonly LiveRecord[], Counts?, Counts?]; // the other one
    const register: Register = { live: live.map(siblingOf), dead: dead ?? NOTHING_DEAD };
    return redactions === undefined ? register : { ...register, redactions };
  };
  const entities = new Map<string, { kind: number; fields: Map<number, Register> }>();
  for (const [child, kind, registers] of written) {
    const fields = new Map<number, Register>();
    for (const record of registers) fields.set(record[0], registerOf(record));
    entities.set(child, { kind, fields });
  }
  return { root, entities };
}
