// How an aggregate is written down: one compact JSON text, opaque to the database that keeps it.
// Law: reading what was written gives the same aggregate, fields and kinds of newer versions included.
import type { Aggregate } from './aggregate.ts';
import type { Json } from './op.ts';
import type { Counts, Register, Sibling } from './register.ts';

/** session, lamport, at, actor of an edit: most values of an order come from one, so each is written once. */
type Stamp = readonly [session: string, lamport: number, at: number, actor: string];
type LiveRecord = readonly [stamp: number, n: number, value: Json, past?: Counts | 0, blank?: 1];
type RegisterRecord = readonly [live: readonly LiveRecord[], dead?: Counts, redactions?: Counts];
interface AggregateRecord {
  readonly s: readonly Stamp[];
  readonly e: Readonly<Record<string, { readonly k: number; readonly f: Readonly<Record<string, RegisterRecord>> }>>;
}

const isEmpty = (counts: Counts) => {
  for (const _ in counts) return false;
  return true;
};

/** Without a prototype, so that a child called `__proto__` is a child like any other. */
const noEntries = <Value>(): Record<string, Value> => Object.create(null) as Record<string, Value>; // Object.create is typed any

const NOTHING_DEAD: Counts = {};

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : a > b ? 1 : 0);

function sortedCounts(counts: Counts): Counts {
  const entries = Object.entries(counts);
  if (entries.length < 2) return counts;
  const sorted = noEntries<number>();
  for (const [session, n] of entries.sort(byName)) sorted[session] = n;
  return sorted;
}

/** One line of JSON; equal aggregates give equal text, whatever the order in which they came to be. */
export function writeAggregate(aggregate: Aggregate): string {
  const stamps: Stamp[] = [];
  const stampIndex = new Map<string, number>();
  let last = -1;
  const stampOf = (sibling: Sibling): number => {
    // Neighbours nearly always come from one edit.
    const [session, lamport, at, actor] = stamps[last] ?? [];
    if (sibling.session === session && sibling.lamport === lamport && sibling.at === at && sibling.actor === actor)
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
  const registerOf = (register: Register): RegisterRecord => {
    const live = register.live.map(liveOf);
    if (register.redactions === undefined && isEmpty(register.dead)) return [live];
    const dead = sortedCounts(register.dead);
    if (register.redactions !== undefined) return [live, dead, sortedCounts(register.redactions)];
    return [live, dead];
  };
  const entities = noEntries<{ k: number; f: Record<string, RegisterRecord> }>();
  for (const [child, entity] of [...aggregate.entities].sort(byName)) {
    const fields = noEntries<RegisterRecord>();
    for (const [no, register] of [...entity.fields].sort(([a], [b]) => a - b)) fields[no] = registerOf(register);
    entities[child] = { k: entity.kind, f: fields };
  }
  const record: AggregateRecord = { s: stamps, e: entities };
  return JSON.stringify(record);
}

/** @throws SyntaxError when the text is damaged. */
export function readAggregate(root: string, text: string): Aggregate {
  const record = JSON.parse(text) as AggregateRecord; // written by writeAggregate into the shop's own database
  const siblingOf = ([stamp, n, value, past, blank]: LiveRecord): Sibling => {
    const [session, lamport, at, actor] = record.s[stamp] as Stamp; // writeAggregate points into its own list
    const sibling = { session, n, lamport, at, actor, value };
    if (past === undefined) return sibling;
    return { ...sibling, ...(past === 0 ? {} : { past }), ...(blank === 1 ? { blank: true as const } : {}) };
  };
  const entities = new Map<string, { kind: number; fields: Map<number, Register> }>();
  for (const [child, entity] of Object.entries(record.e)) {
    const fields = new Map<number, Register>();
    for (const [no, [live, dead, redactions]] of Object.entries(entity.f)) {
      const register: Register = { live: live.map(siblingOf), dead: dead ?? NOTHING_DEAD };
      fields.set(Number(no), redactions === undefined ? register : { ...register, redactions });
    }
    entities.set(child, { kind: entity.k, fields });
  }
  return { root, entities };
}
