// A register holds the values of one field that nobody has replaced yet. One is the normal case, several are a conflict.
// Law: joining is commutative, associative and idempotent, for ops arriving in any order, however often, in any pieces.
//
//   op [s,5] sup [[t,2]]                      live = values nobody replaced
//        |                                    dead = for each session, the highest count known to be replaced
//        v
//   live {[t,2]} --join--> live {[s,5]}  dead {t:2}
//
// [Note: dead counts] A session always replaces its own earlier values of a field together with whatever it saw. So once
// [s,5] is live or replaced, every [s,m<5] of the same field is gone too, and one number for each session is enough to
// recognise a late or repeated op. That keeps a register small after years of edits.
import type { Dot, Json } from './op.ts';
import { canonicalJson } from './op.ts';

/** For each session its highest count. Read it by `countOf`: a name such as `__proto__` must find nothing but itself. */
export type Counts = Readonly<Record<string, number>>;

type GrowingCounts = Record<string, number>;
/** Without a prototype, so that every name is an ordinary key. */
const noCounts = (): GrowingCounts => Object.create(null) as GrowingCounts; // Object.create is typed any

/** The count of a session, 0 when there is none. */
export function countOf(counts: Counts, session: string): number {
  return Object.hasOwn(counts, session) ? (counts[session] ?? 0) : 0;
}

export interface Sibling {
  readonly session: string;
  readonly n: number;
  readonly lamport: number;
  readonly at: number;
  readonly actor: string;
  /** null once it is blanked. */
  readonly value: Json;
  /** Redactions its author had seen. */
  readonly past?: Counts;
  /** A redaction took the value away, or this is the redaction itself. */
  readonly blank?: true;
}

export interface Register {
  /** Sorted by `compareSiblings`: the provisional winner first. */
  readonly live: readonly Sibling[];
  /** Highest replaced count for each session. See [Note: dead counts]. */
  readonly dead: Counts;
  /** Redactions seen. A value whose author had not seen all of them is blank, whenever it arrives. */
  readonly redactions?: Counts;
}

export const EMPTY_REGISTER: Register = { live: [], dead: {} };

/** Highest lamport first, then session, then count: the same everywhere. */
export function compareSiblings(a: Sibling, b: Sibling): number {
  if (a.lamport !== b.lamport) return b.lamport - a.lamport;
  if (a.session !== b.session) return a.session < b.session ? 1 : -1;
  return b.n - a.n;
}

/** What either side knows. */
export function joinCounts(a: Counts, b: Counts): Counts {
  const joined: GrowingCounts = Object.assign(noCounts(), a);
  for (const [session, n] of Object.entries(b)) joined[session] = Math.max(joined[session] ?? 0, n);
  return joined;
}

/** What both sides know. */
function meetCounts(a: Counts, b: Counts): Counts {
  const met = noCounts();
  for (const [session, n] of Object.entries(a)) {
    const least = Math.min(n, countOf(b, session));
    if (least > 0) met[session] = least;
  }
  return met;
}

/** Whether everything in `part` is known to `whole`. */
export function coversCounts(whole: Counts, part: Counts): boolean {
  return Object.entries(part).every(([session, n]) => countOf(whole, session) >= n);
}

export function dotsToCounts(dots: readonly Dot[]): Counts {
  const counts = noCounts();
  for (const [session, n] of dots) counts[session] = Math.max(counts[session] ?? 0, n);
  return counts;
}

/**
 * Two copies of one op. They differ only in being blank, unless one was forged; the greater of each part keeps the join
 * commutative and associative even then, and of two claims to know redactions only what both claim counts.
 */
function joinCopies(a: Sibling, b: Sibling): Sibling {
  if (a === b) return a;
  const blank = a.blank === true || b.blank === true;
  const past = meetCounts(a.past ?? {}, b.past ?? {});
  return {
    session: a.session,
    n: a.n,
    lamport: Math.max(a.lamport, b.lamport),
    at: Math.max(a.at, b.at),
    actor: a.actor > b.actor ? a.actor : b.actor,
    value: blank ? null : a.value === b.value || canonicalJson(a.value) >= canonicalJson(b.value) ? a.value : b.value,
    ...(Object.keys(past).length === 0 ? {} : { past }),
    ...(blank ? { blank: true as const } : {}),
  };
}

function newestOfEachSession(siblings: readonly Sibling[]): Sibling[] {
  const newest = new Map<string, Sibling>();
  for (const sibling of siblings) {
    const known = newest.get(sibling.session);
    if (known === undefined || known.n < sibling.n) newest.set(sibling.session, sibling);
    else if (known.n === sibling.n) newest.set(sibling.session, joinCopies(known, sibling));
  }
  return [...newest.values()].sort(compareSiblings);
}

/** The sibling without its value, for ever. */
function blankSibling(sibling: Sibling): Sibling {
  return sibling.blank === true ? sibling : { ...sibling, value: null, blank: true };
}

const isEmptyRegister = (register: Register) => register === EMPTY_REGISTER;

/** Both sides' knowledge together. */
export function joinRegisters(a: Register, b: Register): Register {
  if (isEmptyRegister(a)) return b;
  if (isEmptyRegister(b)) return a;
  const dead = joinCounts(a.dead, b.dead);
  const live = newestOfEachSession([...a.live, ...b.live]).filter(
    (sibling) => sibling.n > countOf(dead, sibling.session),
  );
  const redactions = joinCounts(a.redactions ?? {}, b.redactions ?? {});
  if (Object.keys(redactions).length === 0) return { live, dead };
  const readable = live.map((sibling) => (isReadable(sibling.past, redactions) ? sibling : blankSibling(sibling)));
  return { live: readable, dead, redactions };
}

/** Whether a value written in the knowledge of `past` may be shown where `redactions` were made. */
export function isReadable(past: Counts | undefined, redactions: Counts | undefined): boolean {
  return redactions === undefined || coversCounts(past ?? {}, redactions);
}

/** The knowledge that one op brings, as a register, so that applying an op is a join like any other. */
export function opToRegister(sibling: Sibling, sup: readonly Dot[], isRedaction: boolean): Register {
  if (sup.length === 0 && !isRedaction) return { live: [sibling], dead: EMPTY_REGISTER.dead };
  const dead: GrowingCounts = Object.assign(noCounts(), dotsToCounts(sup));
  // An op never replaces itself or what its session does later, whatever a damaged message says.
  if ((dead[sibling.session] ?? 0) >= sibling.n) dead[sibling.session] = sibling.n - 1;
  if (dead[sibling.session] === 0) delete dead[sibling.session];
  if (!isRedaction) return { live: [sibling], dead };
  const redactions = dotsToCounts([[sibling.session, sibling.n]]);
  return { live: [blankSibling(sibling)], dead, redactions };
}

/** The dots that an author who sees this register replaces when he sets it. */
export function liveDots(register: Register): Dot[] {
  return register.live.map((sibling) => [sibling.session, sibling.n] as const);
}
