// Ops and transactions: the only way in which the shop's data changes, on a tablet or on the hub.
// Law: an op is named by its dot for ever and says exactly which values it replaces; wall time is a label, never an order.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Name of an op: the session (16 hexadecimal characters, random for each start of the app in one tab) and its count from 1. */
export type Dot = readonly [session: string, n: number];

/** An op inside its transaction: sets one field of one entity. */
export interface TxOp {
  /** Number of the entity's kind in the catalogue. */
  readonly kind: number;
  /** `root` or `root/child`. */
  readonly eid: string;
  /** Number of the field in the catalogue. */
  readonly field: number;
  /** Dots of the values that the author saw and replaces. */
  readonly sup: readonly Dot[];
  readonly value: Json;
  /** Present on a redaction: blanks every value of the field whose author had not seen it, now and whenever one comes back. */
  readonly redact?: true;
  /** Redactions of this field that the author had seen; only values written in their knowledge stay readable. */
  readonly past?: readonly Dot[];
}

/** The ops of one user action: applied, stored and sent whole or not at all. Op `i` has the dot `[session, n + i]`. */
export interface Transaction {
  readonly session: string;
  readonly n: number;
  /** Greater than that of every value the transaction replaces; with the session it breaks ties the same way everywhere. */
  readonly lamport: number;
  /** The device's clock, milliseconds; shown to people only. */
  readonly at: number;
  /** Who acted: a staff member's eid, or '' when nobody was chosen. */
  readonly actor: string;
  /** Version of the catalogue that wrote it. */
  readonly schema: number;
  readonly ops: readonly TxOp[];
}

/** The entity under whose record an entity is kept: the part of its name before the slash. */
export function rootOf(eid: string): string {
  const slash = eid.indexOf('/');
  return slash < 0 ? eid : eid.slice(0, slash);
}

/** The name of a child within its root: the part after the slash, '' for the root itself. */
export function childOf(eid: string): string {
  const slash = eid.indexOf('/');
  return slash < 0 ? '' : eid.slice(slash + 1);
}

/** The roots that a transaction touches, each once, in order of appearance. */
export function rootsOf(tx: Transaction): string[] {
  const roots: string[] = [];
  let last = '';
  for (const { eid } of tx.ops) {
    // Neighbours mostly belong to one root: asked without making a text.
    if (eid.startsWith(last) && (eid.length === last.length || eid[last.length] === '/') && roots.length > 0) continue;
    last = rootOf(eid);
    if (!roots.includes(last)) roots.push(last);
  }
  return roots;
}

/** The same value, whatever the order in which its keys were written. */
export function sameJson(a: Json, b: Json): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  return canonicalJson(a) === canonicalJson(b);
}

/** One spelling for each value: keys sorted, no spaces, `undefined` left out as JSON does. What hashes and comparisons are made from. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const record = value as { readonly [key: string]: Json }; // neither null nor array nor primitive
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key] ?? null)}`).join(',')}}`;
}
